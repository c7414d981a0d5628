import { LatentPath } from "../../analysis/latent-path.ts";
import type { Dataset } from "../../data/dataset.ts";
import { log } from "../../math/elementary/index.ts";
import type { Key } from "../../math/random.ts";
import { Observation, observationParameters, observedYears } from "../study/observation.ts";
import { YEARS } from "../study/timeline.ts";

/** Reads an outcome of a draw at a date that `reads` lists. */
export type ReadAt = (outcome: string, date: string) => number;

/** How draws of a subsystem are weighted by what was counted. */
export interface Weighing {
  readonly series: readonly string[];
  /** What is read of every draw. */
  readonly reads: readonly { readonly outcome: string; readonly dates: readonly string[] }[];
  /** Log-likelihood of a draw less that of a perfect fit, so at most 0. */
  logLikelihood(read: ReadAt): number;
  /**
   * Differences over their noise, half the sum of whose squares is the log-likelihood with its sign turned. Where they are
   * given, draws are taken near the posterior.
   */
  residuals?(read: ReadAt): Float64Array;
  /** Correlations of priors on the scale of standard normal numbers. */
  readonly correlations?: readonly { readonly a: string; readonly b: string; readonly correlation: number }[];
}

/** Values or priors by parameter id, as a scenario gives them. */
export type ParametersGiven = Readonly<Record<string, string | number>>;

/** What varies in time without an equation, drawn given what was counted. */
export interface Latent {
  /** Tables (`module.table`) that a path fills, one after another, with the number of their knots. */
  readonly tables: readonly { readonly id: string; readonly knots: number }[];
  /** Whether it varies where couplings are off, too. */
  readonly uncoupled: boolean;
  /** What every draw of history without it says of it; reads as the weighing does. */
  observe(read: ReadAt): Float64Array;
  /** Paths under the parameters of a scenario. Error: `bad-value` where it gives a prior to what shapes them. */
  paths(given: ParametersGiven): LatentPaths;
}

export interface LatentPaths {
  /** The knots of all tables in a draw. */
  draw(observations: ArrayLike<number>, key: Key, draw: number): Float64Array;
}

/** Moments at which the intensity of conflict is drawn: the middle of every year that a scenario can reach. */
export const MID_YEARS = Array.from({ length: 39 }, (_, i) => `${2012 + i}-07-02`);

/**
 * Intensity of conflict: what homicides and missing people are above or below what the groups explain, year by year, and how it
 * goes on. Members answer a little to a deadlier year, which is left out where it is drawn: yearly deaths then miss the data by some
 * per cent.
 */
export function conflictIntensity(dataset: Dataset): Latent {
  const observed = observedYears(dataset);
  const { intensitySd: sd, intensityTime: timeScale, observationNoise: noiseSd } = observationParameters(dataset);
  const share = dataset.parameter("homicideShare").value;
  const logs = observed.map(({ value }) => log(value * share));
  const years = MID_YEARS.map((date) => Number(date.slice(0, 4)));
  return {
    tables: [{ id: "intensity.logIntensity", knots: years.length }],
    // With couplings off the core is as published.
    uncoupled: false,
    paths: () =>
      new LatentPath({
        times: years,
        observed: observed.map(({ year }) => years.indexOf(year)),
        sd,
        timeScale,
        noiseSd,
      }),
    observe: (read) =>
      Float64Array.from(
        observed,
        ({ year }, i) =>
          logs[i]! - log(read("killed-so-far", `${year + 1}-01-01`) - read("killed-so-far", `${year}-01-01`)),
      ),
  };
}

/** Homicides and missing people of the past, at the share of conflict deaths that the published study assumed. */
export function cartelWeighing(dataset: Dataset): Weighing {
  const observation = new Observation(observedYears(dataset), observationParameters(dataset));
  const share = dataset.parameter("homicideShare").value;
  const edges = [...YEARS, YEARS[YEARS.length - 1]! + 1].map((year) => `${year}-01-01`);
  const deaths = new Float64Array(YEARS.length);
  return {
    series: ["mx_homicides_prieto", "mx_missing_reported_prieto", "mx_homicides_inegi", "mx_missing_reported_rnpdno"],
    reads: [{ outcome: "killed-so-far", dates: edges }],
    logLikelihood: (read) => {
      for (let i = 0; i < deaths.length; i++)
        deaths[i] = read("killed-so-far", edges[i + 1]!) - read("killed-so-far", edges[i]!);
      return observation.logLikelihood(deaths, share);
    },
  };
}

/** A count over a stretch of time, and the standard deviation of its log about the model. */
interface Count {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly noise: number;
}

/** Counts with log-normal noise, read as differences of an outcome that only grows. */
function countWeighing(series: string, outcome: string, counts: readonly Count[]): Weighing {
  const logs = counts.map(({ value }) => log(value));
  const residuals = (read: ReadAt) =>
    Float64Array.from(
      counts,
      ({ from, to, noise }, i) => (log(read(outcome, to) - read(outcome, from)) - logs[i]!) / noise,
    );
  return {
    series: [series],
    reads: [{ outcome, dates: [...new Set(counts.flatMap(({ from, to }) => [from, to]))] }],
    residuals,
    logLikelihood: (read) => {
      const sum = residuals(read).reduce((squares, z) => squares + z * z, 0);
      return Number.isFinite(sum) ? -sum / 2 : Number.NEGATIVE_INFINITY;
    },
  };
}

/** Deaths by synthetic opioids of every year, with the noise that the equations were fitted with. */
export function overdoseWeighing(dataset: Dataset): Weighing {
  const series = "us_overdose_deaths_synthetic_opioid";
  const counts = YEARS.flatMap((year): Count[] => {
    const value = dataset.yearly(series, year);
    const noise = dataset.parameter(
      year === YEARS[0] ? "observation.syntheticDeathsFirst" : "observation.syntheticDeaths",
    ).value;
    return value === undefined ? [] : [{ from: `${year}-01-01`, to: `${year + 1}-01-01`, value, noise }];
  });
  return {
    ...countWeighing(series, "synthetic-opioid-deaths-so-far", counts),
    // Of the second market only the time of its rise is told by the series, not its start and its speed apart.
    correlations: [{ a: "fentanyl.adoptionStartSecond", b: "fentanyl.adoptionRateSecond", correlation: -0.98 }],
  };
}

/** Border Patrol encounters of every year: the knots of departures were fitted to their months at central values. */
export function encounterWeighing(dataset: Dataset): Weighing {
  const series = "us_usbp_sw_encounters_khsm";
  const { rows } = dataset.seriesNamed(series);
  const noise = dataset.parameter("observation.encountersYear").value;
  const counts = YEARS.flatMap((year): Count[] => {
    const months = rows.filter(({ date }) => date.startsWith(`${year}-`));
    const value = months.reduce((sum, row) => sum + row.value, 0);
    return months.length < 12 ? [] : [{ from: `${year}-01-01`, to: `${year + 1}-01-01`, value, noise }];
  });
  return countWeighing(series, "encounters-so-far", counts);
}
