import type { Tableau } from "../math/tableau.ts";

/**
 * An explicit Runge–Kutta method as the lockstep loop uses it: the stages after the first, then the closing evaluation at
 * the end of the step, which serves as the error stage and as the first stage of the next step.
 */
export interface Method {
  readonly name: string;
  /** Stages that have a slope of their own, the first included. */
  readonly stages: number;
  /** Coefficients of stages 2 to `stages`: stage s uses slopes 1 to s − 1. */
  readonly a: readonly (readonly number[])[];
  readonly b: readonly number[];
  readonly c: readonly number[];
  /** Weights of the embedded error over the stages and the closing slope; empty where the method has none. */
  readonly error: readonly number[];
}

/** Drops the last stage where it is the first of the next step. */
export function methodOf(tableau: Tableau): Method {
  const stages = tableau.firstSameAsLast ? tableau.stages - 1 : tableau.stages;
  const error = tableau.error === undefined ? [] : tableau.firstSameAsLast ? tableau.error : [...tableau.error, 0];
  return {
    name: tableau.name,
    stages,
    a: tableau.a.slice(1, stages).map((row) => row.slice()),
    b: tableau.b.slice(0, stages),
    c: tableau.c.slice(0, stages),
    error: [...error],
  };
}
