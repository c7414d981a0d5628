import { cos, log, pow, sin } from "../math/elementary/index.ts";
import type { Comparison } from "../model/expression.ts";
import { BINARY, type BinaryFunction, COMPARE, UNARY, type UnaryFunction } from "./graph.ts";

/** A number and its derivative with respect to time. */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

/** From which side a moment is approached; they differ where something jumps. */
export type Side = "left" | "right";

/** A function of one dual number (Griewank & Walther 2008, doi:10.1137/1.9780898717761). */
export function unaryDual(f: UnaryFunction, { value: x, slope }: Dual): Dual {
  const value = UNARY[f](x);
  const factor = (): number => {
    switch (f) {
      case "neg":
        return -1;
      case "abs":
        return x < 0 ? -1 : 1;
      case "sqrt":
        return 0.5 / value;
      case "exp":
        return value;
      case "log":
        return 1 / x;
      case "tanh":
        return 1 - value * value;
      case "logistic":
        return value * (1 - value);
      case "sin":
        return cos(x);
      case "cos":
        return -sin(x);
    }
  };
  return { value, slope: slope === 0 ? 0 : factor() * slope };
}

/** A function of two dual numbers. */
export function binaryDual(f: BinaryFunction, a: Dual, b: Dual): Dual {
  const value = BINARY[f](a.value, b.value);
  const slope = (): number => {
    switch (f) {
      case "add":
        return a.slope + b.slope;
      case "sub":
        return a.slope - b.slope;
      case "mul":
        return a.slope * b.value + a.value * b.slope;
      case "div":
        return (a.slope - value * b.slope) / b.value;
      case "min":
        return a.value <= b.value ? a.slope : b.slope;
      case "max":
        return a.value >= b.value ? a.slope : b.slope;
      case "pow":
        return (
          (a.slope === 0 ? 0 : b.value * pow(a.value, b.value - 1) * a.slope) +
          (b.slope === 0 ? 0 : value * log(a.value) * b.slope)
        );
    }
  };
  return { value, slope: a.slope === 0 && b.slope === 0 ? 0 : slope() };
}

/** Whether a comparison holds just before (left) or just after (right) a moment at which the two sides may meet. */
export function holds(comparison: Comparison, a: Dual, b: Dual, side: Side): boolean {
  const approach = (a.slope - b.slope) * (side === "left" ? -1 : 1);
  if (a.value === b.value && approach !== 0) return COMPARE[comparison](approach, 0);
  return COMPARE[comparison](a.value, b.value);
}
