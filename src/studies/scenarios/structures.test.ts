import { describe, expect, it } from "vitest";
import { loadDataset } from "../../data/dataset.ts";
import { declaredParameter } from "../../model/declare.ts";
import { STRUCTURE_IDS, sideBySide, structureParameters } from "./structures.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "./subsystems.ts";

const dataset = loadDataset();

describe("rival structures", () => {
  it.each(STRUCTURE_IDS)("%s changes parameters that a part of the system has, and no other", (id) => {
    const models = SUBSYSTEM_IDS.map((part) => subsystemOf(part, dataset).model);
    const changed = Object.keys(structureParameters(id, dataset));
    expect(changed.length).toBeGreaterThan(0);
    for (const parameter of changed)
      expect(
        models.filter((model) => declaredParameter(model, parameter) !== undefined),
        parameter,
      ).toHaveLength(1);
  });

  it("stand beside the scenario under names of their own, over what it sets itself", () => {
    const scenario = {
      name: "asked",
      about: {},
      from: "2024-01-01",
      to: "2030-01-01",
      levers: {},
      parameters: { "homicides.passThrough": 0.2, "fentanyl.priceFall": 0.5 },
      couplings: true,
      without: [],
      structures: ["proportional-homicides"] as const,
    };
    const [plain, rival, ...more] = sideBySide(scenario, dataset);
    expect(more).toEqual([]);
    expect(plain).toEqual({ ...scenario, structures: [] });
    expect(rival!.name).toBe("asked (proportional-homicides)");
    expect(rival!.parameters).toEqual({ "homicides.passThrough": 1, "fentanyl.priceFall": 0.5 });
  });
});
