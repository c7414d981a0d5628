import { FronteraError, suggest } from "../errors.ts";
import { type Tableau, tableaux } from "../math/tableau.ts";

/**
 * An explicit Runge–Kutta method: its tableau, and what it knows between the ends of a step. Values between are the cubic
 * Hermite polynomial of both ends, plus θ²(1 − θ)² h Σ quartic_i k_i where the method has a free quartic. The added term
 * and its derivative vanish at both ends, so every interpolant joins smoothly.
 */
export interface Method {
  readonly tableau: Tableau;
  /** Order at which the largest error between step ends falls when all steps are shortened. */
  readonly denseOrder: number;
  /** Coefficients of θ⁴ in the weights b_i(θ) of the interpolant, one a stage. */
  readonly quartic?: readonly number[];
}

/** Euler's method (1768). Only to run published Euler scripts again. */
export const euler: Method = { tableau: tableauOf("euler"), denseOrder: 1 };

/** Heun (1900), order 2, with Euler's method embedded. */
export const heun: Method = { tableau: tableauOf("heun"), denseOrder: 2 };

/** Kutta (1901), order 4, without an embedded method. */
export const rk4: Method = { tableau: tableauOf("rk4"), denseOrder: 4 };

/**
 * Dormand & Prince (1980), order 5(4), doi:10.1016/0771-050X(80)90013-3. The interpolant of order 4 is that of Hairer,
 * Nørsett & Wanner (1993), Solving Ordinary Differential Equations I, II.6, doi:10.1007/978-3-540-78862-1.
 */
export const dopri5: Method = {
  tableau: tableauOf("dopri5"),
  denseOrder: 5,
  quartic: [
    -12715105075 / 11282082432,
    0,
    87487479700 / 32700410799,
    -10690763975 / 1880347072,
    701980252875 / 199316789632,
    -1453857185 / 822651844,
    69997945 / 29380423,
  ],
};

/** Tsitouras (2011), order 5(4), with its free interpolant of order 4, doi:10.1016/j.camwa.2011.06.002. The default. */
export const tsit5: Method = {
  tableau: tableauOf("tsit5"),
  denseOrder: 5,
  quartic: [
    -1.0530884977290216, 0.1017, 2.490627285651253, -16.548102889244902, 47.37952196281928, -34.87065786149661, 2.5,
  ],
};

/** All methods, from the plainest to the default. */
export const methods: readonly Method[] = [euler, heun, rk4, dopri5, tsit5];

function tableauOf(name: string): Tableau {
  const tableau = tableaux[name];
  if (tableau === undefined)
    throw new FronteraError({
      code: "unknown-tableau",
      message: `unknown tableau: ${name}`,
      hint: suggest(name, Object.keys(tableaux)),
    });
  return tableau;
}
