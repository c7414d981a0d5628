import { exp, expm1, log } from "../elementary/index.ts";
import { erf, normalCdf, normalLogDensity, normalQuantile, normalQuantileFromCentre } from "../special.ts";
import { type Distribution, type Family, isProbability, requireParameter } from "./distribution.ts";

/** Normal (Gaussian) distribution with the given mean and standard deviation. */
export function normal(mean: number, sd: number): Distribution {
  requireParameter(Number.isFinite(mean), "normal", "mean", mean, "finite");
  requireParameter(sd > 0 && Number.isFinite(sd), "normal", "sd", sd, "finite and above 0");
  const logSd = log(sd);
  return {
    name: "normal",
    parameters: { mean, sd },
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    mean,
    sd,
    logDensity: (x) => normalLogDensity((x - mean) / sd) - logSd,
    cdf: (x) => normalCdf((x - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p),
  };
}

/**
 * Log-normal distribution by its median and its geometric standard deviation `gsd`, the factor e^σ: 68 % of the values
 * lie between median/gsd and median·gsd.
 */
export function lognormal(median: number, gsd: number): Distribution {
  requireParameter(median > 0 && Number.isFinite(median), "lognormal", "median", median, "finite and above 0");
  requireParameter(gsd > 1 && Number.isFinite(gsd), "lognormal", "gsd", gsd, "finite and above 1");
  const mu = log(median);
  const sigma = log(gsd);
  const mean = median * exp((sigma * sigma) / 2);
  const logSigma = log(sigma);
  return {
    name: "lognormal",
    parameters: { median, gsd },
    support: [0, Number.POSITIVE_INFINITY],
    mean,
    sd: mean * Math.sqrt(expm1(sigma * sigma)),
    logDensity(x) {
      if (x <= 0) return Number.NEGATIVE_INFINITY;
      const logX = log(x);
      return normalLogDensity((logX - mu) / sigma) - logSigma - logX;
    },
    cdf: (x) => (x <= 0 ? 0 : normalCdf((log(x) - mu) / sigma)),
    quantile: (p) => median * exp(sigma * normalQuantile(p)),
  };
}

/** The absolute value of a normal number with mean 0 and standard deviation `scale`. */
export function halfNormal(scale: number): Distribution {
  requireParameter(scale > 0 && Number.isFinite(scale), "halfNormal", "scale", scale, "finite and above 0");
  const logScale = log(scale);
  return {
    name: "halfNormal",
    parameters: { scale },
    support: [0, Number.POSITIVE_INFINITY],
    mean: scale * Math.sqrt(2 / Math.PI),
    sd: scale * Math.sqrt(1 - 2 / Math.PI),
    logDensity: (x) => (x < 0 ? Number.NEGATIVE_INFINITY : Math.LN2 + normalLogDensity(x / scale) - logScale),
    cdf: (x) => (x <= 0 ? 0 : erf((x / scale) * Math.SQRT1_2)),
    quantile: (p) => (isProbability(p) ? scale * normalQuantileFromCentre(p / 2) : Number.NaN),
  };
}

export const normalFamily: Family = {
  name: "normal",
  parameters: ["mean", "sd"],
  summary: "mean and standard deviation",
  create: (mean, sd) => normal(mean!, sd!),
};

export const lognormalFamily: Family = {
  name: "lognormal",
  parameters: ["median", "gsd"],
  summary: "median and geometric standard deviation (> 1): 68 % lie between median/gsd and median·gsd",
  create: (median, gsd) => lognormal(median!, gsd!),
};

export const halfNormalFamily: Family = {
  name: "halfNormal",
  parameters: ["scale"],
  summary: "absolute value of a normal number with mean 0 and standard deviation scale",
  create: (scale) => halfNormal(scale!),
};
