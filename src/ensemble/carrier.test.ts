import { describe, expect, it } from "vitest";
import { BLAST, STORE, TOWN, townPeople } from "../../test/fixtures/small-models.ts";
import { compile } from "../compile/compile.ts";
import { defineModule } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { Carrier } from "./carrier.ts";
import type { Leg, Move } from "./leg.ts";
import { parameterBlock, runOnce } from "./run.ts";

const weeks = (last: number, step = 1) =>
  Float64Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);

describe("one run", () => {
  const town = defineModel(TOWN);

  it("follows the closed form between and at the ends of steps", () => {
    const { outputs, status } = runOnce(town, { t0: 0, t1: 300, save: weeks(300) });
    expect(status).toBe("ok");
    outputs.people!.forEach((people, week) => {
      expect(Math.abs(people / townPeople(week) - 1)).toBeLessThan(1e-4);
    });
    const fine = runOnce(town, { t0: 0, t1: 300, save: weeks(300) }, {}, { step: 1 });
    fine.outputs.people!.forEach((people, week) => {
      expect(Math.abs(people / townPeople(week) - 1)).toBeLessThan(1e-9);
    });
  });

  it("moves levers at their date and reads the rate after the change", () => {
    const schedules = { "town.rateFactor": { t: [50, 50], value: [1, 0] } };
    const { outputs } = runOnce(town, { t0: 0, t1: 100, save: weeks(100), schedules }, {}, { step: 5 });
    expect(outputs.born![49]).toBeGreaterThan(1);
    expect(outputs.born![50]).toBe(0);
    expect(outputs.people![100]).toBe(outputs.people![50]);
    expect(Math.abs(outputs.people![50]! / townPeople(50) - 1)).toBeLessThan(1e-7);
  });

  it("names an unknown parameter, stock and lever", () => {
    const leg = { t0: 0, t1: 10, save: [10] };
    expect(() => runOnce(town, leg, { "town.rat": 1 })).toThrow(
      /unknown parameter: town.rat.*did you mean town.rate\?/,
    );
    expect(() => runOnce(town, leg).state("town.peple")).toThrow(/did you mean town.people\?/);
    const schedules = { "town.rateFacto": { t: [5], value: [1] } };
    expect(() => runOnce(town, { ...leg, schedules })).toThrow(/unknown lever/);
  });

  it("stops at the terminal event: rates and sizes zero, counts held", () => {
    const { outputs, status, at, state } = runOnce(
      defineModel(STORE),
      { t0: 0, t1: 80, save: weeks(80) },
      { "store.rate": 2.2 },
    );
    expect(status).toBe("collapsed");
    expect(at).toBeCloseTo(100 / 2.2, 9);
    expect(outputs.held![45]).toBeCloseTo(100 - 2.2 * 45, 9);
    expect(Array.from(outputs.held!.slice(46))).toEqual(new Array(35).fill(0));
    expect(outputs["taken-so-far"]![80]).toBeCloseTo(100, 9);
    expect(Array.from(state("store.held"))).toEqual([0]);
  });

  it("ends with a status where the solution ends, and never throws", () => {
    const blast = defineModel(BLAST);
    const before = runOnce(blast, { t0: 0, t1: 90, save: [90] });
    expect(before.status).toBe("ok");
    expect(Math.abs(before.outputs.size![0]! / 100 - 1)).toBeLessThan(1e-4);
    const past = runOnce(blast, { t0: 0, t1: 110, save: [110] });
    expect(["step-too-small", "non-finite"]).toContain(past.status);
    expect(past.at).toBeGreaterThan(80);
    expect(past.at).toBeLessThanOrEqual(100.1);
  });
});

describe("steps that are laid once", () => {
  const about = "made up";
  const source = ["test"];
  /** A slow decay that a smooth rise half a week wide disturbs in week 50. */
  const model = defineModel({
    name: "test",
    modules: [
      defineModule({
        name: "made",
        about,
        source,
        parameters: { rate: { about, unit: "1/week", value: 0.02, source, grade: "C" } },
        levers: { boost: { about, unit: "1", start: 0, low: 0, high: 5 } },
        stocks: { level: { about, unit: "1", initial: "1", inflows: ["in"], outflows: ["out"], floor: 0.1 } },
        flows: {
          in: {
            about,
            unit: "1/week",
            equation: "0.5 [1/week] * window(2012-12-16, 2013-01-06, 0.5 [week]) + boost * rate",
          },
          out: { about, unit: "1/week", equation: "rate * level" },
        },
        outcomes: [{ id: "level", about, unit: "1", equation: "level", afterEvent: "hold" }],
      }),
    ],
  });
  const leg = { t0: 0, t1: 200, save: weeks(200, 4) };
  const fine = runOnce(model, leg, {}, { step: 1 / 32 }).outputs.level!;

  it("are short where the central draw needs them and long elsewhere", () => {
    const laid = runOnce(model, leg, {}, { step: 26, pilot: 0.1, tolerance: 1e-5 });
    expect(laid.status).toBe("ok");
    laid.outputs.level!.forEach((value, i) => {
      expect(Math.abs(value / fine[i]! - 1)).toBeLessThan(2e-4);
    });
    // At the ends of steps nothing is interpolated.
    expect(Math.abs(laid.outputs.level!.at(-1)! / fine.at(-1)! - 1)).toBeLessThan(1e-5);
  });

  it("serve every draw, from the branch on as well, and give the same bits in any company", () => {
    const program = compile(model, { lanes: 4 });
    const future = { t0: 200, t1: 300, save: [300], schedules: { "made.boost": { t: [220, 220], value: [0, 1] } } };
    const run = (rates: readonly number[]) => {
      const carrier = new Carrier(program, [leg, future], { step: 26, pilot: 0.1, tolerance: 1e-5 });
      const parameters = parameterBlock(program, 4);
      rates.forEach((rate, lane) => {
        parameters[lane] = rate;
      });
      const block = { count: rates.length, parameters };
      return Array.from(carrier.carry(1, [block], carrier.carry(0, [block]))[0]!.outputs.slice(0, rates.length));
    };
    const all = run([0.01, 0.02, 0.05, 0.3]);
    expect(run([0.05])).toEqual([all[2]]);
    for (const value of all) expect(value).toBeGreaterThan(0);
  });
});

describe("blocks of draws", () => {
  const rates = [1, 1.5, 2, 2.5, 3, 3.5, 4, 1.1];
  const leg = { t0: 0, t1: 60, save: weeks(60) };

  it("give the same bits alone, side by side and in any place", () => {
    const program = compile(defineModel(STORE), { lanes: 4 });
    const carrier = new Carrier(program, [leg]);
    const outputs = (order: readonly number[]) => {
      const block = parameterBlock(program, 4);
      order.forEach((rate, lane) => {
        block[lane] = rate;
      });
      const carried = carrier.carry(0, [{ count: order.length, parameters: block }])[0]!;
      return order.map((_, lane) => ({
        status: carried.status[lane],
        at: carried.at[lane],
        outputs: Array.from({ length: 2 * 61 }, (_, i) => carried.outputs[i * 4 + lane]),
      }));
    };
    const alone = rates.map((rate) => outputs([rate])[0]!);
    const first = outputs(rates.slice(0, 4));
    const turned = outputs([rates[3]!, rates[2]!, rates[1]!, rates[0]!]);
    expect(first).toEqual(alone.slice(0, 4));
    expect([...turned].reverse()).toEqual(alone.slice(0, 4));
    expect(outputs(rates.slice(4))).toEqual(alone.slice(4));
    expect(new Set(alone.map(({ status }) => status))).toEqual(new Set(["ok", "collapsed"]));
  });

  it("branch from a stored state as if they had gone on", () => {
    const program = compile(defineModel(TOWN), { lanes: 2 });
    const options = { step: 2 };
    const whole = new Carrier(program, [{ t0: 0, t1: 100, save: [100] }], options);
    const parts = new Carrier(
      program,
      [
        { t0: 0, t1: 50, save: [50] },
        { t0: 50, t1: 100, save: [100] },
        { t0: 50, t1: 100, save: [100], schedules: { "town.rateFactor": { t: [50], value: [0] } } },
      ],
      options,
    );
    const block = parameterBlock(program, 2);
    const blocks = [{ count: 2, parameters: block }];
    const [straight] = whole.carry(0, blocks);
    const history = parts.carry(0, blocks);
    const [later] = parts.carry(1, blocks, history);
    const [halted] = parts.carry(2, blocks, history);
    expect(later!.outputs[0]).toBe(straight!.outputs[0]);
    expect(halted!.outputs[0]).toBe(history[0]!.outputs[0]);
  });

  it("leave a draw that collapsed where it is in every branch", () => {
    const program = compile(defineModel(STORE), { lanes: 2 });
    const carrier = new Carrier(program, [leg, { t0: 60, t1: 80, save: [60, 70, 80] }]);
    const block = parameterBlock(program, 2);
    block[0] = 1;
    block[1] = 4;
    const blocks = [{ count: 2, parameters: block }];
    const history = carrier.carry(0, blocks);
    const later = carrier.carry(1, blocks, history)[0]!;
    expect(later.status).toEqual(["ok", "collapsed"]);
    expect(later.at[1]).toBeCloseTo(25, 9);
    const lane = (o: number, which: number) => [0, 1, 2].map((save) => later.outputs[(save * 2 + o) * 2 + which]!);
    expect(lane(0, 1)).toEqual([0, 0, 0]);
    for (const taken of lane(1, 1)) expect(taken).toBeCloseTo(100, 9);
    lane(0, 0).forEach((held, i) => {
      expect(held).toBeCloseTo(40 - 10 * i, 9);
    });
  });

  it("begin a branch with what changed place before it, each draw with its own share", () => {
    const program = compile(
      defineModel({
        name: "rooms",
        modules: [
          {
            name: "made",
            about: "people in two rooms",
            source: ["made"],
            dimensions: { room: ["first", "second"] },
            parameters: { part: { about: "share", unit: "1", value: 0.5, source: ["made"], grade: "C" } },
            stocks: {
              people: { about: "people", over: "room", unit: "person", initial: "12 [person] / total(one)" },
            },
            inputs: { one: { about: "one", over: "room", unit: "1", values: [0.5, 0.5], source: ["made"] } },
            outcomes: [
              { id: "first", about: "in the first", unit: "person", equation: "people[first]", afterEvent: "hold" },
              { id: "all", about: "in both", unit: "person", equation: "total(people)", afterEvent: "hold" },
            ],
          },
        ],
      }),
      { lanes: 2 },
    );
    const move = { stock: "made.people", from: 0, to: 1 };
    const legs: Leg[] = [
      { t0: 0, t1: 10, save: [10] },
      { t0: 10, t1: 20, save: [20], moves: [{ ...move, share: "made.part" }] },
      { t0: 20, t1: 30, save: [30], moves: [{ ...move, share: 1 }] },
    ];
    const carrier = new Carrier(program, legs);
    const parameters = parameterBlock(program, 2);
    parameters.set([0.25, 1]);
    const blocks = [{ count: 2, parameters }];
    const history = carrier.carry(0, blocks);
    const later = carrier.carry(1, blocks, history);
    expect([...later[0]!.outputs]).toEqual([9, 0, 24, 24]);
    expect([...history[0]!.state]).toEqual([12, 12, 12, 12]);
    expect([...carrier.carry(2, blocks, later)[0]!.outputs]).toEqual([0, 0, 24, 24]);
    expect(() => carrier.carry(1, blocks)).toThrow(/before the first leg/);
    const refuses = (wrong: Partial<Move>) => () =>
      new Carrier(program, [legs[0]!, { ...legs[1]!, moves: [{ ...move, share: 0.5, ...wrong }] }]);
    expect(refuses({ stock: "made.peple" })).toThrow(/unknown stock: made.peple.*did you mean made.people/);
    expect(refuses({ to: 2 })).toThrow(/no element 2.*from 0 to 1/);
    expect(refuses({ share: 1.5 })).toThrow(/from 0 to 1.*1.5/);
    expect(refuses({ share: "made.prt" })).toThrow(/unknown parameter: made.prt/);
  });
});
