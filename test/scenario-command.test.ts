import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CompareDocument, SimulateDocument } from "../src/studies/scenarios/document.ts";
import { runFrontera, runProcess } from "./support/run-frontera.ts";

const folder = mkdtempSync(join(tmpdir(), "frontera-scenario-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const CORE_FIXED = `parameters:
  recruitment: { value: 2.527474e-3, unit: 1/week }
  incapacitation: { value: 110, unit: person/week }
  conflict: 1.549231e-8
  saturation: { value: 4e-8, unit: 1/person/week }
  initialMembers: { value: 115000, unit: person }
`;

async function simulate(...words: string[]): Promise<SimulateDocument> {
  return simulateWith(runFrontera, words);
}

async function simulateWith(run: typeof runFrontera, words: readonly string[]): Promise<SimulateDocument> {
  const { out, err } = await run(["simulate", "--json", "--quiet", ...words]);
  expect(err).toBe("");
  return JSON.parse(out) as SimulateDocument;
}

describe("frontera simulate", () => {
  it("is the published core, week by week, where couplings are off and its five numbers are fixed", async () => {
    const text = `frontera: 1\nname: published\nfrom: 2012-01-01\nto: 2024-01-01\ncouplings: off\n${CORE_FIXED}`;
    const [document, published] = await Promise.all([
      simulate(file("published.yaml", text), "--draws", "8", "--workers", "1"),
      runFrontera(["replicate", "science-2023", "--json", "--weeks", "520"]),
    ]);
    const replica = JSON.parse(published.out) as { members: number[]; deaths: number[] };
    expect(document.dates.slice(0, 3)).toEqual(["2012-01-01", "2012-01-08", "2012-01-15"]);
    const members = document.outcomes.find(({ id }) => id === "members")!;
    const deaths = document.outcomes.find(({ id }) => id === "conflict-deaths")!;
    for (const week of [0, 1, 77, 260, 520]) {
      expect(Math.abs(members.median[week]! / replica.members[week]! - 1)).toBeLessThan(1e-6);
      expect(Math.abs(deaths.median[week]! / replica.deaths[week]! - 1)).toBeLessThan(1e-6);
      expect(members.high90[week]).toBe(members.low90[week]);
    }
  });

  it("changes nothing where nothing is ordered", async () => {
    const document = await simulate("--draws", "64", "--workers", "1", "--to", "2026-01-01");
    expect(document.name).toBe("business as usual");
    for (const { id, atEnd } of document.outcomes) expect(atEnd.businessAsUsual.interval90, id).toEqual([0, 0]);
    expect(document.checks.every(({ pass }) => pass)).toBe(true);
    expect(document.checks.map(({ id }) => id)).toContain("conservation-members");
  });

  it("gives the same answer for 1 and 2 workers, with an order that does what it says", async () => {
    const words = ["--draws", "400", "--lever", "incapacitation-effort=2@2024-06-01", "--to", "2028-01-01"];
    const one = await simulate(...words, "--workers", "1");
    // In a process of its own: this one remembers the draws that it has weighed.
    const two = await simulateWith(runProcess, [...words, "--workers", "2"]);
    expect({ ...two, host: 0 }).toEqual({ ...one, host: 0 });
    const arrests = one.outcomes.find(({ id }) => id === "arrests")!;
    expect(arrests.atEnd.businessAsUsual.median).toBeGreaterThan(0.9);
    const members = one.outcomes.find(({ id }) => id === "members")!;
    expect(members.atEnd.businessAsUsual.interval90[1]).toBeLessThan(0);
    expect(members.grades.A + members.grades.B + members.grades.C).toBeCloseTo(1, 12);
    expect(one.levers).toMatchObject([{ id: "incapacitation-effort", controller: "Mexico", needsStatute: false }]);
    expect(one.levers[0]!.mayHarm).toMatch(/arrested/);
  });

  it("speaks Spanish with nothing left in English, and hides what nothing moves", async () => {
    const path = "scenarios/gun-package.yaml";
    const [es, en] = await Promise.all(
      ["es", "en"].map((language) =>
        runFrontera(["simulate", path, "--quiet", "--draws", "64", "--workers", "1", "--lang", language]),
      ),
    );
    expect(en!.out).toContain("against business as usual");
    expect(en!.out).toContain("goes beyond what can be done without a legislature");
    expect(en!.out).toMatch(/Nothing that is ordered moves by as much as 0\.05 %: Fentanyl and deterrence \(/);
    expect(es!.out).toContain("frente a sin cambios");
    expect(es!.out).toContain("reglas de venta con ley");
    expect(es!.out).not.toMatch(/scenario\.|\{\{|against|business|draws|lawful|statute/);
    // The same numbers in both.
    const numbers = (text: string) => text.match(/[\d,.]{4,}(?= [([])/g);
    expect(numbers(en!.out)).not.toBeNull();
    expect(numbers(es!.out)).toEqual(numbers(en!.out));
  });

  it("tells the killings that a ban brings as a difference: there are none to be a share of", async () => {
    const document = await simulate(
      ...["--lever", "targeted-indictments=1", "--lever", "arrest-cooperation=1", "--draws", "64", "--workers", "1"],
    );
    const killed = document.outcomes.find(({ id }) => id === "killed-within-per-member-so-far")!;
    expect(killed.changes).toBe("difference");
    expect(killed.atEnd.businessAsUsual.interval90[0]).toBeGreaterThan(0);
    expect(killed.atEnd.businessAsUsual.median / killed.median.at(-1)!).toBeCloseTo(1, 1);
  });

  it("writes its data where it is told to", async () => {
    const out = join(folder, "written");
    await simulate("--draws", "64", "--workers", "1", "--out", out);
    const lines = readFileSync(join(out, "data.csv"), "utf8").trimEnd().split("\n");
    expect(lines[0]).toBe("date,outcome,unit,median,low50,high50,low90,high90");
    expect(lines.length).toBeGreaterThan(5 * 900);
    expect(lines[1]).toMatch(/^2012-01-01,members,person,/);
  });
});

describe("frontera compare", () => {
  it("holds scenarios against business as usual and their start, on paired draws", async () => {
    const files = [
      file(
        "more.yaml",
        "frontera: 1\nname: more arrests\nlevers: { incapacitation-effort: { to: 2, over: 6 months } }\n",
      ),
      file("less.yaml", "frontera: 1\nname: prevention\nlevers: { recruitment-prevention: 1 }\n"),
    ];
    const { out, err } = await runFrontera([
      "compare",
      ...files,
      "--json",
      "--quiet",
      "--draws",
      "128",
      "--workers",
      "1",
    ]);
    expect(err).toBe("");
    const document = JSON.parse(out) as CompareDocument;
    expect(document.scenarios).toEqual(["more arrests", "prevention"]);
    const members = document.outcomes.find(({ id }) => id === "members")!;
    for (const name of document.scenarios) {
      const { businessAsUsual, start } = members.against;
      expect(members.byScenario[name]!.median).toHaveLength(document.dates.length);
      expect(businessAsUsual[name]!.median[0]).toBe(0);
      expect(start[name]!.median[0]).toBe(0);
      expect(businessAsUsual[name]!.high90.at(-1)).toBeLessThan(0);
    }
  });
});
