import { FronteraError } from "../errors.ts";
import { pow } from "../math/elementary/index.ts";
import type { Method } from "./method.ts";
import type { Stepper } from "./stepper.ts";

/** Equal steps of at most `h` between breaks. */
export interface FixedSteps {
  readonly kind: "fixed";
  readonly h: number;
}

/** Steps as long as the embedded error allows. */
export interface AdaptiveSteps {
  readonly kind: "adaptive";
  /** Tolerated error of a step as a share of the size of a state. */
  readonly rtol: number;
  /** Tolerated error of a step [unit of the state], one for all or one a state. */
  readonly atol: number | ArrayLike<number>;
  /** First step; default by Hairer, Nørsett & Wanner (1993), II.4. */
  readonly h0?: number;
  /** Shortest step before the run ends with `step-too-small`; default the resolution of time. */
  readonly hMin?: number;
  readonly hMax?: number;
}

export type Steps = FixedSteps | AdaptiveSteps;

/** Error: `bad-steps`. */
export function fixed(h: number): FixedSteps {
  if (!(h > 0 && Number.isFinite(h))) throw bad("the step is no length", "a positive finite number", h);
  return { kind: "fixed", h };
}

/** Error: `bad-steps`. */
export function adaptive(options: Omit<AdaptiveSteps, "kind">): AdaptiveSteps {
  const { rtol, atol, h0, hMin, hMax } = options;
  const floors = typeof atol === "number" ? [atol] : Array.from(atol);
  if (!(rtol >= 0 && rtol < 1)) throw bad("rtol is no tolerance", "at least 0 and below 1", rtol);
  for (const floor of floors)
    if (!(floor >= 0 && Number.isFinite(floor))) throw bad("atol is no tolerance", "at least 0 and finite", floor);
  if (floors.length === 0) throw bad("atol is empty", "one number, or one a state", "an empty list");
  if (rtol === 0 && floors.some((floor) => floor === 0))
    throw bad("no error at all is tolerated", "rtol or atol above 0", "0 and 0");
  for (const [name, h] of Object.entries({ h0, hMin, hMax }))
    if (h !== undefined && !(h > 0)) throw bad(`${name} is no length`, "a positive number", h);
  if ((hMin ?? 0) > (hMax ?? Number.POSITIVE_INFINITY))
    throw bad("the shortest step is longer than the longest", `hMin ≤ ${hMax}`, hMin);
  return { kind: "adaptive", ...options };
}

/** What becomes of a step that was tried. */
type Verdict = "accepted" | "rejected" | "step-too-small" | "non-finite";

/** Decides how far to step, and whether a step may stand. */
interface Control {
  /** A stretch without breaks begins; the slope at its start is known. */
  enter(t: number, end: number): void;
  /** Where the step from `t` shall end. */
  aim(t: number): number;
  /** Judges the step from `t` to `to`; `finite` says whether its end is. */
  judge(t: number, to: number, finite: boolean): Verdict;
}

/** Errors: `no-embedded-error` for adaptive steps of a method without one, `bad-steps` for a wrong number of `atol`. */
export function controlOf(steps: Steps, method: Method, stepper: Stepper): Control {
  if (steps.kind === "fixed") return fixedControl(fixed(steps.h).h);
  if (method.tableau.error === undefined)
    throw new FronteraError({
      code: "no-embedded-error",
      message: `${method.tableau.name} has no embedded error, so its steps cannot be adapted`,
      hint: "give steps: fixed(h), or take tsit5, dopri5 or heun",
    });
  const { atol } = adaptive(steps);
  if (typeof atol !== "number" && atol.length !== stepper.y.length)
    throw bad("atol has the wrong number of elements", `one, or ${stepper.y.length}, one a state`, atol.length);
  return adaptiveControl(steps, stepper);
}

function fixedControl(h: number): Control {
  let [from, end, count, done] = [0, 0, 1, 0];
  return {
    enter(t, to) {
      [from, end, done] = [t, to, 0];
      count = Math.max(1, Math.ceil((to - t) / h - 1e-9));
    },
    aim: () => (done + 1 >= count ? end : from + ((end - from) * (done + 1)) / count),
    judge: (_t, _to, finite) => {
      done++;
      return finite ? "accepted" : "non-finite";
    },
  };
}

/** Safety, least and greatest change of a step, least remembered error: the values of DOPRI5 (Hairer & Wanner). */
const SAFETY = 0.9;
const SHRINK = 0.2;
const GROW = 10;
const LEAST_ERROR = 1e-4;
/** A step shorter than this many roundings of time goes nowhere. */
const ROUNDINGS = 16;

/**
 * Proportional–integral control: h ← h · 0.9 · e^(−α) · e_before^β with β = 0.2/p and α = 1/p − 0.75 β for a method of
 * order p (Hairer & Wanner 1996, Solving Ordinary Differential Equations II, IV.2, doi:10.1007/978-3-642-05221-7).
 */
function adaptiveControl(steps: AdaptiveSteps, stepper: Stepper): Control {
  const { rtol, atol, hMin = 0, hMax = Number.POSITIVE_INFINITY } = steps;
  const floor = (i: number) => (typeof atol === "number" ? atol : atol[i]!);
  const { order } = stepper.method.tableau;
  const beta = 0.2 / order;
  const alpha = 1 / order - 0.75 * beta;
  let h = steps.h0;
  let end = 0;
  let before = LEAST_ERROR;
  let rejected = false;
  const shortest = (t: number) => Math.max(hMin, ROUNDINGS * Number.EPSILON * Math.abs(t), 1e-300);
  const retry = (t: number, tried: number, factor: number, failure: Verdict): Verdict => {
    // The ends of a step are rounded, so its length is not quite what was wanted.
    if (tried <= shortest(t) + 2 * Number.EPSILON * Math.abs(t)) return failure;
    h = Math.max(tried * factor, shortest(t));
    rejected = true;
    return "rejected";
  };
  return {
    enter(t, to) {
      end = to;
      h ??= firstStep(stepper, t, rtol, floor);
      before = LEAST_ERROR;
      rejected = false;
    },
    aim(t) {
      const remaining = end - t;
      const length = Math.max(Math.min(h ?? remaining, hMax), shortest(t));
      if (1.01 * length >= remaining && remaining <= Math.max(hMax, length)) return end;
      // Two halves instead of a long step and a scrap.
      return 2 * length > remaining ? t + remaining / 2 : t + length;
    },
    judge(t, to, finite) {
      const tried = to - t;
      const error = finite ? stepper.error(rtol, floor) : Number.NaN;
      if (Number.isNaN(error)) return retry(t, tried, SHRINK, "non-finite");
      const step = error > 0 && error < Number.POSITIVE_INFINITY ? SAFETY * pow(error, -alpha) : 0;
      if (error > 1) return retry(t, tried, Math.max(SHRINK, step), "step-too-small");
      const wanted = error === 0 ? GROW : Math.max(SHRINK, step * pow(before, beta));
      const factor = Math.min(rejected ? 1 : GROW, wanted);
      // A step that was cut to land on a break says little about the next.
      h = factor >= 1 ? Math.max(tried * factor, tried < (h ?? 0) && !rejected ? (h ?? 0) : 0) : tried * factor;
      before = Math.max(error, LEAST_ERROR);
      rejected = false;
      return "accepted";
    },
  };
}

/** A first step from the sizes of state, slope and curvature (Hairer, Nørsett & Wanner 1993, II.4). */
function firstStep(stepper: Stepper, t: number, rtol: number, floor: (state: number) => number): number {
  const { y, slope, method } = stepper;
  const n = y.length;
  const norm = (value: (i: number) => number) => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const v = value(i);
      if (v === 0) continue;
      const scaled = v / (floor(i) + rtol * Math.abs(y[i]!));
      sum += scaled * scaled;
    }
    return Math.sqrt(sum / n);
  };
  const size = norm((i) => y[i]!);
  const speed = norm((i) => slope[i]!);
  const guess = 0.01 * (size / speed);
  const probe = size >= 1e-5 && speed >= 1e-5 && guess > 0 && Number.isFinite(guess) ? guess : 1e-6;
  const moved = y.map((value, i) => value + probe * slope[i]!);
  const there = new Float64Array(n);
  stepper.evaluate(t + probe, moved, there);
  const bend = norm((i) => there[i]! - slope[i]!) / probe;
  if (!Number.isFinite(bend)) return probe;
  const most = Math.max(speed, bend);
  const wanted = most <= 1e-15 ? Math.max(1e-6, probe * 1e-3) : pow(0.01 / most, 1 / method.tableau.order);
  return Math.min(100 * probe, wanted);
}

function bad(message: string, expected: string, received: unknown): FronteraError {
  return new FronteraError({ code: "bad-steps", message, expected, received: String(received) });
}
