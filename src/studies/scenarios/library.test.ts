import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../data/dataset.ts";
import { LEVER_IDS } from "../../data/lever-ids.ts";
import { leverEffects } from "./lever-effects.ts";
import { parseScenario } from "./scenario-file.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "./subsystems.ts";

const dataset = loadDataset();
const folder = join(import.meta.dirname, "../../../scenarios");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const scenarios = files.map((name) => ({
  name,
  scenario: parseScenario(readFileSync(join(folder, name), "utf8"), name, dataset),
}));

describe("the library of scenarios", () => {
  it("has a name of its own and both languages in every file", () => {
    expect(files.length).toBeGreaterThanOrEqual(20);
    const names = scenarios.map(({ scenario }) => scenario.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, scenario } of scenarios) {
      expect(scenario.about.en, name).toBeTruthy();
      expect(scenario.about.es, name).toBeTruthy();
      expect(scenario.about.es, name).not.toBe(scenario.about.en);
    }
  });

  it.each([
    ["asks-united-states-october-2023.yaml", "US", "2023-10", ["targeted-indictments", "arrest-cooperation"]],
    ["asks-mexico-october-2023.yaml", "MX", "2023-10", []],
    ["asks-united-states-december-2023.yaml", "US", "2023-12", []],
    ["asks-mexico-december-2023.yaml", "MX", "2023-12", []],
  ] as const)("orders what the agenda says was asked: %s", (name, actor, month, read) => {
    const { scenario } = scenarios.find((one) => one.name === name)!;
    const asked = dataset.agenda
      .filter((row) => row.actor === actor && row.kind === "ask" && row.date.startsWith(month))
      .map(({ lever }) => lever as string | null);
    // What the file says is a reading of an ask is no row of its own.
    for (const lever of Object.keys(scenario.levers)) expect([...asked, ...read]).toContain(lever);
  });
});

describe("levers", () => {
  it("are those of the agenda, and two pressures that nobody owns", () => {
    const known = [...dataset.levers.keys()];
    for (const id of LEVER_IDS) expect(known).toContain(id);
    const further = known.filter((id) => !(LEVER_IDS as readonly string[]).includes(id));
    expect(further).toEqual(["pressure-transit", "pressure-wholesale"]);
  });

  it("each move some outcome at their bound, and no part of the system has a lever that is not there", async () => {
    const { effects } = await leverEffects({ draws: 32, seed: 1 });
    const moving = [...dataset.levers.values()].filter(({ moves }) => moves.length > 0).map(({ id }) => id);
    expect(new Set(effects.map(({ lever }) => lever))).toEqual(new Set(moving));
    for (const id of moving) {
      const own = effects.filter(({ lever }) => lever === id).flatMap(({ changes }) => changes);
      expect(Math.max(...own.map(({ businessAsUsual }) => Math.abs(businessAsUsual.median))), id).toBeGreaterThan(1e-6);
    }
    for (const id of SUBSYSTEM_IDS) {
      const { model } = subsystemOf(id, dataset);
      const inputs = model.modules.flatMap(({ name, levers = {} }) =>
        Object.keys(levers).map((lever) => `${name}.${lever}`),
      );
      for (const { moves } of dataset.levers.values())
        for (const input of moves)
          expect(inputs, "a lever of the table is replaced by an equation").not.toContain(input);
    }
  });
});
