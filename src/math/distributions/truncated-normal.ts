import { exp, log } from "../elementary/index.ts";
import {
  erf,
  normalCdf,
  normalDensity,
  normalLogDensity,
  normalQuantile,
  normalQuantileFromCentre,
} from "../special.ts";
import { type Distribution, type Family, isProbability, requireParameter } from "./distribution.ts";

const NAME = "truncatedNormal";

/**
 * Normal distribution with `location` and `scale` (mean and standard deviation before it was cut) kept to the interval
 * from `low` to `high`, either of which may be infinite.
 */
export function truncatedNormal(location: number, scale: number, low: number, high: number): Distribution {
  requireParameter(Number.isFinite(location), NAME, "location", location, "finite");
  requireParameter(scale > 0 && Number.isFinite(scale), NAME, "scale", scale, "finite and above 0");
  requireParameter(low < Number.POSITIVE_INFINITY, NAME, "low", low, "a number or -inf");
  requireParameter(high > low, NAME, "high", high, "above low");
  const a = (low - location) / scale;
  const b = (high - location) / scale;
  // Seen from the side where the normal distribution function is small and so keeps its digits; near the centre, where it
  // is not small, probabilities are counted from the centre instead.
  const mirrored = a + b > 0;
  const from = mirrored ? -b : a;
  const to = mirrored ? -a : b;
  const [left, right] = [normalCdf(from), normalCdf(to)];
  const [leftOfCentre, rightOfCentre] = [fromCentre(from), fromCentre(to)];
  const mass = from < FAR ? right - left : rightOfCentre - leftOfCentre;
  requireParameter(
    mass > 1e-290,
    NAME,
    mirrored ? "low" : "high",
    mirrored ? low : high,
    "within 36 scales of location",
  );
  const logMass = log(mass) + log(scale);
  const { mean, sd } = moments(a, b, mass);
  const clamp = (x: number) => Math.min(high, Math.max(low, x));
  return {
    name: NAME,
    parameters: { location, scale, low, high },
    support: [low, high],
    mean: location + scale * mean,
    sd: scale * sd,
    logDensity(x) {
      if (Number.isNaN(x)) return x;
      return x < low || x > high ? Number.NEGATIVE_INFINITY : normalLogDensity((x - location) / scale) - logMass;
    },
    cdf(x) {
      if (x <= low) return 0;
      if (x >= high) return 1;
      const z = (mirrored ? location - x : x - location) / scale;
      if (mirrored) return (z < FAR ? right - normalCdf(z) : rightOfCentre - fromCentre(z)) / mass;
      return (z < FAR ? normalCdf(z) - left : fromCentre(z) - leftOfCentre) / mass;
    },
    quantile(p) {
      if (!isProbability(p)) return Number.NaN;
      if (p === 0) return low;
      if (p === 1) return high;
      const below = mirrored ? right - p * mass : left + p * mass;
      const offset = mirrored ? rightOfCentre - p * mass : leftOfCentre + p * mass;
      const z = below < 0.25 ? normalQuantile(Math.max(0, below)) : normalQuantileFromCentre(Math.min(0.5, offset));
      return clamp(location + (mirrored ? -scale : scale) * z);
    },
  };
}

/** Standard normal quantile of about ¼: below it the distribution function keeps its digits. */
const FAR = -0.67;

/** Probability of a standard normal value between 0 and z, negative for a negative z. */
function fromCentre(z: number): number {
  if (Math.abs(z) === Number.POSITIVE_INFINITY) return z > 0 ? 0.5 : -0.5;
  return 0.5 * erf(z * Math.SQRT1_2);
}

/** Mean and standard deviation of a standard normal distribution kept to [a, b]. */
function moments(a: number, b: number, mass: number): { mean: number; sd: number } {
  if (b - a > 1) {
    const density = (normalDensity(a) - normalDensity(b)) / mass;
    const edge = (z: number) => (Number.isFinite(z) ? z * normalDensity(z) : 0);
    const variance = 1 + (edge(a) - edge(b)) / mass - density * density;
    return { mean: density, sd: Math.sqrt(Math.max(0, variance)) };
  }
  // Narrow: the formulas above cancel. Simpson's rule about the middle.
  const cells = 200;
  const centre = a + (b - a) / 2;
  let [zero, one, two] = [0, 0, 0];
  for (let i = 0; i <= cells; i++) {
    const d = (b - a) * (i / cells - 0.5);
    const weight = (i === 0 || i === cells ? 1 : i % 2 === 1 ? 4 : 2) * exp(-d * (centre + d / 2));
    zero += weight;
    one += weight * d;
    two += weight * d * d;
  }
  const shift = one / zero;
  return { mean: centre + shift, sd: Math.sqrt(two / zero - shift * shift) };
}

export const truncatedNormalFamily: Family = {
  name: NAME,
  parameters: ["location", "scale", "low", "high"],
  summary: "normal with mean location and standard deviation scale, cut to low … high (either may be inf)",
  create: (location, scale, low, high) => truncatedNormal(location!, scale!, low!, high!),
};
