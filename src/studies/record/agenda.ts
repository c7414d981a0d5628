/** The agenda of the talks as a record of acts of governments: who asked, promised, did or refused what, and what came of it. */
import {
  ACTORS,
  type Actor,
  type AgendaIssue,
  type AgendaKind,
  type AgendaRow,
  FOLLOW_UPS,
  type FollowUp,
  type Forum,
  ISSUES,
  KINDS,
} from "../../data/agenda.ts";
import { periodOf } from "../../data/calendar.ts";
import type { LeverId } from "../../data/lever-ids.ts";
import type { Confidence, Source } from "../../data/source.ts";
import { FronteraError, nearest, printable } from "../../errors.ts";
import { type Language, translator } from "../../language/language.ts";

/** What is asked of the agenda; what is left out does not narrow it. Days are the first and the last that count. */
export interface AgendaQuery {
  readonly actor?: Actor;
  readonly issue?: AgendaIssue;
  /** A day, a month or a year. */
  readonly from?: string;
  /** A day, a month or a year. */
  readonly to?: string;
}

/** Numbers of rows; every actor, issue and follow-up is there, at 0 where nothing is. */
export interface AgendaCounts {
  readonly byActor: Readonly<Record<Actor, number>>;
  readonly byIssue: Readonly<Record<AgendaIssue, number>>;
  readonly byFollowUp: Readonly<Record<FollowUp, number>>;
}

/** What one party brought forward on one issue, and what came of it. */
export interface Position {
  readonly actor: Actor;
  readonly issue: AgendaIssue;
  readonly kinds: Readonly<Record<AgendaKind, number>>;
  readonly followUps: Readonly<Record<FollowUp, number>>;
}

/** The two events that reports tend to run together: the talks of the news report, and the communiqué after them. */
export const OCCASIONS = {
  talks: { dates: ["2023-10-05"], forum: "HLSD 3" },
  communique: { dates: ["2023-12-27", "2023-12-28"], forum: "joint communiqué" },
} as const;
export type Occasion = keyof typeof OCCASIONS;

/** The record is as of the end of this day; what stands after it has been learnt since. */
export const AS_OF = "2023-12-31";

/** What came of the rows has been followed up to this month. */
export const FOLLOWED_UNTIL = "2025-11";

/** A row as programs read it. */
export interface AgendaEntry {
  readonly date: string;
  readonly forum: Forum;
  readonly actor: Actor;
  readonly issue: AgendaIssue;
  readonly kind: AgendaKind;
  readonly what: string;
  readonly counterpart: Actor | null;
  readonly lever: LeverId | null;
  readonly followUp: FollowUp;
  readonly followUpNote: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly occasion: Occasion | null;
  readonly afterRecord: boolean;
}

export interface AgendaDocument {
  readonly language: Language;
  readonly asOf: string;
  readonly followedUntil: string;
  readonly rows: readonly AgendaEntry[];
  readonly counts: AgendaCounts;
  readonly positions: readonly Position[];
  readonly sources: readonly {
    readonly id: string;
    readonly publisher: string;
    readonly title: string;
    readonly url: string | null;
    readonly accessedFrom: string;
    readonly primary: boolean;
  }[];
}

/** The rows that the query asks for. Errors: `bad-date`, `dates-upside-down`. */
export function selectAgenda(
  rows: readonly AgendaRow[],
  { actor, issue, from, to }: AgendaQuery,
): readonly AgendaRow[] {
  const first = from === undefined ? undefined : periodOfDate("--from", from).start;
  const end = to === undefined ? undefined : periodOfDate("--to", to).end;
  if (first !== undefined && end !== undefined && first >= end)
    throw new FronteraError({
      code: "dates-upside-down",
      message: `--from ${printable(from, 20)} lies after --to ${printable(to, 20)}`,
      expected: "the earlier date in --from",
      hint: `write --from ${printable(to, 20)} --to ${printable(from, 20)}`,
    });
  return rows.filter(
    (row) =>
      (actor === undefined || row.actor === actor) &&
      (issue === undefined || row.issue === issue) &&
      (first === undefined || row.period.end > first) &&
      (end === undefined || row.period.start < end),
  );
}

export function countAgenda(rows: readonly AgendaRow[]): AgendaCounts {
  return {
    byActor: tally(rows, ACTORS, ({ actor }) => actor),
    byIssue: tally(rows, ISSUES, ({ issue }) => issue),
    byFollowUp: followUps(rows),
  };
}

/** Numbers of rows by what came of them. */
export function followUps(rows: readonly AgendaRow[]): Readonly<Record<FollowUp, number>> {
  return tally(rows, FOLLOW_UPS, ({ followUp }) => followUp);
}

/** Actors × issues × asks, commitments and the rest × follow-up; pairs without a row are left out. */
export function positions(rows: readonly AgendaRow[]): readonly Position[] {
  return ACTORS.flatMap((actor) =>
    ISSUES.flatMap((issue): Position[] => {
      const of = rows.filter((row) => row.actor === actor && row.issue === issue);
      if (of.length === 0) return [];
      return [{ actor, issue, kinds: tally(of, KINDS, ({ kind }) => kind), followUps: followUps(of) }];
    }),
  );
}

/** Which of the two events of 2023 a row belongs to, if either. */
export function occasionOf(row: AgendaRow): Occasion | null {
  const found = (Object.keys(OCCASIONS) as Occasion[]).find((occasion) => {
    const { dates, forum } = OCCASIONS[occasion];
    return row.forum === forum && dates.some((date) => date === row.date);
  });
  return found ?? null;
}

/** Whether the row is later than the record is as of. */
export function isAfterRecord({ period }: AgendaRow): boolean {
  return period.start > AS_OF;
}

/** The rows with their counts and sources, in one language. */
export function agendaDocument(
  rows: readonly AgendaRow[],
  sources: ReadonlyMap<string, Source>,
  language: Language,
): AgendaDocument {
  const cited = [...new Set(rows.map(({ source }) => source))].sort();
  return {
    language,
    asOf: AS_OF,
    followedUntil: FOLLOWED_UNTIL,
    rows: rows.map((row) => ({
      date: row.date,
      forum: row.forum,
      actor: row.actor,
      issue: row.issue,
      kind: row.kind,
      what: whatOf(row, language),
      counterpart: row.counterpart,
      lever: row.lever,
      followUp: row.followUp,
      followUpNote: noteOf(row, language),
      source: row.source,
      confidence: row.confidence,
      occasion: occasionOf(row),
      afterRecord: isAfterRecord(row),
    })),
    counts: countAgenda(rows),
    positions: positions(rows),
    sources: cited.flatMap((id) => {
      const source = sources.get(id);
      if (source === undefined) return [];
      const { publisher, title, url, accessedFrom, primary } = source;
      return [{ id, publisher, title, url: url ?? null, accessedFrom, primary }];
    }),
  };
}

export function whatOf(row: AgendaRow, language: Language): string {
  return language === "es" ? row.whatEs : row.what;
}

/** What came of it, in words; empty where there is nothing to add. */
export function noteOf(row: AgendaRow, language: Language): string {
  return language === "es" ? row.followUpNoteEs : row.followUpNote;
}

/** The actor of this code or name, in either language. Error: `unknown-actor` with the nearest one. */
export function actorNamed(text: string): Actor {
  return named("actor", text, ACTORS, (actor) =>
    (["en", "es"] as const).map((language) => translator(language)(`agenda.actor ${actor}`)),
  );
}

/** The issue of this id or name, in either language. Error: `unknown-issue` with the nearest one. */
export function issueNamed(text: string): AgendaIssue {
  return named("issue", text, ISSUES, (issue) => [translator("es")(`agenda.issue ${issue}`)]);
}

function named<W extends string>(
  noun: string,
  text: string,
  known: readonly W[],
  otherNames: (id: W) => readonly string[],
): W {
  const names = new Map(
    known.flatMap((id) => [id, ...otherNames(id)].map((name) => [name.toLowerCase(), id] as const)),
  );
  const wanted = text.trim().toLowerCase();
  const found = names.get(wanted);
  if (found !== undefined) return found;
  const near = nearest(wanted, names.keys());
  throw new FronteraError({
    code: `unknown-${noun}`,
    message: `unknown ${noun}: ${printable(text, 60) || "(nothing)"}`,
    hint: near === undefined ? `known: ${known.join(", ")}` : `did you mean ${names.get(near)}?`,
  });
}

function periodOfDate(option: string, text: string) {
  try {
    if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return periodOf(text);
  } catch (error) {
    if (!(error instanceof FronteraError)) throw error;
  }
  throw new FronteraError({
    code: "bad-date",
    message: `${option} cannot be read`,
    expected: "a date that exists, YYYY-MM-DD, YYYY-MM or YYYY",
    received: text === "" ? "(nothing)" : text,
    hint: `write for instance ${option} 2023-10-05`,
  });
}

function tally<T, W extends string>(
  items: readonly T[],
  words: readonly W[],
  wordOf: (item: T) => W,
): Readonly<Record<W, number>> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<W, number>;
  for (const item of items) counts[wordOf(item)]++;
  return counts;
}
