import type { Layout } from "../compile/program.ts";
import { FronteraError } from "../errors.ts";
import type { CheckDeclaration, ModelDeclaration } from "../model/declare.ts";
import type { Carried } from "./carrier.ts";

/** How a declared check came out over all draws that went through. */
export interface CheckResult {
  readonly id: string;
  /** Conservation: worst relative residual. Sizes: how far below zero the smallest one lies. */
  readonly value: number;
  readonly tolerance: number;
  readonly pass: boolean;
  /** What was balanced in all, in `unit`. */
  readonly of: number;
  readonly unit: string;
}

/** Where the numbers of a check stand. */
interface Place {
  readonly id: string;
  readonly tolerance: number;
  readonly unit: string;
  /** Rows of what is held against it. */
  readonly held: readonly number[];
  /** Rows of the counters that were added to and taken from it; absent for a check of sizes. */
  readonly gained?: readonly number[];
  readonly lost?: readonly number[];
}

/**
 * Holds the checks that a model declares against the state of every draw at the start and at the end of every leg. A size
 * that is no number fails.
 */
export class CheckMeter {
  readonly #places: readonly Place[];
  readonly #values: Float64Array;
  readonly #of: Float64Array;

  /** Error: `unknown-name` for a check of a stock that the model does not have. */
  constructor(model: ModelDeclaration, layout: Layout) {
    this.#places = model.modules.flatMap(({ name, checks = [] }) =>
      checks.map((check) => placeOf(check, (stock) => slotOf(layout, name, stock, check.id))),
    );
    this.#values = new Float64Array(this.#places.length);
    this.#of = new Float64Array(this.#places.length);
  }

  /** `start`: the state before the first leg. */
  read(start: Carried, legs: readonly Carried[], lanes: number, lane: number): void {
    this.#places.forEach(({ held, gained, lost }, i) => {
      const sum = ({ state }: Carried, rows: readonly number[]) =>
        rows.reduce((total, row) => total + state[row * lanes + lane]!, 0);
      for (const leg of [start, ...legs]) {
        if (gained === undefined || lost === undefined) {
          for (const row of held) this.#worse(i, -leg.state[row * lanes + lane]!);
          this.#of[i]! += sum(leg, held);
        } else {
          const before = sum(start, held) + sum(leg, gained);
          this.#worse(i, Math.abs(before - sum(leg, lost) - sum(leg, held)) / (before || 1));
          this.#of[i]! += sum(leg, held);
        }
      }
    });
  }

  #worse(i: number, value: number): void {
    if (!(value <= this.#values[i]!)) this.#values[i] = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  }

  /** What crosses from thread to thread. */
  data(): CheckData {
    return { values: this.#values, of: this.#of };
  }

  merge({ values, of }: CheckData): void {
    values.forEach((value, i) => {
      this.#worse(i, value);
      this.#of[i]! += of[i]!;
    });
  }

  results(): CheckResult[] {
    return this.#places.map(({ id, tolerance, unit }, i) => ({
      id,
      value: this.#values[i]!,
      tolerance,
      pass: this.#values[i]! <= tolerance,
      of: this.#of[i]!,
      unit,
    }));
  }
}

export interface CheckData {
  readonly values: Float64Array;
  readonly of: Float64Array;
}

/** A stock that empties may end so far below zero, in its unit: what rounding leaves of it. */
const ROUNDING = 1e-9;

type Slot = Layout["stocks"][number];

function placeOf(check: CheckDeclaration, slot: (stock: string) => Slot): Place {
  const rows = (names: readonly string[]) =>
    names.map(slot).flatMap(({ offset, length }) => Array.from({ length }, (_, row) => offset + row));
  if ("nonNegative" in check) {
    const { unit } = slot(check.nonNegative);
    return { id: check.id, tolerance: ROUNDING, unit, held: rows([check.nonNegative]) };
  }
  const conserved = typeof check.conserved === "string" ? [check.conserved] : check.conserved;
  return {
    id: check.id,
    tolerance: check.tolerance,
    unit: conserved.map(slot)[0]?.unit ?? "1",
    held: rows(conserved),
    gained: rows(check.gained),
    lost: rows(check.lost),
  };
}

function slotOf(layout: Layout, module: string, stock: string, check: string): Slot {
  const found = layout.stocks.find(({ id }) => id === `${module}.${stock}` || id === stock);
  if (found !== undefined) return found;
  throw new FronteraError({ code: "unknown-name", message: `check ${check} names an unknown stock: ${stock}` });
}
