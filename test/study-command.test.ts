import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StudyDocument } from "../src/studies/study/document.ts";
import { runFrontera, runProcess } from "./support/run-frontera.ts";

const folder = mkdtempSync(join(tmpdir(), "frontera-study-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Printed = StudyDocument & { report: string; files: string[]; host: { workers: number } };

/** Bytes of every file of a run, by its path. */
function bytes(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(path.length), createHash("sha256").update(readFileSync(file)).digest("hex")];
      }),
  );
}

async function study(
  name: string,
  ...words: string[]
): Promise<{ code: number | null; document: Printed; path: string }> {
  return studyWith(runFrontera, name, words);
}

async function studyWith(run: typeof runFrontera, name: string, words: readonly string[]) {
  const path = join(folder, name);
  const { code, out, err } = await run(["study", "--out", path, "--json", "--quiet", ...words]);
  expect(err).toBe("");
  return { code, document: JSON.parse(out) as Printed, path };
}

const SIZE = ["--draws", "600", "--system-draws", "40", "--seed", "7"];
let one: Awaited<ReturnType<typeof study>>;
beforeAll(async () => {
  one = await study("one", ...SIZE, "--workers", "1");
}, 240_000);

describe("frontera study", { timeout: 240_000 }, () => {
  it("gives the same bytes for 1 and 3 workers, and other bytes for another seed", async () => {
    // In a process of its own: this one remembers the draws that it has weighed.
    const three = await studyWith(runProcess, "three", [...SIZE, "--workers", "3"]);
    const other = await study("other", "--draws", "600", "--system-draws", "0", "--seed", "8", "--workers", "1");
    const files = bytes(one.path);
    expect(Object.keys(files).length).toBeGreaterThan(15);
    expect(bytes(three.path)).toEqual(files);
    const told = ({ document }: { document: Printed }) => ({ ...document, host: 0, report: 0, files: 0 });
    expect(told(three)).toEqual(told(one));
    expect(three.document.host.workers).toBe(3);
    expect(other.document.fingerprint).not.toBe(one.document.fingerprint);
    expect(bytes(other.path)["/draws.csv"]).not.toBe(files["/draws.csv"]);
    // The cartels alone, where no draw is to see the rest.
    expect(other.document.system).toBeUndefined();
    const { system } = one.document;
    expect(system!.draws).toBe(40);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["/levers.csv", "/packages.csv", "/system.csv", "/figures/packages.svg"]),
    );
    // 600 draws are worth too few after weighting: the gate is red, and the exit code says so.
    expect(one.document.conditioning.gate).toBe("red");
    expect(one.code).toBe(1);
  });

  it("prints what the contract promises", async () => {
    const { code, document, path } = await study(
      "contract",
      "--draws",
      "3500",
      "--system-draws",
      "0",
      "--workers",
      "2",
    );
    expect(document.conditioning.effectiveSampleSize).toBeGreaterThan(400);
    expect(document.checks.every(({ pass, value, tolerance }) => pass && value <= tolerance)).toBe(true);
    expect(code).toBe(0);
    expect(document.command).toBe("study");
    expect(document.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    for (const estimate of [...document.estimates, ...document.contrasts]) {
      const { median, interval50, interval90, grades } = estimate;
      const order = [interval90[0], interval50[0], median, interval50[1], interval90[1]];
      expect([...order].sort((a, b) => a - b)).toEqual(order);
      expect(grades.A + grades.B + grades.C).toBeCloseTo(1, 12);
    }
    const members = document.estimates.filter(({ id }) => id === "members");
    expect(members.map(({ at }) => at)).toEqual(["2021-12-19", "2022-12-31"]);
    for (const { median, prior } of members) {
      expect(median).toBeGreaterThan(130_000);
      expect(median).toBeLessThan(200_000);
      expect(prior.interval90[0]).toBeLessThan(median);
    }
    for (const scenario of ["recruitment-halved", "incapacitation-doubled", "both"])
      expect(document.contrasts.filter((row) => row.scenario === scenario && row.outcome === "members")).toHaveLength(
        2,
      );
    const report = readFileSync(document.report, "utf8");
    expect(report).toContain(document.fingerprint.slice(0, 8));
    expect(report).toContain("business as usual");
    expect(report).toMatch(/<html lang="en">[\s\S]*<title>[\s\S]*<svg/);
    expect(report).not.toMatch(/NaN|undefined|<script|src="http|href="http[^"]*\.css/);
    const [header, ...rows] = readFileSync(join(path, "draws.csv"), "utf8").trim().split("\n");
    expect(rows).toHaveLength(3500);
    const names = header!.split(",");
    const cells = rows.map((row) => row.split(","));
    const column = (name: string) => cells.map((row) => Number(row[names.indexOf(name)]));
    // The weighted rows are the study: its median lies in the middle of the weights.
    const weight = column("weight");
    const value = column("members_2022_12_31");
    const total = weight.reduce((sum, w) => sum + w, 0);
    const below = weight.reduce((sum, w, i) => sum + (value[i]! <= members[1]!.median ? w : 0), 0);
    expect(below / total).toBeCloseTo(0.5, 2);
    expect((total * total) / weight.reduce((sum, w) => sum + w * w, 0)).toBeCloseTo(
      document.conditioning.effectiveSampleSize,
      3,
    );
  });

  it("runs a draw again to the same digits", async () => {
    const path = join(folder, "replay");
    await runFrontera(["study", "--draws", "280", "--system-draws", "0", "--out", path, "--quiet", "--workers", "1"]);
    const [header, ...rows] = readFileSync(join(path, "draws.csv"), "utf8").trim().split("\n");
    const { code, out } = await runFrontera(["study", "--draws", "280", "--replay", "270", "--json"]);
    expect(code).toBe(0);
    const { values, status } = JSON.parse(out) as { values: Record<string, number>; status: string };
    expect(status).toBe("ok");
    const cells = rows[270]!.split(",");
    for (const name of ["recruitment", "orderNoise", "members_2022_12_31", "conflict_deaths_end_both"])
      expect(values[name]).toBe(Number(cells[header!.split(",").indexOf(name)]));
    const wrong = await runFrontera(["study", "--draws", "280", "--replay", "280"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/--replay.*from 0 to 279, received 280/);
  });

  it("speaks Spanish about the same study", async () => {
    const es = await study("spanish", ...SIZE, "--workers", "1", "--lang", "es");
    const told = ({ document }: { document: Printed }) => ({ ...document, host: 0, report: 0, files: 0 });
    expect(told(es)).toEqual(told(one));
    const page = readFileSync(es.document.report, "utf8");
    expect(page).toMatch(/<html lang="es">[\s\S]*<title>Cárteles en México:[\s\S]*<svg/);
    expect(page).toContain("sin cambios de política");
    expect(page).not.toMatch(/NaN|undefined|business as usual/);
    const [before, after] = [bytes(one.path), bytes(es.path)];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const file of ["/study.json", "/draws.csv", "/summary.csv", "/citation.bib"])
      expect(after[file], file).toBe(before[file]);
    expect(after["/figures/members.svg"]).not.toBe(before["/figures/members.svg"]);
    const few = ["--draws", "20", "--system-draws", "0", "--workers", "1", "--quiet"];
    const summary = await runFrontera(["study", ...few, "--lang", "es", "--out", join(folder, "resumen")]);
    expect(summary.out).toMatch(/^Frontera, a diciembre de 2023: cárteles en México/);
    expect(summary.out).toContain("Informe: ");
    const wrong = await runFrontera(["study", "--lang", "fr", "--out", join(folder, "none")]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toMatch(/unknown language: fr.*expected en or es/s);
  });
});
