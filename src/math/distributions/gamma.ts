import { log } from "../elementary/index.ts";
import { gammaQuantile, logGamma, regularizedGamma } from "../special.ts";
import { term } from "./beta.ts";
import { type Distribution, type Family, requireParameter } from "./distribution.ts";

/** Gamma distribution with density ∝ x^(shape − 1)·e^(−x/scale): a **scale**, in the unit of x, not a rate. */
export function gamma(shape: number, scale: number): Distribution {
  requireParameter(shape > 0 && Number.isFinite(shape), "gamma", "shape", shape, "finite and above 0");
  requireParameter(scale > 0 && Number.isFinite(scale), "gamma", "scale", scale, "finite and above 0");
  const constant = -logGamma(shape) - log(scale);
  return {
    name: "gamma",
    parameters: { shape, scale },
    support: [0, Number.POSITIVE_INFINITY],
    mean: shape * scale,
    sd: Math.sqrt(shape) * scale,
    logDensity(x) {
      if (x < 0 || x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
      return constant + term(shape - 1, log(x / scale)) - x / scale;
    },
    cdf: (x) => regularizedGamma(shape, x / scale).lower,
    quantile: (p) => scale * gammaQuantile(shape, p),
  };
}

export const gammaFamily: Family = {
  name: "gamma",
  parameters: ["shape", "scale"],
  summary: "shape and scale (not rate); mean shape·scale",
  create: (shape, scale) => gamma(shape!, scale!),
};
