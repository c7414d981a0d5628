/**
 * Elementary functions over `Operations`: branch-free, without table look-up, the same bits on every engine.
 *
 * Reductions and minimax coefficients are those of FDLIBM 5.3 (Sun Microsystems 1993, https://netlib.org/fdlibm:
 * e_exp, e_log, s_log1p, k_sin, k_cos, e_rem_pio2, e_pow), rearranged so that one path serves every argument. Methods:
 * Cody and Waite, Software Manual for the Elementary Functions (1980); Tang, Table-Driven Implementation of the
 * Logarithm Function (1990, doi:10.1145/98267.98294).
 *
 * Errors are in units in the last place (ulp) of the result, the largest seen in the tests.
 */
import type { Operations } from "./operations.ts";

/** ln 2 in two parts; the first has 32 significant bits, so that k times it is exact for |k| < 2^21. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const TWO_54 = 18014398509481984;
/** Smallest normal double. */
const TINY = 2.2250738585072014e-308;

/** r − r²·(P1 + P2·r² + …) = c with (e^r − 1) = r + r·c/(2 − c), for |r| ≤ ln 2 / 2; error below 2^−59. */
const EXP = [
  0.16666666666666602, -2.7777777777015593e-3, 6.613756321437934e-5, -1.6533902205465252e-6, 4.1381367970572385e-8,
];
/** log((1 + s)/(1 − s)) = 2s + s·(L1·s² + L2·s⁴ + …), for |s| < 0.1716; error below 2^−58.45. */
const LOG = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
];
/** sin y = y + y³·(S1 + S2·y² + …), for |y| ≤ π/4; error below 2^−58. */
const SIN = [
  -0.16666666666666632, 8.33333333332249e-3, -1.984126982985795e-4, 2.7557313707070068e-6, -2.5050760253406863e-8,
  1.58969099521155e-10,
];
/** cos y = 1 − y²/2 + y⁴·(C1 + C2·y² + …), for |y| ≤ π/4; error below 2^−58. */
const COS = [
  4.16666666666666e-2, -1.388888888887411e-3, 2.480158728947673e-5, -2.7557314351390663e-7, 2.087572321298175e-9,
  -1.1359647557788195e-11,
];
/** As LOG but of (3/2)·log, for the extra digits that `pow` needs; |s| ≤ 0.1. */
const LOG_POW = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534, 0.23066074577556175,
  0.20697501780033842,
];

/** c0 + z·(c1 + z·(c2 + …)) by Horner's rule. */
function polynomial<V, M>(o: Operations<V, M>, z: V, coefficients: readonly number[]): V {
  let sum = o.constant(coefficients[coefficients.length - 1]!);
  for (let i = coefficients.length - 2; i >= 0; i--) sum = o.add(o.constant(coefficients[i]!), o.mul(z, sum));
  return sum;
}

/** v·2^k for an integral k in [−2044, 2046], in two steps, so that neither power leaves the range of doubles. */
export function scale2<V, M>(o: Operations<V, M>, v: V, k: V): V {
  const half = o.keep(o.floor(o.mul(k, o.constant(0.5))));
  return o.mul(o.mul(v, o.powerOfTwo(half)), o.powerOfTwo(o.sub(k, half)));
}

/** x = k·ln 2 + r: the integral k, the high part of r, and e^r − 1 − high. Needs |x| < 2^20. */
function reduceExp<V, M>(o: Operations<V, M>, x: V): { k: V; high: V; rest: V } {
  const k = o.keep(o.nearest(o.mul(x, o.constant(Math.LOG2E))));
  const high = o.keep(o.sub(x, o.mul(k, o.constant(LN2_HIGH))));
  const low = o.keep(o.mul(k, o.constant(LN2_LOW)));
  const r = o.keep(o.sub(high, low));
  const z = o.keep(o.mul(r, r));
  const c = o.keep(o.sub(r, o.mul(z, polynomial(o, z, EXP))));
  const rest = o.sub(o.div(o.mul(r, c), o.sub(o.constant(2), c)), low);
  return { k, high, rest };
}

/** e^x; error below 1 ulp. Overflows to ∞ above 709.78, underflows gradually to 0 below −745.13. */
export function genericExp<V, M>(o: Operations<V, M>, x: V): V {
  const bounded = o.keep(o.max(o.min(x, o.constant(710)), o.constant(-746)));
  const { k, high, rest } = reduceExp(o, bounded);
  return scale2(o, o.add(o.constant(1), o.add(rest, high)), k);
}

/** (e^x − 1) for x in [−50, 710.5]. */
function boundedExpm1<V, M>(o: Operations<V, M>, x: V): V {
  const { k, high, rest } = reduceExp(o, x);
  // Half of 2^k, which stays finite where k = 1024.
  const half = o.keep(o.powerOfTwo(o.sub(k, o.constant(1))));
  const lead = o.add(o.sub(half, o.constant(0.5)), o.mul(half, high));
  return o.mul(o.add(lead, o.mul(half, rest)), o.constant(2));
}

/** e^x − 1, also near 0; error below 1.5 ulp. */
export function genericExpm1<V, M>(o: Operations<V, M>, x: V): V {
  const bounded = o.keep(o.max(o.min(x, o.constant(710)), o.constant(-50)));
  return o.select(o.eq(x, o.constant(0)), x, boundedExpm1(o, bounded));
}

/** k·ln 2 + log(1 + f) + c for 1 + f in [√½, √2] and a small correction c. */
function combineLog<V, M>(o: Operations<V, M>, k: V, f: V, c?: V): V {
  const s = o.keep(o.div(f, o.add(o.constant(2), f)));
  const z = o.keep(o.mul(s, s));
  const tail = o.mul(z, polynomial(o, z, LOG));
  const half = o.keep(o.mul(o.constant(0.5), o.mul(f, f)));
  const low = o.mul(k, o.constant(LN2_LOW));
  const small = o.add(o.mul(s, o.add(half, tail)), c === undefined ? low : o.add(low, c));
  return o.sub(o.mul(k, o.constant(LN2_HIGH)), o.sub(o.sub(half, small), f));
}

/** Positive normal v = 2^k·m with m in (√½, √2]. */
function splitNearOne<V, M>(o: Operations<V, M>, v: V): { k: V; m: V } {
  const m = o.keep(o.mantissa(v));
  const above = o.keepMask(o.lt(o.constant(Math.SQRT2), m));
  const e = o.exponent(v);
  const k = o.keep(o.add(e, o.select(above, o.constant(1), o.constant(0))));
  return { k, m: o.mul(m, o.select(above, o.constant(0.5), o.constant(1))) };
}

/** What a logarithm is at 0, ∞, below 0 and for NaN. `zero` is the value at which the logarithm is −∞. */
function logSpecials<V, M>(o: Operations<V, M>, x: V, zero: number, value: V): V {
  const upper = o.select(o.lt(x, o.constant(Number.POSITIVE_INFINITY)), value, x);
  const atZero = o.select(o.eq(x, o.constant(zero)), o.constant(Number.NEGATIVE_INFINITY), upper);
  return o.select(o.lt(x, o.constant(zero)), o.constant(Number.NaN), atZero);
}

/** log x, natural; error below 1 ulp. −∞ at 0, NaN below. */
export function genericLog<V, M>(o: Operations<V, M>, x: V): V {
  const denormal = o.keepMask(o.lt(x, o.constant(TINY)));
  const v = o.keep(o.mul(x, o.select(denormal, o.constant(TWO_54), o.constant(1))));
  const { k, m } = splitNearOne(o, v);
  const kTrue = o.keep(o.sub(k, o.select(denormal, o.constant(54), o.constant(0))));
  const f = o.keep(o.sub(m, o.constant(1)));
  return logSpecials(o, x, 0, combineLog(o, kTrue, f));
}

/** log(1 + x), also near 0; error below 1 ulp. −∞ at −1, NaN below. */
export function genericLog1p<V, M>(o: Operations<V, M>, x: V): V {
  const one = o.constant(1);
  const u = o.keep(o.add(one, x));
  const { k, m } = splitNearOne(o, u);
  const near = o.keepMask(o.eq(k, o.constant(0)));
  const f = o.keep(o.select(near, x, o.sub(m, one)));
  // What rounding 1 + x lost, relative to it; both differences are exact.
  const lost = o.sub(x, o.sub(u, one));
  const c = o.select(near, o.constant(0), o.div(lost, u));
  const value = logSpecials(o, x, -1, combineLog(o, k, f, c));
  return o.select(o.eq(x, o.constant(0)), x, value);
}

/** tanh x = x + x³·P(x²)/Q(x²) for |x| < 0.625 (Moshier, Cephes 2.8, 1995, https://netlib.org/cephes). */
const TANH_P = [-1614.6876844170845, -99.28772310019185, -0.9643991794250523];
const TANH_Q = [4844.063053251255, 2235.4883906010045, 112.81167849163293, 1];

/** tanh x; error below 1.5 ulp. Above 0.625 it is 1 − 2/(e^(2x) + 1); one division serves both forms. */
export function genericTanh<V, M>(o: Operations<V, M>, x: V): V {
  const one = o.constant(1);
  const size = o.keep(o.min(o.abs(x), o.constant(22)));
  const { k, high, rest } = reduceExp(o, o.keep(o.add(size, size)));
  const power = o.mul(o.add(one, o.add(rest, high)), o.powerOfTwo(k));
  const z = o.keep(o.mul(size, size));
  const small = o.keepMask(o.lt(size, o.constant(0.625)));
  const cube = o.mul(o.mul(size, z), polynomial(o, z, TANH_P));
  const numerator = o.select(small, cube, o.constant(-2));
  const denominator = o.select(small, polynomial(o, z, TANH_Q), o.add(power, one));
  return o.copySign(o.add(o.select(small, size, one), o.div(numerator, denominator)), x);
}

/** 1/(1 + e^−x); error below 2 ulp, also where it is tiny. */
export function genericLogistic<V, M>(o: Operations<V, M>, x: V): V {
  const one = o.constant(1);
  const e = o.keep(genericExp(o, o.keep(o.neg(o.abs(x)))));
  const sum = o.keep(o.add(one, e));
  const negative = o.keepMask(o.lt(x, o.constant(0)));
  const ratio = o.keep(o.div(o.select(negative, e, one), sum));
  // What rounding 1 + e lost, times 1/(1 + e), is taken back.
  const inverse = o.select(negative, o.sub(one, ratio), ratio);
  return o.sub(ratio, o.mul(ratio, o.mul(o.sub(e, o.sub(sum, one)), inverse)));
}

const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in three parts; the first two have 33 bits, so that n times each is exact for |n| < 2^20. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;
/** Largest argument of sin and cos, 2^30. */
export const TRIGONOMETRIC_LIMIT = 1073741824;

/** sin(x + turns·π/2), turns 0 or 1. */
function sineShifted<V, M>(o: Operations<V, M>, x: V, turns: number): V {
  const n = o.keep(o.nearest(o.mul(x, o.constant(TWO_OVER_PI))));
  // x − n·π/2 as y + tail, by Cody and Waite's subtraction in parts with the lost bits of the second kept.
  const a = o.keep(o.sub(x, o.mul(n, o.constant(HALF_PI_1))));
  const b = o.keep(o.mul(n, o.constant(HALF_PI_2)));
  const r = o.keep(o.sub(a, b));
  const w = o.keep(o.sub(o.mul(n, o.constant(HALF_PI_3)), o.sub(o.sub(a, r), b)));
  const y = o.keep(o.sub(r, w));
  const tail = o.keep(o.sub(o.sub(r, y), w));

  const half = o.constant(0.5);
  const z = o.keep(o.mul(y, y));
  const v = o.keep(o.mul(z, y));
  const sinTail = polynomial(o, z, SIN.slice(1));
  const sin = o.sub(
    y,
    o.sub(o.sub(o.mul(z, o.sub(o.mul(half, tail), o.mul(v, sinTail))), tail), o.mul(v, o.constant(SIN[0]!))),
  );
  const one = o.constant(1);
  const h = o.keep(o.mul(half, z));
  const lead = o.keep(o.sub(one, h));
  const cosTail = o.mul(z, o.mul(z, polynomial(o, z, COS)));
  const cos = o.add(lead, o.add(o.sub(o.sub(one, lead), h), o.sub(cosTail, o.mul(y, tail))));

  // Quadrant modulo 4: odd ones take the cosine, the last two change sign.
  const q = o.keep(o.add(n, o.constant(turns)));
  const pairs = o.keep(o.floor(o.mul(q, half)));
  const even = o.eq(o.add(pairs, pairs), q);
  const value = o.keep(o.select(even, sin, cos));
  const quarter = o.keep(o.floor(o.mul(pairs, half)));
  const signed = o.select(o.eq(o.add(quarter, quarter), pairs), value, o.neg(value));
  return o.select(o.le(o.abs(x), o.constant(TRIGONOMETRIC_LIMIT)), signed, o.constant(Number.NaN));
}

/**
 * sin x, x in radians; error below 1 ulp for |x| ≤ 1.6e6, absolute error below |x|·2^−52 up to 2^30, NaN beyond
 * (where a double no longer fixes the phase that a model could mean).
 */
export function genericSin<V, M>(o: Operations<V, M>, x: V): V {
  return o.select(o.eq(x, o.constant(0)), x, sineShifted(o, x, 0));
}

/** cos x, x in radians; range and accuracy as `genericSin`. */
export function genericCos<V, M>(o: Operations<V, M>, x: V): V {
  return sineShifted(o, x, 1);
}

/** ln 2 in parts of which the first has 24 bits. */
const LN2_SHORT = 0.6931471824645996;
const LN2_SHORT_REST = -1.904654299957768e-9;
/** 2/(3·ln 2), and in parts. */
const TWO_THIRDS_LOG2_E = 0.9617966939259756;
const TWO_THIRDS_LOG2_E_HIGH = 0.9617967009544373;
const TWO_THIRDS_LOG2_E_LOW = -7.028461650952758e-9;
/** log2(3/2) in parts. */
const LOG2_THREE_HALVES_HIGH = 0.5849624872207642;
const LOG2_THREE_HALVES_LOW = 1.350039202129749e-8;

/** log2 of a positive finite number as a sum of two: the first has 24 bits, both together about 69. */
function log2InParts<V, M>(o: Operations<V, M>, x: V): { high: V; low: V } {
  const denormal = o.keepMask(o.lt(x, o.constant(TINY)));
  const v = o.keep(o.mul(x, o.select(denormal, o.constant(TWO_54), o.constant(1))));
  const m = o.keep(o.mantissa(v));
  // m is compared with 1 up to √1.5, with 1.5 up to √3, and m/2 with 1 above.
  const toNext = o.keepMask(o.le(o.constant(1.7320508075688772), m));
  const middle = o.keepMask(o.and(o.le(o.constant(1.224744871391589), m), o.not(toNext)));
  const a = o.keep(o.mul(m, o.select(toNext, o.constant(0.5), o.constant(1))));
  const shift = o.sub(
    o.select(toNext, o.constant(1), o.constant(0)),
    o.select(denormal, o.constant(54), o.constant(0)),
  );
  const n = o.keep(o.add(o.exponent(v), shift));
  const base = o.keep(o.select(middle, o.constant(1.5), o.constant(1)));
  const baseHigh = o.keep(o.select(middle, o.constant(LOG2_THREE_HALVES_HIGH), o.constant(0)));
  const baseLow = o.select(middle, o.constant(LOG2_THREE_HALVES_LOW), o.constant(0));

  // s = (a − base)/(a + base) in parts.
  const u = o.keep(o.sub(a, base));
  const sum = o.keep(o.add(a, base));
  const inverse = o.keep(o.div(o.constant(1), sum));
  const s = o.keep(o.mul(u, inverse));
  const sHigh = o.keep(o.single(s));
  const sumHigh = o.keep(o.single(sum));
  const sumLow = o.sub(a, o.sub(sumHigh, base));
  const sLow = o.keep(o.mul(inverse, o.sub(o.sub(u, o.mul(sHigh, sumHigh)), o.mul(sHigh, sumLow))));
  // (3/2)·log = s·(3 + s² + rest) in parts.
  const z = o.keep(o.mul(s, s));
  const series = o.mul(o.mul(z, z), polynomial(o, z, LOG_POW));
  const rest = o.keep(o.add(series, o.mul(sLow, o.add(sHigh, s))));
  const square = o.keep(o.mul(sHigh, sHigh));
  const three = o.constant(3);
  const tHigh = o.keep(o.single(o.add(o.add(three, square), rest)));
  const tLow = o.sub(rest, o.sub(o.sub(tHigh, three), square));
  const major = o.keep(o.mul(sHigh, tHigh));
  const minor = o.keep(o.add(o.mul(sLow, tHigh), o.mul(tLow, s)));
  const pHigh = o.keep(o.single(o.add(major, minor)));
  const pLow = o.sub(minor, o.sub(pHigh, major));
  // To base 2, plus the base and the exponent.
  const zHigh = o.keep(o.mul(o.constant(TWO_THIRDS_LOG2_E_HIGH), pHigh));
  const product = o.add(o.mul(o.constant(TWO_THIRDS_LOG2_E_LOW), pHigh), o.mul(pLow, o.constant(TWO_THIRDS_LOG2_E)));
  const zLow = o.keep(o.add(product, baseLow));
  const high = o.keep(o.single(o.add(o.add(o.add(zHigh, zLow), baseHigh), n)));
  return { high, low: o.sub(zLow, o.sub(o.sub(o.sub(high, n), baseHigh), zHigh)) };
}

/**
 * x^y; error below 1 ulp. Special values as IEEE 754 pow, except that a NaN stays NaN unless y = 0: x^0 = 1;
 * (±1)^±∞ = 1; a negative x wants an integral y, else NaN; (±0)^y and (±∞)^y keep the sign for odd integral y only.
 */
export function genericPow<V, M>(o: Operations<V, M>, x: V, y: V): V {
  const zero = o.constant(0);
  const one = o.constant(1);
  const infinity = o.constant(Number.POSITIVE_INFINITY);
  const size = o.keep(o.abs(x));
  const log = log2InParts(o, size);
  const logLow = o.keep(log.low);

  // Larger powers only repeat the overflow, and would make ∞ − ∞.
  const power = o.keep(o.max(o.min(y, o.constant(2 ** 65)), o.constant(-(2 ** 65))));
  const powerHigh = o.keep(o.single(power));
  const low = o.keep(o.add(o.mul(o.sub(power, powerHigh), log.high), o.mul(power, logLow)));
  const high = o.keep(o.mul(powerHigh, log.high));
  const exponent = o.keep(o.add(low, high));
  const k = o.keep(o.nearest(o.max(o.min(exponent, o.constant(1100)), o.constant(-1100))));
  const fraction = o.keep(o.sub(high, k));
  // 2^fraction = e^(r + tail).
  const t = o.keep(o.single(o.add(low, fraction)));
  const u = o.keep(o.mul(t, o.constant(LN2_SHORT)));
  const v = o.keep(
    o.add(o.mul(o.sub(low, o.sub(t, fraction)), o.constant(Math.LN2)), o.mul(t, o.constant(LN2_SHORT_REST))),
  );
  const r = o.keep(o.add(u, v));
  const tail = o.keep(o.sub(v, o.sub(r, u)));
  const z = o.keep(o.mul(r, r));
  const c = o.keep(o.sub(r, o.mul(z, polynomial(o, z, EXP))));
  const ratio = o.div(o.mul(r, c), o.sub(c, o.constant(2)));
  const correction = o.sub(ratio, o.add(tail, o.mul(r, tail)));
  const scaled = scale2(o, o.sub(one, o.sub(correction, r)), k);

  const under = o.select(o.le(exponent, o.constant(-1100)), zero, scaled);
  const finite = o.select(o.le(o.constant(1100), exponent), infinity, under);
  const rising = o.keepMask(o.lt(zero, y));
  const atZero = o.select(o.eq(size, zero), o.select(rising, zero, infinity), finite);
  const magnitude = o.keep(o.select(o.eq(size, infinity), o.select(rising, infinity, zero), atZero));

  const integral = o.eq(o.floor(y), y);
  const half = o.keep(o.mul(y, o.constant(0.5)));
  const odd = o.and(integral, o.not(o.eq(o.floor(half), half)));
  const negative = o.keepMask(o.lt(o.copySign(one, x), zero));
  const signed = o.select(o.and(negative, odd), o.neg(magnitude), magnitude);
  const outside = o.and(o.and(o.lt(x, zero), o.not(o.eq(o.floor(y), y))), o.not(o.eq(size, infinity)));
  const real = o.select(outside, o.constant(Number.NaN), signed);
  const numbers = o.select(o.and(o.eq(x, x), o.eq(y, y)), real, o.constant(Number.NaN));
  return o.select(o.eq(y, zero), one, numbers);
}
