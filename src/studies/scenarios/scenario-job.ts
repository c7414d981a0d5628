import { dateOf, weekOf } from "../../data/calendar.ts";
import { Blocks } from "../../ensemble/blocks.ts";
import type { Status } from "../../ensemble/carrier.ts";
import { CheckMeter, type CheckResult } from "../../ensemble/check-meter.ts";
import type { Job } from "../../ensemble/job.ts";
import type { Leg } from "../../ensemble/leg.ts";
import { rowOf } from "../../ensemble/parameter-draws.ts";
import { CHUNK } from "../../ensemble/simulate.ts";
import { Tally, type TallyData } from "../../ensemble/tally.ts";
import { defineModel } from "../../model/model.ts";
import { plainLever } from "../../system/policy.ts";
import { evidence } from "../study/study-model.ts";
import { type Drawn, Sampler } from "./sampler.ts";
import type { Scenario } from "./scenario.ts";
import { type Subsystem, type SubsystemId, subsystemOf, weighedUntil } from "./subsystems.ts";

/** What is run: scenarios that share every random number, and the moments at which they are read. */
export interface ScenarioSpec {
  readonly seed: number;
  readonly draws: number;
  readonly subsystems: readonly SubsystemId[];
  /** The first is what the others are held against. */
  readonly scenarios: readonly Scenario[];
  /** Weeks since 2012-01-01, rising; those before the branch are read from history. */
  readonly weeks: readonly number[];
  /** Weeks at which changes are read, out of `weeks`. */
  readonly changes: readonly number[];
}

/** One number of a draw that is summed up. */
export interface ScenarioCell {
  readonly scenario: number;
  readonly outcome: string;
  readonly week: number;
  /**
   * The level, or its change against business as usual or against the start of the scenario: as a share, or as a difference for
   * an outcome that is zero where nothing is ordered.
   */
  readonly shows: "level" | "usual" | "start";
}

export interface ScenarioPart {
  readonly subsystem: number;
  readonly count: number;
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  /** Whole weights of the draws in order; 0 for one that failed. [draw] */
  readonly weights: Float64Array;
  readonly checks: readonly CheckResult[];
  /** Uncertain parameters, then the last level and change of every outcome and scenario. [draw, column] */
  readonly rows: Float64Array;
}

/** Bins of levels are 2^−7 of a value wide, those of changes 2^−6. */
const PRECISION = { level: 7, change: 6 } as const;
const SMALLEST = { level: 1e-6, change: 1e-6 } as const;

/** Where the scenarios part from history [week]. */
export function branchOf({ scenarios }: Pick<ScenarioSpec, "scenarios">): number {
  return Math.min(...scenarios.map(({ from }) => weekOf(from)));
}

/** Cells of a subsystem in the order of its tallies: levels, then changes. */
export function cellsOf(spec: ScenarioSpec, subsystem: Subsystem): { levels: ScenarioCell[]; changes: ScenarioCell[] } {
  const each = (weeks: readonly number[], shows: readonly ScenarioCell["shows"][]) =>
    spec.scenarios.flatMap((_, scenario) =>
      subsystem.outcomes.flatMap((outcome) =>
        shows.flatMap((what) => weeks.map((week): ScenarioCell => ({ scenario, outcome, week, shows: what }))),
      ),
    );
  return { levels: each(spec.weeks, ["level"]), changes: each(spec.changes, ["usual", "start"]) };
}

/** Columns of the rows that are kept for the shares of the variance, after the parameters. */
export function lastColumns(spec: ScenarioSpec, subsystem: Subsystem): ScenarioCell[] {
  const week = spec.changes[spec.changes.length - 1]!;
  return spec.scenarios.flatMap((_, scenario) =>
    subsystem.outcomes.flatMap((outcome) =>
      (["level", "usual", "start"] as const).map((shows): ScenarioCell => ({ scenario, outcome, week, shows })),
    ),
  );
}

/** Legs of a subsystem: history up to the branch, then one leg a scenario. */
export function scenarioLegs(spec: ScenarioSpec, subsystem: Subsystem): Leg[] {
  const branch = branchOf(spec);
  const reads = (subsystem.weighing?.reads ?? []).flatMap(({ dates }) => dates.map((date) => weekOf(date)));
  const end = Math.max(...spec.scenarios.map(({ to }) => weekOf(to)), weighedUntil(subsystem));
  const starts = spec.scenarios.map(({ from }) => weekOf(from));
  return [
    { t0: 0, t1: branch, save: rising([...spec.weeks, ...reads, branch].filter((week) => week <= branch)) },
    ...spec.scenarios.map((scenario) => ({
      t0: branch,
      t1: end,
      save: rising([...spec.weeks, ...spec.changes, ...reads, ...starts, end].filter((week) => week >= branch)),
      schedules: schedulesOf(scenario, subsystem, branch),
    })),
  ];
}

function schedulesOf(
  { levers, couplings }: Scenario,
  { levers: own, coupled }: Subsystem,
  branch: number,
): NonNullable<Leg["schedules"]> {
  const dataset = evidence();
  const orders = own.flatMap((id) => {
    const list = levers[id];
    if (list === undefined || list.length === 0) return [];
    const t: number[] = [];
    const value: number[] = [];
    let level = dataset.lever(id).start;
    for (const { to, from, over } of list) {
      t.push(weekOf(from), weekOf(from) + over);
      value.push(level, to);
      level = to;
    }
    return [[`policy.${plainLever(id)}`, { t, value }] as const];
  });
  return {
    ...Object.fromEntries(orders),
    ...(couplings && coupled !== undefined ? { [coupled]: { t: [branch], value: [1] } } : {}),
  };
}

/** The work of `simulate` and `compare`, for the registry of workers. */
export const scenarioJob: Job<ScenarioSpec, ScenarioPart, TallyData[]> = {
  name: "scenarios",
  open: (spec) => {
    const opened = spec.subsystems.map((id) => new OpenSubsystem(spec, subsystemOf(id, evidence())));
    const each = Math.ceil(spec.draws / CHUNK);
    return {
      run: (chunk) => {
        const subsystem = Math.floor(chunk / each);
        const first = (chunk - subsystem * each) * CHUNK;
        return { subsystem, ...opened[subsystem]!.run(first, Math.min(CHUNK, spec.draws - first)) };
      },
      close: () => opened.flatMap(({ levels, changes }) => [levels.data(), changes.data()]),
    };
  },
};

export function scenarioChunks({ draws, subsystems }: ScenarioSpec): number {
  return subsystems.length * Math.ceil(draws / CHUNK);
}

/** Empty tallies of a subsystem, to which those of the workers are added. */
export function emptyTallies(spec: ScenarioSpec, subsystem: Subsystem): { levels: Tally; changes: Tally } {
  const cells = cellsOf(spec, subsystem);
  return {
    levels: new Tally(cells.levels.length, PRECISION.level, SMALLEST.level),
    changes: new Tally(cells.changes.length, PRECISION.change, SMALLEST.change),
  };
}

/** One subsystem in one thread. */
class OpenSubsystem {
  readonly levels: Tally;
  readonly changes: Tally;
  readonly #subsystem: Subsystem;
  readonly #cells: {
    readonly levels: readonly Place[];
    readonly changes: readonly Place[];
    readonly last: readonly Place[];
  };
  readonly #blocks: Blocks;
  readonly #parameters: readonly string[];
  readonly #drawn: Drawn[] = [];
  /** Numbers of the draws of a chunk. [cell][draw] */
  readonly #table: { readonly levels: Float64Array; readonly changes: Float64Array };
  readonly #legs: readonly Leg[];
  readonly #reads = new Map<string, { leg: number; save: number; output: number }>();

  constructor(spec: ScenarioSpec, subsystem: Subsystem) {
    this.#subsystem = subsystem;
    this.#legs = scenarioLegs(spec, subsystem);
    const { draws, seed } = spec;
    const sampler = new Sampler(subsystem, { draws, seed, parameters: spec.scenarios[0]!.parameters });
    this.#parameters = sampler.ids;
    this.#blocks = new Blocks(
      defineModel(sampler.model),
      this.#legs,
      (draw, lane, parameters) => {
        const drawn = sampler.draw(draw);
        const { values } = drawn;
        this.#drawn[draw % CHUNK] = drawn;
        for (let i = 0; i < rows.length; i++) parameters[rows[i]! * lanes + lane] = values[i]!;
      },
      { steps: subsystem.steps },
    );
    const { layout, lanes } = this.#blocks;
    const rows = sampler.ids.map((id) => rowOf(layout, id));
    const output = (id: string) => layout.outputs.findIndex((candidate) => candidate.id === id);
    const branch = branchOf(spec);
    const saves = this.#legs.map(({ save }) => new Map(Array.from(save, (week, i) => [Math.round(week * 1e6), i])));
    const saveAt = (leg: number, week: number): number => {
      const at = saves[leg]!.get(Math.round(week * 1e6));
      if (at === undefined) throw new Error(`${dateOf(week)} is no save point of the leg`);
      return at;
    };
    const placeOf = ({ scenario, outcome, week, shows }: ScenarioCell): Place => {
      const leg = week < branch ? 0 : 1 + scenario;
      const begin = weekOf(spec.scenarios[scenario]!.from);
      const at = { leg, save: saveAt(leg, week), output: output(outcome) };
      const share = subsystem.fromZero?.includes(outcome) !== true;
      if (shows === "level") return { at, against: undefined, share };
      return {
        at,
        share,
        against:
          shows === "usual"
            ? { ...at, leg: week < branch ? 0 : 1 }
            : { ...at, leg: 1 + scenario, save: saveAt(1 + scenario, begin) },
      };
    };
    const cells = cellsOf(spec, subsystem);
    this.#cells = {
      levels: cells.levels.map(placeOf),
      changes: cells.changes.map(placeOf),
      last: lastColumns(spec, subsystem).map(placeOf),
    };
    this.#table = {
      levels: new Float64Array(cells.levels.length * CHUNK),
      changes: new Float64Array(cells.changes.length * CHUNK),
    };
    ({ levels: this.levels, changes: this.changes } = emptyTallies(spec, subsystem));
    for (const { outcome, dates } of subsystem.weighing?.reads ?? [])
      for (const date of dates) {
        const leg = weekOf(date) <= branch ? 0 : 1;
        this.#reads.set(`${outcome} ${date}`, {
          leg,
          save: saveAt(leg, weekOf(date)),
          output: output(outcome),
        });
      }
  }

  run(first: number, count: number): Omit<ScenarioPart, "subsystem"> {
    const { lanes, layout } = this.#blocks;
    const names = layout.outputs.length;
    const width = this.#parameters.length + this.#cells.last.length;
    const rows = new Float64Array(count * width);
    const weights = new Float64Array(count);
    const byStatus: Partial<Record<Status, number>> = {};
    const table = this.#table;
    const meter = new CheckMeter(this.#subsystem.model, layout);
    const { weighing } = this.#subsystem;
    this.#blocks.run(first, count, (draw, lane, legs, start) => {
      const row = rows.subarray((draw - first) * width, (draw - first + 1) * width);
      const drawn = this.#drawn[draw % CHUNK]!;
      row.set(drawn.values);
      const failed = legs.find((leg) => leg.status[lane] !== "ok" && leg.status[lane] !== "collapsed");
      const status = failed?.status[lane] ?? legs.find((leg) => leg.status[lane] !== "ok")?.status[lane] ?? "ok";
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      if (failed !== undefined) {
        row.fill(Number.NaN, this.#parameters.length);
        return;
      }
      meter.read(start, legs, lanes, lane);
      const value = ({ leg, save, output }: Spot) => legs[leg]!.outputs[(save * names + output) * lanes + lane]!;
      const read = (outcome: string, date: string) => value(this.#reads.get(`${outcome} ${date}`)!);
      const weight = drawn.weight(weighing === undefined ? 0 : weighing.logLikelihood(read));
      const at = draw - first;
      weights[at] = weight;
      const shown = ({ at, against, share }: Place) => {
        if (against === undefined) return value(at);
        const [here, there] = [value(at), value(against)];
        return here === there ? 0 : share ? here / there - 1 : here - there;
      };
      const { levels, changes } = this.#cells;
      for (let cell = 0; cell < levels.length; cell++) table.levels[cell * CHUNK + at] = shown(levels[cell]!);
      for (let cell = 0; cell < changes.length; cell++) table.changes[cell * CHUNK + at] = shown(changes[cell]!);
      this.#cells.last.forEach((place, i) => {
        row[this.#parameters.length + i] = shown(place);
      });
    });
    // Cell by cell, so that the bins of one stay at hand.
    for (const [tally, values] of [[this.levels, table.levels] as const, [this.changes, table.changes] as const])
      for (let cell = 0; cell < tally.cells; cell++)
        for (let at = 0; at < count; at++) tally.add(cell, values[cell * CHUNK + at]!, weights[at]!);
    return { count, byStatus, weights, checks: meter.results(), rows };
  }
}

/** Where a number stands among the outputs of a draw. */
interface Spot {
  readonly leg: number;
  readonly save: number;
  readonly output: number;
}

interface Place {
  readonly at: Spot;
  /** What a change is held against; absent for a level. */
  readonly against: Spot | undefined;
  /** Whether a change is a share of that, or the difference. */
  readonly share: boolean;
}

/** Each moment once, rising. */
function rising(weeks: readonly number[]): Float64Array {
  const sorted = [...weeks].sort((a, b) => a - b);
  return Float64Array.from(sorted.filter((week, i) => i === 0 || week - sorted[i - 1]! > 1e-9));
}
