import { type CompileOptions, compile } from "../compile/compile.ts";
import type { Layout } from "../compile/program.ts";
import type { Model } from "../model/model.ts";
import { type Block, type Carried, Carrier } from "./carrier.ts";
import type { Leg, StepOptions } from "./leg.ts";

/** Writes the rows of one draw into a block of parameters. [row][lane] */
export type Fill = (draw: number, lane: number, parameters: Float64Array) => void;

/** Reads one draw: what every leg gave, in the order of the legs, and the state before the first. */
export type Reader = (draw: number, lane: number, legs: readonly Carried[], start: Carried) => void;

export interface BlockOptions {
  readonly steps?: StepOptions | undefined;
  readonly compile?: CompileOptions | undefined;
}

/**
 * Carries draws in batches of blocks: over the first leg from their start, then over every further leg from the state at the end of
 * the first, so that history is integrated once however many futures follow.
 */
export class Blocks {
  readonly layout: Layout;
  readonly lanes: number;
  readonly #carrier: Carrier;
  readonly #legs: number;
  /** Rows of every block of a batch; reused. */
  readonly #parameters: Float64Array[] = [];
  readonly #fill: Fill;
  /** The batch at hand: its first draw, its blocks, and what every leg gave. */
  #first = 0;
  #blocks: Block[] = [];
  #carried: (readonly Carried[])[] = [];

  constructor(model: Model, legs: readonly Leg[], fill: Fill, options: BlockOptions = {}) {
    const program = compile(model, options.compile);
    this.layout = program.layout;
    const [first] = legs;
    // A leg without length hands over the initial state.
    const start: Leg = { t0: first?.t0 ?? 0, t1: first?.t0 ?? 0, save: [] };
    this.#carrier = new Carrier(program, [...legs, start], options.steps);
    this.lanes = this.#carrier.lanes;
    this.#legs = legs.length;
    this.#fill = fill;
  }

  /** Carries draws `first` … `first + count` − 1 and hands each over, in order. */
  run(first: number, count: number, read: Reader): void {
    this.open(first, count);
    for (let leg = 1; leg < this.#legs; leg++) this.carry(leg);
    this.read(read);
  }

  /** Takes up draws `first` … `first + count` − 1 and carries them over the first leg. */
  open(first: number, count: number): void {
    this.#first = first;
    this.#blocks = [];
    for (let done = 0; done < count; done += this.lanes) {
      const here = Math.min(this.lanes, count - done);
      const parameters = this.#rows(this.#blocks.length);
      for (let lane = 0; lane < here; lane++) this.#fill(first + done + lane, lane, parameters);
      this.#blocks.push({ count: here, parameters });
    }
    this.#carried = [this.#carrier.carry(0, this.#blocks)];
  }

  /**
   * Carries the batch at hand over a further leg, with its rows as they are now. `which`: draws of the batch that are carried,
   * rising, where the others stay as the leg was carried last.
   */
  carry(leg: number, which?: readonly number[]): void {
    this.#carried[leg] = this.#carrier.carry(leg, this.#blocks, this.#carried[0], which);
  }

  /** Puts another leg of the same moments in the place of one that follows the first. */
  replan(leg: number, to: Leg): void {
    this.#carrier.replan(leg, to);
  }

  /** A leg in which nothing differs from another is as that one: it is not carried again. */
  repeat(leg: number, of: number): void {
    this.#carried[leg] = this.#carrier.repeat(leg, this.#blocks, this.#carried[of]!);
  }

  /** Sets rows of draw `i` of the batch at hand, from `row` on. They hold until they are set again, in later batches too. */
  set(i: number, row: number, values: ArrayLike<number>): void {
    const { lanes } = this;
    const parameters = this.#parameters[Math.floor(i / lanes)]!;
    for (let k = 0; k < values.length; k++) parameters[(row + k) * lanes + (i % lanes)] = values[k]!;
  }

  /** How draw `i` of the batch at hand came through a leg, and an output of it at a save point of the leg. */
  status(leg: number, i: number): Carried["status"][number] {
    return this.#carried[leg]![Math.floor(i / this.lanes)]!.status[i % this.lanes]!;
  }

  output(leg: number, i: number, save: number, output: number): number {
    const { outputs } = this.#carried[leg]![Math.floor(i / this.lanes)]!;
    return outputs[(save * this.layout.outputs.length + output) * this.lanes + (i % this.lanes)]!;
  }

  /** The same at several save points, written to `line`. */
  line(leg: number, i: number, saves: readonly number[], output: number, line: Float64Array): void {
    const { lanes } = this;
    const { outputs } = this.#carried[leg]![Math.floor(i / lanes)]!;
    const names = this.layout.outputs.length;
    const first = output * lanes + (i % lanes);
    for (let k = 0; k < saves.length; k++) line[k] = outputs[saves[k]! * names * lanes + first]!;
  }

  /** Hands every draw of the batch at hand over, in order, with the legs that it was carried over. */
  read(read: Reader): void {
    const start = this.#carrier.carry(this.#legs, this.#blocks);
    for (const [i, { count }] of this.#blocks.entries()) {
      const carried = this.#carried.map((leg) => leg[i]!);
      for (let lane = 0; lane < count; lane++) read(this.#first + i * this.lanes + lane, lane, carried, start[i]!);
    }
  }

  /** Room for the rows of a block, at central values until they are filled. */
  #rows(block: number): Float64Array {
    const known = this.#parameters[block];
    if (known !== undefined) return known;
    const { central, parameterRows } = this.layout;
    const rows = new Float64Array(parameterRows * this.lanes);
    for (let row = 0; row < central.length; row++) rows.fill(central[row]!, row * this.lanes, (row + 1) * this.lanes);
    this.#parameters.push(rows);
    return rows;
  }
}
