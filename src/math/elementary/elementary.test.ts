import { describe, expect, it } from "vitest";
import * as algorithms from "./algorithms.ts";
import { cos, exp, expm1, log, log1p, logistic, pow, sin, tanh } from "./index.ts";
import { numberOperations as o } from "./numbers.ts";
import * as oracle from "./oracle.ts";

/** A small generator of its own (mulberry32), so that this folder is tested without the others. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const between = (low: number, high: number) => (u: number) => low + (high - low) * u;
/** Both signs, magnitudes 2^low to 2^high. */
const magnitudes = (low: number, high: number) => (u: number, v: number) =>
  (v < 0.5 ? -1 : 1) * 2 ** (low + (high - low) * u);
const positive = (low: number, high: number) => (u: number) => 2 ** (low + (high - low) * u);

const fast = { cos, exp, expm1, log, log1p, logistic, sin, tanh };
const truth = {
  cos: oracle.cos,
  exp: oracle.exp,
  expm1: oracle.expm1,
  log: oracle.log,
  log1p: oracle.log1p,
  logistic: oracle.logistic,
  sin: oracle.sin,
  tanh: oracle.tanh,
};
type Unary = keyof typeof fast;
const generic: Record<Unary, (x: number) => number> = {
  exp: (x) => algorithms.genericExp(o, x),
  expm1: (x) => algorithms.genericExpm1(o, x),
  log: (x) => algorithms.genericLog(o, x),
  log1p: (x) => algorithms.genericLog1p(o, x),
  tanh: (x) => algorithms.genericTanh(o, x),
  logistic: (x) => algorithms.genericLogistic(o, x),
  sin: (x) => algorithms.genericSin(o, x),
  cos: (x) => algorithms.genericCos(o, x),
};

const ranges: [Unary, number, ((u: number, v: number) => number)[]][] = [
  ["exp", 0.9, [between(-708, 709), between(-1, 1), magnitudes(-60, 0), between(-745, -708)]],
  ["expm1", 1.5, [between(-40, 709), between(-1.5, 1.5), magnitudes(-1000, 0)]],
  ["log", 0.9, [positive(-1074, 1023), between(0.5, 2), between(0.99, 1.01)]],
  ["log1p", 0.9, [positive(-1000, 1023), between(-0.9999, 1), magnitudes(-60, -1)]],
  ["tanh", 1.5, [between(-25, 25), between(-1.5, 1.5), magnitudes(-1000, 0)]],
  ["logistic", 1.9, [between(-745, 40), between(-3, 3), magnitudes(-60, 0)]],
  ["sin", 0.9, [between(-3.2, 3.2), between(-1.6e6, 1.6e6), magnitudes(-1000, 3)]],
  ["cos", 0.9, [between(-3.2, 3.2), between(-1.6e6, 1.6e6), magnitudes(-1000, 3)]],
];

describe.each(ranges)("%s", (name, bound, draws) => {
  const random = generator(20230905);
  const points = draws.flatMap((draw) => Array.from({ length: 1500 }, () => draw(random(), random())));
  it(`is within ${bound} ulp of the series`, () => {
    let worst = 0;
    let at = 0;
    for (const x of points) {
      const error = oracle.ulpError(fast[name](x), truth[name](oracle.real(x)));
      if (!(error <= worst)) [worst, at] = [error, x];
    }
    expect(worst, `at ${at}`).toBeLessThan(bound);
    expect(worst).toBeGreaterThan(0.4);
  });
  it("printed and generic forms agree to the bit", () => {
    const special = [0, -0, 1, -1, 1e300, -1e300, 5e-324, -5e-324, Infinity, -Infinity, NaN, 710, -746, 22, 1.5e-308];
    for (const x of [...points, ...special])
      if (!Object.is(fast[name](x), generic[name](x))) expect.fail(`${name}(${x})`);
  });
});

describe("pow", () => {
  const random = generator(7);
  it("is within 0.9 ulp of the series wherever the result is a normal number", () => {
    let worst = 0;
    let at = "";
    let seen = 0;
    const bases = [positive(-1070, 1023), between(0, 3), between(0.999, 1.001), positive(-4, 4)];
    for (let i = 0; i < 4000; i++) {
      const x = bases[i % 4]!(random());
      const y = magnitudes(-6, 12)(random(), random());
      const size = Math.abs(y * Math.log2(x));
      if (!(size < 1020)) continue;
      seen++;
      const value = pow(x, y);
      if (!Object.is(value, algorithms.genericPow(o, x, y))) expect.fail(`${x} ^ ${y}`);
      const error = oracle.ulpError(value, oracle.pow(oracle.real(x), oracle.real(y)));
      if (!(error <= worst)) [worst, at] = [error, `${x} ^ ${y}`];
    }
    expect(seen).toBeGreaterThan(2000);
    expect(worst, at).toBeLessThan(0.9);
    expect(worst).toBeGreaterThan(0.4);
  });
  it("is exact for small whole numbers, of either sign", () => {
    for (let base = 1; base <= 12; base++)
      for (let power = 0, exact = 1; power <= 12; power++, exact *= base) {
        expect(pow(base, power)).toBe(exact);
        expect(pow(-base, power)).toBe(power % 2 === 0 ? exact : -exact);
        expect(pow(exact, 1)).toBe(exact);
      }
    expect(pow(2, -1074)).toBe(5e-324);
    expect(pow(2, 1023)).toBe(2 ** 1023);
    expect(pow(2, 1024)).toBe(Infinity);
    expect(pow(5e-324, 0.5)).toBe(Math.sqrt(5e-324));
    expect(pow(-8, 1 / 3)).toBeNaN();
  });
  it("has the special values of the language, and (±1)^±∞ = 1", () => {
    const values = [0, -0, 0.5, -0.5, 1, -1, 2, -2, 3, -3, 1.5, -1.5, 1e300, -1e300, 5e-324, -5e-324, 2 ** 53 + 2];
    const all = [...values, 2 ** 53 - 1, -(2 ** 53 - 1), Infinity, -Infinity, NaN];
    for (const x of all)
      for (const y of all) {
        const expected = Math.abs(x) === 1 && Math.abs(y) === Infinity ? 1 : x ** y;
        const value = pow(x, y);
        const same = Object.is(value, expected) || Math.abs(value - expected) <= 4e-16 * Math.abs(expected);
        expect(same && Object.is(Math.sign(value), Math.sign(expected)), `${x} ^ ${y}: ${value}`).toBe(true);
        expect(Object.is(value, algorithms.genericPow(o, x, y)), `generic ${x} ^ ${y}`).toBe(true);
      }
  });
});

it("special values", () => {
  const table: [Unary, number, number][] = [
    ["exp", NaN, NaN],
    ["exp", Infinity, Infinity],
    ["exp", -Infinity, 0],
    ["exp", 0, 1],
    ["exp", 709.782712893384, 1.7976931348622732e308],
    ["exp", 709.7827128933841, Infinity],
    ["exp", -745.1332191019411, 5e-324],
    ["exp", -745.1332191019412, 0],
    ["expm1", -0, -0],
    ["expm1", -Infinity, -1],
    ["expm1", Infinity, Infinity],
    ["expm1", 709.782712893384, 1.7976931348622732e308],
    ["log", 1, 0],
    ["log", 0, -Infinity],
    ["log", -0, -Infinity],
    ["log", -1, NaN],
    ["log", -5e-324, NaN],
    ["log", -Infinity, NaN],
    ["log", Infinity, Infinity],
    ["log", NaN, NaN],
    ["log1p", -1, -Infinity],
    ["log1p", -1.5, NaN],
    ["log1p", -0, -0],
    ["log1p", Infinity, Infinity],
    ["log1p", 5e-324, 5e-324],
    ["tanh", -0, -0],
    ["tanh", 0, 0],
    ["tanh", -Infinity, -1],
    ["tanh", 1e300, 1],
    ["tanh", NaN, NaN],
    ["logistic", 0, 0.5],
    ["logistic", Infinity, 1],
    ["logistic", -Infinity, 0],
    ["logistic", NaN, NaN],
    ["sin", -0, -0],
    ["sin", Infinity, NaN],
    ["sin", 2 ** 31, NaN],
    ["sin", NaN, NaN],
    ["cos", 0, 1],
    ["cos", -Infinity, NaN],
  ];
  for (const [name, x, expected] of table) expect(fast[name](x), `${name}(${x})`).toBe(expected);
});

it("sin and cos lose digits slowly up to 2^30", () => {
  const random = generator(3);
  for (let i = 0; i < 500; i++) {
    const x = magnitudes(20, 30)(random(), random());
    for (const name of ["sin", "cos"] as const) {
      const expected = oracle.toNumber(truth[name](oracle.real(x)));
      expect(Math.abs(fast[name](x) - expected)).toBeLessThan(Math.abs(x) * 2 ** -52);
    }
  }
});
