import type { BlockResult, Plan, Program, Runner } from "../compile/program.ts";
import { EVENT_STEP, type Leg, LegPlans, STEP_DEFAULTS, type StepOptions } from "./leg.ts";

/** How a draw ended. Nothing throws inside an ensemble. */
export type Status = "ok" | "collapsed" | "step-too-small" | "non-finite";

/** A block of draws at the end of a leg. Every array belongs to the block. */
export interface Carried {
  /** [save][output][lane] */
  readonly outputs: Float64Array;
  /** State at the end; zero where the draw collapsed. [state][lane] */
  readonly state: Float64Array;
  readonly status: Status[];
  /** Week of the collapse or of the first fault, NaN where the draw went through. [lane] */
  readonly at: Float64Array;
  /** What every output holds from the collapse on. [output][lane] */
  readonly held: Float64Array;
}

/** What the numbers of one lane say. */
interface Verdict {
  readonly status: Status;
  readonly at: number;
  /** Step in which the event falls. */
  readonly step: number;
}

/**
 * Carries blocks of draws over legs, in lockstep. A draw whose embedded error is too large, or that meets the terminal
 * event in a long step, is carried again with shorter steps until it is within tolerance; the other lanes of its block do
 * not matter to its digits, so results do not depend on how draws are put into blocks.
 */
export class Carrier {
  readonly lanes: number;
  readonly program: Program;
  readonly #runner: Runner;
  readonly #options: Required<StepOptions>;
  readonly #plans: readonly LegPlans[];
  /** Number of a plan in the runner, by leg and attempt. */
  readonly #prepared: number[][];

  constructor(program: Program, legs: readonly Leg[], options: StepOptions = {}) {
    this.program = program;
    this.#runner = program.runner();
    this.lanes = this.#runner.lanes;
    this.#options = { ...STEP_DEFAULTS, ...options };
    this.#plans = legs.map((leg) => new LegPlans(leg, this.#options));
    this.#prepared = legs.map(() => []);
  }

  /**
   * Carries `count` draws over a leg. `parameters`: [row][lane]. `before`: the block at the end of the leg that this one
   * follows; without it the draws start from their initial expressions.
   */
  carry(leg: number, count: number, parameters: Float64Array, before?: Carried): Carried {
    const { layout } = this.program;
    const lanes = this.lanes;
    const { save } = this.#plans[leg]!.leg;
    const saves = save.length;
    const names = layout.outputs.length;
    const result: Carried = {
      outputs: new Float64Array(saves * names * lanes),
      state: new Float64Array(layout.stateRows * lanes),
      status: new Array<Status>(lanes).fill("ok"),
      at: new Float64Array(lanes).fill(Number.NaN),
      held: new Float64Array(names * lanes),
    };
    let open: number[] = [];
    for (let lane = 0; lane < count; lane++)
      if (before === undefined || before.status[lane] === "ok") open.push(lane);
      else this.#stay(result, before, lane, saves);
    for (let attempt = 0; open.length > 0; attempt++) {
      const step = this.#plans[leg]!.stepOf(attempt);
      const last = this.#plans[leg]!.stepOf(attempt + 1) === undefined;
      const number = this.#prepare(leg, attempt);
      const plan = this.#plans[leg]!.plan(attempt);
      const block = this.#run(number, open, parameters, before?.state);
      const again: number[] = [];
      for (const [slot, lane] of open.entries()) {
        const verdict = this.#judge(block, plan, slot, step ?? 0);
        if ((verdict.status === "step-too-small" || verdict.status === "non-finite") && !last) again.push(lane);
        else this.#take(result, block, plan, slot, lane, verdict, save);
      }
      open = again;
    }
    return result;
  }

  #prepare(leg: number, attempt: number): number {
    const known = this.#prepared[leg]![attempt];
    if (known !== undefined) return known;
    const number = this.#runner.prepare(this.#plans[leg]!.plan(attempt));
    this.#prepared[leg]![attempt] = number;
    return number;
  }

  /** Runs the open lanes, put side by side; lanes without a draw repeat the last one. */
  #run(plan: number, open: readonly number[], parameters: Float64Array, state: Float64Array | undefined): BlockResult {
    const lanes = this.lanes;
    const { parameterRows, stateRows } = this.program.layout;
    const whole = open.length === lanes;
    const gathered = (rows: number, from: Float64Array, to: Float64Array) => {
      for (let row = 0; row < rows; row++)
        for (let slot = 0; slot < lanes; slot++)
          to[row * lanes + slot] = from[row * lanes + open[Math.min(slot, open.length - 1)]!]!;
      return to;
    };
    if (whole) this.#runner.parameters.set(parameters);
    else gathered(parameterRows, parameters, this.#runner.parameters);
    if (state === undefined) return this.#runner.run(plan);
    return this.#runner.run(plan, whole ? state : gathered(stateRows, state, new Float64Array(stateRows * lanes)));
  }

  /** Whether a lane went through, and if not why. NaN counts as a fault everywhere. */
  #judge(block: BlockResult, plan: Plan, slot: number, step: number): Verdict {
    const lanes = this.lanes;
    const { layout } = this.program;
    const names = layout.outputs.length + (layout.event ? 1 : 0);
    const { tolerance } = this.#options;
    for (let n = 0; n < plan.t.length; n++) {
      const value = (which: number) => block.ends[((n * names + names - 1) * 4 + which) * lanes + slot]!;
      const error = block.errors[n * lanes + slot]!;
      if (layout.event && !(value(2) > 0)) {
        // The end of the step lies past the event, so only the length of the step vouches for its place.
        if (!(value(0) > 0)) return { status: "collapsed", at: plan.t[n]!, step: n };
        if (step > EVENT_STEP || !(error <= tolerance || plan.h[n]! <= 2 * this.#options.finest))
          return { status: "step-too-small", at: plan.t[n]!, step: n };
        return { status: "collapsed", at: eventTime(plan.t[n]!, plan.h[n]!, value), step: n };
      }
      if (!(error <= tolerance))
        return { status: Number.isFinite(error) ? "step-too-small" : "non-finite", at: plan.t[n]!, step: n };
    }
    for (let row = 0; row < layout.stateRows; row++)
      if (!Number.isFinite(block.state[row * lanes + slot]!))
        return { status: "non-finite", at: plan.t[plan.t.length - 1] ?? Number.NaN, step: plan.t.length };
    return { status: "ok", at: Number.NaN, step: plan.t.length };
  }

  /** Copies what a lane gave; from a collapse on, rates and sizes are zero and counts hold. */
  #take(
    result: Carried,
    block: BlockResult,
    plan: Plan,
    slot: number,
    lane: number,
    verdict: Verdict,
    save: ArrayLike<number>,
  ): void {
    const lanes = this.lanes;
    const { layout } = this.program;
    const names = layout.outputs.length;
    result.status[lane] = verdict.status;
    result.at[lane] = verdict.at;
    const collapsed = verdict.status === "collapsed";
    if (collapsed) this.#hold(result, block, plan, slot, lane, verdict);
    else
      for (let row = 0; row < layout.stateRows; row++)
        result.state[row * lanes + lane] = block.state[row * lanes + slot]!;
    for (let i = 0; i < save.length; i++) {
      const gone = collapsed && save[i]! >= verdict.at;
      for (let o = 0; o < names; o++)
        result.outputs[(i * names + o) * lanes + lane] = gone
          ? result.held[o * lanes + lane]!
          : block.outputs[(i * names + o) * lanes + slot]!;
    }
  }

  /** Counts at the moment of the collapse. */
  #hold(result: Carried, block: BlockResult, plan: Plan, slot: number, lane: number, verdict: Verdict): void {
    const lanes = this.lanes;
    const { outputs, event } = this.program.layout;
    const names = outputs.length + (event ? 1 : 0);
    const h = plan.h[verdict.step]!;
    const s = h === 0 ? 0 : (verdict.at - plan.t[verdict.step]!) / h;
    outputs.forEach(({ afterEvent }, o) => {
      const end = (which: number) => block.ends[((verdict.step * names + o) * 4 + which) * lanes + slot]!;
      const value = afterEvent === "zero" ? 0 : cubic(s, h, end);
      result.held[o * lanes + lane] = Number.isFinite(value) ? value : end(0);
    });
  }

  /** A draw that has ended stays as it is. */
  #stay(result: Carried, before: Carried, lane: number, saves: number): void {
    const lanes = this.lanes;
    const names = this.program.layout.outputs.length;
    const status = before.status[lane]!;
    result.status[lane] = status;
    result.at[lane] = before.at[lane]!;
    for (let o = 0; o < names; o++) {
      const value = status === "collapsed" ? before.held[o * lanes + lane]! : Number.NaN;
      result.held[o * lanes + lane] = value;
      for (let i = 0; i < saves; i++) result.outputs[(i * names + o) * lanes + lane] = value;
    }
  }
}

/** Cubic Hermite value at share `s` of a step of length `h`. */
function cubic(s: number, h: number, end: (which: number) => number): number {
  const r = 1 - s;
  return (1 + 2 * s) * r * r * end(0) + h * s * r * r * end(1) + s * s * (3 - 2 * s) * end(2) - h * s * s * r * end(3);
}

/** Where the event expression passes zero: bisection on its cubic, or a straight line where the end is of no use. */
function eventTime(t: number, h: number, end: (which: number) => number): number {
  if (!(Number.isFinite(end(2)) && Number.isFinite(end(3)))) return t + Math.min(h, Math.max(0, -end(0) / end(1)) || 0);
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (cubic(middle, h, end) > 0) low = middle;
    else high = middle;
  }
  return t + h * high;
}
