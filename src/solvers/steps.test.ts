import { describe, expect, it } from "vitest";
import { tsit5 } from "./method.ts";
import { solve } from "./solve.ts";
import { Stepper } from "./stepper.ts";
import { adaptive, controlOf, fixed } from "./steps.ts";

/** A stepper whose steps have the errors of a list. */
function scripted(errors: readonly number[]): Stepper {
  const stepper = new Stepper(() => undefined, tsit5, [1]);
  let next = 0;
  stepper.error = () => errors[next++] ?? Number.NaN;
  return stepper;
}

describe("adaptive control", () => {
  const [alpha, beta] = [1 / 5 - 0.75 * 0.04, 0.04];
  const tolerances = { rtol: 1e-6, atol: 1e-6 };
  const start = (errors: readonly number[], more = {}) => {
    const control = controlOf(adaptive({ ...tolerances, h0: 1, ...more }), tsit5, scripted(errors));
    control.enter(0, 1e6);
    return control;
  };

  it("is proportional and integral", () => {
    const control = start([0.5, 0.2, 0.3]);
    expect(control.aim(0)).toBe(1);
    expect(control.judge(0, 1, true)).toBe("accepted");
    const second = 0.9 * 0.5 ** -alpha * 1e-4 ** beta;
    expect(control.aim(1) - 1).toBeCloseTo(second, 12);
    expect(control.judge(1, 1 + second, true)).toBe("accepted");
    expect(control.aim(2) - 2).toBeCloseTo(second * 0.9 * 0.2 ** -alpha * 0.5 ** beta, 12);
  });

  it("shortens after a rejection, and does not grow at once", () => {
    const control = start([3, 1e-3, 1e-3]);
    expect(control.judge(0, 1, true)).toBe("rejected");
    const second = 0.9 * 3 ** -alpha;
    expect(control.aim(0)).toBeCloseTo(second, 12);
    expect(control.judge(0, second, true)).toBe("accepted");
    expect(control.aim(1) - 1).toBeCloseTo(second, 12);
    expect(control.judge(1, 1 + second, true)).toBe("accepted");
    expect(control.aim(2) - 2).toBeGreaterThan(2 * second);
  });

  it("changes a step at most by a factor of 10 up and of 5 down", () => {
    for (const [error, factor] of [
      [0, 10],
      [1e-30, 10],
      [1e30, 0.2],
      [Number.POSITIVE_INFINITY, 0.2],
      [Number.NaN, 0.2],
    ] as const) {
      const control = start([error]);
      expect(control.judge(0, 1, true)).toBe(error < 1 ? "accepted" : "rejected");
      expect(control.aim(0)).toBeCloseTo(factor, 12);
    }
  });

  it("remembers a step that was cut to land on a break", () => {
    const control = start([0.9, 0.9]);
    control.enter(0, 1e-3);
    expect(control.aim(0)).toBe(1e-3);
    expect(control.judge(0, 1e-3, true)).toBe("accepted");
    control.enter(1e-3, 1e6);
    const error = control.aim(1e-3) - 1e-3;
    expect(error <= 1 && error > 0.5 * 1e-3).toBe(true);
    const grown = start([1e-9]);
    grown.enter(0, 1e-3);
    expect(grown.judge(0, 1e-3, true)).toBe("accepted");
    grown.enter(1e-3, 1e6);
    expect(grown.aim(1e-3) - 1e-3).toBeCloseTo(1, 12);
  });

  it("halves what is left instead of leaving a scrap", () => {
    const control = start([]);
    control.enter(0, 1.5);
    expect(control.aim(0)).toBe(0.75);
    control.enter(0, 1.005);
    expect(control.aim(0)).toBe(1.005);
    control.enter(0, 2.5);
    expect(control.aim(0)).toBe(1);
  });

  it("gives up at the shortest step", () => {
    const control = start([2, 2, 2], { hMin: 0.5 });
    expect(control.judge(0, 1, true)).toBe("rejected");
    expect(control.aim(0)).toBeGreaterThanOrEqual(0.5);
    expect(control.judge(0, 0.5, true)).toBe("step-too-small");
    expect(control.judge(0, 0.5, false)).toBe("non-finite");
  });
});

describe("the first step", () => {
  const firstOf = (rate: number, tolerance: number) => {
    const times: number[] = [];
    solve(
      (t, y, dydt) => {
        times.push(t);
        dydt[0] = -rate * y[0]!;
      },
      { t0: 0, t1: 1e9, y0: [1], steps: adaptive({ rtol: tolerance, atol: tolerance }), maxSteps: 1 },
    );
    // Start, probe, then the stages; the second last is at the end of the step.
    return times.at(-1)!;
  };

  it("suits decays fast and slow, to two rejections", () => {
    for (const rate of [1e-6, 1, 1e6]) {
      const { status, steps } = solve(
        (_t, y, dydt) => {
          dydt[0] = -rate * y[0]!;
        },
        { t0: 0, t1: 1 / rate, y0: [1] },
      );
      expect(status).toBe("ok");
      expect(steps.rejected).toBeLessThanOrEqual(2);
      expect(steps.accepted).toBeLessThan(20);
    }
  });

  it("is that of Hairer, Nørsett & Wanner", () => {
    // Sizes of state, slope and curvature are all 1/(2·tolerance), so h = (0.01 · 2 · tolerance)^(1/5), below 100 probes of 0.01.
    expect(firstOf(1, 1e-6)).toBeCloseTo(2e-8 ** 0.2, 4);
    expect(firstOf(1, 1e-9)).toBeCloseTo(2e-11 ** 0.2, 4);
  });
});

describe("fixed steps", () => {
  it("are equal and end at the end", () => {
    const control = controlOf(fixed(0.3), tsit5, scripted([]));
    control.enter(1, 2);
    const ends: number[] = [];
    for (let t = 1; t < 2; t = ends.at(-1)!) {
      ends.push(control.aim(t));
      expect(control.judge(t, ends.at(-1)!, true)).toBe("accepted");
    }
    expect(ends).toEqual([1.25, 1.5, 1.75, 2]);
    expect(control.judge(2, 3, false)).toBe("non-finite");
  });
});
