import { BINARY, COMPARE, type MatrixData, type Node, operands, UNARY } from "./graph.ts";
import type { Lowered } from "./lower.ts";
import type { Method } from "./method.ts";
import type { BlockResult, Plan, Program, Runner } from "./program.ts";
import { timeNodes } from "./time-nodes.ts";
import { TimeTable } from "./time-table.ts";

type Value = number | Float64Array;

/** Where the leaves of the graph get their values. */
interface Leaves {
  readonly parameters: Float64Array;
  readonly state: Float64Array;
  /** Position of the record of the moment in the table. */
  readonly record: number;
}

/**
 * The oracle: walks the graph operation by operation, one draw after the other, in the order that the WebAssembly backend
 * uses as well, so that both give the same bits. Slow and obvious.
 */
export function interpret(lowered: Lowered, method: Method, lanes: number): Program {
  return {
    backend: "interpret",
    layout: lowered.layout,
    tableau: method.name,
    runner: () => new Interpreter(lowered, method, lanes),
  };
}

class Interpreter implements Runner {
  readonly lanes: number;
  readonly parameters: Float64Array;
  readonly #lowered: Lowered;
  readonly #method: Method;
  readonly #table: TimeTable;
  readonly #plans: { plan: Plan; table: Float64Array }[] = [];
  readonly #order: { initial: Node[]; derivative: Node[]; all: Node[]; latch: Node[] };

  constructor(lowered: Lowered, method: Method, lanes: number) {
    const { initial, derivative, outputs, slopes } = lowered;
    this.lanes = lanes;
    this.parameters = new Float64Array(lowered.layout.parameterRows * lanes);
    this.#lowered = lowered;
    this.#method = method;
    this.#table = new TimeTable(method, timeNodes(lowered), lowered.levers);
    this.#order = {
      initial: reachable(initial),
      derivative: reachable(derivative),
      all: reachable([...derivative, ...outputs, ...slopes]),
      latch: reachable(lowered.latches.map(({ node }) => node)),
    };
  }

  prepare(plan: Plan): number {
    this.#plans.push({ plan, table: this.#table.tabulate(plan) });
    return this.#plans.length - 1;
  }

  run(index: number, state?: Float64Array): BlockResult {
    const prepared = this.#plans[index];
    if (prepared === undefined) throw new Error(`no plan ${index}`);
    const { plan, table } = prepared;
    const { layout } = this.#lowered;
    const lanes = this.lanes;
    const names = this.#lowered.outputs.length;
    const result = {
      outputs: new Float64Array(plan.saveStep.length * layout.outputs.length * lanes),
      errors: new Float64Array(plan.t.length * lanes),
      ends: new Float64Array(plan.t.length * names * 4 * lanes),
      state: new Float64Array(layout.stateRows * lanes),
    };
    for (let lane = 0; lane < lanes; lane++) {
      const own = (source: Float64Array) => source.filter((_, i) => i % lanes === lane);
      const parameters = own(this.parameters);
      const start = state === undefined ? this.#initial(parameters, table) : own(state);
      const end = this.#carry(plan, table, parameters, start, result, lane);
      for (let row = 0; row < end.length; row++) result.state[row * lanes + lane] = end[row]!;
    }
    this.#interpolate(plan, result);
    return result;
  }

  #initial(parameters: Float64Array, table: Float64Array): Float64Array {
    const leaves = { parameters, state: new Float64Array(0), record: 0 };
    const state = new Float64Array(this.#lowered.layout.stateRows);
    this.#gather(this.#lowered.initial, this.#evaluate(this.#order.initial, leaves, table), state);
    return state;
  }

  /** Carries one draw over the steps; fills its column of `ends` and `errors`. */
  #carry(
    plan: Plan,
    table: Float64Array,
    parameters: Float64Array,
    start: Float64Array,
    result: BlockResult,
    lane: number,
  ): Float64Array {
    const { derivative, outputs, slopes, floors, layout } = this.#lowered;
    const { stages, a, b, error } = this.#method;
    const { records, width } = this.#table;
    const names = outputs.length;
    const rows = layout.stateRows;
    const floorOf = layout.stocks.flatMap((slot, i) => Array.from({ length: slot.length }, () => floors[i] ?? 1));
    const state = start.slice();
    const k = Array.from({ length: stages }, () => new Float64Array(rows));
    const closing = new Float64Array(rows);
    const staged = new Float64Array(rows);
    const end = (step: number, output: number, which: number) =>
      ((step * names + output) * 4 + which) * this.lanes + lane;
    const combine = (record: number, weights: readonly number[], out: Float64Array) => {
      for (let i = 0; i < rows; i++) {
        let sum = state[i]!;
        for (let j = 0; j < weights.length; j++)
          if (weights[j] !== 0) sum += table[record + this.#table.weight(j)]! * k[j]![i]!;
        out[i] = sum;
      }
    };
    for (let n = 0; n < plan.t.length; n++) {
      const first = n * records * width;
      if (n === 0 || plan.afterBreak[n] === 1) {
        const values = this.#evaluate(this.#order.all, { parameters, state, record: first }, table);
        this.#gather(derivative, values, k[0]!);
        for (let o = 0; o < names; o++) {
          result.ends[end(n, o, 0)] = values.get(outputs[o]!) as number;
          result.ends[end(n, o, 1)] = values.get(slopes[o]!) as number;
        }
      } else
        for (let o = 0; o < names; o++)
          for (const which of [0, 1]) result.ends[end(n, o, which)] = result.ends[end(n - 1, o, which + 2)]!;
      for (let s = 1; s < stages; s++) {
        const record = first + s * width;
        combine(record, a[s - 1]!, staged);
        this.#gather(
          derivative,
          this.#evaluate(this.#order.derivative, { parameters, state: staged, record }, table),
          k[s]!,
        );
      }
      const record = first + stages * width;
      combine(record, b, staged);
      state.set(staged);
      const values = this.#evaluate(this.#order.all, { parameters, state, record }, table);
      this.#gather(derivative, values, closing);
      for (let o = 0; o < names; o++) {
        result.ends[end(n, o, 2)] = values.get(outputs[o]!) as number;
        result.ends[end(n, o, 3)] = values.get(slopes[o]!) as number;
      }
      let worst = 0;
      if (error.length > 0)
        for (let i = 0; i < rows; i++) {
          let sum = 0;
          for (let j = 0; j < stages; j++) sum += table[record + this.#table.errorWeight(j)]! * k[j]![i]!;
          sum += table[record + this.#table.errorWeight(stages)]! * closing[i]!;
          worst = Math.max(worst, Math.abs(sum) / (floorOf[i]! + Math.abs(state[i]!)));
        }
      result.errors[n * this.lanes + lane] = worst;
      k[0]!.set(closing);
    }
    if (this.#order.latch.length > 0) {
      const record = (plan.t.length - 1) * records * width + stages * width;
      const values = this.#evaluate(this.#order.latch, { parameters, state, record }, table);
      for (const { row, node } of this.#lowered.latches) state[row] = values.get(node) as number;
    }
    return state;
  }

  /** Cubic Hermite interpolation of the outputs at the save points. */
  #interpolate(plan: Plan, result: BlockResult): void {
    const { lanes } = this;
    const names = this.#lowered.outputs.length;
    const count = this.#lowered.layout.outputs.length;
    for (let save = 0; save < plan.saveStep.length; save++)
      for (let o = 0; o < count; o++)
        for (let lane = 0; lane < lanes; lane++) {
          let sum = 0;
          for (let i = 0; i < 4; i++) {
            const part =
              plan.saveWeight[save * 4 + i]! *
              result.ends[((plan.saveStep[save]! * names + o) * 4 + i) * lanes + lane]!;
            sum = i === 0 ? part : sum + part;
          }
          result.outputs[(save * count + o) * lanes + lane] = sum;
        }
  }

  /** Writes one value a stock, spread over its rows. */
  #gather(nodes: readonly Node[], values: ReadonlyMap<Node, Value>, out: Float64Array): void {
    nodes.forEach((node, i) => {
      const slot = this.#lowered.layout.stocks[i]!;
      const value = values.get(node)!;
      for (let row = 0; row < slot.length; row++) out[slot.offset + row] = at(value, row);
    });
  }

  #evaluate(order: readonly Node[], leaves: Leaves, table: Float64Array): Map<Node, Value> {
    const { graph } = this.#lowered;
    const values = new Map<Node, Value>();
    const get = (node: Node) => values.get(node)!;
    const rows = (node: Node, f: (row: number) => number): Value =>
      node.over === undefined ? f(0) : Float64Array.from({ length: graph.size(node.over) }, (_, row) => f(row));
    const evaluate = (node: Node): Value => {
      if (node.rate === "time") {
        const slope = node.op === "slope";
        return table[leaves.record + this.#table.field(slope ? node.of : node) + (slope ? 1 : 0)]!;
      }
      switch (node.op) {
        case "constant":
          return node.value;
        case "column":
          return node.values;
        case "parameter":
          return rows(node, (row) => leaves.parameters[node.row + row]!);
        case "state":
          return rows(node, (row) => leaves.state[node.row + row]!);
        case "element":
          return at(get(node.of), node.index);
        case "knot":
          return leaves.parameters[node.row + (get(node.of) as number) + node.which]!;
        case "unary":
          return rows(node, (row) => UNARY[node.f](at(get(node.a), row)));
        case "binary":
          return rows(node, (row) => BINARY[node.f](at(get(node.a), row), at(get(node.b), row)));
        case "select":
          return rows(node, (row) =>
            COMPARE[node.comparison](at(get(node.left), row), at(get(node.right), row))
              ? at(get(node.a), row)
              : at(get(node.b), row),
          );
        case "total": {
          const of = get(node.of) as Float64Array;
          let sum = 0;
          for (const value of of) sum += value;
          return sum;
        }
        case "product":
          return multiply(node.matrix, leaves.parameters, get(node.of));
        default:
          throw new Error(`${node.op} is no operation of the state`);
      }
    };
    for (const node of order) values.set(node, evaluate(node));
    return values;
  }
}

function at(value: Value, row: number): number {
  return typeof value === "number" ? value : value[row]!;
}

function multiply(matrix: MatrixData, parameters: Float64Array, column: Value): Float64Array {
  const result = new Float64Array(matrix.size);
  for (let row = 0; row < matrix.size; row++) {
    let sum = 0;
    for (let k = matrix.rowStart[row]!; k < matrix.rowStart[row + 1]!; k++)
      sum +=
        (matrix.row === undefined ? matrix.value[k]! : parameters[matrix.row + k]!) * at(column, matrix.column[k]!);
    result[row] = sum;
  }
  return result;
}

/** All that the roots need, in the order of creation; functions of time alone are leaves. */
function reachable(roots: readonly Node[]): Node[] {
  const seen = new Set<Node>();
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.rate !== "time") for (const operand of operands(node)) visit(operand);
  };
  for (const root of roots) visit(root);
  return [...seen].sort((a, b) => a.id - b.id);
}
