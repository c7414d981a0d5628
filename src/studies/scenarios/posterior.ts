import { effectiveSampleSize, NEEDED_DRAWS, truncatedWeights } from "../../analysis/conditioning.ts";
import { type PoolOptions, runJob } from "../../ensemble/pool.ts";
import { FronteraError } from "../../errors.ts";
import { keyFromSeed, subkey } from "../../math/random.ts";
import { evidence } from "../study/study-model.ts";
import type { Conditioning } from "./document.ts";
import { type PosteriorSpec, posteriorChunks, posteriorJob } from "./posterior-job.ts";
import { uncertaintiesIn } from "./sampler.ts";
import { type Subsystem, subsystemOf } from "./subsystems.ts";
import type { Latent, LatentPaths } from "./weighing.ts";

/** Draws of a part of the system that all count alike, taken in proportion to the weights of the draws they are copies of. */
export interface Posterior {
  /** Ids of the uncertain parameters. */
  readonly ids: readonly string[];
  /** [draw, parameter] */
  readonly values: Float64Array;
  /** What varies without an equation: the tables that it fills, and their knots in every draw. [draw, knot] */
  readonly latent?: Pick<Latent, "tables" | "uncoupled"> & { readonly values: Float64Array };
  readonly conditioning: Conditioning;
  /** How the draws ended that were weighed. */
  readonly byStatus: Readonly<Record<string, number>>;
}

export interface PosteriorOptions extends PoolOptions {
  /** Draws that have been weighed since the last call, over all parts. */
  readonly onDraws?: (count: number) => void;
}

/** Posteriors that were found last, by what they were asked for: several runs on the same draws weigh them once. */
const FOUND = new Map<string, Promise<Posterior[]>>();
const KEPT = 3;

/**
 * Weighs draws of every part of a spec, or takes those that have been weighed before, and takes as many again in proportion to their weights. Priors of the parts and what
 * they are weighed by are independent, so draws of different parts belong together in any order.
 * Errors: `too-few-draws`, and those of `runJob`.
 */
export async function posteriorOf(spec: PosteriorSpec, options: PosteriorOptions): Promise<Posterior[]> {
  const { draws, subsystems } = spec;
  const key = keyOf(spec);
  const known = FOUND.get(key);
  if (known !== undefined) {
    options.onDraws?.(draws * subsystems.length);
    return known;
  }
  const found = weigh(spec, options);
  FOUND.set(key, found);
  for (const old of [...FOUND.keys()].slice(0, -KEPT)) FOUND.delete(old);
  // One that was stopped can be asked for again.
  found.catch(() => FOUND.delete(key));
  return found;
}

/** Takes up draws that were weighed before, elsewhere: whoever asks for them does not weigh them again. */
export function remember({ seed, draws, subsystems, parameters }: PosteriorSpec, found: Posterior[]): void {
  FOUND.set(keyOf({ seed, draws, subsystems, parameters }), Promise.resolve(found));
}

function keyOf({ seed, draws, subsystems, parameters }: PosteriorSpec): string {
  return JSON.stringify([seed, draws, subsystems, Object.entries(parameters).sort()]);
}

async function weigh(spec: PosteriorSpec, options: PosteriorOptions): Promise<Posterior[]> {
  const dataset = evidence();
  const paths = spec.subsystems.map((id) => subsystemOf(id, dataset).latent?.paths(spec.parameters));
  const found = spec.subsystems.map(() => ({
    values: [] as Float64Array[],
    weights: [] as Float64Array[],
    observations: [] as Float64Array[],
    byStatus: {} as Record<string, number>,
  }));
  await runJob(
    posteriorJob,
    spec,
    posteriorChunks(spec),
    ({ subsystem, values, weights, byStatus, observations }) => {
      const of = found[subsystem]!;
      of.values.push(values);
      of.weights.push(weights);
      of.observations.push(observations);
      for (const [status, count] of Object.entries(byStatus)) of.byStatus[status] = (of.byStatus[status] ?? 0) + count;
      options.onDraws?.(weights.length);
    },
    options,
  );
  return spec.subsystems.map((id, s): Posterior => {
    const subsystem = subsystemOf(id, dataset);
    const { values, weights, observations, byStatus } = found[s]!;
    const ids = uncertaintiesIn(subsystem, spec.parameters).uncertain.map((parameter) => parameter.id);
    const all = truncatedWeights(joined(weights));
    const conditioning = conditioningOf(subsystem, effectiveSampleSize(all));
    if (conditioning.effectiveSampleSize === 0)
      throw new FronteraError({
        code: "too-few-draws",
        message: `too few draws: none of them went through and fits the series of ${id}`,
        path: "--draws",
        received: String(spec.draws),
        hint: "write for instance --draws 2000",
      });
    const taken = resampled(all);
    const { latent } = subsystem;
    return {
      ids,
      values: rowsAt(joined(values), ids.length, taken),
      ...(latent === undefined
        ? {}
        : { latent: drawnPaths(latent, paths[s]!, joined(observations), taken, spec.seed) }),
      conditioning,
      byStatus,
    };
  });
}

/** A path for every draw that was taken; copies of a draw have paths of their own. */
function drawnPaths(
  { tables, uncoupled }: Latent,
  paths: LatentPaths,
  observations: Float64Array,
  taken: Uint32Array,
  seed: number,
): NonNullable<Posterior["latent"]> {
  const key = subkey(keyFromSeed(seed), tables[0]!.id);
  const width = observations.length / taken.length;
  const knots = tables.reduce((sum, table) => sum + table.knots, 0);
  const values = new Float64Array(taken.length * knots);
  taken.forEach((row, draw) => {
    const seen = observations.subarray(row * width, (row + 1) * width);
    values.set(paths.draw(seen, key, draw), draw * knots);
  });
  return { tables, uncoupled, values };
}

function conditioningOf({ id, weighing }: Subsystem, size: number): Conditioning {
  return {
    subsystem: id,
    effectiveSampleSize: size,
    needed: NEEDED_DRAWS,
    gate: size >= NEEDED_DRAWS ? "green" : "red",
    series: weighing?.series ?? [],
  };
}

/**
 * Systematic resampling: as many indices as there are weights, rising, each as often as its weight asks for to within one.
 * Equal weights give every index once.
 */
export function resampled(weights: Float64Array): Uint32Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const taken = new Uint32Array(weights.length);
  let index = 0;
  let passed = weights[0] ?? 0;
  for (let i = 0; i < taken.length; i++) {
    const aim = ((i + 0.5) / taken.length) * total;
    while (passed < aim && index < weights.length - 1) passed += weights[++index]!;
    taken[i] = index;
  }
  return taken;
}

/** Rows of a table one after another. */
function rowsAt(table: Float64Array, width: number, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) taken.set(table.subarray(rows[i]! * width, (rows[i]! + 1) * width), i * width);
  return taken;
}

/** Some rows of draws, with what varies without an equation. `draws`: how many there are. */
export function drawnAt<T extends Pick<Posterior, "ids" | "values" | "latent">>(
  drawn: T,
  draws: number,
  rows: Uint32Array,
): T {
  const { ids, values, latent } = drawn;
  return {
    ...drawn,
    values: rowsAt(values, ids.length, rows),
    ...(latent === undefined
      ? {}
      : { latent: { ...latent, values: rowsAt(latent.values, latent.values.length / draws, rows) } }),
  };
}

/** Parts of a long array, end to end. */
export function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
