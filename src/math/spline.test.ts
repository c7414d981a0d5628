import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { naturalSpline } from "./spline.ts";

describe("naturalSpline", () => {
  it("passes through its points and is a straight line where they are on one", () => {
    const s = naturalSpline([0, 1, 3, 7], [2, 5, 11, 23]);
    for (const at of [-4, 0, 0.3, 1, 2.2, 3, 6.5, 7, 20]) expect(s(at)).toBeCloseTo(2 + 3 * at, 12);
  });

  it("agrees with the cubic that can be worked out by hand", () => {
    // Points (0,0), (1,1), (2,0): curvature −3 in the middle, so s(1/2) = 1/2 + (1/8 − 1/2)(−3)/6 = 11/16.
    const s = naturalSpline([0, 1, 2], [0, 1, 0]);
    expect(s(0.5)).toBeCloseTo(11 / 16, 14);
    expect(s(1.5)).toBeCloseTo(11 / 16, 14);
    // Slope at the end: −1 − 1/2, kept outside.
    expect(s(3)).toBeCloseTo(-1.5, 14);
    expect(s(-1)).toBeCloseTo(-1.5, 14);
  });

  it("has continuous first and second derivatives at its knots, and none of second order at its ends", () => {
    const points = fc.array(
      fc.tuple(fc.double({ min: 0.5, max: 3, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })),
      {
        minLength: 3,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(points, (steps) => {
        let at = 0;
        const x = steps.map(([step]) => {
          at += step;
          return at;
        });
        const s = naturalSpline(
          x,
          steps.map(([, y]) => y),
        );
        const h = 1e-3;
        const bend = (t: number) => (s(t - h) - 2 * s(t) + s(t + h)) / (h * h);
        for (const [i, knot] of x.entries()) {
          expect(s(knot)).toBeCloseTo(steps[i]![1], 10);
          const kink = (s(knot + h) - 2 * s(knot) + s(knot - h)) / h;
          expect(Math.abs(kink)).toBeLessThan(0.5);
          if (i > 0 && i < x.length - 1) expect(Math.abs(bend(knot - 2 * h) - bend(knot + 2 * h))).toBeLessThan(1);
        }
        expect(Math.abs(bend(x[0]! - 2 * h))).toBeLessThan(1e-4);
      }),
      { numRuns: 60, seed: 20231005 },
    );
  });

  it.each([
    [[0], [1]],
    [[0, 1], [1]],
    [
      [0, 0],
      [1, 2],
    ],
    [
      [0, Number.NaN],
      [1, 2],
    ],
  ])("refuses %j, %j", (x, y) => {
    expect(() => naturalSpline(x, y)).toThrow(RangeError);
  });
});
