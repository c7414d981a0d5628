import { describe, expect, it } from "vitest";
import {
  fillUniform,
  keyFromSeed,
  philox,
  standardNormal,
  subkey,
  uniform,
  uniformInteger,
  unitInterval,
} from "./random.ts";
import { regularizedGamma } from "./special.ts";

describe("philox4x32-10", () => {
  // Known answers of Random123 1.14 (Salmon et al. 2011), file kat_vectors.
  const known: [number[], number[], number[]][] = [
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ];
  it("gives the known answers", () => {
    for (const [c, k, expected] of known) {
      const out = philox(c[0]!, c[1]!, c[2]!, c[3]!, k[0]!, k[1]!, new Uint32Array(4));
      expect([...out]).toEqual(expected);
    }
  });
});

describe("uniform", () => {
  const key = keyFromSeed(2023);
  it("is open at both ends and symmetric", () => {
    expect(unitInterval(0, 0)).toBe(2 ** -53);
    expect(unitInterval(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53);
  });
  it("fills the same numbers in bulk, from any start", () => {
    for (const first of [0, 1, 7, 2 ** 33 + 1]) {
      const bulk = fillUniform(key, 5, first, new Float64Array(9));
      expect([...bulk]).toEqual(Array.from({ length: 9 }, (_, i) => uniform(key, 5, first + i)));
    }
  });
  it("depends on every bit of key, draw and index", () => {
    const base = uniform(key, 3, 4);
    const others = [
      uniform([key[0] ^ 1, key[1]], 3, 4),
      uniform([key[0], key[1] ^ 0x80000000], 3, 4),
      uniform(key, 3 + 2 ** 32, 4),
      uniform(key, 4, 4),
      uniform(key, 3, 5),
      uniform(key, 3, 4 + 2 ** 33),
    ];
    expect(new Set([base, ...others]).size).toBe(7);
  });
  it("fills 256 cells evenly and without correlation between neighbours in draw and index", () => {
    for (const [draws, indices] of [
      [1, 65536],
      [65536, 1],
      [256, 256],
    ] as const) {
      const cells = new Float64Array(256);
      let last = 0.5;
      let product = 0;
      for (let d = 0; d < draws; d++)
        for (let i = 0; i < indices; i++) {
          const u = uniform(key, d, i);
          cells[Math.floor(u * 256)]! += 1;
          product += (u - 0.5) * (last - 0.5);
          last = u;
        }
      const chi2 = cells.reduce((sum, n) => sum + (n - 256) ** 2 / 256, 0);
      const p = regularizedGamma(255 / 2, chi2 / 2).upper;
      expect(p, `${draws} × ${indices}`).toBeGreaterThan(1e-3);
      expect(p).toBeLessThan(1 - 1e-3);
      expect(Math.abs((product / 65536) * 12)).toBeLessThan(4 / 256);
    }
  });
  it("refuses seeds that are not whole numbers", () => {
    for (const seed of [-1, 0.5, NaN, 2 ** 53]) expect(() => keyFromSeed(seed)).toThrow(/whole number/);
    expect(keyFromSeed(2 ** 32 + 7)).toEqual([7, 1]);
  });
});

describe("subkey", () => {
  const key = keyFromSeed(1);
  it("is different for names that are near each other", () => {
    const names = ["", "a", "b", "aa", "ab", "a\0", "eta", "theta", "abcdefgh", "abcdefg", "abcdefghi", "x".repeat(99)];
    expect(new Set(names.map((name) => subkey(key, name).join())).size).toBe(names.length);
    expect(subkey(key, "eta")).not.toEqual(subkey(keyFromSeed(2), "eta"));
    expect(subkey(key, "eta")).toEqual(subkey(key, "eta"));
  });
  it("gives streams without correlation", () => {
    let sum = 0;
    for (let i = 0; i < 20000; i++)
      sum += (uniform(subkey(key, "eta"), i, 0) - 0.5) * (uniform(subkey(key, "theta"), i, 0) - 0.5) * 12;
    expect(Math.abs(sum / 20000)).toBeLessThan(4 / Math.sqrt(20000));
  });
  it("does not change between versions", () => {
    expect(uniform(subkey(keyFromSeed(20231227), "cartels.recruitment"), 0, 0)).toBe(0.8802997287090769);
  });
});

it("standard normal numbers have the moments of the normal distribution", () => {
  const key = keyFromSeed(4);
  const sums = [0, 0, 0, 0];
  const n = 40000;
  for (let i = 0; i < n; i++) {
    const z = standardNormal(key, i, 0);
    for (let k = 0; k < 4; k++) sums[k]! += z ** (k + 1) / n;
  }
  const sd = [1, Math.sqrt(2), Math.sqrt(15), Math.sqrt(96)];
  [0, 1, 0, 3].forEach((moment, k) => {
    expect(Math.abs(sums[k]! - moment) * Math.sqrt(n)).toBeLessThan(4 * sd[k]!);
  });
});

it("uniform integers stay in range", () => {
  const key = keyFromSeed(9);
  const seen = new Set(Array.from({ length: 500 }, (_, i) => uniformInteger(key, i, 0, 7)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
