import { type CompileOptions, compile } from "../compile/compile.ts";
import { FronteraError, suggest } from "../errors.ts";
import type { ModelDeclaration } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { Blocks } from "./blocks.ts";
import type { Status } from "./carrier.ts";
import { type CheckData, CheckMeter, type CheckResult } from "./check-meter.ts";
import { type DesignSpec, designOf } from "./designs/index.ts";
import type { Job } from "./job.ts";
import type { Leg, StepOptions } from "./leg.ts";
import { Moments, type MomentsData } from "./moments.ts";
import { ParameterDraws, uncertaintiesOf } from "./parameter-draws.ts";
import { type PoolOptions, runJob } from "./pool.ts";
import { rowOf } from "./slots.ts";
import { Tally, type TallyData } from "./tally.ts";

/** What is run: a model, the draws of its uncertain parameters, and the stretches of time they are carried over. */
export interface Experiment {
  readonly model: ModelDeclaration;
  readonly design: DesignSpec;
  /** The first leg starts from the initial values; every further one branches from the end of the first. */
  readonly legs: readonly Leg[];
  /** Another prior (text form) or a single value, by parameter id. */
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** Outcomes to be summed up, by id; all when left out. */
  readonly outcomes?: readonly string[];
  readonly steps?: StepOptions;
  readonly compile?: CompileOptions;
}

export interface SimulateOptions extends PoolOptions {
  /** Gets the draws of every chunk, in order; without it draws are summed up and forgotten. */
  readonly onDraws?: (draws: DrawRows) => void | Promise<void>;
}

/** Full draws of one chunk. */
export interface DrawRows {
  readonly first: number;
  readonly count: number;
  readonly parameterIds: readonly string[];
  /** [draw, parameter] */
  readonly parameters: Float64Array;
  /** [draw, cell]; cells in the order of `Results.cells`. */
  readonly outcomes: Float64Array;
  readonly status: readonly Status[];
}

/** A draw that did not go through, with what is needed to run it again. */
export interface FailedDraw {
  readonly draw: number;
  readonly status: Status;
  /** Week of the collapse or of the first fault. */
  readonly at: number;
  readonly parameters: Readonly<Record<string, number>>;
}

/** One quantity that is summed up: an outcome at a save point of a leg. */
export interface Cell {
  readonly leg: number;
  readonly outcome: string;
  readonly unit: string;
  readonly week: number;
}

/** Summaries over the draws that went through (collapsed ones count: a collapse is an answer). */
export interface Results {
  readonly draws: number;
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  readonly example: FailedDraw | undefined;
  readonly cells: readonly Cell[];
  /** The checks that the model declares, over all draws that went through. */
  readonly checks: readonly CheckResult[];
  /** Position of an outcome at a save point of a leg in `cells`. Error: `unknown-outcome`. */
  cell(leg: number, outcome: string, save: number): number;
  mean(cell: number): number;
  variance(cell: number): number;
  /** Within 2^−9 of the value. */
  quantile(cell: number, p: number): number;
  /** Share of the draws above a value. */
  exceedance(cell: number, threshold: number): number;
}

/** Draws of a chunk; a multiple of every number of lanes. */
export const CHUNK = 256;
const PRECISION = 9;

interface Spec {
  readonly experiment: Experiment;
  readonly keep: boolean;
}

interface Part {
  readonly moments: MomentsData;
  readonly checks: CheckData;
  readonly byStatus: Partial<Record<Status, number>>;
  readonly example: FailedDraw | undefined;
  readonly rows: DrawRows | undefined;
}

/** The job behind `simulate`, for the registry of workers. */
export const simulateJob: Job<Spec, Part, TallyData> = {
  name: "simulate",
  open: ({ experiment, keep }) => {
    const { uncertain, fixed } = uncertaintiesOf(experiment.model, experiment.parameters);
    const design = designOf(
      experiment.design,
      uncertain.map(({ id }) => id),
    );
    const draws = new ParameterDraws(uncertain, design);
    const blocks = new Blocks(
      defineModel(experiment.model),
      experiment.legs,
      (draw, lane, parameters) => {
        const values = draws.draw(draw);
        for (let i = 0; i < rows.length; i++) parameters[rows[i]! * lanes + lane] = values[i]!;
        for (const [row, value] of constant) parameters[row * lanes + lane] = value;
      },
      { steps: experiment.steps, compile: experiment.compile },
    );
    const { layout, lanes } = blocks;
    const rows = draws.ids.map((id) => rowOf(layout, id));
    const constant = [...fixed].map(([id, value]) => [rowOf(layout, id), value] as const);
    const names = layout.outputs.length;
    const cells = cellsOf(experiment, layout.outputs);
    const outputOf = cells.map(({ outcome }) => layout.outputs.findIndex(({ id }) => id === outcome));
    const tally = new Tally(cells.length, PRECISION);
    const saveOf = savesOf(experiment, cells);
    return {
      run: (chunk) => {
        const first = chunk * CHUNK;
        const count = Math.min(CHUNK, design.draws - first);
        const moments = new Moments(cells.length);
        const checks = new CheckMeter(experiment.model, layout);
        const byStatus: Partial<Record<Status, number>> = {};
        let example: FailedDraw | undefined;
        const kept = keep
          ? { parameters: new Float64Array(count * rows.length), outcomes: new Float64Array(count * cells.length) }
          : undefined;
        const status: Status[] = [];
        blocks.run(first, count, (draw, lane, legs, start) => {
          const last = legs.find((leg) => leg.status[lane] !== "ok") ?? legs[0]!;
          const own = last.status[lane]!;
          status.push(own);
          byStatus[own] = (byStatus[own] ?? 0) + 1;
          const failed = own === "non-finite" || own === "step-too-small";
          const values = kept === undefined && !failed ? undefined : draws.draw(draw);
          if (failed)
            example ??= {
              draw,
              status: own,
              at: last.at[lane]!,
              parameters: Object.fromEntries(draws.ids.map((id, i) => [id, values![i]!])),
            };
          if (own === "ok") checks.read(start, legs, lanes, lane);
          kept?.parameters.set(values!, (draw - first) * rows.length);
          for (let cell = 0; cell < cells.length; cell++) {
            const block = legs[cells[cell]!.leg]!;
            const value = failed
              ? Number.NaN
              : block.outputs[(saveOf[cell]! * names + outputOf[cell]!) * lanes + lane]!;
            tally.add(cell, value, 1);
            moments.add(cell, value);
            if (kept !== undefined) kept.outcomes[(draw - first) * cells.length + cell] = value;
          }
        });
        return {
          moments: moments.data(),
          checks: checks.data(),
          byStatus,
          example,
          rows: kept === undefined ? undefined : { first, count, parameterIds: draws.ids, ...kept, status },
        };
      },
      close: () => tally.data(),
    };
  },
};

/**
 * Runs an ensemble and sums it up in memory that does not grow with draws. The same design gives the same bytes for any
 * number of workers. Errors: those of `defineModel`, `compile`, `designOf` and of distributions; `unknown-outcome`.
 */
export async function simulate(experiment: Experiment, options: SimulateOptions = {}): Promise<Results> {
  const { layout } = compile(defineModel(experiment.model), { ...experiment.compile, backend: "interpret" });
  const checks = new CheckMeter(experiment.model, layout);
  const cells = cellsOf(experiment, layout.outputs);
  const { uncertain } = uncertaintiesOf(experiment.model, experiment.parameters);
  const { draws } = designOf(
    experiment.design,
    uncertain.map(({ id }) => id),
  );
  const moments = new Moments(cells.length);
  const byStatus: Partial<Record<Status, number>> = {};
  let example: FailedDraw | undefined;
  const totals = await runJob(
    simulateJob,
    { experiment, keep: options.onDraws !== undefined },
    Math.ceil(draws / CHUNK),
    async (part) => {
      moments.merge(part.moments);
      checks.merge(part.checks);
      for (const [status, count] of Object.entries(part.byStatus) as [Status, number][])
        byStatus[status] = (byStatus[status] ?? 0) + count;
      example ??= part.example;
      if (part.rows !== undefined) await options.onDraws?.(part.rows);
    },
    options,
  );
  const tally = new Tally(cells.length, PRECISION);
  for (const total of totals) tally.merge(total);
  const index = new Map<string, number>();
  cells.forEach(({ leg, outcome }, i) => {
    const key = `${leg} ${outcome}`;
    if (!index.has(key)) index.set(key, i);
  });
  return {
    draws,
    byStatus,
    example,
    cells,
    checks: checks.results(),
    cell: (leg, outcome, save) => {
      const first = index.get(`${leg} ${outcome}`);
      if (first === undefined) throw unknownOutcome(outcome, [...new Set(cells.map((cell) => cell.outcome))]);
      return first + save;
    },
    mean: (cell) => moments.mean(cell),
    variance: (cell) => moments.variance(cell),
    quantile: (cell, p) => tally.quantile(cell, p),
    exceedance: (cell, threshold) => tally.exceedance(cell, threshold),
  };
}

/** Cells by leg, then outcome, then save point. */
function cellsOf(experiment: Experiment, outputs: readonly { readonly id: string; readonly unit: string }[]): Cell[] {
  const known = outputs.map(({ id }) => id);
  const wanted = experiment.outcomes ?? known;
  return experiment.legs.flatMap(({ save }, leg) =>
    wanted.flatMap((outcome) => {
      const output = outputs.find(({ id }) => id === outcome);
      if (output === undefined) throw unknownOutcome(outcome, known);
      return Array.from(save, (week) => ({ leg, outcome, unit: output.unit, week }));
    }),
  );
}

function savesOf(experiment: Experiment, cells: readonly Cell[]): number[] {
  const wanted = new Set(cells.map(({ outcome }) => outcome)).size;
  return experiment.legs.flatMap(({ save }) => Array.from({ length: wanted * save.length }, (_, i) => i % save.length));
}

function unknownOutcome(outcome: string, known: readonly string[]): FronteraError {
  return new FronteraError({
    code: "unknown-outcome",
    message: `unknown outcome: ${outcome}`,
    hint: suggest(outcome, known),
  });
}
