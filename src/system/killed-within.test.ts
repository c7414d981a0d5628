import { describe, expect, it } from "vitest";
import { loadDataset } from "../data/dataset.ts";
import { runOnce } from "../ensemble/run.ts";
import { defineModule, type ModelDeclaration } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { publishedNetwork } from "../studies/study/study-model.ts";
import { type CartelOptions, cartelNetwork, cartels } from "./cartels.ts";
import { coreParameters } from "./core-parameters.ts";

const core = { network: cartelNetwork(publishedNetwork()), parameters: coreParameters(loadDataset()) };
const HAZARD = 1e-3;
const ban = (hazard: number) =>
  defineModule({
    name: "ban",
    about: "a hazard that another module brings",
    source: ["frontera_assumption"],
    parameters: {
      hazard: { about: "hazard", unit: "1/week", value: hazard, source: ["frontera_assumption"], grade: "C" },
    },
  });

function run(hazard: number | undefined, options: Partial<CartelOptions> = {}, weeks = 520) {
  const declaration: ModelDeclaration = {
    name: "core with killings within",
    modules:
      hazard === undefined
        ? [cartels({ ...core, ...options })]
        : [cartels({ ...core, ...options, killedWithin: "ban.hazard" }), ban(hazard)],
  };
  const model = defineModel(declaration);
  const save = [0, weeks / 2, weeks];
  return { model, ...runOnce(model, { t0: 0, t1: weeks, save }, {}, { step: 1 }) };
}

describe("killings inside the targeted group", () => {
  it("are no part of the core that nobody asked for them", () => {
    const { model } = run(undefined);
    expect([...model.quantities.keys()].filter((id) => /within|targeted/i.test(id))).toEqual([]);
    expect(model.outcomes.filter(({ declaration }) => /within/.test(declaration.id))).toEqual([]);
  });

  it.each(["saturating", "published"] as const)("at a hazard of 0 leave the %s core bit for bit", (form) => {
    const without = run(undefined, { form });
    const still = run(0, { form });
    for (const [id, values] of Object.entries(without.outputs)) expect(still.outputs[id], id).toEqual(values);
    expect(still.state("cartels.members")).toEqual(without.state("cartels.members"));
    expect([...still.outputs["killed-within"]!, ...still.outputs["killed-within-so-far"]!]).toEqual(
      new Array(6).fill(0),
    );
  });

  it("are the hazard times the members of that group, and of no other", () => {
    const { outputs, state } = run(HAZARD);
    const members = state("cartels.members");
    const at = core.network.groups.indexOf("los-chapitos");
    expect(outputs["killed-within"]![2]! / (HAZARD * members[at]!)).toBeCloseTo(1, 12);
    const before = run(undefined).state("cartels.members");
    // exp(−0.52) of it is left where nothing else reacts; its rivals and itself meet fewer.
    expect(members[at]! / before[at]!).toBeGreaterThan(Math.exp(-0.52));
    expect(members[at]! / before[at]!).toBeLessThan(Math.exp(-0.52) * 1.06);
  });

  it("stand outside conflict deaths and inside the conservation of members", () => {
    const { outputs } = run(HAZARD);
    const [start, , end] = outputs.members!;
    const counted = (id: string) => outputs[id]![2]!;
    const lost = ["arrested", "killed", "departed", "killed-within"].map((what) => counted(`${what}-so-far`));
    const left = start! + counted("recruited-so-far") - lost.reduce((sum, value) => sum + value, 0);
    expect(left / end!).toBeCloseTo(1, 12);
    expect(counted("killed-within-so-far")).toBeGreaterThan(100);
    expect(outputs["conflict-deaths"]![0]! / run(undefined).outputs["conflict-deaths"]![0]!).toBe(1);
  });

  it("may concern another group, which must be one of the network", () => {
    const { state } = run(HAZARD, { targetedGroup: "cartel-de-sinaloa" });
    const before = run(undefined).state("cartels.members");
    const at = core.network.groups.indexOf("cartel-de-sinaloa");
    expect(state("cartels.members")[at]!).toBeLessThan(before[at]! * 0.75);
    expect(() => run(HAZARD, { targetedGroup: "cartel-de-sinalo" })).toThrow(
      /unknown group: cartel-de-sinalo.*did you mean cartel-de-sinaloa/,
    );
  });
});
