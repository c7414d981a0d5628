import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../data/dataset.ts";
import type { Leg } from "../../ensemble/leg.ts";
import { type RunOptions, runOnce, type SingleRun } from "../../ensemble/run.ts";
import { simulate } from "../../ensemble/simulate.ts";
import { exp, log, pow } from "../../math/elementary/index.ts";
import { defineModule } from "../../model/declare.ts";
import { defineModel } from "../../model/model.ts";
import { deterrence } from "../deterrence.ts";
import { moduleParameters } from "../module-parameters.ts";
import { FENTANYL_STEP, FENTANYL_STEP_ERROR, fentanyl, SHOCK_KINDS, SUPPLY_LINKS } from "./index.ts";

/** A year of this module [week]. */
const W = 365.25 / 7;
/** Quantities inside the module that the tests look at, with their units. */
const LOOKED_AT = {
  "fentanyl.demandAtUnitPrice": "kg/week",
  "fentanyl.consumed": "kg/week",
  "fentanyl.made": "kg/week",
  "fentanyl.seized": "kg/week",
  "fentanyl.lostInTransit": "kg/week",
  "fentanyl.lostInWholesale": "kg/week",
  "fentanyl.entered": "kg/week",
  "fentanyl.reachedBorder": "kg/week",
  "fentanyl.mexicanShare": "1",
  "fentanyl.logPrice": "1",
  "fentanyl.logPriceAnchor": "1",
  "fentanyl.logPriceTrend": "1",
  "fentanyl.adoptionFirst": "1",
  "fentanyl.adoptionSecond": "1",
  "fentanyl.wholesaleInventory": "kg",
  "fentanyl.capacity": "kg/week",
  "fentanyl.overdoseHazard": "1/year",
  "fentanyl.exposedPeople": "person",
  "fentanyl.fentanylDeaths": "person/week",
  "fentanyl.heroinOnlyDeaths": "person/week",
  "deterrence.productionFactor": "1",
  "deterrence.extraDeathRate": "1/week",
  ...Object.fromEntries(
    SUPPLY_LINKS.flatMap((link) => [
      [`fentanyl.${link}Loss`, "1"],
      [`fentanyl.${link}Adapted`, "1"],
    ]),
  ),
} as Record<string, string>;

const dataset = loadDataset();
const chain = fentanyl({ parameters: moduleParameters(dataset, "fentanyl") });
const layer = deterrence({ parameters: moduleParameters(dataset, "deterrence") });
const probe = defineModule({
  name: "probe",
  about: "what the tests look at",
  source: ["test"],
  outcomes: Object.entries(LOOKED_AT).map(([equation, unit]) => ({
    id: equation,
    about: equation,
    unit,
    equation,
    afterEvent: "hold" as const,
  })),
});
const model = defineModel({ name: "fentanyl", modules: [chain, layer] });
const seen = defineModel({ name: "fentanyl", modules: [chain, layer, probe] });

type Schedules = NonNullable<Leg["schedules"]>;
interface Case {
  readonly parameters?: Record<string, number>;
  readonly schedules?: Schedules;
}

/** The form in which the golden numbers were computed: a step is 1/208 of a year, years and levers fall on steps. */
const GOLDEN: RunOptions = {
  tableau: "rk4",
  step: W / 208,
  landOnKnots: false,
  tolerance: Number.POSITIVE_INFINITY,
};
const week = (year: number) => (year - 2012) * W;
const at = (lever: string, year: number, value = 1): Schedules => ({
  [lever]: { t: [0, week(year), week(year)], value: [0, 0, value] },
});
/** size·(1 − e^(−(t − t0)/lag)) from 2024 on, with a knot every step. */
const lagged = (lever: string, size: number, lag: number): Schedules => {
  const after = Array.from({ length: 7 * 208 + 1 }, (_, i) => (i * W) / 208);
  return {
    [lever]: {
      t: [0, ...after.map((t) => week(2024) + t)],
      value: [0, ...after.map((t) => size * (1 - exp(-t / lag)))],
    },
  };
};
const PRECURSOR = "fentanyl.precursorPressure";
const shock = (kind: keyof typeof SHOCK_KINDS, effect: number) => ({
  ...SHOCK_KINDS[kind],
  "fentanyl.precursorEffect": effect,
});

/** A case by half years from 2012 on. */
function byHalfYears({ parameters = {}, schedules = {} }: Case, options = GOLDEN, of = model, until = 2031): SingleRun {
  const save = Array.from({ length: 2 * (until - 2012) + 1 }, (_, i) => (i / 2) * W);
  const run = runOnce(of, { t0: 0, t1: week(until), save, schedules }, parameters, options);
  expect(run.status).toBe("ok");
  return run;
}
const inYear = ({ outputs }: SingleRun, counter: string, year: number) => {
  const k = 2 * (year - 2012);
  return outputs[counter]![k + 2]! - outputs[counter]![k]!;
};
const midYear = ({ outputs }: SingleRun, outcome: string, year: number) => outputs[outcome]![2 * (year - 2012) + 1]!;
const near = (value: number, expected: number, relative: number, what = "") =>
  expect(Math.abs(value / expected - 1), `${what} ${value} for ${expected}`).toBeLessThanOrEqual(relative);

/** What went in less what went out, as a share of what was there and went in. */
function residual(run: SingleRun, held: string[], before: number, gained: string[], lost: string[]): number {
  const sum = (names: string[]) => names.reduce((total, name) => total + run.state(`fentanyl.${name}`)[0]!, 0);
  return Math.abs(before + sum(gained) - sum(lost) - sum(held)) / (before + sum(gained));
}
const KILOGRAMS = ["finishedStockFirst", "finishedStockSecond", "wholesaleInventory"];
const PEOPLE = ["activeUse", "inTreatment", "earlyRemission", "stableRemission"];
function conserved(run: SingleRun, kilograms: number, people = 1_630_000 + 444_000 + 345_000 + 590_000): void {
  const lost = ["seizedSoFar", "lostInTransitSoFar", "lostInWholesaleSoFar", "consumedSoFar"];
  expect(residual(run, KILOGRAMS, kilograms, ["madeSoFar"], lost)).toBeLessThan(1e-12);
  const died = ["otherDeathsSoFar", "overdoseDeathsOfUsersSoFar"];
  expect(residual(run, PEOPLE, people, ["initiatesSoFar"], died)).toBeLessThan(1e-12);
  const count = (name: string) => run.state(`fentanyl.${name}`)[0]!;
  near(
    count("overdoseDeathsOfUsersSoFar") + count("overdoseDeathsOfOccasionalUsersSoFar"),
    count("fentanylDeathsSoFar") + count("heroinOnlyDeathsSoFar"),
    1e-12,
    "deaths",
  );
}
const STARTING_KILOGRAMS = 2 * 0.11231547 + 0.59591283;

// Golden numbers: the equations re-implemented twice from the specification, 2026; classical Runge–Kutta of order four with
// 208 steps a year of 365.25 days; a quarter of the step changes no printed digit. Counts are of the year, states and the
// price are at mid-year.
const COLUMNS = {
  "synthetic-opioid-deaths-so-far": inYear,
  "heroin-deaths-so-far": inYear,
  "fentanyl-seized-in-bulk-so-far": inYear,
  "people-with-oud": midYear,
  "people-in-treatment": midYear,
  "overdose-price": midYear,
  "fentanyl-share": midYear,
  "fentanyl-consumed-so-far": inYear,
  "opioid-initiates-so-far": inYear,
};
const YEARS = [
  [2012, 2706.59, 7450.24, 5.95044, 1723309, 438874, 2.38193, 0.00359252, 13.1828, 237471],
  [2013, 3207.67, 8216.74, 19.6613, 1854676, 469608, 2.17561, 0.0114249, 46.8636, 236501],
  [2014, 5097.25, 9390.47, 63.6281, 1947036, 518949, 2.06688, 0.036273, 159.022, 228915],
  [2015, 10354.2, 11537.8, 180.389, 2005546, 577473, 1.97937, 0.103487, 468.531, 212981],
  [2016, 19565.1, 14021.1, 386.149, 2024059, 642889, 1.88378, 0.224384, 1030.17, 189474],
  [2017, 27935.5, 14977, 626.868, 2003120, 711278, 1.82024, 0.34015, 1582.43, 165049],
  [2018, 32979.4, 14632.3, 965.346, 1956059, 777143, 1.76706, 0.418639, 1971.41, 145729],
  [2019, 38852.1, 13894.7, 1608.74, 1897929, 834519, 1.60264, 0.503754, 2459.83, 131813],
  [2020, 55453.5, 13812.5, 2878.02, 1834996, 877666, 1.33473, 0.632753, 3298.74, 119426],
  [2021, 69911.8, 9918.64, 5397.64, 1766220, 901441, 1.12044, 0.785385, 4317.04, 106940],
  [2022, 73324.9, 4791.96, 8934.4, 1702004, 908485, 1.01788, 0.901134, 5041.88, 98121.5],
  [2023, 72897.4, 1888.21, 11746.9, 1647646, 905093, 0.986991, 0.96081, 5321.69, 93003.3],
  [2024, 72326.9, 697.747, 13124.9, 1600680, 895413, 0.985718, 0.985446, 5331.59, 89996.7],
  [2025, 71013.6, 249.31, 13586.9, 1559643, 882196, 0.991045, 0.994712, 5244.45, 88402.7],
  [2026, 69523.9, 88.207, 13629.9, 1523353, 867346, 0.995439, 0.99809, 5137.15, 87770.6],
  [2027, 68097.3, 31.1709, 13502.4, 1490792, 852000, 0.997984, 0.999311, 5032.59, 87727.9],
  [2028, 66781.9, 11.0262, 13311.9, 1461209, 836796, 0.999261, 0.999752, 4935.53, 88022.1],
  [2029, 65572.7, 3.90539, 13103.3, 1434080, 822080, 0.999851, 0.99991, 4846.03, 88498.8],
  [2030, 64456.5, 1.38489, 12895.2, 1409042, 808027, 1.00011, 0.999968, 4763.27, 89067.7],
] as const;
const STATE_2024 = {
  "fentanyl.finishedStockFirst": 186.96472,
  "fentanyl.finishedStockSecond": 186.9171,
  "fentanyl.wholesaleInventory": 620.35007,
  "fentanyl.capacity": 128.56981,
  "fentanyl.slowCapacityAdjustment": 0.032288101,
  "fentanyl.adoptionFirst": 0.99994242,
  "fentanyl.adoptionSecond": 0.96050081,
  "fentanyl.activeUse": 1623348.2,
  "fentanyl.inTreatment": 900848.75,
  "fentanyl.earlyRemission": 489805.99,
  "fentanyl.stableRemission": 1038604.9,
  "fentanyl.perceivedRisk": -0.24519707,
  "deterrence.perceivedHazard": 0.002,
  "deterrence.participation": 0.98201379,
};
const CASES: Record<string, Case & { readonly deaths: readonly number[] }> = {
  persistent: {
    parameters: shock("persistent", 0.3),
    schedules: at(PRECURSOR, 2024),
    deaths: [57909.1, 56649.6, 56627.2, 56050.8, 55303.4, 54524.5, 53765.4],
  },
  transient: {
    parameters: shock("transient", 0.8),
    schedules: at(PRECURSOR, 2024),
    deaths: [69191.7, 73004.8, 70425.5, 68463, 66928.1, 65629.6, 64476.8],
  },
  ban: {
    schedules: at("deterrence.targeting", 2023.75),
    deaths: [71144.5, 71005, 69545.3, 68118.3, 66801.7, 65591.4, 64474.1],
  },
  treatment: {
    schedules: lagged("fentanyl.treatmentGain", 0.3, 40),
    deaths: [71456.6, 67759.1, 65256.9, 63641.3, 62399.5, 61335.6, 60378.9],
  },
  naloxone: {
    schedules: lagged("fentanyl.naloxoneGain", 1, 20),
    deaths: [66758.5, 63400, 62124.5, 61041.7, 60061.5, 59167.8, 58346.7],
  },
  scanning: {
    schedules: lagged("fentanyl.scanningPressure", 1, 150),
    deaths: [71970.8, 70578.4, 69149.4, 67796.9, 66553.1, 65403.9, 64333.8],
  },
};
/** Half a unit of the sixth printed digit. */
const PRINTED = 5.1e-6;

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

/** A push of one lever to 1 against the same run without it, read by the week after the push. */
function contrast(lever: string, year: number, parameters: Record<string, number> = {}) {
  const t0 = week(year);
  const month = W / 12;
  const save = [...Array.from({ length: 4 * 108 + 1 }, (_, i) => i / 4), ...[5, 9, 12, 18, 24].map((n) => n * month)]
    .sort((a, b) => a - b)
    .map((after) => t0 + after);
  const leg = { t0: 0, t1: t0 + 108, save };
  const options = { step: 0.5, landOnSaves: true };
  const without = runOnce(model, leg, parameters, options);
  const run = runOnce(model, { ...leg, schedules: at(lever, year) }, parameters, options);
  const place = (after: number) => save.findIndex((moment) => Math.abs(moment - t0 - after) < 1e-9);
  const ratio = (outcome: string, i: number) => run.outputs[outcome]![i]! / without.outputs[outcome]![i]!;
  const pace = save.map((_, i) => 100 * (ratio("synthetic-opioid-deaths", i) - 1));
  const price = save.map((_, i) => ratio("overdose-price", i));
  const span = ({ outputs }: SingleRun, from: number, until: number) =>
    outputs["synthetic-opioid-deaths-so-far"]![place(until)]! -
    outputs["synthetic-opioid-deaths-so-far"]![place(from)]!;
  const lowest = pace.indexOf(Math.min(...pace));
  const during = price.filter((_, i) => save[i]! - t0 >= 12 * month && save[i]! - t0 <= 18 * month);
  return {
    /** Change of the pace of deaths at a week, in percent. */
    pace: (after: number) => pace[place(after)]!,
    /** Change of deaths between two weeks, in percent. */
    deaths: (from: number, until: number) => 100 * (span(run, from, until) / span(without, from, until) - 1),
    dearest: Math.max(...price),
    dearestAt: save[price.indexOf(Math.max(...price))]! - t0,
    deepest: pace[lowest]!,
    deepestAt: save[lowest]! - t0,
    /** Change of purity in months 12 to 18 on average, in percent. */
    purity: 100 * (during.reduce((sum, p) => sum + 1 / p, 0) / during.length - 1),
    month,
  };
}
const percent = (value: number, expected: number) => expect(Math.abs(value - expected), `${value}`).toBeLessThan(0.51);
const tenth = (value: number, expected: number) => expect(Math.abs(value - expected), `${value}`).toBeLessThan(0.051);

describe("natural experiments at central values", () => {
  it("T1: a transient shock as in 1995", () => {
    const of = contrast(PRECURSOR, 2023.5, shock("transient", 0.9));
    tenth(of.dearest, 3.6);
    percent(of.pace(13), -38);
    expect(of.pace(20)).toBeLessThan(of.pace(13) / 2);
    expect(of.pace(21)).toBeGreaterThan(of.pace(13) / 2);
    percent(of.pace(24 * of.month), 3);
  });

  it("T2: a transient shock as in 2019", () => {
    const of = contrast(PRECURSOR, 2019.33, shock("transient", 0.8));
    percent(of.deaths(4, 17), -25);
    percent(of.deaths(0, 5 * of.month), -18);
    percent(of.deaths(9 * of.month, 12 * of.month), 2);
    tenth(of.deaths(12 * of.month, 18 * of.month), 1.5);
    tenth(of.dearest, 2.8);
  });

  it("T2: the same shock in April 2019 brings the year to 36,355 deaths, 36,359 were counted", () => {
    const run = byHalfYears(
      { parameters: shock("transient", 0.8), schedules: at(PRECURSOR, 2019.25) },
      GOLDEN,
      model,
      2020,
    );
    near(inYear(run, "synthetic-opioid-deaths-so-far", 2019), 36355, 1.5e-5);
  });

  it("T3: a persistent shock as in 2023, and that an intermediate one heals too fast", () => {
    const of = contrast(PRECURSOR, 2023.5, shock("persistent", 0.3));
    percent(of.deaths(0, 12 * of.month), -20);
    percent(of.deaths(12 * of.month, 18 * of.month), -21);
    percent(of.pace(24 * of.month), -19);
    percent(of.purity, -47);
    percent(100 * (1 / of.dearest - 1), -60);
    percent(of.dearestAt, 22);
    const heals = contrast(PRECURSOR, 2023.5, shock("intermediate", 0.6));
    percent(heals.deaths(12 * heals.month, 18 * heals.month), -6);
  });

  it("T9: the ban in Sinaloa of October 2023", () => {
    const of = contrast("deterrence.targeting", 2023.75);
    tenth(of.deaths(0, 12 * of.month), -1.7);
    tenth(of.deaths(12 * of.month, 24 * of.month), 0);
    tenth(of.deepest, -3.6);
    percent(of.deepestAt, 27.25);
    const deathsOfYear = (parameters: Record<string, number>) => {
      const other = contrast("deterrence.targeting", 2023.75, parameters);
      return other.deaths(0, 12 * other.month);
    };
    tenth(deathsOfYear({ "deterrence.substitution": 0.5 }), -2.5);
    tenth(deathsOfYear({ "deterrence.groupShare": 0.4 }), -2.7);
  });

  it("the killings that force the ban come to 0.46 per 1,000 members in a year", () => {
    const t0 = week(2023.75);
    const leg = { t0: 0, t1: t0 + W, save: [t0 + W], schedules: at("deterrence.targeting", 2023.75) };
    const { outputs } = runOnce(model, leg, {}, { step: 0.5 });
    expect(1000 * outputs["killed-within-per-member-so-far"]![0]!).toBeCloseTo(0.46, 2);
  });
});

describe("every lever at its bound from 2024 on, after its lag", () => {
  /** Half a year, then one, three and six years after: change of the pace of deaths in percent. */
  const later = [W / 2, W, 3 * W, 6 * W];
  const pace = ({ parameters = {}, schedules = {} }: Case) => {
    const save = later.map((after) => week(2024) + after);
    const { outputs } = runOnce(model, { t0: 0, t1: week(2031), save, schedules }, parameters, { step: 0.5 });
    return outputs["synthetic-opioid-deaths"]!;
  };
  const weekly = (lever: string, bound: number, lag: number): Schedules => {
    const after = Array.from({ length: 366 }, (_, i) => i);
    const value = after.map((t) => bound * (1 - exp(-t / lag)));
    return { [lever]: { t: [0, ...after.map((t) => week(2024) + t)], value: [0, ...value] } };
  };
  let usual: Float64Array;
  beforeAll(() => {
    usual = pace({});
  });
  it.each<[string, string, number, number, number[], Record<string, number>?]>([
    ["precursor, transient", PRECURSOR, 1, 15, [-3.6, 1.7, 0.3, 0], SHOCK_KINDS.transient],
    ["precursor, intermediate", PRECURSOR, 1, 15, [-14.5, -5.9, -2.7, -2.7], SHOCK_KINDS.intermediate],
    ["precursor, persistent", PRECURSOR, 1, 15, [-35.6, -35.6, -32.4, -30.3], SHOCK_KINDS.persistent],
    ["laboratories", "fentanyl.productionPressure", 1, 8, [-1.4, 0.2, 0, 0]],
    ["transit", "fentanyl.transitPressure", 1, 12, [-1.3, -0.2, 0, 0]],
    ["scanning", "fentanyl.scanningPressure", 1, 150, [-0.7, -0.6, -0.5, -0.2]],
    ["wholesale", "fentanyl.wholesalePressure", 1, 26, [-1.1, -0.3, -0.1, 0]],
    ["treatment", "fentanyl.treatmentGain", 0.6, 40, [-2, -6, -11.7, -11.6]],
    ["naloxone", "fentanyl.naloxoneGain", 3.457, 20, [-20.3, -22.7, -22.4, -20.7]],
    ["prevention", "fentanyl.initiationChange", -0.3, 100, [0, -0.2, -1.4, -3.7]],
  ])("%s", (_, lever, bound, lag, expected, parameters = {}) => {
    const run = pace({ parameters, schedules: weekly(lever, bound, lag) });
    expected.forEach((change, i) => {
      const found = 100 * (run[i]! / usual[i]! - 1);
      expect(Math.abs(found - change), `${found}`).toBeLessThan(0.1);
    });
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
    expect(checks.map(({ id }) => id)).toContain("conservation-people-who-use");
  });
});

describe("demand levers", () => {
  it.each([
    ["treatment", "fentanyl.treatmentGain", 0.6],
    ["naloxone", "fentanyl.naloxoneGain", 1],
    ["prevention", "fentanyl.initiationChange", -0.3],
  ])("more %s never means more deaths later", (_, lever, value) => {
    const save = Array.from({ length: 6 * 52 }, (_, i) => week(2024) + i);
    const leg = { t0: 0, t1: week(2031), save };
    const usual = runOnce(model, leg, {}, { step: 1 });
    const more = runOnce(model, { ...leg, schedules: at(lever, 2024, value) }, {}, { step: 1 });
    const pace = (run: SingleRun, i: number) => run.outputs["synthetic-opioid-deaths"]![i]!;
    for (let i = 1; i < save.length; i++) expect(pace(more, i)).toBeLessThanOrEqual(pace(usual, i) * (1 + 1e-9));
  });
});

describe("extremes, for thirty years", () => {
  const every = (value: number): Schedules =>
    Object.assign({}, ...SUPPLY_LINKS.map((link) => at(`fentanyl.${link}Pressure`, 2024, value)));
  const all = (of: string, value: number) =>
    Object.fromEntries(SUPPLY_LINKS.map((link) => [`fentanyl.${link}${of}`, value]));
  it.each<[string, Case]>([
    ["nearly everything is seized", { parameters: { "fentanyl.interdictionAfter": 0.95 } }],
    [
      "scanning that cannot be evaded",
      {
        parameters: { "fentanyl.scanningEffect": 0.95, "fentanyl.scanningAdaptation": 0 },
        schedules: at("fentanyl.scanningPressure", 2024),
      },
    ],
    [
      "no precursors",
      {
        parameters: { "fentanyl.precursorEffect": 0.999999, "fentanyl.precursorAdaptation": 0 },
        schedules: at(PRECURSOR, 2024),
      },
    ],
    ["every supply link at 0.95", { parameters: all("Effect", 0.95), schedules: every(1) }],
    ["no initiation", { schedules: at("fentanyl.initiationChange", 2012, -1) }],
    ["treatment ten times", { schedules: at("fentanyl.treatmentGain", 2024, 9) }],
    ["kits a thousand times", { schedules: at("fentanyl.naloxoneGain", 2024, 999) }],
    ["stiff demand", { parameters: { "fentanyl.demandElasticity": -0.2 } }],
    [
      "elastic demand, strong response of price",
      { parameters: { "fentanyl.demandElasticity": -1, "fentanyl.priceResponse": 2 } },
    ],
    ["a quick market", { parameters: { "fentanyl.inventoryTime": 1, "fentanyl.transitTime": 0.5 } }],
    ["a slow market", { parameters: { "fentanyl.inventoryTime": 20, "fentanyl.transitTime": 10 } }],
    ["few people", { parameters: { "fentanyl.activeUseAtStart": 1e4 } }],
    ["ten times the hazard", { parameters: { "fentanyl.fentanylHazard": 0.3734 } }],
    [
      "hardly any fentanyl at first",
      { parameters: { "fentanyl.adoptionStartFirst": -20, "fentanyl.adoptionStartSecond": -20 } },
    ],
    [
      "pressure that is lifted after three years",
      {
        parameters: shock("persistent", 0.9),
        schedules: { [PRECURSOR]: { t: [week(2024), week(2024), week(2027), week(2027)], value: [0, 1, 1, 0] } },
      },
    ],
  ])("%s", (_, { parameters = {}, schedules = {} }) => {
    const start = runOnce(model, { t0: 0, t1: 0, save: [0] }, parameters);
    const before = KILOGRAMS.reduce((sum, stock) => sum + start.state(`fentanyl.${stock}`)[0]!, 0);
    const people = PEOPLE.reduce((sum, stock) => sum + start.state(`fentanyl.${stock}`)[0]!, 0);
    const save = Array.from({ length: 121 }, (_, i) => (i * W) / 4);
    const run = runOnce(seen, { t0: 0, t1: week(2042), save, schedules }, parameters, { step: FENTANYL_STEP });
    expect(run.status).toBe("ok");
    for (const values of Object.values(run.outputs)) expect(values.every(Number.isFinite)).toBe(true);
    for (const stock of chain.checks!.flatMap((check) => ("nonNegative" in check ? [check.nonNegative] : [])))
      expect(run.state(`fentanyl.${stock}`)[0], stock).toBeGreaterThanOrEqual(0);
    expect(Math.min(...run.outputs["fentanyl.wholesaleInventory"]!)).toBeGreaterThan(0);
    conserved(run, before, people);
  });

  it("without precursors only deaths by other synthetic opioids are left; without initiation 30.9 thousand by 2042", () => {
    const none = byHalfYears(
      {
        parameters: { "fentanyl.precursorEffect": 0.999999, "fentanyl.precursorAdaptation": 0 },
        schedules: at(PRECURSOR, 2024),
      },
      { step: 0.25 },
      model,
      2043,
    );
    near(inYear(none, "synthetic-opioid-deaths-so-far", 2041), 2518 * exp(-0.045 * 29.5), 0.05);
    const closed = byHalfYears({ schedules: at("fentanyl.initiationChange", 2024, -1) }, { step: 1 }, model, 2043);
    near(closed.outputs["synthetic-opioid-deaths"]![2 * 30]!, 30_900, 0.02);
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
