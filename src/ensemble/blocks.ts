import { type CompileOptions, compile } from "../compile/compile.ts";
import type { Layout } from "../compile/program.ts";
import type { Model } from "../model/model.ts";
import { type Carried, Carrier } from "./carrier.ts";
import type { Leg, StepOptions } from "./leg.ts";

/** Writes the rows of one draw into a block of parameters. [row][lane] */
export type Fill = (draw: number, lane: number, parameters: Float64Array) => void;

/** Reads one draw: what every leg gave, in the order of the legs. */
export type Reader = (draw: number, lane: number, legs: readonly Carried[]) => void;

export interface BlockOptions {
  readonly steps?: StepOptions | undefined;
  readonly compile?: CompileOptions | undefined;
}

/**
 * Carries draws in blocks: over the first leg from their start, then over every further leg from the state at the end of
 * the first, so that history is integrated once however many futures follow.
 */
export class Blocks {
  readonly layout: Layout;
  readonly lanes: number;
  readonly #carrier: Carrier;
  readonly #legs: number;
  readonly #parameters: Float64Array;
  readonly #fill: Fill;

  constructor(model: Model, legs: readonly Leg[], fill: Fill, options: BlockOptions = {}) {
    const program = compile(model, options.compile);
    this.layout = program.layout;
    this.#carrier = new Carrier(program, legs, options.steps);
    this.lanes = this.#carrier.lanes;
    this.#legs = legs.length;
    this.#parameters = new Float64Array(program.layout.parameterRows * this.lanes);
    this.#fill = fill;
    const { central } = program.layout;
    for (let row = 0; row < central.length; row++)
      this.#parameters.fill(central[row]!, row * this.lanes, (row + 1) * this.lanes);
  }

  /** Carries draws `first` … `first + count` − 1 and hands each over, in order. */
  run(first: number, count: number, record: Reader): void {
    for (let done = 0; done < count; done += this.lanes) {
      const here = Math.min(this.lanes, count - done);
      for (let lane = 0; lane < here; lane++) this.#fill(first + done + lane, lane, this.#parameters);
      const history = this.#carrier.carry(0, here, this.#parameters);
      const legs = [history];
      for (let leg = 1; leg < this.#legs; leg++) legs.push(this.#carrier.carry(leg, here, this.#parameters, history));
      for (let lane = 0; lane < here; lane++) record(first + done + lane, lane, legs);
    }
  }
}
