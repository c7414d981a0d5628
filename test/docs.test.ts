import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { transformWithOxc } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OUTCOMES, plainName } from "../src/studies/study/columns.ts";
import { drawsHeader } from "../src/studies/study/draws-table.ts";
import { SCENARIOS, YEARS } from "../src/studies/study/timeline.ts";
import type { Kept } from "./support/kept-terminal.ts";
import { anchors, type Block, codeBlocks, links, shellWords } from "./support/markdown.ts";
import { runFrontera, runNode } from "./support/run-frontera.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const pagesOf = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
const PAGES = [
  "README.md",
  "docs/tasks.md",
  "docs/how-to-choose.md",
  ...pagesOf("docs/guide"),
  ...pagesOf("docs/adding"),
];

/** Pages that have nothing to run. */
const PROSE = ["docs/guide/glossary.md"];

/** Draws of a study that is run for its form and not for its numbers. */
const FEW = "20";

/** Commands that draw. */
const DRAWING: readonly string[] = ["study", "claims", "brief", "simulate", "compare", "couplings", "experiments"];

/** Blocks that a reader saves under a name for the commands after them. */
const SAVED: readonly string[] = ["csv", "yaml"];

/** Commands of the pages that are not run, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  "npm start": "runs the study with 10,000 draws; the study is run here with fewer",
  "npm test": "would run this test",
  "npx frontera lab": "serves until it is ended; the lab has tests of its own",
  "git clone ADDRESS-OF-THE-REPOSITORY frontera": "this is a clone",
  "cd frontera": "this is a clone",
};

/** Indented lines of TypeScript that go on from what a page said before: code to put in front, and what comes out. */
interface Fragment {
  readonly before: (saved: string) => string;
  /** Where no comment on the page says it. */
  readonly gives?: RegExp;
}

const FRAGMENTS: Readonly<Record<string, Fragment>> = {
  "docs/guide/evidence.md": {
    before: () =>
      'import { EVIDENCE_FILES, loadDataset } from "frontera"; const dataset = loadDataset(EVIDENCE_FILES);',
  },
  "docs/adding/distribution.md": {
    before: (saved) =>
      `import { logistic } from "${saved}"; import { faults } from "${built("math/distributions/conformance.js")}";`,
  },
  "docs/adding/figure.md": {
    before: (saved) =>
      `import { recruitsFigure } from "${saved}"; import { readFileSync } from "node:fs";
       const document = JSON.parse(readFileSync(${JSON.stringify(join(folder, "study/study.json"))}, "utf8"));`,
    gives: /^<svg [\s\S]*<\/svg>$/,
  },
};

const built = (path: string) => pathToFileURL(join(ROOT, "dist", path)).href;

/** Inside the checkout, so that `frontera` and the packages are found as they are by a reader. */
let folder = "";
let study: Kept;
const ran = new Map<string, Promise<readonly string[]>>();
/** Draws that were made, by what was asked for without the folder: where they lie, and what was told. */
const drawn = new Map<string, { readonly at: string; readonly kept: Kept }>();

beforeAll(async () => {
  mkdirSync(join(ROOT, "out"), { recursive: true });
  folder = mkdtempSync(join(ROOT, "out/docs-"));
  study = await runOnce(fewer(["study", "--out", "study", "--system-draws", FEW]), folder);
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (readdirSync(join(ROOT, "out")).length === 0) rmdirSync(join(ROOT, "out"));
});

/** What a page was seen to have: the kind of each block that was run or checked, once. */
function runPage(page: string): Promise<readonly string[]> {
  const found = ran.get(page) ?? runBlocks(page);
  ran.set(page, found);
  return found;
}

/**
 * Runs a command line in a folder. One that draws the same as an earlier one gets a copy of what that one wrote: the same
 * seed gives the same bytes.
 */
async function runOnce(words: readonly string[], cwd: string): Promise<Kept> {
  if (!DRAWING.includes(words[0]!)) return runFrontera(words, { cwd });
  const out = words.indexOf("--out");
  const asked = out < 0 ? words : words.toSpliced(out, 2);
  const files = asked.map((word) => join(cwd, word)).filter((path) => path.endsWith(".yaml"));
  const key = JSON.stringify([asked, files.map((path) => readFileSync(path, "utf8"))]);
  const to = out < 0 ? "" : join(cwd, words[out + 1]!);
  const made = drawn.get(key);
  if (made === undefined || (made.at === "") !== (to === "")) {
    const kept = await runFrontera(words, { cwd });
    drawn.set(key, { at: to, kept });
    return kept;
  }
  if (to !== "") cpSync(made.at, to, { recursive: true });
  return made.kept;
}

const folderOf = (page: string) => join(folder, page.replace(/\W/g, "-"));

async function runBlocks(page: string): Promise<readonly string[]> {
  const cwd = folderOf(page);
  mkdirSync(cwd);
  // The library of scenarios lies beside a reader in the clone.
  cpSync(join(ROOT, "scenarios"), join(cwd, "scenarios"), { recursive: true });
  const kinds: string[] = [];
  let saved = "";
  for (const [i, block] of codeBlocks(read(page)).entries()) {
    const where = `${page}:${block.line}`;
    const kind = kindOf(block, page);
    kinds.push(kind);
    if (kind === "sh") for (const line of block.text.split("\n")) await runLine(line, cwd, where);
    else if (kind === "ts") saved = await runTypeScript(block, join(cwd, `block-${i}`), where);
    else if (kind === "fragment") await runFragment(block, FRAGMENTS[page]!, saved, join(cwd, `block-${i}.mjs`), where);
    else if (kind === "text") expectShown(block, study.out, where);
    else if (SAVED.includes(kind)) writeFileSync(join(cwd, block.saveAs!), `${block.text}\n`);
    // R and Python have tests of their own, which can say that they are not there.
    else if (kind !== "r" && kind !== "python")
      throw new Error(`${where}: a block of a kind that nobody runs: ${kind}`);
  }
  return kinds;
}

/** How a block is run. Throws for one that nobody knows how to run. */
function kindOf({ kind, text, saveAs, line }: Block, page: string): string {
  if (kind === "indented") {
    if (text.split("\n").every((each) => /^(npx|npm|git|cd) /.test(each))) return "sh";
    if (Object.hasOwn(FRAGMENTS, page) && /^\w+(\.\w+)?\(/.test(text)) return "fragment";
  }
  if (kind === "sh" || kind === "ts" || kind === "r" || kind === "python" || kind === "text") return kind;
  if (SAVED.includes(kind) && saveAs !== undefined && basename(saveAs) === saveAs) return kind;
  throw new Error(`${page}:${line}: a block of unknown kind: ${kind}\n${text}`);
}

async function runLine(line: string, cwd: string, where: string): Promise<void> {
  const words = shellWords(line);
  const command = words.join(" ");
  if (Object.hasOwn(NOT_RUN, command)) return;
  if (words[0] !== "npx" || words[1] !== "frontera") throw new Error(`${where}: nobody knows how to run: ${line}`);
  const at = words.indexOf(">");
  const target = at < 0 ? undefined : words[at + 1];
  const given = words.slice(2, at < 0 ? undefined : at);
  const { code, out, err } = await runOnce(fewer(given), cwd);
  // Few draws are worth too little to be quoted, and the study says so.
  const accepted =
    DRAWING.includes(given[0]!) && /gate red|needed \d+: red|"gate": ?"red"|semáforo en rojo/i.test(out) ? 1 : 0;
  expect([code, where], `${line}\n${err}`).toEqual([accepted, where]);
  expect(out.length, where).toBeGreaterThan(0);
  if (target !== undefined) writeFileSync(join(cwd, target), out);
}

/** The same command with few draws, on one thread: to start another takes longer than so few draws do. */
function fewer(words: readonly string[]): string[] {
  if (!DRAWING.includes(words[0]!) || words.includes("--replay")) return [...words];
  const set = (list: readonly string[], option: string, value: string) =>
    list.includes(option) ? list.map((word, i) => (list[i - 1] === option ? value : word)) : [...list, option, value];
  const few = set(set(words, "--draws", FEW), "--workers", "1");
  // The whole system is run once, for the blocks that show it.
  return words[0] === "study" && !words.includes("--system-draws") ? set(few, "--system-draws", "0") : few;
}

/** Runs a block as a module, or as a test where it is to be saved as one. Returns the address of the module. */
async function runTypeScript({ text, saveAs = "" }: Block, name: string, where: string): Promise<string> {
  if (saveAs.endsWith(".test.ts")) {
    // The settings of the checkout hold here as well, and look for tests below test/.
    const home = join(name, "test");
    const to = (path: string) => relative(home, join(ROOT, dirname(saveAs), path)).replaceAll("\\", "/");
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, basename(saveAs)), relinked(text, to));
    const tool = join(ROOT, "node_modules/vitest/vitest.mjs");
    // Without the variables of the run that this test belongs to.
    const env = { VITEST: "", VITEST_POOL_ID: "", VITEST_WORKER_ID: "", NODE_OPTIONS: "" };
    const { code, out, err } = await runNode([tool, "run", "--root", name], { cwd: name, env });
    expect(code, `${where}\n${out}${err}`).toBe(0);
    expect(out).toMatch(/Tests\D*[1-9]/);
    return "";
  }
  const home = dirname(saveAs).replace(/^src\b/, "");
  const linked = relinked(text, (path) => built(join(home, path).replace(/\.ts$/, ".js")));
  const { code: script } = await transformWithOxc(linked, `${name}.ts`, { sourcemap: false });
  const file = `${name}.mjs`;
  writeFileSync(file, script);
  const { code, out, err } = await runNode([file]);
  expect([code, err], where).toEqual([0, ""]);
  const told = [...text.matchAll(/^\/\/ prints: (.*)$/gm)].map(([, line]) => line);
  if (told.length > 0) expect(out.trimEnd().split("\n"), where).toEqual(told);
  // What prints nothing has to be good for something else.
  else if (saveAs === "") expect(out, where).not.toBe("");
  return pathToFileURL(file).href;
}

/** Imports of neighbours under another path. */
function relinked(text: string, to: (path: string) => string): string {
  return text.replace(/(from ")(\.{1,2}\/[^"]+)(")/g, (_, before, path, after) => `${before}${to(path)}${after}`);
}

/** An expression, and in comments after it what it gives: a value as JSON, a text or the words of an error; … is any text. */
async function runFragment(block: Block, { before, gives }: Fragment, saved: string, file: string, where: string) {
  const comments = [...block.text.matchAll(/\/\/ (.*)$/gm)].map(([, text]) => text);
  const expression = block.text.replace(/;?\s*\/\/.*$/gm, "").replace(/;\s*$/, "");
  writeFileSync(
    file,
    `${before(saved)}
     let given;
     try { given = (${expression}); } catch (error) { given = error.message; }
     console.log(typeof given === "string" ? given : JSON.stringify(given));`,
  );
  const { code, out, err } = await runNode([file]);
  expect([code, err], where).toEqual([0, ""]);
  const parts = comments
    .join(" ")
    .split("…")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  expect(out.trim(), where).toMatch(gives ?? new RegExp(`^${parts.join(".*")}`));
}

/** Lines that a page shows of the summary are lines of the summary, with other numbers in them. */
function expectShown({ text }: Block, summary: string, where: string): void {
  const shape = (line: string) =>
    line
      .replace(/[\d.,]+/g, "#")
      .replace(/[+−]/g, "")
      .replace(/\s+/g, " ")
      .trim();
  const lines = new Set(summary.split("\n").map(shape));
  for (const line of text.split("\n")) expect([...lines], `${where}: ${line}`).toContain(shape(line));
}

describe("the code on the pages runs", () => {
  it.each(PAGES)("%s", { timeout: 300_000 }, async (page) => {
    const found = (await runPage(page)).length;
    if (PROSE.includes(page)) expect(found).toBe(0);
    else expect(found).toBeGreaterThan(0);
  });
});

it("leaves out no command that no page has", () => {
  const lines = PAGES.flatMap((page) => codeBlocks(read(page)).flatMap(({ text }) => text.split("\n")));
  const found = new Set(lines.map((line) => shellWords(line).join(" ")));
  expect(Object.keys(NOT_RUN).filter((command) => !found.has(command))).toEqual([]);
});

describe("R", () => {
  const blocks = PAGES.flatMap((page) =>
    codeBlocks(read(page)).flatMap((b) => (b.kind === "r" ? [{ page, ...b }] : [])),
  );
  const there = spawnSync("Rscript", ["-e", "library(jsonlite)"]).status === 0;

  it("names columns and files that a run has", async () => {
    expect(blocks.length).toBeGreaterThan(3);
    const columns = new Set(drawsHeader().trim().split(","));
    for (const { page, line, text } of blocks) {
      await runPage(page);
      const names = [...text.matchAll(/\bdraws\$(\w+)/g)].map(([, name]) => name!);
      expect(
        names.filter((name) => !columns.has(name)),
        `${page}:${line}`,
      ).toEqual([]);
      const files = [...text.matchAll(/"([^"]+\.(?:json|csv))"/g)].map(([, file]) => file!);
      for (const file of files) expect(existsSync(join(folderOf(page), file)), `${page}:${line} ${file}`).toBe(true);
    }
  });

  for (const { page, line, text } of blocks)
    it(`runs at ${page}:${line}`, async ({ skip }) => {
      skip(!there, "Rscript with the package jsonlite is not installed, so no block of R was run");
      await runPage(page);
      const { status, stdout, stderr } = spawnSync("Rscript", ["-e", text], { cwd: folderOf(page), encoding: "utf8" });
      expect(status, stderr).toBe(0);
      expect(stdout).not.toBe("");
    });
});

describe("Python", () => {
  const there = spawnSync("python3", ["--version"]).status === 0;
  const found = PAGES.flatMap((page) =>
    codeBlocks(read(page)).flatMap((block) => (block.kind === "python" ? [{ page, ...block }] : [])),
  );
  for (const { page, line, text } of found)
    it(`runs at ${page}:${line}`, async ({ skip }) => {
      skip(!there, "python3 is not installed, so no block of Python was run");
      await runPage(page);
      const { status, stdout, stderr } = spawnSync("python3", ["-c", text], { cwd: folderOf(page), encoding: "utf8" });
      expect(status, stderr).toBe(0);
      expect(stdout).toMatch(/^(0|1|0\.\d+)\n$/);
    });
});

describe("what the pages say", () => {
  it("names every column of draws.csv and no other", () => {
    const table = /\| column \|[\s\S]*?\n\n/.exec(read("docs/guide/first-run.md"))?.[0] ?? "";
    const names = [...table.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)]);
    const all = names
      .map(([, name]) => name!)
      .flatMap((name) =>
        name.includes("OUTCOME") ? OUTCOMES.map(({ id }) => name.replace("OUTCOME", plainName(id))) : [name],
      )
      .flatMap((name) =>
        name.includes("SCENARIO") ? SCENARIOS.map(({ id }) => name.replace("SCENARIO", plainName(id))) : [name],
      )
      .flatMap((name) => (name.includes("YEAR") ? YEARS.map((year) => name.replace("YEAR", String(year))) : [name]));
    expect(all.sort()).toEqual(drawsHeader().trim().split(",").sort());
  });

  it("shows numbers and a figure of the same run", () => {
    const run = /run ([0-9a-f]{8})\)/.exec(read("README.md"))?.[1] ?? "no run";
    expect(read("docs/figures/members.svg")).toContain(`run ${run}`);
  });

  it("leads somewhere with every link", () => {
    const pages = [
      "README.md",
      "CONTRIBUTING.md",
      "CHANGELOG.md",
      "docs/architecture.md",
      ...PAGES,
      ...pagesOf("docs/decisions"),
    ];
    let seen = 0;
    for (const page of pages)
      for (const target of links(read(page))) {
        if (/^https?:/.test(target)) continue;
        const [path = "", anchor] = target.split("#");
        const file = path === "" ? page : join(dirname(page), path);
        expect(existsSync(join(ROOT, file)), `${page}: ${target}`).toBe(true);
        if (anchor !== undefined) expect(anchors(read(file)), `${page}: ${target}`).toContain(anchor);
        seen++;
      }
    expect(seen).toBeGreaterThan(15);
  });
});
