/** Which inputs the spread of an output comes from, and what is known of those. */
import { FronteraError } from "../errors.ts";
import { leastSquaresOn } from "../math/linear-algebra.ts";
import { momentsOf, ranks } from "../math/statistics.ts";

export interface VarianceShares {
  /** Part of the explained spread that belongs to each input; adds to 1, or all 0 where nothing varies. [input] */
  readonly shares: Float64Array;
  /** Part of the variance of the output's ranks that the regression explains, R², from 0 to 1. */
  readonly explained: number;
}

/**
 * Squared standardised coefficients of a regression of the output's ranks on the inputs' ranks, made to add to 1 (Iman &
 * Conover 1979, doi:10.1080/00401706.1979.10489820; Saltelli et al. 2008, doi:10.1002/9780470725184, 1.2). Ranks make it
 * true to any output that rises or falls with its inputs; what it misses, humps and joint effects, is 1 − explained.
 * For inputs that are drawn independently, by many more draws than there are inputs.
 *
 * `inputs` [input][draw], `output` [draw], `weights` [draw], 1 where absent. Draws of weight 0 are left out; the others
 * must be numbers. An input that does not vary has share 0; of inputs that repeat each other one takes all.
 */
export function varianceShares(
  inputs: readonly ArrayLike<number>[],
  output: ArrayLike<number>,
  weights?: ArrayLike<number>,
): VarianceShares {
  return varianceSharer(inputs, weights)(output);
}

/** The same for several outputs of the same draws: the inputs are ranked, and their regression prepared, once. */
export function varianceSharer(
  inputs: readonly ArrayLike<number>[],
  weights?: ArrayLike<number>,
): (output: ArrayLike<number>) => VarianceShares {
  if (inputs.length === 0) return () => ({ shares: new Float64Array(0), explained: 0 });
  const draws = weights?.length ?? inputs[0]!.length;
  const used: number[] = [];
  for (let i = 0; i < draws; i++) if (weights === undefined || weights[i]! > 0) used.push(i);
  const own = weights === undefined ? undefined : Float64Array.from(used, (i) => weights[i]!);
  const roots = own?.map(Math.sqrt);
  const varying: number[] = [];
  const columns: Float64Array[] = [];
  inputs.forEach((input, k) => {
    const column = standardised(pick(input, used, draws, `input ${k + 1}`), own, roots);
    if (column === undefined) return;
    varying.push(k);
    columns.push(column);
  });
  const solve = leastSquaresOn(columns, used.length);
  return (output) => {
    const shares = new Float64Array(inputs.length);
    const right = standardised(pick(output, used, draws, "output"), own, roots);
    if (right === undefined) return { shares, explained: 0 };
    const { coefficients, residual } = solve(right);
    let sum = 0;
    for (const coefficient of coefficients) sum += coefficient * coefficient;
    if (!(sum > 0)) return { shares, explained: 0 };
    varying.forEach((k, j) => {
      shares[k] = (coefficients[j]! * coefficients[j]!) / sum;
    });
    // Columns are scaled to a length of 1, so the residual is a part of the whole.
    return { shares, explained: Math.min(1, Math.max(0, 1 - residual)) };
  };
}

/** Evidence grades in the order of `Grade` of the model declaration. */
export type GradeShares = Readonly<Record<"A" | "B" | "C", number>>;

/** Whole parts of a share: sums of grades come out exact, in any order. */
const PARTS = 1 << 30;

/**
 * Shares of the spread by the grade of the inputs' evidence, adding to exactly 1. Where nothing varies, {A: 0, B: 0,
 * C: 1}: of an outcome that is the same in all draws, nothing has been learnt from data.
 */
export function gradeShares(shares: ArrayLike<number>, grades: readonly ("A" | "B" | "C")[]): GradeShares {
  if (shares.length !== grades.length)
    throw new FronteraError({
      code: "different-lengths",
      message: "every share needs a grade",
      expected: `${shares.length} grades`,
      received: `${grades.length}`,
    });
  const sums = { A: 0, B: 0, C: 0 };
  grades.forEach((grade, i) => {
    sums[grade] += shares[i]!;
  });
  const total = sums.A + sums.B + sums.C;
  if (!(total > 0)) return { A: 0, B: 0, C: 1 };
  const parts = { A: whole(sums.A / total), B: whole(sums.B / total), C: whole(sums.C / total) };
  // Rounding is made up where it shows least, in the largest.
  const largest = parts.C >= parts.A && parts.C >= parts.B ? "C" : parts.B >= parts.A ? "B" : "A";
  parts[largest] += PARTS - parts.A - parts.B - parts.C;
  return { A: parts.A / PARTS, B: parts.B / PARTS, C: parts.C / PARTS };
}

function whole(share: number): number {
  return Math.round(share * PARTS);
}

/** The draws used, all of which must be numbers. */
function pick(values: ArrayLike<number>, used: readonly number[], length: number, what: string): Float64Array {
  if (values.length !== length)
    throw new FronteraError({
      code: "different-lengths",
      message: `variance shares: ${what} has another number of draws than the output`,
      expected: String(length),
      received: String(values.length),
    });
  const bad = used.find((i) => Number.isNaN(values[i]!));
  if (bad !== undefined)
    throw new FronteraError({
      code: "not-a-number",
      message: `variance shares: ${what} is not a number in draw ${bad}`,
      hint: "give draws that failed the weight 0",
    });
  return Float64Array.from(used, (i) => values[i]!);
}

/** Ranks about their mean, times the root of the weights, scaled to length 1; undefined where all are the same. */
function standardised(
  values: Float64Array,
  weights: Float64Array | undefined,
  roots: Float64Array | undefined,
): Float64Array | undefined {
  if (values.every((value) => value === values[0])) return undefined;
  const ranked = ranks(values, weights);
  const moments = momentsOf(ranked, weights);
  const length = Math.sqrt(moments.squares);
  return ranked.map((rank, i) => ((rank - moments.mean) / length) * (roots === undefined ? 1 : roots[i]!));
}
