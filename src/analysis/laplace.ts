import { FronteraError } from "../errors.ts";
import { cholesky, solveCholesky, solveLower, solveUpper } from "../math/linear-algebra.ts";

/** A least-squares problem with a Gaussian prior: what draws are to be found for. */
export interface LaplaceProblem {
  /** Covariance of the prior, whose mean is 0; its diagonal is 1 for standard coordinates. [row·n + column] */
  readonly prior: Float64Array;
  /** Where the search begins. [n] */
  readonly start: ArrayLike<number>;
  /** Residuals of many points at once, each over its noise; all of one length. */
  readonly residuals: (points: readonly Float64Array[]) => readonly ArrayLike<number>[];
  /**
   * By how much the proposal is wider than the posterior in the directions that the data tell of: their precision is divided by
   * it. Above 1 (default) where the problem bends, so that no draw in a far corner gets a weight of its own.
   */
  readonly wider?: number;
}

/** Draws near the posterior, with what is needed to weigh them. */
export interface LaplaceDraws {
  /** Most probable point of the linearised problem. [n] */
  readonly mode: Float64Array;
  /** Sum of squared residuals at the mode. */
  readonly misfit: number;
  /** Point of a vector of independent standard normal numbers. */
  point(normal: ArrayLike<number>): Float64Array;
  /**
   * Log of the weight that makes such a point a draw of the posterior: posterior over proposal, 0 at the mode.
   * `squares`: sum of squared residuals at the point.
   */
  logWeight(point: ArrayLike<number>, normal: ArrayLike<number>, squares: number): number;
}

/** Half the distance between two points of a central difference [prior standard deviations]. */
const STEP = 0.1;
const MOST_STEPS = 8;
/** The search ends where a step gains less than this in the logarithm of the posterior. */
const ENOUGH = 0.05;

/**
 * Gaussian proposal for draws from the posterior of a nonlinear least-squares problem: Gauss–Newton to the mode, covariance
 * (P⁻¹ + JᵀJ/wider)⁻¹ there (Laplace approximation; Tierney & Kadane 1986, doi:10.1080/01621459.1986.10478240), to be corrected by
 * importance weights (Kloek & van Dijk 1978, doi:10.2307/1913641). Error: `no-mode` where a residual at the start is no number.
 */
export function laplaceDraws({ prior, start, residuals, wider = 1 }: LaplaceProblem): LaplaceDraws {
  const n = start.length;
  const priorLower = cholesky(prior, n);
  const energy = (point: ArrayLike<number>) => {
    const white = solveLower(priorLower, n, point);
    return white.reduce((sum, value) => sum + value * value, 0);
  };
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const column = solveCholesky(
      priorLower,
      n,
      Float64Array.from({ length: n }, (_, i) => (i === j ? 1 : 0)),
    );
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i]!;
  }
  let mode = Float64Array.from(start);
  let [own] = residuals([mode]) as [ArrayLike<number>];
  let value = squaresOf(own) + energy(mode);
  if (!Number.isFinite(value))
    throw new FronteraError({ code: "no-mode", message: "the equations give no number at the central values" });
  let precision = inverse;
  for (let step = 0; step < MOST_STEPS; step++) {
    const jacobian = jacobianAt(mode, residuals);
    precision = inverse.slice();
    const gradient = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) gradient[i]! -= inverse[i * n + j]! * mode[j]!;
      for (let r = 0; r < own.length; r++) gradient[i]! -= jacobian[i]![r]! * own[r]!;
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let r = 0; r < own.length; r++) sum += jacobian[i]![r]! * jacobian[j]![r]!;
        precision[i * n + j]! += sum;
        if (i !== j) precision[j * n + i]! += sum;
      }
    }
    const move = solveCholesky(cholesky(precision, n), n, gradient);
    // The step is halved until it gains; all halvings are tried at once.
    const trials = [1, 0.5, 0.25, 0.125].map((share) => Float64Array.from(mode, (z, i) => z + share * move[i]!));
    const tried = residuals(trials).map((of, t) => ({
      of,
      point: trials[t]!,
      value: squaresOf(of) + energy(trials[t]!),
    }));
    const best = tried.reduce((a, b) => (b.value < a.value ? b : a));
    if (!(best.value < value)) break;
    const gain = value - best.value;
    ({ of: own, point: mode, value } = { ...best, point: Float64Array.from(best.point) });
    if (gain < ENOUGH) break;
  }
  const lower = cholesky(
    precision.map((value, k) => inverse[k]! + (value - inverse[k]!) / wider),
    n,
  );
  const upper = transposed(lower, n);
  const atMode = value;
  return {
    mode,
    misfit: squaresOf(own),
    point: (normal) => {
      const away = solveUpper(upper, n, normal);
      return Float64Array.from(mode, (z, i) => z + away[i]!);
    },
    logWeight: (point, normal, squares) => {
      let proposal = 0;
      for (let i = 0; i < n; i++) proposal += normal[i]! * normal[i]!;
      return (atMode - squares - energy(point) + proposal) / 2;
    },
  };
}

/** Derivatives of the residuals by central differences. [coordinate][residual] */
function jacobianAt(at: Float64Array, residuals: LaplaceProblem["residuals"]): Float64Array[] {
  const points = Array.from(at).flatMap((_, i) =>
    [STEP, -STEP].map((step) => Float64Array.from(at, (z, j) => (i === j ? z + step : z))),
  );
  const found = residuals(points);
  return Array.from(at, (_, i) => {
    const [above, below] = [found[2 * i]!, found[2 * i + 1]!];
    return Float64Array.from(above, (value, r) => {
      const slope = (value - below[r]!) / (2 * STEP);
      return Number.isFinite(slope) ? slope : 0;
    });
  });
}

function squaresOf(residuals: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < residuals.length; i++) sum += residuals[i]! * residuals[i]!;
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}

function transposed(lower: ArrayLike<number>, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => lower[(k % n) * n + Math.floor(k / n)]!);
}
