import { weekOf } from "../../data/calendar.ts";
import { Blocks } from "../../ensemble/blocks.ts";
import type { Status } from "../../ensemble/carrier.ts";
import type { Job } from "../../ensemble/job.ts";
import { rowOf } from "../../ensemble/parameter-draws.ts";
import { CHUNK } from "../../ensemble/simulate.ts";
import { evidence } from "../study/study-model.ts";
import { type Drawn, Sampler } from "./sampler.ts";
import { type SubsystemId, subsystemOf, weighedUntil } from "./subsystems.ts";

/** Draws of parts of the system that are to be weighed by what was counted. */
export interface PosteriorSpec {
  readonly seed: number;
  readonly draws: number;
  readonly subsystems: readonly SubsystemId[];
  /** Another prior (text form) or a single value, by parameter id. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface PosteriorPart {
  readonly subsystem: number;
  /** Values of the uncertain parameters. [draw, parameter] */
  readonly values: Float64Array;
  /** Whole weights; 0 for a draw that failed. [draw] */
  readonly weights: Float64Array;
  readonly byStatus: Readonly<Partial<Record<Status, number>>>;
  /** What the draws say of what varies without an equation. [draw, observation] */
  readonly observations: Float64Array;
}

/** Weighs draws of history, every part of the system by itself: before the anchor none acts on another. */
export const posteriorJob: Job<PosteriorSpec, PosteriorPart, undefined> = {
  name: "posterior",
  open: (spec) => {
    const each = chunksOf(spec);
    const opened = spec.subsystems.map(() => undefined as ((first: number, count: number) => Weighed) | undefined);
    return {
      run: (chunk) => {
        const subsystem = Math.floor(chunk / each);
        const first = (chunk - subsystem * each) * CHUNK;
        opened[subsystem] ??= weigher(spec, spec.subsystems[subsystem]!);
        return { subsystem, ...opened[subsystem](first, Math.min(CHUNK, spec.draws - first)) };
      },
      close: () => undefined,
    };
  },
};

type Weighed = Omit<PosteriorPart, "subsystem">;

/** Chunks of one part of the system. */
function chunksOf({ draws }: PosteriorSpec): number {
  return Math.ceil(draws / CHUNK);
}

export function posteriorChunks(spec: PosteriorSpec): number {
  return spec.subsystems.length * chunksOf(spec);
}

function weigher(
  { seed, draws, parameters }: PosteriorSpec,
  id: SubsystemId,
): (first: number, count: number) => Weighed {
  const subsystem = subsystemOf(id, evidence());
  const sampler = new Sampler(subsystem, { draws, seed, parameters });
  const { weighing, latent } = subsystem;
  const dates = [...new Set(weighing?.reads.flatMap((read) => read.dates) ?? [])].sort();
  const leg = { t0: 0, t1: weighedUntil(subsystem), save: dates.map((date) => weekOf(date)) };
  let drawn: Drawn[] = [];
  const blocks = new Blocks(
    sampler.defined,
    [leg],
    (draw, lane, block) => {
      const one = sampler.draw(draw);
      drawn.push(one);
      for (let i = 0; i < rows.length; i++) block[rows[i]! * blocks.lanes + lane] = one.values[i]!;
    },
    { steps: subsystem.steps },
  );
  const { layout } = blocks;
  const rows = sampler.ids.map((parameter) => rowOf(layout, parameter));
  const outputOf = new Map(layout.outputs.map((output, o) => [output.id, o]));
  const saveOf = new Map(dates.map((date, i) => [date, i]));
  return (first, count) => {
    drawn = [];
    const values = new Float64Array(count * sampler.ids.length);
    const weights = new Float64Array(count);
    const observations: number[] = [];
    const byStatus: Partial<Record<Status, number>> = {};
    blocks.open(first, count);
    for (let i = 0; i < count; i++) {
      const one = drawn[i]!;
      values.set(one.values, i * sampler.ids.length);
      const status = blocks.status(0, i);
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      const read = (outcome: string, date: string) => blocks.output(0, i, saveOf.get(date)!, outputOf.get(outcome)!);
      if (latent !== undefined) observations.push(...latent.observe(read));
      if (status !== "ok" && status !== "collapsed") continue;
      weights[i] = one.weight(weighing === undefined ? 0 : weighing.logLikelihood(read));
    }
    return { values, weights, byStatus, observations: Float64Array.from(observations) };
  };
}
