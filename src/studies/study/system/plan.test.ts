import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../data/dataset.ts";
import { atBound } from "../../scenarios/lever-effects.ts";
import { parseScenario } from "../../scenarios/scenario-file.ts";
import { LINKS, PACKAGE_IDS, Plan, settingsOf } from "./plan.ts";

const dataset = loadDataset();
const folder = join(import.meta.dirname, "../../../../scenarios");
const scenario = (id: string) => parseScenario(readFileSync(join(folder, `${id}.yaml`), "utf8"), id, dataset);
const level = (of: ReturnType<typeof scenario>, id: string) => of.levers[id]!.at(-1)!.to;

describe("settings of a package", () => {
  it("are one where no statute is needed, and the package as written", () => {
    for (const id of ["border-first", "treatment-first", "recruitment-first", "no-deal"])
      expect(settingsOf(dataset, scenario(id))).toEqual([{ legislatures: "not needed", scenario: scenario(id) }]);
  });

  it("hold every order within the law where none acts, and go to the bound where legislatures do", () => {
    for (const id of PACKAGE_IDS) {
      const settings = settingsOf(dataset, scenario(id));
      if (settings.length === 1) continue;
      const [none, act] = settings as [(typeof settings)[0], (typeof settings)[0]];
      expect([none.legislatures, act.legislatures]).toEqual(["none acts", "act"]);
      for (const lever of Object.keys(none.scenario.levers)) {
        const { start, bound, withoutStatute } = dataset.lever(lever);
        const sign = Math.sign(bound - start);
        expect(sign * (level(none.scenario, lever) - withoutStatute), `${id} ${lever}`).toBeLessThanOrEqual(0);
        expect(sign * (level(act.scenario, lever) - level(none.scenario, lever))).toBeGreaterThanOrEqual(0);
      }
    }
    const [none, act] = settingsOf(dataset, scenario("gun-package"));
    expect([none, act].map((one) => level(one!.scenario, "gun-source-rules"))).toEqual([0.4, 1]);
    // What was asked stops where no legislature need act; with them it goes on.
    const asked = settingsOf(dataset, scenario("asks-mexico-october-2023"));
    expect(asked.map((one) => level(one.scenario, "origin-programmes"))).toEqual([3e9, 20e9]);
  });
});

describe("the plan", () => {
  it("runs once what orders the same", () => {
    const plan = new Plan();
    const first = plan.place(atBound(dataset, "recruitment-prevention"));
    expect(plan.place(scenario("recruitment-first"))).toBe(first);
    expect(plan.place(atBound(dataset, "targeted-indictments"))).toBe(
      plan.place(atBound(dataset, "arrest-cooperation")),
    );
    expect(plan.place({ ...scenario("december-2023") })).toBe(0);
    expect(plan.scenarios).toHaveLength(3);
  });

  it("has levers for every link of the chain", () => {
    for (const { levers } of LINKS)
      for (const lever of levers) expect(dataset.lever(lever).moves[0]).toMatch(/^fentanyl\./);
  });
});
