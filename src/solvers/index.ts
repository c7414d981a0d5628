/** Runs of a single state on a plain function, and grids of steps for the compiled programs. */
export { observedOrders, solverFaults } from "./conformance.ts";
export type { TerminalEvent } from "./event.ts";
export { type Grid, type GridOptions, type Knots, planOf } from "./grid.ts";
export { dopri5, euler, heun, type Method, methods, rk4, tsit5 } from "./method.ts";
export { type Solution, type SolveOptions, type Status, solve } from "./solve.ts";
export type { RightHandSide } from "./stepper.ts";
export { type AdaptiveSteps, adaptive, type FixedSteps, fixed, type Steps } from "./steps.ts";
