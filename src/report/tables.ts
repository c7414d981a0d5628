/** Tables as text: comma-separated values after RFC 4180, and the table of every band of a study. */
import { formatCsv, plainText } from "../data/csv.ts";
import type { StudyDocument } from "../studies/study/document.ts";
import { finite } from "./format.ts";

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * RFC 4180 with line feeds. Numbers carry at most ten significant digits. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function csv({ columns, rows }: Table): string {
  return formatCsv(
    columns,
    rows.map((row) => row.map(cell)),
  );
}

function cell(value: string | number): string {
  return typeof value === "number" ? String(Number(finite(value, "table").toPrecision(10))) : plainText(value);
}

/** `summary.csv`: one row for each scenario, outcome and date, with the median and the 50 and 90 % bands. */
export function summaryTable(document: StudyDocument): Table {
  return {
    columns: ["scenario", "outcome", "date", "unit", "median", "low50", "high50", "low90", "high90"],
    rows: document.bands.flatMap((band) =>
      band.dates.map((date, i) => [
        band.scenario,
        band.id,
        date,
        band.unit,
        at(band.median, i),
        at(band.low50, i),
        at(band.high50, i),
        at(band.low90, i),
        at(band.high90, i),
      ]),
    ),
  };
}

/** A value that must be there: a band whose columns have other lengths than its dates is refused by `csv`. */
function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
