import { describe, expect, it } from "vitest";
import { weekOf } from "../../data/calendar.ts";
import { savePlaces } from "../../ensemble/leg.ts";
import { evidence } from "../study/study-model.ts";
import { CoupledRun } from "./coupled-run.ts";
import { uncertaintiesIn } from "./sampler.ts";
import { businessAsUsual, DEFAULT_FROM, type Scenario } from "./scenario.ts";
import type { ScenarioWork } from "./scenario-spec.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "./subsystems.ts";

const dataset = evidence();
const WEEKS = ["2024-07-01", "2027-01-01", "2030-01-01"].map((day) => weekOf(day));
const TAILS = [0.01, 0.99];

function ordered(levers: readonly string[]): Scenario {
  const orders = levers.map((id) => [id, [{ to: dataset.lever(id).bound, from: DEFAULT_FROM, over: 0 }]] as const);
  return { ...businessAsUsual(), name: levers.join(), levers: Object.fromEntries(orders) };
}

/** Draws at the medians of the priors, but for one parameter of every part in each: first at its 1st, then at its 99th percentile. */
function corners(draws: number): ScenarioWork["drawn"] {
  return SUBSYSTEM_IDS.map((id) => {
    const { uncertain } = uncertaintiesIn(subsystemOf(id, dataset), {});
    const ids = uncertain.map((one) => one.id);
    const values = new Float64Array(draws * ids.length);
    for (let draw = 0; draw < draws; draw++)
      uncertain.forEach(({ prior }, i) => {
        const out = draw >> 1 === i;
        values[draw * ids.length + i] = prior.quantile(out ? TAILS[draw & 1]! : 0.5);
      });
    return { ids, values };
  });
}

function check(scenarios: readonly Scenario[], draws: number) {
  const spec = { seed: 1, draws, subsystems: SUBSYSTEM_IDS, scenarios, weeks: WEEKS, changes: WEEKS };
  const run = new CoupledRun({ ...spec, drawn: corners(draws) }, dataset);
  run.run(0, draws);
  for (const part of run.parts)
    part.legs.slice(1).forEach((leg, s) => {
      const place = savePlaces(leg);
      part.blocks.layout.outputs.forEach(({ id }, output) => {
        for (const week of WEEKS)
          for (let draw = 0; draw < draws; draw++) {
            const value = part.blocks.output(1 + s, draw, place(week), output);
            const where = `${id} in ${scenarios[s]?.name ?? s}, draw ${draw}, week ${week}`;
            if (!Number.isFinite(value)) expect.fail(`${where}: ${value}`);
            if (value < 0) expect.fail(`${where}: ${value}`);
          }
      });
    });
}

const LEVERS = [...dataset.levers.values()].filter(({ moves }) => moves.length > 0).map(({ id }) => id);

describe("the coupled system at its extremes", () => {
  it("is finite and nowhere below zero with every lever at its bound, alone and all together", () => {
    expect(LEVERS.length).toBeGreaterThan(20);
    check([businessAsUsual(), ...LEVERS.map((id) => ordered([id])), ordered(LEVERS)], 1);
  });

  it("is finite and nowhere below zero with every parameter at its 1st and 99th percentile, orders or not", () => {
    const most = Math.max(...SUBSYSTEM_IDS.map((id) => uncertaintiesIn(subsystemOf(id, dataset), {}).uncertain.length));
    expect(most).toBeGreaterThan(30);
    check([businessAsUsual(), ordered(LEVERS)], 2 * most);
  });
});
