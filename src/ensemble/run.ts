import { type CompileOptions, compile } from "../compile/compile.ts";
import type { Program } from "../compile/program.ts";
import type { Model } from "../model/model.ts";
import { type Carried, Carrier, type Status } from "./carrier.ts";
import type { Leg, StepOptions } from "./leg.ts";
import { scalarSlot, stockSlot } from "./slots.ts";

/** One run of a model. */
export interface SingleRun {
  /** By outcome id, one number a save point. From a collapse on, rates and sizes are exactly 0 and counts hold. */
  readonly outputs: Readonly<Record<string, Float64Array>>;
  /** Rows of a stock at the end, by public name; zeros after a collapse. */
  readonly state: (stock: string) => Float64Array;
  readonly status: Status;
  /** Week of the collapse or of the first fault. */
  readonly at?: number;
}

export interface RunOptions extends StepOptions, CompileOptions {}

/** Runs a model once over a leg, as `runLegs` does. */
export function runOnce(
  model: Model,
  leg: Leg,
  parameters: Readonly<Record<string, number>> = {},
  options: RunOptions = {},
): SingleRun {
  return runLegs(model, [leg], parameters, options);
}

/**
 * Runs a model once over legs that follow one another; outputs are those of all legs, in order. `parameters` by public id
 * replace central values; columns of inputs cannot be replaced.
 * Errors: `unknown-parameter` with the nearest known one, and those of `compile` and `planOf`.
 */
export function runLegs(
  model: Model,
  legs: readonly Leg[],
  parameters: Readonly<Record<string, number>> = {},
  options: RunOptions = {},
): SingleRun {
  const program = compile(model, { ...options, lanes: options.lanes ?? 2 });
  const carrier = new Carrier(program, legs, options);
  const { layout } = program;
  const { lanes } = carrier;
  const blocks = [{ count: 1, parameters: parameterBlock(program, lanes, parameters) }];
  const carried: Carried[] = [];
  for (const i of legs.keys()) carried.push(...carrier.carry(i, blocks, i === 0 ? undefined : [carried[i - 1]!]));
  const block = carried.at(-1)!;
  const names = layout.outputs.length;
  const status = block.status[0]!;
  return {
    outputs: Object.fromEntries(
      layout.outputs.map(({ id }, o) => [
        id,
        Float64Array.from(
          carried.flatMap(({ outputs }, leg) =>
            Array.from({ length: legs[leg]!.save.length }, (_, i) => outputs[(i * names + o) * lanes]!),
          ),
        ),
      ]),
    ),
    state: (stock) => {
      const slot = stockSlot(layout, stock);
      return Float64Array.from({ length: slot.length }, (_, row) => block.state[(slot.offset + row) * lanes]!);
    },
    status,
    ...(status === "ok" ? {} : { at: block.at[0]! }),
  };
}

/** Central values in every lane, with some single numbers replaced. [row][lane] */
export function parameterBlock(
  program: Program,
  lanes: number,
  parameters: Readonly<Record<string, number>> = {},
): Float64Array {
  const { central, parameterRows } = program.layout;
  const block = new Float64Array(parameterRows * lanes);
  for (let row = 0; row < parameterRows; row++) block.fill(central[row]!, row * lanes, (row + 1) * lanes);
  for (const [id, value] of Object.entries(parameters)) {
    const { offset } = scalarSlot(program.layout, id);
    block.fill(value, offset * lanes, (offset + 1) * lanes);
  }
  return block;
}
