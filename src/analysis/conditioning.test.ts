import { describe, expect, it } from "vitest";
import { cholesky } from "../math/linear-algebra.ts";
import { keyFromSeed, standardNormal } from "../math/random.ts";
import {
  effectiveSampleSize,
  gaussianLogLikelihood,
  importanceWeights,
  ouCovariance,
  truncatedWeights,
} from "./conditioning.ts";

describe("gaussian likelihood", () => {
  it("is that of independent normals for a diagonal", () => {
    const one = (x: number, sd: number) => -0.5 * (x / sd) * (x / sd) - Math.log(sd * Math.sqrt(2 * Math.PI));
    expect(gaussianLogLikelihood([0.3, -2], cholesky([0.25, 0, 0, 9], 2))).toBeCloseTo(one(0.3, 0.5) + one(-2, 3), 13);
  });
  it("is that of a correlated pair", () => {
    // scipy 1.17.1: stats.multivariate_normal([0, 0], [[2, 0.6], [0.6, 0.5]]).logpdf([1, -0.5])
    expect(gaussianLogLikelihood([1, -0.5], cholesky([2, 0.6, 0.6, 0.5], 2))).toBeCloseTo(-2.8647335150951365, 12);
  });
  it("says where sizes differ, and keeps NaN", () => {
    expect(() => gaussianLogLikelihood([1], [1, 0, 0, 1])).toThrow(/differ in size/);
    expect(gaussianLogLikelihood([Number.NaN], [1])).toBeNaN();
  });
});

describe("Ornstein–Uhlenbeck covariance", () => {
  it("falls with the distance in time", () => {
    const found = ouCovariance([2010, 2011, 2014], 0.5, 2, 0.1);
    const at = (gap: number) => 0.25 * Math.exp(-gap / 2);
    [0.26, at(1), at(4), at(1), 0.26, at(3), at(4), at(3), 0.26].forEach(
      (value, i) => void expect(found[i]).toBeCloseTo(value, 15),
    );
  });
  it("gives the likelihood that a walk along the process and its noise gives", () => {
    // Kalman filter of the same model (Särkkä 2013, doi:10.1017/CBO9781139344203, 4.3): another route to one number.
    const times = [0, 1, 1.5, 4, 9];
    const y = [0.2, -0.4, 0.1, 0.9, -0.3];
    const [sd, scale, noise] = [0.6, 3, 0.2];
    let [mean, variance, total] = [0, sd * sd, 0];
    times.forEach((t, i) => {
      if (i > 0) {
        const kept = Math.exp(-(t - times[i - 1]!) / scale);
        mean *= kept;
        variance = kept * kept * variance + sd * sd * (1 - kept * kept);
      }
      const spread = variance + noise * noise;
      const surprise = y[i]! - mean;
      total -= 0.5 * (Math.log(2 * Math.PI * spread) + (surprise * surprise) / spread);
      mean += (variance / spread) * surprise;
      variance *= 1 - variance / spread;
    });
    const lower = cholesky(ouCovariance(times, sd, scale, noise), times.length);
    expect(gaussianLogLikelihood(y, lower)).toBeCloseTo(total, 12);
  });
  it("is refused for numbers out of range", () => {
    expect(() => ouCovariance([1], -1, 1, 0)).toThrow(/sd/);
    expect(() => ouCovariance([1], 1, 0, 0)).toThrow(/timeScale/);
    expect(() => ouCovariance([1], 1, 1, Number.NaN)).toThrow(/noiseSd/);
  });
});

describe("weights", () => {
  it("follow the likelihood and add to 1, however small", () => {
    const weights = importanceWeights([-5000, -5000 + Math.log(3), Number.NEGATIVE_INFINITY, Number.NaN]);
    [0.25, 0.75, 0, 0].forEach((value, i) => void expect(weights[i]).toBeCloseTo(value, 12));
    expect([...importanceWeights([Number.NEGATIVE_INFINITY, Number.NaN])]).toEqual([0, 0]);
  });
  it("are worth as many draws as Kish says", () => {
    expect(effectiveSampleSize([1, 1, 1, 1])).toBe(4);
    expect(effectiveSampleSize([5, 0, 0])).toBe(1);
    expect(effectiveSampleSize([3, 1])).toBeCloseTo(1.6, 14);
    expect(effectiveSampleSize([3e-200, 1e-200])).toBeCloseTo(1.6, 14);
    expect(effectiveSampleSize([0, 0])).toBe(0);
    expect(effectiveSampleSize([])).toBe(0);
    expect(effectiveSampleSize([1, Number.NaN])).toBeNaN();
  });
  it("turn a prior into the posterior known in closed form", () => {
    // x ~ N(0, 1), seen once as 1 with noise ½: posterior N(0.8, 0.2).
    const n = 20_000;
    const x = Float64Array.from({ length: n }, (_, i) => standardNormal(keyFromSeed(5), i, 0));
    const lower = cholesky([0.25], 1);
    const weights = importanceWeights(x.map((value) => gaussianLogLikelihood([1 - value], lower)));
    const mean = x.reduce((sum, value, i) => sum + value * weights[i]!, 0);
    const variance = x.reduce((sum, value, i) => sum + (value - mean) * (value - mean) * weights[i]!, 0);
    const draws = effectiveSampleSize(weights);
    expect(draws / n).toBeGreaterThan(0.3);
    expect(Math.abs(mean - 0.8)).toBeLessThan(4 * Math.sqrt(0.2 / draws));
    expect(Math.abs(variance / 0.2 - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
  });
  it("leave no draw more than the square root of their number times the mean, and all others as they are", () => {
    const many = new Float64Array(10_000).fill(1000);
    expect(truncatedWeights(many)).toEqual(many);
    const far = many.slice();
    far[17] = 5_000_000;
    const kept = truncatedWeights(far);
    expect(kept[17]).toBe(149_990);
    expect(effectiveSampleSize(far)).toBeLessThan(600);
    expect(effectiveSampleSize(kept)).toBeGreaterThan(3000);
    expect(kept.filter((_, i) => i !== 17)).toEqual(far.filter((_, i) => i !== 17));
    expect(truncatedWeights(new Float64Array(3))).toEqual(new Float64Array(3));
  });
});
