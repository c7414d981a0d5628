import { beforeAll, describe, expect, it } from "vitest";
import { weekOf } from "../../data/calendar.ts";
import { loadDataset } from "../../data/dataset.ts";
import { savePlaces } from "../../ensemble/leg.ts";
import { exp, log } from "../../math/elementary/index.ts";
import { keyFromSeed } from "../../math/random.ts";
import { migrationTables } from "../../system/migration/index.ts";
import { OUTLOOK_STREAMS, WALK_DATES } from "../../system/outlook.ts";
import { CoupledRun } from "./coupled-run.ts";
import { departuresAhead } from "./departures-ahead.ts";
import { intervalOf, runGroup } from "./group-run.ts";
import { type Posterior, posteriorOf } from "./posterior.ts";
import { businessAsUsual, type Scenario } from "./scenario.ts";
import type { ScenarioWork } from "./scenario-spec.ts";

const dataset = loadDataset();
const key = keyFromSeed(2);
const knots = WALK_DATES.length;

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

describe("paths of departures after 2023", () => {
  const latent = departuresAhead(dataset);
  const paths = Array.from({ length: 400 }, (_, draw) => latent.paths({}).draw([], key, draw));

  it("fill all their tables, and are 0 on 1 January 2024", () => {
    const { tables } = latent;
    expect(paths[0]).toHaveLength(tables.reduce((sum, table) => sum + table.knots, 0));
    let first = 0;
    for (const table of tables) {
      expect(
        paths.every((path) => path[first] === 0),
        table.id,
      ).toBe(true);
      first += table.knots;
    }
  });

  it("take steps between one and two times as large as the knots that were fitted for 2012-2023", () => {
    const tables = migrationTables(dataset);
    OUTLOOK_STREAMS.forEach((stream, s) => {
      const { at, values } = tables[`logDepartures${stream}`];
      const fitted = values.filter((_, k) => String(at[k]) <= "2024-01-01");
      const before = spread(fitted.slice(1).map((value, k) => value - fitted[k]!));
      const after = spread(paths.map((path) => path[s * knots + 1]!));
      expect(after / before, stream).toBeGreaterThan(1);
      expect(after / before, stream).toBeLessThan(2);
    });
  });

  it("may go as high as the evidence says, which is above every knot fitted", () => {
    const most = dataset.parameter("outlook.mostDepartures").value;
    const tables = migrationTables(dataset);
    for (const stream of OUTLOOK_STREAMS) {
      const { values } = tables[`logDepartures${stream}`];
      // The last knot is the mean of 2023.
      expect(exp(Math.max(...values) - values.at(-1)!), stream).toBeLessThan(most);
    }
  });

  it("follow what a scenario sets, and say so where it sets a prior or what cannot be", () => {
    const still = latent.paths({
      ...Object.fromEntries(OUTLOOK_STREAMS.map((stream) => [`outlook.step${stream}`, 0])),
      "outlook.dipRate": 0,
      "outlook.rushRate": 0,
    });
    expect(still.draw([], key, 3).every((value) => value === 0)).toBe(true);
    expect(() => latent.paths({ "outlook.stepMexico": "uniform(0, 1)" })).toThrow(/takes a number, no prior/);
    expect(() => latent.paths({ "outlook.stepTails": 5 })).toThrow(/even number above 2/);
  });
});

describe("encounters in a scenario", () => {
  const DATES = ["2024-01-01", "2024-07-01", "2025-07-01", "2026-07-01", "2028-01-01"];
  const WEEKS = DATES.map((date) => weekOf(date));
  const usual = { ...businessAsUsual(), to: DATES.at(-1)! };
  const ordered: Scenario = {
    ...usual,
    name: "ordered",
    levers: { "return-consequences": [{ from: "2026-01-01", to: 1, over: 0 }] },
  };
  const DRAWS = 120;
  const spec = { seed: 1, draws: DRAWS, subsystems: ["migration"] as const };
  /** Encounters of every draw, rising, by scenario and date; of the same draws with their paths and without. */
  type Read = (scenario: number, date: number) => number[];
  let moving: Read;
  let calm: Read;
  beforeAll(async () => {
    const [posterior] = (await posteriorOf({ ...spec, parameters: {} }, {})) as [Posterior];
    const { ids, values } = posterior;
    const carried = (drawn: ScenarioWork["drawn"][number]): Read => {
      const scenarios = [usual, ordered];
      const run = new CoupledRun({ ...spec, scenarios, weeks: WEEKS, changes: WEEKS, drawn: [drawn] }, dataset);
      run.run(0, DRAWS);
      const { blocks, legs } = run.parts[0]!;
      const output = blocks.layout.outputs.findIndex(({ id }) => id === "encounters");
      return (scenario, date) => {
        const place = savePlaces(legs[1 + scenario]!)(WEEKS[date]!);
        return Array.from({ length: DRAWS }, (_, draw) => blocks.output(1 + scenario, draw, place, output));
      };
    };
    [moving, calm] = [carried(posterior), carried({ ids, values })];
  });
  const width = (run: Read, date: number) => {
    const sorted = [...run(0, date)].sort((a, b) => a - b);
    return log(sorted[DRAWS - 7]! / sorted[6]!);
  };

  it("begin as they were counted, with and without paths", () => {
    expect(moving(0, 0)).toEqual(calm(0, 0));
    expect(moving(0, 1)).not.toEqual(calm(0, 1));
  });

  it("are the less certain the farther ahead", () => {
    expect(width(moving, 1)).toBeGreaterThan(3 * width(moving, 0));
    // After some years the walks have come to the spread that their return leaves them.
    for (const later of [2, 3, 4]) expect(width(moving, later), DATES[later]).toBeGreaterThan(1.15 * width(moving, 1));
    expect(width(moving, 4)).toBeGreaterThan(1.5 * width(calm, 4));
    expect(width(calm, 4)).toBeLessThan(1.25 * width(calm, 1));
  });

  it("take the same path whatever is ordered, so that orders alone tell scenarios apart", () => {
    // The order of 2026 lays steps anew.
    for (const [draw, value] of moving(1, 2).entries()) expect(value / moving(0, 2)[draw]!).toBeCloseTo(1, 4);
    const effect = moving(1, 3).map((value, draw) => log(value / moving(0, 3)[draw]!));
    expect(Math.max(...effect)).toBeLessThan(0);
    expect(spread(effect)).toBeLessThan(0.5 * spread(moving(0, 3).map(log)));
  });

  it("are as uncertain with couplings off", async () => {
    const scenarios = [{ ...usual, couplings: false }];
    const { subsystems } = await runGroup({ ...spec, scenarios, weeks: WEEKS, changes: WEEKS }, {});
    const cell = { scenario: 0, outcome: "encounters", week: WEEKS[3]!, shows: "level" } as const;
    const [low, high] = intervalOf(subsystems[0]!, cell).interval90;
    expect(log(high / low)).toBeGreaterThan(1.15 * width(calm, 3));
  });
});
