import { describe, expect, it } from "vitest";
import { FronteraError } from "../../errors.ts";
import { keyFromSeed, subkey } from "../../math/random.ts";
import { regularizedGamma } from "../../math/special.ts";
import {
  DESIGN_KINDS,
  type Design,
  type DesignSpec,
  designOf,
  factorial,
  monteCarlo,
  type SampledKind,
} from "./index.ts";
import { permutation } from "./permutation.ts";

const NAMES = ["recruitment", "attrition", "share", "memory", "noise"];
const SAMPLED: readonly SampledKind[] = ["monte-carlo", "latin-hypercube", "sobol"];

/** All points. [draw][dimension] */
function points(design: Design): Float64Array[] {
  return Array.from({ length: design.draws }, (_, draw) => {
    const out = new Float64Array(design.dimensions.length).fill(Number.NaN);
    design.point(draw, out);
    return out;
  });
}

/** Kolmogorov's distance of numbers from the uniform distribution, times √n. */
function kolmogorov(values: readonly number[]): number {
  const n = values.length;
  const sorted = [...values].sort((x, y) => x - y);
  return Math.sqrt(n) * Math.max(...sorted.map((x, i) => Math.max(x - i / n, (i + 1) / n - x)));
}

/** Probability of a greater χ² than that of counts that should all be the same. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const value = counts.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0);
  return regularizedGamma((counts.length - 1) / 2, value / 2).upper;
}

/** One row for every kind; a new design is one more. */
const specs: readonly DesignSpec[] = [
  ...SAMPLED.map((kind) => ({ kind, draws: 1000, seed: 12 })),
  ...SAMPLED.map((kind) => ({ kind, draws: 1, seed: 0 })),
  { kind: "factorial", levels: { recruitment: 5, share: 4, noise: [0.1, 0.5, 0.9] } },
];

describe.each(specs.map((spec) => [JSON.stringify(spec), spec] as const))("%s", (_, spec) => {
  const design = designOf(spec, NAMES);
  it("names itself, its draws and its dimensions", () => {
    expect(design.name).toBe(spec.kind);
    expect(design.draws).toBe(spec.kind === "factorial" ? 60 : spec.draws);
    expect(design.dimensions).toEqual(NAMES);
  });
  it("fills points of the open cube", () => {
    for (const point of points(design)) for (const x of point) expect(x > 0 && x < 1).toBe(true);
  });
  it("makes a point from its number alone", () => {
    const all = points(design);
    const again = designOf(JSON.parse(JSON.stringify(spec)) as DesignSpec, NAMES);
    const out = new Float64Array(NAMES.length + 2).fill(7);
    for (let draw = design.draws - 1; draw >= 0; draw -= 1 + (draw % 7)) {
      again.point(draw, out);
      expect([...out]).toEqual([...all[draw]!, 7, 7]);
    }
  });
  it("refuses draws it does not have and arrays without room", () => {
    for (const draw of [-1, 0.5, design.draws, Number.NaN])
      expect(() => design.point(draw, new Float64Array(NAMES.length))).toThrow(/no such draw/);
    expect(() => design.point(0, new Float64Array(NAMES.length - 1))).toThrow(/no room/);
  });
  it("refuses a dimension that is named twice, and has an answer to none", () => {
    expect(() => designOf(spec, ["share", ...NAMES])).toThrow(/named twice/);
    if (spec.kind !== "factorial") expect(() => designOf(spec, []).point(0, new Float64Array(0))).not.toThrow();
  });
});

describe.each(SAMPLED)("%s", (kind) => {
  it("is uniform in every dimension, for several seeds", () => {
    for (let seed = 0; seed < 5; seed++) {
      const all = points(designOf({ kind, draws: 2000, seed }, NAMES));
      // 1.95: a false alarm once in 1000 (Smirnov 1948, doi:10.1214/aoms/1177730256).
      NAMES.forEach((_, d) => void expect(kolmogorov(all.map((point) => point[d]!))).toBeLessThan(1.95));
    }
  });
  it("is uniform in the same draw over many seeds", () => {
    const at: number[][] = [[], [], []];
    for (let seed = 0; seed < 2000; seed++) {
      const out = new Float64Array(3);
      designOf({ kind, draws: 17, seed }, ["a", "b", "c"]).point(11, out);
      out.forEach((x, d) => void at[d]!.push(x));
    }
    for (const values of at) expect(kolmogorov(values)).toBeLessThan(1.95);
  });
  it("has no correlation between dimensions", () => {
    const all = points(designOf({ kind, draws: 4096, seed: 2 }, NAMES));
    for (let d = 1; d < NAMES.length; d++) {
      const sum = all.reduce((total, point) => total + (point[0]! - 0.5) * (point[d]! - 0.5), 0);
      expect(Math.abs((12 * sum) / all.length)).toBeLessThan(4 / Math.sqrt(all.length));
    }
  });
  it("changes with the seed", () => {
    const [a, b] = [1, 2].map((seed) => points(designOf({ kind, draws: 8, seed }, NAMES)));
    a!.forEach((point, i) => void point.forEach((x, d) => void expect(x).not.toBe(b![i]![d])));
  });
  it("refuses draws and seeds that are no whole numbers", () => {
    for (const draws of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => designOf({ kind, draws, seed: 1 }, NAMES)).toThrow(/whole number above 0.*design\.draws/);
    expect(() => designOf({ kind, draws: 1, seed: -1 }, NAMES)).toThrow(/seed/);
  });
});

describe("dimensions by name", () => {
  const column = (kind: SampledKind, dimensions: readonly string[], name: string) => {
    const design = designOf({ kind, draws: 50, seed: 3 }, dimensions);
    return points(design).map((point) => point[dimensions.indexOf(name)]!);
  };
  it.each(["monte-carlo", "latin-hypercube"] as const)("%s keeps one when others come, go or move", (kind) => {
    const before = column(kind, NAMES, "share");
    expect(column(kind, ["memory", "share", "added"], "share")).toEqual(before);
    expect(column(kind, ["memory", "share", "added"], "added")).not.toEqual(before);
  });
  it("sobol keeps those before a new one", () => {
    expect(column("sobol", [...NAMES, "added"], "share")).toEqual(column("sobol", NAMES, "share"));
  });
  it.each(["monte-carlo", "sobol"] as const)("%s keeps its first points when draws are added", (kind) => {
    const few = points(designOf({ kind, draws: 10, seed: 3 }, NAMES));
    expect(points(designOf({ kind, draws: 30, seed: 3 }, NAMES)).slice(0, 10)).toEqual(few);
  });
});

describe("strata", () => {
  it.each([1, 2, 3, 7, 100, 1000, 1025])("latin-hypercube has one of %i points in each", (draws) => {
    const all = points(designOf({ kind: "latin-hypercube", draws, seed: 4 }, NAMES));
    NAMES.forEach((_, d) => {
      const strata = all.map((point) => Math.floor(point[d]! * draws)).sort((x, y) => x - y);
      expect(strata).toEqual(Array.from({ length: draws }, (_, i) => i));
    });
  });
  it.each([1, 2, 64, 1024])("sobol has one of %i points in each dyadic interval", (draws) => {
    const all = points(designOf({ kind: "sobol", draws, seed: 4 }, NAMES));
    NAMES.forEach((_, d) => void expect(new Set(all.map((point) => Math.floor(point[d]! * draws))).size).toBe(draws));
  });
  it("latin-hypercube works at the greatest number of draws", () => {
    const design = designOf({ kind: "latin-hypercube", draws: 4294967296, seed: 4 }, ["a"]);
    const out = new Float64Array(1);
    const seen = new Set<number>();
    for (let draw = 4294967295; draw > 4294967195; draw--) {
      design.point(draw, out);
      seen.add(Math.floor(out[0]! * 4294967296));
    }
    expect(seen.size).toBe(100);
    expect(() => designOf({ kind: "latin-hypercube", draws: 4294967297, seed: 4 }, ["a"])).toThrow(/invalid|whole/);
  });
  it("both average a smooth function better than monte-carlo", () => {
    const error = (kind: SampledKind) => {
      let square = 0;
      for (let seed = 0; seed < 20; seed++) {
        const all = points(designOf({ kind, draws: 256, seed }, NAMES));
        const mean = all.reduce((sum, point) => sum + point.reduce((x, y) => x + y * y, 0), 0) / all.length;
        square += (mean - NAMES.length / 3) * (mean - NAMES.length / 3);
      }
      return Math.sqrt(square / 20);
    };
    const plain = error("monte-carlo");
    expect(error("latin-hypercube")).toBeLessThan(plain / 10);
    expect(error("sobol")).toBeLessThan(plain / 10);
  });
});

describe("permutation", () => {
  it("is one, of every small size and some others, for several keys", () => {
    for (const size of [...Array(70).keys()].slice(1).concat(255, 256, 257, 5000))
      for (const seed of [1, 2]) {
        const order = permutation(keyFromSeed(seed), size);
        const seen = new Set(Array.from({ length: size }, (_, i) => order(i)));
        expect(seen.size).toBe(size);
        for (const at of seen) expect(at >= 0 && at < size).toBe(true);
      }
  });
  it("takes every order of few numbers equally often", () => {
    for (const size of [2, 3, 4, 5, 6]) {
      const counts = new Map<string, number>();
      for (let seed = 0; seed < 24_000; seed++) {
        const order = permutation(subkey([seed, 0], "order"), size);
        const name = Array.from({ length: size }, (_, i) => order(i)).join();
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      expect(counts.size).toBe([1, 1, 2, 6, 24, 120, 720][size]);
      expect(chiSquare([...counts.values()])).toBeGreaterThan(1e-4);
    }
  });
  it("sends neighbours to unrelated places", () => {
    const size = 64;
    const counts = new Array<number>(size - 1).fill(0);
    for (let seed = 0; seed < 400; seed++) {
      const order = permutation(keyFromSeed(seed), size);
      for (let i = 0; i + 1 < size; i += 2) counts[((order(i + 1) - order(i) + size) % size) - 1]!++;
    }
    expect(chiSquare(counts)).toBeGreaterThan(1e-4);
  });
});

describe("factorial", () => {
  it("has every combination once, the last dimension fastest", () => {
    const design = factorial({ a: 2, b: [0.2, 0.9] }, ["a", "rest", "b"]);
    expect(points(design).map((point) => [...point])).toEqual([
      [0.25, 0.5, 0.2],
      [0.25, 0.5, 0.9],
      [0.75, 0.5, 0.2],
      [0.75, 0.5, 0.9],
    ]);
    expect(points(factorial({}, ["a"])).map((point) => [...point])).toEqual([[0.5]]);
  });
  it("refuses levels that are none and dimensions that are not there", () => {
    for (const levels of [0, 1.5, -2, Number.NaN, [], [0], [0.5, 1], [Number.NaN]])
      expect(() => factorial({ a: levels }, ["a"])).toThrow(/design\.levels\.a/);
    expect(() => factorial({ recruitmnt: 2 }, NAMES)).toThrow(/did you mean recruitment/);
    const many = Array.from({ length: 60 }, (_, i) => `d${i}`);
    expect(() => factorial(Object.fromEntries(many.map((name) => [name, 2])), many)).toThrow(/too many combinations/);
    expect(() => factorial({}, ["constructor"])).not.toThrow();
  });
});

describe("spec", () => {
  it("covers every kind in this file", () => {
    expect([...new Set(specs.map(({ kind }) => kind))].sort()).toEqual([...DESIGN_KINDS].sort());
  });
  it("is refused with the nearest name", () => {
    const bad = { kind: "sobbol", draws: 1, seed: 1 } as unknown as DesignSpec;
    expect(() => designOf(bad, NAMES)).toThrow(FronteraError);
    expect(() => designOf(bad, NAMES)).toThrow(/unknown design: sobbol.*did you mean sobol/);
    expect(() => designOf({ kind: "factorial" } as unknown as DesignSpec, NAMES)).toThrow(/no levels/);
    const many = Array.from({ length: 257 }, (_, i) => `d${i}`);
    expect(() => designOf({ kind: "sobol", draws: 1, seed: 1 }, many)).toThrow(/up to 256 dimensions, received 257/);
    expect(() => monteCarlo(keyFromSeed(1), 1, many)).not.toThrow();
  });
});
