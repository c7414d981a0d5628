import { beforeAll, describe, expect, it } from "vitest";
import {
  atMeanOf2023,
  branches,
  declaration,
  expectDigits,
  goldenRun,
  type Levers,
  model,
  NEVER,
  push,
  withEquations,
} from "../../../test/fixtures/corridor.ts";
import { MONTHS, WITH_LEVERS, YEARS } from "../../../test/fixtures/migration-golden.ts";
import { weekOf } from "../../data/calendar.ts";
import { runOnce } from "../../ensemble/run.ts";
import { simulate } from "../../ensemble/simulate.ts";
import { LONGEST_STEP, STEP_TOLERANCE } from "./index.ts";
import { GROUPS } from "./part.ts";

describe("golden values of the specification", () => {
  let history: ReturnType<typeof goldenRun>;
  beforeAll(() => {
    history = goldenRun("2026-01-01");
  });

  it.each(YEARS)("%s", (year, printed) => {
    const [revenue, held] = printed.slice(-2) as [number, number];
    expectDigits(history.within(year), [...printed.slice(0, -2), revenue * 1e9], year);
    expectDigits([history.at("people-held", `${Number(year) + 1}-01-01`)], [held], year);
  });

  it.each(MONTHS)("%s", (month, printed) => expectDigits(history.within(month), printed, month));

  it("with levers from 2024 on", () => {
    // A knot of a lever ends a step: written as equations, the ramps leave the golden steps alone.
    const { within } = goldenRun(
      "2026-01-01",
      withEquations({
        interceptionFactor: "1 + 1.5 * ramp(2024-01-15, 0.5 [week])",
        transportRestriction: "2 * ramp(2024-01-15, 0.5 [week])",
        returnConsequence: "0.5 * ramp(2024-01-15, 0.5 [week])",
        darienMeasures: "0.5 * ramp(2024-01-15, 0.5 [week])",
        visaMeasures: "0.1 * ramp(2024-01-15, 0.5 [week])",
      }),
    );
    for (const [period, printed] of WITH_LEVERS) {
      const found = within(period);
      expectDigits(found.slice(0, 9), printed.slice(0, 9), period);
      expectDigits(found.slice(10), [printed[9]! * 1e9], period);
    }
  });
});

describe("extreme conditions", () => {
  const each = (name: string, of: readonly string[], value: number) =>
    Object.fromEntries(of.map((suffix) => [name + suffix, value]));
  const STREAMS = ["Mexico", "Central", "ByDarien", "Bypass", "Others"];
  const SUFFIXES = GROUPS.map(({ suffix }) => suffix);
  /** Encounters a month in the fifth year, and people held at its end, as the specification prints them. */
  const CASES: readonly (readonly [string, Levers, number, number])[] = [
    ["nobody departs", each("departureFactor", STREAMS, 0), 0, 0],
    ["ten times as many depart", each("departureFactor", STREAMS, 10), 2.23e6, Number.NaN],
    ["interception 3 a week", { interceptionFactor: 14.6, transportRestriction: 5 }, 68_000, 422_000],
    [
      "everything at its bound",
      {
        interceptionFactor: 4,
        transportRestriction: 3,
        returnConsequence: 1,
        darienMeasures: 1,
        visaMeasures: 1,
        extraAppointments: 10_850,
        extraParole: 7000,
      },
      75_000,
      Number.NaN,
    ],
    ["no lawful way", { extraAppointments: -10_150, extraParole: -7000 }, 233_000, Number.NaN],
    // 0.95·artanh(0.9/0.95): the cap makes it 0.9.
    ["held for ever", each("extraHold", SUFFIXES, 1.7239), 6000, Number.NaN],
    ["less in the Darién than at the start", { darienMeasures: -1 }, Number.NaN, Number.NaN],
  ];
  const weeks = [0, 4, 26, 4 * 52.178, 5 * 52.178];
  let runs: ReturnType<typeof branches>;
  beforeAll(() => {
    runs = branches(
      CASES.map(([, levers]) => levers),
      weeks,
      atMeanOf2023(),
      0,
    );
  });

  it.each(CASES.map(([name, , encounters, held], i) => ({ name, i, encounters, held })))(
    "$name",
    ({ i, encounters, held }) => {
      const run = runs[i]!;
      expect(run.status).toBe("ok");
      for (const id of run.ids) for (const value of run.of(id)) expect(Number.isFinite(value), id).toBe(true);
      for (const [id, value] of run.people) expect(value, id).toBeGreaterThanOrEqual(-1e-9);
      const counted = run.of("encounters-so-far");
      const monthly = (counted[4]! - counted[3]!) / 12;
      if (encounters === 0) expect(monthly).toBeLessThan(1e-3);
      else if (encounters > 0) expect(Math.abs(monthly / encounters - 1), `${monthly}`).toBeLessThan(0.1);
      if (held > 0) expect(Math.abs(run.of("people-held")[4]! / held - 1)).toBeLessThan(0.1);
    },
  );

  it("keeps shares within their bounds", () => {
    for (const run of runs)
      for (const { suffix } of GROUPS) {
        for (const p of run.of(`p${suffix}`)) expect(p > 0 && p <= 1).toBe(true);
        for (const share of run.of(`shares${suffix}`)) expect(share).toBeLessThanOrEqual(1 + 1e-12);
      }
    for (const run of runs)
      for (const id of ["idle", "let-go"]) for (const left of run.of(id)) expect(left).toBeGreaterThanOrEqual(0);
    for (const run of runs) {
      const [encounters, gotAways, first] = ["encounters", "evaded", "first-attempts"].map(
        (id) => run.of(`${id}-so-far`).at(-1)! - run.of(`${id}-so-far`)[0]!,
      ) as [number, number, number];
      expect(encounters + gotAways).toBeGreaterThanOrEqual(first);
    }
  });
});

describe("the corridor", () => {
  it("loses and makes nobody, in draws from the priors, with and without levers", async () => {
    const anchor = weekOf("2024-01-01");
    const far = anchor + 104;
    const { checks, byStatus } = await simulate({
      model: declaration,
      design: { kind: "monte-carlo", draws: 16, seed: 3 },
      legs: [
        { t0: 0, t1: anchor, save: [anchor] },
        { t0: anchor, t1: far, save: [far] },
        {
          t0: anchor,
          t1: far,
          save: [far],
          schedules: push(
            {
              interceptionFactor: 4,
              transportRestriction: 3,
              returnConsequence: 1,
              darienMeasures: 1,
              extraAppointments: -10_150,
            },
            anchor,
          ),
        },
      ],
      steps: { step: LONGEST_STEP, tolerance: STEP_TOLERANCE },
    });
    expect(byStatus).toEqual({ ok: 16 });
    expect(checks.filter(({ pass }) => !pass)).toEqual([]);
    expect(checks.find(({ id }) => id === "conservation-migrants")!.of).toBeGreaterThan(16 * 3 * 50_000);
  });

  it("has the same bits in both backends", () => {
    const at = weekOf("2022-11-01");
    const leg = {
      t0: at,
      t1: at + 12,
      save: [at, at + 5, at + 12],
      schedules: push({ returnConsequence: 0.5 }, at + 3),
    };
    const [wasm, interpreted] = (["wasm", "interpret"] as const).map(
      (backend) => runOnce(model, leg, { "migration.dispersalTime": 3 }, { backend, step: LONGEST_STEP }).outputs,
    );
    expect(wasm).toEqual(interpreted);
  });

  it("errs by less than 1e-4 of a month's encounters in its longest steps", () => {
    const edges = Array.from({ length: 19 * 12 }, (_, i) =>
      weekOf(`${2012 + Math.floor(i / 12)}-${`${(i % 12) + 1}`.padStart(2, "0")}-01`),
    ).slice(0, 18 * 12 + 1);
    const monthly = (step: number) => {
      const leg = { t0: 0, t1: edges.at(-1)!, save: edges };
      const counted = runOnce(model, leg, {}, { step, tolerance: NEVER }).outputs["encounters-so-far"]!;
      return edges.slice(1).map((_, i) => counted[i + 1]! - counted[i]!);
    };
    const fine = monthly(LONGEST_STEP / 4);
    const worst = Math.max(...monthly(LONGEST_STEP).map((value, i) => Math.abs(value / fine[i]! - 1)));
    expect(worst).toBeLessThan(1e-4);
    expect(worst).toBeGreaterThan(1e-6);
  });
});
