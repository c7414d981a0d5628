import type { Dataset } from "../../../data/dataset.ts";
import { exp } from "../../../math/elementary/index.ts";
import type { Departures, SystemOutcome, YearMean } from "./document.ts";

/** Origins as the corridor tells them apart, with the table of their departures. */
const ORIGINS = {
  mexico: "migration.logDeparturesMexico",
  "northern-central-america": "migration.logDeparturesCentral",
  "by-darien": "migration.logDeparturesByDarien",
  "around-darien": "migration.logDeparturesBypass",
  others: "migration.logDeparturesOthers",
} as const;

/**
 * Departures by origin at the mean pace of 2023, season and dated shocks apart: what the last knot of each fitted table holds
 * constant from then on.
 */
export function departuresOf(dataset: Dataset): Departures[] {
  return Object.entries(ORIGINS).map(([origin, table]) => {
    const { values, grade } = dataset.calibratedTable(table);
    return { origin: origin as keyof typeof ORIGINS, perWeek: exp(values.at(-1)!), grade };
  });
}

/** Bands of an outcome averaged over the weeks of a year. */
export function yearMean(
  outcome: Pick<SystemOutcome, "median" | "low90" | "high90">,
  dates: readonly string[],
  year: number,
): YearMean {
  const own = dates.flatMap((date, i) => (date.startsWith(String(year)) ? [i] : []));
  const mean = (line: readonly number[]) => own.reduce((sum, i) => sum + line[i]!, 0) / own.length;
  return { year, median: mean(outcome.median), low90: mean(outcome.low90), high90: mean(outcome.high90) };
}

export type OriginId = keyof typeof ORIGINS;
