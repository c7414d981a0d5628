import { printable, suggest } from "../errors.ts";
import type { Findings } from "./findings.ts";
import { readTable, rowsOf, type TableSpec } from "./table.ts";

/** `official`: told by the body that counts or publishes; `secondary`: by somebody else. */
export const CONFIDENCE = ["official", "secondary"] as const;
export type Confidence = (typeof CONFIDENCE)[number];

/** Where a figure comes from, or who assumed it. */
export interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** Absent for an assumption. */
  readonly url?: string;
  /** How it was read: web page, copy, repository and commit. */
  readonly accessedFrom: string;
  readonly licence: string;
  readonly confidence: Confidence;
  /** Whether what was read is the originator's own text or file. */
  readonly primary: boolean;
  /** File and line, for messages. */
  readonly at: string;
}

const SOURCES = {
  id: { kind: "text" },
  publisher: { kind: "text" },
  title: { kind: "text" },
  url: { kind: "text", optional: true },
  accessed_from: { kind: "text" },
  licence: { kind: "text" },
  confidence: { kind: "one-of", values: CONFIDENCE },
  primary: { kind: "one-of", values: ["yes", "no"] },
} as const satisfies TableSpec;

const ID = /^[a-z][a-z0-9_]*$/;

/** Reads the table of sources. Gathers `bad-id`, `bad-url`, `duplicate-source`, and the errors of `readTable`. */
export function readSources(text: string, file: string, findings: Findings): ReadonlyMap<string, Source> | undefined {
  const table = findings.attempt(() => readTable(text, file, SOURCES));
  if (table === undefined) return undefined;
  const sources = new Map<string, Source>();
  for (const row of rowsOf(table)) {
    const at = `${file}:${row.line}`;
    if (!ID.test(row.id))
      findings.add({
        code: "bad-id",
        message: "a source has an unusable id",
        path: at,
        expected: "small letters, digits and _",
        received: row.id,
      });
    if (row.url !== "" && !/^https?:\/\/\S+$/.test(row.url))
      findings.add({
        code: "bad-url",
        message: `the address of source ${printable(row.id, 60)} is none`,
        path: at,
        expected: "one address that begins with https:// or http://",
        received: row.url,
      });
    const before = sources.get(row.id);
    if (before !== undefined)
      findings.add({
        code: "duplicate-source",
        message: `source ${printable(row.id, 60)} appears twice`,
        path: at,
        hint: `it stands in ${before.at} already`,
      });
    else
      sources.set(row.id, {
        id: row.id,
        publisher: row.publisher,
        title: row.title,
        ...(row.url === "" ? {} : { url: row.url }),
        accessedFrom: row.accessed_from,
        licence: row.licence,
        confidence: row.confidence,
        primary: row.primary === "yes",
        at,
      });
  }
  return sources;
}

/** A source as a list of references has it. */
export interface SourceReference {
  readonly id: string;
  readonly citation: string;
  /** Null for an assumption. */
  readonly url: string | null;
}

/** Publisher, title and address. */
export function referenceOf({ id, publisher, title, url }: Source): SourceReference {
  return { id, citation: `${publisher}. ${title}`, url: url ?? null };
}

/** The ids in a cell of sources, which blanks part. */
export function sourceIds(cell: string): readonly string[] {
  return cell.split(/\s+/).filter((id) => id !== "");
}

/** Gathers `unknown-source` for every id that no source has. Nothing is checked where the sources cannot be read. */
export function checkSources(
  cell: string,
  at: string,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): void {
  if (sources === undefined) return;
  for (const id of sourceIds(cell))
    if (!sources.has(id))
      findings.add({
        code: "unknown-source",
        message: `unknown source: ${printable(id, 60)}`,
        path: at,
        hint: suggest(id, [...sources.keys()]),
      });
}
