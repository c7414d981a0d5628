import type { VectorInstruction } from "./encoder.ts";
import type { BinaryFunction, UnaryFunction } from "./graph.ts";

/** Parameters of a kernel: where its record of the plan and its block of outputs stand. */
export const RECORD = 0;
export const BLOCK = 1;
/** Integer locals: byte offset of the row, of its entry in a table of integers, positions in a sparse matrix. */
export const ROW = 2;
export const ENTRY = 3;
export const POSITION = 4;
export const POSITION_END = 5;
export const COLUMN = 6;
export const KNOT = 7;

/** Functions that are one instruction; all others are called. */
export const UNARY_INSTRUCTION: Partial<Record<UnaryFunction, VectorInstruction>> = {
  neg: "f64Neg",
  abs: "f64Abs",
  sqrt: "f64Sqrt",
};
export const BINARY_INSTRUCTION: Partial<Record<BinaryFunction, VectorInstruction>> = {
  add: "f64Add",
  sub: "f64Sub",
  mul: "f64Mul",
  div: "f64Div",
  min: "f64Min",
  max: "f64Max",
};
export const COMPARISON: Readonly<Record<string, VectorInstruction>> = {
  "<": "f64Lt",
  "<=": "f64Le",
  ">": "f64Gt",
  ">=": "f64Ge",
  "==": "f64Eq",
  "!=": "f64Ne",
};
