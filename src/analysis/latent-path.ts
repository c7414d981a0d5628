import { cholesky, solveCholesky } from "../math/linear-algebra.ts";
import { type Key, standardNormal } from "../math/random.ts";
import { ouCovariance } from "./conditioning.ts";

export interface LatentPathOptions {
  /** Moments at which the path is wanted, rising [year]. */
  readonly times: readonly number[];
  /** Which of them are observed, by number. */
  readonly observed: readonly number[];
  /** Standard deviation of the path, time over which it forgets [year], standard deviation of the noise of an observation. */
  readonly sd: number;
  readonly timeScale: number;
  readonly noiseSd: number;
}

/**
 * Draws of a stationary Ornstein–Uhlenbeck path with mean 0, given noisy observations of it at some moments; elsewhere, and
 * beyond the last of them, it goes on by itself. By Matheron's rule: a draw without observations plus what the observations
 * less those of the draw pull it by (Journel & Huijbregts 1978, Mining Geostatistics). A pure function of key and draw.
 */
export class LatentPath {
  readonly times: readonly number[];
  readonly #observed: readonly number[];
  readonly #noiseSd: number;
  /** Covariance of the path with itself and its factor. [time, time] */
  readonly #covariance: Float64Array;
  readonly #lower: Float64Array;
  /** Factor of the covariance of the observations. [observation, observation] */
  readonly #seen: Float64Array;

  constructor({ times, observed, sd, timeScale, noiseSd }: LatentPathOptions) {
    this.times = times;
    this.#observed = observed;
    this.#noiseSd = noiseSd;
    this.#covariance = ouCovariance(times, sd, timeScale, 0);
    this.#lower = cholesky(this.#covariance, times.length);
    const seen = observed.map((at) => times[at]!);
    this.#seen = cholesky(ouCovariance(seen, sd, timeScale, noiseSd), seen.length);
  }

  /** The path of a draw at every moment, given what was observed. [time] */
  draw(observations: ArrayLike<number>, key: Key, draw: number): Float64Array {
    const n = this.times.length;
    const normal = Float64Array.from({ length: n + this.#observed.length }, (_, i) => standardNormal(key, draw, i));
    const path = new Float64Array(n);
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) path[i]! += this.#lower[i * n + j]! * normal[j]!;
    const missed = this.#observed.map((at, k) => observations[k]! - path[at]! - this.#noiseSd * normal[n + k]!);
    const pull = solveCholesky(this.#seen, missed.length, missed);
    for (let i = 0; i < n; i++)
      for (let k = 0; k < missed.length; k++) path[i]! += this.#covariance[i * n + this.#observed[k]!]! * pull[k]!;
    return path;
  }
}
