import type { Plan, Schedule } from "../compile/program.ts";
import { planOf } from "../solvers/grid.ts";

/** Part of a stock that goes from one element to another at once, at the start of a leg that follows another. */
export interface Move {
  /** Public name of a stock over a dimension. */
  readonly stock: string;
  /** Numbers of the elements, from 0. */
  readonly from: number;
  readonly to: number;
  /** Share that goes: a number from 0 to 1, or the id of a parameter, which every draw has its own value of. */
  readonly share: number | string;
}

/** A stretch of time that draws are carried over, with the levers as they stand in it. */
export interface Leg {
  /** Start and end [week since 2012-01-01]. */
  readonly t0: number;
  readonly t1: number;
  /** Moments at which outcomes are read, rising, within the leg [week]. */
  readonly save: ArrayLike<number>;
  /** Levers by public name, e.g. `cartels.recruitmentFactor`; one left out stays at its start. */
  readonly schedules?: Readonly<Record<string, Schedule>>;
  /** What changes place before the leg begins, one after the other. */
  readonly moves?: readonly Move[];
}

/** Weeks that are no further apart than this are one moment [week]. */
const SAME = 1e-6;

/** Each moment once, rising [week]. */
export function rising(weeks: readonly number[]): Float64Array {
  const sorted = [...weeks].sort((a, b) => a - b);
  return Float64Array.from(sorted.filter((week, i) => i === 0 || week - sorted[i - 1]! > SAME));
}

/** Where a week stands among the save points of a leg. Throws for one that is none of them. */
export function savePlaces({ save }: Pick<Leg, "save">): (week: number) => number {
  const places = new Map(Array.from(save, (week, i) => [Math.round(week / SAME), i]));
  return (week) => {
    const at = places.get(Math.round(week / SAME));
    if (at === undefined) throw new Error(`week ${week} is no save point of the leg`);
    return at;
  };
}

/** For each of the first legs the first one that is laid out in the same way; itself for all others. */
export function alikeOf(legs: readonly Leg[], given: number): number[] {
  const seen = new Map<string, number>();
  return legs.map(({ t0, t1, save, schedules, moves }, leg) => {
    if (leg >= given) return leg;
    const key = JSON.stringify([t0, t1, Array.from(save), schedules, moves]);
    const first = seen.get(key) ?? leg;
    seen.set(key, first);
    return first;
  });
}

/** How carefully draws are carried. */
export interface StepOptions {
  /** Longest step [week]; default 26. */
  readonly step?: number;
  /** Largest embedded error of a step, as a share of the size of a stock; default 1e-4. */
  readonly tolerance?: number;
  /** Shortest step that is tried before a draw ends with `step-too-small` [week]; default 1/16. */
  readonly finest?: number;
  /**
   * Steps are laid once for all draws where the central draw needs them: those whose embedded error is above this share of
   * the tolerance are halved until none is. 0 (default): steps of equal length between breaks.
   */
  readonly pilot?: number;
  /** Dates in equations and knots of tables end a step, so that no kink lies within one; default true. */
  readonly landOnKnots?: boolean;
  /** Every save point ends a step: dearer, and nothing is interpolated; default false. */
  readonly landOnSaves?: boolean;
}

export const STEP_DEFAULTS = {
  pilot: 0,
  step: 26,
  tolerance: 1e-4,
  finest: 1 / 16,
  landOnKnots: true,
  landOnSaves: false,
} as const;

/** Each further attempt at a draw takes steps shorter by this factor. */
const SHORTER = 2;
/** A collapse is located with steps no longer than this [week]. */
export const EVENT_STEP = 1;

/** The plans of a leg from the longest step to the shortest, each made when it is first needed. */
export class LegPlans {
  readonly leg: Leg;
  readonly #options: Required<StepOptions>;
  readonly #moments: ArrayLike<number>;
  readonly #plans: Plan[] = [];
  #stops: readonly number[] = [];

  /** `moments`: where the right-hand side may have a kink [week]. */
  constructor(leg: Leg, options: Required<StepOptions>, moments: ArrayLike<number>) {
    this.leg = leg;
    this.#options = options;
    this.#moments = moments;
  }

  /** Number of the attempt with the shortest steps. */
  get last(): number {
    return this.attemptOf(this.#options.finest);
  }

  /** Length of the longest step of an attempt [week]. */
  stepOf(attempt: number): number {
    let step = this.#options.step;
    for (let i = 0; i < attempt; i++) step /= SHORTER;
    return step;
  }

  /** First attempt whose steps are no longer than `length` [week]. */
  attemptOf(length: number): number {
    let attempt = 0;
    while (this.stepOf(attempt) > length) attempt++;
    return attempt;
  }

  /** Steps end at these moments from now on, and further attempts cut all of them alike [week]. */
  layStops(stops: readonly number[]): void {
    this.#stops = stops;
    this.#plans.length = 0;
  }

  plan(attempt: number): Plan {
    const known = this.#plans[attempt];
    if (known !== undefined) return known;
    const { t0, t1, save, schedules } = this.leg;
    const laid = this.#options.pilot > 0;
    const fresh: Plan = planOf({
      t0,
      t1,
      step: laid ? this.#options.step : this.stepOf(attempt),
      stops: this.#stops,
      parts: laid ? Math.round(this.#options.step / this.stepOf(attempt)) : 1,
      save,
      breaks: this.#options.landOnKnots ? this.#moments : [],
      landOnSaves: this.#options.landOnSaves,
      ...(schedules === undefined ? {} : { schedules }),
    });
    this.#plans[attempt] = fresh;
    return fresh;
  }
}
