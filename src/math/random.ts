/**
 * Random numbers without state: number `index` of draw `draw` under a key is a pure function of the three, so that any
 * worker can make any number in any order.
 *
 * Philox4x32-10 of Salmon, Moraes, Dror, Shaw, Parallel random numbers: as easy as 1, 2, 3 (2011,
 * doi:10.1145/2063384.2063405).
 */
import { FronteraError } from "../errors.ts";
import { normalQuantile } from "./special.ts";

/** Two unsigned 32-bit words: a stream of random numbers. Streams of different keys are independent. */
export type Key = readonly [number, number];

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const TWO_32 = 4294967296;

/** High word of a product of two unsigned 32-bit words, the first given in halves. */
function multiplyHigh(high: number, low: number, b: number): number {
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const cross = Math.imul(low, bHigh) + (Math.imul(low, bLow) >>> 16);
  const middle = Math.imul(high, bLow) + (cross & 0xffff);
  return (Math.imul(high, bHigh) + (cross >>> 16) + (middle >>> 16)) | 0;
}

/** Ten rounds of Philox over a counter of four words under a key of two; the four results go to `out`. */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): Uint32Array {
  let [a, b, c, d, x, y] = [c0 | 0, c1 | 0, c2 | 0, c3 | 0, k0 | 0, k1 | 0];
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0 >>> 16, MULTIPLIER_0 & 0xffff, a);
    const low0 = Math.imul(MULTIPLIER_0, a);
    const high1 = multiplyHigh(MULTIPLIER_1 >>> 16, MULTIPLIER_1 & 0xffff, c);
    const low1 = Math.imul(MULTIPLIER_1, c);
    a = high1 ^ b ^ x;
    c = high0 ^ d ^ y;
    b = low1;
    d = low0;
    x = (x + WEYL_0) | 0;
    y = (y + WEYL_1) | 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
  return out;
}

/** Key of a whole-number seed below 2^53, the one place where a person meets a seed. */
export function keyFromSeed(seed: number): Key {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new FronteraError({
      code: "invalid-seed",
      message: "seed is not a whole number from 0 to 2^53 − 1",
      received: String(seed),
    });
  return [seed >>> 0, Math.floor(seed / TWO_32)];
}

/**
 * Key of a named stream within another: the random numbers of one parameter do not change when others are added or
 * removed. The name's UTF-16 units, two to a word and four words to a block, are run through Philox in turn, each
 * result the key of the next block; the last block carries the length, so that no name is the beginning of another.
 */
export function subkey(key: Key, name: string): Key {
  const words = [];
  for (let i = 0; i < name.length; i += 2) words.push(name.charCodeAt(i) | ((name.charCodeAt(i + 1) || 0) << 16));
  while (words.length % 4 !== 0) words.push(0);
  words.push(name.length, 0x6b6579, 0, 0);
  const out = new Uint32Array(4);
  let [k0, k1] = key;
  for (let i = 0; i < words.length; i += 4) {
    philox(words[i]!, words[i + 1]!, words[i + 2]!, words[i + 3]!, k0, k1, out);
    k0 = (out[0]! ^ out[2]!) >>> 0;
    k1 = (out[1]! ^ out[3]!) >>> 0;
  }
  return [k0, k1];
}

/** (n + ½)·2^−52 from two words: 52 bits, symmetric about ½, never 0 or 1. */
export function unitInterval(high: number, low: number): number {
  return (high * 1048576 + (low >>> 12) + 0.5) * 2.220446049250313e-16;
}

// One block's scratch; written before every read, so nothing is remembered.
const block = new Uint32Array(4);

/** Fills `block` with the four words that hold numbers `index` and `index ^ 1` of a draw. */
function fillBlock(key: Key, draw: number, index: number): Uint32Array {
  const pair = Math.floor(index / 2);
  return philox(pair, Math.floor(pair / TWO_32), draw, Math.floor(draw / TWO_32), key[0], key[1], block);
}

/** Number `index` of draw `draw`, uniform on the open interval (0, 1). Both are whole numbers from 0 to 2^53 − 1. */
export function uniform(key: Key, draw: number, index: number): number {
  const words = fillBlock(key, draw, index);
  return index % 2 === 0 ? unitInterval(words[0]!, words[1]!) : unitInterval(words[2]!, words[3]!);
}

/** The same numbers as `uniform(key, draw, first + i)`, at half the cost. */
export function fillUniform(key: Key, draw: number, first: number, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) {
    const index = first + i;
    if (index % 2 === 0) {
      const words = fillBlock(key, draw, index);
      out[i] = unitInterval(words[0]!, words[1]!);
      if (i + 1 < out.length) out[++i] = unitInterval(words[2]!, words[3]!);
    } else out[i] = uniform(key, draw, index);
  }
  return out;
}

/** Standard normal number `index` of draw `draw`, by inversion: monotone in the uniform number behind it. */
export function standardNormal(key: Key, draw: number, index: number): number {
  return normalQuantile(uniform(key, draw, index));
}

/** Whole number from 0 to count − 1, uniform up to count·2^−52; `count` below 2^32. */
export function uniformInteger(key: Key, draw: number, index: number, count: number): number {
  return Math.min(count - 1, Math.floor(uniform(key, draw, index) * count));
}
