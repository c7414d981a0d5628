/**
 * Tableaux of explicit Runge–Kutta methods (Butcher 1964, doi:10.1017/S1446788700023387): stage i has the slope
 * k_i = f(t + c_i·h, y + h·Σ_j a_ij·k_j), and the step ends at y + h·Σ_i b_i·k_i.
 */
export interface Tableau {
  /** Name by which a run asks for it. */
  readonly name: string;
  /** The error of a run falls with this power of the step. */
  readonly order: number;
  readonly stages: number;
  /** Weights of the earlier stages. [stage][earlier stage] */
  readonly a: readonly (readonly number[])[];
  /** Weights of the stages at the end of the step; they add to 1. [stage] */
  readonly b: readonly number[];
  /** Times of the stages as parts of the step, the sums of the rows of a. [stage] */
  readonly c: readonly number[];
  /** b less the weights of an embedded method of an order below, where there is one; they add to 0. [stage] */
  readonly error?: readonly number[];
  /** Whether the last stage is the first of the next step. */
  readonly firstSameAsLast: boolean;
}

/** Last row of a of Tsitouras' pair, which is also its b. */
const B = [0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774];
/** Every method, by name. */
export const tableaux: Readonly<Record<string, Tableau>> = {
  /** Euler, Institutionum calculi integralis I (1768), § 650. */
  euler: { name: "euler", order: 1, stages: 1, a: [[]], b: [1], c: [0], firstSameAsLast: false },
  /** Heun, Zeitschrift für Mathematik und Physik 45 (1900) 23–38: the trapezoidal rule; error against Euler's step. */
  heun: {
    name: "heun",
    order: 2,
    stages: 2,
    a: [[], [1]],
    b: [0.5, 0.5],
    c: [0, 1],
    error: [-0.5, 0.5],
    firstSameAsLast: false,
  },
  /** Kutta, Zeitschrift für Mathematik und Physik 46 (1901) 435–453: the classical method; no embedded error. */
  rk4: {
    name: "rk4",
    order: 4,
    stages: 4,
    a: [[], [0.5], [0, 0.5], [0, 0, 1]],
    b: [1 / 6, 1 / 3, 1 / 3, 1 / 6],
    c: [0, 0.5, 0.5, 1],
    firstSameAsLast: false,
  },
  /** Dormand & Prince (1980, doi:10.1016/0771-050X(80)90013-3), RK5(4)7M. */
  dopri5: {
    name: "dopri5",
    order: 5,
    stages: 7,
    a: [
      [],
      [1 / 5],
      [3 / 40, 9 / 40],
      [44 / 45, -56 / 15, 32 / 9],
      [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
      [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
      [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
    ],
    b: [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84, 0],
    c: [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1],
    error: [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40],
    firstSameAsLast: true,
  },
  /** Tsitouras (2011, doi:10.1016/j.camwa.2011.06.002), the pair of orders 5(4) with only the first column assumption. */
  tsit5: {
    name: "tsit5",
    order: 5,
    stages: 7,
    a: [
      [],
      [0.161],
      [-0.008480655492356989, 0.335480655492357],
      [2.8971530571054935, -6.359448489975075, 4.3622954328695815],
      [5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525],
      [5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383],
      B,
    ],
    b: [...B, 0],
    c: [0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1],
    error: [
      -0.001780011052225777, -0.0008164344596567469, 0.007880878010261995, -0.1447110071732629, 0.5823571654525552,
      -0.45808210592918697, 0.015151515151515152,
    ],
    firstSameAsLast: true,
  },
};
