/** Dense linear algebra on small matrices: Float64Array in row-major order, [row·n + column]. */
import { FronteraError } from "../errors.ts";
import { log } from "./elementary/index.ts";

/**
 * Lower triangle L with L·Lᵀ = a, zeros above, of a symmetric positive definite matrix (Golub & Van Loan 2013, Matrix
 * Computations, 4.2; only the lower triangle of a is read). Throws `not-positive-definite`.
 */
export function cholesky(a: ArrayLike<number>, n: number): Float64Array {
  if (a.length !== n * n) throw wrongSize("matrix", `${n} × ${n} numbers`, a.length);
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i !== j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > 0 && sum < Number.POSITIVE_INFINITY) lower[i * n + i] = Math.sqrt(sum);
      else
        throw new FronteraError({
          code: "not-positive-definite",
          message: `matrix is not positive definite at row ${i + 1}`,
          expected: "a pivot above 0",
          received: String(sum),
          hint: "add noise to the diagonal or leave out rows that repeat others",
        });
    }
  return lower;
}

/** x with L·x = b, for a lower triangle L; what stands above its diagonal is not read. */
export function solveLower(lower: ArrayLike<number>, n: number, b: ArrayLike<number>): Float64Array {
  if (b.length !== n) throw wrongSize("right-hand side", `${n} numbers`, b.length);
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let j = 0; j < i; j++) sum -= lower[i * n + j]! * x[j]!;
    x[i] = sum / lower[i * n + i]!;
  }
  return x;
}

/** x with U·x = b, for an upper triangle U; what stands below its diagonal is not read. */
export function solveUpper(upper: ArrayLike<number>, n: number, b: ArrayLike<number>): Float64Array {
  if (b.length !== n) throw wrongSize("right-hand side", `${n} numbers`, b.length);
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let j = i + 1; j < n; j++) sum -= upper[i * n + j]! * x[j]!;
    x[i] = sum / upper[i * n + i]!;
  }
  return x;
}

/** x with L·Lᵀ·x = b, for the lower triangle of `cholesky`. */
export function solveCholesky(lower: ArrayLike<number>, n: number, b: ArrayLike<number>): Float64Array {
  const x = solveLower(lower, n, b);
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < n; j++) sum -= lower[j * n + i]! * x[j]!;
    x[i] = sum / lower[i * n + i]!;
  }
  return x;
}

/** Natural log of the determinant of L·Lᵀ. */
export function logDeterminant(lower: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += log(lower[i * n + i]!);
  return 2 * sum;
}

export interface LeastSquares {
  /** Coefficient of every column; 0 for a column that depends on others already taken. [column] */
  readonly coefficients: Float64Array;
  /** Number of columns that do not depend on others. */
  readonly rank: number;
  /** Sum of the squares of what is left of b. */
  readonly residual: number;
}

/**
 * Coefficients x that make |Σ x_j·column_j − b|² least, by Householder reflections that take the longest remaining column
 * first (Businger & Golub 1965, doi:10.1007/BF01436084), so that columns that repeat others do no harm. The inputs
 * are not changed. [column][row], [row]
 */
export function leastSquares(columns: readonly ArrayLike<number>[], b: ArrayLike<number>): LeastSquares {
  return leastSquaresOn(columns, b.length)(b);
}

/** The same for many right-hand sides of `rows` numbers: the columns are reflected once. */
export function leastSquaresOn(
  columns: readonly ArrayLike<number>[],
  rows: number,
): (b: ArrayLike<number>) => LeastSquares {
  const work = columns.map((column) => {
    if (column.length !== rows) throw wrongSize("column", `${rows} numbers`, column.length);
    return Float64Array.from(column);
  });
  const order = columns.map((_, j) => j);
  const diagonal: number[] = [];
  // Half the square of the length of every reflection.
  const halves: number[] = [];
  // Lengths as they came: a column that shrinks to rounding error of its own length depends on those before it.
  const lengths = work.map((column) => Math.sqrt(squares(column, 0)));
  let rank = 0;
  for (; rank < Math.min(rows, work.length); rank++) {
    let best = -1;
    let longest = 0;
    for (let k = rank; k < order.length; k++) {
      const length = Math.sqrt(squares(work[order[k]!]!, rank));
      if (length > 1e-11 * lengths[order[k]!]! && length > longest) {
        longest = length;
        best = k;
      }
    }
    if (best < 0) break;
    [order[rank], order[best]] = [order[best]!, order[rank]!];
    const pivot = work[order[rank]!]!;
    const sign = pivot[rank]! < 0 ? -1 : 1;
    // Reflection I − v·vᵀ/h, with v in place of the column below the diagonal.
    pivot[rank]! += sign * longest;
    const half = longest * Math.abs(pivot[rank]!);
    for (let k = rank + 1; k < order.length; k++) reflect(pivot, half, work[order[k]!]!, rank);
    diagonal.push(-sign * longest);
    halves.push(half);
  }
  return (b) => {
    if (b.length !== rows) throw wrongSize("right-hand side", `${rows} numbers`, b.length);
    const right = Float64Array.from(b);
    for (let i = 0; i < rank; i++) reflect(work[order[i]!]!, halves[i]!, right, i);
    const coefficients = new Float64Array(columns.length);
    for (let i = rank - 1; i >= 0; i--) {
      let sum = right[i]!;
      for (let k = i + 1; k < rank; k++) sum -= work[order[k]!]![i]! * coefficients[order[k]!]!;
      coefficients[order[i]!] = sum / diagonal[i]!;
    }
    return { coefficients, rank, residual: squares(right, rank) };
  };
}

/** Sum of the squares from a row on. */
function squares(column: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < column.length; i++) sum += column[i]! * column[i]!;
  return sum;
}

function reflect(v: Float64Array, half: number, column: Float64Array, from: number): void {
  let dot = 0;
  for (let i = from; i < v.length; i++) dot += v[i]! * column[i]!;
  const factor = dot / half;
  for (let i = from; i < v.length; i++) column[i]! -= factor * v[i]!;
}

function wrongSize(what: string, expected: string, received: number): FronteraError {
  return new FronteraError({
    code: "wrong-size",
    message: `${what} has the wrong size`,
    expected,
    received: `${received} numbers`,
  });
}
