import { printable, suggest } from "../errors.ts";
import type { Findings } from "./findings.ts";
import type { Series } from "./series.ts";
import { checkSources, type Source, sourceIds } from "./source.ts";
import { readTable, rowsOf, type TableSpec } from "./table.ts";

/** What a series counts. Series of one group are about the same thing; they are one quantity only if the words agree. */
export interface Definition {
  readonly group: string;
  readonly series: string;
  readonly definition: string;
  /** Series of the group that count otherwise. */
  readonly notWith: readonly string[];
  /** Sources that count so. A row of the series from another source would be a splice. */
  readonly sources: readonly string[];
  /** File and line, for messages. */
  readonly at: string;
}

const DEFINITIONS = {
  group: { kind: "text" },
  series: { kind: "text" },
  definition: { kind: "text" },
  not_with: { kind: "text", optional: true },
  source_id: { kind: "text" },
} as const satisfies TableSpec;

/** In `not_with`: every series of the group that counts otherwise. */
const ALL_OTHERS = "*";

/** Whether both are told to count the same thing in the same way. */
export function sameDefinition(a: Definition | undefined, b: Definition | undefined): boolean {
  return a !== undefined && b !== undefined && a.group === b.group && a.definition === b.definition;
}

/**
 * Reads which series count what, by series. Gathers `unknown-series`, `spliced-series` (a series with two definitions, or
 * with a row from a source that its definition does not name), `unclear-definition` (`not_with` and the words disagree),
 * `unknown-source`, `empty-table`, and the errors of `readTable`.
 */
export function readDefinitions(
  text: string,
  file: string,
  series: ReadonlyMap<string, Series>,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): ReadonlyMap<string, Definition> {
  const table = findings.attempt(() => readTable(text, file, DEFINITIONS));
  const definitions = new Map<string, Definition>();
  if (table === undefined) return definitions;
  if (table.length === 0)
    findings.add({ code: "empty-table", message: "the table has a header and no rows", path: file });
  for (const row of rowsOf(table)) {
    const at = `${file}:${row.line}`;
    checkSources(row.source_id, at, sources, findings);
    if (!series.has(row.series))
      findings.add({
        code: "unknown-series",
        message: `unknown series: ${printable(row.series, 60)}`,
        path: at,
        hint: suggest(row.series, [...series.keys()]),
      });
    const before = definitions.get(row.series);
    if (before !== undefined)
      findings.add({
        code: "spliced-series",
        message: `series ${printable(row.series, 60)} is given two definitions: ${quoted(before.definition)} in ${before.at} and ${quoted(row.definition)}`,
        path: at,
        hint: "make it two series",
      });
    else
      definitions.set(row.series, {
        group: row.group,
        series: row.series,
        definition: row.definition,
        notWith: sourceIds(row.not_with),
        sources: sourceIds(row.source_id),
        at,
      });
  }
  const whole = new Map([...definitions].map(([id, of]) => [id, spelledOut(of, definitions)]));
  for (const of of whole.values()) checkAgreement(of, whole, findings);
  for (const of of whole.values()) checkRows(of, series.get(of.series), findings);
  return whole;
}

function spelledOut(of: Definition, all: ReadonlyMap<string, Definition>): Definition {
  if (!of.notWith.includes(ALL_OTHERS)) return of;
  const others = [...all.values()].filter((other) => other.group === of.group && other.definition !== of.definition);
  return { ...of, notWith: others.map((other) => other.series) };
}

/** `not_with` must name exactly the series of the group with other words: whoever adds one has to look at the others. */
function checkAgreement(of: Definition, all: ReadonlyMap<string, Definition>, findings: Findings): void {
  const group = [...all.values()].filter((other) => other.group === of.group && other !== of);
  for (const id of of.notWith)
    if (!group.some((other) => other.series === id))
      findings.add({
        code: "unknown-series",
        message: `not_with of ${printable(of.series, 60)} names ${printable(id, 60)}, which is not in group ${printable(of.group, 40)}`,
        path: of.at,
        hint: suggest(
          id,
          group.map((other) => other.series),
        ),
      });
  for (const other of group) {
    const apart = of.notWith.includes(other.series);
    if (apart === (other.definition !== of.definition)) continue;
    findings.add({
      code: "unclear-definition",
      message: apart
        ? `series ${printable(of.series, 60)} is kept apart from ${printable(other.series, 60)} and has the same definition`
        : `series ${printable(of.series, 60)} has another definition than ${printable(other.series, 60)} and is not kept apart`,
      path: of.at,
      hint: apart ? "say what differs" : `name ${printable(other.series, 60)} in not_with`,
    });
  }
}

function checkRows(of: Definition, series: Series | undefined, findings: Findings): void {
  for (const row of series?.rows ?? [])
    if (!of.sources.includes(row.source))
      findings.add({
        code: "spliced-series",
        message: `series ${printable(of.series, 60)} has a row from ${printable(row.source, 60)}, which its definition does not name`,
        path: row.at,
        expected: of.sources.join(" or "),
        hint: `if the source counts ${quoted(of.definition)}, name it in ${of.at}; if not, make it another series`,
      });
}

/** A definition as messages show it. */
export function quoted(definition: string): string {
  return `"${printable(definition, 90)}"`;
}
