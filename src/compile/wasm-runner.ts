import { SAVE_POINT } from "./encoder.ts";
import type { Lowered } from "./lower.ts";
import type { Method } from "./method.ts";
import type { BlockResult, Plan, Runner } from "./program.ts";
import type { TimeTable } from "./time-table.ts";
import type { StaticLayout } from "./wasm.ts";

/** What a runner is made of. */
export interface CompiledModule {
  readonly module: WebAssembly.Module;
  readonly lowered: Lowered;
  readonly method: Method;
  readonly lanes: number;
  readonly layout: StaticLayout;
  readonly table: TimeTable;
}

type Kernel = (record: number, block: number) => void;

/** A plan in the memory of the module. */
interface PreparedPlan {
  readonly plan: Plan;
  readonly records: number;
  readonly ends: number;
  readonly saves: number;
  readonly outputs: number;
  readonly errors: number;
  /** 1 for steps of which outputs are read. */
  readonly told: Uint8Array;
}

const PAGE = 65536;

/** One instance with a memory of its own: lays plans out, steps through them, reads results. */
export class WasmRunner implements Runner {
  readonly lanes: number;
  readonly #compiled: CompiledModule;
  readonly #memory: WebAssembly.Memory;
  readonly #kernels: { readonly [name: string]: Kernel };
  readonly #stages: readonly Kernel[];
  readonly #plans: PreparedPlan[] = [];
  #end: number;
  #floats: Float64Array;

  constructor(compiled: CompiledModule) {
    this.#compiled = compiled;
    this.lanes = compiled.lanes;
    const { memory, ...kernels } = new WebAssembly.Instance(compiled.module).exports;
    this.#memory = memory as WebAssembly.Memory;
    this.#kernels = kernels as unknown as { readonly [name: string]: Kernel };
    this.#stages = Array.from({ length: compiled.method.stages - 1 }, (_, i) => this.#kernels[`stage${i + 1}`]!);
    this.#end = compiled.layout.end;
    this.#floats = new Float64Array(this.#memory.buffer);
    for (const { address, values } of compiled.layout.data)
      if (values instanceof Int32Array) new Int32Array(this.#memory.buffer, address, values.length).set(values);
      else this.#floats.set(values, address / 8);
  }

  get parameters(): Float64Array {
    const { layout, lowered } = this.#compiled;
    return this.#view(layout.parameters, lowered.layout.parameterRows);
  }

  prepare(plan: Plan): number {
    const { table, lowered, method, layout } = this.#compiled;
    const records = table.tabulate(plan);
    const steps = plan.t.length;
    const names = lowered.outputs.length;
    const saves = plan.saveStep.length;
    const step = names * 4 * layout.rowBytes;
    const prepared: PreparedPlan = {
      plan,
      records: this.#allocate(records.byteLength),
      // Every step also writes the start of the next one, the last as well.
      ends: this.#allocate((steps + 1) * step),
      saves: this.#allocate((saves + 1) * SAVE_POINT),
      outputs: this.#allocate(saves * lowered.layout.outputs.length * layout.rowBytes),
      errors: this.#allocate(steps * layout.rowBytes),
      told: lowered.layout.event ? new Uint8Array(steps).fill(1) : toldSteps(plan),
    };
    this.#floats.set(records, prepared.records / 8);
    const bytes = new DataView(this.#memory.buffer);
    for (let i = 0; i < saves; i++) {
      const at = prepared.saves + i * SAVE_POINT;
      for (let j = 0; j < 4; j++) bytes.setFloat64(at + 8 * j, plan.saveWeight[4 * i + j]!, true);
      bytes.setUint32(at + 32, prepared.ends + plan.saveStep[i]! * step, true);
    }
    bytes.setUint32(prepared.saves + saves * SAVE_POINT + 32, 0, true);
    if (method.error.length === 0) this.#view(prepared.errors, steps).fill(0);
    return this.#plans.push(prepared) - 1;
  }

  run(index: number, state?: Float64Array): BlockResult {
    const prepared = this.#plans[index];
    if (prepared === undefined) throw new Error(`no plan ${index}`);
    const { table, lowered, method, layout } = this.#compiled;
    const { plan } = prepared;
    const { invariants, initial, start, finish, interpolate, latch } = this.#kernels as Record<string, Kernel>;
    const { bareStart = start, bareFinish = finish } = this.#kernels;
    const { told } = prepared;
    const floats = this.#floats;
    const step = lowered.outputs.length * 4 * layout.rowBytes;
    const width = table.width * 8;
    const stages = this.#stages;
    invariants!(0, 0);
    if (state === undefined) initial!(prepared.records, 0);
    else floats.set(state, layout.state / 8);
    for (let n = 0; n < plan.t.length; n++) {
      const record = prepared.records + n * table.records * width;
      const ends = prepared.ends + n * step;
      if (n === 0 || plan.afterBreak[n] === 1) (told[n] === 1 ? start : bareStart)!(record, ends);
      for (let s = 0; s < stages.length; s++) stages[s]!(record + (s + 1) * width, 0);
      // The end of a step is the start of the next one.
      const read = told[n] === 1 || (told[n + 1] === 1 && plan.afterBreak[n + 1] === 0);
      (read ? finish : bareFinish)!(record + (stages.length + 1) * width, ends);
      if (method.error.length > 0)
        for (let lane = 0; lane < this.lanes; lane++)
          floats[prepared.errors / 8 + n * this.lanes + lane] = floats[layout.error / 8 + lane]!;
    }
    latch?.(prepared.records + (plan.t.length * table.records - 1) * width, 0);
    interpolate!(prepared.saves, prepared.outputs);
    return {
      outputs: this.#view(prepared.outputs, plan.saveStep.length * lowered.layout.outputs.length),
      errors: this.#view(prepared.errors, plan.t.length),
      ends: this.#view(prepared.ends, plan.t.length * lowered.outputs.length * 4),
      state: this.#view(layout.state, lowered.layout.stateRows),
    };
  }

  #view(address: number, rows: number): Float64Array {
    return this.#floats.subarray(address / 8, address / 8 + rows * this.lanes);
  }

  /** Room for `bytes` bytes, growing the memory where needed. */
  #allocate(bytes: number): number {
    const address = this.#end;
    this.#end += Math.ceil(bytes / 16) * 16;
    const missing = Math.ceil((this.#end - this.#memory.buffer.byteLength) / PAGE);
    if (missing > 0) {
      this.#memory.grow(missing);
      this.#floats = new Float64Array(this.#memory.buffer);
    }
    return address;
  }
}

/** Steps that hold a save point. */
function toldSteps({ t, saveStep }: Plan): Uint8Array {
  const told = new Uint8Array(t.length);
  for (const step of saveStep) told[step] = 1;
  return told;
}
