import { FronteraError, printable } from "../errors.ts";

/** One record of a CSV file, with the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The records of a CSV file below its header. */
export interface Csv {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Reads comma-separated values (RFC 4180: quotes, doubled quotes, line breaks inside quotes; CRLF, LF or CR; byte-order
 * mark). Blank lines are left out. Every record must have as many cells as the header.
 * @throws FronteraError `empty-file`, `not-utf8`, `bad-csv` or `duplicate-column`, naming file and line.
 */
export function parseCsv(text: string, file: string): Csv {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  requireText(text, start, file);
  const [head, ...rows] = records(text, start, file);
  if (head === undefined)
    throw new FronteraError({
      code: "empty-file",
      message: "the file is empty",
      path: file,
      expected: "a header line with the names of the columns",
    });
  const header = head.cells.map((cell) => cell.trim());
  const seen = new Set<string>();
  for (const [i, name] of header.entries()) {
    if (name === "") throw bad(file, head.line, `column ${i + 1} has no name`, "give every column a name");
    if (seen.has(name))
      throw new FronteraError({
        code: "duplicate-column",
        message: `column ${printable(name, 40)} appears twice`,
        path: `${file}:${head.line}`,
        hint: "keep one of them",
      });
    seen.add(name);
  }
  for (const row of rows)
    if (row.cells.length !== header.length)
      throw new FronteraError({
        code: "bad-csv",
        message: "a line has another number of cells than the header",
        path: `${file}:${row.line}`,
        expected: `${header.length} cells`,
        received: `${row.cells.length}`,
        hint: "put cells that hold a comma in double quotes",
      });
  return { file, header, rows };
}

/** Writes comma-separated values with a header and LF line ends; `parseCsv` reads the same cells back. */
export function formatCsv(header: readonly string[], rows: Iterable<readonly (string | number)[]>): string {
  const lines = [header.map(quote).join(",")];
  for (const row of rows) {
    const line = row.map((cell) => quote(String(cell))).join(",");
    // A record of one empty cell would read as a blank line.
    lines.push(line === "" ? '""' : line);
  }
  return `${lines.join("\n")}\n`;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function plainText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quote(cell: string): string {
  return /[",\r\n]|^\s|\s$|^\uFEFF/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Decoders put U+FFFD where bytes are not UTF-8; a NUL is a sign of UTF-16 or of a file that is no text. */
function requireText(text: string, start: number, file: string): void {
  const replaced = text.indexOf("\uFFFD", start);
  const nul = text.indexOf("\0", start);
  if (replaced < 0 && nul < 0) return;
  const at = replaced < 0 ? nul : nul < 0 ? replaced : Math.min(replaced, nul);
  let line = 1;
  for (let i = text.indexOf("\n"); i >= 0 && i < at; i = text.indexOf("\n", i + 1)) line++;
  throw new FronteraError({
    code: "not-utf8",
    message: "the file is not UTF-8 text",
    path: `${file}:${line}`,
    hint: "save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
  });
}

function bad(file: string, line: number, message: string, hint: string): FronteraError {
  return new FronteraError({ code: "bad-csv", message, path: `${file}:${line}`, hint });
}

/** Splits the text into records, one pass, blank lines left out. */
function records(text: string, start: number, file: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const end = text.length;
  let at = start;
  let line = 1;
  let cells: string[] = [];
  let begin = line;
  let quoted = false;
  while (at < end || cells.length > 0) {
    let cell: string;
    if (text[at] === '"') {
      const opened = line;
      quoted = true;
      let close = at + 1;
      for (;;) {
        close = text.indexOf('"', close);
        if (close < 0)
          throw bad(file, opened, "a quote is opened and never closed", "close it, or double quotes inside");
        if (text[close + 1] !== '"') break;
        close += 2;
      }
      const raw = text.slice(at + 1, close);
      line += lineBreaks(raw);
      cell = raw.replaceAll('""', '"');
      at = close + 1;
      if (at < end && text[at] !== "," && text[at] !== "\n" && text[at] !== "\r")
        throw bad(file, line, "text follows a closing quote", "double the quotes inside a quoted cell");
    } else {
      const from = at;
      while (at < end && text[at] !== "," && text[at] !== "\n" && text[at] !== "\r") at++;
      cell = text.slice(from, at);
      if (cell.includes('"'))
        throw bad(
          file,
          line,
          "a quote stands inside a cell without quotes",
          "quote the cell and double the quotes inside",
        );
    }
    cells.push(cell);
    if (text[at] === ",") {
      at++;
      continue;
    }
    if (quoted || cells.length > 1 || cell.trim() !== "") rows.push({ line: begin, cells });
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    line++;
    begin = line;
    cells = [];
    quoted = false;
  }
  return rows;
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text[i] === "\n" || (text[i] === "\r" && text[i + 1] !== "\n")) count++;
  return count;
}
