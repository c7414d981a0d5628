import { log } from "../elementary/index.ts";
import { fillUniform, type Key } from "../random.ts";
import { betaQuantile, logGamma } from "../special.ts";
import { term } from "./beta.ts";
import { requireParameter } from "./distribution.ts";

/** A distribution of several numbers at once. */
export interface VectorDistribution {
  readonly name: string;
  readonly parameters: readonly number[];
  /** How many numbers. */
  readonly length: number;
  /** How many uniform numbers `transform` takes. */
  readonly dimensions: number;
  readonly mean: readonly number[];
  readonly sd: readonly number[];
  logDensity(x: ArrayLike<number>): number;
  /** One value from independent uniform numbers, so that designs (Sobol points) pass through it. */
  transform(uniforms: ArrayLike<number>): Float64Array;
}

/**
 * Shares that sum to 1, with density ∝ Π xᵢ^(aᵢ − 1). Sampled by breaking a stick: each share in turn is a beta part of
 * what is left (Connor and Mosimann 1969, doi:10.1080/01621459.1969.10500963).
 */
export function dirichlet(concentrations: readonly number[]): VectorDistribution {
  requireParameter(concentrations.length >= 2, "dirichlet", "length", concentrations.length, "at least 2");
  concentrations.forEach((a, i) => {
    requireParameter(a > 0 && Number.isFinite(a), "dirichlet", `concentration ${i + 1}`, a, "finite and above 0");
  });
  const n = concentrations.length;
  const rest = new Float64Array(n + 1);
  for (let i = n - 1; i >= 0; i--) rest[i] = rest[i + 1]! + concentrations[i]!;
  const sum = rest[0]!;
  const constant = logGamma(sum) - concentrations.reduce((total, a) => total + logGamma(a), 0);
  return {
    name: "dirichlet",
    parameters: [...concentrations],
    length: n,
    dimensions: n - 1,
    mean: concentrations.map((a) => a / sum),
    sd: concentrations.map((a) => Math.sqrt((a * (sum - a)) / (sum + 1)) / sum),
    logDensity(x) {
      let value = constant;
      let total = 0;
      for (let i = 0; i < n; i++) {
        const share = x[i]!;
        if (!(share >= 0)) return Number.isNaN(share) ? share : Number.NEGATIVE_INFINITY;
        total += share;
        value += term(concentrations[i]! - 1, log(share));
      }
      return x.length === n && Math.abs(total - 1) < 1e-9 ? value : Number.NEGATIVE_INFINITY;
    },
    transform(uniforms) {
      const shares = new Float64Array(n);
      let left = 1;
      for (let i = 0; i < n - 1; i++) {
        const part = betaQuantile(concentrations[i]!, rest[i + 1]!, uniforms[i]!);
        shares[i] = left * part;
        left *= 1 - part;
      }
      shares[n - 1] = left;
      return shares;
    },
  };
}

/** Value of draw `draw` under a key, from uniform numbers `index`, `index + 1` … */
export function sampleVector(distribution: VectorDistribution, key: Key, draw: number, index = 0): Float64Array {
  return distribution.transform(fillUniform(key, draw, index, new Float64Array(distribution.dimensions)));
}
