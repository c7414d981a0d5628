import { printable } from "../errors.ts";
import type { Findings } from "./findings.ts";
import { GRADES, type Parameter } from "./parameter.ts";
import { checkSources, type Source, sourceIds } from "./source.ts";
import { readTable, rowsOf, type TableSpec } from "./table.ts";
import { parseUnit } from "./units.ts";

/** Who can move a lever; `none` for pressure that is offered to weigh a link and that nobody owns. */
export const CONTROLLERS = ["US", "Mexico", "Panama/Colombia", "China", "none"] as const;
export type Controller = (typeof CONTROLLERS)[number];

/** What a government can set, in physical units. */
export interface Lever {
  readonly id: string;
  readonly name: string;
  readonly nameEs: string;
  readonly about: string;
  readonly aboutEs: string;
  readonly unit: string;
  /** Where it stands in December 2023, and how far it can be set either way [unit]. */
  readonly start: number;
  readonly low: number;
  readonly high: number;
  /** The end that counts as full effort [unit]; it may lie below the start. */
  readonly bound: number;
  /** How far it can be set while no legislature acts [unit]; the bound where none need act. */
  readonly withoutStatute: number;
  readonly controller: Controller;
  /** What it takes in law: executive, statute, treaty or foreign consent. */
  readonly legal: string;
  /** Time in which what is ordered becomes real: a first-order lag [week]. */
  readonly lag: number;
  readonly grade: Parameter["grade"];
  /** Inputs of modules that it moves; none for one that counts in bargaining only. */
  readonly moves: readonly string[];
  /** Who may be harmed, in words. */
  readonly mayHarm: string;
  readonly mayHarmEs: string;
  readonly source: readonly string[];
  /** File and line, for messages. */
  readonly at: string;
}

/** Whether full effort takes a legislature. */
export function needsStatute({ bound, withoutStatute }: Lever): boolean {
  return bound !== withoutStatute;
}

/** How far a level lies beyond what can be done while no legislature acts [unit]; below 0 within it. */
export function beyondExecutive({ start, bound, withoutStatute }: Lever, level: number): number {
  return (level - withoutStatute) * Math.sign(bound - start);
}

const LEVERS = {
  id: { kind: "text" },
  code: { kind: "text" },
  name: { kind: "text" },
  name_es: { kind: "text" },
  about: { kind: "text" },
  about_es: { kind: "text" },
  unit: { kind: "text" },
  low: { kind: "number" },
  start: { kind: "number" },
  high: { kind: "number" },
  bound: { kind: "number" },
  without_statute: { kind: "number", optional: true },
  controller: { kind: "one-of", values: CONTROLLERS },
  legal: { kind: "text" },
  lag: { kind: "number", low: 0 },
  grade: { kind: "one-of", values: GRADES },
  moves: { kind: "text", optional: true },
  may_harm: { kind: "text" },
  may_harm_es: { kind: "text" },
  source_id: { kind: "text" },
} as const satisfies TableSpec;

/**
 * Reads the table of levers, by id, in its order. Gathers `bad-id`, `duplicate-lever`, `bad-bounds`, `unknown-unit`,
 * `unknown-source` and the errors of `readTable`.
 */
export function readLevers(
  text: string,
  file: string,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): ReadonlyMap<string, Lever> {
  const levers = new Map<string, Lever>();
  const table = findings.attempt(() => readTable(text, file, LEVERS));
  if (table === undefined) return levers;
  for (const row of rowsOf(table)) {
    const at = `${file}:${row.line}`;
    const named = printable(row.id, 60);
    if (!/^[a-z]+(-[a-z]+)*$/.test(row.id))
      findings.add({
        code: "bad-id",
        message: "a lever has an unusable id",
        path: at,
        expected: "words-in-kebab-case",
        received: named,
      });
    if (levers.has(row.id))
      findings.add({ code: "duplicate-lever", message: `lever ${named} appears twice`, path: at });
    const { low, start, high, bound } = row;
    const withoutStatute = Number.isNaN(row.without_statute) ? bound : row.without_statute;
    const inside = (value: number) => low <= value && value <= high;
    if (!(low < high && inside(start) && inside(bound) && inside(withoutStatute) && start !== bound))
      findings.add({
        code: "bad-bounds",
        message: `the numbers of lever ${named} do not go together`,
        path: at,
        expected: "low < high, with start, bound and without_statute between them, and a bound that is not the start",
        received: `low ${low}, start ${start}, high ${high}, bound ${bound}, without_statute ${withoutStatute}`,
      });
    findings.attempt(() => parseUnit(row.unit), at);
    checkSources(row.source_id, at, sources, findings);
    levers.set(row.id, {
      id: row.id,
      name: row.name,
      nameEs: row.name_es,
      about: row.about,
      aboutEs: row.about_es,
      unit: row.unit,
      low,
      start,
      high,
      bound,
      withoutStatute,
      controller: row.controller,
      legal: row.legal,
      lag: row.lag,
      grade: row.grade,
      moves: row.moves.split(/\s+/).filter((id) => id !== ""),
      mayHarm: row.may_harm,
      mayHarmEs: row.may_harm_es,
      source: sourceIds(row.source_id),
      at,
    });
  }
  return levers;
}
