import { FronteraError } from "../errors.ts";

/** A function of time: piecewise linear between its knots, constant outside; equal times make a jump. */
export interface Knots {
  /** Not decreasing [week]. */
  readonly t: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

export interface GridOptions<S extends Knots = Knots> {
  readonly t0: number;
  readonly t1: number;
  /** Longest step [week]. */
  readonly step: number;
  /** Moments at which outputs are wanted, rising, within [t0, t1] [week]. */
  readonly save?: ArrayLike<number>;
  /** Further moments at which the right-hand side may jump or have a kink [week]. */
  readonly breaks?: ArrayLike<number>;
  /** Further moments at which a step ends although nothing jumps [week]. */
  readonly stops?: ArrayLike<number>;
  /** Into so many equal parts every step is cut after that; default 1. */
  readonly parts?: number;
  /** Levers by name; every knot is a break. */
  readonly schedules?: Readonly<Record<string, S>>;
  /** Whether every save point is the end of a step as well: dearer, and needs no interpolation. */
  readonly landOnSaves?: boolean;
}

/** Steps laid over an interval, and how every save point is interpolated from the ends of the step it lies in. */
export interface Grid<S extends Knots = Knots> {
  /** Start of every step [week]. */
  readonly t: Float64Array;
  /** Length of every step [week]. */
  readonly h: Float64Array;
  /** 1 where the right-hand side may jump at the start of the step. */
  readonly afterBreak: Uint8Array;
  readonly saveStep: Int32Array;
  /** Cubic Hermite weights: value and derivative at the start, value and derivative at the end. [save, 4] */
  readonly saveWeight: Float64Array;
  readonly schedules?: Readonly<Record<string, S>>;
}

/** A save point this near to a stop, as a share of the interval, is at it. */
const TOGETHER = 1e-12;
const MOST_STEPS = 10_000_000;

/**
 * Lays equal steps of at most `step` between breaks, so that nothing jumps within a step. A save point at a break belongs
 * to the step that begins there (a rate reads what it is after the change), except at `t1`.
 * Errors: `bad-grid` for an interval that runs backwards, a step that is no positive number, or a save point outside.
 */
export function planOf<S extends Knots>(options: GridOptions<S>): Grid<S> {
  const { t0, t1, step, save = [], breaks = [], stops = [], parts = 1, schedules, landOnSaves = false } = options;
  if (!(Number.isFinite(t0) && Number.isFinite(t1) && t1 >= t0))
    throw bad("the interval runs backwards or is not finite", "t0 ≤ t1", `${t0} to ${t1}`);
  if (!(step > 0)) throw bad("the step is no length", "a positive number of weeks", String(step));
  const knots = Object.values(schedules ?? {}).flatMap(({ t }) => Array.from(t));
  const moments = [...Array.from(breaks), ...knots];
  if (moments.some(Number.isNaN)) throw bad("a break or a knot is no moment", "a number of weeks", "NaN");
  const jumps = new Set(inside(moments, t0, t1));
  const between = inside([...jumps, ...Array.from(stops)], t0, t1);
  const ends = [t0, ...(landOnSaves ? withSaves(between, save, t0, t1) : between), t1];
  const t: number[] = [];
  const h: number[] = [];
  const afterBreak: number[] = [];
  for (let i = 0; i + 1 < ends.length; i++) {
    const from = ends[i]!;
    const length = ends[i + 1]! - from;
    if (length === 0 && i > 0) continue;
    const count = parts * Math.max(1, Math.ceil(length / step - 1e-9));
    if (!(t.length + count <= MOST_STEPS))
      throw bad("the step is too short for the interval", `at most ${MOST_STEPS} steps`, String(step));
    for (let j = 0; j < count; j++) {
      const start = from + (length * j) / count;
      t.push(start);
      h.push(reach(start, j + 1 === count ? ends[i + 1]! : from + (length * (j + 1)) / count));
      afterBreak.push(j === 0 && jumps.has(from) ? 1 : 0);
    }
  }
  const { saveStep, saveWeight } = interpolation(t, h, save, t0, t1);
  return {
    t: Float64Array.from(t),
    h: Float64Array.from(h),
    afterBreak: Uint8Array.from(afterBreak),
    saveStep,
    saveWeight,
    ...(schedules === undefined ? {} : { schedules }),
  };
}

/**
 * The moments strictly between t0 and t1, rising, each once. Moments a rounding apart stay two, with a step between that
 * short: made one, they would leave a jump within a step.
 */
export function inside(moments: readonly number[], t0: number, t1: number): number[] {
  const sorted = moments.filter((moment) => moment > t0 && moment < t1).sort((a, b) => a - b);
  return sorted.filter((moment, i) => i === 0 || moment !== sorted[i - 1]);
}

/** Rising stops with the save points that are not near to one of them. */
function withSaves(stops: readonly number[], save: ArrayLike<number>, t0: number, t1: number): number[] {
  const apart = TOGETHER * (t1 - t0);
  const near = [t0, ...stops, t1];
  let next = 0;
  const more = inside(Array.from(save), t0, t1).filter((moment) => {
    while (near[next + 1]! <= moment) next++;
    return moment - near[next]! > apart && near[next + 1]! - moment > apart;
  });
  return inside([...stops, ...more], t0, t1);
}

/** Length of a step, such that start + length does not round to beyond the end, where something may have jumped. */
function reach(start: number, end: number): number {
  let length = end - start;
  for (let roundings = 1; start + length > end; roundings *= 2)
    length = end - start - roundings * Number.EPSILON * Math.abs(end - start);
  return length;
}

function interpolation(
  t: readonly number[],
  h: readonly number[],
  save: ArrayLike<number>,
  t0: number,
  t1: number,
): { saveStep: Int32Array; saveWeight: Float64Array } {
  const saveStep = new Int32Array(save.length);
  const saveWeight = new Float64Array(4 * save.length);
  const near = TOGETHER * (t1 - t0);
  let step = 0;
  for (let i = 0; i < save.length; i++) {
    const moment = save[i]!;
    if (!(moment >= t0 - near && moment <= t1 + near) || (i > 0 && moment < save[i - 1]!))
      throw bad("save points must rise and lie within the interval", `${t0} to ${t1}`, String(moment));
    while (step + 1 < t.length && t[step + 1]! <= moment + near) step++;
    saveStep[i] = step;
    saveWeight.set(hermite((moment - t[step]!) / (h[step]! || 1), h[step]!), 4 * i);
  }
  return { saveStep, saveWeight };
}

/** Cubic Hermite weights at share `s` of a step of length `h`; the ends are exact. */
function hermite(s: number, h: number): [number, number, number, number] {
  if (Math.abs(s) < 1e-12) return [1, 0, 0, 0];
  if (Math.abs(s - 1) < 1e-12) return [0, 0, 1, 0];
  const r = 1 - s;
  return [(1 + 2 * s) * r * r, h * s * r * r, s * s * (3 - 2 * s), -h * s * s * r];
}

function bad(message: string, expected: string, received: string): FronteraError {
  return new FronteraError({ code: "bad-grid", message, expected, received });
}
