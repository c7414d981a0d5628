import { beforeAll, describe, expect, it } from "vitest";
import { MONTHS, WITH_LEVERS, YEARS } from "../../../test/fixtures/migration-golden.ts";
import { compile } from "../../compile/compile.ts";
import type { Schedule } from "../../compile/program.ts";
import { weekOf } from "../../data/calendar.ts";
import { loadDataset } from "../../data/dataset.ts";
import { Carrier } from "../../ensemble/carrier.ts";
import { parameterBlock, type RunOptions, runOnce } from "../../ensemble/run.ts";
import { simulate } from "../../ensemble/simulate.ts";
import type { OutcomeDeclaration, TableDeclaration } from "../../model/declare.ts";
import { defineModel, type Model } from "../../model/model.ts";
import { moduleParameters } from "../module-parameters.ts";
import { LONGEST_STEP, type MigrationTables, migration, migrationTables, STEP_TOLERANCE } from "./index.ts";
import { GROUPS } from "./part.ts";

const dataset = loadDataset();
const parameters = moduleParameters(dataset, "migration");
const tables = migrationTables(dataset);
const declaration = { name: "corridor", modules: [migration({ parameters, tables })] };
const model = defineModel(declaration);

const NEVER = Number.POSITIVE_INFINITY;
/** Classical steps of a quarter of a week from 2012-01-01, whatever happens in between. */
const GOLDEN: RunOptions = { tableau: "rk4", step: 0.25, landOnKnots: false, tolerance: NEVER };
const COUNTED = [
  "encounters",
  ...GROUPS.map(({ suffix }) => `encounters-${suffix.toLowerCase()}`),
  "evaded",
  "interception-events",
  "darien-crossings",
  "encounters-lawful",
  "expulsions",
  "smuggling-revenue",
];

type Schedules = Readonly<Record<string, Schedule>>;
type Levers = Readonly<Record<string, number>>;

/** Levers that jump at a moment from where they stand to a value. */
function push(levers: Levers, at: number): Schedules {
  const { levers: declared } = declaration.modules[0]!;
  return Object.fromEntries(
    Object.entries(levers).map(([name, value]) => [
      `migration.${name}`,
      { t: [at, at], value: [declared![name]!.start, value] },
    ]),
  );
}

/** Outcomes as straight lines between the ends of golden steps. */
function goldenRun(until: string, of: Model = model) {
  const steps = Math.ceil(weekOf(until) * 4);
  const save = Array.from({ length: steps + 1 }, (_, i) => i / 4);
  const { outputs } = runOnce(of, { t0: 0, t1: steps / 4, save }, {}, GOLDEN);
  const at = (id: string, date: string) => {
    const i = Math.min(Math.floor(weekOf(date) * 4), steps - 1);
    const [from, to] = [outputs[id]![i]!, outputs[id]![i + 1]!];
    return from + (to - from) * (weekOf(date) * 4 - i);
  };
  /** What is counted within a year or a month, in the order of COUNTED. */
  const within = (period: string) => {
    const [year, month] = period.split("-").map(Number) as [number, number | undefined];
    const end =
      month === undefined || month === 12 ? `${year + 1}-01-01` : `${year}-${`${month + 1}`.padStart(2, "0")}-01`;
    const start = month === undefined ? `${year}-01-01` : `${period}-01`;
    return COUNTED.map((id) => at(`${id}-so-far`, end) - at(`${id}-so-far`, start));
  };
  return { at, within };
}

/** The corridor with levers that are equations. */
function withEquations(equations: Readonly<Record<string, string>>): Model {
  const module = declaration.modules[0]!;
  const levers = Object.entries(module.levers ?? {}).filter(([name]) => equations[name] === undefined);
  const written = Object.entries(equations).map(([name, equation]) => [
    name,
    { about: "made up", unit: "1", equation },
  ]);
  return defineModel({
    name: "corridor",
    modules: [
      {
        ...module,
        levers: Object.fromEntries(levers),
        auxiliaries: { ...module.auxiliaries, ...Object.fromEntries(written) },
      },
    ],
  });
}

function expectDigits(found: readonly number[], printed: readonly number[], where: string): void {
  printed.forEach((value, i) => {
    // Title 42 fades in smoothly: long before its date the model has a trace of it where the table prints 0.
    expect(Math.abs(found[i]! - value), `${where}: ${found[i]} for ${value}`).toBeLessThanOrEqual(
      value === 0 ? 1e-6 : 1e-5 * value,
    );
  });
}

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

/** Runs that branch on 29 December 2023, with levers pushed some weeks later. */
function branches(cases: readonly Levers[], weeks: readonly number[], set: MigrationTables, delay: number) {
  const from = weekOf("2023-12-29");
  const further: OutcomeDeclaration[] = [
    ...GROUPS.flatMap(({ suffix: g }) => [
      [`p${g}`, `encounterShare${g}`],
      [`shares${g}`, `returnedShare${g} + removedShare${g}`],
    ]),
    ["idle", "1 - served / max(admissible, 1e-9 [person/week])"],
    ["let-go", "1 - removedFromMexico / (intercepted + 1e-9 [person/week])"],
  ].map(([id, equation]) => ({ id: id!, about: "made up", unit: "1", equation: equation!, afterEvent: "hold" }));
  const module = migration({ parameters, tables: set });
  const extended = { ...module, outcomes: [...module.outcomes!, ...further] };
  const program = compile(defineModel({ name: "corridor", modules: [extended] }), { lanes: 2 });
  const carrier = new Carrier(
    program,
    [
      { t0: 0, t1: from, save: [from] },
      ...cases.map((levers) => ({
        t0: from,
        t1: from + weeks.at(-1)!,
        save: weeks.map((week) => from + week),
        schedules: push(levers, from + delay),
      })),
    ],
    { step: 0.5, tolerance: 1e-4 },
  );
  const block = { count: 1, parameters: parameterBlock(program, 2) };
  const history = carrier.carry(0, [block]);
  const { outputs, stocks } = program.layout;
  return cases.map((_, leg) => {
    const [carried] = carrier.carry(leg + 1, [block], history);
    return {
      status: carried!.status[0],
      of: (id: string) => {
        const o = outputs.findIndex((output) => output.id === id);
        return weeks.map((_, i) => carried!.outputs[(i * outputs.length + o) * 2]!);
      },
      ids: outputs.map(({ id }) => id),
      people: stocks
        .filter(({ unit }) => unit === "person")
        .map(({ id, offset }) => [id, carried!.state[offset * 2]!] as const),
    };
  });
}

/** Departures at their mean over 2023 from the branch on, as the lever table of the specification has them. */
function atMeanOf2023(): MigrationTables {
  const from = weekOf("2023-12-29");
  const flat = (table: TableDeclaration, level: (values: readonly number[]) => number): TableDeclaration => {
    const at = table.at.map((moment) => (typeof moment === "number" ? moment : weekOf(moment)));
    const next = at.findIndex((week) => week >= from);
    const [a, b] = [table.values[next - 1]!, table.values[next]!];
    const here = a + ((b - a) * (from - at[next - 1]!)) / (at[next]! - at[next - 1]!);
    return {
      ...table,
      at: [...at.slice(0, next), from, from + 1e-7],
      values: [...table.values.slice(0, next), here, level(table.values)],
    };
  };
  // Knots stand at the quarters of 2023 and on 2024-01-01, before the projection: the mean of straight lines.
  const mean = (values: readonly number[]) => {
    const [a, b, c, d, e] = values.slice(-6, -1) as [number, number, number, number, number];
    return (a / 2 + b + c + d + e / 2) / 4;
  };
  return {
    ...tables,
    logDeparturesMexico: flat(tables.logDeparturesMexico, mean),
    logDeparturesCentral: flat(tables.logDeparturesCentral, mean),
    logDeparturesByDarien: flat(tables.logDeparturesByDarien, mean),
    logDeparturesBypass: flat(tables.logDeparturesBypass, mean),
    logDeparturesOthers: flat(tables.logDeparturesOthers, mean),
    logInterception: flat(tables.logInterception, (values) => values.at(-1)!),
  };
}

describe("levers", () => {
  const MONTH = 365.25 / 84;
  const ENDS = [1, 6, 10, 18, 60];
  const weeks = [0, 2, ...ENDS.flatMap((month) => [2 + (month - 1) * MONTH, 2 + month * MONTH])]
    .sort((a, b) => a - b)
    .filter((week, i, all) => i === 0 || week !== all[i - 1]);
  /** Change of encounters in months 1, 6, 10, 18 and 60 after the push [percent]; NaN where the table has none. */
  const ROWS: readonly (readonly [string, Levers, ...number[]])[] = [
    ["interception ×2", { interceptionFactor: 2 }, -7.5, -4.3, Number.NaN, -3.5, -3.0],
    ["interception ×4", { interceptionFactor: 4 }, -19.2, -13.4, Number.NaN, -10.7, -9.2],
    [
      "interception and transport",
      { interceptionFactor: 2.5, transportRestriction: 2 },
      -37.6,
      -18.0,
      Number.NaN,
      -13.5,
      -11.8,
    ],
    ["consequences", { returnConsequence: 0.5 }, -9.0, -13.3, Number.NaN, -11.0, -10.7],
    ["appointments", { extraAppointments: 5075 }, -1.5, -4.6, Number.NaN, -4.4, -4.2],
    ["parole", { extraParole: 3500 }, -1.0, -4.0, Number.NaN, -4.0, -4.4],
    ["parole ended", { extraParole: -7000 }, 2.2, 9.7, Number.NaN, 9.9, 11.0],
    ["Panama", { darienMeasures: 0.5 }, -1.0, -2.9, Number.NaN, -1.6, -1.8],
    ["visas", { visaMeasures: 0.2 }, -1.5, -7.7, Number.NaN, -7.7, -7.6],
    // Printed with a lag that is not told: −0.8 and −3.1 in months 1 and 6.
    ["relief of sanctions", { sanctionsFactor: 0.9 }, Number.NaN, Number.NaN, Number.NaN, -3.9, -3.9],
    ["lawful +10 % (T11)", { extraAppointments: 1015, extraParole: 700 }, -0.5, -2.0, -1.9, -1.9, Number.NaN],
  ];
  let runs: ReturnType<typeof branches>;
  beforeAll(() => {
    runs = branches([{}, ...ROWS.map(([, levers]) => levers)], weeks, atMeanOf2023(), 2);
  });

  it.each(ROWS.map(([name, , ...printed], i) => ({ name, i, printed })))("$name", ({ i, printed }) => {
    const monthly = (run: number, end: number) => {
      const counted = runs[run]!.of("encounters-so-far");
      const at = weeks.indexOf(2 + ENDS[end]! * MONTH);
      return counted[at]! - counted[at - 1]!;
    };
    printed.forEach((value, end) => {
      if (Number.isNaN(value)) return;
      const change = 100 * (monthly(i + 1, end) / monthly(0, end) - 1);
      // How the specification pushes and averages within the first month is not told.
      expect(Math.abs(change - value), `month ${ENDS[end]}: ${change}`).toBeLessThan(end === 0 ? 2 : 0.35);
    });
  });

  it("has interception move people back and hold them while events and fees rise", () => {
    const last = weeks.length - 1;
    const change = (id: string) => runs[2]!.of(id)[last]! / runs[0]!.of(id)[last]! - 1;
    expect(change("people-held")).toBeCloseTo(0.32, 1);
    expect(change("interception-events")).toBeCloseTo(2.2, 1);
    expect(change("smuggling-revenue")).toBeCloseTo(0.18, 1);
    expect(change("evaded")).toBeCloseTo(-0.046, 1);
  });

  it("takes lawful routes 10 % wider as measured: 1.5 to 4.5 % fewer encounters after ten months", () => {
    const at = weeks.indexOf(2 + 10 * MONTH);
    const [base, wider] = [runs[0]!, runs.at(-1)!].map((run) => {
      const counted = run.of("encounters-so-far");
      return counted[at]! - counted[at - 1]!;
    }) as [number, number];
    expect(100 * (1 - wider / base)).toBeGreaterThan(1.5);
    expect(100 * (1 - wider / base)).toBeLessThan(4.5);
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
    expect(checks.find(({ id }) => id === "conservation-migration")!.of).toBeGreaterThan(16 * 3 * 50_000);
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
