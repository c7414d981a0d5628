import { cos, exp, sin } from "../math/elementary/index.ts";
import type { RightHandSide } from "./stepper.ts";

/** An initial value problem from t = 0 to 20. */
export interface Problem {
  readonly name: string;
  readonly f: RightHandSide;
  readonly y0: readonly number[];
  /** The solution, where there is a closed form. */
  readonly exact?: (t: number) => readonly number[];
}

/** End of every problem. */
export const DETEST_END = 20;

/**
 * Classes A (single equations) and B (small systems) of the problems on which explicit methods are compared: Hull,
 * Enright, Fellen & Sedgwick (1972), Comparing numerical methods for ordinary differential equations,
 * doi:10.1137/0709052.
 */
export const detest: readonly Problem[] = [
  {
    name: "A1, decay",
    y0: [1],
    f: (_t, y, dydt) => {
      dydt[0] = -y[0]!;
    },
    exact: (t) => [exp(-t)],
  },
  {
    name: "A2, a case of Riccati's equation",
    y0: [1],
    f: (_t, y, dydt) => {
      dydt[0] = (-y[0]! * y[0]! * y[0]!) / 2;
    },
    exact: (t) => [1 / Math.sqrt(1 + t)],
  },
  {
    name: "A3, an oscillation",
    y0: [1],
    f: (t, y, dydt) => {
      dydt[0] = y[0]! * cos(t);
    },
    exact: (t) => [exp(sin(t))],
  },
  {
    name: "A4, logistic growth",
    y0: [1],
    f: (_t, y, dydt) => {
      dydt[0] = (y[0]! / 4) * (1 - y[0]! / 20);
    },
    exact: (t) => [20 / (1 + 19 * exp(-t / 4))],
  },
  {
    name: "A5, a spiral",
    y0: [4],
    f: (t, y, dydt) => {
      dydt[0] = (y[0]! - t) / (y[0]! + t);
    },
  },
  {
    name: "B1, two populations in conflict",
    y0: [1, 3],
    f: (_t, y, dydt) => {
      dydt[0] = 2 * (y[0]! - y[0]! * y[1]!);
      dydt[1] = -(y[1]! - y[0]! * y[1]!);
    },
  },
  {
    name: "B2, a linear reaction",
    y0: [2, 0, 1],
    f: (_t, y, dydt) => {
      dydt[0] = y[1]! - y[0]!;
      dydt[1] = y[0]! - 2 * y[1]! + y[2]!;
      dydt[2] = y[1]! - y[2]!;
    },
    // Eigenvectors (1, 1, 1), (1, 0, −1) and (1, −2, 1) with eigenvalues 0, −1 and −3.
    exact: (t) => [1 + (exp(-t) + exp(-3 * t)) / 2, 1 - exp(-3 * t), 1 - (exp(-t) - exp(-3 * t)) / 2],
  },
  {
    name: "B3, a nonlinear reaction",
    y0: [1, 0, 0],
    f: (_t, y, dydt) => {
      dydt[0] = -y[0]!;
      dydt[1] = y[0]! - y[1]! * y[1]!;
      dydt[2] = y[1]! * y[1]!;
    },
  },
  {
    name: "B4, the integral surface of a torus",
    y0: [3, 0, 0],
    f: (_t, y, dydt) => {
      const r = Math.sqrt(y[0]! * y[0]! + y[1]! * y[1]!);
      dydt[0] = -y[1]! - (y[0]! * y[2]!) / r;
      dydt[1] = y[0]! - (y[1]! * y[2]!) / r;
      dydt[2] = y[0]! / r;
    },
    exact: (t) => [(2 + cos(t)) * cos(t), (2 + cos(t)) * sin(t), sin(t)],
  },
  {
    name: "B5, motion of a rigid body",
    y0: [0, 1, 1],
    f: (_t, y, dydt) => {
      dydt[0] = y[1]! * y[2]!;
      dydt[1] = -y[0]! * y[2]!;
      dydt[2] = -0.51 * y[0]! * y[1]!;
    },
  },
];
