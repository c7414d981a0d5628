import { weekOf } from "../../data/calendar.ts";
import type { Status } from "../../ensemble/carrier.ts";
import { CheckMeter, type CheckResult } from "../../ensemble/check-meter.ts";
import type { Job } from "../../ensemble/job.ts";
import { savePlaces } from "../../ensemble/leg.ts";
import { Tally, type TallyData } from "../../ensemble/tally.ts";
import { evidence } from "../study/study-model.ts";
import type { OpenPart } from "./coupled-part.ts";
import { CoupledRun } from "./coupled-run.ts";
import { branchOf, usualOf } from "./scenario-legs.ts";
import type { ScenarioSpec, ScenarioWork } from "./scenario-spec.ts";
import type { Subsystem } from "./subsystems.ts";

/** One number of a draw that is summed up. */
export interface ScenarioCell {
  readonly scenario: number;
  readonly outcome: string;
  readonly week: number;
  /**
   * The level, or its change against business as usual, against the start of the scenario, or against the other scenario of the
   * spec: as a share, or as a difference for an outcome that is zero where nothing is ordered.
   */
  readonly shows: "level" | "usual" | "start" | "other";
}

/** What a chunk of draws gave, by part of the system. */
export type ScenarioPart = readonly PartOfChunk[];

interface PartOfChunk {
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  /** 1, or 0 where the draw failed in any part of the system. [draw] */
  readonly weights: Float64Array;
  readonly checks: readonly CheckResult[];
  /** Uncertain parameters, then the last level and change of every outcome and scenario. [draw, column] */
  readonly rows: Float64Array;
}

/** Draws of a chunk, a multiple of every number of lanes: few enough that threads end together and progress is seen. */
const CHUNK = 32;

/** Bins of levels are 2^−7 of a value wide, those of changes 2^−6. */
const PRECISION = { level: 7, change: 6 } as const;
const SMALLEST = { level: 1e-6, change: 1e-6 } as const;

/** Cells of a subsystem in the order of its tallies: levels, then changes. */
export function cellsOf(spec: ScenarioSpec, subsystem: Subsystem): { levels: ScenarioCell[]; changes: ScenarioCell[] } {
  const each = (weeks: readonly number[], shows: readonly ScenarioCell["shows"][]) =>
    spec.scenarios.flatMap((_, scenario) =>
      subsystem.outcomes.flatMap((outcome) =>
        shows.flatMap((what) => weeks.map((week): ScenarioCell => ({ scenario, outcome, week, shows: what }))),
      ),
    );
  const changes = each(spec.changes, ["usual", "start"]);
  const others = each(spec.changes, ["other"]).filter(({ scenario }) => spec.others?.[scenario] !== undefined);
  return { levels: each(spec.weeks, ["level"]), changes: [...changes, ...others] };
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

/** The work of `simulate` and `compare`, for the registry of workers. */
export const scenarioJob: Job<ScenarioWork, ScenarioPart, TallyData[]> = {
  name: "scenarios",
  open: (work) => {
    const run = new CoupledRun(work, evidence(), work.settled === undefined ? {} : { settled: work.settled });
    const read = readersOf(work, run);
    return {
      run: (chunk) => {
        const first = chunk * CHUNK;
        const count = Math.min(CHUNK, work.draws - first);
        run.run(first, count);
        return readChunk(read, first, count);
      },
      close: () => totalsOf(read),
    };
  },
};

/** What sums up the draws of every part of a run. `most`: draws that are at hand at once. */
export function readersOf(work: ScenarioWork, run: CoupledRun, most = CHUNK): PartReader[] {
  return run.parts.map((part, i) => new PartReader(work, part, work.drawn[i]!, most));
}

/** Reads the draws at hand, from `first` on. */
export function readChunk(read: readonly PartReader[], first: number, count: number): ScenarioPart {
  const weights = new Float64Array(count).fill(1);
  for (const part of read) part.fail(weights);
  return read.map((part) => part.read(first, weights));
}

/** Levels and changes of every part, summed up. */
export function totalsOf(read: readonly PartReader[]): TallyData[] {
  return read.flatMap(({ levels, changes }) => [levels.data(), changes.data()]);
}

export function scenarioChunks({ draws }: ScenarioSpec): number {
  return Math.ceil(draws / CHUNK);
}

/** Empty tallies of a subsystem, to which those of the workers are added. */
export function emptyTallies(spec: ScenarioSpec, subsystem: Subsystem): { levels: Tally; changes: Tally } {
  const cells = cellsOf(spec, subsystem);
  return {
    levels: new Tally(cells.levels.length, PRECISION.level, SMALLEST.level),
    changes: new Tally(cells.changes.length, PRECISION.change, SMALLEST.change),
  };
}

/** Sums up what the draws of one part of the system gave, in one thread. */
class PartReader {
  readonly levels: Tally;
  readonly changes: Tally;
  readonly #part: OpenPart;
  /** Draws that are at hand at once. */
  readonly #most: number;
  readonly #drawn: ScenarioWork["drawn"][number];
  readonly #cells: {
    readonly levels: readonly Place[];
    readonly changes: readonly Place[];
    readonly last: readonly Place[];
  };
  /** Numbers of the draws of a chunk. [cell][draw] */
  readonly #table: { readonly levels: Float64Array; readonly changes: Float64Array };

  constructor(spec: ScenarioSpec, part: OpenPart, drawn: ScenarioWork["drawn"][number], most: number) {
    this.#most = most;
    this.#part = part;
    this.#drawn = drawn;
    const { subsystem, legs, blocks } = part;
    const outputs = new Map(blocks.layout.outputs.map(({ id }, o) => [id, o]));
    const branch = branchOf(spec);
    const usual = usualOf(spec.scenarios);
    const saves = legs.map(savePlaces);
    const saveOf = (leg: number, week: number) => saves[leg]!(week);
    const placeOf = ({ scenario, outcome, week, shows }: ScenarioCell): Place => {
      const leg = week < branch ? 0 : 1 + scenario;
      const begin = weekOf(spec.scenarios[scenario]!.from);
      const at = { leg, save: saveOf(leg, week), output: outputs.get(outcome)! };
      const share = subsystem.fromZero?.includes(outcome) !== true;
      if (shows === "level") return { at, against: undefined, share };
      if (shows === "other") return { at, share, against: { ...at, leg: 1 + spec.others![scenario]! } };
      return {
        at,
        share,
        against:
          shows === "usual"
            ? { ...at, leg: week < branch ? 0 : 1 + usual[scenario]! }
            : { ...at, leg: 1 + scenario, save: saveOf(1 + scenario, begin) },
      };
    };
    const cells = cellsOf(spec, subsystem);
    this.#cells = {
      levels: cells.levels.map(placeOf),
      changes: cells.changes.map(placeOf),
      last: lastColumns(spec, subsystem).map(placeOf),
    };
    this.#table = {
      levels: new Float64Array(cells.levels.length * most),
      changes: new Float64Array(cells.changes.length * most),
    };
    ({ levels: this.levels, changes: this.changes } = emptyTallies(spec, subsystem));
  }

  /** Takes the weight of draws that did not go through this part. */
  fail(weights: Float64Array): void {
    for (let i = 0; i < weights.length; i++) if (this.#failure(i) !== undefined) weights[i] = 0;
  }

  /** The draws of the chunk at hand, from `first` on. */
  read(first: number, weights: Float64Array): PartOfChunk {
    const { subsystem, blocks } = this.#part;
    const { lanes, layout } = blocks;
    const names = layout.outputs.length;
    const { ids, values } = this.#drawn;
    const count = weights.length;
    const width = ids.length + this.#cells.last.length;
    const rows = new Float64Array(count * width);
    const byStatus: Partial<Record<Status, number>> = {};
    const table = this.#table;
    const meter = new CheckMeter(subsystem.model, layout);
    blocks.read((draw, lane, legs, start) => {
      const i = draw - first;
      const row = rows.subarray(i * width, (i + 1) * width);
      row.set(values.subarray(draw * ids.length, (draw + 1) * ids.length));
      const status = this.#failure(i) ?? legs.find((leg) => leg.status[lane] !== "ok")?.status[lane] ?? "ok";
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      if (weights[i] === 0) {
        row.fill(Number.NaN, ids.length);
        return;
      }
      meter.read(start, legs, lanes, lane);
      const value = ({ leg, save, output }: Spot) => legs[leg]!.outputs[(save * names + output) * lanes + lane]!;
      const shown = ({ at, against, share }: Place) => {
        if (against === undefined) return value(at);
        const [here, there] = [value(at), value(against)];
        return here === there ? 0 : share ? here / there - 1 : here - there;
      };
      const { levels, changes } = this.#cells;
      for (let cell = 0; cell < levels.length; cell++) table.levels[cell * this.#most + i] = shown(levels[cell]!);
      for (let cell = 0; cell < changes.length; cell++) table.changes[cell * this.#most + i] = shown(changes[cell]!);
      this.#cells.last.forEach((place, k) => {
        row[ids.length + k] = shown(place);
      });
    });
    // Cell by cell, so that the bins of one stay at hand.
    for (const [tally, numbers] of [[this.levels, table.levels] as const, [this.changes, table.changes] as const])
      for (let cell = 0; cell < tally.cells; cell++)
        for (let i = 0; i < count; i++) tally.add(cell, numbers[cell * this.#most + i]!, weights[i]!);
    return { byStatus, weights, checks: meter.results(), rows };
  }

  /** Why a draw of the chunk at hand did not go through. */
  #failure(i: number): Status | undefined {
    const { blocks, legs } = this.#part;
    for (let leg = 0; leg < legs.length; leg++) {
      const status = blocks.status(leg, i);
      if (status !== "ok" && status !== "collapsed") return status;
    }
    return undefined;
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
