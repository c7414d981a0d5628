/** Means, variances, ranks and quantiles of weighted values, in one pass or by parts. */
import { FronteraError } from "../errors.ts";

/** What is kept of a stream of weighted values; parts of a stream can be put together again. */
export interface Moments {
  /** Number of values with a weight above 0. */
  readonly count: number;
  /** Sum of the weights. */
  readonly weight: number;
  /** Sum of the squares of the weights. */
  readonly squaredWeight: number;
  readonly mean: number;
  /** Weighted sum of the squared deviations from the mean. */
  readonly squares: number;
}

export const NO_MOMENTS: Moments = { count: 0, weight: 0, squaredWeight: 0, mean: 0, squares: 0 };

/** The moments with one more value (Welford 1962, doi:10.1080/00401706.1962.10490022; weighted: West 1979, doi:10.1145/359146.359153). */
export function addValue(moments: Moments, value: number, weight = 1): Moments {
  return weight === 0
    ? moments
    : mergeMoments(moments, { count: 1, weight, squaredWeight: weight * weight, mean: value, squares: 0 });
}

/** Moments of two parts together (Chan, Golub & LeVeque 1983, doi:10.1080/00031305.1983.10483115). */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.weight === 0) return b;
  if (b.weight === 0) return a;
  const weight = a.weight + b.weight;
  const shift = b.mean - a.mean;
  return {
    count: a.count + b.count,
    weight,
    squaredWeight: a.squaredWeight + b.squaredWeight,
    mean: a.mean + shift * (b.weight / weight),
    squares: a.squares + b.squares + shift * shift * ((a.weight * b.weight) / weight),
  };
}

/** Moments of values [i], each with its weight [i] or 1; two passes, so that nothing cancels. */
export function momentsOf(values: ArrayLike<number>, weights?: ArrayLike<number>): Moments {
  requireSameLength(values, weights);
  let [count, weight, squaredWeight, sum] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    count++;
    weight += w;
    squaredWeight += w * w;
    sum += w * values[i]!;
  }
  if (count === 0) return NO_MOMENTS;
  const rough = sum / weight;
  let [first, second] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    const d = values[i]! - rough;
    first += w * d;
    second += w * d * d;
  }
  const correction = first / weight;
  return {
    count,
    weight,
    squaredWeight,
    mean: rough + correction,
    squares: Math.max(0, second - first * correction),
  };
}

/** Unbiased variance: Σw(x − mean)²/(Σw − Σw²/Σw), which is Σ(x − mean)²/(n − 1) for equal weights; NaN of one value. */
export function varianceOf(moments: Moments): number {
  return moments.count < 2 ? Number.NaN : moments.squares / effectiveCount(moments.weight, moments.squaredWeight);
}

/** Weighted mean; NaN without values. */
export function mean(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const moments = momentsOf(values, weights);
  return moments.count === 0 ? Number.NaN : moments.mean;
}

/** Unbiased weighted variance, see `varianceOf`. */
export function variance(values: ArrayLike<number>, weights?: ArrayLike<number>): number {
  return varianceOf(momentsOf(values, weights));
}

/** Unbiased weighted covariance; of a thing with itself the variance. */
export function covariance(x: ArrayLike<number>, y: ArrayLike<number>, weights?: ArrayLike<number>): number {
  requireSameLength(x, y);
  const [a, b] = [momentsOf(x, weights), momentsOf(y, weights)];
  if (a.count < 2) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w !== 0) sum += w * (x[i]! - a.mean) * (y[i]! - b.mean);
  }
  return sum / effectiveCount(a.weight, a.squaredWeight);
}

/**
 * Quantiles of weighted values at probabilities [k]. The value i of the sorted ones stands at the middle of its weight,
 * (Σ_{j<i} w_j + w_i/2)/Σw, with straight lines between and the extremes beyond: definition 5 of Hyndman & Fan (1996,
 * doi:10.2307/2684934) for equal weights. NaN without values, or where a value with weight is NaN.
 */
export function quantiles(
  values: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  weights?: ArrayLike<number>,
): Float64Array {
  const order = sortedOrder(values, weights);
  const out = new Float64Array(probabilities.length).fill(Number.NaN);
  const n = order.length;
  if (n === 0 || Number.isNaN(values[order[n - 1]!]!)) return out;
  const middles = new Float64Array(n);
  let below = 0;
  for (let i = 0; i < n; i++) {
    const w = weights === undefined ? 1 : weights[order[i]!]!;
    middles[i] = below + w / 2;
    below += w;
  }
  for (let k = 0; k < out.length; k++) {
    const p = probabilities[k]!;
    if (!(p >= 0 && p <= 1)) continue;
    const target = p * below;
    // First place whose middle is not below the target.
    let [low, high] = [0, n];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (middles[middle]! < target) low = middle + 1;
      else high = middle;
    }
    const right = values[order[Math.min(low, n - 1)]!]!;
    const left = values[order[Math.max(low - 1, 0)]!]!;
    if (low === 0 || low === n || left === right) out[k] = low === 0 ? right : low === n ? left : right;
    else {
      const part = (target - middles[low - 1]!) / (middles[low]! - middles[low - 1]!);
      out[k] = left * (1 - part) + right * part;
    }
  }
  return out;
}

/** One quantile, see `quantiles`. */
export function quantile(values: ArrayLike<number>, probability: number, weights?: ArrayLike<number>): number {
  return quantiles(values, [probability], weights)[0]!;
}

/**
 * Ranks from 1, ties sharing the average of theirs (Kendall 1945, doi:10.1093/biomet/33.3.239). With weights, the rank a
 * value would have if every value stood there as many times as its weight says. [i]; NaN for NaN and for weight 0.
 */
export function ranks(values: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  const order = sortedOrder(values, weights);
  const out = new Float64Array(values.length).fill(Number.NaN);
  let below = 0;
  for (let i = 0; i < order.length; ) {
    const value = values[order[i]!]!;
    if (Number.isNaN(value)) break;
    let tie = 0;
    let end = i;
    for (; end < order.length && values[order[end]!] === value; end++)
      tie += weights === undefined ? 1 : weights[order[end]!]!;
    for (; i < end; i++) out[order[i]!] = below + (tie + 1) / 2;
    below += tie;
  }
  return out;
}

/** Places of the values with a weight above 0, from the smallest value to the largest, NaN last. */
function sortedOrder(values: ArrayLike<number>, weights?: ArrayLike<number>): Uint32Array {
  requireSameLength(values, weights);
  let count = 0;
  const order = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) if (weights === undefined || weights[i]! !== 0) order[count++] = i;
  return order.subarray(0, count).sort((i, j) => {
    const [x, y] = [values[i]!, values[j]!];
    if (x < y) return -1;
    if (x > y) return 1;
    return x === y ? i - j : Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || i - j;
  });
}

function effectiveCount(weight: number, squaredWeight: number): number {
  return weight - squaredWeight / weight;
}

function requireSameLength(values: ArrayLike<number>, others: ArrayLike<number> | undefined): void {
  if (others !== undefined && others.length !== values.length)
    throw new FronteraError({
      code: "different-lengths",
      message: "arrays that belong together differ in length",
      expected: String(values.length),
      received: String(others.length),
    });
}
