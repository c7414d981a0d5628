import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addValue,
  covariance,
  mean,
  mergeMoments,
  momentsOf,
  NO_MOMENTS,
  quantile,
  quantiles,
  ranks,
  variance,
  varianceOf,
} from "./statistics.ts";

const finite = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const sample = fc.array(fc.tuple(finite, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 30 });

describe("moments", () => {
  it("are those known by hand", () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 14);
    expect(mean([1, 10], [3, 1])).toBe(3.25);
    // Σw(x − m)² = 3·2.25² + 6.75² = 60.75; Σw − Σw²/Σw = 4 − 10/4.
    expect(variance([1, 10], [3, 1])).toBeCloseTo(60.75 / 1.5, 13);
    expect(covariance([1, 2, 3], [2, 4, 9])).toBeCloseTo(3.5, 14);
  });
  it("keep their digits far from zero", () => {
    const far = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
    expect(variance(far)).toBe(30);
    expect(varianceOf(far.reduce((moments, x) => addValue(moments, x), NO_MOMENTS))).toBeCloseTo(30, 6);
  });
  it("leave out what has no weight, even if it is not a number", () => {
    expect(mean([1, Number.NaN, 3], [1, 0, 1])).toBe(2);
    expect(variance([1, Number.NaN, 3], [1, 0, 1])).toBe(2);
    expect(covariance([1, Number.NaN, 3], [1, 5, 3], [1, 0, 1])).toBe(2);
    expect(mean([1, Number.NaN])).toBeNaN();
    expect(mean([])).toBeNaN();
    expect(variance([3])).toBeNaN();
  });
  it("of two parts are those of the whole, one value at a time too", () => {
    fc.assert(
      fc.property(sample, fc.nat(30), (rows, cut) => {
        const values = rows.map(([x]) => x);
        const weights = rows.map(([, w]) => w);
        const whole = momentsOf(values, weights);
        const parts = mergeMoments(
          momentsOf(values.slice(0, cut), weights.slice(0, cut)),
          momentsOf(values.slice(cut), weights.slice(cut)),
        );
        const single = rows.reduce((moments, [x, w]) => addValue(moments, x, w), NO_MOMENTS);
        for (const other of [parts, single]) {
          expect([other.count, other.weight, other.squaredWeight]).toEqual([
            whole.count,
            whole.weight,
            whole.squaredWeight,
          ]);
          expect(Math.abs(other.mean - whole.mean)).toBeLessThan(1e-10);
          expect(Math.abs(other.squares - whole.squares)).toBeLessThanOrEqual(1e-9 * (1 + whole.squares));
        }
      }),
      { seed: 1 },
    );
  });
  it("are refused for arrays of different lengths", () => {
    expect(() => mean([1, 2], [1])).toThrow(/differ in length/);
    expect(() => covariance([1, 2], [1])).toThrow(/differ in length/);
  });
});

describe("quantiles", () => {
  it("are definition 5 of Hyndman & Fan for equal weights", () => {
    // Sorted values 1, 1, 3, 4, 5 at 0.1, 0.3, 0.5, 0.7, 0.9.
    expect([...quantiles([3, 1, 4, 1, 5], [0, 0.1, 0.25, 0.5, 0.8, 1])]).toEqual([1, 1, 1, 3, 4.5, 5]);
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  });
  it("follow the weights", () => {
    expect(quantile([10, 20], 0.5, [1, 1])).toBe(15);
    expect(quantile([10, 20], 0.5, [3, 1])).toBe(12.5);
    expect(quantile([10, 20, 99], 0.5, [1, 1, 0])).toBe(15);
  });
  it("do not depend on order or on the scale of the weights, rise, and stay inside", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const at = [0, 0.05, 0.3, 0.5, 0.9, 1];
        const values = rows.map(([x]) => x);
        const weights = rows.map(([, w]) => w);
        const found = [...quantiles(values, at, weights)];
        expect([
          ...quantiles(
            values,
            at,
            weights.map((w) => w / 8),
          ),
        ]).toEqual(found);
        expect(found[0]).toBe(Math.min(...values));
        expect(found[5]).toBe(Math.max(...values));
        for (let k = 1; k < 6; k++) expect(found[k]! - found[k - 1]!).toBeGreaterThanOrEqual(-1e-9);
      }),
      { seed: 2 },
    );
  });
  it("are NaN where there is no answer", () => {
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([1, Number.NaN], 0.5)).toBeNaN();
    expect(quantile([1, 2], 1.1)).toBeNaN();
    expect(quantile([1, Number.NaN], 0.5, [1, 0])).toBe(1);
    expect(quantile([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0.5)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("ranks", () => {
  it("share the average among ties", () => {
    expect([...ranks([10, 30, 20, 20, 5])]).toEqual([2, 5, 3.5, 3.5, 1]);
    expect([...ranks([7, 7, 7])]).toEqual([2, 2, 2]);
    expect([...ranks([2, Number.NaN, 1])]).toEqual([2, Number.NaN, 1]);
  });
  it("with whole weights are those of repeated values", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const weighted = ranks(
          rows.map(([x]) => x),
          rows.map(([, w]) => w),
        );
        const repeated = rows.flatMap(([x, w]) => new Array<number>(w).fill(x));
        const plain = ranks(repeated);
        rows.forEach(([x], i) => void expect(weighted[i]).toBe(plain[repeated.indexOf(x)]));
      }),
      { seed: 3 },
    );
  });
});
