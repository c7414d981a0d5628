import type { Layout, Slot } from "../compile/program.ts";
import { FronteraError, suggest } from "../errors.ts";

/** Where a stock stands in the state. Error: `unknown-stock`. */
export function stockSlot({ stocks }: Layout, id: string): Slot {
  return found(stocks, id, "stock");
}

/** Where a single number stands among the per-draw rows. Error: `unknown-parameter`. */
export function scalarSlot({ parameters }: Layout, id: string): Slot {
  return found(
    parameters.filter(({ length }) => length === 1),
    id,
    "parameter",
  );
}

/** First row of a per-draw value: a number, a column, the knots of a table. Error: `unknown-parameter`. */
export function rowOf({ parameters }: Layout, id: string): number {
  return found(parameters, id, "parameter").offset;
}

function found(slots: readonly Slot[], id: string, kind: "stock" | "parameter"): Slot {
  const slot = slots.find((one) => one.id === id);
  if (slot !== undefined) return slot;
  throw new FronteraError({
    code: `unknown-${kind}`,
    message: `unknown ${kind}: ${id}`,
    hint: suggest(
      id,
      slots.map((one) => one.id),
    ),
  });
}
