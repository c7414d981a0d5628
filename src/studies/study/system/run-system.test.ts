import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../data/dataset.ts";
import { simulateScenario } from "../../scenarios/run-scenarios.ts";
import { businessAsUsual } from "../../scenarios/scenario.ts";
import { parseScenario } from "../../scenarios/scenario-file.ts";
import { runSystem } from "./run-system.ts";
import { systemChecks } from "./system-checks.ts";

const dataset = loadDataset();
const folder = join(import.meta.dirname, "../../../../scenarios");
const packages = (["gun-package", "no-deal"] as const).map((id) => ({
  id,
  scenario: parseScenario(readFileSync(join(folder, `${id}.yaml`), "utf8"), id, dataset),
}));

describe("the whole system", { timeout: 240_000 }, () => {
  it("tells of levers, links, packages and the agenda on the same draws", async () => {
    const { part, checks } = await runSystem({ draws: 128, seed: 3, packages });
    expect(part.carried).toEqual({ businessAsUsual: 16, scenarios: 16 });
    const ordered = (band: readonly number[]) => expect([...band].sort((a, b) => a - b)).toEqual(band);
    const effects = [
      ...part.levers.flatMap((lever) => [...lever.effects, ...(lever.withoutStatute?.effects ?? [])]),
      ...part.links.map(({ deaths }) => deaths),
      ...part.packages.flatMap(({ settings }) => settings.flatMap((setting) => setting.effects)),
    ];
    expect(effects.length).toBeGreaterThan(100);
    for (const { grades, changes } of effects) {
      expect(grades.A + grades.B + grades.C).toBeCloseTo(1, 9);
      expect(changes.map(({ months }) => months)).toEqual([6, 12, 36, 72]);
      for (const { businessAsUsual: usual, start } of changes)
        for (const { median, interval50, interval90 } of [usual, start])
          ordered([interval90[0], interval50[0], median, interval50[1], interval90[1]]);
    }
    // Levers in no equation are listed and do nothing; all others move something.
    for (const { id, modelled, effects: own } of part.levers)
      expect(own.length > 0, id).toBe(modelled && dataset.lever(id).moves.length > 0);
    const [guns, noDeal] = part.packages;
    expect(guns!.settings.map(({ legislatures }) => legislatures)).toEqual(["none acts", "act"]);
    expect(noDeal!.settings[0]!.effects.map(({ outcome }) => outcome)).toContain("encounters");
    // A link and the lever that presses it alone are one run.
    const naloxone = part.levers.find(({ id }) => id === "naloxone-reach")!;
    const deaths = naloxone.effects.find(({ outcome }) => outcome === "synthetic-opioid-deaths");
    expect(part.links.find(({ id }) => id === "naloxone")!.deaths).toEqual(deaths);
    expect(deaths!.changes[3]!.businessAsUsual.median).toBeLessThan(-0.15);
    const asked = part.agenda.filter(({ lever }) => lever === "naloxone-reach" || lever === "interception");
    expect(asked.every(({ does }) => does.length > 0)).toBe(true);
    expect(part.agenda).toHaveLength(dataset.agenda.length);
    expect(systemChecks(checks).every(({ pass }) => pass)).toBe(true);
  });

  it("has the business as usual of `simulate`, to what fewer draws tell", async () => {
    const { part } = await runSystem({ draws: 160, seed: 3, packages: [] });
    const { outcomes } = await simulateScenario(businessAsUsual(), { draws: 160, seed: 3 });
    for (const id of ["synthetic-opioid-deaths", "people-in-treatment"]) {
      const [here, there] = [part.outcomes, outcomes].map((all) => all.find((one) => one.id === id)!.median.at(-1)!);
      expect(Math.abs(here! / there! - 1), id).toBeLessThan(0.1);
    }
    expect(part.outcomes.map(({ id }) => id)).toEqual(outcomes.map(({ id }) => id));
    const encounters = part.outcomes.find(({ id }) => id === "encounters")!;
    expect(encounters.data).toHaveLength(144);
    // Data and model are in one unit.
    const at = part.dates.findIndex((date) => date >= "2019-05-01");
    const seen = encounters.data.find(({ period }) => period === "2019-05")!.value;
    expect(seen / encounters.median[at]!).toBeGreaterThan(0.5);
    expect(seen / encounters.median[at]!).toBeLessThan(2);
  });
});
