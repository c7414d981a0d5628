import type { SparseMatrix } from "../model/declare.ts";

/** The groups and what ties them together. */
export interface CartelNetwork {
  /** Id of every group. */
  readonly groups: readonly string[];
  /** Symmetric weights of rivalry. */
  readonly rivalry: SparseMatrix;
  /** Sum of the alliance weights of every group. */
  readonly alliance: readonly number[];
  /** Share of every group in all members at the start; adds to 1. */
  readonly share: readonly number[];
}
