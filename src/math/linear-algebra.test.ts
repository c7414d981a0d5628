import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FronteraError } from "../errors.ts";
import { cholesky, leastSquares, logDeterminant, solveCholesky, solveLower, solveUpper } from "./linear-algebra.ts";
import { keyFromSeed, standardNormal } from "./random.ts";

const close = (found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) => {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(Math.abs(found[i]! - expected[i]!)).toBeLessThanOrEqual(tolerance);
};
const normal = (seed: number, length: number) =>
  Float64Array.from({ length }, (_, i) => standardNormal(keyFromSeed(seed), i, 0));

/** AᵀA + I of random numbers. */
function positiveDefinite(seed: number, n: number): Float64Array {
  const a = normal(seed, n * n);
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = i === j ? 1 : 0;
    for (let k = 0; k < n; k++) sum += a[k * n + i]! * a[k * n + j]!;
    return sum;
  });
}

describe("cholesky", () => {
  // Known by hand: rows (4, 12, −16), (12, 37, −43), (−16, −43, 98).
  const a = [4, 12, -16, 12, 37, -43, -16, -43, 98];
  const lower = cholesky(a, 3);
  it("finds the triangle and the determinant", () => {
    expect([...lower]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
    expect(logDeterminant(lower, 3)).toBeCloseTo(Math.log(36), 14);
  });
  it("solves", () => {
    expect([...solveLower(lower, 3, [2, 7, 0])]).toEqual([1, 1, 1]);
    expect([...solveUpper([2, 6, -8, 9, 1, 5, 9, 9, 3], 3, [0, 6, 3])]).toEqual([1, 1, 1]);
    close(solveCholesky(lower, 3, [0, 6, 39]), [1, 1, 1], 1e-12);
  });
  it("undoes random matrices", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 12 }), (seed, n) => {
        const matrix = positiveDefinite(seed, n);
        const x = normal(seed + 1, n);
        const b = x.map((_, i) => x.reduce((sum, value, j) => sum + matrix[i * n + j]! * value, 0));
        close(solveCholesky(cholesky(matrix, n), n, b), x, 1e-9);
      }),
      { seed: 4, numRuns: 50 },
    );
  });
  it("refuses what is not positive definite, not finite or not square", () => {
    for (const bad of [
      [1, 2, 2, 1],
      [0, 0, 0, 1],
      [1, 0, 0, Number.NaN],
      [Number.POSITIVE_INFINITY, 0, 0, 1],
    ])
      expect(() => cholesky(bad, 2)).toThrow(/not positive definite/);
    expect(() => cholesky([1, 2, 3], 2)).toThrow(FronteraError);
    expect(() => solveLower(lower, 3, [1])).toThrow(/wrong size/);
  });
});

describe("least squares", () => {
  it("fits a line", () => {
    // Through (0, 1), (1, 3), (2, 4): slope 1.5, intercept 7/6, residual 1/6.
    const fit = leastSquares(
      [
        [1, 1, 1],
        [0, 1, 2],
      ],
      [1, 3, 4],
    );
    close(fit.coefficients, [7 / 6, 1.5], 1e-14);
    expect(fit.residual).toBeCloseTo(1 / 6, 14);
    expect(fit.rank).toBe(2);
  });
  it("leaves a rest at right angles to every column, of any scale, and the inputs as they were", () => {
    const columns = [1, 1e-8, 1e8, 3].map((scale, j) => normal(j, 40).map((x) => x * scale));
    const before = columns.map((column) => [...column]);
    const b = normal(9, 40);
    const { coefficients, rank, residual } = leastSquares(columns, b);
    expect(rank).toBe(4);
    expect(columns.map((column) => [...column])).toEqual(before);
    const rest = b.map((value, i) => columns.reduce((sum, column, j) => sum - coefficients[j]! * column[i]!, value));
    expect(rest.reduce((sum, x) => sum + x * x, 0) / residual).toBeCloseTo(1, 12);
    for (const column of columns) {
      const length = Math.sqrt(column.reduce((sum, x) => sum + x * x, 0));
      expect(Math.abs(column.reduce((sum, x, i) => sum + x * rest[i]!, 0)) / length).toBeLessThan(1e-12);
    }
  });
  it("takes one of columns that depend on each other", () => {
    const [x, y] = [normal(1, 30), normal(2, 30)];
    const b = x.map((value, i) => 2 * value - y[i]!);
    const sum = x.map((value, i) => value + y[i]!);
    const { coefficients, rank, residual } = leastSquares([x, x, y, sum, new Float64Array(30)], b);
    expect(rank).toBe(2);
    expect(coefficients.filter((value) => value !== 0).length).toBe(2);
    expect(coefficients[4]).toBe(0);
    expect(residual).toBeLessThan(1e-24);
    expect(coefficients[0]! + coefficients[1]! + coefficients[3]!).toBeCloseTo(2, 10);
  });
  it("has an answer without columns, without rows and with fewer rows than columns", () => {
    expect(leastSquares([], [3, 4])).toEqual({ coefficients: new Float64Array(0), rank: 0, residual: 25 });
    expect(leastSquares([[]], [])).toEqual({ coefficients: new Float64Array(1), rank: 0, residual: 0 });
    const { rank, residual } = leastSquares(
      [
        [1, 0],
        [1, 1],
        [0, 2],
      ],
      [3, 5],
    );
    expect(rank).toBe(2);
    expect(residual).toBeLessThan(1e-28);
    expect(() => leastSquares([[1]], [1, 2])).toThrow(/wrong size/);
  });
});
