import { join } from "node:path";
import { Command } from "commander";
import { FronteraError, printable } from "../errors.ts";
import { type Citation, citation } from "../report/cite.ts";
import type { SourceRow } from "../studies/study/document.ts";
import { VERSION } from "../version.ts";
import { isFile, readTextFile } from "./files.ts";
import type { Terminal } from "./terminal.ts";

interface CiteOptions {
  readonly bibtex?: boolean;
  readonly json?: boolean;
}

/** What a run leaves for its citation. */
interface CitedRun {
  readonly version: string;
  readonly fingerprint: string;
  readonly sources: readonly SourceRow[];
}

const DOCUMENT = "study.json";
const BIBTEX = "citation.bib";

/** `frontera cite [RUN]`: the software alone, or a run with its study and the sources of its data. */
export function citeCommand(terminal: Terminal): Command {
  return new Command("cite")
    .argument("[run]", "folder of a run")
    .option("--bibtex", "print BibTeX")
    .option("--json", "print one JSON document")
    .action((run: string | undefined, options: CiteOptions) => {
      if (options.bibtex === true && options.json === true)
        throw new FronteraError({
          code: "bad-option",
          message: "--bibtex and --json exclude each other",
          hint: "keep one",
        });
      terminal.out(run === undefined ? software(options) : ofRun(run, options));
    });
}

function software(options: CiteOptions): string {
  return shown(citation(VERSION), { version: VERSION, fingerprint: null }, options);
}

function ofRun(folder: string, options: CiteOptions): string {
  if (isFile(folder))
    throw new FronteraError({
      code: "not-a-folder",
      message: "a folder is needed and this is a file",
      path: folder,
      hint: "name the folder that was given with --out",
    });
  const path = join(folder, DOCUMENT);
  if (isFile(path)) {
    const { version, fingerprint, sources } = readRun(path);
    return shown(citation(version, fingerprint, sources), { version, fingerprint }, options);
  }
  if (!isFile(join(folder, BIBTEX)))
    throw new FronteraError({
      code: "no-run",
      message: "there is no run in this folder",
      path: folder,
      expected: `${DOCUMENT} or ${BIBTEX} in it`,
      hint: "name the folder that was given with --out",
    });
  const bibtex = readTextFile(join(folder, BIBTEX));
  return options.json === true ? `${JSON.stringify({ references: null, bibtex }, null, 2)}\n` : bibtex;
}

function shown(cited: Citation, about: { version: string; fingerprint: string | null }, options: CiteOptions): string {
  if (options.bibtex === true) return cited.bibtex;
  if (options.json !== true) return `${cited.text}\n`;
  return `${JSON.stringify({ ...about, references: cited.text.split("\n\n"), bibtex: cited.bibtex }, null, 2)}\n`;
}

function readRun(path: string): CitedRun {
  const { version, fingerprint, sources } = record(parsed(path), path);
  if (typeof version !== "string" || typeof fingerprint !== "string" || !/^[0-9a-f]{8,128}$/.test(fingerprint))
    throw damaged(path, "version and fingerprint of a study");
  if (!Array.isArray(sources)) throw damaged(path, "a list of sources");
  return { version, fingerprint, sources: sources.map((source) => sourceRow(record(source, path), path)) };
}

function sourceRow({ id, citation, url }: Readonly<Record<string, unknown>>, path: string): SourceRow {
  if (typeof id !== "string" || typeof citation !== "string" || (typeof url !== "string" && url !== null))
    throw damaged(path, "id, citation and url of every source");
  return { id, citation: printable(citation, 2000), url };
}

function parsed(path: string): unknown {
  const text = readTextFile(path);
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(path, "a JSON document");
  }
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw damaged(path, "a study document");
  return value as Readonly<Record<string, unknown>>;
}

function damaged(path: string, expected: string): FronteraError {
  return new FronteraError({
    code: "damaged-run",
    message: "the run cannot be read",
    path,
    expected,
    hint: "run the study again",
  });
}
