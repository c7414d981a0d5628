import { FronteraError, printable } from "../errors.ts";
import { type Period, periodOf, weekOf } from "./calendar.ts";
import type { Findings } from "./findings.ts";
import { LEVER_IDS, type LeverId } from "./lever-ids.ts";
import { CONFIDENCE, type Confidence, checkSources, type Source } from "./source.ts";
import { type Row, readTable, rowsOf, type TableSpec } from "./table.ts";

/** Governments, and groups of governments acting together. */
export const ACTORS = ["US", "MX", "PA", "CO", "CN", "CA", "regional"] as const;
export type Actor = (typeof ACTORS)[number];

export const ISSUES = [
  "fentanyl",
  "precursors",
  "firearms",
  "migration",
  "extradition",
  "homicide",
  "health",
  "cooperation",
  "development",
  "sanctions",
  "regularisation",
  "trade",
] as const;
export type AgendaIssue = (typeof ISSUES)[number];

export const KINDS = ["ask", "commitment", "action", "statement", "refusal"] as const;
export type AgendaKind = (typeof KINDS)[number];

/** What came of it, as far as the texts read tell: `not told` is not `not done`. */
export const FOLLOW_UPS = ["done", "partly", "not done", "not told"] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** Where it was said or done. HLSD: the High-Level Security Dialogue of Mexico and the United States. */
export const FORUMS = [
  "HLSD 1 (before)",
  "HLSD 1 (Bicentennial Framework)",
  "HLSD 2",
  "HLSD 3",
  "North American Leaders' Summit",
  "security delegation",
  "after security delegation",
  "security implementation group",
  "Trilateral Fentanyl Committee",
  "regional ministerial",
  "before ministerial",
  "ministerial",
  "joint communiqué",
  "presidential",
  "presidential (APEC)",
  "presidential adviser visit",
  "adviser visit",
  "after arrest",
  "CBP-INM, Ciudad Juárez",
  "Palenque summit",
  "Panama-Costa Rica",
  "Panama-US",
  "US-China",
  "unilateral",
] as const;
export type Forum = (typeof FORUMS)[number];

/** One thing that a government asked, promised, did, said or refused. */
export interface AgendaRow {
  /** As the table has it: a day, or a month where the day is not known. */
  readonly date: string;
  /** The days of the date. */
  readonly period: Period;
  readonly forum: Forum;
  readonly actor: Actor;
  readonly issue: AgendaIssue;
  readonly kind: AgendaKind;
  readonly what: string;
  readonly whatEs: string;
  /** To whom, where it is told. */
  readonly counterpart: Actor | null;
  /** The lever that it would move, if there is one. */
  readonly lever: LeverId | null;
  readonly followUp: FollowUp;
  /** Empty where there is nothing to add. */
  readonly followUpNote: string;
  readonly followUpNoteEs: string;
  readonly source: string;
  readonly confidence: Confidence;
  /** File and line, for messages. */
  readonly at: string;
}

const AGENDA = {
  date: { kind: "text" },
  forum: { kind: "one-of", values: FORUMS },
  actor: { kind: "one-of", values: ACTORS },
  issue: { kind: "one-of", values: ISSUES },
  kind: { kind: "one-of", values: KINDS },
  what: { kind: "text" },
  what_es: { kind: "text" },
  counterpart: { kind: "one-of", values: ACTORS, optional: true },
  lever: { kind: "one-of", values: LEVER_IDS, optional: true },
  follow_up: { kind: "one-of", values: FOLLOW_UPS },
  follow_up_note: { kind: "text", optional: true },
  follow_up_note_es: { kind: "text", optional: true },
  source_id: { kind: "text" },
  confidence: { kind: "one-of", values: CONFIDENCE },
} as const satisfies TableSpec;

/** A day or a month. */
const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;

/**
 * Reads the agenda of the talks, in the order of time. Gathers `invalid-date`, `untranslated`, `duplicate-row`,
 * `unknown-source`, `empty-table`, and the errors of `readTable`.
 */
export function readAgenda(
  text: string,
  file: string,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): readonly AgendaRow[] {
  const table = findings.attempt(() => readTable(text, file, AGENDA));
  if (table === undefined) return [];
  if (table.length === 0)
    findings.add({ code: "empty-table", message: "the table has a header and no rows", path: file });
  const seen = new Map<string, string>();
  const rows = rowsOf(table).flatMap((row) => taken(row, `${file}:${row.line}`, seen, sources, findings));
  return rows.sort((a, b) => weekOf(a.period.start, b.period.start));
}

function taken(
  row: Row<typeof AGENDA>,
  at: string,
  seen: Map<string, string>,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): AgendaRow[] {
  checkSources(row.source_id, at, sources, findings);
  checkTranslation("what", row.what, row.what_es, at, findings);
  checkTranslation("follow_up_note", row.follow_up_note, row.follow_up_note_es, at, findings);
  const key = [row.date, row.forum, row.actor, row.what].join("\n");
  const before = seen.get(key);
  if (before !== undefined)
    findings.add({
      code: "duplicate-row",
      message: `the agenda has a row twice: ${printable(row.what, 60)}`,
      path: at,
      hint: `the other stands in ${before}`,
    });
  seen.set(key, at);
  const period = findings.attempt(() => dayOrMonth(row.date), at);
  if (period === undefined) return [];
  return [
    {
      date: row.date,
      period,
      forum: row.forum,
      actor: row.actor,
      issue: row.issue,
      kind: row.kind,
      what: row.what,
      whatEs: row.what_es,
      counterpart: row.counterpart === "" ? null : row.counterpart,
      lever: row.lever === "" ? null : row.lever,
      followUp: row.follow_up,
      followUpNote: row.follow_up_note,
      followUpNoteEs: row.follow_up_note_es,
      source: row.source_id,
      confidence: row.confidence,
      at,
    },
  ];
}

function dayOrMonth(date: string): Period {
  if (DATE.test(date)) return periodOf(date);
  throw new FronteraError({
    code: "invalid-date",
    message: "column date cannot be read",
    expected: "YYYY-MM-DD, or YYYY-MM where the day is not known",
    received: date,
  });
}

/** Gathers `untranslated` where one language is empty and the other is not, or both say the same. */
export function checkTranslation(column: string, english: string, spanish: string, at: string, findings: Findings) {
  if ((english === "") === (spanish === "") && (english === "" || english !== spanish)) return;
  findings.add({
    code: "untranslated",
    message: `columns ${column} and ${column}_es must say the same in English and in Spanish`,
    path: at,
    expected: english === "" ? "both empty, or both filled" : `${printable(english, 60)}, in Spanish`,
    received: spanish === "" ? "(nothing)" : spanish,
  });
}
