import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FronteraError } from "../errors.ts";
import { type Grid, planOf } from "./grid.ts";

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FronteraError) return error.issues[0]?.code ?? "";
    throw error;
  }
  return "no error";
};

/** Interpolated value at a save point of a function with its derivative. */
function interpolated(grid: Grid, save: number, f: (t: number) => number, df: (t: number) => number): number {
  const step = grid.saveStep[save]!;
  const [a, b] = [grid.t[step]!, grid.t[step]! + grid.h[step]!];
  return [f(a), df(a), f(b), df(b)].reduce((sum, value, i) => sum + value * grid.saveWeight[4 * save + i]!, 0);
}

describe("steps", () => {
  const moment = fc.double({ min: -200, max: 1000, noNaN: true, noDefaultInfinity: true }).map((t) => t + 0);

  it("fill the interval, end at every break and never round beyond one", () => {
    fc.assert(
      fc.property(
        moment,
        moment,
        fc.array(moment, { maxLength: 6 }),
        fc.double({ min: 1, max: 60, noNaN: true }),
        (a, b, breaks, step) => {
          const [t0, t1] = a < b ? [a, b] : [b, a];
          const { t, h, afterBreak } = planOf({ t0, t1, step, breaks });
          expect(t[0]).toBe(t0);
          const ends = [...t.slice(1), t1];
          ends.forEach((end, i) => {
            expect(h[i]).toBeGreaterThanOrEqual(0);
            expect(h[i]).toBeLessThanOrEqual(step * (1 + 1e-8));
            expect(t[i]! + h[i]!).toBeLessThanOrEqual(end);
            expect(end - (t[i]! + h[i]!)).toBeLessThanOrEqual(1e-12);
          });
          const within = new Set(breaks.filter((jump) => jump > t0 && jump < t1));
          expect(Array.from(t).filter((_, i) => afterBreak[i] === 1)).toEqual([...within].sort((x, y) => x - y));
          expect(h.reduce((sum, length) => sum + length, 0)).toBeCloseTo(t1 - t0, 9);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it("are equal, and as few as the longest step allows", () => {
    expect(Array.from(planOf({ t0: 0, t1: 10, step: 4 }).h)).toEqual(
      [10 / 3, 10 / 3, 10 / 3].map((h) => expect.closeTo(h, 12)),
    );
    expect(planOf({ t0: 0, t1: 520, step: 13 }).t.length).toBe(40);
    expect(planOf({ t0: 0, t1: 520, step: Number.POSITIVE_INFINITY }).t.length).toBe(1);
  });

  it("break at the knots of schedules, which are handed through", () => {
    const schedules = { "police.force": { t: [3, 3, 7.5], value: [1, 2, 3] } };
    const grid = planOf({ t0: 0, t1: 10, step: 100, schedules, breaks: [5] });
    expect(Array.from(grid.t)).toEqual([0, 3, 5, 7.5]);
    expect(Array.from(grid.afterBreak)).toEqual([0, 1, 1, 1]);
    expect(grid.schedules).toBe(schedules);
  });

  it("keep jumps apart that are a rounding apart", () => {
    const next = 52 + 2 ** -47;
    const { t, afterBreak } = planOf({ t0: 0, t1: 104, step: 52, breaks: [next, 52] });
    expect(Array.from(t)).toEqual([0, 52, next]);
    expect(Array.from(afterBreak)).toEqual([0, 1, 1]);
  });

  it("leave one step for an interval of no length", () => {
    const { t, h, saveWeight } = planOf({ t0: 4, t1: 4, step: 1, save: [4], breaks: [4] });
    expect([Array.from(t), Array.from(h), Array.from(saveWeight)]).toEqual([[4], [0], [1, 0, 0, 0]]);
  });
});

describe("save points", () => {
  it("reproduce cubics", () => {
    const f = (t: number) => 2 - t + 0.5 * t ** 2 - 0.03 * t ** 3;
    const df = (t: number) => -1 + t - 0.09 * t ** 2;
    const save = Array.from({ length: 41 }, (_, i) => -5 + (i * 20) / 40);
    const grid = planOf({ t0: -5, t1: 15, step: 3.7, save, breaks: [1.1] });
    save.forEach((moment, i) => {
      expect(Math.abs(interpolated(grid, i, f, df) - f(moment))).toBeLessThan(1e-12 * (1 + Math.abs(f(moment))) * 100);
    });
    const quartic = interpolated(
      planOf({ t0: 0, t1: 1, step: 1, save: [0.5] }),
      0,
      (t) => t ** 4,
      (t) => 4 * t ** 3,
    );
    expect(quartic).toBeCloseTo(0, 12);
  });

  it("at a break belong to the step that begins there, at the end to the last", () => {
    const grid = planOf({ t0: 0, t1: 10, step: 10, save: [0, 4, 10], breaks: [4] });
    expect(Array.from(grid.saveStep)).toEqual([0, 1, 1]);
    expect(Array.from(grid.saveWeight)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0]);
  });

  it("are landed on where asked for, without being breaks", () => {
    const grid = planOf({ t0: 0, t1: 10, step: 4, save: [0, 2.5, 2.5, 6, 10], breaks: [6], landOnSaves: true });
    expect(Array.from(grid.t)).toEqual([0, 2.5, 6]);
    expect(Array.from(grid.afterBreak)).toEqual([0, 0, 1]);
    for (let i = 0; i < 5; i++)
      expect([0, 2], `save ${i}`).toContain(grid.saveWeight.slice(4 * i, 4 * i + 4).indexOf(1));
  });

  it("beside a break leave the break where it is", () => {
    for (const near of [52 - 2 ** -46, 52 + 2 ** -46]) {
      const { t, afterBreak } = planOf({ t0: 0, t1: 104, step: 52, save: [near], breaks: [52], landOnSaves: true });
      expect(Array.from(t)).toEqual([0, 52]);
      expect(Array.from(afterBreak)).toEqual([0, 1]);
    }
  });
});

describe("errors", () => {
  it.each([
    ["backwards", { t0: 1, t1: 0, step: 1 }],
    ["endless", { t0: 0, t1: Number.POSITIVE_INFINITY, step: 1 }],
    ["no step", { t0: 0, t1: 1, step: 0 }],
    ["step NaN", { t0: 0, t1: 1, step: Number.NaN }],
    ["step too short", { t0: 0, t1: 1, step: 1e-300 }],
    ["save outside", { t0: 0, t1: 1, step: 1, save: [1.1] }],
    ["save falls", { t0: 0, t1: 1, step: 1, save: [0.5, 0.4] }],
    ["save NaN", { t0: 0, t1: 1, step: 1, save: [Number.NaN] }],
    ["break NaN", { t0: 0, t1: 1, step: 1, breaks: [Number.NaN] }],
  ])("%s", (_name, options) => {
    expect(codeOf(() => planOf(options))).toBe("bad-grid");
  });
});
