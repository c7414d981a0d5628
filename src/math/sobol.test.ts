import { describe, expect, it } from "vitest";
import { keyFromSeed } from "./random.ts";
import { SOBOL_DIGITS, SOBOL_DIMENSIONS, sobolDirectionNumbers, sobolSequence } from "./sobol.ts";
import { sobolDirections } from "./sobol-directions.ts";

/** Product of two polynomials over the field of two elements, as binary digits, modulo a third of the given degree. */
function multiply(a: number, b: number, modulus: number, degree: number): number {
  let product = 0;
  let shifted = a;
  for (let rest = b; rest !== 0; rest >>>= 1) {
    if (rest & 1) product ^= shifted;
    shifted <<= 1;
    if ((shifted >>> degree) & 1) shifted ^= modulus;
  }
  return product;
}

/** x to a power modulo a polynomial. */
function powerOfX(power: number, modulus: number, degree: number): number {
  let result = 1;
  let square = degree === 1 ? 2 ^ modulus : 2;
  for (let rest = power; rest !== 0; rest >>>= 1) {
    if (rest & 1) result = multiply(result, square, modulus, degree);
    square = multiply(square, square, modulus, degree);
  }
  return result;
}

function primeFactors(n: number): number[] {
  const found = new Set<number>();
  let rest = n;
  for (let p = 2; p * p <= rest; p++)
    while (rest % p === 0) {
      found.add(p);
      rest /= p;
    }
  if (rest > 1) found.add(rest);
  return [...found];
}

describe("direction numbers", () => {
  it("have one row a dimension: a polynomial of its own and odd numbers below 2^i", () => {
    expect(SOBOL_DIMENSIONS).toBeGreaterThanOrEqual(64);
    expect(new Set(sobolDirections.map((row) => row[0])).size).toBe(sobolDirections.length);
    for (const [polynomial, ...initial] of sobolDirections) {
      expect(31 - Math.clz32(polynomial!)).toBe(initial.length);
      initial.forEach((m, i) => {
        expect(m % 2).toBe(1);
        expect(m).toBeLessThan(2 * (1 << i));
      });
    }
  });
  it("belong to primitive polynomials: x has the order 2^s − 1, all of them up to a degree", () => {
    const count = new Map<number, number>();
    for (const [polynomial, ...initial] of sobolDirections) {
      const degree = initial.length;
      const order = 2 * (1 << (degree - 1)) - 1;
      expect(powerOfX(order, polynomial!, degree)).toBe(1);
      for (const p of primeFactors(order)) if (order > 1) expect(powerOfX(order / p, polynomial!, degree)).not.toBe(1);
      count.set(degree, (count.get(degree) ?? 0) + 1);
    }
    // φ(2^s − 1)/s primitive polynomials of degree s.
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((s) => count.get(s))).toEqual([1, 1, 2, 2, 6, 6, 18, 16, 48]);
  });
  it("have property A in every number of dimensions (Sobol' 1976): the first digits make a regular matrix", () => {
    // Rows of binary digits, dimension by dimension; each leading block must be regular, so no pivoting beyond rows above.
    const firstDigits = (d: number) => {
      let row = 0n;
      for (let i = 0; i < SOBOL_DIMENSIONS; i++) if (directionBit(d, i)) row |= 1n << BigInt(i);
      return row;
    };
    for (const dimensions of [2, 3, 8, 20]) expect(rank(dimensions, firstDigits)).toBe(dimensions);
    expect(rank(SOBOL_DIMENSIONS, firstDigits)).toBe(SOBOL_DIMENSIONS);
  });
});

/** First binary digit of direction number i of a dimension, by the recursion on m_i without a limit of digits. */
const numbers = new Map<number, bigint[]>();
function directionBit(dimension: number, i: number): boolean {
  let m = numbers.get(dimension);
  if (m === undefined) {
    m = [];
    if (dimension === 0) for (let k = 0; k < SOBOL_DIMENSIONS; k++) m.push(1n);
    else {
      const [polynomial = 0, ...initial] = sobolDirections[dimension - 1]!;
      const s = initial.length;
      for (let k = 0; k < SOBOL_DIMENSIONS; k++) {
        if (k < s) m.push(BigInt(initial[k]!));
        else {
          let value = m[k - s]! ^ (m[k - s]! << BigInt(s));
          for (let j = 1; j < s; j++) if ((polynomial >> (s - j)) & 1) value ^= m[k - j]! << BigInt(j);
          m.push(value);
        }
      }
    }
    numbers.set(dimension, m);
  }
  // v_i = m_i/2^i, so its first digit is digit i − 1 of m_i.
  return ((m[i]! >> BigInt(i)) & 1n) === 1n;
}

/** Rank over the field of two elements of the leading block of a size. */
function rank(size: number, rowOf: (d: number) => bigint): number {
  const mask = (1n << BigInt(size)) - 1n;
  const pivots: bigint[] = [];
  for (let d = 0; d < size; d++) {
    let row = rowOf(d) & mask;
    for (const pivot of pivots) if ((row ^ pivot) < row) row ^= pivot;
    if (row !== 0n) pivots.push(row);
  }
  return pivots.length;
}

describe("points", () => {
  it("are those of scipy 1.17.1, stats.qmc.Sobol(256, scramble=False)", () => {
    const sequence = sobolSequence(256);
    const at = [0, 1, 2, 3, 7, 20, 63, 127, 255];
    const known: Record<number, number[]> = {
      0: [0, 0, 0, 0, 0, 0, 0, 0, 0],
      1: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      2: [0.75, 0.25, 0.25, 0.25, 0.75, 0.25, 0.75, 0.25, 0.75],
      3: [0.25, 0.75, 0.75, 0.75, 0.25, 0.75, 0.25, 0.75, 0.25],
      5: [0.875, 0.875, 0.125, 0.375, 0.375, 0.625, 0.625, 0.125, 0.875],
      100: [0.4140625, 0.2578125, 0.7734375, 0.7265625, 0.4765625, 0.7578125, 0.6484375, 0.4609375, 0.5703125],
      777: [
        0.6923828125, 0.9365234375, 0.1630859375, 0.2744140625, 0.7626953125, 0.2373046875, 0.4267578125, 0.1181640625,
        0.6357421875,
      ],
      1023: [
        0.0009765625, 0.7529296875, 0.6123046875, 0.1455078125, 0.6181640625, 0.8662109375, 0.0400390625, 0.7001953125,
        0.8427734375,
      ],
    };
    const out = new Float64Array(256);
    for (const [index, expected] of Object.entries(known)) {
      sequence.point(Number(index), out);
      expect(at.map((d) => out[d])).toEqual(expected);
    }
  });
  it("have one in every interval of length 1/n, in every dimension", () => {
    for (const key of [undefined, keyFromSeed(3)]) {
      const sequence = sobolSequence(SOBOL_DIMENSIONS, key);
      const out = new Float64Array(SOBOL_DIMENSIONS);
      const seen = Array.from({ length: SOBOL_DIMENSIONS }, () => new Set<number>());
      for (let i = 0; i < 64; i++) sequence.point(i, out).forEach((x, d) => void seen[d]!.add(Math.floor(x * 64)));
      for (const cells of seen) expect(cells.size).toBe(64);
    }
  });
  it("fill all boxes of one area in the first two dimensions, a (0, 2)-sequence", () => {
    const sequence = sobolSequence(2, keyFromSeed(8));
    const out = new Float64Array(2);
    for (let wide = 0; wide <= 6; wide++) {
      const [columns, rows] = [1 << wide, 1 << (6 - wide)];
      const seen = new Set<number>();
      for (let i = 0; i < 64; i++) {
        sequence.point(i, out);
        seen.add(Math.floor(out[0]! * columns) * rows + Math.floor(out[1]! * rows));
      }
      expect(seen.size).toBe(64);
    }
  });
  it("reach the last of 2^32 and keep every digit", () => {
    const out = sobolSequence(3).point(4294967295, new Float64Array(3));
    // The Gray code of 2^32 − 1 is 2^31: the last direction number alone.
    [0, 1, 2].forEach((d) => void expect(out[d]).toBe(sobolDirectionNumbers(d)[SOBOL_DIGITS - 1]! / 4294967296));
  });
  it("are shifted by the key, never onto an edge", () => {
    const [plain, shifted, other] = [sobolSequence(5), sobolSequence(5, keyFromSeed(1)), sobolSequence(5, [2, 0])];
    const [a, b, c] = [new Float64Array(5), new Float64Array(5), new Float64Array(5)];
    const differences = new Set<number>();
    for (let i = 0; i < 200; i++) {
      plain.point(i, a);
      shifted.point(i, b);
      other.point(i, c);
      for (let d = 0; d < 5; d++) expect(b[d]! > 0 && b[d]! < 1 && b[d] !== c[d]).toBe(true);
      differences.add((Math.floor(a[4]! * 4294967296) ^ Math.floor(b[4]! * 4294967296)) >>> 0);
    }
    expect(differences.size).toBe(1);
  });
  it("are refused beyond the table", () => {
    for (const dimensions of [0, 1.5, SOBOL_DIMENSIONS + 1, Number.NaN])
      expect(() => sobolSequence(dimensions)).toThrow(/1 to 256 dimensions/);
  });
});
