/** A block of code on a page. */
export interface Block {
  /** Language of the fence; `indented` without one. */
  readonly kind: string;
  readonly text: string;
  /** Line of the page that the code begins in, from 1. */
  readonly line: number;
  /** File that the words just before tell the reader to save it as. */
  readonly saveAs?: string;
}

/** Every block of code of a page in order: those in fences, and paragraphs indented by four blanks. */
export function codeBlocks(page: string): Block[] {
  const lines = page.split("\n");
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^ {0,3}```(\S*)\s*$/.exec(lines[i]!);
    const start = fence === null ? i : i + 1;
    if (fence === null && !(/^ {4}\S/.test(lines[i]!) && (lines[i - 1] ?? "").trim() === "")) continue;
    const ends = (line: string) => (fence === null ? !/^( {4}|\s*$)/.test(line) : /^ {0,3}```\s*$/.test(line));
    let end = start;
    while (end < lines.length && !ends(lines[end]!)) end++;
    if (fence !== null && end === lines.length) throw new Error(`the block in line ${start} is never closed`);
    const text = lines
      .slice(start, end)
      .map((line) => (fence === null ? line.slice(4) : line))
      .join("\n")
      .trimEnd();
    const saveAs = [...wordsBefore(lines, i).matchAll(/\bas\s+`([^`]+\.\w+)`/g)].at(-1)?.[1];
    const kind = fence === null ? "indented" : fence[1]!;
    blocks.push({ kind, text, line: start + 1, ...(saveAs === undefined ? {} : { saveAs }) });
    i = fence === null ? end - 1 : end;
  }
  return blocks;
}

/** The paragraph above a line. */
function wordsBefore(lines: readonly string[], at: number): string {
  let end = at;
  while (end > 0 && lines[end - 1]!.trim() === "") end--;
  let start = end;
  while (start > 0 && lines[start - 1]!.trim() !== "") start--;
  return lines.slice(start, end).join("\n");
}

/** Words of a command line, as a shell takes them: quotes hold words together, a word that begins with # ends the line. */
export function shellWords(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)) {
    if (word.startsWith("#")) break;
    words.push(word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
  }
  return words;
}

/** Targets of the links and pictures of a page, code left out. */
export function links(page: string): string[] {
  const prose = page.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
}

/** Names that links can lead to within a page: its headings as GitHub names them. */
export function anchors(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
