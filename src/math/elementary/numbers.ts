import type { Operations } from "./operations.ts";

/** Two's power 52, the first double whose neighbours are one apart. */
const INTEGERS = 4503599627370496;
const BIAS = 1023;

// Scratch for reading the high word of one double; written before every read, so nothing is remembered.
const float = new Float64Array(1);
const word = new Uint32Array(float.buffer);
float[0] = 1;
const HIGH = word[1] === 0 ? 0 : 1;

/** 2^k for k in [−1023, 1023]. A table, because putting a double together from words stalls the processor. */
const POWERS = (() => {
  const powers = new Float64Array(2047);
  for (let k = 0, p = 1; k <= BIAS; k++, p *= 2) powers[BIAS + k] = p;
  for (let k = 1, p = 0.5; k <= BIAS; k++, p /= 2) powers[BIAS - k] = p;
  return powers;
})();

/** To the nearest integer, ties to even; the sign of zero is kept. */
export function nearest(a: number): number {
  if (a > 0) return a < INTEGERS ? a + INTEGERS - INTEGERS : a;
  if (a < 0) return a > -INTEGERS ? -(INTEGERS - a - INTEGERS) : a;
  return a;
}

/** 2^k for an integral k in [−1022, 1023]; garbage outside. */
export function powerOfTwo(k: number): number {
  return POWERS[k + BIAS]!;
}

/** Exponent e of a positive normal number: 2^e ≤ v < 2^(e + 1). */
export function exponent(v: number): number {
  float[0] = v;
  return (word[HIGH]! >>> 20) - BIAS;
}

/** v / 2^exponent(v), in [1, 2), for a positive normal number. */
export function mantissa(v: number): number {
  float[0] = v;
  return v * POWERS[2 * BIAS - (word[HIGH]! >>> 20)]!;
}

/** The nearest number of single precision. */
export function single(v: number): number {
  return Math.fround(v);
}

/** Magnitude of the first, sign of the second, which may be a signed zero. */
export function copySign(magnitude: number, sign: number): number {
  const size = Math.abs(magnitude);
  return sign < 0 || (sign === 0 && 1 / sign < 0) ? -size : size;
}

/** The operations on plain numbers. */
export const numberOperations: Operations<number, boolean> = {
  constant: (value) => value,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sqrt: (a) => Math.sqrt(a),
  neg: (a) => -a,
  abs: (a) => Math.abs(a),
  // biome-ignore lint/complexity/useMathMinMax: differs for NaN and signed zeros, see Operations
  min: (a, b) => (b < a ? b : a),
  // biome-ignore lint/complexity/useMathMinMax: differs for NaN and signed zeros, see Operations
  max: (a, b) => (a < b ? b : a),
  floor: (a) => Math.floor(a),
  nearest,
  copySign,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  eq: (a, b) => a === b,
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  not: (a) => !a,
  select: (mask, yes, no) => (mask ? yes : no),
  powerOfTwo,
  exponent,
  mantissa,
  single,
  keep: (v) => v,
  keepMask: (mask) => mask,
};
