import { describe, expect, it } from "vitest";
import { exp } from "../math/elementary/index.ts";
import { keyFromSeed } from "../math/random.ts";
import { LatentPath } from "./latent-path.ts";

const TIMES = Array.from({ length: 10 }, (_, i) => 2012.5 + i);
const OPTIONS = { times: TIMES, sd: 0.15, timeScale: 2, noiseSd: 0.03 };
const key = keyFromSeed(7);

describe("a path between observations", () => {
  const draws = (path: LatentPath, seen: readonly number[], count = 4000) =>
    Array.from({ length: count }, (_, draw) => path.draw(seen, key, draw));
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const spread = (values: readonly number[]) => {
    const middle = mean(values);
    return Math.sqrt(mean(values.map((one) => (one - middle) ** 2)));
  };

  it("has its own spread and memory where nothing is observed", () => {
    const paths = draws(new LatentPath({ ...OPTIONS, observed: [] }), []);
    for (const at of [0, 4, 9]) expect(spread(paths.map((path) => path[at]!))).toBeCloseTo(0.15, 2);
    const product = mean(paths.map((path) => path[3]! * path[4]!));
    expect(product / 0.15 ** 2).toBeCloseTo(exp(-0.5), 1);
  });

  it("lies by what was observed within the noise, and forgets it beyond", () => {
    const observed = [0, 1, 2, 3, 4, 5];
    const seen = [0.1, -0.1, 0.2, 0.3, 0.1, 0.25];
    const paths = draws(new LatentPath({ ...OPTIONS, observed }), seen);
    observed.forEach((at, k) => {
      expect(mean(paths.map((path) => path[at]!))).toBeCloseTo(seen[k]!, 1);
      expect(spread(paths.map((path) => path[at]!))).toBeLessThan(0.031);
    });
    const last = mean(paths.map((path) => path[5]!));
    // A year on it keeps exp(−1/2) of where it was, and its spread is that of what it has forgotten.
    expect(mean(paths.map((path) => path[6]!)) / last).toBeCloseTo(exp(-0.5), 1);
    expect(spread(paths.map((path) => path[9]!))).toBeGreaterThan(0.13);
  });

  it("goes through observations without noise, and is the same for the same draw", () => {
    const path = new LatentPath({ ...OPTIONS, noiseSd: 0, observed: [2, 7] });
    const one = path.draw([0.05, -0.2], key, 3);
    expect(one[2]).toBeCloseTo(0.05, 12);
    expect(one[7]).toBeCloseTo(-0.2, 12);
    expect(path.draw([0.05, -0.2], key, 3)).toEqual(one);
    expect(path.draw([0.05, -0.2], key, 4)).not.toEqual(one);
  });
});
