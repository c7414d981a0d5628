import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModuleDeclaration, SparseMatrix } from "../model/declare.ts";
import { defineModule } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { compile } from "./compile.ts";
import type { Plan, Program } from "./program.ts";

/** Names of each shape that a random equation may use. */
interface Names {
  readonly scalars: readonly string[];
  readonly columns: readonly string[];
}

const LANES = 4;

/** An equation of the wanted shape; always dimensionless. */
function equations(names: Names, shape: "scalar" | "column"): fc.Arbitrary<string> {
  const { tree } = fc.letrec<{ tree: string; scalar: string; column: string }>((tie) => {
    const number = fc.constantFrom("0.5", "2", "-1.25", "3e-2", "0", "1");
    const scalarLeaf = fc.oneof(fc.constantFrom(...names.scalars, "boost", "(time / 1 [week])"), number);
    const columnLeaf = fc.constantFrom(...names.columns, "share", "weight");
    const of = (leaf: fc.Arbitrary<string>, self: "scalar" | "column") =>
      fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc.tuple(tie(self), fc.constantFrom("+", "-", "*", "/"), tie(self)).map(([a, f, b]) => `(${a} ${f} ${b})`),
        fc.tuple(tie(self), fc.constantFrom("+", "-", "*", "/"), tie("scalar")).map(([a, f, b]) => `(${a} ${f} ${b})`),
        fc
          .tuple(fc.constantFrom("abs", "exp", "log", "sqrt", "tanh", "logistic", "sin", "cos"), tie(self))
          .map(([f, a]) => `${f}(${a})`),
        fc.tuple(fc.constantFrom("min", "max"), tie(self), tie("scalar")).map(([f, a, b]) => `${f}(${a}, ${b})`),
        fc
          .tuple(tie(self), fc.constantFrom("<", "<=", ">", ">=", "==", "!="), tie("scalar"), tie(self), tie(self))
          .map(([a, f, b, c, d]) => `if(${a} ${f} ${b}, ${c}, ${d})`),
        fc.tuple(tie(self), fc.constantFrom("2", "3", "0.5", "-1", "1.7")).map(([a, n]) => `(${a})^${n}`),
        self === "scalar"
          ? tie("column").map((a) => `total(${a})`)
          : fc.tuple(fc.constantFrom("links", "bonds"), tie("column")).map(([m, a]) => `(${m} * (${a}))`),
      );
    return { tree: tie(shape), scalar: of(scalarLeaf, "scalar"), column: of(columnLeaf, "column") };
  });
  return tree;
}

function sparse(size: number): fc.Arbitrary<SparseMatrix> {
  return fc
    .array(fc.array(fc.tuple(fc.nat(size - 1), fc.double({ min: -2, max: 2, noNaN: true })), { maxLength: 3 }), {
      minLength: size,
      maxLength: size,
    })
    .map((rows) => {
      const rowStart = [0];
      for (const row of rows) rowStart.push(rowStart[rowStart.length - 1]! + row.length);
      return { size, rowStart, column: rows.flat().map(([c]) => c), value: rows.flat().map(([, v]) => v) };
    });
}

const models = fc.integer({ min: 1, max: 6 }).chain((size) => {
  const values = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size });
  const base: Names = { scalars: ["gain", "level"], columns: ["stockA", "stockB"] };
  const flow = (shape: "scalar" | "column") =>
    equations({ scalars: [...base.scalars, "auxScalar"], columns: [...base.columns, "auxColumn"] }, shape);
  return fc.record({
    size: fc.constant(size),
    share: values,
    weight: values,
    links: sparse(size),
    bonds: sparse(size),
    auxScalar: equations(base, "scalar"),
    auxColumn: equations(base, "column"),
    flowA: flow("column"),
    flowB: flow("column"),
    flowLevel: flow("scalar"),
    outcome: flow("scalar"),
    parameters: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 64, maxLength: 64 }),
    breaks: fc.boolean(),
    tableau: fc.constantFrom("euler", "heun", "rk4", "dopri5", "tsit5"),
  });
});
type Generated = typeof models extends fc.Arbitrary<infer T> ? T : never;

function declared(g: Generated): ModuleDeclaration {
  const about = "made up";
  const source = ["test"];
  const over = "group";
  return defineModule({
    name: "random",
    about,
    source,
    dimensions: { group: Array.from({ length: g.size }, (_, i) => `g${i}`) },
    parameters: { gain: { about, unit: "1", value: 0.5, source, grade: "C" } },
    inputs: {
      share: { about, over, unit: "1", values: g.share, perDraw: true, source },
      weight: { about, over, unit: "1", values: g.weight, source },
    },
    matrices: {
      links: { about, over, unit: "1", matrix: g.links, source },
      bonds: { about, over, unit: "1", matrix: g.bonds, perDraw: true, source },
    },
    levers: { boost: { about, unit: "1", start: 1, low: 0, high: 2 } },
    stocks: {
      stockA: { about, over, unit: "1", initial: "share + gain", inflows: ["flowA"] },
      stockB: { about, over, unit: "1", initial: "weight / 2", outflows: ["flowB"] },
      level: { about, unit: "1", initial: "total(share) - gain", inflows: ["flowLevel"], floor: 0.1 },
    },
    auxiliaries: {
      auxScalar: { about, unit: "1", equation: g.auxScalar },
      auxColumn: { about, over, unit: "1", equation: g.auxColumn },
    },
    flows: {
      flowA: { about, over, unit: "1/week", equation: `tanh(${g.flowA}) / 10 [week]` },
      flowB: { about, over, unit: "1/week", equation: `(${g.flowB}) / 100 [week]` },
      flowLevel: { about, unit: "1/week", equation: `(${g.flowLevel}) / 50 [week]` },
    },
    outcomes: [
      { id: "first", about, unit: "1", equation: g.outcome, afterEvent: "hold" },
      { id: "level", about, unit: "1", equation: "level + total(stockA)", afterEvent: "hold" },
    ],
  });
}

function plan(breaks: boolean): Plan {
  return {
    t: Float64Array.of(0, 2, 3.5),
    h: Float64Array.of(2, 1.5, 2.5),
    afterBreak: Uint8Array.of(1, 0, breaks ? 1 : 0),
    saveStep: Int32Array.of(0, 1, 2),
    saveWeight: Float64Array.of(1, 0, 0, 0, 0.5, 0.25, 0.5, -0.25, 0, 0, 1, 0),
    schedules: { "random.boost": { t: [0, 2, 3.5, 3.5, 6], value: [1, 2, 0.5, 1.5, 1.25] } },
  };
}

/** The same steps with a save point in one of them alone: outputs of the others are not asked for. */
function sparsely(told: number): Plan {
  return { ...plan(true), saveStep: Int32Array.of(told), saveWeight: Float64Array.of(0.5, 0.25, 0.5, -0.25) };
}

function results(program: Program, g: Generated) {
  const runner = program.runner();
  const { parameters } = runner;
  const { central, parameterRows } = program.layout;
  for (let row = 0; row < parameterRows; row++)
    for (let lane = 0; lane < LANES; lane++)
      parameters[row * LANES + lane] = central[row]! + 0.1 * lane * g.parameters[row % 64]!;
  const first = runner.prepare(plan(g.breaks));
  const second = runner.prepare(plan(!g.breaks));
  const once = runner.run(first);
  const copy = {
    outputs: once.outputs.slice(),
    errors: once.errors.slice(),
    ends: once.ends.slice(),
    state: once.state.slice(),
  };
  const again = runner.run(second, copy.state);
  const [outputs2, state2] = [again.outputs.slice(), again.state.slice()];
  const few = [0, 1, 2].map((step) => {
    const { outputs, errors, state } = runner.run(runner.prepare(sparsely(step)), copy.state);
    return [...outputs, ...errors, ...state];
  });
  return { ...copy, outputs2, state2, few: Float64Array.from(few.flat()), buffer: once.outputs.buffer };
}

/** Every number of both, bit by bit but for the payload of NaN. */
function expectSame(fast: Float64Array, slow: Float64Array, what: string, g: Generated): void {
  expect(fast.length, what).toBe(slow.length);
  for (let i = 0; i < fast.length; i++)
    if (!Object.is(fast[i], slow[i]))
      throw new Error(`${what}[${i}]: wasm ${fast[i]}, interpret ${slow[i]} in ${JSON.stringify(declared(g))}`);
}

describe("the two backends", () => {
  it("give the same bits in every lane for random models", () => {
    let finite = 0;
    let total = 0;
    fc.assert(
      fc.property(models, (g) => {
        const model = defineModel({ name: "random", modules: [declared(g)] });
        const wasm = compile(model, { backend: "wasm", tableau: g.tableau, lanes: LANES });
        const fast = results(wasm, g);
        const slow = results(compile(model, { backend: "interpret", tableau: g.tableau, lanes: LANES }), g);
        // The fast results are views of the memory of a WebAssembly instance: whole pages.
        expect(wasm.backend).toBe("wasm");
        expect(fast.buffer.byteLength % 65536).toBe(0);
        expect(slow.buffer.byteLength % 65536).not.toBe(0);
        for (const name of ["outputs", "errors", "ends", "state", "outputs2", "state2", "few"] as const)
          expectSame(fast[name], slow[name], name, g);
        for (const value of fast.state) {
          total++;
          if (Number.isFinite(value)) finite++;
        }
      }),
      { numRuns: 200, seed: 20231005 },
    );
    // The comparison would prove little if most numbers were NaN.
    expect(finite / total).toBeGreaterThan(0.5);
  });
});
