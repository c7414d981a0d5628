import type { Layout } from "../compile/program.ts";
import { FronteraError } from "../errors.ts";
import type { Move } from "./leg.ts";
import { scalarSlot, stockSlot } from "./slots.ts";

/** A move in terms of rows. */
interface PlacedMove {
  readonly from: number;
  readonly to: number;
  /** Row of the parameter that holds the share, or the share itself. */
  readonly row: number | undefined;
  readonly share: number;
}

/** What goes from one row to another leaves the first to the last bit: nothing is made or lost. */
export class Moves {
  readonly #placed: readonly PlacedMove[];
  readonly #lanes: number;

  /** Errors: `unknown-stock`, `unknown-parameter`, `bad-move` (an element that is not one, a share outside 0 to 1). */
  constructor(moves: readonly Move[], layout: Layout, lanes: number) {
    this.#lanes = lanes;
    this.#placed = moves.map((move) => placed(move, layout));
  }

  get none(): boolean {
    return this.#placed.length === 0;
  }

  /** Changes `state` [state][lane]; `parameters` [row][lane] are those of the same lanes. */
  apply(state: Float64Array, parameters: Float64Array): void {
    const lanes = this.#lanes;
    for (const { from, to, row, share } of this.#placed)
      for (let lane = 0; lane < lanes; lane++) {
        const here = state[from * lanes + lane]!;
        const part = (row === undefined ? share : parameters[row * lanes + lane]!) * here;
        state[from * lanes + lane] = here - part;
        state[to * lanes + lane]! += part;
      }
  }
}

function placed({ stock, from, to, share }: Move, layout: Layout): PlacedMove {
  const slot = stockSlot(layout, stock);
  for (const element of [from, to])
    if (!(Number.isInteger(element) && element >= 0 && element < slot.length))
      throw new FronteraError({
        code: "bad-move",
        message: `${stock} has no element ${element}`,
        expected: `a whole number from 0 to ${slot.length - 1}`,
      });
  const rows = { from: slot.offset + from, to: slot.offset + to };
  if (typeof share === "number") {
    if (!(share >= 0 && share <= 1))
      throw new FronteraError({
        code: "bad-move",
        message: `the share of ${stock} that moves is of no use`,
        expected: "a number from 0 to 1",
        received: String(share),
      });
    return { ...rows, row: undefined, share };
  }
  return { ...rows, row: scalarSlot(layout, share).offset, share: Number.NaN };
}
