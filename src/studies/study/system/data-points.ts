import { dateOf, weekOf } from "../../../data/calendar.ts";
import type { Dataset } from "../../../data/dataset.ts";
import { convert } from "../../../data/units.ts";
import { OBSERVATIONS, type ObservationId } from "../../fit/observations.ts";
import { ANCHOR } from "../timeline.ts";
import type { DataPoint } from "./document.ts";

/** Outcomes that a series of the evidence meets one for one, and the observation equation that says how. */
const SEEN: Readonly<Record<string, ObservationId>> = {
  "synthetic-opioid-deaths": "synthetic-opioid-deaths",
  "fentanyl-seized": "fentanyl-seized",
  encounters: "encounters",
  "darien-crossings": "darien-crossings",
  "interception-events": "interception-events",
  salience: "salience",
};

/** Figures of 2012 to 2023 beside an outcome; counts of a period as the mean pace over it. */
export function dataBeside(
  dataset: Dataset,
  outcome: string,
  unit: string,
): { readonly points: readonly DataPoint[]; readonly sources: readonly string[] } {
  const equation = OBSERVATIONS.find(({ id }) => id === SEEN[outcome]);
  if (equation === undefined) return { points: [], sources: [] };
  const series = dataset.seriesNamed(equation.series[0]![0]!);
  const first = weekOf("2012-01-01");
  const last = weekOf(ANCHOR);
  const rows = series.rows.filter(({ period }) => weekOf(period.start) >= first && weekOf(period.end) <= last + 1e-9);
  const counted = equation.unit === series.unit ? 1 : convert(1, series.unit, equation.unit);
  const points = rows.map(({ period, value }): DataPoint => {
    const [from, to] = [weekOf(period.start), weekOf(period.end)];
    const shown =
      equation.reads === "level"
        ? value * counted
        : convert((value * counted) / (to - from), `${equation.unit}/week`, unit);
    return { at: dateOf((from + to) / 2), period: period.label, value: shown };
  });
  return { points, sources: [...new Set(rows.map(({ source }) => source))] };
}
