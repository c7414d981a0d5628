import { describe, expect, it } from "vitest";
import { keyFromSeed, standardNormal, uniform } from "../math/random.ts";
import { Tally } from "./tally.ts";

const key = keyFromSeed(7);

function exactQuantile(values: readonly number[], weights: readonly number[], p: number): number {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  for (const i of order) {
    below += weights[i]!;
    if (below >= p * total) return values[i]!;
  }
  return Number.NaN;
}

describe("tally", () => {
  it.each([
    ["positive", (i: number) => 1000 + 100 * standardNormal(key, i, 0)],
    ["negative", (i: number) => -3 - uniform(key, i, 0)],
    ["of both signs", (i: number) => standardNormal(key, i, 0)],
    ["over many orders", (i: number) => 10 ** (6 * uniform(key, i, 0) - 3)],
  ])("gives weighted quantiles of %s values within a bin", (_, value) => {
    const values = Array.from({ length: 5000 }, (_, i) => value(i));
    const weights = values.map((_, i) => Math.floor(1000 * uniform(key, i, 1)));
    const tally = new Tally(1, 10);
    values.forEach((v, i) => {
      tally.add(0, v, weights[i]!);
    });
    for (const p of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) {
      const exact = exactQuantile(values, weights, p);
      expect(Math.abs(tally.quantile(0, p) - exact)).toBeLessThanOrEqual(Math.abs(exact) * 2 ** -9 + 1e-12);
    }
  });

  it("adds up to the same bits in any order", () => {
    const values = Array.from({ length: 999 }, (_, i) => standardNormal(key, i, 0));
    const whole = new Tally(2, 8);
    const parts = [new Tally(2, 8), new Tally(2, 8), new Tally(2, 8)];
    values.forEach((v, i) => {
      whole.add(i % 2, v, i);
      parts[i % 3]!.add(i % 2, v, i);
    });
    const merged = new Tally(2, 8);
    for (const part of [...parts].reverse()) merged.merge(part.data());
    for (const cell of [0, 1])
      for (const p of [0, 0.05, 0.3, 0.5, 0.95, 1]) expect(merged.quantile(cell, p)).toBe(whole.quantile(cell, p));
  });

  it("tells the share above a value", () => {
    const tally = new Tally(1, 12);
    for (const value of [0.5, 0.9, 1.1, 1.5, 3]) tally.add(0, value, 2);
    expect(tally.exceedance(0, 1)).toBe(0.6);
    expect(tally.exceedance(0, 4)).toBe(0);
    expect(tally.exceedance(0, -1)).toBe(1);
  });

  it("passes over what is not finite and knows when it is empty", () => {
    const tally = new Tally(1, 8);
    tally.add(0, Number.NaN, 1);
    tally.add(0, Number.POSITIVE_INFINITY, 1);
    expect(tally.total(0)).toBe(0);
    expect(tally.quantile(0, 0.5)).toBeNaN();
    tally.add(0, 0, 3);
    expect(tally.total(0)).toBe(3);
    expect(tally.quantile(0, 0.5)).toBe(0);
  });
});
