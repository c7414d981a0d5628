import { weekOf } from "../../data/calendar.ts";
import type { Status } from "../../ensemble/carrier.ts";
import type { Job } from "../../ensemble/job.ts";
import { rising } from "../../ensemble/leg.ts";
import { CHUNK } from "../../ensemble/simulate.ts";
import { evidence } from "../study/study-model.ts";
import { SampledBlocks } from "./sampled-blocks.ts";
import { Sampler } from "./sampler.ts";
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
  const dates = weighing?.reads.flatMap((read) => read.dates) ?? [];
  const leg = { t0: 0, t1: weighedUntil(subsystem), save: rising(dates.map((date) => weekOf(date))) };
  const sampled = new SampledBlocks(sampler, [leg], subsystem.steps);
  return (first, count) => {
    sampled.forget();
    const values = new Float64Array(count * sampler.ids.length);
    const weights = new Float64Array(count);
    const observations: number[] = [];
    const byStatus: Partial<Record<Status, number>> = {};
    sampled.blocks.run(first, count, (draw, lane, legs) => {
      const i = draw - first;
      const drawn = sampled.drawn(draw);
      values.set(drawn.values, i * sampler.ids.length);
      const status = legs[0]!.status[lane]!;
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      const read = (outcome: string, date: string) => sampled.value(legs, lane, 0, outcome, weekOf(date));
      if (latent !== undefined) observations.push(...latent.observe(read));
      if (status !== "ok" && status !== "collapsed") return;
      weights[i] = drawn.weight(weighing === undefined ? 0 : weighing.logLikelihood(read));
    });
    return { values, weights, byStatus, observations: Float64Array.from(observations) };
  };
}
