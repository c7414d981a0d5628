/**
 * What a compiled model is to the rest of the house: a layout and a runner that carries blocks of draws, in lockstep
 * lanes, over one plan of steps. Arrays are laid out [row][lane] with the lane fastest.
 */

/** A lever or another function of time: piecewise linear, constant outside; equal times make a jump. */
export interface Schedule {
  /** Weeks since 2012-01-01, not decreasing. */
  readonly t: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** The steps that all lanes share, the points where outputs are wanted, the levers. */
export interface Plan {
  /** Start of every step [week]. */
  readonly t: Float64Array;
  /** Length of every step [week]. */
  readonly h: Float64Array;
  /** 1 where the right-hand side may jump at the start of the step. */
  readonly afterBreak: Uint8Array;
  /** Step that every save point belongs to. */
  readonly saveStep: Int32Array;
  /** Cubic Hermite weights of every save point: value and derivative at the start, value and derivative at the end. [save, 4] */
  readonly saveWeight: Float64Array;
  /** Schedules by lever name (`module.name`); a lever left out stays at its start value. */
  readonly schedules?: Readonly<Record<string, Schedule>>;
}

/** One row of the layout: where a name stands and how many rows it has. */
export interface Slot {
  readonly id: string;
  readonly unit: string;
  readonly offset: number;
  readonly length: number;
}

/** Where everything stands in the arrays of a runner. */
export interface Layout {
  /** Per-draw rows: parameters (length 1), inputs and matrix values that differ between draws. */
  readonly parameters: readonly Slot[];
  readonly parameterRows: number;
  /** Central values of the per-draw rows. [parameterRows] */
  readonly central: Float64Array;
  readonly stocks: readonly Slot[];
  readonly stateRows: number;
  readonly outputs: readonly (Slot & { readonly afterEvent: "zero" | "hold" })[];
  readonly levers: readonly { readonly id: string; readonly start: number }[];
  /** Whether the model has a terminal event. */
  readonly event: boolean;
  /** Rows that are mean rates of a stock in the past of the draw itself, and the weeks between which. */
  readonly references: readonly {
    readonly row: number;
    readonly stock: number;
    readonly from: number;
    readonly to: number;
  }[];
  /** Moments that stand in equations, and knots of tables: the right-hand side may have a kink there, rising [week]. */
  readonly moments: Float64Array;
}

/** What a runner hands back. The arrays are views that the next call overwrites. */
export interface BlockResult {
  /** [save][output][lane] */
  readonly outputs: Float64Array;
  /** Largest scaled embedded error of every step, 0 where the tableau has none. [step][lane] */
  readonly errors: Float64Array;
  /**
   * Every output, and after them the event expression where the model has one, at both ends of every step:
   * value and time derivative at the start, value and time derivative at the end. [step][output (+ event)][4][lane].
   * Cubic Hermite interpolation of these four numbers gives any output (or the root of the event) inside a step. Written
   * for steps that hold a save point, and for every step where the model has an event.
   */
  readonly ends: Float64Array;
  /** State at the end. [state][lane] */
  readonly state: Float64Array;
}

/** Owns the memory of one thread. */
export interface Runner {
  readonly lanes: number;
  /** Loads a plan; its number is used in `run`. */
  prepare(plan: Plan): number;
  /** Per-draw rows to be filled before `run`. [parameterRows][lane] */
  readonly parameters: Float64Array;
  /**
   * Carries the lanes over a plan. Starts from the initial expressions, or from `state` ([state][lane]) when given.
   * Never throws for numbers: the caller reads errors, event and outputs.
   */
  run(plan: number, state?: Float64Array): BlockResult;
}

/** A compiled model. */
export interface Program {
  readonly backend: "interpret" | "wasm";
  readonly layout: Layout;
  readonly tableau: string;
  runner(): Runner;
}
