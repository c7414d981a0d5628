import { log, log1p } from "../elementary/index.ts";
import { betaQuantile, logBeta, regularizedBeta } from "../special.ts";
import { type Distribution, type Family, requireParameter } from "./distribution.ts";

/** Beta distribution on [0, 1] with density ∝ x^(alpha − 1)·(1 − x)^(beta − 1). */
export function beta(alpha: number, beta: number): Distribution {
  requireParameter(alpha > 0 && Number.isFinite(alpha), "beta", "alpha", alpha, "finite and above 0");
  requireParameter(beta > 0 && Number.isFinite(beta), "beta", "beta", beta, "finite and above 0");
  const sum = alpha + beta;
  const constant = -logBeta(alpha, beta);
  return {
    name: "beta",
    parameters: { alpha, beta },
    support: [0, 1],
    mean: alpha / sum,
    sd: Math.sqrt((alpha * beta) / (sum + 1)) / sum,
    logDensity(x) {
      if (x < 0 || x > 1) return Number.NEGATIVE_INFINITY;
      return constant + term(alpha - 1, log(x)) + term(beta - 1, log1p(-x));
    },
    cdf: (x) => regularizedBeta(alpha, beta, x).lower,
    quantile: (p) => betaQuantile(alpha, beta, p),
  };
}

/** power·logarithm where 0·∞ is 0. */
export function term(power: number, logarithm: number): number {
  return power === 0 && !Number.isNaN(logarithm) ? 0 : power * logarithm;
}

export const betaFamily: Family = {
  name: "beta",
  parameters: ["alpha", "beta"],
  summary: "density ∝ x^(alpha − 1)·(1 − x)^(beta − 1) on 0 … 1; mean alpha/(alpha + beta)",
  create: (first, second) => beta(first!, second!),
};
