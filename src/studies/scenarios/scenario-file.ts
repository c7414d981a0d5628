import { isMap, isScalar, isSeq, type Node } from "yaml";
import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { Lever } from "../../data/lever.ts";
import type { Parameter } from "../../data/parameter.ts";
import { FronteraError, printable, suggest } from "../../errors.ts";
import { families, parseDistribution } from "../../math/distributions/index.ts";
import { COUPLING_IDS } from "../../system/couplings.ts";
import { DEFAULT_FROM, DEFAULT_TO, type Order, type Scenario } from "./scenario.ts";
import { STRUCTURE_IDS, type StructureId } from "./structures.ts";
import { YamlReader } from "./yaml-reader.ts";

const KEYS = ["frontera", "name", "about", "from", "to", "levers", "parameters", "couplings", "structures"] as const;
const ORDER_KEYS = ["to", "from", "over"] as const;

/**
 * Reads a scenario from YAML and checks it against the evidence. Every fault is told with its line and, for a name, the
 * nearest known one.
 * @throws FronteraError `bad-yaml`, `unknown-key`, `missing-key`, `bad-value`, `unknown-lever`, `unknown-parameter`, `unknown-structure`,
 * `out-of-bounds`, `unit-mismatch`, `unknown-unit`, `bad-date`, and those of `parseDistribution`.
 */
export function parseScenario(text: string, file: string, dataset: Dataset): Scenario {
  return new ScenarioReader(text, file, dataset).read();
}

class ScenarioReader {
  readonly #yaml: YamlReader;
  readonly #dataset: Dataset;

  constructor(text: string, file: string, dataset: Dataset) {
    this.#yaml = new YamlReader(text, file);
    this.#dataset = dataset;
  }

  read(): Scenario {
    const { root } = this.#yaml;
    const map = this.#yaml.map(root, "a scenario", KEYS);
    const get = (key: (typeof KEYS)[number]) => map.get(key);
    if (!map.has("frontera") || !map.has("name"))
      for (const key of ["frontera", "name"])
        if (!map.has(key))
          this.#yaml.add(root, { code: "missing-key", message: `the scenario has no ${key}`, expected: key });
    const version = get("frontera");
    if (version !== undefined && this.#yaml.number(version, "frontera") !== 1)
      this.#yaml.add(version, {
        code: "bad-value",
        message: "this version of scenario files is not known",
        path: "frontera",
        expected: "1",
      });
    const from = this.#yaml.date(get("from"), "from") ?? DEFAULT_FROM;
    const to = this.#yaml.date(get("to"), "to") ?? DEFAULT_TO;
    if (!(weekOf(from) < weekOf(to)))
      this.#yaml.add(get("to") ?? root, {
        code: "bad-value",
        message: "the scenario ends before it begins",
        expected: `a date after ${from}`,
        received: to,
      });
    const scenario: Scenario = {
      name: this.#yaml.text(get("name"), "name") ?? "",
      about: this.#about(get("about")),
      from,
      to,
      levers: this.#levers(get("levers"), from, to),
      parameters: this.#parameters(get("parameters")),
      ...this.#couplings(get("couplings")),
      structures: this.#structures(get("structures")),
    };
    this.#yaml.settle();
    return scenario;
  }

  #about(node: Node | undefined): Scenario["about"] {
    if (node === undefined) return {};
    if (isScalar(node)) {
      const en = this.#yaml.text(node, "about");
      return en === undefined ? {} : { en };
    }
    const map = this.#yaml.map(node, "about", ["en", "es"]);
    const [en, es] = [this.#yaml.text(map.get("en"), "about.en"), this.#yaml.text(map.get("es"), "about.es")];
    return { ...(en === undefined ? {} : { en }), ...(es === undefined ? {} : { es }) };
  }

  #structures(node: Node | undefined): Scenario["structures"] {
    if (node === undefined) return [];
    const found = (isSeq(node) ? (node.items as Node[]) : [node]).flatMap((item, i) => {
      const id = this.#yaml.text(item, `structures[${i}]`);
      if (id === undefined) return [];
      if ((STRUCTURE_IDS as readonly string[]).includes(id)) return [id as StructureId];
      this.#yaml.add(item, {
        code: "unknown-structure",
        message: `unknown structure: ${printable(id, 60)}`,
        hint: suggest(id, STRUCTURE_IDS),
      });
      return [];
    });
    return [...new Set(found)];
  }

  /** All on or off, or some of them off by name. */
  #couplings(node: Node | undefined): Pick<Scenario, "couplings" | "without"> {
    if (node === undefined || !isMap(node))
      return { couplings: this.#yaml.switch(node, "couplings") ?? true, without: [] };
    const map = this.#yaml.map(node, "couplings", COUPLING_IDS);
    return {
      couplings: true,
      without: COUPLING_IDS.filter((id) => this.#yaml.switch(map.get(id), `couplings.${id}`) === false),
    };
  }

  #levers(node: Node | undefined, from: string, to: string): Scenario["levers"] {
    if (node === undefined) return {};
    const known = [...this.#dataset.levers.keys()];
    const found = Object.create(null) as Record<string, readonly Order[]>;
    for (const [id, value] of this.#yaml.map(node, "levers")) {
      const lever = this.#dataset.levers.get(id);
      if (lever === undefined)
        this.#yaml.add(value, {
          code: "unknown-lever",
          message: `unknown lever: ${printable(id, 60)}`,
          hint: suggest(id, known),
        });
      else if (lever.moves.length === 0)
        this.#yaml.add(value, {
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
          this.#yaml.add(nodes[late] ?? value, {
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
      const level = this.#yaml.quantity(node, path, lever.unit);
      return level === undefined || !this.#within(node, path, level, lever) ? [] : [{ to: level, from, over: 0 }];
    }
    const map = this.#yaml.map(node, path, ORDER_KEYS);
    const target = map.get("to");
    if (target === undefined) {
      this.#yaml.add(node, {
        code: "missing-key",
        message: `${path} has no level to go to`,
        expected: `to: a level in ${lever.unit}`,
      });
      return [];
    }
    const level = this.#yaml.quantity(target, `${path}.to`, lever.unit);
    const begin = this.#yaml.date(map.get("from"), `${path}.from`) ?? from;
    const over = this.#yaml.length(map.get("over"), `${path}.over`) ?? 0;
    if (level === undefined || !this.#within(target, `${path}.to`, level, lever)) return [];
    if (!(weekOf(begin) >= weekOf(from) && weekOf(begin) <= weekOf(to))) {
      this.#yaml.add(map.get("from") ?? node, {
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
    this.#yaml.add(node, {
      code: "out-of-bounds",
      message: `${path} is beyond its bounds`,
      expected: `${low} to ${high}${unit === "1" ? "" : ` ${unit}`}`,
      received: String(level),
    });
    return false;
  }

  #parameters(node: Node | undefined): Scenario["parameters"] {
    if (node === undefined) return {};
    const known = [...this.#dataset.parameters.keys()];
    const found = Object.create(null) as Record<string, string | number>;
    for (const [id, value] of this.#yaml.map(node, "parameters")) {
      const parameter = this.#dataset.parameters.get(id);
      if (parameter === undefined)
        this.#yaml.add(value, {
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
      this.#yaml.add(node, {
        code: "out-of-bounds",
        message: `${path} is beyond its bounds`,
        expected: `${low} to ${high}`,
        received: String(value),
      });
      return undefined;
    };
    if (isScalar(node)) return inBounds(this.#yaml.quantity(node, path, unit));
    const map = this.#yaml.map(node, path, ["value", "unit", ...Object.keys(families)]);
    const own = this.#yaml.text(map.get("unit"), `${path}.unit`) ?? unit;
    map.delete("unit");
    const [entry, ...further] = [...map];
    if (entry === undefined || further.length > 0) {
      if (isMap(node) && this.#yaml.sound)
        this.#yaml.add(node, {
          code: "bad-value",
          message: `${path} has ${entry === undefined ? "no value" : "more than one value"}`,
          expected: "one of value, uniform, normal, lognormal, …",
        });
      return undefined;
    }
    const [family, value] = entry;
    if (family === "value") {
      const number = this.#yaml.number(value, `${path}.value`);
      return number === undefined ? undefined : inBounds(this.#yaml.converted(node, path, number, own, unit));
    }
    if (!isSeq(value)) {
      this.#yaml.add(value, {
        code: "bad-value",
        message: `${path}.${family} is no list`,
        expected: "[number, number]",
      });
      return undefined;
    }
    const numbers = (value.items as Node[]).map((one) => this.#yaml.number(one, `${path}.${family}`));
    if (numbers.some((number) => number === undefined)) return undefined;
    if (own !== unit && this.#yaml.converted(node, path, 1, own, unit) !== 1) {
      this.#yaml.add(node, {
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
      this.#yaml.add(value, {
        code: "out-of-bounds",
        message: `${path} is beyond its bounds`,
        expected: `${low} to ${high}`,
        received: text,
      });
    } catch (error) {
      if (!(error instanceof FronteraError)) throw error;
      for (const issue of error.issues) this.#yaml.add(value, { ...issue, path });
    }
    return undefined;
  }
}
