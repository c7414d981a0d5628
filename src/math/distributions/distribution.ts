import { FronteraError } from "../../errors.ts";
import { type Key, uniform } from "../random.ts";

/** A distribution of one number. Every family is one file that fulfils this, and runs through `faults` (conformance.ts). */
export interface Distribution {
  /** Name of the family, as in `families`. */
  readonly name: string;
  /** By name, in the order of the text form. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Smallest interval that holds all values; may be infinite. */
  readonly support: readonly [number, number];
  readonly mean: number;
  /** Standard deviation. */
  readonly sd: number;
  /** Values of a discrete distribution, rising; absent for a continuous one. */
  readonly atoms?: readonly number[];
  /** Natural log of the density (of the probability, where discrete); −∞ outside the support, NaN for NaN. */
  logDensity(x: number): number;
  /** Probability of a value ≤ x. */
  cdf(x: number): number;
  /** Smallest x with cdf(x) ≥ p, for p in [0, 1]; NaN outside. Sampling is by inversion, so designs pass through it. */
  quantile(p: number): number;
}

/** What the registry, the parser and the documentation know of a family. */
export interface Family {
  readonly name: string;
  /** Names of the parameters in the order of the text form. */
  readonly parameters: readonly string[];
  /** What it is for and what the parameters mean, one line. */
  readonly summary: string;
  create(...values: number[]): Distribution;
}

/** Value of draw `draw` under a key: the quantile of uniform number `index`. */
export function sample(distribution: Distribution, key: Key, draw: number, index = 0): number {
  return distribution.quantile(uniform(key, draw, index));
}

/** Throws an error that names the parameter unless the condition holds. */
export function requireParameter(
  condition: boolean,
  family: string,
  parameter: string,
  value: number,
  expected: string,
): void {
  if (!condition)
    throw new FronteraError({
      code: "invalid-parameter",
      message: `${family}: ${parameter} must be ${expected}`,
      path: `${family}.${parameter}`,
      expected,
      received: String(value),
    });
}

/** Whether p is a probability; families return NaN for others. */
export function isProbability(p: number): boolean {
  return p >= 0 && p <= 1;
}
