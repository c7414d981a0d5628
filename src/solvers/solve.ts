import { FronteraError } from "../errors.ts";
import { firstFall, type TerminalEvent } from "./event.ts";
import { inside } from "./grid.ts";
import { type Method, tsit5 } from "./method.ts";
import { firstBad, type RightHandSide, Stepper } from "./stepper.ts";
import { adaptive, controlOf, type Steps } from "./steps.ts";

export interface SolveOptions<E extends string = never> {
  readonly t0: number;
  readonly t1: number;
  readonly y0: ArrayLike<number>;
  /** Default `tsit5`. */
  readonly method?: Method;
  /** Default `adaptive({ rtol: 1e-6, atol: 1e-9 })`. */
  readonly steps?: Steps;
  /** Moments at which the state is wanted, rising, within [t0, t1]; default the end alone. */
  readonly save?: ArrayLike<number>;
  /**
   * Moments at which the right-hand side may jump; those outside (t0, t1) matter only where they are t0 or t1. Steps land
   * on them, and the right-hand side is read a rounding before them and a rounding after, never at them.
   */
  readonly breaks?: ArrayLike<number>;
  readonly event?: TerminalEvent<E>;
  /** Most steps to try, rejected ones counted; default 100 000. */
  readonly maxSteps?: number;
}

/** How a run can end, beside an event. */
export type Status = "ok" | "step-too-small" | "non-finite" | "too-many-steps";

export interface Solution<E extends string = never> {
  readonly status: Status | E;
  /** What happened, with the index of the state and the time; empty where all is well. */
  readonly message: string;
  /** Save points up to the end of the run. [save] */
  readonly t: Float64Array;
  /** States at the save points. [save, state] */
  readonly y: Float64Array;
  /** Where the run ended: t1, the event, or the last step that stood. */
  readonly tEnd: number;
  /** [state] */
  readonly yEnd: Float64Array;
  readonly steps: { readonly accepted: number; readonly rejected: number; readonly evaluations: number };
}

const STATUSES: readonly string[] = ["ok", "step-too-small", "non-finite", "too-many-steps"] satisfies Status[];
/** A save point this near to an event, as a share of the interval, is at the event. */
const TOGETHER = 1e-12;

/**
 * Carries one state over an interval. Numbers never throw: whatever they do, the run ends with a status and with all that
 * was reached. Errors, for wrong calls only: `bad-solve`, `bad-steps`, `no-embedded-error`.
 */
export function solve<E extends string = never>(f: RightHandSide, options: SolveOptions<E>): Solution<E> {
  check(options);
  const { t0, t1, y0, method = tsit5, event, maxSteps = 100_000 } = options;
  const save = Array.from(options.save ?? [t1]);
  const stepper = new Stepper(f, method, y0);
  const control = controlOf(options.steps ?? adaptive({ rtol: 1e-6, atol: 1e-9 }), method, stepper);
  const n = y0.length;
  const saved = new Float64Array(save.length * n);
  const state = new Float64Array(n);
  let [accepted, rejected, kept] = [0, 0, 0];

  const keep = (values: Float64Array) => saved.set(values, n * kept++);
  const end = (status: Status | E, message: string, tEnd: number, yEnd: Float64Array): Solution<E> => ({
    status,
    message,
    t: Float64Array.from(save.slice(0, kept)),
    y: saved.slice(0, n * kept),
    tEnd,
    yEnd: yEnd.slice(),
    steps: { accepted, rejected, evaluations: stepper.evaluations },
  });
  const noNumber = (t: number) => `the event is no number in the step that begins at t = ${t}`;
  const over = (t: number) => `${event?.status}: the event is no longer above zero at t = ${t}`;

  const broken = firstBad(stepper.y);
  if (broken >= 0) return end("non-finite", `y[${broken}] is ${stepper.y[broken]} at t = ${t0}`, t0, stepper.y);
  while (kept < save.length && save[kept]! <= t0) keep(stepper.y);
  if (event !== undefined) {
    const value = event.when(t0, stepper.y);
    if (Number.isNaN(value)) return end("non-finite", noNumber(t0), t0, stepper.y);
    if (!(value > 0)) return end(event.status, over(t0), t0, stepper.y);
  }
  if (t0 === t1) return end("ok", "", t0, stepper.y);

  const breaks = Array.from(options.breaks ?? []);
  const jumps = new Set(breaks);
  const ends = [t0, ...inside(breaks, t0, t1), t1];
  for (let stretch = 0; stretch + 1 < ends.length; stretch++) {
    const [from, to] = [ends[stretch]!, ends[stretch + 1]!];
    const window = { from: jumps.has(from) ? after(from) : from, to: jumps.has(to) ? before(to) : to };
    if (!stepper.enter(window)) return end("non-finite", stepper.trouble(from), from, stepper.y);
    control.enter(from, to);
    for (let t = from; t < to; ) {
      if (accepted + rejected >= maxSteps)
        return end("too-many-steps", `${maxSteps} steps were not enough: t = ${t} of ${t1}`, t, stepper.y);
      const next = control.aim(t);
      const verdict = control.judge(t, next, stepper.attempt(t, next));
      if (verdict === "rejected") {
        rejected++;
        continue;
      }
      if (verdict === "non-finite") return end(verdict, stepper.trouble(next), t, stepper.y);
      if (verdict === "step-too-small")
        return end(verdict, `${stepper.blame()} cannot be followed past t = ${t}: step ${next - t}`, t, stepper.y);
      accepted++;

      const share = (moment: number) => (moment >= next ? 1 : (moment - t) / (next - t));
      const at = (theta: number) => {
        stepper.interpolate(theta, state);
        return state;
      };
      if (event !== undefined || save[kept]! < next) {
        if (!stepper.close(next)) return end("non-finite", stepper.trouble(next), t, stepper.y);
        if (event !== undefined) {
          const fall = firstFall((theta) => event.when(theta === 1 ? next : t + theta * (next - t), at(theta)));
          if (Number.isNaN(fall)) return end("non-finite", noNumber(t), t, stepper.y);
          if (fall !== undefined) {
            const tEnd = fall === 1 ? next : t + fall * (next - t);
            while (kept < save.length && save[kept]! <= tEnd + TOGETHER * (t1 - t0))
              keep(at(Math.min(fall, share(save[kept]!))));
            return end(event.status, over(tEnd), tEnd, at(fall));
          }
        }
      }
      while (kept < save.length && save[kept]! <= next) {
        const theta = share(save[kept]!);
        keep(theta === 1 ? stepper.next : at(theta));
      }
      stepper.advance(next, next === to);
      t = next;
    }
  }
  return end("ok", "", t1, stepper.y);
}

/** A number a rounding below, and one above. */
function before(t: number): number {
  return t - Math.max(Math.abs(t) * Number.EPSILON, Number.MIN_VALUE);
}
function after(t: number): number {
  return t + Math.max(Math.abs(t) * Number.EPSILON, Number.MIN_VALUE);
}

function check(options: SolveOptions<string>): void {
  const { t0, t1, y0, event, maxSteps = 1 } = options;
  if (!(Number.isFinite(t0) && Number.isFinite(t1) && t1 >= t0))
    throw bad("the interval runs backwards or is not finite", "t0 ≤ t1", `${t0} to ${t1}`);
  if (!(y0.length > 0)) throw bad("there is no state", "y0 with at least one element", "an empty list");
  const save = Array.from(options.save ?? []);
  save.forEach((moment, i) => {
    if (!(moment >= t0 && moment <= t1)) throw bad(`save[${i}] lies outside`, `${t0} to ${t1}`, moment);
    if (i > 0 && moment < save[i - 1]!) throw bad(`save[${i}] falls`, `at least ${save[i - 1]}`, moment);
  });
  Array.from(options.breaks ?? []).forEach((moment, i) => {
    if (Number.isNaN(moment)) throw bad(`breaks[${i}] is no moment`, "a number", moment);
  });
  if (event !== undefined && STATUSES.includes(event.status))
    throw bad("the event has a status of the solver", `none of ${STATUSES.join(", ")}`, event.status);
  if (!(Number.isInteger(maxSteps) && maxSteps > 0)) throw bad("maxSteps is no count", "a positive integer", maxSteps);
}

function bad(message: string, expected: string, received: unknown): FronteraError {
  return new FronteraError({ code: "bad-solve", message, expected, received: String(received) });
}
