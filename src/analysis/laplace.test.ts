import { describe, expect, it } from "vitest";
import { exp } from "../math/elementary/index.ts";
import { keyFromSeed, uniform } from "../math/random.ts";
import { normalQuantile } from "../math/special.ts";
import { effectiveSampleSize } from "./conditioning.ts";
import { laplaceDraws } from "./laplace.ts";

const key = keyFromSeed(7);
const normals = (draw: number, n: number) =>
  Float64Array.from({ length: n }, (_, i) => normalQuantile(uniform(key, draw, i)));

describe("laplaceDraws", () => {
  it("is exact for a linear problem: all weights are 1, mean and covariance those of the posterior", () => {
    // Prior N(0, [[1, .6], [.6, 1]]); observed z0 + 2 z1 = 3 with noise 0.5.
    const laplace = laplaceDraws({
      prior: Float64Array.of(1, 0.6, 0.6, 1),
      start: [0, 0],
      residuals: (points) => points.map(([a, b]) => [(a! + 2 * b! - 3) / 0.5]),
    });
    // Posterior mean: P·h/(hᵀP h + 0.25)·3 with h = (1, 2).
    const ph = [1 + 1.2, 0.6 + 2];
    const s = ph[0]! + 2 * ph[1]! + 0.25;
    expect(laplace.mode[0]).toBeCloseTo((3 * ph[0]!) / s, 10);
    expect(laplace.mode[1]).toBeCloseTo((3 * ph[1]!) / s, 10);
    let [sum, squares] = [0, 0];
    const draws = 20_000;
    for (let draw = 0; draw < draws; draw++) {
      const z = normals(draw, 2);
      const point = laplace.point(z);
      const misfit = (point[0]! + 2 * point[1]! - 3) / 0.5;
      expect(laplace.logWeight(point, z, misfit * misfit)).toBeCloseTo(0, 9);
      sum += point[0]!;
      squares += point[0]! ** 2;
    }
    const variance = 1 - ph[0]! ** 2 / s;
    expect(sum / draws).toBeCloseTo((3 * ph[0]!) / s, 1);
    expect(squares / draws - (sum / draws) ** 2).toBeCloseTo(variance, 1);
  });

  it("gives weights that correct a curved problem, worth far more than draws of the prior", () => {
    const residual = ([a, b]: ArrayLike<number> & Iterable<number>) => (exp(0.3 * a! + 0.8 * b!) - 4) / 0.4;
    const laplace = laplaceDraws({
      prior: Float64Array.of(1, 0, 0, 1),
      start: [0, 0],
      residuals: (points) => points.map((point) => [residual(point)]),
    });
    const draws = 20_000;
    const own = new Float64Array(draws);
    const plain = new Float64Array(draws);
    let [mean, meanPlain, total, totalPlain] = [0, 0, 0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const z = normals(draw, 2);
      const point = laplace.point(z);
      own[draw] = exp(laplace.logWeight(point, z, residual(point) ** 2));
      plain[draw] = exp(-(residual(z) ** 2) / 2);
      mean += own[draw]! * point[1]!;
      total += own[draw]!;
      meanPlain += plain[draw]! * z[1]!;
      totalPlain += plain[draw]!;
    }
    expect(mean / total).toBeCloseTo(meanPlain / totalPlain, 1);
    expect(effectiveSampleSize(own)).toBeGreaterThan(0.8 * draws);
    expect(effectiveSampleSize(plain)).toBeLessThan(0.2 * draws);
  });

  it("gives the same answer from a wider proposal", () => {
    const laplace = laplaceDraws({
      prior: Float64Array.of(1, 0.6, 0.6, 1),
      start: [0, 0],
      residuals: (points) => points.map(([a, b]) => [(a! + 2 * b! - 3) / 0.5]),
      wider: 4,
    });
    let [sum, total] = [0, 0];
    for (let draw = 0; draw < 20_000; draw++) {
      const z = normals(draw, 2);
      const point = laplace.point(z);
      const weight = exp(laplace.logWeight(point, z, ((point[0]! + 2 * point[1]! - 3) / 0.5) ** 2));
      sum += weight * point[0]!;
      total += weight;
    }
    expect(sum / total).toBeCloseTo(laplace.mode[0]!, 1);
  });

  it("says so where there is nothing to begin with", () => {
    const nothing = { prior: Float64Array.of(1), start: [0], residuals: () => [[Number.NaN]] };
    expect(() => laplaceDraws(nothing)).toThrow(/no number at the central values/);
  });
});
