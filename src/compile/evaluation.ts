import type { ElementaryName } from "./elementary.ts";
import type { MatrixData, Node } from "./graph.ts";
import type { ColumnSink } from "./kernel-plan.ts";

/** Where things stand in the memory of a kernel, in bytes. A row is one number for every lane. */
export interface Addresses {
  /** Vectors of two lanes in a row, and bytes of a row. */
  readonly vectors: number;
  readonly rowBytes: number;
  readonly parameters: number;
  /** Constant columns and values that do not change within a draw. */
  readonly fixed: ReadonlyMap<Node, number>;
  /** A column that only one evaluation uses. */
  scratch(node: Node): number;
  matrix(matrix: MatrixData): { readonly starts: number; readonly columns: number; readonly values: number };
  /** Offset of a function of time, or of its slope, in a record. */
  field(node: Node): number;
  rows(over: string): number;
  elementary(name: ElementaryName): number;
}

/** A scalar of an evaluation and where it goes. */
export interface ScalarSink {
  readonly node: Node;
  /** Addresses relative to an integer local: 0 the record, 1 the block of outputs, or undefined for absolute ones. */
  readonly base: 1 | undefined;
  readonly offsets: readonly number[];
  readonly stock?: number;
}

/** A stock to be formed as y + Σ weight·slope before anything else. */
export interface Combination {
  readonly stock: number;
  readonly over: string | undefined;
  readonly first: number;
  readonly rows: number;
  /** Addresses of its old value, of its new one, and of the slopes with the offset of their weight in the record. */
  readonly from: number;
  readonly to: number;
  readonly terms: readonly { readonly slope: number; readonly weight: number }[];
}

/** Embedded error of a stock: Σ weight·slope, over floor + |new value|. */
export interface ErrorEstimate {
  readonly terms: readonly { readonly slope: number; readonly weight: number }[];
  /** Offset of the weight of the closing slope, which is the value just computed. */
  readonly closing: number;
  readonly floor: number;
  /** Address of the new value. */
  readonly value: number;
}

export interface Evaluation {
  /** Address of the state that the equations read. */
  readonly state: number;
  readonly combinations: readonly Combination[];
  readonly columns: readonly ColumnSink[];
  readonly scalars: readonly ScalarSink[];
  readonly errors?: { readonly byStock: readonly ErrorEstimate[]; readonly address: number };
  /** Whether values that do not change within a draw are read from memory. */
  readonly hoisted: boolean;
}
