import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from "yaml";
import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { Lever } from "../../data/lever.ts";
import type { Parameter } from "../../data/parameter.ts";
import { convert, parseUnit } from "../../data/units.ts";
import { FronteraError, type Issue, printable, suggest } from "../../errors.ts";
import { families, parseDistribution } from "../../math/distributions/index.ts";
import { DEFAULT_FROM, DEFAULT_TO, type Order, type Scenario } from "./scenario.ts";

/** So long may a file be [characters]: scenarios are short. */
const LONGEST = 200_000;
/** So many faults are told at once. */
const MOST_ISSUES = 4;
const FIRST_DAY = "2012-01-01";
const LAST_DAY = "2051-01-01";
const KEYS = ["frontera", "name", "about", "from", "to", "levers", "parameters", "couplings"] as const;
const ORDER_KEYS = ["to", "from", "over"] as const;

/**
 * Reads a scenario from YAML and checks it against the evidence. Every fault is told with its line and, for a name, the
 * nearest known one.
 * @throws FronteraError `bad-yaml`, `unknown-key`, `missing-key`, `bad-value`, `unknown-lever`, `unknown-parameter`,
 * `out-of-bounds`, `unit-mismatch`, `unknown-unit`, `bad-date`, and those of `parseDistribution`.
 */
export function parseScenario(text: string, file: string, dataset: Dataset): Scenario {
  if (text.length > LONGEST)
    throw new FronteraError({
      code: "bad-yaml",
      message: "the file is too long for a scenario",
      path: file,
      expected: `at most ${LONGEST} characters`,
      received: String(text.length),
    });
  const lines = new LineCounter();
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
  return new Reader(file, lines, dataset).read(document);
}

class Reader {
  readonly #file: string;
  readonly #lines: LineCounter;
  readonly #dataset: Dataset;
  readonly #issues: Issue[] = [];

  constructor(file: string, lines: LineCounter, dataset: Dataset) {
    this.#file = file;
    this.#lines = lines;
    this.#dataset = dataset;
  }

  read(document: Document): Scenario {
    this.#refuseTricks(document);
    const root = document.contents as Node;
    const map = this.#map(root, "a scenario", KEYS);
    const get = (key: (typeof KEYS)[number]) => map.get(key);
    if (!map.has("frontera") || !map.has("name"))
      for (const key of ["frontera", "name"])
        if (!map.has(key))
          this.#add(root, { code: "missing-key", message: `the scenario has no ${key}`, expected: key });
    const version = get("frontera");
    if (version !== undefined && this.#number(version, "frontera") !== 1)
      this.#add(version, {
        code: "bad-value",
        message: "this version of scenario files is not known",
        path: "frontera",
        expected: "1",
      });
    const from = this.#date(get("from"), "from") ?? DEFAULT_FROM;
    const to = this.#date(get("to"), "to") ?? DEFAULT_TO;
    if (!(weekOf(from) < weekOf(to)))
      this.#add(get("to") ?? root, {
        code: "bad-value",
        message: "the scenario ends before it begins",
        expected: `a date after ${from}`,
        received: to,
      });
    const scenario: Scenario = {
      name: this.#text(get("name"), "name") ?? "",
      about: this.#about(get("about")),
      from,
      to,
      levers: this.#levers(get("levers"), from, to),
      parameters: this.#parameters(get("parameters")),
      couplings: this.#switch(get("couplings"), "couplings") ?? true,
    };
    if (this.#issues.length > 0) throw new FronteraError(this.#issues.slice(0, MOST_ISSUES));
    return scenario;
  }

  /** Anchors, references and tags have no place in a scenario: they make files that grow when they are read. */
  #refuseTricks(document: Document): void {
    visit(document, {
      Node: (_, node) => {
        if (isAlias(node) || ("anchor" in node && node.anchor !== undefined))
          this.#add(node, {
            code: "bad-yaml",
            message: "a scenario has no anchors and no references",
            received: "& or *",
          });
        else if (typeof node.tag === "string" && node.tag !== "" && !node.tag.startsWith("tag:yaml.org,2002:"))
          this.#add(node, { code: "bad-yaml", message: "a scenario has no tags of its own", received: node.tag });
        else return undefined;
        return visit.BREAK;
      },
    });
    if (this.#issues.length > 0) throw new FronteraError(this.#issues);
  }

  #add(node: Node, issue: Issue): void {
    const line = node.range === undefined || node.range === null ? "" : `:${this.#lines.linePos(node.range[0]).line}`;
    const where = issue.path === undefined ? "" : ` ${issue.path}`;
    this.#issues.push({ ...issue, path: `${this.#file}${line}${where}` });
  }

  /** The entries of a mapping by key, with the keys that are not known told. */
  #map(node: Node, of: string, known?: readonly string[]): Map<string, Node> {
    const entries = new Map<string, Node>();
    if (!isMap(node)) {
      this.#add(node, { code: "bad-value", message: `${of} is no mapping`, expected: "key: value" });
      return entries;
    }
    for (const { key, value } of (node as YAMLMap<Node, Node | null>).items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (known !== undefined && !known.includes(name))
        this.#add(key, {
          code: "unknown-key",
          message: `unknown key in ${of}: ${printable(name, 60)}`,
          hint: suggest(name, known),
        });
      else if (value === null)
        this.#add(key, { code: "missing-value", message: `${printable(name, 60)} has no value` });
      else entries.set(name, value);
    }
    return entries;
  }

  #scalar(node: Node, path: string, expected: string): unknown {
    if (isScalar(node) && node.value !== null) return node.value;
    this.#add(node, { code: "bad-value", message: `${path} is no single value`, expected });
    return undefined;
  }

  #number(node: Node, path: string): number | undefined {
    const value = this.#scalar(node, path, "a number");
    if (value === undefined) return undefined;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    this.#add(node, {
      code: "bad-value",
      message: `${path} is no number`,
      expected: "a finite number",
      received: printable(value, 60),
    });
    return undefined;
  }

  #text(node: Node | undefined, path: string): string | undefined {
    if (node === undefined) return undefined;
    const value = this.#scalar(node, path, "a text");
    if (value === undefined) return undefined;
    const text = printable(value, 200).trim();
    if (text === "") this.#add(node, { code: "bad-value", message: `${path} is empty`, expected: "a text" });
    return text;
  }

  #about(node: Node | undefined): Scenario["about"] {
    if (node === undefined) return {};
    if (isScalar(node)) {
      const en = this.#text(node, "about");
      return en === undefined ? {} : { en };
    }
    const map = this.#map(node, "about", ["en", "es"]);
    const [en, es] = [this.#text(map.get("en"), "about.en"), this.#text(map.get("es"), "about.es")];
    return { ...(en === undefined ? {} : { en }), ...(es === undefined ? {} : { es }) };
  }

  #switch(node: Node | undefined, path: string): boolean | undefined {
    if (node === undefined) return undefined;
    const value = this.#scalar(node, path, "on or off");
    if (value === "on" || value === true) return true;
    if (value === "off" || value === false) return false;
    if (value !== undefined)
      this.#add(node, {
        code: "bad-value",
        message: `${path} is neither on nor off`,
        expected: "on or off",
        received: printable(value, 60),
      });
    return undefined;
  }

  #date(node: Node | undefined, path: string): string | undefined {
    if (node === undefined) return undefined;
    const value = this.#scalar(node, path, "a date such as 2024-01-01");
    if (value === undefined) return undefined;
    const text = String(value);
    try {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error();
      const week = weekOf(text);
      if (week >= weekOf(FIRST_DAY) && week <= weekOf(LAST_DAY)) return text;
    } catch {
      // Told below.
    }
    this.#add(node, {
      code: "bad-date",
      message: `${path} is no date that can be used`,
      expected: `a date from ${FIRST_DAY} to ${LAST_DAY}, such as 2024-01-01`,
      received: printable(text, 40),
    });
    return undefined;
  }

  /** A length of time, such as `8 weeks` [week]. */
  #length(node: Node | undefined, path: string): number | undefined {
    if (node === undefined) return undefined;
    const value = this.#scalar(node, path, "a length of time such as 8 weeks");
    if (value === undefined) return undefined;
    const match = /^(\d+(?:\.\d+)?)\s*(days?|weeks?|months?|years?)$/.exec(String(value).trim());
    if (match !== null) return convert(Number(match[1]), match[2]!, "week");
    this.#add(node, {
      code: "bad-value",
      message: `${path} is no length of time`,
      expected: "such as 8 weeks",
      received: printable(value, 40),
    });
    return undefined;
  }

  #levers(node: Node | undefined, from: string, to: string): Scenario["levers"] {
    if (node === undefined) return {};
    const known = [...this.#dataset.levers.keys()];
    const found = Object.create(null) as Record<string, readonly Order[]>;
    for (const [id, value] of this.#map(node, "levers")) {
      const lever = this.#dataset.levers.get(id);
      if (lever === undefined)
        this.#add(value, {
          code: "unknown-lever",
          message: `unknown lever: ${printable(id, 60)}`,
          hint: suggest(id, known),
        });
      else if (lever.moves.length === 0)
        this.#add(value, {
          code: "bad-value",
          message: `${id} counts in bargaining only and moves nothing that is simulated`,
          hint: "leave it out",
        });
      else {
        const nodes = isSeq(value) ? (value.items as Node[]) : [value];
        const orders = nodes.flatMap((one) => this.#order(one, lever, from, to));
        const late = orders.findIndex(
          (order, i) => i > 0 && weekOf(order.from) < weekOf(orders[i - 1]!.from) + orders[i - 1]!.over,
        );
        if (late > 0)
          this.#add(nodes[late] ?? value, {
            code: "bad-value",
            message: `the orders of ${id} overlap`,
            expected: `one that begins after ${orders[late - 1]!.from} and the ${orders[late - 1]!.over} weeks that it takes`,
            received: orders[late]!.from,
          });
        found[id] = orders;
      }
    }
    return { ...found };
  }

  #order(node: Node, lever: Lever, from: string, to: string): Order[] {
    const path = `levers.${lever.id}`;
    if (isScalar(node)) {
      const level = this.#quantity(node, path, lever.unit);
      return level === undefined || !this.#within(node, path, level, lever) ? [] : [{ to: level, from, over: 0 }];
    }
    const map = this.#map(node, path, ORDER_KEYS);
    const target = map.get("to");
    if (target === undefined) {
      this.#add(node, {
        code: "missing-key",
        message: `${path} has no level to go to`,
        expected: `to: a level in ${lever.unit}`,
      });
      return [];
    }
    const level = this.#quantity(target, `${path}.to`, lever.unit);
    const begin = this.#date(map.get("from"), `${path}.from`) ?? from;
    const over = this.#length(map.get("over"), `${path}.over`) ?? 0;
    if (level === undefined || !this.#within(target, `${path}.to`, level, lever)) return [];
    if (!(weekOf(begin) >= weekOf(from) && weekOf(begin) <= weekOf(to))) {
      this.#add(map.get("from") ?? node, {
        code: "bad-value",
        message: `${path} begins outside the scenario`,
        expected: `a date from ${from} to ${to}`,
        received: begin,
      });
      return [];
    }
    return [{ to: level, from: begin, over }];
  }

  #within(node: Node, path: string, level: number, { low, high, unit }: Lever): boolean {
    if (level >= low && level <= high) return true;
    this.#add(node, {
      code: "out-of-bounds",
      message: `${path} is beyond its bounds`,
      expected: `${low} to ${high}${unit === "1" ? "" : ` ${unit}`}`,
      received: String(level),
    });
    return false;
  }

  /** A number, or a number with a unit, in the unit that is wanted: `3000`, `3000 per day`, `12 %`. */
  #quantity(node: Node, path: string, unit: string): number | undefined {
    const value = this.#scalar(node, path, `a number in ${unit}`);
    if (value === undefined) return undefined;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    const match = /^([+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.+)$/.exec(String(value).trim());
    if (match === null) {
      this.#add(node, {
        code: "bad-value",
        message: `${path} is no quantity`,
        expected: `a number in ${unit}`,
        received: printable(value, 60),
      });
      return undefined;
    }
    const number = Number(match[1]!.replaceAll("_", ""));
    return this.#converted(node, path, number, match[2]!, unit);
  }

  #converted(node: Node, path: string, value: number, from: string, to: string): number | undefined {
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
      for (const issue of error.issues) this.#add(node, { ...issue, path: issue.path ?? path });
      return undefined;
    }
  }

  #parameters(node: Node | undefined): Scenario["parameters"] {
    if (node === undefined) return {};
    const known = [...this.#dataset.parameters.keys()];
    const found = Object.create(null) as Record<string, string | number>;
    for (const [id, value] of this.#map(node, "parameters")) {
      const parameter = this.#dataset.parameters.get(id);
      if (parameter === undefined)
        this.#add(value, {
          code: "unknown-parameter",
          message: `unknown parameter: ${printable(id, 60)}`,
          hint: suggest(id, known),
        });
      else {
        const setting = this.#setting(value, parameter);
        if (setting !== undefined) found[id] = setting;
      }
    }
    return { ...found };
  }

  /** `110`, `110 person/week`, `{ value: 110, unit: person/week }` or `{ uniform: [a, b], unit: … }`. */
  #setting(node: Node, { id, unit, low, high }: Parameter): string | number | undefined {
    const path = `parameters.${id}`;
    const inBounds = (value: number | undefined): number | undefined => {
      if (value === undefined || (value >= low && value <= high)) return value;
      this.#add(node, {
        code: "out-of-bounds",
        message: `${path} is beyond its bounds`,
        expected: `${low} to ${high}`,
        received: String(value),
      });
      return undefined;
    };
    if (isScalar(node)) return inBounds(this.#quantity(node, path, unit));
    const map = this.#map(node, path, ["value", "unit", ...Object.keys(families)]);
    const own = this.#text(map.get("unit"), `${path}.unit`) ?? unit;
    map.delete("unit");
    const [entry, ...further] = [...map];
    if (entry === undefined || further.length > 0) {
      if (isMap(node) && this.#issues.length === 0)
        this.#add(node, {
          code: "bad-value",
          message: `${path} has ${entry === undefined ? "no value" : "more than one value"}`,
          expected: "one of value, uniform, normal, lognormal, …",
        });
      return undefined;
    }
    const [family, value] = entry;
    if (family === "value") {
      const number = this.#number(value, `${path}.value`);
      return number === undefined ? undefined : inBounds(this.#converted(node, path, number, own, unit));
    }
    if (!isSeq(value)) {
      this.#add(value, { code: "bad-value", message: `${path}.${family} is no list`, expected: "[number, number]" });
      return undefined;
    }
    const numbers = (value.items as Node[]).map((one) => this.#number(one, `${path}.${family}`));
    if (numbers.some((number) => number === undefined)) return undefined;
    if (own !== unit && this.#converted(node, path, 1, own, unit) !== 1) {
      this.#add(node, {
        code: "unit-mismatch",
        message: `${path}: a prior is given in the unit of the parameter`,
        expected: unit,
        received: own,
      });
      return undefined;
    }
    const text = `${family}(${numbers.join(", ")})`;
    try {
      const [from, to] = parseDistribution(text).support;
      if (from >= low && to <= high) return text;
      this.#add(value, {
        code: "out-of-bounds",
        message: `${path} is beyond its bounds`,
        expected: `${low} to ${high}`,
        received: text,
      });
    } catch (error) {
      if (!(error instanceof FronteraError)) throw error;
      for (const issue of error.issues) this.#add(value, { ...issue, path });
    }
    return undefined;
  }
}
