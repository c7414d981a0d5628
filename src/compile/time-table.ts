import { FronteraError, suggest } from "../errors.ts";
import { binaryDual, type Dual, holds, type Side, unaryDual } from "./dual.ts";
import { type Node, operands } from "./graph.ts";
import type { Method } from "./method.ts";
import type { Plan, Schedule } from "./program.ts";

/** Calendar year that week 0 begins, and weeks in a mean Gregorian year. */
const FIRST_YEAR = 2012;
const WEEKS_IN_A_YEAR = 365.2425 / 7;

/**
 * Everything that depends on the plan alone, tabulated once for all draws: for every step one record at its start, one
 * for each further stage and one at its end. A record holds the products of step and tableau, then the functions of time
 * that the model uses, each with its slope. [step][record][field]
 */
export class TimeTable {
  readonly method: Method;
  readonly nodes: readonly Node[];
  /** Records of a step, numbers of a record. */
  readonly records: number;
  readonly width: number;
  readonly #levers: ReadonlyMap<string, number>;
  /** Places of the largest subexpressions that no lever moves, by id, or −1: they are the same in every branch. */
  readonly #fixed: Int32Array;
  /** Their values by moment, from the left and from the right: branches share most of their steps. */
  readonly #known: Readonly<Record<Side, Map<number, Dual[]>>> = { left: new Map(), right: new Map() };

  /** `nodes`: the largest subexpressions of time alone. `levers`: start value of every lever. */
  constructor(method: Method, nodes: readonly Node[], levers: ReadonlyMap<string, number>) {
    this.method = method;
    this.nodes = nodes;
    this.records = method.stages + 1;
    this.width = 2 * method.stages + 1 + 2 * nodes.length;
    this.#levers = levers;
    this.#fixed = fixedIn(nodes);
  }

  /** Field of step · weight of slope `j` (0-based) in the combination of a record. */
  weight(j: number): number {
    return j;
  }

  /** Field of step · error weight of slope `j`; only in the closing record. */
  errorWeight(j: number): number {
    return this.method.stages + j;
  }

  /** Field of the value of a function of time, and of its slope right after it. */
  field(node: Node): number {
    const index = this.nodes.indexOf(node);
    if (index < 0) throw new Error(`node ${node.id} is not tabulated`);
    return 2 * this.method.stages + 1 + 2 * index;
  }

  /** The records of a plan. Error: `unknown-lever`. */
  tabulate(plan: Plan): Float64Array {
    const known = [...this.#levers.keys()];
    for (const name of Object.keys(plan.schedules ?? {}))
      if (!this.#levers.has(name))
        throw new FronteraError({
          code: "unknown-lever",
          message: `unknown lever: ${name}`,
          hint: suggest(name, known),
        });
    const { stages, a, b, c, error } = this.method;
    const schedules = plan.schedules ?? {};
    const steps = plan.t.length;
    const memory = new Memory();
    const first = 2 * stages + 1;
    const table = new Float64Array(steps * this.records * this.width);
    for (let n = 0; n < steps; n++) {
      const t = plan.t[n]!;
      const h = plan.h[n]!;
      for (let record = 0; record < this.records; record++) {
        const base = (n * this.records + record) * this.width;
        const closing = record === stages;
        const weights = closing ? b : record === 0 ? [] : (a[record - 1] ?? []);
        for (let j = 0; j < weights.length; j++) table[base + this.weight(j)] = h * weights[j]!;
        if (closing) for (let j = 0; j < error.length; j++) table[base + this.errorWeight(j)] = h * error[j]!;
        const fraction = closing ? 1 : (c[record] ?? 0);
        // A stage at the end of a step still belongs to the step: what jumps there has not jumped yet.
        const side: Side = fraction === 1 ? "left" : "right";
        const time = closing ? t + h : t + fraction * h;
        memory.begin(plan.schedules === undefined ? undefined : this.#valuesAt(time, side));
        for (let i = 0; i < this.nodes.length; i++) {
          const { value, slope } = this.#evaluate(this.nodes[i]!, time, side, schedules, memory);
          table[base + first + 2 * i] = value;
          table[base + first + 2 * i + 1] = slope;
        }
      }
    }
    return table;
  }

  /** Values that every branch has at a moment. */
  #valuesAt(time: number, side: Side): Dual[] {
    const found = this.#known[side].get(time);
    if (found !== undefined) return found;
    const values: Dual[] = [];
    this.#known[side].set(time, values);
    return values;
  }

  #evaluate(node: Node, time: number, side: Side, schedules: Readonly<Record<string, Schedule>>, memory: Memory): Dual {
    const fixed = this.#fixed[node.id]!;
    const known = memory.of(node, fixed);
    if (known !== undefined) return known;
    const of = (operand: Node) => this.#evaluate(operand, time, side, schedules, memory);
    let result: Dual;
    switch (node.op) {
      case "constant":
        result = { value: node.value, slope: 0 };
        break;
      case "clock":
        result =
          node.of === "week"
            ? { value: time, slope: 1 }
            : { value: FIRST_YEAR + time / WEEKS_IN_A_YEAR, slope: 1 / WEEKS_IN_A_YEAR };
        break;
      case "lever": {
        const schedule = schedules[node.lever];
        result =
          schedule === undefined
            ? { value: this.#levers.get(node.lever) ?? Number.NaN, slope: 0 }
            : evaluateSchedule(schedule, time, side);
        break;
      }
      case "table":
        result = evaluateSchedule(node.knots, time, side);
        break;
      case "stretch":
        result = { value: stretchOf(node.knots.t, time, side), slope: 0 };
        break;
      case "share": {
        const { t } = node.knots;
        const before = t[stretchOf(t, time, side)]!;
        const length = t[stretchOf(t, time, side) + 1]! - before;
        const share = (time - before) / length;
        const outside = share < 0 || share > 1 || (share === 0 && side === "left") || (share === 1 && side === "right");
        result = { value: Math.min(1, Math.max(0, share)), slope: outside ? 0 : 1 / length };
        break;
      }
      case "unary":
        result = unaryDual(node.f, of(node.a));
        break;
      case "binary":
        result = binaryDual(node.f, of(node.a), of(node.b));
        break;
      case "select": {
        const left = of(node.left);
        const right = of(node.right);
        result = holds(node.comparison, left, right, side) ? of(node.a) : of(node.b);
        break;
      }
      case "slope":
        // Outcomes are differentiated once, so nothing asks for the slope of a slope.
        result = { value: of(node.of).slope, slope: Number.NaN };
        break;
      default:
        throw new Error(`${node.op} is no function of time`);
    }
    memory.keep(node, result, fixed);
    return result;
  }
}

/** Values of nodes at one moment. */
class Memory {
  readonly #values: Dual[] = [];
  readonly #moments: number[] = [];
  #moment = 0;
  /** What lasts from plan to plan, where anything does. */
  #lasting: Dual[] | undefined;

  /** Begins another moment. */
  begin(lasting: Dual[] | undefined): void {
    this.#moment++;
    this.#lasting = lasting;
  }

  /** `place`: of a value that lasts. */
  of({ id }: Node, place: number): Dual | undefined {
    if (place >= 0 && this.#lasting !== undefined) return this.#lasting[place];
    return this.#moments[id] === this.#moment ? this.#values[id] : undefined;
  }

  keep({ id }: Node, value: Dual, place: number): void {
    if (place >= 0 && this.#lasting !== undefined) {
      this.#lasting[place] = value;
      return;
    }
    this.#values[id] = value;
    this.#moments[id] = this.#moment;
  }
}

/** Numbers of the largest subexpressions that no lever moves, by id; −1 for all others. */
function fixedIn(nodes: readonly Node[]): Int32Array {
  const moved = new Map<Node, boolean>();
  const isMoved = (node: Node): boolean => {
    const known = moved.get(node);
    if (known !== undefined) return known;
    const result = node.op === "lever" || operands(node).some(isMoved);
    moved.set(node, result);
    return result;
  };
  const fixed = new Map<number, number>();
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (!isMoved(node)) fixed.set(node.id, fixed.size);
    else for (const operand of operands(node)) visit(operand);
  };
  for (const node of nodes) visit(node);
  const all = [...moved.keys()].reduce((most, { id }) => Math.max(most, id), 0);
  const places = new Int32Array(all + 1).fill(-1);
  for (const [id, place] of fixed) places[id] = place;
  return places;
}

/** Number of the stretch between knots that a moment lies in; the first before all knots, the last after them. */
function stretchOf(t: Float64Array, time: number, side: Side): number {
  return Math.max(1, Math.min(t.length - 1, knotsBefore(t, time, side))) - 1;
}

/** Number of rising knots that lie before a moment; on the left side a knot at the moment itself is still ahead. */
function knotsBefore(t: ArrayLike<number>, time: number, side: Side): number {
  let low = 0;
  let high = t.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (side === "left" ? t[middle]! < time : t[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Piecewise linear, constant outside; at a jump the side decides. */
export function evaluateSchedule(schedule: Schedule, time: number, side: Side): Dual {
  const { t, value } = schedule;
  const after = knotsBefore(t, time, side);
  if (after === 0) return { value: value[0]!, slope: 0 };
  if (after === t.length) return { value: value[after - 1]!, slope: 0 };
  const slope = (value[after]! - value[after - 1]!) / (t[after]! - t[after - 1]!);
  return { value: value[after - 1]! + slope * (time - t[after - 1]!), slope };
}
