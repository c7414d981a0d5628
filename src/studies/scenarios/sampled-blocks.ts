import { Blocks } from "../../ensemble/blocks.ts";
import type { Carried } from "../../ensemble/carrier.ts";
import { type Leg, type StepOptions, savePlaces } from "../../ensemble/leg.ts";
import { rowOf } from "../../ensemble/slots.ts";
import type { Drawn, Sampler } from "./sampler.ts";

/** Blocks whose draws a sampler makes, and numbers by the names that people use. */
export class SampledBlocks {
  readonly blocks: Blocks;
  readonly #drawn = new Map<number, Drawn>();
  readonly #outputs: ReadonlyMap<string, number>;
  readonly #places: readonly ((week: number) => number)[];

  constructor(sampler: Sampler, legs: readonly Leg[], steps: StepOptions) {
    this.blocks = new Blocks(
      sampler.defined,
      legs,
      (draw, lane, parameters) => {
        const drawn = sampler.draw(draw);
        this.#drawn.set(draw, drawn);
        for (let i = 0; i < rows.length; i++) parameters[rows[i]! * lanes + lane] = drawn.values[i]!;
      },
      { steps },
    );
    const { layout, lanes } = this.blocks;
    const rows = sampler.ids.map((id) => rowOf(layout, id));
    this.#outputs = new Map(layout.outputs.map(({ id }, o) => [id, o]));
    this.#places = legs.map(savePlaces);
  }

  /** What was drawn for a draw that has been taken up. */
  drawn(draw: number): Drawn {
    return this.#drawn.get(draw)!;
  }

  /** Forgets what was drawn. */
  forget(): void {
    this.#drawn.clear();
  }

  /** An outcome of one lane at a save point of a leg. Throws where the leg does not read it. */
  value(legs: readonly Carried[], lane: number, leg: number, outcome: string, week: number): number {
    const output = this.#outputs.get(outcome);
    if (output === undefined) throw new Error(`the run does not read ${outcome}`);
    const { layout, lanes } = this.blocks;
    return legs[leg]!.outputs[(this.#places[leg]!(week) * layout.outputs.length + output) * lanes + lane]!;
  }
}
