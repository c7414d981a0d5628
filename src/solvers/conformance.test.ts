import { describe, expect, it } from "vitest";
import { solverFaults } from "./conformance.ts";
import { DETEST_END, detest } from "./detest.ts";
import { dopri5, euler, heun, type Method, methods, rk4, tsit5 } from "./method.ts";
import { solve } from "./solve.ts";
import { adaptive } from "./steps.ts";

/** Bogacki & Shampine (1989), order 3(2), doi:10.1016/0893-9659(89)90079-7; the skeleton of docs/adding/solver.md. */
const bogackiShampine: Method = {
  tableau: {
    name: "bogackiShampine",
    order: 3,
    stages: 4,
    a: [[], [1 / 2], [0, 3 / 4], [2 / 9, 1 / 3, 4 / 9]],
    b: [2 / 9, 1 / 3, 4 / 9, 0],
    c: [0, 1 / 2, 3 / 4, 1],
    error: [-5 / 72, 1 / 12, 1 / 9, -1 / 8],
    firstSameAsLast: true,
  },
  denseOrder: 3,
};

/** One row a method. */
describe("conformance", () => {
  it.each([
    ["euler", euler],
    ["heun", heun],
    ["rk4", rk4],
    ["dopri5", dopri5],
    ["tsit5", tsit5],
    ["bogackiShampine", bogackiShampine],
  ] as const)("%s", (name, method) => {
    expect(method.tableau.name).toBe(name);
    expect(solverFaults(method)).toEqual([]);
  });

  it("lists every method", () => {
    expect(methods).toEqual([euler, heun, rk4, dopri5, tsit5]);
  });
});

describe("the suite sees", () => {
  const { tableau } = tsit5;
  const nudge = (row: readonly number[], i: number, j: number, by: number) =>
    row.map((value, s) => (s === i ? value + by : s === j ? value - by : value));
  const broken: readonly [string, Method, RegExp][] = [
    [
      "a coefficient",
      { ...rk4, tableau: { ...rk4.tableau, a: [[], [0.5], [0.001, 0.499], [0, 0, 1]] } },
      /observed order 2/,
    ],
    ["a weight", { ...rk4, tableau: { ...rk4.tableau, b: nudge(rk4.tableau.b, 1, 3, 1e-3) } }, /observed order/],
    ["a stage at the wrong time", { ...rk4, tableau: { ...rk4.tableau, c: [0, 0.5, 0.6, 1] } }, /stage 2/],
    ["the interpolant", { ...tsit5, quartic: nudge(tsit5.quartic ?? [], 2, 3, 1e-2) }, /between steps/],
    ["no interpolant of its own", { tableau, denseOrder: 5 }, /observed order between steps/],
    [
      "a last stage that is not the end",
      { ...tsit5, tableau: { ...tableau, firstSameAsLast: true, b: nudge(tableau.b, 0, 5, 1e-3) } },
      /last stage/,
    ],
    ["an error that is too small", { ...heun, tableau: { ...heun.tableau, error: [-0.0005, 0.0005] } }, /tolerances/],
    ["an error with a sum", { ...heun, tableau: { ...heun.tableau, error: [-0.5, 0.6] } }, /embedded error/],
  ];
  it.each(broken)("%s", (_name, method, fault) => {
    expect(solverFaults(method).join("\n")).toMatch(fault);
  });
});

describe("detest", () => {
  it("holds A1 to A5 and B1 to B5", () => {
    expect(detest.map(({ name }) => name.slice(0, 2))).toEqual([
      "A1",
      "A2",
      "A3",
      "A4",
      "A5",
      "B1",
      "B2",
      "B3",
      "B4",
      "B5",
    ]);
  });

  it.each(detest.filter(({ exact }) => exact !== undefined))("$name has the right closed form", ({ f, y0, exact }) => {
    const h = 1e-4;
    for (const t of [0, 0.7, 3, 11]) {
      const slope = new Float64Array(y0.length);
      f(t, Float64Array.from(exact?.(t) ?? []), slope);
      const [before, after] = [exact?.(t - h) ?? [], exact?.(t + h) ?? []];
      expect(slope.length).toBe(before.length);
      slope.forEach((value, i) => {
        expect(((after[i] ?? Number.NaN) - (before[i] ?? Number.NaN)) / (2 * h)).toBeCloseTo(value, 6);
      });
    }
    expect(exact?.(0)).toEqual(y0.map((value) => expect.closeTo(value, 14)));
  });

  it("B5 ends in Jacobi's elliptic functions", () => {
    const problem = detest.at(-1);
    const { yEnd } = solve(problem!.f, {
      t0: 0,
      t1: DETEST_END,
      y0: problem!.y0,
      steps: adaptive({ rtol: 1e-12, atol: 1e-12 }),
    });
    const wanted = jacobi(DETEST_END, 0.51);
    wanted.forEach((value, i) => {
      expect(Math.abs(yEnd[i]! - value)).toBeLessThan(1e-10);
    });
  });

  it("A5 stays on its spiral", () => {
    const { y } = solve(detest[4]!.f, {
      t0: 0,
      t1: DETEST_END,
      y0: [4],
      steps: adaptive({ rtol: 1e-12, atol: 1e-12 }),
    });
    // r = 4 exp(π/2 − angle) in polar coordinates.
    const radius = Math.hypot(DETEST_END, y[0]!);
    expect(radius).toBeCloseTo(4 * Math.exp(Math.PI / 2 - Math.atan2(y[0]!, DETEST_END)), 8);
  });
});

/** sn, cn and dn by the arithmetic–geometric mean (Abramowitz & Stegun 1964, 16.4). */
function jacobi(u: number, m: number): [number, number, number] {
  const [a, c] = [[1], [Math.sqrt(m)]];
  let b = Math.sqrt(1 - m);
  while (Math.abs(c.at(-1)!) > 1e-17 && a.length < 12) {
    const last = a.at(-1)!;
    a.push((last + b) / 2);
    c.push((last - b) / 2);
    b = Math.sqrt(last * b);
  }
  let phi = 2 ** (a.length - 1) * a.at(-1)! * u;
  let above = phi;
  for (let i = a.length - 1; i > 0; i--) {
    above = phi;
    phi = (Math.asin((c[i]! / a[i]!) * Math.sin(phi)) + phi) / 2;
  }
  return [Math.sin(phi), Math.cos(phi), Math.cos(phi) / Math.cos(above - phi)];
}
