import { FronteraError, type Issue, nearest, printable, suggest } from "../errors.ts";
import { isDate } from "./calendar.ts";
import { parseCsv } from "./csv.ts";

/** What a column holds. An optional column may be left out and its cells may be empty. */
export type ColumnSpec =
  | { readonly kind: "text"; readonly optional?: boolean }
  | { readonly kind: "number" | "integer"; readonly low?: number; readonly high?: number; readonly optional?: boolean }
  | { readonly kind: "date"; readonly optional?: boolean }
  | { readonly kind: "one-of"; readonly values: readonly string[]; readonly optional?: boolean };

export type TableSpec = Readonly<Record<string, ColumnSpec>>;

/** Numbers are a Float64Array with NaN where the cell is empty; everything else is text, empty where the cell is. */
type Column<C extends ColumnSpec> = C extends { readonly kind: "number" | "integer" }
  ? Float64Array
  : C extends { readonly kind: "one-of"; readonly values: readonly (infer V)[] }
    ? readonly (V | (C extends { readonly optional: true } ? "" : never))[]
    : readonly string[];

type Cell<C extends ColumnSpec> = Column<C> extends Float64Array ? number : Column<C>[number];

/** One record of a table: the value of every column, and the line of the file it begins on. */
export type Row<S extends TableSpec> = { readonly [K in keyof S]: Cell<S[K]> } & { readonly line: number };

/** Columns of equal length. */
export interface Table<S extends TableSpec> {
  readonly file: string;
  readonly length: number;
  /** Line of the file on which each record begins. */
  readonly line: Int32Array;
  readonly column: { readonly [K in keyof S]: Column<S[K]> };
}

export interface ReadOptions {
  /** Whether a column that the table does not know is an error (default) or is passed over. */
  readonly further?: "refuse" | "ignore";
}

/** So many errors of one file are told at once. */
const MOST_ISSUES = 4;

/**
 * Reads a CSV file whose columns are described by `spec`, in any order.
 * @throws FronteraError with file, line, column, what is expected and received: `missing-column`, `unknown-column`,
 * `missing-value`, `bad-value`, and the errors of `parseCsv`.
 */
export function readTable<const S extends TableSpec>(
  text: string,
  file: string,
  spec: S,
  { further = "refuse" }: ReadOptions = {},
): Table<S> {
  const csv = parseCsv(text, file);
  checkHeader(csv.header, file, spec, further);
  const issues: Issue[] = [];
  let found = 0;
  const column: Record<string, Float64Array | string[]> = {};
  for (const [name, of] of Object.entries(spec)) {
    const at = csv.header.indexOf(name);
    const numeric = of.kind === "number" || of.kind === "integer";
    const target: Float64Array | string[] = numeric ? new Float64Array(csv.rows.length) : [];
    for (const [i, row] of csv.rows.entries()) {
      const cell = at < 0 ? "" : (row.cells[at] ?? "").trim();
      const expected = fault(cell, of);
      if (expected !== undefined && ++found <= MOST_ISSUES)
        issues.push(badCell(file, row.line, name, cell, expected, of));
      target[i] = numeric ? (cell === "" ? Number.NaN : Number(cell)) : cell;
    }
    column[name] = target;
  }
  if (found > MOST_ISSUES)
    issues.push({ code: "bad-value", message: `and ${found - MOST_ISSUES} more values are not usable`, path: file });
  if (issues.length > 0) throw new FronteraError(issues);
  return {
    file,
    length: csv.rows.length,
    line: Int32Array.from(csv.rows, (row) => row.line),
    column: column as Table<S>["column"],
  };
}

/** The records of a table, one object each. */
export function rowsOf<S extends TableSpec>(table: Table<S>): Row<S>[] {
  const columns = Object.entries(table.column) as [string, ArrayLike<unknown>][];
  return Array.from(
    { length: table.length },
    (_, i) => Object.fromEntries([...columns.map(([name, of]) => [name, of[i]]), ["line", table.line[i]]]) as Row<S>,
  );
}

function checkHeader(header: readonly string[], file: string, spec: TableSpec, further: "refuse" | "ignore"): void {
  const known = Object.keys(spec);
  const absent = known.filter((name) => !header.includes(name));
  const foreign = header.filter((name) => !known.includes(name));
  const issues: Issue[] = [];
  for (const name of foreign) {
    // A misspelt optional column would otherwise be passed over in silence.
    const meant = nearest(name, absent);
    if (meant !== undefined || further === "refuse")
      issues.push({
        code: "unknown-column",
        message: `unknown column: ${printable(name, 40)}`,
        path: `${file}:1`,
        hint: meant === undefined ? suggest(name, known) : `did you mean ${meant}?`,
      });
  }
  for (const name of absent)
    if (spec[name]?.optional !== true)
      issues.push({
        code: "missing-column",
        message: `column ${name} is missing`,
        path: `${file}:1`,
        expected: known.filter((column) => spec[column]?.optional !== true).join(", "),
        received: header.join(", "),
      });
  if (issues.length > 0) throw new FronteraError(issues.slice(0, MOST_ISSUES));
}

const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** What was expected of the cell, or undefined where it is as it should be. */
function fault(cell: string, spec: ColumnSpec): string | undefined {
  if (cell === "") return spec.optional === true ? undefined : "a value";
  switch (spec.kind) {
    case "text":
      return undefined;
    case "date":
      return isDate(cell) ? undefined : "a date YYYY-MM-DD that exists";
    case "one-of":
      return spec.values.includes(cell) ? undefined : spec.values.join(" or ");
    default: {
      const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
      if (!Number.isFinite(value)) return "a number with a decimal point";
      if (spec.kind === "integer" && !Number.isSafeInteger(value)) return "a whole number";
      if (spec.low !== undefined && value < spec.low) return `at least ${spec.low}`;
      if (spec.high !== undefined && value > spec.high) return `at most ${spec.high}`;
      return undefined;
    }
  }
}

function badCell(file: string, line: number, name: string, cell: string, expected: string, spec: ColumnSpec): Issue {
  const near = spec.kind === "one-of" ? nearest(cell, spec.values) : undefined;
  const hint =
    near !== undefined
      ? `did you mean ${near}?`
      : /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(cell)
        ? "write numbers without commas"
        : undefined;
  return {
    code: cell === "" ? "missing-value" : "bad-value",
    message: cell === "" ? `column ${name} is empty` : `column ${name} cannot be read`,
    path: `${file}:${line}`,
    expected,
    ...(cell === "" ? {} : { received: cell }),
    ...(hint === undefined ? {} : { hint }),
  };
}
