import { describe, expect, it } from "vitest";
import { compile } from "../compile/compile.ts";
import { weekOf } from "../data/calendar.ts";
import { loadDataset } from "../data/dataset.ts";
import { Carrier } from "../ensemble/carrier.ts";
import { parameterBlock, runOnce } from "../ensemble/run.ts";
import { rowOf } from "../ensemble/slots.ts";
import { defineModel } from "../model/model.ts";
import { publishedNetwork } from "../studies/study/study-model.ts";
import { cartelNetwork, cartels } from "./cartels.ts";
import { coreParameters } from "./core-parameters.ts";
import { homicides } from "./homicides.ts";

const dataset = loadDataset();
const model = defineModel({
  name: "core and homicides",
  modules: [
    cartels({ network: cartelNetwork(publishedNetwork()), parameters: coreParameters(dataset) }),
    homicides(dataset),
  ],
});
const years = Array.from({ length: 13 }, (_, i) => 2012 + i);
const edges = years.map((year) => weekOf(`${year}-01-01`));
const [h2018, h2019, h2020] = [36_687, 36_662, 36_773];

function run(parameters: Readonly<Record<string, number>> = {}, save: readonly number[] = edges) {
  const { outputs, status } = runOnce(model, { t0: 0, t1: save.at(-1)!, save }, parameters, { step: 1 });
  expect(status).toBe("ok");
  return outputs;
}

/** The mean of homicides over a year, by the trapezium over weeks. */
function yearly(year: number, parameters: Readonly<Record<string, number>> = {}): number {
  const [from, to] = [weekOf(`${year}-01-01`), weekOf(`${year + 1}-01-01`)];
  const save = Array.from({ length: 53 }, (_, i) => from + ((to - from) * i) / 52);
  const values = run(parameters, save).homicides!;
  return values.reduce((sum, value, i) => sum + (i === 0 || i === 52 ? value / 2 : value), 0) / 52;
}

describe("homicides", () => {
  it("are on average those counted in 2018 to 2020, whatever the conflict deaths of the draw and their share are", () => {
    const counted = (h2018 + h2019 + h2020) / 3;
    for (const parameters of [{}, { conflict: 1.1e-8 }, { "homicides.passThrough": 1 }, { initialMembers: 130_000 }]) {
      const mean = [2018, 2019, 2020].reduce((sum, year) => sum + yearly(year, parameters), 0) / 3;
      expect(mean / counted, JSON.stringify(parameters)).toBeCloseTo(1, 3);
    }
  });

  it("follow the equation with the conflict deaths of the published core", () => {
    // Deaths a year of the core as printed, ξ = 0; 52-week years there, so that D/D̄ is compared.
    const deaths = { 2012: 3599.3, 2018: 5184.8, 2019: 5521.6, 2020: 5881.1, 2023: 7102.6 };
    const usual = (deaths[2018] + deaths[2019] + deaths[2020]) / 3;
    for (const year of [2012, 2023] as const) {
      const ratio = yearly(year, { "homicides.passThrough": 1 }) / ((h2018 + h2019 + h2020) / 3);
      expect(ratio / (deaths[year] / usual)).toBeCloseTo(1, 2);
    }
  });

  it("move by the share that follows conflict", () => {
    const { homicides: all } = run({ "homicides.passThrough": 1 });
    const { homicides: none } = run({ "homicides.passThrough": 0 });
    const { homicides: some } = run({ "homicides.passThrough": 0.65 });
    some!.forEach((value, i) => {
      expect(value / (0.65 * all![i]! + 0.35 * none![i]!)).toBeCloseTo(1, 12);
    });
    // Without a share they are homicides per person of 2018 to 2020, times population.
    expect(none![8]! / none![0]!).toBeCloseTo(126_510_000 / 116_420_000, 2);
  });

  it("are read in the past of each draw by itself, in blocks as alone, and in a branch as in history", () => {
    const program = compile(model, { lanes: 2 });
    const legs = [
      { t0: 0, t1: 600, save: [100, 600] },
      { t0: 600, t1: 700, save: [700], schedules: { "cartels.conflictFactor": { t: [600], value: [0.5] } } },
    ];
    const row = rowOf(program.layout, "homicides.usualDeaths");
    const carried = (conflicts: readonly number[]) => {
      const carrier = new Carrier(program, legs, { step: 4 });
      const parameters = parameterBlock(program, 2);
      conflicts.forEach((conflict, lane) => {
        parameters[rowOf(program.layout, "conflict") * 2 + lane] = conflict;
      });
      const blocks = [{ count: conflicts.length, parameters }];
      const later = carrier.carry(1, blocks, carrier.carry(0, blocks))[0]!;
      return conflicts.map((_, lane) => [
        parameters[row * 2 + lane]!,
        ...later.outputs.filter((_, k) => k % 2 === lane),
      ]);
    };
    const both = carried([1.2e-8, 1.9e-8]);
    expect(carried([1.9e-8])[0]).toEqual(both[1]);
    expect(both[0]![0]).not.toBeCloseTo(both[1]![0]!, 0);
    expect(both[0]![0]).toBeGreaterThan(50);
    const [from, to] = [weekOf("2018-01-01"), weekOf("2021-01-01")];
    const outputs = run({ conflict: 1.9e-8 }, [from, to]);
    const [before, after] = outputs["killed-so-far"]!;
    expect(both[1]![0]! / ((after! - before!) / (to - from))).toBeCloseTo(1, 4);
  });

  it("rise and level off with population as it is projected", () => {
    const at = (date: string) => weekOf(date);
    const save = [at("2023-07-01"), at("2040-07-01"), at("2053-07-01"), at("2060-07-01")];
    const { homicides: none } = run({ "homicides.passThrough": 0 }, save);
    expect(none![2]! / none![0]!).toBeCloseTo(147 / 131.1, 9);
    expect(none![3]).toBe(none![2]);
    expect(none![1]!).toBeGreaterThan(none![0]!);
  });
});
