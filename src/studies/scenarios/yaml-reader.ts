import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from "yaml";
import { weekOf } from "../../data/calendar.ts";
import { convert, parseUnit } from "../../data/units.ts";
import { FronteraError, type Issue, printable, suggest } from "../../errors.ts";

/** So long may a file be [characters]: scenarios are short. */
const LONGEST = 200_000;
/** So many faults are told at once. */
const MOST_ISSUES = 4;
const FIRST_DAY = "2012-01-01";
const LAST_DAY = "2051-01-01";

/**
 * One document of plain YAML, read value by value; faults are gathered with their lines until `settle` throws them.
 * Errors of the constructor: `bad-yaml`.
 */
export class YamlReader {
  readonly root: Node;
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #issues: Issue[] = [];

  constructor(text: string, file: string) {
    this.#file = file;
    const document = parsed(text, file, this.#lines);
    this.root = document.contents as Node;
    this.#refuseTricks(document);
  }

  /** Whether nothing has been found wrong so far. */
  get sound(): boolean {
    return this.#issues.length === 0;
  }

  /** Throws what has been found wrong. */
  settle(): void {
    if (!this.sound) throw new FronteraError(this.#issues.slice(0, MOST_ISSUES));
  }

  /** Anchors, references and tags have no place in a scenario: they make files that grow when they are read. */
  #refuseTricks(document: Document): void {
    visit(document, {
      Node: (_, node) => {
        if (isAlias(node) || ("anchor" in node && node.anchor !== undefined))
          this.add(node, {
            code: "bad-yaml",
            message: "a scenario has no anchors and no references",
            received: "& or *",
          });
        else if (typeof node.tag === "string" && node.tag !== "" && !node.tag.startsWith("tag:yaml.org,2002:"))
          this.add(node, { code: "bad-yaml", message: "a scenario has no tags of its own", received: node.tag });
        else return undefined;
        return visit.BREAK;
      },
    });
    if (this.#issues.length > 0) throw new FronteraError(this.#issues);
  }

  add(node: Node, issue: Issue): void {
    const line = node.range === undefined || node.range === null ? "" : `:${this.#lines.linePos(node.range[0]).line}`;
    const where = issue.path === undefined ? "" : ` ${issue.path}`;
    this.#issues.push({ ...issue, path: `${this.#file}${line}${where}` });
  }

  /** The entries of a mapping by key, with the keys that are not known told. */
  map(node: Node, of: string, known?: readonly string[]): Map<string, Node> {
    const entries = new Map<string, Node>();
    if (!isMap(node)) {
      this.add(node, { code: "bad-value", message: `${of} is no mapping`, expected: "key: value" });
      return entries;
    }
    for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (known !== undefined && !known.includes(name))
        this.add(key, {
          code: "unknown-key",
          message: `unknown key in ${of}: ${printable(name, 60)}`,
          hint: suggest(name, known),
        });
      else if (value === null) this.add(key, { code: "missing-value", message: `${printable(name, 60)} has no value` });
      else entries.set(name, value);
    }
    return entries;
  }

  scalar(node: Node, path: string, expected: string): unknown {
    if (isScalar(node) && node.value !== null) return node.value;
    this.add(node, { code: "bad-value", message: `${path} is no single value`, expected });
    return undefined;
  }

  number(node: Node, path: string): number | undefined {
    const value = this.scalar(node, path, "a number");
    if (value === undefined) return undefined;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    this.add(node, {
      code: "bad-value",
      message: `${path} is no number`,
      expected: "a finite number",
      received: printable(value, 60),
    });
    return undefined;
  }

  text(node: Node | undefined, path: string): string | undefined {
    if (node === undefined) return undefined;
    const value = this.scalar(node, path, "a text");
    if (value === undefined) return undefined;
    const text = printable(value, 200).trim();
    if (text === "") this.add(node, { code: "bad-value", message: `${path} is empty`, expected: "a text" });
    return text;
  }

  switch(node: Node | undefined, path: string): boolean | undefined {
    if (node === undefined) return undefined;
    const value = this.scalar(node, path, "on or off");
    if (value === "on" || value === true) return true;
    if (value === "off" || value === false) return false;
    if (value !== undefined)
      this.add(node, {
        code: "bad-value",
        message: `${path} is neither on nor off`,
        expected: "on or off",
        received: printable(value, 60),
      });
    return undefined;
  }

  date(node: Node | undefined, path: string): string | undefined {
    if (node === undefined) return undefined;
    const value = this.scalar(node, path, "a date such as 2024-01-01");
    if (value === undefined) return undefined;
    const text = String(value);
    try {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error();
      const week = weekOf(text);
      if (week >= weekOf(FIRST_DAY) && week <= weekOf(LAST_DAY)) return text;
    } catch {
      // Told below.
    }
    this.add(node, {
      code: "bad-date",
      message: `${path} is no date that can be used`,
      expected: `a date from ${FIRST_DAY} to ${LAST_DAY}, such as 2024-01-01`,
      received: printable(text, 40),
    });
    return undefined;
  }

  /** A length of time, such as `8 weeks` [week]. */
  length(node: Node | undefined, path: string): number | undefined {
    if (node === undefined) return undefined;
    const value = this.scalar(node, path, "a length of time such as 8 weeks");
    if (value === undefined) return undefined;
    const match = /^(\d+(?:\.\d+)?)\s*(days?|weeks?|months?|years?)$/.exec(String(value).trim());
    if (match !== null) return convert(Number(match[1]), match[2]!, "week");
    this.add(node, {
      code: "bad-value",
      message: `${path} is no length of time`,
      expected: "such as 8 weeks",
      received: printable(value, 40),
    });
    return undefined;
  }

  /** A number, or a number with a unit, in the unit that is wanted: `3000`, `3000 per day`, `12 %`. */
  quantity(node: Node, path: string, unit: string): number | undefined {
    const value = this.scalar(node, path, `a number in ${unit}`);
    if (value === undefined) return undefined;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    const match = /^([+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.+)$/.exec(String(value).trim());
    if (match === null) {
      this.add(node, {
        code: "bad-value",
        message: `${path} is no quantity`,
        expected: `a number in ${unit}`,
        received: printable(value, 60),
      });
      return undefined;
    }
    const number = Number(match[1]!.replaceAll("_", ""));
    return this.converted(node, path, number, match[2]!, unit);
  }

  converted(node: Node, path: string, value: number, from: string, to: string): number | undefined {
    const counted = /^(?:per\b|\/)/.test(from) ? `${to.split("/")[0]} ${from}` : from;
    try {
      parseUnit(from);
      for (const candidate of [from, counted])
        try {
          return convert(value, candidate, to);
        } catch {
          // The next reading of the unit, or the fault below.
        }
      throw new FronteraError({
        code: "unit-mismatch",
        message: `${path} has a unit of another kind`,
        expected: to,
        received: printable(from, 40),
      });
    } catch (error) {
      if (!(error instanceof FronteraError)) throw error;
      for (const issue of error.issues) this.add(node, { ...issue, path: issue.path ?? path });
      return undefined;
    }
  }
}

/** The one document of a text. */
function parsed(text: string, file: string, lines: LineCounter): Document {
  if (text.length > LONGEST)
    throw new FronteraError({
      code: "bad-yaml",
      message: "the file is too long for a scenario",
      path: file,
      expected: `at most ${LONGEST} characters`,
      received: String(text.length),
    });
  const documents = parseAllDocuments(text, { lineCounter: lines, schema: "core", strict: true, uniqueKeys: true });
  const [document, more] = Array.isArray(documents) ? documents : [];
  if (document === undefined || document.contents === null)
    throw new FronteraError({
      code: "bad-yaml",
      message: "the file has no scenario",
      path: file,
      expected: "frontera: 1, name and what differs from business as usual",
    });
  const fault = document.errors[0] ?? more?.errors[0] ?? document.warnings[0];
  if (fault !== undefined) {
    const [start] = fault.pos;
    throw new FronteraError({
      code: "bad-yaml",
      message: printable(fault.message.split("\n")[0] ?? "not YAML", 160),
      path: `${file}:${lines.linePos(start).line}`,
    });
  }
  if (more !== undefined)
    throw new FronteraError({
      code: "bad-yaml",
      message: "the file has several documents",
      path: file,
      expected: "one",
    });
  return document;
}
