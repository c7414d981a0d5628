import { log } from "../elementary/index.ts";
import { type Distribution, type Family, isProbability, requireParameter } from "./distribution.ts";

/** Density rising in a straight line from `low` to `mode` and falling to `high`; the mode may be either end. */
export function triangular(low: number, mode: number, high: number): Distribution {
  requireParameter(Number.isFinite(low), "triangular", "low", low, "finite");
  requireParameter(high > low && Number.isFinite(high - low), "triangular", "high", high, "finite and above low");
  requireParameter(mode >= low && mode <= high, "triangular", "mode", mode, "between low and high");
  const width = high - low;
  const rise = mode - low;
  const fall = high - mode;
  const atMode = rise / width;
  return {
    name: "triangular",
    parameters: { low, mode, high },
    support: [low, high],
    mean: low + (width + rise) / 3,
    sd: Math.sqrt((width * width - rise * fall) / 18),
    logDensity(x) {
      if (Number.isNaN(x)) return x;
      if (x < low || x > high) return Number.NEGATIVE_INFINITY;
      if (x === mode) return log(2 / width);
      return x < mode ? log(2 * (x - low)) - log(width * rise) : log(2 * (high - x)) - log(width * fall);
    },
    cdf(x) {
      if (x <= low) return 0;
      if (x >= high) return 1;
      if (x < mode) return ((x - low) * (x - low)) / (width * rise);
      // From whichever end of the fall is nearer, so that nothing cancels.
      if (high - x < x - mode) return 1 - ((high - x) * (high - x)) / (width * fall);
      return atMode + ((x - mode) * (fall + (high - x))) / (width * fall);
    },
    quantile(p) {
      if (!isProbability(p)) return Number.NaN;
      if (p < atMode) return low + Math.sqrt(p * width * rise);
      const toHigh = Math.sqrt((1 - p) * width * fall);
      if (2 * toHigh < fall || fall === 0) return high - toHigh;
      return mode + ((p - atMode) * width * fall) / (fall + toHigh);
    },
  };
}

export const triangularFamily: Family = {
  name: "triangular",
  parameters: ["low", "mode", "high"],
  summary: "density in straight lines from low up to mode and down to high",
  create: (low, mode, high) => triangular(low!, mode!, high!),
};
