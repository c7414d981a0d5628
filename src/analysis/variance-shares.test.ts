import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyFromSeed, standardNormal, subkey, uniform } from "../math/random.ts";
import { gradeShares, varianceShares } from "./variance-shares.ts";

const DRAWS = 4000;
const stream = (name: string, draws = DRAWS) =>
  Float64Array.from({ length: draws }, (_, i) => standardNormal(subkey(keyFromSeed(7), name), i, 0));
const [a, b, c] = [stream("a"), stream("b"), stream("c")];

describe("variance shares", () => {
  it("are the squared slopes of a linear model", () => {
    const output = a.map((value, i) => 2 * value - b[i]!);
    const { shares, explained } = varianceShares([a, b, c], output);
    // Ranks of normals carry nearly the correlation of the normals: (6/π)·asin(ρ/2), and so 0.793 and 0.193 of the whole.
    expect(shares[0]).toBeCloseTo(0.8, 1);
    expect(shares[1]).toBeCloseTo(0.2, 1);
    expect(shares[2]).toBeLessThan(0.002);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    expect(explained).toBeGreaterThan(0.95);
  });
  it("do not see a rising transformation of inputs or output", () => {
    const output = a.map((value, i) => 2 * value - b[i]!);
    const plain = varianceShares([a, b, c], output);
    const bent = varianceShares(
      [a.map((value) => Math.exp(3 * value)), b.map((value) => value * value * value), c],
      output.map((value) => Math.exp(value)),
    );
    expect([...bent.shares]).toEqual([...plain.shares]);
    expect(bent.explained).toBe(plain.explained);
  });
  it("say by what they explain where an output has a hump", () => {
    const { explained } = varianceShares(
      [a, b],
      a.map((value) => value * value),
    );
    expect(explained).toBeLessThan(0.01);
    const half = varianceShares(
      [a],
      a.map((value, i) => value + b[i]!),
    );
    // Squared rank correlation of a pair of normals with ρ² = ½: ((6/π)·asin(ρ/2))² = 0.466.
    expect(half.explained).toBeCloseTo(0.466, 1);
    expect(half.shares[0]).toBe(1);
  });
  it("with whole weights are those of repeated draws", () => {
    const weights = Array.from({ length: 300 }, (_, i) => Math.floor(4 * uniform(keyFromSeed(1), i, 0)));
    const repeat = (values: ArrayLike<number>) =>
      weights.flatMap((weight, i) => new Array<number>(weight).fill(values[i]!));
    const inputs = [a.slice(0, 300), b.slice(0, 300)];
    const output = Float64Array.from({ length: 300 }, (_, i) => a[i]! - b[i]! + c[i]!);
    const weighted = varianceShares(inputs, output, weights);
    const repeated = varianceShares(inputs.map(repeat), repeat(output));
    expect(weighted.shares[0]).toBeCloseTo(repeated.shares[0]!, 12);
    expect(weighted.explained).toBeCloseTo(repeated.explained, 12);
    expect(weighted.shares[0]).not.toBeCloseTo(varianceShares(inputs, output).shares[0]!, 3);
    const scaled = varianceShares(
      inputs,
      output,
      weights.map((weight) => weight * 1e-9),
    );
    expect(scaled.shares[0]).toBeCloseTo(weighted.shares[0]!, 9);
  });
  it("stand constant inputs, repeated inputs and a constant output", () => {
    const flat = new Float64Array(DRAWS).fill(0.1);
    expect([...varianceShares([flat, a], a).shares]).toEqual([0, 1]);
    const twice = varianceShares([a, a, b], a);
    expect(twice.shares[0]! + twice.shares[1]!).toBeCloseTo(1, 12);
    expect(varianceShares([a, b], flat)).toEqual({ shares: new Float64Array(2), explained: 0 });
    expect(varianceShares([flat, flat], a)).toEqual({ shares: new Float64Array(2), explained: 0 });
    expect(varianceShares([], a)).toEqual({ shares: new Float64Array(0), explained: 0 });
    expect(varianceShares([[], []], [])).toEqual({ shares: new Float64Array(2), explained: 0 });
  });
  it("leave out draws of weight 0 and refuse others that are no numbers", () => {
    const output = Float64Array.from(a.slice(0, 100));
    output[3] = Number.NaN;
    const weights = new Float64Array(100).fill(2);
    expect(() => varianceShares([a.slice(0, 100)], output, weights)).toThrow(/draw 3/);
    weights[3] = 0;
    expect(varianceShares([a.slice(0, 100)], output, weights).explained).toBeCloseTo(1, 12);
    expect(() => varianceShares([a], b.slice(0, 100))).toThrow(/another number of draws/);
  });
});

describe("grade shares", () => {
  it("gather the shares by grade", () => {
    expect(gradeShares([0.5, 0.25, 0.125, 0.125], ["A", "C", "C", "B"])).toEqual({ A: 0.5, B: 0.125, C: 0.375 });
  });
  it("are all assumption where nothing varies", () => {
    expect(gradeShares([0, 0], ["A", "B"])).toEqual({ A: 0, B: 0, C: 1 });
    expect(gradeShares([], [])).toEqual({ A: 0, B: 0, C: 1 });
  });
  it("add to exactly 1 in any order, none below 0", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom("A", "B", "C")), {
          minLength: 1,
          maxLength: 40,
        }),
        (rows) => {
          const { A, B, C } = gradeShares(
            rows.map(([share]) => share),
            rows.map(([, grade]) => grade as "A" | "B" | "C"),
          );
          expect([A + B + C, C + A + B, B + C + A]).toEqual([1, 1, 1]);
          for (const share of [A, B, C]) expect(share).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: 6 },
    );
  });
  it("need a grade for every share", () => {
    expect(() => gradeShares([1], [])).toThrow(/needs a grade/);
  });
});
