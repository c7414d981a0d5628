import { describe, expect, it } from "vitest";
import { loadDataset } from "../../data/dataset.ts";
import { FronteraError } from "../../errors.ts";
import { parseScenario } from "./scenario-file.ts";

const dataset = loadDataset();
const HEAD = "frontera: 1\nname: made up\n";
const read = (text: string) => parseScenario(text, "made.yaml", dataset);

describe("parseScenario", () => {
  it("reads what differs from business as usual, in units of the reader's", () => {
    const scenario = read(`frontera: 1
name: Upstream first
about: { es: "Primero aguas arriba" }
from: 2024-01-01
to: 2030-01-01
levers:
  darien-measures:       { to: 0.6, from: 2024-03-01, over: 8 weeks }
  lawful-appointments:   { to: 3000 per day }
  sponsored-parole:      1000 per day
  naloxone-reach:
    - { to: 40 %, from: 2024-06-01, over: 6 months }
    - { to: 0.6, from: 2026-06-01 }
  origin-programmes:     { to: 5_000_000_000 USD per year }
parameters:
  recruitment: { uniform: [0.0022, 0.0028], unit: 1/week }
  incapacitation: 110 person/week
  saturation: { value: 4e-8 }
couplings: on
`);
    expect(scenario).toMatchObject({
      name: "Upstream first",
      about: { es: "Primero aguas arriba" },
      from: "2024-01-01",
      to: "2030-01-01",
      couplings: true,
      parameters: { recruitment: "uniform(0.0022, 0.0028)", incapacitation: 110, saturation: 4e-8 },
    });
    const { levers } = scenario;
    expect(levers["darien-measures"]).toEqual([{ to: 0.6, from: "2024-03-01", over: 8 }]);
    expect(levers["lawful-appointments"]).toEqual([{ to: 3000, from: "2024-01-01", over: 0 }]);
    expect(levers["sponsored-parole"]![0]!.to).toBeCloseTo(30_436.875, 9);
    expect(levers["naloxone-reach"]!.map(({ to }) => to)).toEqual([0.4, 0.6]);
    expect(levers["naloxone-reach"]![0]!.over).toBeCloseTo(26.09, 2);
    expect(levers["origin-programmes"]![0]!.to).toBe(5e9);
  });

  it("reads couplings that are off, and rival structures", () => {
    const text = `${HEAD}couplings: { revenue-recruitment: off, guns-arrests: on }\nstructures: [transient-shock, persistent-shock]\n`;
    expect(read(text)).toMatchObject({
      couplings: true,
      without: ["revenue-recruitment"],
      structures: ["transient-shock", "persistent-shock"],
    });
  });

  it("needs a version and a name and nothing else", () => {
    expect(read(HEAD)).toEqual({
      name: "made up",
      about: {},
      from: "2024-01-01",
      to: "2030-01-01",
      levers: {},
      parameters: {},
      couplings: true,
      without: [],
      structures: [],
    });
  });

  /** What is wrong, text, code, line, words of the message. */
  const FAULTS: readonly (readonly [string, string, string, number | undefined, RegExp])[] = [
    ["empty file", "", "bad-yaml", undefined, /no scenario/],
    ["no version", "name: x\n", "missing-key", 1, /frontera/],
    ["another version", "frontera: 2\nname: x\n", "bad-value", 1, /version/],
    ["no name", "frontera: 1\n", "missing-key", 1, /name/],
    ["key unknown", `${HEAD}lever: {}\n`, "unknown-key", 3, /did you mean levers/],
    ["key twice", `${HEAD}name: y\n`, "bad-yaml", 3, /unique/i],
    ["not YAML", `${HEAD}levers: [\n`, "bad-yaml", 4, /./],
    ["two documents", `${HEAD}---\nfrontera: 1\n`, "bad-yaml", undefined, /several documents/],
    ["a list", "- frontera: 1\n", "bad-value", 1, /no mapping/],
    ["reference", `${HEAD}about: &a { en: x }\n`, "bad-yaml", 3, /anchors/],
    ["bomb", "a: &a [x, x]\nb: &b [*a, *a]\nfrontera: 1\nname: x\n", "bad-yaml", 1, /anchors/],
    ["tag", `${HEAD}about: !!js/function "x"\n`, "bad-yaml", 3, /tag|!!js/i],
    ["day that is none", `${HEAD}from: 2023-02-30\n`, "bad-date", 3, /2023-02-30/],
    ["day long ago", `${HEAD}from: 1999-01-01\n`, "bad-date", 3, /2012-01-01/],
    ["ends before it begins", `${HEAD}from: 2025-01-01\nto: 2024-01-01\n`, "bad-value", 4, /ends before/],
    ["lever unknown", `${HEAD}levers: { naloxon-reach: 0.5 }\n`, "unknown-lever", 3, /naloxone-reach/],
    ["lever of a prototype", `${HEAD}levers: { __proto__: 1 }\n`, "unknown-lever", 3, /__proto__/],
    ["lever of bargaining", `${HEAD}levers: { trade-pressure: 1 }\n`, "bad-value", 3, /bargaining/],
    ["beyond its bounds", `${HEAD}levers: { naloxone-reach: 0.9 }\n`, "out-of-bounds", 3, /0\.29 to 0\.6/],
    ["unit of another kind", `${HEAD}levers: { lawful-appointments: 3000 kg }\n`, "unit-mismatch", 3, /person\/day/],
    ["unit unknown", `${HEAD}levers: { lawful-appointments: 3000 per fortnite }\n`, "unknown-unit", 3, /fortnite/],
    ["level is a word", `${HEAD}levers: { naloxone-reach: high }\n`, "bad-value", 3, /quantity/],
    ["level is infinite", `${HEAD}levers: { naloxone-reach: .inf }\n`, "bad-value", 3, /quantity/],
    ["no level", `${HEAD}levers: { naloxone-reach: { from: 2024-02-01 } }\n`, "missing-key", 3, /no level/],
    ["order outside", `${HEAD}levers: { naloxone-reach: { to: 0.4, from: 2031-01-01 } }\n`, "bad-value", 3, /outside/],
    [
      "orders overlap",
      `${HEAD}levers:\n  naloxone-reach:\n    - { to: 0.4, over: 1 year }\n    - { to: 0.5, from: 2024-03-01 }\n`,
      "bad-value",
      6,
      /overlap/,
    ],
    ["length of time", `${HEAD}levers: { naloxone-reach: { to: 0.4, over: soon } }\n`, "bad-value", 3, /8 weeks/],
    ["parameter unknown", `${HEAD}parameters: { recruitmnt: 1 }\n`, "unknown-parameter", 3, /recruitment/],
    ["parameter of a prototype", `${HEAD}parameters: { constructor: 1 }\n`, "unknown-parameter", 3, /constructor/],
    ["parameter below its bounds", `${HEAD}parameters: { recruitment: -1 }\n`, "out-of-bounds", 3, /recruitment/],
    [
      "prior upside down",
      `${HEAD}parameters:\n  recruitment: { uniform: [0.003, 0.002] }\n`,
      "invalid-parameter",
      4,
      /recruitment/,
    ],
    ["family unknown", `${HEAD}parameters: { recruitment: { unifrm: [0, 1] } }\n`, "unknown-key", 3, /uniform/],
    [
      "unit of a parameter",
      `${HEAD}parameters: { recruitment: { value: 1, unit: person } }\n`,
      "unit-mismatch",
      3,
      /1\/week/,
    ],
    ["coupling", `${HEAD}couplings: { guns-arest: off }\n`, "unknown-key", 3, /guns-arrests/],
    ["structure", `${HEAD}structures: [transient]\n`, "unknown-structure", 3, /transient-shock/],
    ["couplings", `${HEAD}couplings: maybe\n`, "bad-value", 3, /on or off/],
    ["nothing as a value", `${HEAD}levers:\n`, "bad-value", 3, /no mapping/],
    ["too long", `${HEAD}about: ${"x".repeat(300_000)}\n`, "bad-yaml", undefined, /too long/],
  ];

  it.each(FAULTS)("refuses: %s", (_, text, code, line, message) => {
    let found: unknown;
    try {
      read(text);
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(FronteraError);
    const { issues } = found as FronteraError;
    expect(issues[0]!.code).toBe(code);
    if (line !== undefined) expect(issues[0]!.path).toContain(`made.yaml:${line}`);
    expect((found as FronteraError).message).toMatch(message);
    expect((found as FronteraError).message.split("\n").length).toBeLessThanOrEqual(4);
  });
});
