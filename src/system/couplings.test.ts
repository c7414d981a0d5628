import { describe, expect, it } from "vitest";
import { signalWeeks } from "./couplings.ts";

describe("signalWeeks", () => {
  const gaps = (weeks: readonly number[]) => weeks.slice(1).map((week, i) => week - weeks[i]!);

  it("are four weeks apart for a year and thirteen later, from the first to the last", () => {
    const weeks = signalWeeks(100, 300);
    expect([weeks[0], weeks.at(-1)]).toEqual([100, 300]);
    expect(gaps(weeks).slice(0, 13)).toEqual(Array(13).fill(4));
    expect(Math.max(...gaps(weeks).slice(13))).toBe(13);
  });

  it("begin anew at every order", () => {
    const weeks = signalWeeks(100, 400, [100, 250.5]);
    const at = weeks.indexOf(250.5);
    expect(at).toBeGreaterThan(0);
    expect(gaps(weeks).slice(at, at + 13)).toEqual(Array(13).fill(4));
  });

  it("rise and are two at least, however short the time and wherever the orders lie", () => {
    for (const [from, to, orders] of [
      [0, 0, []],
      [5, 6, [5, 5, 40]],
      [5, 70, [5, 9, 9.5, 33, 200]],
    ] as const) {
      const weeks = signalWeeks(from, to, orders);
      expect(weeks.length).toBeGreaterThan(1);
      expect(Math.min(...gaps(weeks))).toBeGreaterThan(0);
      expect(weeks.at(-1)).toBe(Math.max(to, from + 1));
    }
  });
});
