import { describe, expect, it } from "vitest";
import { keyFromSeed } from "../math/random.ts";
import { ShockedWalks, type ShockedWalksOptions } from "./shocked-walks.ts";

const key = keyFromSeed(11);
const DRAWS = 6000;
const OPTIONS: ShockedWalksOptions = {
  steps: [0.3, 0.7],
  knots: 30,
  kept: 0.9,
  tails: 6,
  shocks: [
    { rate: 0.05, low: 0.2, high: 0.9, left: 0.8 },
    { rate: 0.05, low: -0.5, high: -0.1, left: 0.6 },
  ],
  shockKnots: 80,
};

function draws(options: ShockedWalksOptions): Float64Array[] {
  const walks = new ShockedWalks(options);
  return Array.from({ length: DRAWS }, (_, draw) => walks.draw(key, draw));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2));

describe("ShockedWalks", () => {
  const paths = draws(OPTIONS);
  const at = (row: number) => paths.map((path) => path[row]!);

  it("begins at 0 and widens as a walk that returns does: σ²(1 − φ^2k)/(1 − φ²)", () => {
    OPTIONS.steps.forEach((sd, w) => {
      expect(at(30 * w).every((value) => value === 0)).toBe(true);
      for (const knot of [1, 4, 29]) {
        const expected = (sd ** 2 * (1 - 0.9 ** (2 * knot))) / (1 - 0.9 ** 2);
        expect(variance(at(30 * w + knot)) / expected).toBeGreaterThan(0.85);
        expect(variance(at(30 * w + knot)) / expected).toBeLessThan(1.15);
      }
    });
  });

  it("has heavier tails than a normal number, and walks that do not go together", () => {
    const far = at(1).filter((value) => Math.abs(value) > 3 * 0.3).length / DRAWS;
    // 0.0027 of a normal number, 0.0100 of Student's t of unit variance with six degrees of freedom.
    expect(far).toBeGreaterThan(0.006);
    expect(far).toBeLessThan(0.015);
    const [a, b] = [at(20), at(50)];
    expect(Math.abs(mean(a.map((value, i) => value * b[i]!)) / Math.sqrt(variance(a) * variance(b)))).toBeLessThan(
      0.05,
    );
  });

  it("has shocks as often and as large as asked for: rate · mean size / (1 − left)", () => {
    const one = draws({ ...OPTIONS, steps: [], shocks: [OPTIONS.shocks[0]!] });
    expect(one.every((path) => path[0] === 0)).toBe(true);
    const chance = 1 - Math.exp(-0.05);
    expect(mean(one.map((path) => path[79]!)) / ((chance * 0.55) / 0.2)).toBeCloseTo(1, 1);
    const began = one.filter((path) => path[1] !== 0);
    expect(began.length / DRAWS / chance).toBeCloseTo(1, 0);
    expect(Math.min(...began.map((path) => path[1]!))).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...began.map((path) => path[1]!))).toBeLessThanOrEqual(0.9);
  });

  it("is a function of key and draw, and of nothing that comes later", () => {
    const longer = new ShockedWalks({ ...OPTIONS, knots: 60 }).draw(key, 5);
    expect(longer.slice(0, 30)).toEqual(paths[5]!.slice(0, 30));
    expect(new ShockedWalks(OPTIONS).draw(keyFromSeed(12), 5)).not.toEqual(paths[5]);
  });
});
