import { exp, log, log1p } from "../elementary/index.ts";
import { ratio } from "./polynomial.ts";

/**
 * Coefficients of Cody, Rational Chebyshev approximations for the error function (1969,
 * doi:10.1090/S0025-5718-1969-0247736-4) as in his CALERF (https://netlib.org/specfun), lowest power first.
 */
const NEAR_TOP = [3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315];
const NEAR_BOTTOM = [2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1];
const MIDDLE_TOP = [
  1230.3393547979972, 2051.0783778260716, 1712.0476126340707, 881.952221241769, 298.6351381974001, 66.11919063714163,
  8.883149794388377, 0.5641884969886701, 2.1531153547440383e-8,
];
const MIDDLE_BOTTOM = [
  1230.3393548037495, 3439.3676741437216, 4362.619090143247, 3290.7992357334597, 1621.3895745666903, 537.1811018620099,
  117.6939508913125, 15.744926110709835, 1,
];
const FAR_TOP = [
  6.587491615298378e-4, 0.016083785148742275, 0.12578172611122926, 0.36034489994980445, 0.30532663496123236,
  0.016315387137302097,
];
const FAR_BOTTOM = [
  0.002335204976268692, 0.06051834131244132, 0.5279051029514285, 1.8729528499234604, 2.568520192289822, 1,
];
const ONE_OVER_ROOT_PI = 0.5641895835477563;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** erf z / z for |z| ≤ 0.46875, from z². */
function erfOverArgument(square: number): number {
  return ratio(square, NEAR_TOP, NEAR_BOTTOM);
}

/** e^(z²)·erfc z for z > 0.46875. */
function scaledComplement(z: number): number {
  if (z <= 4) return ratio(z, MIDDLE_TOP, MIDDLE_BOTTOM);
  const inverse = 1 / (z * z);
  return (ONE_OVER_ROOT_PI - inverse * ratio(inverse, FAR_TOP, FAR_BOTTOM)) / z;
}

/** e^(−z²·factor) without the digits that rounding z² loses. */
function gaussian(z: number, factor: number): number {
  if (z > 60) return 0;
  const coarse = Math.floor(z * 16) / 16;
  return exp(-coarse * coarse * factor) * exp(-(z - coarse) * (z + coarse) * factor);
}

/** The error function; relative error below 1e-15. */
export function erf(x: number): number {
  const z = Math.abs(x);
  if (z <= 0.46875) return x * erfOverArgument(x * x);
  const value = 1 - gaussian(z, 1) * scaledComplement(z);
  return x < 0 ? -value : value;
}

/** 1 − erf x; relative error below 1e-14 down to the smallest normal number (x = 26.5). */
export function erfc(x: number): number {
  if (Math.abs(x) <= 0.46875) return 1 - x * erfOverArgument(x * x);
  const z = Math.abs(x);
  const value = gaussian(z, 1) * scaledComplement(z);
  return x < 0 ? 2 - value : value;
}

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return 0.3989422804014327 * gaussian(Math.abs(x), 0.5);
}

/** Log density of the standard normal distribution. */
export function normalLogDensity(x: number): number {
  return -0.5 * x * x - HALF_LOG_TWO_PI;
}

/** Standard normal distribution function; relative error below 1e-14, also in the lower tail. */
export function normalCdf(x: number): number {
  const z = Math.abs(x) * Math.SQRT1_2;
  if (z <= 0.46875) return 0.5 + 0.5 * x * Math.SQRT1_2 * erfOverArgument(0.5 * x * x);
  const tail = 0.5 * gaussian(Math.abs(x), 0.5) * scaledComplement(z);
  return x < 0 ? tail : 1 - tail;
}

/** log of the standard normal distribution function, finite far beyond where the function itself underflows. */
export function normalLogCdf(x: number): number {
  if (x > 0) return log1p(-normalCdf(-x));
  if (x > -5) return log(normalCdf(x));
  return -0.5 * x * x + log(0.5 * scaledComplement(-x * Math.SQRT1_2));
}

const CENTRAL_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const CENTRAL_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const TAIL_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 7.745450142783414e-4,
];
const TAIL_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  5.475938084995345e-4, 1.0507500716444169e-9,
];
const FAR_TAIL_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_TAIL_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * Standard normal quantile, −∞ at 0 and ∞ at 1; relative error about 1e-16. Wichura, Algorithm AS 241 (1988,
 * doi:10.2307/2347330).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return central(q);
  return q < 0 ? -tail(p) : tail(1 - p);
}

/** Standard normal quantile of ½ + q for q in [−½, ½], with all digits of a small q. */
export function normalQuantileFromCentre(q: number): number {
  if (Math.abs(q) <= 0.425) return central(q);
  if (!(Math.abs(q) < 0.5)) return Math.abs(q) === 0.5 ? q * Number.POSITIVE_INFINITY : Number.NaN;
  return q < 0 ? -tail(0.5 + q) : tail(0.5 - q);
}

function central(q: number): number {
  return q * ratio(0.180625 - q * q, CENTRAL_TOP, CENTRAL_BOTTOM);
}

/** Positive z with the probability p < 0.075 above it. */
function tail(p: number): number {
  const r = Math.sqrt(-log(p));
  return r <= 5 ? ratio(r - 1.6, TAIL_TOP, TAIL_BOTTOM) : ratio(r - 5, FAR_TAIL_TOP, FAR_TAIL_BOTTOM);
}
