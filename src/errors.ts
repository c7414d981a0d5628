/** One thing that is wrong with an input, in parts, so that programs can read it and people get one clear line. */
export interface Issue {
  /** Stable kebab-case name of the kind of error, e.g. `unknown-parameter`. */
  readonly code: string;
  /** What is wrong and where, lower case, without a full stop. */
  readonly message: string;
  /** The option, key, file or group concerned. */
  readonly path?: string;
  readonly expected?: string;
  readonly received?: string;
  /** The cure. */
  readonly hint?: string;
}

/** The one error of Frontera: what, where, expected, received, cure. Exit code 2 at the terminal. */
export class FronteraError extends Error {
  readonly issues: readonly Issue[];

  constructor(issue: Issue | readonly Issue[]) {
    const issues = Array.isArray(issue) ? (issue as readonly Issue[]) : [issue as Issue];
    super(issues.map(formatIssue).join("\n"));
    this.name = "FronteraError";
    this.issues = issues;
  }
}

/** Text of the user made safe to print: no control characters, at most `length` characters. */
export function printable(text: unknown, length = 80): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = String(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ");
  return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean;
}

/** One line: `message; expected …, received …; hint`. */
export function formatIssue(issue: Issue): string {
  const parts = [issue.path === undefined ? issue.message : `${issue.message} (${printable(issue.path, 120)})`];
  if (issue.expected !== undefined && issue.received !== undefined)
    parts.push(`expected ${issue.expected}, received ${printable(issue.received)}`);
  else if (issue.expected !== undefined) parts.push(`expected ${issue.expected}`);
  else if (issue.received !== undefined) parts.push(`received ${printable(issue.received)}`);
  if (issue.hint !== undefined) parts.push(issue.hint);
  return printable(parts.join("; "), 480);
}

/** The known name nearest to a misspelt one (Damerau–Levenshtein distance of at most a third of its length), if any. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.slice(0, 80).toLowerCase();
  let best: string | undefined;
  let bound = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase(), bound);
    if (distance < bound) {
      bound = distance;
      best = candidate;
    }
  }
  return best;
}

/** `did you mean …?` or the list of what is known. */
export function suggest(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? `known: ${known.slice(0, 12).join(", ")}` : `did you mean ${near}?`;
}

function editDistance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) >= bound) return bound;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
