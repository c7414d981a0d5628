import { printable } from "../errors.ts";
import { weekOf } from "./calendar.ts";
import type { Findings } from "./findings.ts";
import { GRADES, type Parameter } from "./parameter.ts";
import { checkSources, type Source, sourceIds } from "./source.ts";
import { readTable, rowsOf, type TableSpec } from "./table.ts";
import { parseUnit } from "./units.ts";

/** A function of time that a fit gave, by its knots. */
export interface Calibrated {
  readonly id: string;
  readonly unit: string;
  /** Dates of the knots (YYYY-MM-DD), rising. */
  readonly at: readonly string[];
  /** One value a knot [unit]. */
  readonly values: readonly number[];
  /** The weakest grade of its knots. */
  readonly grade: Parameter["grade"];
  readonly source: readonly string[];
}

const KNOTS = {
  table: { kind: "text" },
  at: { kind: "text" },
  value: { kind: "number" },
  unit: { kind: "text" },
  grade: { kind: "one-of", values: GRADES },
  source_id: { kind: "text" },
  note: { kind: "text", optional: true },
} as const satisfies TableSpec;

const ID = /^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/;

/**
 * Reads fitted functions of time, one knot a row, by id (`module.plainName`). Gathers `bad-id`, `bad-knots`, `mixed-unit`,
 * `unknown-unit`, `unknown-source`, `bad-date` and the errors of `readTable`.
 */
export function readCalibrated(
  tables: readonly (readonly [file: string, text: string])[],
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): ReadonlyMap<string, Calibrated> {
  const found = new Map<string, { at: string[]; values: number[] } & Omit<Calibrated, "at" | "values">>();
  for (const [file, text] of tables) {
    const table = findings.attempt(() => readTable(text, file, KNOTS));
    if (table === undefined) continue;
    for (const row of rowsOf(table)) {
      const path = `${file}:${row.line}`;
      const named = printable(row.table, 60);
      if (!ID.test(row.table))
        findings.add({
          code: "bad-id",
          message: "a table has an unusable id",
          path,
          expected: "module.plainName in camelCase",
          received: named,
        });
      findings.attempt(() => parseUnit(row.unit), path);
      const week = findings.attempt(() => weekOf(row.at), path);
      checkSources(row.source_id, path, sources, findings);
      const known = found.get(row.table);
      if (known === undefined) {
        found.set(row.table, {
          id: row.table,
          unit: row.unit,
          at: [row.at],
          values: [row.value],
          grade: row.grade,
          source: sourceIds(row.source_id),
        });
        continue;
      }
      if (known.unit !== row.unit)
        findings.add({
          code: "mixed-unit",
          message: `${named} has knots in two units`,
          path,
          expected: known.unit,
          received: row.unit,
        });
      if (week !== undefined && week <= weekOf(known.at.at(-1)!))
        findings.add({
          code: "bad-knots",
          message: `the knots of ${named} do not rise in time`,
          path,
          expected: `a date after ${known.at.at(-1)}`,
          received: row.at,
        });
      known.at.push(row.at);
      known.values.push(row.value);
      const grade = [known.grade, row.grade].sort().at(-1)!;
      found.set(row.table, { ...known, grade, source: [...new Set([...known.source, ...sourceIds(row.source_id)])] });
    }
  }
  return found;
}
