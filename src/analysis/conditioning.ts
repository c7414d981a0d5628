/**
 * Draws conditioned on data by importance weights: likelihoods of Gaussian observations, and what the weights are worth.
 */
import { FronteraError } from "../errors.ts";
import { exp, log } from "../math/elementary/index.ts";
import { logDeterminant, solveLower } from "../math/linear-algebra.ts";

/**
 * Log density of residuals [observation] that are Gaussian about zero, with the covariance L·Lᵀ given by its Cholesky
 * factor [row·n + column]; NaN where a residual is.
 */
export function gaussianLogLikelihood(residuals: ArrayLike<number>, lower: ArrayLike<number>): number {
  const n = residuals.length;
  if (lower.length !== n * n)
    throw new FronteraError({
      code: "wrong-size",
      message: "covariance and residuals differ in size",
      expected: `${n} × ${n} numbers`,
      received: `${lower.length} numbers`,
    });
  const white = solveLower(lower, n, residuals);
  let squares = 0;
  for (let i = 0; i < n; i++) squares += white[i]! * white[i]!;
  return -0.5 * (n * log(2 * Math.PI) + logDeterminant(lower, n) + squares);
}

/**
 * Covariance [row·n + column] of observations at `times` [year] of a stationary Ornstein–Uhlenbeck process with standard
 * deviation `sd` that forgets over `timeScale` [year], with independent noise `noiseSd` on top (Uhlenbeck & Ornstein
 * 1930, doi:10.1103/PhysRev.36.823): sd²·exp(−|Δ|/timeScale) + noiseSd² I. Both are linear and Gaussian, so that the
 * process is integrated out and need not be drawn.
 */
export function ouCovariance(times: ArrayLike<number>, sd: number, timeScale: number, noiseSd: number): Float64Array {
  requireNumber(sd >= 0 && Number.isFinite(sd), "sd", "finite and not negative", sd);
  requireNumber(timeScale > 0, "timeScale", "above 0 [year]", timeScale);
  requireNumber(noiseSd >= 0 && Number.isFinite(noiseSd), "noiseSd", "finite and not negative", noiseSd);
  const n = times.length;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const shared = sd * sd * exp(-Math.abs(times[i]! - times[j]!) / timeScale);
      out[i * n + j] = i === j ? shared + noiseSd * noiseSd : shared;
      out[j * n + i] = out[i * n + j]!;
    }
  return out;
}

/**
 * Weights of draws from their log likelihoods [draw], adding to 1 (each counts by its likelihood where draws come from the
 * prior). A draw whose likelihood is 0 or not a number gets 0; where all are such, all weights are 0.
 */
export function importanceWeights(logLikelihoods: ArrayLike<number>): Float64Array {
  const weights = new Float64Array(logLikelihoods.length);
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < weights.length; i++) if (logLikelihoods[i]! > greatest) greatest = logLikelihoods[i]!;
  if (!Number.isFinite(greatest)) return weights;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = exp(logLikelihoods[i]! - greatest);
    if (!(weight > 0)) continue;
    weights[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < weights.length; i++) weights[i]! /= sum;
  return weights;
}

/** Draws that weights must at least be worth for an answer to be quoted: below it the gate is red. */
export const NEEDED_DRAWS = 400;

/**
 * Number of equally weighted draws that would tell as much: (Σw)²/Σw² (Kish 1965, Survey Sampling, 11.7; for importance
 * weights Kong, Liu & Wong 1994, doi:10.1080/01621459.1994.10476469). 0 without weights.
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  let [sum, squares, greatest] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++) greatest = Math.max(greatest, weights[i]!);
  if (greatest === 0) return 0;
  // Scaled by the greatest, so that squares of small weights do not vanish.
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]! / greatest;
    sum += weight;
    squares += weight * weight;
  }
  return (sum * sum) / squares;
}

function requireNumber(condition: boolean, path: string, expected: string, received: number): void {
  if (!condition)
    throw new FronteraError({
      code: "invalid-covariance",
      message: `covariance: ${path} is out of range`,
      path,
      expected,
      received: String(received),
    });
}

/**
 * Whole weights, none above √n times their mean: one draw in a far corner of a proposal then cannot stand for many, and what
 * that leaves out goes to nothing with n (Ionides 2008, doi:10.1198/106186008X320456).
 */
export function truncatedWeights(weights: Float64Array): Float64Array {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const most = Math.max(1, Math.floor(mean * Math.sqrt(weights.length)));
  return weights.map((weight) => Math.min(weight, most));
}
