import { printable } from "../errors.ts";
import { checkTranslation } from "./agenda.ts";
import type { Findings } from "./findings.ts";
import { checkSources, type Source, sourceIds } from "./source.ts";
import { type Row, readTable, rowsOf, type TableSpec } from "./table.ts";

/** What a sentence of the report is about. */
export const TOPICS = [
  "talks",
  "fentanyl",
  "precursors",
  "deterrence",
  "politics",
  "regional track",
  "migration",
  "firearms",
  "state capacity",
  "workforce",
] as const;
export type Topic = (typeof TOPICS)[number];

/** The parts of the system that a sentence speaks of. */
export const MODULES = ["cartels", "fentanyl", "deterrence", "migration", "firearms", "diplomacy", "politics"] as const;
export type ModuleName = (typeof MODULES)[number];

/** The claims that the system weighs. */
export const CLAIM_IDS = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10"] as const;
export type ClaimId = (typeof CLAIM_IDS)[number];

/** One sentence of the news report that states something about the system. */
export interface Sentence {
  readonly id: string;
  /** The publisher's own words, in the original English: at most `MOST_QUOTED_WORDS`. */
  readonly phrase: string;
  /** What it says, in other words. */
  readonly about: string;
  readonly aboutEs: string;
  readonly topic: Topic;
  readonly claims: readonly ClaimId[];
  /** The figure that shows it, if there is one. */
  readonly figure: string | null;
  readonly modules: readonly ModuleName[];
  readonly source: string;
  /** File and line, for messages. */
  readonly at: string;
}

/** The text is the publisher's: no longer phrase is quoted. */
export const MOST_QUOTED_WORDS = 25;

const ARTICLE = {
  id: { kind: "text" },
  phrase: { kind: "text" },
  about: { kind: "text" },
  about_es: { kind: "text" },
  topic: { kind: "one-of", values: TOPICS },
  claims: { kind: "text" },
  figure: { kind: "text", optional: true },
  modules: { kind: "text" },
  source_id: { kind: "text" },
} as const satisfies TableSpec;

const ID = /^A[1-9]\d*$/;
const FIGURE = /^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?$/;

/**
 * Reads the report, sentence by sentence. Gathers `bad-id`, `duplicate-row`, `phrase-too-long`, `untranslated`,
 * `bad-value`, `unknown-source`, `empty-table`, and the errors of `readTable`.
 */
export function readArticle(
  text: string,
  file: string,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): readonly Sentence[] {
  const table = findings.attempt(() => readTable(text, file, ARTICLE));
  if (table === undefined) return [];
  if (table.length === 0)
    findings.add({ code: "empty-table", message: "the table has a header and no rows", path: file });
  const seen = new Map<string, string>();
  return rowsOf(table).map((row) => {
    const at = `${file}:${row.line}`;
    const before = seen.get(row.id);
    if (before !== undefined)
      findings.add({
        code: "duplicate-row",
        message: `sentence ${printable(row.id, 20)} appears twice`,
        path: at,
        hint: `the other stands in ${before}`,
      });
    seen.set(row.id, at);
    checkWords(row, at, findings);
    checkSources(row.source_id, at, sources, findings);
    return {
      id: row.id,
      phrase: row.phrase,
      about: row.about,
      aboutEs: row.about_es,
      topic: row.topic,
      claims: listed("claims", row.claims, CLAIM_IDS, at, findings),
      figure: row.figure === "" ? null : row.figure,
      modules: listed("modules", row.modules, MODULES, at, findings),
      source: row.source_id,
      at,
    };
  });
}

function checkWords(row: Row<typeof ARTICLE>, at: string, findings: Findings): void {
  if (!ID.test(row.id))
    findings.add({
      code: "bad-id",
      message: "a sentence has an unusable id",
      path: at,
      expected: "A and a number",
      received: row.id,
    });
  if (!FIGURE.test(row.figure))
    findings.add({
      code: "bad-id",
      message: "a figure has an unusable id",
      path: at,
      expected: "small letters, digits and -, or nothing",
      received: row.figure,
    });
  const words = row.phrase.split(/\s+/).length;
  if (words > MOST_QUOTED_WORDS)
    findings.add({
      code: "phrase-too-long",
      message: `sentence ${printable(row.id, 20)} quotes too much`,
      path: at,
      expected: `at most ${MOST_QUOTED_WORDS} words`,
      received: `${words} words`,
      hint: "quote less and say the rest in other words",
    });
  checkTranslation("about", row.about, row.about_es, at, findings);
}

/** The words of a cell, which blanks part. Those that are not known are gathered and left out. */
function listed<const W extends string>(
  column: string,
  cell: string,
  known: readonly W[],
  at: string,
  findings: Findings,
): readonly W[] {
  return sourceIds(cell).flatMap((word) => {
    const found = known.find((one) => one === word);
    if (found === undefined)
      findings.add({
        code: "bad-value",
        message: `column ${column} cannot be read`,
        path: at,
        expected: known.join(", "),
        received: word,
      });
    return found === undefined ? [] : [found];
  });
}
