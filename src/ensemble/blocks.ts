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
    const blocks: Block[] = [];
    for (let done = 0; done < count; done += this.lanes) {
      const here = Math.min(this.lanes, count - done);
      const parameters = this.#rows(blocks.length);
      for (let lane = 0; lane < here; lane++) this.#fill(first + done + lane, lane, parameters);
      blocks.push({ count: here, parameters });
    }
    const history = this.#carrier.carry(0, blocks);
    const legs = [history];
    for (let leg = 1; leg < this.#legs; leg++) legs.push(this.#carrier.carry(leg, blocks, history));
    const start = this.#carrier.carry(this.#legs, blocks);
    for (const [i, { count: here }] of blocks.entries()) {
      const carried = legs.map((leg) => leg[i]!);
      for (let lane = 0; lane < here; lane++) read(first + i * this.lanes + lane, lane, carried, start[i]!);
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
