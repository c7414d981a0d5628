import type { fit as english } from "../../language/en/fit.ts";
import type { SubsystemId } from "../scenarios/subsystems.ts";

/** Id of an observation equation, for `frontera fit`; the catalogue says what it is about. */
export type ObservationId = keyof typeof english extends infer K ? (K extends `about ${infer Id}` ? Id : never) : never;

/** How a series of the evidence meets an outcome of the model: which, added up how, with what noise. */
export interface ObservationEquation {
  readonly id: ObservationId;
  readonly subsystem: SubsystemId;
  /** Series that are added up period by period; several may tell different periods of one (`first that has the period`). */
  readonly series: readonly (readonly string[])[];
  readonly outcome: string;
  /**
   * `sum`: what a count that only grows gained over the period; `level`: the outcome in the middle of the period.
   */
  readonly reads: "sum" | "level";
  /** The unit of the outcome as the series counts it, e.g. `death` as `person` by one for one. */
  readonly unit: string;
  /** Parameter that the outcome is divided by, where the series counts more than it. */
  readonly over?: string;
  /**
   * Parameters whose squares add to the variance of the log of the series about the outcome; of the difference itself for
   * `points`.
   */
  readonly noise: readonly string[];
  readonly scale: "log" | "points";
  /** Whether a parameter was fitted to it, here or by the authors of the equations. */
  readonly fitted: boolean;
}

/** Observation equations of the parts of the system. Noise as in the fits: docs/guide of each part. */
export const OBSERVATIONS: readonly ObservationEquation[] = [
  {
    id: "homicides-and-missing",
    subsystem: "cartels",
    series: [
      ["mx_homicides_prieto", "mx_homicides_inegi"],
      ["mx_missing_reported_prieto", "mx_missing_reported_rnpdno"],
    ],
    outcome: "killed-so-far",
    reads: "sum",
    unit: "death",
    over: "homicideShare",
    // The intensity of conflict and the noise of a count, which add in squares.
    noise: ["intensitySd", "observationNoise"],
    scale: "log",
    fitted: true,
  },
  {
    id: "synthetic-opioid-deaths",
    subsystem: "fentanyl",
    series: [["us_overdose_deaths_synthetic_opioid"]],
    outcome: "synthetic-opioid-deaths-so-far",
    reads: "sum",
    unit: "death",
    noise: ["observation.syntheticDeathsShown"],
    scale: "log",
    fitted: true,
  },
  {
    id: "heroin-deaths",
    subsystem: "fentanyl",
    series: [["us_overdose_deaths_heroin"]],
    outcome: "heroin-deaths-so-far",
    reads: "sum",
    unit: "death",
    noise: ["observation.heroinDeaths"],
    scale: "log",
    fitted: true,
  },
  {
    id: "fentanyl-seized",
    subsystem: "fentanyl",
    series: [["us_cbp_fentanyl_seized_nationwide"]],
    outcome: "fentanyl-seized-in-bulk-so-far",
    reads: "sum",
    unit: "kg",
    noise: ["observation.seizures"],
    scale: "log",
    fitted: true,
  },
  {
    id: "encounters",
    subsystem: "migration",
    series: [["us_usbp_sw_encounters_khsm"]],
    outcome: "encounters-so-far",
    reads: "sum",
    unit: "encounter",
    noise: ["observation.encountersMonth"],
    scale: "log",
    fitted: true,
  },
  {
    id: "darien-crossings",
    subsystem: "migration",
    series: [["darien_crossings"]],
    outcome: "darien-crossings-so-far",
    reads: "sum",
    unit: "person",
    noise: ["observation.darienCrossings"],
    scale: "log",
    fitted: true,
  },
  {
    id: "interception-events",
    subsystem: "migration",
    series: [["mx_inm_irregular_migrant_events"]],
    outcome: "interception-events-so-far",
    reads: "sum",
    unit: "event",
    noise: ["observation.interceptions"],
    scale: "log",
    fitted: true,
  },
  {
    id: "salience",
    subsystem: "migration",
    series: [["us_gallup_mip_immigration"]],
    outcome: "salience",
    reads: "level",
    unit: "percent",
    noise: ["observation.salience"],
    scale: "points",
    fitted: true,
  },
];
