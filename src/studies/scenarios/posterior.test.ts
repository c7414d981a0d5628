import { describe, expect, it } from "vitest";
import { type Posterior, posteriorOf, resampled } from "./posterior.ts";

describe("resampled", () => {
  const times = (weights: readonly number[]) => {
    const taken = resampled(Float64Array.from(weights));
    return weights.map((_, i) => taken.filter((index) => index === i).length);
  };

  it("takes every draw once where all weigh the same", () => {
    expect(times([3, 3, 3, 3])).toEqual([1, 1, 1, 1]);
  });

  it("takes each as often as its weight asks for, to within one, and none without weight", () => {
    const weights = [0, 10, 1, 0, 4, 0.5, 0.5, 0];
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    times(weights).forEach((count, i) => {
      const asked = (weights[i]! / total) * weights.length;
      expect(Math.abs(count - asked)).toBeLessThan(1);
      if (weights[i] === 0) expect(count).toBe(0);
    });
    expect(times([0, 0, 7])).toEqual([0, 0, 3]);
  });
});

describe("posteriorOf", () => {
  const spec = { seed: 3, draws: 40, subsystems: ["cartels"] as const, parameters: {} };

  it("gives as many draws as were weighed, the same for any call, and those of another seed others", async () => {
    const [one] = await posteriorOf(spec, {});
    expect(one!.values).toHaveLength(spec.draws * one!.ids.length);
    expect(one!.conditioning.effectiveSampleSize).toBeGreaterThan(1);
    expect(one!.conditioning.effectiveSampleSize).toBeLessThan(spec.draws);
    const [again] = await posteriorOf({ ...spec, parameters: {} }, {});
    expect(again).toBe(one);
    const [other] = await posteriorOf({ ...spec, seed: 4 }, {});
    expect(other!.values).not.toEqual(one!.values);
  });

  it("draws the intensity of conflict: calm in 2015, deadly in 2019, and unknown in years to come", async () => {
    const [{ latent }] = (await posteriorOf(spec, {})) as [Posterior];
    const moments = latent!.values.length / spec.draws;
    const at = (year: number) =>
      Array.from({ length: spec.draws }, (_, draw) => latent!.values[draw * moments + year - 2012]!).sort(
        (a, b) => a - b,
      );
    const middle = (year: number) => at(year)[spec.draws / 2]!;
    const width = (year: number) => at(year).at(-4)! - at(year)[3]!;
    expect(middle(2015)).toBeLessThan(-0.1);
    expect(middle(2019)).toBeGreaterThan(0.05);
    // What the draws differ in of members and lethality, against a process that has forgotten all.
    expect(width(2019)).toBeLessThan(0.75 * width(2029));
  });

  it("says so where no draw fits", async () => {
    await expect(posteriorOf({ ...spec, draws: 3, parameters: { conflict: 1e-7 } }, {})).rejects.toThrow(
      /too few draws/,
    );
  });
});
