import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evidence } from "../study/study-model.ts";
import { parseScenario } from "./scenario-file.ts";
import { formatScenario } from "./scenario-text.ts";

const FOLDER = join(import.meta.dirname, "../../../scenarios");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));

describe("formatScenario", () => {
  it.each(files)("writes %s so that it is read as it was", (file) => {
    const dataset = evidence();
    const scenario = parseScenario(readFileSync(join(FOLDER, file), "utf8"), file, dataset);
    expect(parseScenario(formatScenario(scenario, dataset), "again.yaml", dataset)).toEqual(scenario);
  });

  it("keeps names, several orders of a lever, priors and couplings", () => {
    const dataset = evidence();
    const text = [
      "frontera: 1",
      'name: "a: b # <i>\\"c\\"</i>"',
      "levers:",
      "  treatment-access:",
      "    - { to: 1.2, from: 2024-06-01, over: 4 weeks }",
      "    - { to: 1.6, from: 2025-06-01 }",
      "parameters:",
      "  recruitment: { uniform: [0.0022, 0.0028], unit: 1/week }",
      "  incapacitation: 110",
      "couplings: off",
    ].join("\n");
    const scenario = parseScenario(text, "one.yaml", dataset);
    expect(scenario.couplings).toBe(false);
    expect(parseScenario(formatScenario(scenario, dataset), "again.yaml", dataset)).toEqual(scenario);
  });
});
