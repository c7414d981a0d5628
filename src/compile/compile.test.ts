import { describe, expect, it } from "vitest";
import { exp, sin } from "../math/elementary/index.ts";
import { defineModule, type ModuleDeclaration } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { compile } from "./compile.ts";
import type { Plan, Program } from "./program.ts";

const about = "made up";
const source = ["test"];

/** Logistic growth with a lever on the rate: has a closed form for a constant lever. */
const logistic: ModuleDeclaration = defineModule({
  name: "logistic",
  about,
  source,
  parameters: {
    rate: { about, unit: "1/week", value: 0.05, source, grade: "C" },
    capacity: { about, unit: "person", value: 1000, source, grade: "C" },
  },
  levers: { boost: { about, unit: "1", start: 1, low: 0, high: 5 } },
  stocks: { people: { about, unit: "person", initial: "capacity / 10", inflows: ["born"] } },
  flows: { born: { about, unit: "person/week", equation: "rate * boost * people * (1 - people / capacity)" } },
  outcomes: [
    { id: "people", about, unit: "person", equation: "people", afterEvent: "hold" },
    { id: "born", about, unit: "person/week", equation: "born", afterEvent: "hold" },
    {
      id: "wave",
      about,
      unit: "1",
      equation: "sin(time / 10 [week]) + if(time < 2012-04-08, 0, 1)",
      afterEvent: "hold",
    },
  ],
});

/** Equal steps with the ends of all of them as save points, and the middles. */
function plan(step: number, steps: number, schedules?: Plan["schedules"], breaks: readonly number[] = []): Plan {
  const saves = 2 * steps + 1;
  const saveWeight = new Float64Array(4 * saves);
  const saveStep = new Int32Array(saves);
  for (let save = 0; save < saves; save++) {
    const at = Math.min(steps - 1, save >> 1);
    const x = save / 2 - at;
    saveStep[save] = at;
    saveWeight.set(
      [(1 + 2 * x) * (1 - x) * (1 - x), step * x * (1 - x) * (1 - x), x * x * (3 - 2 * x), -step * x * x * (1 - x)],
      4 * save,
    );
  }
  return {
    t: Float64Array.from({ length: steps }, (_, n) => n * step),
    h: new Float64Array(steps).fill(step),
    afterBreak: Uint8Array.from({ length: steps }, (_, n) => (n === 0 || breaks.includes(n) ? 1 : 0)),
    saveStep,
    saveWeight,
    ...(schedules === undefined ? {} : { schedules }),
  };
}

function run(program: Program, on: Plan, fill?: (parameters: Float64Array, lanes: number) => void) {
  const runner = program.runner();
  for (let row = 0; row < program.layout.parameterRows; row++)
    runner.parameters.fill(program.layout.central[row]!, row * runner.lanes, (row + 1) * runner.lanes);
  fill?.(runner.parameters, runner.lanes);
  const result = runner.run(runner.prepare(on));
  return {
    ...result,
    lanes: runner.lanes,
    at: (save: number, output: number, lane: number) =>
      result.outputs[(save * program.layout.outputs.length + output) * runner.lanes + lane]!,
  };
}

const model = defineModel({ name: "test", modules: [logistic] });
const closed = (rate: number, t: number) => 1000 / (1 + 9 * exp(-rate * t));

describe.each(["wasm", "interpret"] as const)("%s", (backend) => {
  it("solves logistic growth in every lane, each with its own rate", () => {
    const result = run(compile(model, { backend }), plan(4, 13), (parameters, lanes) => {
      for (let lane = 0; lane < lanes; lane++) parameters[lane] = 0.04 + 0.01 * lane;
    });
    for (let lane = 0; lane < 4; lane++)
      for (let save = 0; save <= 26; save++) {
        const exact = closed(0.04 + 0.01 * lane, 2 * save);
        // Step ends carry the error of the method, middles that of the cubic between them.
        expect(Math.abs(result.at(save, 0, lane) - exact)).toBeLessThan(save % 2 === 0 ? 2e-5 : 1e-2);
      }
  });

  it("has the order of its tableau", () => {
    const error = (steps: number) =>
      Math.abs(
        run(compile(model, { backend, tableau: "rk4" }), plan(40 / steps, steps)).at(2 * steps, 0, 0) -
          closed(0.05, 40),
      );
    expect(error(8) / error(16)).toBeGreaterThan(13);
    expect(error(8) / error(16)).toBeLessThan(19);
  });

  it("takes a jump of a lever at a step, and outputs from the right of it", () => {
    const schedules = { "logistic.boost": { t: [8, 8], value: [1, 0] } };
    const result = run(compile(model, { backend }), plan(4, 4, schedules, [2]));
    expect(result.at(8, 0, 0)).toBeCloseTo(closed(0.05, 8), 6);
    expect(result.at(3, 1, 0)).toBeGreaterThan(0);
    expect(result.at(4, 1, 0)).toBe(0);
    expect(result.at(8, 1, 0)).toBe(0);
  });

  it("computes functions of time and their slopes, and dates as moments", () => {
    const result = run(compile(model, { backend }), plan(7, 4, undefined, [2]));
    const { ends, lanes } = result;
    const wave = (step: number, which: number) => ends[((step * 3 + 2) * 4 + which) * lanes]!;
    // 2012-04-08 is week 14, where the second step ends and the third begins.
    expect(wave(1, 2)).toBeCloseTo(sin(1.4), 14);
    expect(wave(2, 0)).toBeCloseTo(sin(1.4) + 1, 14);
    expect(wave(0, 1)).toBeCloseTo(0.1, 14);
  });

  it("differentiates outcomes along the solution", () => {
    const { ends, lanes } = run(compile(model, { backend, tableau: "rk4" }), plan(0.5, 4));
    const born = (step: number, which: number) => ends[((step * 3 + 1) * 4 + which) * lanes]!;
    const difference = (born(2, 2) - born(1, 0)) / 1;
    expect(Math.abs(born(1, 3) - difference)).toBeLessThan(1e-3 * Math.abs(difference));
  });

  it("goes on from a stored state as if it had not stopped", () => {
    const program = compile(model, { backend });
    const whole = run(program, plan(4, 6));
    const runner = program.runner();
    for (let row = 0; row < program.layout.parameterRows; row++)
      runner.parameters.fill(program.layout.central[row]!, row * 4, row * 4 + 4);
    const first = runner.prepare(plan(4, 3));
    const state = runner.run(first).state.slice();
    expect(Array.from(runner.run(first, state).state)).toEqual(Array.from(whole.state));
  });
});

describe("compile", () => {
  it.each([
    [{ tableau: "tsit" }, "did you mean tsit5?"],
    [{ backend: "wsm" as "wasm" }, "did you mean wasm?"],
    [{ lanes: 3 }, "expected 2, 4 or 8, received 3"],
  ])("refuses %j by name", (options, words) => {
    expect(() => compile(model, options)).toThrow(words);
  });

  it("refuses what does not fit into WebAssembly, by name", () => {
    const part = (n: number) => Array.from({ length: 300 }, (_, i) => `sin(level * ${i + 1} / ${n + 7})`).join(" + ");
    const parts = Array.from({ length: 24 }, (_, n) => n);
    const wide = defineModule({
      ...logistic,
      stocks: { level: { about, unit: "1", initial: "1", inflows: ["change"] } },
      flows: {
        change: { about, unit: "1/week", equation: parts.map((n) => `part${n}`).join(" + ") },
        ...Object.fromEntries(
          parts.map((n) => [`part${n}`, { about, unit: "1/week", equation: `(${part(n)}) / 1 [week]` }]),
        ),
      },
      outcomes: [],
    });
    const huge = defineModel({ name: "huge", modules: [wide] });
    expect(compile(huge, { backend: "interpret" }).backend).toBe("interpret");
    expect(() => compile(huge, { lanes: 8 })).toThrow("the model is too large for the wasm backend");
  });
});
