import { printable } from "../errors.ts";
import { overlapInWeeks, type Period, weekOf } from "./calendar.ts";
import type { Findings } from "./findings.ts";
import { observationPeriod, PERIOD_KINDS, type PeriodKind } from "./observation-period.ts";
import { CONFIDENCE, type Confidence, checkSources, type Source } from "./source.ts";
import { type Row, readTable, rowsOf, type TableSpec } from "./table.ts";
import { formatUnit, parseUnit, sameUnit, type Unit } from "./units.ts";

/** One figure of a series. */
export interface Observation {
  /** As the table has it. */
  readonly date: string;
  readonly kind: PeriodKind;
  /** The days it is about. */
  readonly period: Period;
  /** In the unit of its series. */
  readonly value: number;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note: string;
  /** File and line, for messages. */
  readonly at: string;
}

/** Figures of one quantity under one definition, in the order of time. */
export interface Series {
  readonly id: string;
  readonly unit: string;
  readonly rows: readonly Observation[];
}

const SERIES = {
  date: { kind: "text" },
  period: { kind: "one-of", values: PERIOD_KINDS },
  series: { kind: "text" },
  value: { kind: "number" },
  unit: { kind: "text" },
  source_id: { kind: "text" },
  confidence: { kind: "one-of", values: CONFIDENCE },
  note: { kind: "text", optional: true },
} as const satisfies TableSpec;

const ID = /^[a-z0-9][a-z0-9_-]*$/;

interface Draft {
  readonly unit: Unit;
  readonly at: string;
  readonly rows: Observation[];
  readonly seen: Map<string, string>;
}

/**
 * Reads tables of series. A series may be spread over several of them. Gathers `bad-id`, `unknown-source`, `unknown-unit`,
 * `mixed-unit`, `invalid-period`, `duplicate-row`, `mixed-periods`, `empty-table`, and the errors of `readTable`.
 */
export function readSeries(
  tables: readonly (readonly [file: string, text: string])[],
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): ReadonlyMap<string, Series> {
  const drafts = new Map<string, Draft>();
  for (const [file, text] of tables) {
    const table = findings.attempt(() => readTable(text, file, SERIES));
    if (table === undefined) continue;
    if (table.length === 0)
      findings.add({ code: "empty-table", message: "the table has a header and no rows", path: file });
    for (const row of rowsOf(table)) take(row, `${file}:${row.line}`, drafts, sources, findings);
  }
  return new Map([...drafts].map(([id, draft]) => [id, finished(id, draft, findings)]));
}

/** The value of a calendar year [unit of the series], of the whole year or at its end, if the series has one. */
export function valueIn(series: Series, year: number): number | undefined {
  return series.rows.find(({ kind, date }) => (kind === "year" || kind === "year_end") && Number(date) === year)?.value;
}

/** Orders observations by the start, then by the end of their periods. */
export function byTime(a: Observation, b: Observation): number {
  return weekOf(a.period.start, b.period.start) || weekOf(a.period.end, b.period.end);
}

function take(
  row: Row<typeof SERIES>,
  at: string,
  drafts: Map<string, Draft>,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): void {
  if (!ID.test(row.series))
    findings.add({
      code: "bad-id",
      message: "a series has an unusable id",
      path: at,
      expected: "small letters, digits, _ and -",
      received: row.series,
    });
  checkSources(row.source_id, at, sources, findings);
  const unit = findings.attempt(() => parseUnit(row.unit), at);
  const period = findings.attempt(() => observationPeriod(row.date, row.period), at);
  if (unit === undefined || period === undefined) return;
  const draft = drafts.get(row.series) ?? { unit, at, rows: [], seen: new Map<string, string>() };
  drafts.set(row.series, draft);
  if (!sameUnit(unit, draft.unit))
    findings.add({
      code: "mixed-unit",
      message: `series ${printable(row.series, 60)} changes its unit`,
      path: at,
      expected: `${formatUnit(draft.unit)}, as in ${draft.at}`,
      received: row.unit,
      hint: "convert the value, or give the row a series of its own",
    });
  const key = `${row.date} ${row.period}`;
  const before = draft.seen.get(key);
  if (before !== undefined)
    findings.add({
      code: "duplicate-row",
      message: `series ${printable(row.series, 60)} has two rows for ${printable(row.date, 30)} (${row.period})`,
      path: at,
      hint: `the other stands in ${before}`,
    });
  draft.seen.set(key, at);
  const { date, period: kind, value, source_id: source, confidence, note } = row;
  draft.rows.push({ date, kind, period, value, source, confidence, note, at });
}

/** Sorts the rows. Periods of different kinds in one series may not share days: a sum would count those twice. */
function finished(id: string, draft: Draft, findings: Findings): Series {
  const rows = draft.rows.sort(byTime);
  if (new Set(rows.map(({ kind }) => kind)).size > 1)
    for (const [i, row] of rows.entries()) {
      const other = rows
        .slice(0, i)
        .find(({ kind, period }) => kind !== row.kind && overlapInWeeks(period, row.period) > 0);
      if (other !== undefined)
        findings.add({
          code: "mixed-periods",
          message: `series ${printable(id, 60)} covers the same days by a ${other.kind} and by a ${row.kind}`,
          path: row.at,
          hint: `the other stands in ${other.at}; give one of them a series of its own`,
        });
    }
  return { id, unit: formatUnit(draft.unit), rows };
}
