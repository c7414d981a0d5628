import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** Which room may import which; every room may import `errors.ts`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  math: [],
  data: ["math"],
  model: ["data", "math"],
  system: ["model", "data"],
  solvers: ["math"],
  compile: ["model", "data", "math"],
  ensemble: ["compile", "solvers", "model", "data", "math"],
  analysis: ["ensemble", "model", "data", "math"],
  studies: ["system", "analysis", "ensemble", "model", "data", "language", "math"],
  runs: ["ensemble", "data"],
  report: ["studies", "analysis", "ensemble", "system", "model", "data", "language", "math"],
  page: ["report", "studies", "language", "analysis", "ensemble", "system", "model", "data", "math"],
  lab: [],
  cli: [
    "runs",
    "page",
    "report",
    "studies",
    "analysis",
    "ensemble",
    "compile",
    "solvers",
    "system",
    "model",
    "data",
    "language",
    "math",
  ],
};
/** Rooms that run in Node only. */
const NODE_ONLY = ["runs", "cli"];
const ROOMS = Object.keys(MAY_IMPORT);

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

const root = join(import.meta.dirname, "..");
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.ts$/.test(path));

function importsOf(file: string): string[] {
  return importsIn(join(root, "src", file));
}

function importsIn(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|\bimport\s+"([^"]+)"/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

const imports: Import[] = files.flatMap((file) => {
  const room = file.includes("/") ? (file.split("/")[0] ?? "") : "";
  return importsOf(file).map((target) => ({
    file,
    room,
    target: target.startsWith(".")
      ? relative(join(root, "src"), join(root, "src", file, "..", target)).replaceAll("\\", "/")
      : target,
  }));
});
const roomOf = (target: string) => (target.includes("/") && !target.includes(":") ? (target.split("/")[0] ?? "") : "");

describe("the house", () => {
  it("has only the rooms of the table", () => {
    const found = new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0] ?? ""));
    expect([...found].filter((room) => !ROOMS.includes(room))).toEqual([]);
  });

  it("has no arrow that the table does not allow", () => {
    const wrong = imports.filter(({ room, target }) => {
      const other = roomOf(target);
      return room !== "" && ROOMS.includes(other) && other !== room && !MAY_IMPORT[room]?.includes(other);
    });
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("keeps node out of all that runs in browsers", () => {
    const wrong = imports.filter(
      ({ room, file, target }) => target.startsWith("node:") && !NODE_ONLY.includes(room) && file !== "node.ts",
    );
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("lets the script of the page see the public API alone", () => {
    const own = readdirSync(join(root, "page-app")).filter((name) => name.endsWith(".ts"));
    const targets = own.flatMap((name) => importsIn(join(root, "page-app", name)));
    expect(targets.length).toBeGreaterThan(own.length);
    expect(targets.filter((target) => target !== "../src/index.ts" && !/^\.\/[a-z-]+\.ts$/.test(target))).toEqual([]);
  });

  it("lets the lab see the public API alone", () => {
    const wrong = imports.filter(
      ({ room, target }) => room === "lab" && !/^(?:index\.ts|lab\/.*|react|react-dom\/client)$/.test(target),
    );
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
    expect(imports.filter(({ room, target }) => room === "lab" && target === "index.ts").length).toBeGreaterThan(5);
  });

  it("lets commands end through their terminal alone: tests run many of them in one process", () => {
    const files = readdirSync(join(root, "src/cli")).filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
    );
    const ending = files.filter((name) =>
      /process\.exit(Code)?\b/.test(readFileSync(join(root, "src/cli", name), "utf8")),
    );
    expect(ending.sort()).toEqual(["main.ts", "terminal.ts"]);
  });

  it("has no circle among rooms", () => {
    const rank = new Map<string, number>();
    const visit = (room: string, path: readonly string[]): number => {
      if (path.includes(room)) throw new Error([...path, room].join(" → "));
      const known = rank.get(room);
      if (known !== undefined) return known;
      const own = 1 + Math.max(0, ...(MAY_IMPORT[room] ?? []).map((next) => visit(next, [...path, room])));
      rank.set(room, own);
      return own;
    };
    expect(() => ROOMS.map((room) => visit(room, []))).not.toThrow();
  });

  it("tells the linter the same table", () => {
    const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8")) as {
      overrides: {
        includes: string[];
        linter: { rules: { style?: { noRestrictedImports?: { options: { patterns: { group: string[] }[] } } } } };
      }[];
    };
    const told: Record<string, string[]> = {};
    for (const { includes, linter } of config.overrides) {
      const rule = linter.rules.style?.noRestrictedImports;
      if (rule !== undefined)
        told[includes[0]?.split("/")[1] ?? ""] = rule.options.patterns.flatMap(({ group }) => group).sort();
    }
    const wanted = Object.fromEntries(
      ROOMS.filter((room) => room !== "cli").map((room) => [
        room,
        [
          ...ROOMS.filter((other) => other !== room && !MAY_IMPORT[room]?.includes(other)).map(
            (other) => `**/${other}/**`,
          ),
          ...(NODE_ONLY.includes(room) ? [] : ["node:*"]),
        ].sort(),
      ]),
    );
    expect(told).toEqual(wanted);
  });

  it("is drawn in the documentation as it is", () => {
    const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const drawn = Object.fromEntries(
      [...page.matchAll(/^\| `src\/([a-z]+)` \|[^|]*\| ([^|]*) \|$/gm)].map(([, room = "", allowed = ""]) => [
        room,
        allowed
          .split(", ")
          .filter((name) => ROOMS.includes(name))
          .sort(),
      ]),
    );
    const { cli, ...others } = MAY_IMPORT;
    const { cli: drawnCli, ...drawnOthers } = drawn;
    expect(drawnOthers).toEqual(
      Object.fromEntries(Object.entries(others).map(([room, allowed]) => [room, [...allowed].sort()])),
    );
    // The lab is a site of its own, which a command serves and does not import.
    expect(cli?.length).toBe(ROOMS.length - 2);
    expect(drawnCli).toBeDefined();
  });

  it("computes transcendental functions in one place", () => {
    const wrong = files.filter(
      (file) =>
        !file.startsWith("math/elementary/") &&
        /\bMath\.(exp|expm1|log|log1p|log2|log10|sinh?|cosh?|tanh?|a(sin|cos|tan)h?|pow|cbrt|hypot|random)\b|(?<!\*)\*\*(?![*/])/.test(
          readFileSync(join(root, "src", file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ""),
        ),
    );
    expect(wrong).toEqual([]);
  });
});
