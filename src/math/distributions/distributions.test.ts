import { describe, expect, it } from "vitest";
import { FronteraError } from "../../errors.ts";
import { keyFromSeed } from "../random.ts";
import {
  affine,
  beta,
  type Distribution,
  dirichlet,
  discrete,
  families,
  faults,
  formatDistribution,
  halfNormal,
  normal,
  parseDistribution,
  sampleVector,
  truncatedNormal,
  uniform,
} from "./index.ts";

/** One row for every shape that takes a path of its own through the code. */
const texts = [
  "uniform(-1, 3)",
  "uniform(1000000, 1000001)",
  "logUniform(0.001, 50)",
  "normal(5, 0.1)",
  "lognormal(48000, 1.5)",
  "lognormal(0.002, 2.5)",
  "halfNormal(3)",
  "truncatedNormal(0, 1, -1, 2)",
  "truncatedNormal(0, 1, 0, inf)",
  "truncatedNormal(1, 2, -inf, -3)",
  "truncatedNormal(0, 1, 6, 8)",
  "truncatedNormal(0, 10, 1, 1.01)",
  "triangular(0.05, 0.1, 0.3)",
  "triangular(0, 0, 1)",
  "triangular(-2, 1, 1)",
  "beta(2, 5)",
  "beta(0.5, 0.5)",
  "beta(0.7, 30)",
  "beta(400, 100)",
  "beta(1, 1)",
  "gamma(0.5, 2)",
  "gamma(1, 1)",
  "gamma(3.5, 0.01)",
  "gamma(900, 10)",
  "discrete(0: 0.3, 1: 0.7)",
  "discrete(5: 1, -2: 0, 7: 2, 5: 1)",
  "discrete(4: 1)",
  "categorical(0.2, 0.5, 0.3)",
];

describe("conformance", () => {
  it.each(texts)("%s", (text) => {
    const distribution = parseDistribution(text);
    expect(faults(distribution)).toEqual([]);
    const again = parseDistribution(formatDistribution(distribution));
    expect(again.name).toBe(distribution.name);
    for (const p of [0.1, 0.5, 0.9]) expect(again.quantile(p)).toBe(distribution.quantile(p));
  });
  it("covers every family", () => {
    const covered = new Set(texts.map((text) => parseDistribution(text).name));
    for (const name of Object.keys(families)) expect(covered).toContain(name);
  });
  it("holds for shifted and scaled distributions", () => {
    expect(faults(affine(parseDistribution("gamma(2, 3)"), 0.1, -4))).toEqual([]);
    expect(faults(affine(discrete([1, 2, 4], [1, 2, 3]), 0.1, 0.7))).toEqual([]);
  });
  it("finds what is wrong", () => {
    const good = normal(1, 2);
    const wrong: [Partial<Distribution>, RegExp][] = [
      [{ mean: 1.01 }, /mean is off/],
      [{ sd: 2.01 }, /variance/],
      [{ logDensity: (x) => good.logDensity(x) + 1e-5 }, /density/],
      [{ cdf: (x) => good.cdf(x + 1e-4) }, /cdf\(quantile/],
      [{ quantile: (p) => good.quantile(p) + 1e-4 }, /cdf\(quantile/],
      [{ quantile: (p) => good.quantile(1 - p) }, /falls/],
      [{ quantile: (p) => good.quantile(p * (1 - 1e-12)) }, /quantile\(1\)/],
      [{ logDensity: () => Number.NaN }, /density integrates to NaN/],
      [{ support: [-5, 5] }, /outside/],
    ];
    for (const [change, message] of wrong) expect(faults({ ...good, ...change }).join("\n")).toMatch(message);
  });
});

describe("values known from elsewhere", () => {
  // scipy 1.17.1: stats.<family>.ppf / logpdf / std
  const known: [string, (d: Distribution) => number, number][] = [
    ["beta(2, 5)", (d) => d.quantile(0.05), 0.06284989170835438],
    ["beta(2, 5)", (d) => d.quantile(0.9), 0.5103163065514917],
    ["beta(2, 5)", (d) => d.logDensity(0.3), 0.7705248015812898],
    ["beta(2, 5)", (d) => d.sd, 0.15971914124998499],
    ["gamma(3.5, 0.01)", (d) => d.quantile(0.05), 0.010836749546490285],
    ["gamma(3.5, 0.01)", (d) => d.quantile(0.9), 0.06008518311890266],
    ["gamma(3.5, 0.01)", (d) => d.logDensity(0.02), 3.1370645350408797],
    ["gamma(3.5, 0.01)", (d) => d.sd, 0.01870828693386971],
    ["lognormal(48000, 1.5)", (d) => d.quantile(0.05), 24637.51440690718],
    ["lognormal(48000, 1.5)", (d) => d.quantile(0.9), 80707.01149650247],
    ["lognormal(48000, 1.5)", (d) => d.logDensity(50000.0), -10.841064535349851],
    ["lognormal(48000, 1.5)", (d) => d.sd, 22028.674195388812],
    ["halfNormal(3)", (d) => d.quantile(0.05), 0.18812033382964155],
    ["halfNormal(3)", (d) => d.quantile(0.9), 4.934560880854416],
    ["halfNormal(3)", (d) => d.logDensity(2.0), -1.5466258635350594],
    ["halfNormal(3)", (d) => d.sd, 1.808430824967261],
    ["triangular(0.05, 0.1, 0.3)", (d) => d.quantile(0.05), 0.07500000000000001],
    ["triangular(0.05, 0.1, 0.3)", (d) => d.quantile(0.9), 0.22928932188134526],
    ["triangular(0.05, 0.1, 0.3)", (d) => d.logDensity(0.2), 1.3862943611198904],
    ["triangular(0.05, 0.1, 0.3)", (d) => d.sd, 0.05400617248673217],
    ["truncatedNormal(0, 1, -1, 2)", (d) => d.quantile(0.05), -0.8431045589489478],
    ["truncatedNormal(0, 1, -1, 2)", (d) => d.quantile(0.9), 1.2557153641502152],
    ["truncatedNormal(0, 1, -1, 2)", (d) => d.logDensity(0.7), -0.9637722388802099],
    ["truncatedNormal(0, 1, -1, 2)", (d) => d.sd, 0.7209455868590458],
    ["truncatedNormal(0, 1, 6, 8)", (d) => d.quantile(0.05), 6.008323389921198],
    ["truncatedNormal(0, 1, 6, 8)", (d) => d.quantile(0.9), 6.363413413274562],
    ["truncatedNormal(0, 1, 6, 8)", (d) => d.logDensity(6.5), -1.307168952676502],
    ["logUniform(0.001, 50)", (d) => d.quantile(0.05), 0.0017177046851356373],
    ["logUniform(0.001, 50)", (d) => d.quantile(0.9), 16.94622638669917],
    ["logUniform(0.001, 50)", (d) => d.logDensity(0.2), -0.7719378694998207],
    ["logUniform(0.001, 50)", (d) => d.sd, 9.704372276481815],
  ];
  it("agree", () => {
    for (const [text, get, expected] of known) {
      const value = get(parseDistribution(text));
      expect(Math.abs(value / expected - 1), `${text}: ${value}, not ${expected}`).toBeLessThan(1e-11);
    }
  });
  it("lognormal: 68 % lie within a factor gsd of the median", () => {
    const d = parseDistribution("lognormal(100, 2)");
    expect(d.quantile(0.5)).toBeCloseTo(100, 10);
    expect(d.cdf(200) - d.cdf(50)).toBeCloseTo(0.6826894921370859, 12);
  });
  it("small quantiles keep their digits", () => {
    expect(halfNormal(1).quantile(1e-12) / (1e-12 * Math.sqrt(Math.PI / 2))).toBeCloseTo(1, 12);
    expect(beta(1, 1).quantile(1e-12) / 1e-12).toBeCloseTo(1, 10);
    expect(uniform(0, 1).quantile(1e-12)).toBe(1e-12);
  });
});

describe("text form", () => {
  const failure = (text: string) => {
    try {
      parseDistribution(text);
    } catch (error) {
      expect(error).toBeInstanceOf(FronteraError);
      return (error as FronteraError).issues[0]!;
    }
    return expect.fail(`${text} was read`);
  };
  it.each([
    ["triangualr(1, 2, 3)", "unknown-family", /did you mean triangular/],
    ["constructor(1)", "unknown-family", /unknown distribution/],
    ["normal(1)", "wrong-arguments", /normal\(mean, sd\)/],
    ["normal(1, 2, 3)", "wrong-arguments", /normal\(mean, sd\)/],
    ["normal(1, two)", "wrong-arguments", /two/],
    ["normal(1, )", "wrong-arguments", /nothing/],
    ["normal(1, 0x10)", "wrong-arguments", /0x10/],
    ["normal(0, -1)", "invalid-parameter", /normal\.sd/],
    ["triangular(0.3, 0.1, 0.5)", "invalid-parameter", /triangular\.mode/],
    ["beta(0, 1)", "invalid-parameter", /beta\.alpha/],
    ["gamma(1, inf)", "invalid-parameter", /gamma\.scale/],
    ["lognormal(1, 1)", "invalid-parameter", /lognormal\.gsd/],
    ["truncatedNormal(0, 1, 40, 50)", "invalid-parameter", /truncatedNormal\.low/],
    ["discrete(1, 2)", "wrong-arguments", /value: weight/],
    ["discrete(1: -1)", "invalid-parameter", /weight 1/],
    ["categorical()", "wrong-arguments", /categorical/],
    ["categorical(0, 0)", "invalid-parameter", /sum of weights/],
    ["normal 0 1", "invalid-distribution", /not a distribution/],
    ["affine(normal(0, 1), 2, 3)", "invalid-distribution", /not a distribution/],
  ])("refuses %s", (text, code, message) => {
    const issue = failure(text);
    expect(issue.code).toBe(code);
    expect(JSON.stringify(issue)).toMatch(message);
  });
  it("reads spaces, signs, exponents and infinities", () => {
    expect(parseDistribution("  normal( +1e-3 ,.5 ) ").parameters).toEqual({ mean: 0.001, sd: 0.5 });
    expect(parseDistribution("truncatedNormal(0, 1, -inf, Infinity)").support).toEqual([-Infinity, Infinity]);
  });
  it("prints what it reads", () => {
    expect(formatDistribution(parseDistribution("discrete(0: 0.3, 1: 0.7)"))).toBe("discrete(0: 0.3, 1: 0.7)");
    expect(formatDistribution(truncatedNormal(0, 1, 0, Infinity))).toBe("truncatedNormal(0, 1, 0, inf)");
  });
});

describe("dirichlet", () => {
  const d = dirichlet([2, 0.7, 5]);
  it("draws shares with the right means, deviations and covariance", () => {
    const key = keyFromSeed(11);
    const n = 20000;
    const sum = [0, 0, 0];
    const square = [0, 0, 0];
    let cross = 0;
    for (let i = 0; i < n; i++) {
      const x = sampleVector(d, key, i);
      expect(Math.abs(x[0]! + x[1]! + x[2]! - 1)).toBeLessThan(1e-14);
      for (let k = 0; k < 3; k++) {
        sum[k]! += x[k]! / n;
        square[k]! += (x[k]! - d.mean[k]!) ** 2 / n;
      }
      cross += ((x[0]! - d.mean[0]!) * (x[2]! - d.mean[2]!)) / n;
    }
    for (let k = 0; k < 3; k++) {
      expect(Math.abs(sum[k]! - d.mean[k]!)).toBeLessThan((4 * d.sd[k]!) / Math.sqrt(n));
      expect(Math.abs(Math.sqrt(square[k]!) / d.sd[k]! - 1)).toBeLessThan(0.05);
    }
    // Cov(x0, x2) = −a0·a2/(s²·(s + 1)).
    expect(cross / ((-2 * 5) / (7.7 * 7.7 * 8.7))).toBeCloseTo(1, 1);
  });
  it("has the density of scipy.stats.dirichlet", () => {
    expect(d.logDensity([0.2, 0.1, 0.7])).toBeCloseTo(2.1422581190985768, 11);
    expect(d.logDensity([0.2, 0.1, 0.8])).toBe(-Infinity);
    expect(d.logDensity([-0.1, 0.4, 0.7])).toBe(-Infinity);
  });
  it("of two shares is a beta distribution", () => {
    const two = dirichlet([2, 3]);
    const b = beta(2, 3);
    expect(two.transform([0.3])[0]).toBe(b.quantile(0.3));
    expect(two.logDensity([0.4, 0.6])).toBeCloseTo(b.logDensity(0.4), 13);
    expect(() => dirichlet([1])).toThrow(/at least 2/);
    expect(() => dirichlet([1, 0])).toThrow(/concentration 2/);
  });
});
