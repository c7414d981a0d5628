import { weekOf } from "../../data/calendar.ts";
import { Dataset } from "../../data/dataset.ts";

/** A day, so that a period that ends with it counts as known [week]. */
const DAY = 1 / 7;

/** No fit used anything later: at this day tables stand as they are, with the rule by which they go on. */
const AS_OF = "2023-12-31";

/**
 * The evidence as it stood at the end of a day: series without the periods that end later, and fitted functions of time without
 * the knots after it. Parameters stay: which of them were fitted with later data in view is said of every experiment.
 */
export function knownUntil(dataset: Dataset, day: string): Dataset {
  if (weekOf(day) >= weekOf(AS_OF)) return dataset;
  const end = weekOf(day) + DAY + 1e-9;
  const series = new Map(
    [...dataset.series].map(([id, one]) => [
      id,
      { ...one, rows: one.rows.filter(({ period }) => weekOf(period.end) <= end) },
    ]),
  );
  const calibrated = new Map(
    [...dataset.calibrated].map(([id, one]) => {
      const count = one.at.filter((date) => weekOf(date) <= weekOf(day)).length;
      // A function of time has two knots: before the second is known it stays where the first is.
      const values = count < 2 ? [one.values[0]!, one.values[0]!] : one.values.slice(0, count);
      return [id, { ...one, at: one.at.slice(0, values.length), values }];
    }),
  );
  return new Dataset({ ...dataset, series, calibrated });
}
