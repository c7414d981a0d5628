import { describe, expect, it } from "vitest";
import { loadDataset } from "../data/dataset.ts";
import type { Leg } from "../ensemble/leg.ts";
import { runLegs, runOnce } from "../ensemble/run.ts";
import type { ModelDeclaration, ParameterDeclaration } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { publishedNetwork } from "../studies/study/study-model.ts";
import type { CartelStructure } from "./cartel-structure.ts";
import { cartelNetwork, cartels } from "./cartels.ts";
import { coreParameters } from "./core-parameters.ts";
import { type Split, splitSteps } from "./group-splits.ts";
import { moduleParameters } from "./module-parameters.ts";

const dataset = loadDataset();
const network = cartelNetwork(publishedNetwork());
const core = { network, parameters: coreParameters(dataset) };
const LARGEST = "cartel-jalisco-nueva-generacion";

/** Parameters of the evidence, some with another value. */
function parametersWith(values: Readonly<Record<string, number>> = {}): Record<string, ParameterDeclaration> {
  const all = moduleParameters(dataset, "structure");
  return Object.fromEntries(
    Object.entries(all).map(([name, declaration]) => [
      name,
      { ...declaration, value: values[name] ?? declaration.value },
    ]),
  );
}

type Form = "published" | "saturating";
type Switches = Omit<CartelStructure, "parameters">;

function modelOf(
  switches: Switches | undefined,
  values: Readonly<Record<string, number>> = {},
  form: Form = "saturating",
) {
  const structure = switches === undefined ? {} : { structure: { ...switches, parameters: parametersWith(values) } };
  const declaration: ModelDeclaration = { name: "core", modules: [cartels({ ...core, ...structure, form })] };
  return defineModel(declaration);
}

const save = Array.from({ length: 521 }, (_, week) => week);
const run = (switches?: Switches, values?: Readonly<Record<string, number>>, form?: Form) =>
  runOnce(modelOf(switches, values, form), { t0: 0, t1: 520, save }, {}, { step: 1 });

/** A run in which groups split, with what the weeks from each split on need. */
function splitRun(splits: readonly Split[], weeks: number, values: Readonly<Record<string, number>> = {}) {
  const steps = splitSteps(splits, network);
  const from = [0, ...steps.map(({ week }) => week)];
  const legs: Leg[] = from.map((t0, i) => {
    const t1 = from[i + 1] ?? weeks;
    const step = steps[i - 1];
    const last = i === from.length - 1;
    return {
      t0,
      t1,
      save: Array.from({ length: t1 - t0 + (last ? 1 : 0) }, (_, k) => t0 + k),
      ...(step === undefined
        ? {}
        : { moves: step.moves, schedules: Object.fromEntries(step.levers.map((id) => [id, { t: [0], value: [1] }])) }),
    };
  });
  return runLegs(modelOf({ splits }, values), legs, {}, { step: 1 });
}

const sum = (values: ArrayLike<number>, from: number, to: number) =>
  Array.from(values)
    .slice(from, to)
    .reduce((total, value) => total + value, 0);

describe("the core without switches", () => {
  it("has no state, lever or parameter of any of them", () => {
    const plain = [...modelOf(undefined).quantities.keys()];
    expect([...modelOf({}).quantities.keys()]).toEqual(plain);
    expect(plain.filter((id) => id.startsWith("structure."))).toEqual([]);
  });
});

describe("arrests by size", () => {
  it.each(["published", "saturating"] as const)("with exponents 1 and 0 are the %s core bit for bit", (form) => {
    const still = run({ arrestsBySize: true }, { effortElasticity: 1, sizeElasticity: 0 }, form);
    const plain = run(undefined, {}, form);
    for (const [id, values] of Object.entries(plain.outputs)) expect(still.outputs[id], id).toEqual(values);
  });

  it("are the sum over groups of effort and size to the powers ½ where effort follows members", () => {
    const { outputs, state } = run({ arrestsBySize: true }, {}, "published");
    const members = state("cartels.members");
    const total = outputs.members![520]!;
    // η_0 such that arrests are 110 at the start: η_0·Σ (U·C_i/ΣC)^½·C_i^½ with U = 1.
    const eta0 = 110 / Math.sqrt(115_000);
    const byGroup = members.reduce((all, c) => all + eta0 * Math.sqrt(c / total) * Math.sqrt(c), 0);
    expect(outputs.arrests![520]! / byGroup).toBeCloseTo(1, 12);
    expect(outputs.arrests![0]).toBeCloseTo(110, 10);
    expect(total).toBeLessThan(run(undefined, {}, "published").outputs.members![520]!);
  });

  it("rise with the root of effort, and are none without effort", () => {
    const model = modelOf({ arrestsBySize: true });
    const arrests = (effort: number) => {
      const schedules = { "cartels.incapacitationFactor": { t: [0], value: [effort] } };
      return runOnce(model, { t0: 0, t1: 2, save: [0, 1.5, 2], schedules }, {}, { step: 1 }).outputs.arrests!;
    };
    expect(arrests(4)[0]).toBeCloseTo(220, 10);
    expect([...arrests(0)]).toEqual([0, 0, 0]);
  });
});

describe("prison that ends", () => {
  it.each(["published", "saturating"] as const)("to which nobody returns leaves the %s core bit for bit", (form) => {
    const still = run({ prisonReentry: true }, { rejoining: 0 }, form);
    const plain = run(undefined, {}, form);
    for (const [id, values] of Object.entries(plain.outputs)) expect(still.outputs[id], id).toEqual(values);
    expect(still.outputs.imprisoned![520]).toBeGreaterThan(30_000);
  });

  it("holds constant arrests as η·T·(1 − e^(−t/T)), less those who die", () => {
    const { outputs } = run({ prisonReentry: true }, {}, "published");
    const rate = 1 / 453 + 8.006e-5;
    expect(outputs.imprisoned![520]! / ((110 / rate) * (1 - Math.exp(-rate * 520)))).toBeCloseTo(1, 9);
    expect(outputs.rejoined![520]! / (outputs.imprisoned![520]! / 453)).toBeCloseTo(1, 12);
  });

  it("loses and makes nobody", () => {
    const { outputs } = run({ prisonReentry: true }, { imprisonedAtStart: 20_000, rejoining: 0.4 });
    const end = (id: string) => outputs[id]![520]!;
    const members =
      115_000 +
      end("recruited-so-far") +
      end("rejoined-so-far") -
      end("arrested-so-far") -
      end("killed-so-far") -
      end("departed-so-far");
    expect(members / end("members")).toBeCloseTo(1, 12);
    const released = end("rejoined-so-far") / 0.4;
    const held = 20_000 + end("arrested-so-far") - released - end("died-in-prison-so-far");
    expect(held / end("imprisoned")).toBeCloseTo(1, 12);
  });

  it("has a steady state in which as many return as are arrested, less those who die", () => {
    const model = modelOf({ prisonReentry: true }, { imprisonedAtStart: 49_830, prisonMortality: 0 }, "published");
    const { outputs } = runOnce(model, { t0: 0, t1: 260, save: [0, 260] }, {}, { step: 1 });
    for (const value of outputs.rejoined!) expect(value / 110).toBeCloseTo(1, 9);
  });
});

describe("groups that split", () => {
  const plain = run();

  it("are the core bit for bit until they do", () => {
    const { outputs } = splitRun([{ group: LARGEST, week: 400 }], 520);
    for (const [id, values] of Object.entries(plain.outputs)) {
      expect([...outputs[id]!.slice(0, 400)], id).toEqual([...values.slice(0, 400)]);
      if (id === "conflict-deaths") expect(outputs[id]![400]).toBeGreaterThan(values[400]!);
    }
    expect(outputs.members![400]! / plain.outputs.members![400]!).toBeCloseTo(1, 14);
  });

  it("give a share of their members to the twin, and meet it as rivals, while third groups meet both as they met the whole", () => {
    const week = 400;
    const [fragmentShare, fragmentRivalry] = [0.3, 5];
    const { outputs, state } = splitRun([{ group: LARGEST, week }], week + 1, { fragmentShare, fragmentRivalry });
    const before = runOnce(modelOf(undefined), { t0: 0, t1: week, save: [week] }, {}, { step: 1 });
    const at = network.groups.indexOf(LARGEST);
    const size = before.state("cartels.members")[at]!;
    const met =
      ((fragmentRivalry + 1) / (network.alliance[at]! + 1)) * 2 * fragmentShare * (1 - fragmentShare) * size ** 2;
    const more = outputs["conflict-deaths"]![week]! - before.outputs["conflict-deaths"]![0]!;
    expect(more / (core.parameters.conflict.value * met)).toBeCloseTo(1, 9);
    const members = state("cartels.members");
    expect(members).toHaveLength(151);
    expect(members[150]! / (members[at]! + members[150]!)).toBeCloseTo(fragmentShare, 3);
  });

  // The digits of the specification: deaths of the first year and of the fifth after the largest group splits in week 520.
  it.each([
    [0, 36, 4.3],
    [7, 79, 4.9],
  ])(
    "with an edge of %i bring %i more deaths in a year, and +%d %% of deaths a week in five",
    (edge, deaths, later) => {
      const weeks = { t0: 0, t1: 780, save: Array.from({ length: 781 }, (_, week) => week) };
      const usual = runOnce(modelOf(undefined), weeks, {}, { step: 1 }).outputs["conflict-deaths"]!;
      const split = splitRun([{ group: LARGEST, week: 520 }], 780, { fragmentRivalry: edge }).outputs[
        "conflict-deaths"
      ]!;
      expect(Math.round(sum(split, 520, 572) - sum(usual, 520, 572))).toBe(deaths);
      expect(Number((100 * (split[780]! / usual[780]! - 1)).toFixed(1))).toBe(later);
    },
  );

  it("are as deadly as before unless a pulse is asked for, which fades", () => {
    const week = 300;
    const deaths = (splitViolence: number) =>
      splitRun([{ group: LARGEST, week }], week + 40, { splitViolence }).outputs["conflict-deaths"]!;
    const [none, some, twice] = [deaths(0), deaths(0.4), deaths(0.8)];
    const pulse = some[week]! - none[week]!;
    expect(pulse).toBeGreaterThan(1);
    expect((twice[week]! - none[week]!) / pulse).toBeCloseTo(2, 9);
    expect(some[week - 1]).toBe(none[week - 1]);
    // e^−1 of it after its time, less what fewer members bring.
    expect((some[week + 40]! - none[week + 40]!) / pulse).toBeCloseTo(Math.exp(-1), 1);
  });

  it("may split again, and several may in one week", () => {
    const splits = [
      { group: LARGEST, week: 300 },
      { group: "cartel-de-sinaloa", week: 300 },
      { group: LARGEST, week: 350 },
    ];
    const members = splitRun(splits, 400).state("cartels.members");
    const at = network.groups.indexOf(LARGEST);
    expect(members).toHaveLength(153);
    expect(members[150]! / (members[at]! + members[152]!)).toBeCloseTo(1, 1);
    expect(members[152]! / members[at]!).toBeCloseTo(1, 9);
  });

  it.each([
    [[{ group: "nobody", week: 3 }], /unknown group: nobody/],
    [[{ group: LARGEST, week: 0 }], /no usable week/],
    [[{ group: LARGEST, week: 2.5 }], /no usable week/],
    [
      [
        { group: LARGEST, week: 9 },
        { group: LARGEST, week: 8 },
      ],
      /one split after the other/,
    ],
  ])("%j is refused", (splits, message) => {
    expect(() => modelOf({ splits })).toThrow(message);
  });
});
