import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimizeInBox } from "./quasi-newton.ts";

const rosenbrock = (x: Float64Array) => {
  const [a, b] = [x[0]!, x[1]!];
  return 100 * (b - a * a) * (b - a * a) + (1 - a) * (1 - a);
};
const rosenbrockGradient = (x: Float64Array, out: Float64Array) => {
  const [a, b] = [x[0]!, x[1]!];
  out[0] = -400 * a * (b - a * a) - 2 * (1 - a);
  out[1] = 200 * (b - a * a);
};

describe("minimizeInBox", () => {
  it.each([
    ["numerical", {}],
    ["analytic", { gradient: rosenbrockGradient }],
  ])("finds the minimum of Rosenbrock's valley inside its box, %s gradient", (_, gradient) => {
    const found = minimizeInBox({ value: rosenbrock, ...gradient, low: [-2, -2], high: [2, 2], start: [-1.2, 1] });
    expect(found.x[0]).toBeCloseTo(1, 5);
    expect(found.x[1]).toBeCloseTo(1, 5);
    expect(found.value).toBeLessThan(1e-10);
    expect([...found.bound]).toEqual([0, 0]);
    expect(found.converged).toBe(true);
    expect(found.iterations).toBeLessThan(80);
  });

  it("ends on the bound where the valley leaves the box (Hock & Schittkowski 1981, problem 2)", () => {
    const found = minimizeInBox({ value: rosenbrock, low: [-3, 1.5], high: [3, 4], start: [-2, 1.5] });
    // Two local minima on b = 1.5, roots of 400 a³ − 598 a − 2: 0.0504 at a = 1.224371, 4.9412 at a = −1.221027.
    expect(found.bound[1]).toBe(-1);
    expect(found.x[1]).toBe(1.5);
    expect(found.x[0]! > 0 ? found.x[0] : -found.x[0]!).toBeCloseTo(found.x[0]! > 0 ? 1.224371 : 1.221027, 4);
    const near = minimizeInBox({ value: rosenbrock, low: [-3, 1.5], high: [3, 4], start: [2, 2] });
    expect(near.value).toBeCloseTo(0.0504261879, 7);
  });

  it("treats variables of very different size alike", () => {
    const value = (x: Float64Array) => {
      const a = x[0]! / 1e-8 - 1.5;
      const b = x[1]! / 1e5 - 1.2;
      return 3 + a * a + 4 * b * b + a * b;
    };
    const found = minimizeInBox({ value, low: [1e-8, 1e5], high: [2e-8, 2e5], start: [1.9e-8, 1.05e5] });
    expect(found.x[0]! / 1e-8).toBeCloseTo(1.5, 5);
    expect(found.x[1]! / 1e5).toBeCloseTo(1.2, 5);
    expect(found.value).toBeCloseTo(3, 10);
  });

  it("never asks for a value outside the box", () => {
    let outside = 0;
    const value = (x: Float64Array) => {
      for (const [i, v] of x.entries()) if (!(v >= i && v <= i + 1)) outside++;
      return (x[0]! + 3) * (x[0]! + 3) + (x[1]! - 9) * (x[1]! - 9);
    };
    const found = minimizeInBox({ value, low: [0, 1], high: [1, 2], start: [0.5, 1.2] });
    expect([...found.x]).toEqual([0, 2]);
    expect([...found.bound]).toEqual([-1, 1]);
    expect(outside).toBe(0);
  });

  it("meets the first-order conditions of any convex quadratic in any box", () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    const quadratic = fc.record({
      factor: fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
      linear: fc.array(number, { minLength: 3, maxLength: 3 }),
      width: fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(quadratic, ({ factor, linear, width }) => {
        const gradient = (x: Float64Array, out: Float64Array) => {
          const inner = factor.map((row) => row.reduce((sum, f, j) => sum + f * x[j]!, 0));
          for (let i = 0; i < 3; i++)
            out[i] = linear[i]! + 0.1 * x[i]! + factor.reduce((sum, row, k) => sum + row[i]! * inner[k]!, 0);
        };
        const value = (x: Float64Array) => {
          const out = new Float64Array(3);
          gradient(x, out);
          return x.reduce((sum, v, i) => sum + 0.5 * v * (out[i]! + linear[i]!), 0);
        };
        const low = width.map((w) => -w / 2);
        const high = width.map((w) => w / 2);
        const found = minimizeInBox({ value, gradient, low, high, start: [0, 0, 0] }, { reduction: 0 });
        const out = new Float64Array(3);
        gradient(found.x, out);
        for (let i = 0; i < 3; i++) {
          if (found.bound[i] !== -1) expect(out[i]).toBeLessThan(1e-4);
          if (found.bound[i] !== 1) expect(out[i]).toBeGreaterThan(-1e-4);
        }
      }),
      { numRuns: 100, seed: 20231005 },
    );
  });

  it("says when it did not converge, and refuses an empty box and a start without a value", () => {
    const short = minimizeInBox(
      { value: rosenbrock, low: [-2, -2], high: [2, 2], start: [-1.2, 1] },
      { iterations: 3 },
    );
    expect(short.converged).toBe(false);
    expect(short.iterations).toBe(3);
    const value = () => Number.NaN;
    expect(() => minimizeInBox({ value, low: [0], high: [1], start: [0.5] })).toThrow(/not finite/);
    expect(() => minimizeInBox({ value: rosenbrock, low: [0, 1], high: [1, 1], start: [0, 1] })).toThrow(/variable 1/);
  });
});
