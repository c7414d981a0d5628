import { gaussianLogLikelihood, ouCovariance } from "../../analysis/conditioning.ts";
import type { Dataset } from "../../data/dataset.ts";
import { exp, log } from "../../math/elementary/index.ts";
import { cholesky } from "../../math/linear-algebra.ts";
import { YEARS } from "./timeline.ts";

/** Homicides and people reported missing in one calendar year [person]. */
export interface Observed {
  readonly year: number;
  readonly value: number;
}

/** Numbers of the observation equation; sources and grades stand in evidence/parameters.csv. */
export interface ObservationParameters {
  /** Standard deviation of the intensity of conflict, on the log scale [1]. */
  readonly intensitySd: number;
  /** Time over which the intensity forgets [year]. */
  readonly intensityTime: number;
  /** Standard deviation of the log of a yearly count about its mean [1]. */
  readonly observationNoise: number;
}

/**
 * How the draws meet the series: ln(homicides + missing) = ln(conflict deaths) − ln(share) + ξ + ε, with the intensity ξ an
 * Ornstein–Uhlenbeck process and ε independent noise. Both are Gaussian and enter linearly, so they are integrated out in
 * closed form: the residuals of a draw have covariance sd²·exp(−|Δ|/time) + noise² I.
 */
export class Observation {
  readonly years: readonly Observed[];
  readonly #lower: Float64Array;
  readonly #logs: Float64Array;
  readonly #residuals: Float64Array;
  readonly #at: readonly number[];
  /** Log-likelihood of a perfect fit. */
  readonly #perfect: number;

  constructor(years: readonly Observed[], parameters: ObservationParameters) {
    this.years = years;
    const { intensitySd, intensityTime, observationNoise } = parameters;
    const times = years.map(({ year }) => year);
    this.#lower = cholesky(ouCovariance(times, intensitySd, intensityTime, observationNoise), years.length);
    this.#logs = Float64Array.from(years, ({ value }) => log(value));
    this.#residuals = new Float64Array(years.length);
    this.#at = times.map((year) => YEARS.indexOf(year));
    this.#perfect = gaussianLogLikelihood(this.#residuals, this.#lower);
  }

  /**
   * Log-likelihood of a draw less that of a perfect fit, so at most 0. `deaths`: conflict deaths of every calendar year in
   * the order of `YEARS` [person]; `share`: their share in homicides and missing [1].
   */
  logLikelihood(deaths: ArrayLike<number>, share: number): number {
    for (let i = 0; i < this.#logs.length; i++)
      this.#residuals[i] = this.#logs[i]! - log(deaths[this.#at[i]!]! / share);
    const value = gaussianLogLikelihood(this.#residuals, this.#lower) - this.#perfect;
    return Number.isFinite(value) ? value : Number.NEGATIVE_INFINITY;
  }
}

/** One whole unit of weight: sums of whole numbers are exact, and the same in any order. */
const WEIGHT_UNIT = 1 << 30;

/** Weight of a draw as a whole number; a perfect fit has 2^30. */
export function wholeWeight(logLikelihood: number): number {
  return Math.round(exp(logLikelihood) * WEIGHT_UNIT);
}

/** Homicides and people reported missing by year, from the series that the published study used and the register of 2023. */
export function observedYears(dataset: Dataset): Observed[] {
  return YEARS.flatMap((year) => {
    const homicides = dataset.yearly("mx_homicides_prieto", year) ?? dataset.yearly("mx_homicides_inegi", year);
    const missing =
      dataset.yearly("mx_missing_reported_prieto", year) ?? dataset.yearly("mx_missing_reported_rnpdno", year);
    return homicides === undefined || missing === undefined ? [] : [{ year, value: homicides + missing }];
  });
}

/** The numbers of the observation equation, from the table of parameters. */
export function observationParameters(dataset: Dataset): ObservationParameters {
  return {
    intensitySd: dataset.parameter("intensitySd").value,
    intensityTime: dataset.parameter("intensityTime").value,
    observationNoise: dataset.parameter("observationNoise").value,
  };
}
