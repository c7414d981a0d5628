import type { Method } from "./method.ts";

/**
 * Right-hand side of y′ = f(t, y): writes dy/dt, one element a state. `dydt` comes filled with NaN, so an element that is
 * left out shows; `y` belongs to the solver and must not be changed.
 */
export type RightHandSide = (t: number, y: Float64Array, dydt: Float64Array) => void;

/** Where the right-hand side may be read: from just after the last jump to just before the next. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** One step of a method, tried, judged and taken: owns the slopes of the stages and both ends of the step. */
export class Stepper {
  readonly method: Method;
  /** State at the start of the step. [state] */
  readonly y: Float64Array;
  /** State at its end, after `attempt`. [state] */
  readonly next: Float64Array;
  /** Calls of the right-hand side so far. */
  evaluations = 0;
  readonly #f: RightHandSide;
  readonly #k: Float64Array[];
  readonly #closing: Float64Array;
  readonly #staged: Float64Array;
  readonly #times: Float64Array;
  #window: Window = { from: 0, to: 0 };
  #h = 0;
  #closed = false;

  constructor(f: RightHandSide, method: Method, y0: ArrayLike<number>) {
    const { stages, firstSameAsLast } = method.tableau;
    this.method = method;
    this.#f = f;
    this.y = Float64Array.from(y0);
    this.next = this.y.slice();
    this.#staged = this.y.slice();
    this.#times = new Float64Array(stages);
    this.#k = Array.from({ length: stages }, () => new Float64Array(this.y.length));
    this.#closing = (firstSameAsLast ? this.#k[stages - 1] : undefined) ?? new Float64Array(this.y.length);
  }

  /** Slope at the start of the step. [state] */
  get slope(): Float64Array {
    return this.#k[0]!;
  }

  /** Reads the right-hand side. */
  evaluate(t: number, y: Float64Array, dydt: Float64Array): void {
    this.evaluations++;
    dydt.fill(Number.NaN);
    this.#f(t, y, dydt);
  }

  /** Enters a stretch without jumps: the slope at its start is read anew. False where it is not finite. */
  enter(window: Window): boolean {
    this.#window = window;
    this.#times[0] = window.from;
    this.evaluate(window.from, this.y, this.slope);
    return firstBad(this.slope) < 0;
  }

  /** Computes `next` for a step from `t` to `to`. False where it is not finite. */
  attempt(t: number, to: number): boolean {
    const { a, b, c, stages, firstSameAsLast } = this.method.tableau;
    const { from, to: until } = this.#window;
    this.#h = to - t;
    this.#closed = firstSameAsLast;
    for (let s = 1; s < stages; s++) {
      const time = c[s] === 1 ? to : t + c[s]! * this.#h;
      this.#times[s] = Math.min(Math.max(time, from), until);
      this.#combine(a[s]!, this.#staged);
      this.evaluate(this.#times[s]!, this.#staged, this.#k[s]!);
    }
    if (firstSameAsLast) this.next.set(this.#staged);
    else this.#combine(b, this.next);
    return firstBad(this.next) < 0;
  }

  /**
   * Root mean square of the embedded error, each state over `atol + rtol · max(|y|, |next|)`; at most 1 is within
   * tolerance, NaN where a slope is no number (Hairer, Nørsett & Wanner 1993, II.4).
   */
  error(rtol: number, atol: (state: number) => number): number {
    const weights = this.method.tableau.error ?? [];
    const n = this.y.length;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      let error = 0;
      for (let s = 0; s < weights.length; s++) error += weights[s]! * this.#k[s]![i]!;
      if (error === 0) continue;
      const scaled = (this.#h * error) / (atol(i) + rtol * Math.max(Math.abs(this.y[i]!), Math.abs(this.next[i]!)));
      sum += scaled * scaled;
    }
    return Math.sqrt(sum / n);
  }

  /** Makes sure that the slope at the end of the step, `to`, is known. False where it is not finite. */
  close(to: number): boolean {
    if (!this.#closed) this.evaluate(Math.min(to, this.#window.to), this.next, this.#closing);
    this.#closed = true;
    return firstBad(this.#closing) < 0;
  }

  /** State at share `theta` of the step, after `close`; exact at the ends. */
  interpolate(theta: number, out: Float64Array): void {
    const { quartic } = this.method;
    const rest = 1 - theta;
    const start = (1 + 2 * theta) * rest * rest;
    const end = theta * theta * (3 - 2 * theta);
    const rise = this.#h * theta * rest * rest;
    const fall = -this.#h * theta * theta * rest;
    const bend = this.#h * theta * theta * rest * rest;
    for (let i = 0; i < out.length; i++) {
      let free = 0;
      if (quartic !== undefined) for (let s = 0; s < quartic.length; s++) free += quartic[s]! * this.#k[s]![i]!;
      out[i] =
        start * this.y[i]! + end * this.next[i]! + rise * this.slope[i]! + fall * this.#closing[i]! + bend * free;
    }
  }

  /** Takes the step that ends at `to`: its end is the start of the next. Its slope goes with it, unless something jumps. */
  advance(to: number, jumps: boolean): void {
    if (!jumps) {
      this.close(to);
      this.#times[0] = to;
      this.slope.set(this.#closing);
    }
    this.y.set(this.next);
  }

  /** State with the largest embedded error, as `y[i]`. */
  blame(): string {
    const weights = this.method.tableau.error ?? [];
    let [worst, index] = [-1, 0];
    for (let i = 0; i < this.y.length; i++) {
      let error = 0;
      for (let s = 0; s < weights.length; s++) error += weights[s]! * this.#k[s]![i]!;
      const share = Math.abs(error) / (Math.abs(this.y[i]!) + Number.MIN_VALUE);
      if (share > worst) [worst, index] = [share, i];
    }
    return `y[${index}]`;
  }

  /** The first number that is not finite, in words: the state and the time. */
  trouble(to: number): string {
    for (let s = 0; s < this.#k.length; s++) {
      // A stage after a broken one is broken by it.
      const i = firstBad(this.#k[s]!);
      if (i >= 0) return `dydt[${i}] is ${this.#k[s]![i]} at t = ${this.#times[s]}`;
    }
    const i = firstBad(this.next);
    if (i >= 0) return `y[${i}] becomes ${this.next[i]} at t = ${to}`;
    const last = firstBad(this.#closing);
    return last >= 0
      ? `dydt[${last}] is ${this.#closing[last]} at t = ${to}`
      : `the error of ${this.blame()} is no number at t = ${to}`;
  }

  #combine(weights: readonly number[], out: Float64Array): void {
    for (let i = 0; i < out.length; i++) {
      let sum = 0;
      for (let s = 0; s < weights.length; s++) if (weights[s] !== 0) sum += weights[s]! * this.#k[s]![i]!;
      out[i] = this.y[i]! + this.#h * sum;
    }
  }
}

/** Index of the first number that is not finite, or −1. */
export function firstBad(values: ArrayLike<number>): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
}
