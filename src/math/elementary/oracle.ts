/**
 * Elementary functions to about 140 bits in whole-number arithmetic, from Taylor series: slow, obvious, used by tests
 * only. A real number is m·2^e.
 */
export interface Real {
  readonly m: bigint;
  readonly e: number;
}

const BITS = 220;

function bitLength(m: bigint): number {
  return m === 0n ? 0 : (m < 0n ? -m : m).toString(16).length * 4;
}

function trim(m: bigint, e: number): Real {
  const extra = bitLength(m) - BITS;
  return extra > 0 ? { m: m >> BigInt(extra), e: e + extra } : { m, e };
}

/** The exact value of a finite double. */
export function real(x: number): Real {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, x);
  const word = bits.getBigUint64(0);
  const exponent = Number((word >> 52n) & 2047n);
  const fraction = word & ((1n << 52n) - 1n);
  const m = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { m: word >> 63n ? -m : m, e: Math.max(exponent, 1) - 1075 };
}

export function add(a: Real, b: Real): Real {
  if (a.m === 0n) return b;
  if (b.m === 0n) return a;
  if (a.e < b.e) return add(b, a);
  // Far apart: the smaller one is below the precision.
  if (a.e - b.e > 2 * BITS + bitLength(b.m)) return a;
  return trim((a.m << BigInt(a.e - b.e)) + b.m, b.e);
}

export const negate = (a: Real): Real => ({ m: -a.m, e: a.e });
export const subtract = (a: Real, b: Real): Real => add(a, negate(b));
export const multiply = (a: Real, b: Real): Real => trim(a.m * b.m, a.e + b.e);
export const scale = (a: Real, k: number): Real => ({ m: a.m, e: a.e + k });
export function divide(a: Real, b: Real): Real {
  const shift = Math.max(0, BITS + bitLength(b.m) - bitLength(a.m) + 8);
  return trim((a.m << BigInt(shift)) / b.m, a.e - shift - b.e);
}

/** Rough double value. */
export function toNumber(a: Real): number {
  const extra = Math.max(0, bitLength(a.m) - 60);
  return Number(a.m >> BigInt(extra)) * 2 ** (a.e + extra);
}

const ONE = real(1);

/** Fixed point with 400 bits: arctan(1/n). */
function inverseArctangent(n: bigint): bigint {
  let term = (1n << 400n) / n;
  let sum = 0n;
  for (let k = 1n, sign = 1n; term !== 0n; k += 2n, sign = -sign, term /= n * n) sum += (sign * term) / k;
  return sum;
}

/** π/2 by Machin's formula, kept to 400 bits for the reduction of large arguments. */
const HALF_PI: Real = { m: 8n * inverseArctangent(5n) - 2n * inverseArctangent(239n), e: -400 };

/** ln 2 = Σ 1/(k·2^k), 400 bits. */
const LN2: Real = (() => {
  let sum = 0n;
  for (let k = 1n; k <= 400n; k++) sum += (1n << (400n - k)) / k;
  return { m: sum, e: -400 };
})();

/** Σ xⁿ/n! from n = first in steps, with the sign alternating if asked; |x| below 2. */
function series(x: Real, first: number, step: number, alternate: boolean): Real {
  let term = ONE;
  for (let n = 1; n <= first; n++) term = divide(multiply(term, x), real(n));
  let sum = term;
  const power = step === 2 ? multiply(x, x) : x;
  for (let n = first + step; n < 150 && term.m !== 0n; n += step) {
    term = divide(multiply(term, power), real(step === 2 ? n * (n - 1) : n));
    if (alternate) term = negate(term);
    if (bitLength(term.m) + term.e < bitLength(sum.m) + sum.e - BITS) break;
    sum = add(sum, term);
  }
  return sum;
}

export function expm1(x: Real): Real {
  const k = Math.round(toNumber(x) / Math.LN2);
  const r = k === 0 ? x : subtract(x, multiply(LN2, real(k)));
  let t = series(scale(r, -6), 1, 1, false);
  for (let i = 0; i < 6; i++) t = multiply(t, add(t, real(2)));
  return k === 0 ? t : subtract(scale(add(t, ONE), k), ONE);
}

export function exp(x: Real): Real {
  const k = Math.round(toNumber(x) / Math.LN2);
  return scale(add(expm1(subtract(x, multiply(LN2, real(k)))), ONE), k);
}

/** One step of Halley's method from a double start: three times its digits. */
export function log(x: Real): Real {
  const k = bitLength(x.m) + x.e;
  const near = x.e > -60 && Math.abs(toNumber(x) - 1) < 0.4;
  const m = near ? x : scale(x, -k);
  const start = Math.log(toNumber(m));
  if (start === 0) return log1p(subtract(m, ONE));
  const e = exp(real(start));
  const value = add(real(start), scale(divide(subtract(m, e), add(m, e)), 1));
  return near ? value : add(value, multiply(LN2, real(k)));
}

export function log1p(x: Real): Real {
  if (x.m === 0n) return x;
  const start = Math.log1p(toNumber(x));
  const e = expm1(real(start));
  return add(real(start), scale(divide(subtract(x, e), add(add(x, e), real(2))), 1));
}

export const tanh = (x: Real): Real => {
  const t = expm1(scale(x, 1));
  return divide(t, add(t, real(2)));
};
export const logistic = (x: Real): Real => {
  const e = exp(x);
  return divide(e, add(ONE, e));
};

function sineShifted(x: Real, turns: number): Real {
  const n = Math.round(toNumber(x) / 1.5707963267948966);
  const y = n === 0 ? x : subtract(x, { m: HALF_PI.m * BigInt(n), e: HALF_PI.e });
  const quadrant = (((n + turns) % 4) + 4) % 4;
  const value = quadrant % 2 === 0 ? series(y, 1, 2, true) : series(y, 0, 2, true);
  return quadrant < 2 ? value : negate(value);
}
export const sin = (x: Real): Real => sineShifted(x, 0);
export const cos = (x: Real): Real => sineShifted(x, 1);
export const pow = (x: Real, y: Real): Real => exp(multiply(y, log(x)));

/** Distance of a double from the true value in units in the last place of the true value; NaN and ∞ count as ∞. */
export function ulpError(value: number, truth: Real): number {
  if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
  if (truth.m === 0n) return value === 0 ? 0 : Number.POSITIVE_INFINITY;
  const length = (truth.m < 0n ? -truth.m : truth.m).toString(2).length;
  const last = Math.max(length + truth.e - 53, -1074);
  return Math.abs(toNumber(scale(subtract(real(value), truth), -last)));
}
