import { exp, log } from "../elementary/index.ts";
import { type Distribution, type Family, isProbability, requireParameter } from "./distribution.ts";

/** All values between `low` and `high` alike. */
export function uniform(low: number, high: number): Distribution {
  requireParameter(Number.isFinite(low), "uniform", "low", low, "finite");
  requireParameter(high > low && Number.isFinite(high - low), "uniform", "high", high, "finite and above low");
  const width = high - low;
  const logDensity = -log(width);
  return {
    name: "uniform",
    parameters: { low, high },
    support: [low, high],
    mean: low + width / 2,
    sd: width / Math.sqrt(12),
    logDensity: (x) => (x >= low && x <= high ? logDensity : outside(x)),
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
    quantile: (p) => (isProbability(p) ? Math.min(high, low + p * width) : Number.NaN),
  };
}

/** The logarithm uniform between `low` and `high`: every factor alike. */
export function logUniform(low: number, high: number): Distribution {
  requireParameter(low > 0 && Number.isFinite(low), "logUniform", "low", low, "finite and above 0");
  requireParameter(high > low && Number.isFinite(high), "logUniform", "high", high, "finite and above low");
  const width = log(high / low);
  const mean = (high - low) / width;
  return {
    name: "logUniform",
    parameters: { low, high },
    support: [low, high],
    mean,
    sd: Math.sqrt(Math.max(0, (high - low) * ((high + low) / (2 * width) - (high - low) / (width * width)))),
    logDensity: (x) => (x >= low && x <= high ? -log(x) - log(width) : outside(x)),
    cdf: (x) => (x <= low ? 0 : Math.min(1, log(x / low) / width)),
    quantile: (p) => (isProbability(p) ? Math.min(high, Math.max(low, low * exp(p * width))) : Number.NaN),
  };
}

function outside(x: number): number {
  return Number.isNaN(x) ? x : Number.NEGATIVE_INFINITY;
}

export const uniformFamily: Family = {
  name: "uniform",
  parameters: ["low", "high"],
  summary: "all values between low and high alike",
  create: (low, high) => uniform(low!, high!),
};

export const logUniformFamily: Family = {
  name: "logUniform",
  parameters: ["low", "high"],
  summary: "the logarithm uniform between low > 0 and high",
  create: (low, high) => logUniform(low!, high!),
};
