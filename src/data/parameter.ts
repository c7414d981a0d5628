import { printable } from "../errors.ts";
import { parseDistribution } from "../math/distributions/index.ts";
import type { Findings } from "./findings.ts";
import { checkSources, type Source, sourceIds } from "./source.ts";
import { type Row, readTable, rowsOf, type TableSpec } from "./table.ts";
import { parseUnit } from "./units.ts";

/** A: estimated from data for this setting; B: literature from elsewhere; C: assumption. */
export const GRADES = ["A", "B", "C"] as const;

/** The weakest of several letters; C where there is none. */
export function weakestGrade(grades: readonly Parameter["grade"][]): Parameter["grade"] {
  return grades.includes("C") || grades.length === 0 ? "C" : grades.includes("B") ? "B" : "A";
}

/** A number of the model that is uncertain or assumed. */
export interface Parameter {
  readonly id: string;
  /** A few words, for labels. */
  readonly name: string;
  readonly nameEs: string;
  /** What it is, in full. */
  readonly about: string;
  readonly aboutEs: string;
  readonly unit: string;
  /** Central value [unit]; not always the median of the prior. */
  readonly value: number;
  /** Distribution [unit], such as `lognormal(110, 1.4)`; absent for a fixed value. */
  readonly prior?: string;
  /** Smallest and largest value that make sense [unit]; infinite where there is no such bound. */
  readonly low: number;
  readonly high: number;
  readonly grade: (typeof GRADES)[number];
  readonly source: readonly string[];
  readonly note: string;
  /** File and line, for messages. */
  readonly at: string;
}

const PARAMETERS = {
  id: { kind: "text" },
  name: { kind: "text" },
  name_es: { kind: "text" },
  about: { kind: "text", optional: true },
  about_es: { kind: "text", optional: true },
  unit: { kind: "text" },
  value: { kind: "number" },
  prior: { kind: "text", optional: true },
  low: { kind: "number", optional: true },
  high: { kind: "number", optional: true },
  grade: { kind: "one-of", values: GRADES },
  source_id: { kind: "text" },
  note: { kind: "text", optional: true },
} as const satisfies TableSpec;

const ID = /^(?:[a-z][A-Za-z0-9]*\.)?[a-z][A-Za-z0-9]*$/;

/**
 * Reads the tables of parameters, by id. Gathers `bad-id`, `duplicate-parameter`, `unknown-unit`, `unknown-source`,
 * `bad-bounds`, `bad-prior`, `empty-table`, the errors of `parseDistribution` and those of `readTable`.
 */
export function readParameters(
  tables: readonly (readonly [file: string, text: string])[],
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const [file, text] of tables) {
    const table = findings.attempt(() => readTable(text, file, PARAMETERS));
    if (table === undefined) continue;
    if (table.length === 0)
      findings.add({ code: "empty-table", message: "the table has a header and no rows", path: file });
    for (const row of rowsOf(table)) {
      const parameter = parameterOf(row, `${file}:${row.line}`);
      check(parameter, sources, findings);
      const before = parameters.get(parameter.id);
      if (before === undefined) parameters.set(parameter.id, parameter);
      else
        findings.add({
          code: "duplicate-parameter",
          message: `parameter ${printable(parameter.id, 60)} appears twice`,
          path: parameter.at,
          hint: `it stands in ${before.at} already`,
        });
    }
  }
  return parameters;
}

function parameterOf(row: Row<typeof PARAMETERS>, at: string): Parameter {
  return {
    id: row.id,
    name: row.name,
    nameEs: row.name_es,
    about: row.about === "" ? row.name : row.about,
    aboutEs: row.about_es === "" ? row.name_es : row.about_es,
    unit: row.unit,
    value: row.value,
    ...(row.prior === "" ? {} : { prior: row.prior }),
    low: Number.isNaN(row.low) ? Number.NEGATIVE_INFINITY : row.low,
    high: Number.isNaN(row.high) ? Number.POSITIVE_INFINITY : row.high,
    grade: row.grade,
    source: sourceIds(row.source_id),
    note: row.note,
    at,
  };
}

function check(of: Parameter, sources: ReadonlyMap<string, Source> | undefined, findings: Findings): void {
  const name = printable(of.id, 60);
  if (!ID.test(of.id))
    findings.add({
      code: "bad-id",
      message: "a parameter has an unusable id",
      path: of.at,
      expected: "plainName or module.plainName in camelCase",
      received: of.id,
    });
  findings.attempt(() => parseUnit(of.unit), of.at);
  checkSources(of.source.join(" "), of.at, sources, findings);
  if (!(of.low <= of.value && of.value <= of.high))
    findings.add({
      code: "bad-bounds",
      message: `the value of ${name} is outside its bounds`,
      path: of.at,
      expected: `from ${of.low} to ${of.high}`,
      received: String(of.value),
    });
  const { prior } = of;
  if (prior === undefined) return;
  const distribution = findings.attempt(() => parseDistribution(prior), of.at);
  if (distribution === undefined) return;
  const [from, to] = distribution.support;
  if (!(from <= of.value && of.value <= to))
    findings.add({
      code: "bad-prior",
      message: `the prior of ${name} leaves out its value`,
      path: of.at,
      expected: `${of.value} within the prior`,
      received: prior,
    });
  if (!(of.low <= from && to <= of.high))
    findings.add({
      code: "bad-prior",
      message: `the prior of ${name} goes beyond its bounds`,
      path: of.at,
      expected: `values from ${of.low} to ${of.high}`,
      received: prior,
    });
}
