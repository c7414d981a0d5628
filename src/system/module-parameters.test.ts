import { describe, expect, it } from "vitest";
import { loadDataset } from "../data/dataset.ts";
import { parseDistribution } from "../math/distributions/index.ts";
import { moduleParameters } from "./module-parameters.ts";

const dataset = loadDataset();

describe("parameters of a module", () => {
  it("gives every parameter of the module by its plain name, and no other", () => {
    const parameters = moduleParameters(dataset, "deterrence");
    expect(parameters.substitution).toEqual({
      about: "share of given-up supply that others take over",
      unit: "1",
      value: 0.8,
      prior: "beta(8, 2)",
      source: ["press_mantas", "frontera_assumption"],
      grade: "C",
    });
    expect(parameters.choiceNoise).not.toHaveProperty("prior");
    expect(Object.keys(parameters)).toHaveLength(13);
    expect(moduleParameters(dataset, "deter")).toEqual({});
  });

  it("has fitted values inside the 90 % interval that their note gives", () => {
    const all = Object.values(moduleParameters(dataset, "fentanyl"));
    const fitted = all.filter(({ prior, source }) => prior !== undefined && source.includes("frontera_calibration"));
    expect(fitted.length).toBeGreaterThan(25);
    for (const { about, prior, value } of fitted) {
      const p = parseDistribution(prior!).cdf(value);
      expect(p, about).toBeGreaterThan(0.2);
      expect(p, about).toBeLessThan(0.8);
    }
  });
});
