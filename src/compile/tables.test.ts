import { describe, expect, it } from "vitest";
import { weekOf } from "../data/calendar.ts";
import { Carrier } from "../ensemble/carrier.ts";
import { parameterBlock, runOnce } from "../ensemble/run.ts";
import { exp } from "../math/elementary/index.ts";
import { defineModule, type ModuleDeclaration } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { compile } from "./compile.ts";

const about = "made up";
const source = ["test"];
const AT = [0, 10, 30, 45];
const VALUES = [1, 3, -2, 4];

function shaped(perDraw: boolean): ModuleDeclaration {
  return defineModule({
    name: "made",
    about,
    source,
    tables: { pace: { about, unit: "1/week", at: AT, values: VALUES, perDraw, source } },
    stocks: { sum: { about, unit: "1", initial: "0", inflows: ["rate"] } },
    flows: { rate: { about, unit: "1/week", equation: "lookup(pace, time)" } },
    outcomes: [
      { id: "sum", about, unit: "1", equation: "sum", afterEvent: "hold" },
      { id: "rate", about, unit: "1/week", equation: "rate", afterEvent: "hold" },
    ],
  });
}

/** Integral of the polyline from −5 on, constant outside. */
function integral(until: number): number {
  const t = [-5, ...AT, 60];
  const v = [VALUES[0]!, ...VALUES, VALUES.at(-1)!];
  let sum = 0;
  for (let i = 0; i + 1 < t.length && t[i]! < until; i++) {
    const end = Math.min(until, t[i + 1]!);
    const at = v[i]! + ((v[i + 1]! - v[i]!) * (end - t[i]!)) / (t[i + 1]! - t[i]!);
    sum += ((v[i]! + at) / 2) * (end - t[i]!);
  }
  return sum;
}

describe("tables", () => {
  const save = [-5, 0, 4, 10, 17.5, 30, 44, 45, 52, 60];
  it.each([
    ["shared", false, "wasm"],
    ["shared", false, "interpret"],
    ["of the draw", true, "wasm"],
    ["of the draw", true, "interpret"],
  ] as const)("integrates knots %s exactly (%s, %s)", (_, perDraw, backend) => {
    const model = defineModel({ name: "test", modules: [shaped(perDraw)] });
    const { outputs } = runOnce(model, { t0: -5, t1: 60, save }, {}, { backend, step: 7 });
    for (const [i, week] of save.entries()) expect(outputs.sum![i]).toBeCloseTo(integral(week), 11);
    expect(outputs.rate![1]).toBe(1);
    expect(outputs.rate![3]).toBeCloseTo(3, 14);
    expect(outputs.rate![9]).toBeCloseTo(4, 14);
  });

  it("ends no step at the knots of a table, and carries no past, that nothing reads", () => {
    const module = shaped(false);
    const references = {
      usual: { about, unit: "1/week", stock: "made.sum", from: "2012-01-08", to: "2012-02-05", source },
    };
    const constant = { ...module.flows!.rate!, equation: "1 [1/week]" };
    const unread = compile(
      defineModel({ name: "test", modules: [{ ...module, references, flows: { rate: constant } }] }),
    );
    expect([...unread.layout.moments]).toEqual([]);
    expect(unread.layout.references).toEqual([]);
    const ratio = { about, unit: "week", equation: "sum / usual" };
    const read = compile(defineModel({ name: "test", modules: [{ ...module, references, auxiliaries: { ratio } }] }));
    expect([...read.layout.moments]).toEqual(AT);
    expect(read.layout.references).toEqual([]);
    const outcomes = [...module.outcomes!, { id: "ratio", ...ratio, afterEvent: "hold" as const }];
    const told = compile(
      defineModel({ name: "test", modules: [{ ...module, references, auxiliaries: {}, outcomes }] }),
    );
    expect(told.layout.references).toHaveLength(1);
  });

  it("takes the values of each draw, the same bits in both backends", () => {
    const model = defineModel({ name: "test", modules: [shaped(true)] });
    const all = (["wasm", "interpret"] as const).map((backend) => {
      const program = compile(model, { backend, lanes: 4 });
      const carrier = new Carrier(program, [{ t0: -5, t1: 60, save }], { step: 7 });
      const parameters = parameterBlock(program, 4);
      // Lane k has every knot multiplied by k + 1.
      for (let knot = 0; knot < AT.length; knot++)
        for (let lane = 0; lane < 4; lane++) parameters[knot * 4 + lane]! *= lane + 1;
      return carrier.carry(0, [{ count: 4, parameters }])[0]!.outputs.slice();
    });
    expect(all[0]).toEqual(all[1]);
    const last = (save.length - 1) * 2 * 4;
    for (let lane = 0; lane < 4; lane++) expect(all[0]![last + lane]).toBeCloseTo(integral(60) * (lane + 1), 10);
  });

  it.each([
    ["knots that fall back", { at: [0, 5, 5], values: [1, 2, 3] }],
    ["one knot", { at: [0], values: [1] }],
    ["a value missing", { at: [0, 1], values: [1] }],
  ])("refuses %s", (_, knots) => {
    const made = shaped(false);
    const module = { ...made, tables: { pace: { ...made.tables!.pace!, ...knots } } };
    expect(() => defineModel({ name: "test", modules: [module] })).toThrow(/made\.pace/);
  });

  it("is read with lookup and nothing else", () => {
    const made = shaped(false);
    const wrong = (equation: string) => () =>
      defineModel({
        name: "test",
        modules: [{ ...made, flows: { rate: { about, unit: "1/week", equation } } }],
      });
    expect(wrong("pace")).toThrow(/lookup\(pace, time\)/);
    expect(wrong("lookup(sum, time)")).toThrow(/a table by its name/);
    expect(wrong("lookup(pace, 2012-03-01)")).toThrow(/read at `time`/);
  });
});

describe("macros", () => {
  const of = (equation: string) =>
    defineModel({
      name: "test",
      modules: [
        defineModule({
          name: "made",
          about,
          source,
          stocks: { still: { about, unit: "1", initial: "0" } },
          outcomes: [{ id: "shape", about, unit: "1", equation, afterEvent: "hold" }],
        }),
      ],
    });
  const from = weekOf("2012-03-04");
  const logistic = (x: number) => 1 / (1 + exp(-x));
  it.each([
    ["ramp(2012-03-04, 0.5 [week])", (t: number) => logistic((t - from) / 0.5)],
    [
      "release(2012-03-04, 0.5 [week], 8 [week])",
      (t: number) => logistic((t - from) / 0.5) * exp(-Math.max(t - from, 0) / 8),
    ],
    [
      "window(2012-03-04, 2012-05-06, 2 [week])",
      (t: number) => logistic((t - from) / 2) * (1 - logistic((t - weekOf("2012-05-06")) / 2)),
    ],
  ])("%s", (equation, expected) => {
    const save = [0, 8, from, 10, 12, 18, 40];
    const { outputs } = runOnce(of(equation), { t0: 0, t1: 40, save }, {}, { landOnSaves: true });
    for (const [i, t] of save.entries()) expect(outputs.shape![i]).toBeCloseTo(expected(t), 13);
  });

  it("names the macro when an argument is missing", () => {
    expect(() => of("ramp(2012-03-04)")).toThrow(/ramp takes 2 arguments, found 1/);
    expect(() => of("release(2012-03-04, 1 [person], 8 [week])")).toThrow(/logistic takes a number without unit/);
  });
});

describe("latches", () => {
  const module = defineModule({
    name: "made",
    about,
    source,
    parameters: { rate: { about, unit: "1/week", value: 0.02, source, grade: "C" } },
    levers: { boost: { about, unit: "1", start: 1, low: 0, high: 5 } },
    latches: {
      held: { about, unit: "person", equation: "people", before: "10 [person]" },
      growth: { about, unit: "1/week", equation: "born / people", before: "0" },
    },
    stocks: { people: { about, unit: "person", initial: "10 [person]", inflows: ["born"] } },
    flows: { born: { about, unit: "person/week", equation: "rate * boost * people" } },
    outcomes: [
      { id: "relative", about, unit: "1", equation: "people / held", afterEvent: "hold" },
      { id: "growth", about, unit: "1/week", equation: "growth", afterEvent: "hold" },
    ],
  });

  it.each(["wasm", "interpret"] as const)("hold from the branch on what they read there (%s)", (backend) => {
    const program = compile(defineModel({ name: "test", modules: [module] }), { backend, lanes: 2 });
    const carrier = new Carrier(
      program,
      [
        { t0: 0, t1: 50, save: [0, 50] },
        // The policy begins at the branch: what is held is what was there before it.
        { t0: 50, t1: 100, save: [50, 100], schedules: { "made.boost": { t: [50, 50], value: [1, 2] } } },
      ],
      { step: 5 },
    );
    const block = { count: 2, parameters: parameterBlock(program, 2) };
    const history = carrier.carry(0, [block]);
    const future = carrier.carry(1, [block], history)[0]!;
    // [save][output][lane]
    expect(history[0]!.outputs[0]).toBe(1);
    expect(history[0]!.outputs[4]).toBeCloseTo(exp(1), 6);
    expect(future.outputs[0]).toBe(1);
    expect(future.outputs[4]).toBeCloseTo(exp(2), 5);
    expect(future.outputs[6]).toBeCloseTo(0.02, 15);
  });
});

describe("initial values", () => {
  const made = (initialOfSecond: string, initialOfFirst = "start") =>
    defineModel({
      name: "test",
      modules: [
        defineModule({
          name: "made",
          about,
          source,
          parameters: { start: { about, unit: "person", value: 7, source, grade: "C" } },
          stocks: {
            second: { about, unit: "person", initial: initialOfSecond, inflows: ["born"] },
            first: { about, unit: "person", initial: initialOfFirst, inflows: ["born"] },
          },
          flows: { born: { about, unit: "person/week", equation: "twice / 10 [week]" } },
          auxiliaries: { twice: { about, unit: "person", equation: "2 * first" } },
          outcomes: [{ id: "second", about, unit: "person", equation: "second", afterEvent: "hold" }],
        }),
      ],
    });

  it.each(["wasm", "interpret"] as const)("may rest on those of other stocks, whatever ran before (%s)", (backend) => {
    const program = compile(made("twice + 1 [person]"), { backend, lanes: 2 });
    const carrier = new Carrier(program, [{ t0: 0, t1: 5, save: [0] }]);
    for (let run = 0; run < 2; run++) {
      const [carried] = carrier.carry(0, [{ count: 2, parameters: parameterBlock(program, 2) }]);
      expect(Array.from(carried!.outputs)).toEqual([15, 15]);
    }
  });

  it("are refused where they rest on one another", () => {
    expect(() => compile(made("first", "second"))).toThrow(
      /initial values depend on themselves: made\.second → made\.first/,
    );
  });
});
