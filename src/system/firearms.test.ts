import { describe, expect, it } from "vitest";
import { compile } from "../compile/compile.ts";
import { loadDataset } from "../data/dataset.ts";
import { Carrier } from "../ensemble/carrier.ts";
import type { Leg } from "../ensemble/leg.ts";
import { parameterBlock, runOnce } from "../ensemble/run.ts";
import { exp } from "../math/elementary/index.ts";
import type { ModelDeclaration } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { coreModel, publishedNetwork } from "../studies/study/study-model.ts";
import { cartelNetwork, cartels } from "./cartels.ts";
import { coreParameters } from "./core-parameters.ts";
import { FIREARM_MULTIPLIERS, firearms } from "./firearms.ts";
import { moduleParameters } from "./module-parameters.ts";

const dataset = loadDataset();
const ANCHOR = 520;

function armed(): ModelDeclaration {
  return {
    name: "armed",
    modules: [
      cartels({
        network: cartelNetwork(publishedNetwork()),
        parameters: coreParameters(dataset),
        multipliers: FIREARM_MULTIPLIERS,
      }),
      firearms({ parameters: moduleParameters(dataset, "firearms") }),
    ],
  };
}

const model = defineModel(armed());
const program = compile(model, { tableau: "rk4", lanes: 2 });

interface Setting {
  readonly parameters?: Readonly<Record<string, number>>;
  readonly levers?: Readonly<Record<string, { readonly t: readonly number[]; readonly value: readonly number[] }>>;
  readonly weeks: readonly number[];
  readonly step?: number;
  readonly anchor?: number;
}

/** Outcomes by id at weeks after the branch. */
function branch({ parameters = {}, levers = {}, weeks, step = 0.25, anchor = ANCHOR }: Setting) {
  const on = { "firearms.coupled": { t: [0], value: [1] } };
  const shifted = Object.entries(levers).map(([id, { t, value }]) => [
    `firearms.${id}`,
    { t: t.map((week) => week + anchor), value },
  ]);
  const legs: Leg[] = [
    { t0: 0, t1: anchor, save: [anchor] },
    {
      t0: anchor,
      t1: anchor + weeks.at(-1)!,
      save: weeks.map((week) => anchor + week),
      schedules: { ...on, ...Object.fromEntries(shifted) },
    },
  ];
  const carrier = new Carrier(program, legs, { step, tolerance: Number.POSITIVE_INFINITY });
  const blocks = [{ count: 1, parameters: parameterBlock(program, 2, parameters) }];
  const { outputs, status } = carrier.carry(1, blocks, carrier.carry(0, blocks))[0]!;
  expect(status[0]).toBe("ok");
  const names = program.layout.outputs;
  return weeks.map((_, i) => Object.fromEntries(names.map(({ id }, o) => [id, outputs[(i * names.length + o) * 2]!])));
}

const SUSTAINED = { "firearms.circumvention": 0 };
const STEP_UP = { sourceRules: { t: [0, 0], value: [0, 1] } };

/** Name, setting, and [week, members, deaths, arrests, stock, per member, lethality, capacity]: specification, 2026. */
const GOLDEN: readonly (readonly [string, Omit<Setting, "weeks">, readonly (readonly number[])[]])[] = [
  [
    "business as usual",
    {},
    [
      [52, 181306, 132.364, 109.999, 1.04307, 1.0001, 1.00002, 0.99999],
      [260, 213737, 169.501, 109.963, 1.23369, 1.00339, 1.00085, 0.999662],
      [520, 258683, 226.825, 109.822, 1.51238, 1.01633, 1.00406, 0.998381],
    ],
  ],
  [
    "flow from the United States cut by half",
    { parameters: SUSTAINED, levers: STEP_UP },
    [
      [52, 181336, 130.666, 110.593, 0.988549, 0.947669, 0.986691, 1.00539],
      [104, 189167, 137.642, 111.127, 0.98276, 0.903118, 0.974982, 1.01024],
      [260, 214559, 162.369, 112.395, 0.99508, 0.806219, 0.948169, 1.02177],
      [520, 262203, 216.498, 113.588, 1.09416, 0.725412, 0.924176, 1.03262],
    ],
  ],
  [
    "the same over a year and half evaded",
    { levers: { sourceRules: { t: [0, 52], value: [0, 1] } } },
    [
      [52, 181315, 131.608, 110.259, 1.01881, 0.976796, 0.994155, 1.00235],
      [260, 214184, 165.758, 111.224, 1.10306, 0.895271, 0.972882, 1.01112],
      [520, 260483, 222.072, 111.595, 1.29757, 0.865955, 0.964928, 1.0145],
    ],
  ],
  [
    "recoveries times three",
    { levers: { recoveryFactor: { t: [0], value: [3] } } },
    [
      [260, 214236, 165.38, 111.358, 1.09006, 0.884503, 0.96998, 1.01235],
      [520, 260694, 221.484, 111.814, 1.27335, 0.849098, 0.960276, 1.01649],
    ],
  ],
  [
    "no inflow at all",
    { levers: { inflowFactor: { t: [0], value: [0] } } },
    [
      [260, 216313, 144.332, 119.359, 0.54994, 0.441952, 0.822933, 1.08508],
      [520, 271220, 177.337, 129.613, 0.302434, 0.193843, 0.689598, 1.1783],
    ],
  ],
  [
    "inflow that does not follow the groups",
    { parameters: { "firearms.inflowFollows": 0 } },
    [[520, 260114, 219.105, 112.032, 1.24598, 0.832701, 0.955694, 1.01848]],
  ],
];

const COLUMNS = ["members", "conflict-deaths", "arrests", "guns", "guns-per-member", "lethality", "state-capacity"];

describe("firearms", () => {
  it.each(GOLDEN)("gives the digits of the specification: %s", (_, setting, rows) => {
    const found = branch({ ...setting, weeks: rows.map(([week]) => week!) });
    rows.forEach(([, ...printed], i) => {
      COLUMNS.forEach((column, j) => {
        // Six figures are printed, the last one rounded.
        expect(Math.abs(found[i]![column]! / printed[j]! - 1), column).toBeLessThan(5.1e-6);
      });
    });
  });

  it("leaves history the published core, bit for bit", () => {
    const save = Array.from({ length: 41 }, (_, i) => 13 * i);
    const leg = { t0: 0, t1: 520, save };
    const core = runOnce(defineModel(coreModel(dataset, publishedNetwork())), leg, {}, { step: 26 });
    const both = runOnce(model, leg, {}, { step: 26 });
    for (const id of ["members", "conflict-deaths", "arrests", "recruits"])
      expect(both.outputs[id]).toEqual(core.outputs[id]);
  });

  it("steps of half a year give what quarter weeks give", () => {
    const weeks = [52, 104, 156, 208, 260, 312];
    const levers = { sourceRules: { t: [0, 52], value: [0, 1] }, recoveryFactor: { t: [0, 52], value: [1, 3] } };
    const fine = branch({ levers, weeks });
    const coarse = branch({ levers, weeks, step: 26 });
    weeks.forEach((_, i) => {
      for (const column of COLUMNS) expect(Math.abs(coarse[i]![column]! / fine[i]![column]! - 1)).toBeLessThan(1e-4);
    });
  });

  it("never exceeds what firearms can do, and never loses a number", () => {
    const [without] = branch({ levers: { inflowFactor: { t: [0], value: [0] } }, weeks: [520 * 6], step: 13 });
    expect(without!.lethality).toBeCloseTo(1 - 0.7, 1);
    expect(without!["state-capacity"]).toBeLessThanOrEqual(2);
    const [flooded] = branch({ levers: { inflowFactor: { t: [0], value: [10] } }, weeks: [520], step: 6.5 });
    expect(flooded!.lethality).toBeLessThanOrEqual(2);
    for (const value of [...Object.values(without!), ...Object.values(flooded!)])
      expect(value).toBeGreaterThanOrEqual(0);
  });

  it("answers a stop of the inflow with the closed form when the groups do not change", () => {
    // Nobody joins, leaves or dies: dx/dt = λ(a − x).
    const still = { recruitment: 0, incapacitation: 0, conflict: 0, saturation: 0 };
    const a = 0.65;
    const found = branch({
      parameters: still,
      levers: { inflowFactor: { t: [0], value: [a] } },
      weeks: [(5 * 365.25) / 7, (10 * 365.25) / 7],
      step: 1,
    });
    for (const [i, years] of [5, 10].entries())
      expect(found[i]!.guns).toBeCloseTo(a + (1 - a) * exp(-0.12 * years), 10);
    expect(found[0]!.guns).toBeCloseTo(0.842084, 6);
    expect(found[1]!.guns).toBeCloseTo(0.755418, 6);
  });

  it("keeps the shape of the natural experiment of 2004: a slow rise without a jump", () => {
    const levers = { inflowFactor: { t: [0], value: [1.21] } };
    const weeks = [4, 26, 52, 104, 208];
    const more = branch({ levers, weeks, anchor: 1 / 1024 });
    const usual = branch({ weeks, anchor: 1 / 1024 });
    const change = weeks.map((_, i) => more[i]!["conflict-deaths"]! / usual[i]!["conflict-deaths"]! - 1);
    const printed = [0.003931, 0.007436, 0.013301, 0.02122];
    for (const [i, value] of printed.entries()) expect(change[i + 1]!).toBeCloseTo(value, 5);
    expect(change[0]).toBeLessThan(1e-3);
    expect(change[2]! / change[4]!).toBeLessThan(0.5);
  });
});
