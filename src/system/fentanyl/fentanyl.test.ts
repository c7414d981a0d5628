import { beforeAll, describe, expect, it } from "vitest";
import {
  at,
  byHalfYears,
  CASES,
  type Case,
  COLUMNS,
  chain,
  conserved,
  GOLDEN,
  inYear,
  layer,
  midYear,
  model,
  near,
  PRECURSOR,
  PRINTED,
  type Schedules,
  STARTING_KILOGRAMS,
  STATE_2024,
  seen,
  shock,
  W,
  week,
  YEARS,
} from "../../../test/fixtures/fentanyl-chain.ts";
import { runOnce, type SingleRun } from "../../ensemble/run.ts";
import { simulate } from "../../ensemble/simulate.ts";
import { log, pow } from "../../math/elementary/index.ts";
import { FENTANYL_STEP, FENTANYL_STEP_ERROR, SUPPLY_LINKS } from "./index.ts";

describe("golden values", () => {
  let usual: SingleRun;
  beforeAll(() => {
    usual = byHalfYears({});
  });

  it.each(YEARS)("%i", (year, ...expected) => {
    Object.entries(COLUMNS).forEach(([column, read], i) => {
      near(read(usual, column, year), expected[i]!, PRINTED, column);
    });
  });

  it("state at the start and in 2024", () => {
    const start = runOnce(model, { t0: 0, t1: 0, save: [0] }, {}, GOLDEN);
    near(start.state("fentanyl.finishedStockFirst")[0]!, 0.11231547, 5e-8);
    near(start.state("fentanyl.wholesaleInventory")[0]!, 0.59591283, 5e-8);
    near(start.state("fentanyl.capacity")[0]!, 0.14379447, 5e-8);
    near(start.state("fentanyl.perceivedRisk")[0]!, -2.4176838, 5e-8);
    const then = byHalfYears({}, GOLDEN, model, 2024);
    for (const [stock, value] of Object.entries(STATE_2024)) near(then.state(stock)[0]!, value, 1e-7, stock);
    expect(then.state("deterrence.takenOver")[0]).toBe(0);
  });

  it.each(Object.entries(CASES))("deaths with one lever: %s", (_, { deaths, ...given }) => {
    const run = byHalfYears(given);
    deaths.forEach((expected, i) => {
      near(inYear(run, "synthetic-opioid-deaths-so-far", 2024 + i), expected, PRINTED, `${2024 + i}`);
    });
    conserved(run, STARTING_KILOGRAMS);
  });

  it("price of the persistent shock, deaths of the year in which the ban begins", () => {
    const persistent = byHalfYears(CASES.persistent!);
    [2.32789, 1.81567, 1.74925, 1.72353, 1.71375, 1.71005, 1.70866].forEach((price, i) => {
      near(midYear(persistent, "overdose-price", 2024 + i), price, PRINTED);
    });
    near(inYear(byHalfYears(CASES.ban!), "synthetic-opioid-deaths-so-far", 2023), 72862.4, PRINTED);
  });

  it("keeps kilograms, people and deaths in balance", () => {
    conserved(usual, STARTING_KILOGRAMS);
  });

  it("gives the same bits in both backends", () => {
    const leg = { t0: 0, t1: 60, save: [0, 20, 60], schedules: at(PRECURSOR, 2012.5) };
    const [wasm, interpreted] = (["wasm", "interpret"] as const).map((backend) =>
      runOnce(seen, leg, shock("persistent", 0.6), { ...GOLDEN, backend }),
    );
    expect(wasm!.outputs).toEqual(interpreted!.outputs);
  });
});

describe("identities", () => {
  const pressed: Case = {
    parameters: shock("intermediate", 0.5),
    schedules: Object.assign({}, ...SUPPLY_LINKS.map((link) => at(`fentanyl.${link}Pressure`, 2024))),
  };
  it("without levers nothing is pressed, adapted to or deterred, exactly", () => {
    const { outputs } = byHalfYears({}, GOLDEN, seen);
    for (const link of SUPPLY_LINKS)
      for (const of of ["Loss", "Adapted"])
        expect(outputs[`fentanyl.${link}${of}`]!.every((value) => Math.abs(value) === 0)).toBe(true);
    expect(outputs["deterrence.productionFactor"]!.every((value) => value === 1)).toBe(true);
    expect(outputs["deterrence.extraDeathRate"]!.every((value) => value === 0)).toBe(true);
    expect(outputs["fentanyl.logPriceAnchor"]).toEqual(outputs["fentanyl.logPriceTrend"]);
  });

  it("consumption lies on the demand curve, the border and deaths add up, signs hold", () => {
    const run = byHalfYears(pressed, GOLDEN, seen);
    conserved(run, STARTING_KILOGRAMS);
    const { outputs } = run;
    const of = (name: string, i: number) => outputs[`fentanyl.${name}`]![i]!;
    for (let i = 0; i < outputs["overdose-price"]!.length; i++) {
      const price = outputs["overdose-price"]![i]!;
      expect(price).toBeGreaterThan(0);
      near(of("consumed", i), of("demandAtUnitPrice", i) * pow(price, -0.5), 1e-12);
      near(
        of("seized", i) + of("entered", i) - (1 - of("mexicanShare", i)) * of("made", i),
        of("reachedBorder", i),
        1e-12,
      );
      near(
        of("fentanylDeaths", i) + of("heroinOnlyDeaths", i),
        (of("overdoseHazard", i) * of("exposedPeople", i)) / W,
        1e-12,
      );
      for (const link of SUPPLY_LINKS) expect(of(`${link}Loss`, i)).toBeGreaterThanOrEqual(0);
      for (const share of ["adoptionFirst", "adoptionSecond"]) {
        expect(of(share, i)).toBeGreaterThan(0);
        expect(of(share, i)).toBeLessThan(1);
      }
    }
  });

  it("steady limits: the price returns to its anchor, lasting losses leave their pass-through", () => {
    const until = 2048;
    const last = 2 * (until - 2012);
    const usual = byHalfYears({}, GOLDEN, seen, until);
    const of = (run: SingleRun, name: string) => run.outputs[`fentanyl.${name}`]![last]!;
    expect(Math.abs(of(usual, "logPrice") - of(usual, "logPriceAnchor"))).toBeLessThan(1e-3);
    near(of(usual, "consumed") + of(usual, "seized"), of(usual, "made"), 2e-3);
    const lasting = (link: string): Case => ({
      parameters: { [`fentanyl.${link}Adaptation`]: 0, "fentanyl.precursorPriceShare": 0.3 },
      schedules: at(`fentanyl.${link}Pressure`, 2024),
    });
    const price = (run: SingleRun) => of(run, "logPrice") - of(usual, "logPrice");
    const scanning = byHalfYears(lasting("scanning"), GOLDEN, seen, until);
    expect(price(scanning)).toBeCloseTo(-0.02 * log(1 - 0.165), 4);
    const precursor = byHalfYears(lasting("precursor"), GOLDEN, seen, until);
    expect(price(precursor)).toBeCloseTo((0.3 / 0.5) * -log(1 - 0.5), 3);
  });

  it("units: more fentanyl per person changes kilograms and nothing else", () => {
    const usual = byHalfYears({});
    const tripled = byHalfYears({ parameters: { "fentanyl.consumptionPerPerson": 3 * 5.296e-5 } });
    for (const [id, factor] of [
      ["overdose-price", 1],
      ["fentanyl-share", 1],
      ["synthetic-opioid-deaths-so-far", 1],
      ["fentanyl-consumed-so-far", 3],
      ["fentanyl-seized-in-bulk-so-far", 3],
    ] as const)
      for (let i = 1; i < usual.outputs[id]!.length; i++)
        near(tripled.outputs[id]![i]!, factor * usual.outputs[id]![i]!, 1e-10, id);
  });

  it("reference deaths are a scale", () => {
    const usual = byHalfYears({});
    const scaled = byHalfYears({
      parameters: { "fentanyl.referenceDeaths": 2 * 80_000, "fentanyl.initiation": 81_100 * pow(2, -0.4594) },
    });
    for (const id of Object.keys(COLUMNS))
      for (let i = 1; i < usual.outputs[id]!.length; i++)
        near(scaled.outputs[id]![i]!, usual.outputs[id]![i]!, 1e-10, id);
  });
});

describe("draws from the independent priors", () => {
  it("go through under pressure on every link, with every check met", async () => {
    const links = [...SUPPLY_LINKS.map((link) => `fentanyl.${link}Pressure`), "deterrence.targeting"];
    const { byStatus, checks } = await simulate({
      model: { name: "fentanyl", modules: [chain, layer] },
      design: { kind: "monte-carlo", draws: 256, seed: 8 },
      legs: [
        {
          t0: 0,
          t1: week(2031),
          save: [week(2031)],
          schedules: Object.assign({}, ...links.map((lever) => at(lever, 2024))),
        },
      ],
      steps: { step: FENTANYL_STEP },
    });
    expect(byStatus).toEqual({ ok: 256 });
    expect(checks.filter(({ pass }) => !pass)).toEqual([]);
    expect(checks.map(({ id }) => id)).toContain("conservation-users");
  });
});

describe("production", () => {
  const months = Array.from({ length: 19 * 12 + 1 }, (_, i) => (i * W) / 12);
  const monthly = ({ parameters = {}, schedules = {} }: Case, step: number) => {
    const leg = { t0: 0, t1: week(2031), save: months, schedules };
    const { outputs } = runOnce(model, leg, parameters, { step, tolerance: Number.POSITIVE_INFINITY });
    const counted = outputs["synthetic-opioid-deaths-so-far"]!;
    return months.slice(1).map((_, i) => counted[i + 1]! - counted[i]!);
  };
  it.each<[string, Case]>([
    ["usual", {}],
    ["a transient shock of nine tenths", { parameters: shock("transient", 0.9), schedules: at(PRECURSOR, 2024) }],
    ...Object.entries(CASES).map(([name, { parameters = {}, schedules = {} }]): [string, Case] => [
      name,
      { parameters, schedules: thinned(schedules) },
    ]),
  ])("monthly deaths: %s", (_, given) => {
    const fine = monthly(given, FENTANYL_STEP / 4);
    const error = Math.max(...monthly(given, FENTANYL_STEP).map((deaths, i) => Math.abs(deaths / fine[i]! - 1)));
    expect(error).toBeLessThan(FENTANYL_STEP_ERROR);
  });
});

/** Levers with a knot every thirteen weeks, so that steps are as long as they may be. */
function thinned(schedules: Schedules): Schedules {
  return Object.fromEntries(
    Object.entries(schedules).map(([lever, { t, value }]) => {
      const keep = Array.from(t).flatMap((_, i) =>
        t.length < 10 || i < 2 || i % 52 === 1 || i + 1 === t.length ? [i] : [],
      );
      return [lever, { t: keep.map((i) => t[i]!), value: keep.map((i) => value[i]!) }];
    }),
  );
}
