/** A function to be made small inside a box. */
export interface BoxProblem {
  readonly value: (x: Float64Array) => number;
  /** Writes the gradient at `x` into `out`; central differences where left out. */
  readonly gradient?: (x: Float64Array, out: Float64Array) => void;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
  readonly start: ArrayLike<number>;
}

export interface QuasiNewtonOptions {
  /** Ends when a step lowers the value by no more than this share of it (default 1e-12). */
  readonly reduction?: number;
  /** Ends when no component of the projected gradient, in units of value a width of the box, is larger (default 1e-6). */
  readonly slope?: number;
  readonly iterations?: number;
}

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  /** −1 at the lower bound, 1 at the upper, 0 inside. */
  readonly bound: Int8Array;
  readonly iterations: number;
  readonly evaluations: number;
  readonly converged: boolean;
}

/** Difference of a numerical derivative, as a share of the width of the box: about the cube root of the rounding error. */
const DIFFERENCE = 1e-5;
/** Share of the predicted decrease that a step must bring (Armijo). */
const ENOUGH = 1e-4;
/** A step shorter than this share of the box is no step. */
const SHORTEST = 1e-14;

/**
 * Projected BFGS: makes `value` small for low ≤ x ≤ high. Coordinates are shares of the width of the box, so parameters of
 * any size are treated alike; variables at a bound that the gradient holds there are left out of the Newton system, and
 * steps bend at the bounds. Meant for few variables and smooth functions; a local method.
 * Bertsekas 1982, SIAM J. Control Optim. 20:221; Nocedal & Wright 2006, Numerical Optimization, ch. 6 and procedure 18.2
 * (damped update).
 */
export function minimizeInBox(problem: BoxProblem, options: QuasiNewtonOptions = {}): Minimum {
  const { reduction = 1e-12, slope = 1e-6, iterations = 200 } = options;
  const box = new Box(problem);
  const n = box.size;
  let u = box.start();
  let value = box.value(u);
  if (!Number.isFinite(value)) throw new RangeError("the function is not finite at the start");
  let gradient = box.gradient(u);
  const hessian = identity(n);
  let scaled = false;
  let done = 0;
  let converged = false;
  while (done < iterations) {
    if (projectedSlope(u, gradient) <= slope) {
      converged = true;
      break;
    }
    const direction = newtonDirection(hessian, u, gradient);
    const step = search(box, u, value, gradient, direction, scaled ? 1 : 0.1 / Math.max(...direction.map(Math.abs)));
    if (step === undefined) {
      // A bad model of curvature is given up once; along the gradient itself there is nothing left to gain.
      if (!scaled) {
        converged = true;
        break;
      }
      hessian.forEach((row, i) => {
        row.fill(0);
        row[i] = 1;
      });
      scaled = false;
      done++;
      continue;
    }
    done++;
    const next = box.gradient(step.u);
    update(hessian, difference(step.u, u), difference(next, gradient), !scaled);
    scaled = true;
    const gained = value - step.value;
    u = step.u;
    value = step.value;
    gradient = next;
    if (gained <= reduction * Math.max(Math.abs(value), Number.MIN_VALUE)) {
      converged = true;
      break;
    }
  }
  return {
    x: box.point(u),
    value,
    bound: Int8Array.from(u, (share) => (share <= 0 ? -1 : share >= 1 ? 1 : 0)),
    iterations: done,
    evaluations: box.evaluations,
    converged,
  };
}

/** The problem in shares of the width of the box. */
class Box {
  readonly size: number;
  evaluations = 0;
  readonly #problem: BoxProblem;
  readonly #x: Float64Array;

  constructor(problem: BoxProblem) {
    const { low, high, start } = problem;
    this.#problem = problem;
    this.size = start.length;
    this.#x = new Float64Array(this.size);
    for (let i = 0; i < this.size; i++)
      if (!(low[i]! < high[i]! && Number.isFinite(high[i]! - low[i]!) && Number.isFinite(start[i]!)))
        throw new RangeError(`variable ${i} has no box: ${low[i]} to ${high[i]} from ${start[i]}`);
  }

  start(): Float64Array {
    const { low, high, start } = this.#problem;
    return Float64Array.from({ length: this.size }, (_, i) => clip((start[i]! - low[i]!) / (high[i]! - low[i]!)));
  }

  /** The bounds themselves where a share is 0 or 1. */
  point(u: Float64Array, out: Float64Array = new Float64Array(this.size)): Float64Array {
    const { low, high } = this.#problem;
    for (let i = 0; i < this.size; i++) out[i] = u[i]! >= 1 ? high[i]! : low[i]! + u[i]! * (high[i]! - low[i]!);
    return out;
  }

  value(u: Float64Array): number {
    this.evaluations++;
    return this.#problem.value(this.point(u, this.#x));
  }

  gradient(u: Float64Array): Float64Array {
    const { low, high, gradient } = this.#problem;
    const out = new Float64Array(this.size);
    if (gradient !== undefined) {
      gradient(this.point(u, this.#x), out);
      for (let i = 0; i < this.size; i++) out[i]! *= high[i]! - low[i]!;
      return out;
    }
    const moved = Float64Array.from(u);
    for (let i = 0; i < this.size; i++) {
      // Central, and second-order one-sided next to a bound: the function is never asked for outside its box.
      const inward = u[i]! < DIFFERENCE ? 1 : u[i]! > 1 - DIFFERENCE ? -1 : 0;
      const at = (shift: number) => {
        moved[i] = u[i]! + shift * DIFFERENCE;
        return this.value(moved);
      };
      out[i] =
        inward === 0
          ? (at(1) - at(-1)) / (2 * DIFFERENCE)
          : (inward * (4 * at(inward) - 3 * at(0) - at(2 * inward))) / (2 * DIFFERENCE);
      moved[i] = u[i]!;
    }
    return out;
  }
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Whether the gradient holds a variable at the bound where it stands. */
function held(u: Float64Array, gradient: Float64Array, i: number): boolean {
  return (u[i]! <= 0 && gradient[i]! > 0) || (u[i]! >= 1 && gradient[i]! < 0);
}

function projectedSlope(u: Float64Array, gradient: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < u.length; i++) if (!held(u, gradient, i)) largest = Math.max(largest, Math.abs(gradient[i]!));
  return largest;
}

/** −B⁻¹g over the variables that are free to move; 0 for the others. */
function newtonDirection(hessian: readonly Float64Array[], u: Float64Array, gradient: Float64Array): Float64Array {
  const free = Array.from(u, (_, i) => i).filter((i) => !held(u, gradient, i));
  const direction = new Float64Array(u.length);
  const solution = solvePositive(
    free.map((i) => free.map((j) => hessian[i]![j]!)),
    free.map((i) => -gradient[i]!),
  );
  free.forEach((i, k) => {
    direction[i] = solution[k]!;
  });
  return direction;
}

/** Cholesky: `matrix` is positive definite, which the damped update keeps. */
function solvePositive(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const lower = matrix.map((row) => [...row]);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(Math.max(rest, 1e-300)) : rest / lower[j]![j]!;
    }
  const x = [...right];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** Backtracks along the path that bends at the bounds until the decrease is worth the step. */
function search(
  box: Box,
  u: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  first: number,
): { u: Float64Array; value: number } | undefined {
  for (let length = first; ; length *= 0.5) {
    const next = u.map((share, i) => clip(share + length * direction[i]!));
    const move = difference(next, u);
    if (!(Math.max(...move.map(Math.abs)) >= SHORTEST)) return undefined;
    const expected = dot(gradient, move);
    const found = box.value(next);
    if (expected < 0 && found < value && found <= value + ENOUGH * expected) return { u: next, value: found };
  }
}

/** Damped BFGS update of the Hessian with the step `s` and the change `y` of the gradient. */
function update(hessian: Float64Array[], s: Float64Array, y: Float64Array, first: boolean): void {
  if (first) {
    const scale = dot(y, y) / dot(s, y);
    if (scale > 0 && Number.isFinite(scale))
      hessian.forEach((row, i) => {
        row.fill(0);
        row[i] = scale;
      });
  }
  const bs = Float64Array.from(hessian, (row) => dot(row, s));
  const sbs = dot(s, bs);
  if (!(sbs > 0)) return;
  const sy = dot(s, y);
  const damping = sy >= 0.2 * sbs ? 1 : (0.8 * sbs) / (sbs - sy);
  const r = y.map((change, i) => damping * change + (1 - damping) * bs[i]!);
  const sr = dot(s, r);
  if (!(sr > 0)) return;
  for (const [i, row] of hessian.entries())
    for (let j = 0; j < row.length; j++) row[j]! += (r[i]! * r[j]!) / sr - (bs[i]! * bs[j]!) / sbs;
}

function identity(n: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
