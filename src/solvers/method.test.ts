import { describe, expect, it } from "vitest";
import { dopri5, type Method, methods, tsit5 } from "./method.ts";
import { Stepper } from "./stepper.ts";

/** Weights b_i(θ) of an interpolant, written out apart from the code under test. */
function weights({ tableau: { b, stages }, quartic = [] }: Method, theta: number): number[] {
  const rest = 1 - theta;
  return Array.from({ length: stages }, (_, i) => {
    let weight = b[i]! * theta * theta * (3 - 2 * theta) + (quartic[i] ?? 0) * (theta * rest) ** 2;
    if (i === 0) weight += theta * rest * rest;
    if (i === stages - 1) weight -= theta * theta * rest;
    return weight;
  });
}

describe.each([
  ["dopri5", dopri5],
  ["tsit5", tsit5],
] as const)("the interpolant of %s", (_name, method) => {
  const { a, c } = method.tableau;
  const times = (values: readonly number[]) =>
    a.map((row) => row.reduce((sum, value, j) => sum + value * values[j]!, 0));
  const product = (x: readonly number[], y: readonly number[]) => x.map((value, i) => value * y[i]!);
  const one = c.map(() => 1);
  const square = product(c, c);
  /** Left sides of the conditions of order 4 with the powers of θ and the densities of their trees. */
  const trees: readonly [string, readonly number[], number, number][] = [
    ["•", one, 1, 1],
    ["c", [...c], 2, 2],
    ["c²", square, 3, 3],
    ["Ac", times(c), 3, 6],
    ["c³", product(square, c), 4, 4],
    ["cAc", product(c, times(c)), 4, 8],
    ["Ac²", times(square), 4, 12],
    ["AAc", times(times(c)), 4, 24],
  ];

  it.each(trees)("satisfies the condition of order 4 for %s", (_tree, phi, power, density) => {
    for (const theta of [0.1, 0.47, 0.5, 0.9, 1]) {
      const left = weights(method, theta).reduce((sum, weight, i) => sum + weight * phi[i]!, 0);
      expect(Math.abs(left - theta ** power / density)).toBeLessThan(1e-13);
    }
  });

  it("is of order 4, not more", () => {
    const left = weights(method, 0.47).reduce((sum, weight, i) => sum + weight * square[i]! * square[i]!, 0);
    expect(Math.abs(left - 0.47 ** 5 / 5)).toBeGreaterThan(1e-5);
  });

  it("is what the stepper computes, and falls by h⁵ within one step", () => {
    const errorOf = (h: number) => {
      const stepper = new Stepper(
        (t, y, dydt) => {
          dydt[0] = y[0]! * Math.cos(t);
        },
        method,
        [Math.exp(Math.sin(1))],
      );
      stepper.enter({ from: 1, to: 2 });
      stepper.attempt(1, 1 + h);
      stepper.close(1 + h);
      const out = new Float64Array(1);
      stepper.interpolate(0.47, out);
      return Math.abs(out[0]! - Math.exp(Math.sin(1 + 0.47 * h)));
    };
    const seen = Math.log2(errorOf(2 ** -4) / errorOf(2 ** -5));
    expect(Math.abs(seen - 5)).toBeLessThan(0.2);
  });
});

describe.each(methods.map((method) => [method.tableau.name, method] as const))(
  "between steps of %s",
  (_name, method) => {
    const stepper = new Stepper(
      (t, y, dydt) => {
        dydt[0] = Math.cos(t) - y[0]!;
        dydt[1] = y[0]!;
      },
      method,
      [1, 2],
    );
    stepper.enter({ from: 0, to: 1 });
    stepper.attempt(0, 0.5);
    stepper.close(0.5);
    const at = (theta: number) => {
      const out = new Float64Array(2);
      stepper.interpolate(theta, out);
      return out;
    };

    it("the ends are exact", () => {
      expect(at(0)).toEqual(stepper.y);
      expect(at(1)).toEqual(stepper.next);
    });

    it("slopes at the ends are those of the right-hand side", () => {
      const d = 1e-6;
      const ends = new Float64Array(2);
      stepper.evaluate(0.5, stepper.next, ends);
      for (const i of [0, 1]) {
        expect((at(d)[i]! - at(-d)[i]!) / d).toBeCloseTo(stepper.slope[i]!, 6);
        expect((at(1 + d)[i]! - at(1 - d)[i]!) / d).toBeCloseTo(ends[i]!, 6);
      }
    });
  },
);
