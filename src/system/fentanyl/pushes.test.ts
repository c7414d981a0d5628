import { beforeAll, describe, expect, it } from "vitest";
import {
  at,
  byHalfYears,
  type Case,
  chain,
  conserved,
  GOLDEN,
  inYear,
  KILOGRAMS,
  model,
  near,
  PEOPLE,
  PRECURSOR,
  type Schedules,
  seen,
  shock,
  W,
  week,
} from "../../../test/fixtures/fentanyl-chain.ts";
import { runOnce, type SingleRun } from "../../ensemble/run.ts";
import { exp } from "../../math/elementary/index.ts";
import { FENTANYL_STEP, SHOCK_KINDS, SUPPLY_LINKS } from "./index.ts";

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
