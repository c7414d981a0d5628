import type { BlockResult, Plan, Program, Runner } from "../compile/program.ts";
import { FronteraError } from "../errors.ts";
import { alikeOf, EVENT_STEP, type Leg, LegPlans, STEP_DEFAULTS, type StepOptions } from "./leg.ts";
import { Moves } from "./moves.ts";
import { pastLegs, readReferences } from "./references.ts";
import { cubic, eventTime, halvings } from "./step-ends.ts";

/** How a draw ended. Nothing throws inside an ensemble. */
export type Status = "ok" | "collapsed" | "step-too-small" | "non-finite";

/** A block of draws at the end of a leg. */
export interface Carried {
  /** [save][output][lane] */
  readonly outputs: Float64Array;
  /** State at the end; zero where the draw collapsed. [state][lane] */
  readonly state: Float64Array;
  /** [lane] */
  readonly status: Status[];
  /** Week of the collapse or of the first fault, NaN where the draw went through. [lane] */
  readonly at: Float64Array;
  /** What every output holds from the collapse on. [output][lane] */
  readonly held: Float64Array;
}

/** A block of draws that are to be carried. */
export interface Block {
  /** Draws in the block; lanes beyond it are empty. */
  readonly count: number;
  /** [row][lane] */
  readonly parameters: Float64Array;
}

/** So many times steps of the central draw are halved at most. */
const PILOT_ROUNDS = 12;
/** Share of its first value below which the expression of the event is zero. */
const TRACE = 1e-12;
/** Embedded error that a step past the event may have at the shortest steps: the last persons are gone within it. */
const EVENT_ERROR = 1e-2;

/** What the numbers of one lane say. */
interface Verdict {
  readonly status: Status;
  readonly at: number;
  /** Step in which the event falls. */
  readonly step: number;
  /** Attempt with steps short enough, by the size of the fault. */
  readonly next: number;
}

/** A draw that is still to be carried, and the lane it has. */
interface Open {
  readonly block: number;
  readonly lane: number;
}

/**
 * Carries blocks of draws over legs, in lockstep. A draw whose embedded error is too large, or that meets the terminal
 * event in a long step, is carried again with shorter steps, put side by side with others of its kind. No lane minds its
 * neighbours, so the digits of a draw do not depend on how draws are put into blocks.
 */
export class Carrier {
  readonly lanes: number;
  readonly program: Program;
  readonly #runner: Runner;
  readonly #options: Required<StepOptions>;
  readonly #plans: LegPlans[];
  /** For every leg the first one with the same steps, save points and schedules: they are laid out once. */
  readonly #alike: number[];
  /** What changes place before a leg begins. */
  readonly #moves: readonly Moves[];
  /** Number of the first leg over the past of references, and of legs in all; both alike where there are none. */
  readonly #past: { readonly first: number; readonly end: number };
  /** Number of a plan in the runner, by leg and attempt. */
  readonly #prepared: number[][];
  /** Room for the results, by leg and block. */
  readonly #carried: Carried[][];
  readonly #gathered: Float64Array;
  /** State of the central draw at the end of a leg; undefined where its steps are not laid yet. [state][lane] */
  readonly #pilots: (Float64Array | undefined)[];

  constructor(program: Program, given: readonly Leg[], options: StepOptions = {}) {
    const past = given[0] === undefined ? [] : pastLegs(program.layout, given[0]);
    const legs = [...given, ...past];
    this.#past = { first: given.length, end: legs.length };
    this.program = program;
    this.#runner = program.runner();
    this.lanes = this.#runner.lanes;
    this.#options = { ...STEP_DEFAULTS, ...options };
    this.#alike = [...alikeOf(legs, given.length)];
    const plans = legs.map((leg) => new LegPlans(leg, this.#options, program.layout.moments));
    this.#plans = this.#alike.map((first) => plans[first]!);
    this.#moves = legs.map(({ moves = [] }) => new Moves(moves, program.layout, this.lanes));
    this.#prepared = legs.map(() => []);
    this.#carried = legs.map(() => []);
    this.#pilots = legs.map(() => undefined);
    this.#gathered = new Float64Array(program.layout.stateRows * this.lanes);
  }

  /**
   * Carries blocks over a leg. `before`: the same blocks at the end of the leg that this one follows; without it the draws
   * start from their initial expressions, and nothing can change place. Rows of references
   * are set in the blocks by the first leg. The results are overwritten by the next call for the same leg.
   * `which`: the draws that are carried, rising; the results of all others stay as they were. All when left out.
   */
  carry(
    leg: number,
    blocks: readonly Block[],
    before?: readonly Carried[],
    which?: readonly number[],
  ): readonly Carried[] {
    if (before === undefined && !this.#moves[leg]!.none)
      throw new FronteraError({
        code: "bad-move",
        message: "nothing can change place before the first leg",
        hint: "let the leg follow another",
      });
    if (before === undefined) this.#lookBack(leg, blocks);
    if (this.#options.pilot > 0) this.#layOut(leg, before !== undefined);
    const results = blocks.map((_, i) => this.#room(leg, i));
    const open: Open[][] = [];
    const goes = ({ block, lane }: Open): boolean => {
      if (before === undefined || before[block]!.status[lane] === "ok") return true;
      this.#stay(leg, results[block]!, before[block]!, lane);
      return false;
    };
    for (const draws of this.#groups(blocks, which)) {
      const going = draws.filter(goes);
      if (going.length > 0) this.#attempt(leg, 0, going, blocks, before, results, open);
    }
    for (let attempt = 1; attempt < open.length; attempt++) {
      const again = open[attempt] ?? [];
      for (let i = 0; i < again.length; i += this.lanes)
        this.#attempt(leg, attempt, again.slice(i, i + this.lanes), blocks, before, results, open);
    }
    return results;
  }

  /** Results of a leg in which nothing differs from another: they are its own from then on. */
  repeat(leg: number, blocks: readonly Block[], of: readonly Carried[]): readonly Carried[] {
    return blocks.map((_, i) => {
      const room = this.#room(leg, i);
      const { outputs, state, status, at, held } = of[i]!;
      room.outputs.set(outputs);
      room.state.set(state);
      room.at.set(at);
      room.held.set(held);
      for (let lane = 0; lane < this.lanes; lane++) room.status[lane] = status[lane]!;
      return room;
    });
  }

  /** Draws that are carried together: those of a block, or so many of those wanted. */
  #groups(blocks: readonly Block[], which: readonly number[] | undefined): Open[][] {
    const { lanes } = this;
    if (which === undefined)
      return blocks.map(({ count }, block) => Array.from({ length: count }, (_, lane) => ({ block, lane })));
    return Array.from({ length: Math.ceil(which.length / lanes) }, (_, group) =>
      which
        .slice(group * lanes, (group + 1) * lanes)
        .map((draw) => ({ block: Math.floor(draw / lanes), lane: draw % lanes })),
    );
  }

  /** Puts another leg of the same moments in the place of one that follows: what is carried next is carried over it. */
  replan(leg: number, to: Leg): void {
    // Legs that were laid out with this one keep what was laid.
    const others = this.#alike.flatMap((first, other) => (first === leg && other !== leg ? [other] : []));
    const [heir] = others;
    if (heir !== undefined) {
      this.#prepared[heir] = this.#prepared[leg]!;
      this.#pilots[heir] = this.#pilots[leg];
      for (const other of others) this.#alike[other] = heir;
    }
    this.#alike[leg] = leg;
    this.#plans[leg] = new LegPlans(to, this.#options, this.program.layout.moments);
    this.#prepared[leg] = [];
    this.#pilots[leg] = undefined;
  }

  /** Carries blocks over the past that references are read in, and sets their rows, before the leg that begins with it. */
  #lookBack(leg: number, blocks: readonly Block[]): void {
    const { first, end } = this.#past;
    if (leg !== 0 || first === end) return;
    const past: { leg: Leg; carried: readonly Carried[] }[] = [];
    for (let i = first; i < end; i++)
      past.push({ leg: this.#plans[i]!.leg, carried: this.carry(i, blocks, past.at(-1)?.carried) });
    readReferences(this.program.layout, this.lanes, past, blocks);
  }

  /**
   * Lays the steps of a leg where the central draw needs them. A leg that branches begins where the central draw ended
   * the first one.
   */
  #layOut(given: number, branches: boolean): void {
    const leg = this.#alike[given]!;
    if (this.#pilots[leg] !== undefined) return;
    const plans = this.#plans[leg]!;
    // Of a runner of its own, so that the plans of the trials do not stay in memory.
    const runner = this.program.runner();
    const { pilot, tolerance, finest } = this.#options;
    const { central, parameterRows } = this.program.layout;
    for (let row = 0; row < parameterRows; row++)
      runner.parameters.fill(central[row]!, row * this.lanes, (row + 1) * this.lanes);
    const from = branches ? this.#pilots[0]?.slice() : undefined;
    if (from !== undefined) this.#moves[leg]!.apply(from, runner.parameters);
    for (let round = 0; round < PILOT_ROUNDS; round++) {
      const plan = plans.plan(0);
      const { errors, state } = runner.run(runner.prepare(plan), from);
      this.#pilots[leg] = state.slice();
      const middles = Array.from(plan.t, (t, n) => t + plan.h[n]! / 2).filter(
        (_, n) => !(errors[n * this.lanes]! <= pilot * tolerance) && plan.h[n]! > finest,
      );
      if (middles.length === 0) return;
      plans.layStops([...plan.t, ...middles]);
    }
  }

  /** Carries up to `lanes` draws and takes what is good; the rest goes to `open` at the attempt that it needs. */
  #attempt(
    leg: number,
    attempt: number,
    draws: readonly Open[],
    blocks: readonly Block[],
    before: readonly Carried[] | undefined,
    results: readonly Carried[],
    open: Open[][],
  ): void {
    const number = this.#prepare(leg, attempt);
    const plan = this.#plans[leg]!.plan(attempt);
    const { parameterRows, stateRows } = this.program.layout;
    this.#gather(parameterRows, draws, (block) => blocks[block]!.parameters, this.#runner.parameters);
    if (before !== undefined) {
      this.#gather(stateRows, draws, (block) => before[block]!.state, this.#gathered);
      this.#moves[leg]!.apply(this.#gathered, this.#runner.parameters);
    }
    const block = this.#runner.run(number, before === undefined ? undefined : this.#gathered);
    const last = this.#plans[leg]!.last;
    const verdicts = draws.map((_, slot) => this.#judge(leg, attempt, block, plan, slot));
    if (this.#isBlock(draws) && verdicts.every(({ status }) => status === "ok")) {
      const { outputs, state, status, at } = results[draws[0]!.block]!;
      outputs.set(block.outputs);
      state.set(block.state);
      status.fill("ok");
      at.fill(Number.NaN);
      return;
    }
    for (const [slot, draw] of draws.entries()) {
      const verdict = verdicts[slot]!;
      if (verdict.status !== "ok" && verdict.status !== "collapsed" && attempt < last) {
        const next = Math.min(last, Math.max(attempt + 1, verdict.next));
        for (let i = open.length; i <= next; i++) open.push([]);
        open[next]!.push(draw);
      } else this.#take(leg, results[draw.block]!, block, plan, slot, draw.lane, verdict);
    }
  }

  /** Puts rows of draws side by side; lanes without a draw repeat the last one. */
  #gather(rows: number, draws: readonly Open[], from: (block: number) => Float64Array, to: Float64Array): void {
    const lanes = this.lanes;
    if (this.#isBlock(draws)) {
      to.set(from(draws[0]!.block));
      return;
    }
    for (let slot = 0; slot < lanes; slot++) {
      const { block, lane } = draws[Math.min(slot, draws.length - 1)]!;
      const source = from(block);
      for (let row = 0; row < rows; row++) to[row * lanes + slot] = source[row * lanes + lane]!;
    }
  }

  /** Whether the draws are all those of one block, each in its lane. */
  #isBlock(draws: readonly Open[]): boolean {
    const first = draws[0]!.block;
    return draws.length === this.lanes && draws.every(({ block, lane }, i) => block === first && lane === i);
  }

  #prepare(given: number, attempt: number): number {
    const leg = this.#alike[given]!;
    const known = this.#prepared[leg]![attempt];
    if (known !== undefined) return known;
    const number = this.#runner.prepare(this.#plans[leg]!.plan(attempt));
    this.#prepared[leg]![attempt] = number;
    return number;
  }

  #room(leg: number, block: number): Carried {
    const { layout } = this.program;
    const saves = this.#plans[leg]!.leg.save.length;
    this.#carried[leg]![block] ??= {
      outputs: new Float64Array(saves * layout.outputs.length * this.lanes),
      state: new Float64Array(layout.stateRows * this.lanes),
      status: new Array<Status>(this.lanes).fill("ok"),
      at: new Float64Array(this.lanes),
      held: new Float64Array(layout.outputs.length * this.lanes),
    };
    return this.#carried[leg]![block]!;
  }

  /** Whether a lane went through, and if not why. NaN counts as a fault everywhere. */
  #judge(leg: number, attempt: number, block: BlockResult, plan: Plan, slot: number): Verdict {
    const lanes = this.lanes;
    const { layout } = this.program;
    const { tolerance } = this.#options;
    const names = layout.outputs.length + (layout.event ? 1 : 0);
    const plans = this.#plans[leg]!;
    const fault = (status: Status, n: number, next: number): Verdict => ({
      status,
      at: plan.t[n] ?? plans.leg.t1,
      step: n,
      next,
    });
    let worst = 0;
    let first = -1;
    let nothing = 0;
    for (let n = 0; n < plan.t.length; n++) {
      const error = block.errors[n * lanes + slot]!;
      if (layout.event) {
        const value = (which: number) => block.ends[((n * names + names - 1) * 4 + which) * lanes + slot]!;
        // What rounding leaves of the expression at its zero is no more than a trace of where it started.
        if (n === 0) nothing = TRACE * Math.abs(value(0));
        if (!(value(2) > nothing)) {
          if (first >= 0) break;
          if (!(value(0) > nothing)) return { ...fault("collapsed", n, attempt), at: plan.t[n]! };
          // The end of the step lies past the event, so its place rests on the length of the step and on the error.
          if (plans.stepOf(attempt) > EVENT_STEP) return fault("step-too-small", n, plans.attemptOf(EVENT_STEP));
          if (!(error <= (attempt < plans.last ? tolerance : Math.max(tolerance, EVENT_ERROR))))
            return fault(Number.isFinite(error) ? "step-too-small" : "non-finite", n, attempt + 1);
          return { ...fault("collapsed", n, attempt), at: eventTime(plan.t[n]!, plan.h[n]!, value) };
        }
      }
      if (error <= tolerance) continue;
      if (first < 0) first = n;
      if (!Number.isFinite(error)) return fault("non-finite", first, attempt + 1);
      worst = Math.max(worst, error);
    }
    if (first >= 0) return fault("step-too-small", first, attempt + halvings(worst / tolerance));
    for (let row = 0; row < layout.stateRows; row++)
      if (!Number.isFinite(block.state[row * lanes + slot]!)) return fault("non-finite", plan.t.length, attempt + 1);
    return { status: "ok", at: Number.NaN, step: plan.t.length, next: attempt };
  }

  /** Copies what a lane gave; from a collapse on, rates and sizes are zero and counts hold. */
  #take(
    leg: number,
    result: Carried,
    block: BlockResult,
    plan: Plan,
    slot: number,
    lane: number,
    verdict: Verdict,
  ): void {
    const lanes = this.lanes;
    const { layout } = this.program;
    const names = layout.outputs.length;
    const { save } = this.#plans[leg]!.leg;
    result.status[lane] = verdict.status;
    result.at[lane] = verdict.at;
    const collapsed = verdict.status === "collapsed";
    if (collapsed) this.#hold(result, block, plan, slot, lane, verdict);
    for (let row = 0; row < layout.stateRows; row++)
      result.state[row * lanes + lane] = collapsed ? 0 : block.state[row * lanes + slot]!;
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
  #stay(leg: number, result: Carried, before: Carried, lane: number): void {
    const lanes = this.lanes;
    const names = this.program.layout.outputs.length;
    const saves = this.#plans[leg]!.leg.save.length;
    const status = before.status[lane]!;
    result.status[lane] = status;
    result.at[lane] = before.at[lane]!;
    for (let row = 0; row < this.program.layout.stateRows; row++) result.state[row * lanes + lane] = 0;
    for (let o = 0; o < names; o++) {
      const value = status === "collapsed" ? before.held[o * lanes + lane]! : Number.NaN;
      result.held[o * lanes + lane] = value;
      for (let i = 0; i < saves; i++) result.outputs[(i * names + o) * lanes + lane] = value;
    }
  }
}
