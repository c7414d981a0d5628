import { defineModule, type ModuleDeclaration } from "../model/declare.ts";

/** Quantity of `intensity` that multiplies the lethality of conflict in the core. */
export const INTENSITY_MULTIPLIER = "intensity.factor";

/**
 * Intensity of conflict: what no equation explains of why some years are deadlier than others. Its log ξ is given at mid-years,
 * straight lines in between, by every draw; 0 until it does, which is the published core.
 *
 *     lethality × e^ξ(t);   ξ an Ornstein–Uhlenbeck process with mean 0
 *
 * Its spread and memory (evidence/parameters.csv) were set by the authors on the years 2012–2023; memory is not identified by
 * so few years. Whether it comes from outside or is the answer of state and groups cannot be told.
 */
export function intensity(midYears: readonly string[]): ModuleDeclaration {
  return defineModule({
    name: "intensity",
    about: "intensity of conflict, which no equation explains",
    source: ["frontera_calibration"],
    tables: {
      logIntensity: {
        about: "natural log of the intensity of conflict (ξ)",
        unit: "1",
        at: midYears,
        values: midYears.map(() => 0),
        perDraw: true,
        source: ["frontera_calibration"],
      },
    },
    auxiliaries: {
      factor: {
        about: "lethality of conflict as a multiple of what groups and rivalries explain",
        unit: "1",
        equation: "exp(lookup(logIntensity, time))",
      },
    },
  });
}
