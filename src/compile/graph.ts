import { cos, exp, log, logistic, pow, sin, tanh } from "../math/elementary/index.ts";
import type { Comparison } from "../model/expression.ts";

/**
 * The intermediate form: a graph of operations in which equal operations are one node. Nodes are numbered in the order
 * of creation, so every node comes after all that it needs. Both backends evaluate this graph, operation by operation,
 * in one and the same order, which is why their results agree to the bit.
 */
export type Node = { readonly id: number; readonly over: string | undefined; readonly rate: Rate } & Operation;

/** How often a value changes: never, from draw to draw, with time alone (the same for all draws), at every evaluation. */
export type Rate = "constant" | "draw" | "time" | "state";

export type UnaryFunction = "neg" | "abs" | "sqrt" | "exp" | "log" | "tanh" | "logistic" | "sin" | "cos";
export type BinaryFunction = "add" | "sub" | "mul" | "div" | "min" | "max" | "pow";

/** A sparse matrix of the graph; `row` is the first of its values among the per-draw rows, or undefined. */
export interface MatrixData {
  readonly id: string;
  /** Dimension of its rows and columns. */
  readonly over: string;
  readonly size: number;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
  readonly row: number | undefined;
}

/** Knots of a function of time; where every draw brings its own values these are the central ones. */
export interface Knots {
  /** Rising [week]. */
  readonly t: Float64Array;
  readonly value: Float64Array;
}

export type Operation =
  | { readonly op: "constant"; readonly value: number }
  | { readonly op: "column"; readonly values: Float64Array }
  | { readonly op: "parameter"; readonly row: number }
  | { readonly op: "state"; readonly row: number }
  | { readonly op: "clock"; readonly of: "week" | "year" }
  | { readonly op: "lever"; readonly lever: string }
  /** A function of time between knots that all draws share. */
  | { readonly op: "table"; readonly knots: Knots }
  /** Number of the stretch between two knots that the moment lies in, and the share of it that has passed. */
  | { readonly op: "stretch"; readonly knots: Knots }
  | { readonly op: "share"; readonly knots: Knots }
  /** Value of the draw at the knot before (0) or after (1) the moment; values begin at a per-draw row. */
  | { readonly op: "knot"; readonly row: number; readonly which: 0 | 1; readonly of: Node }
  | { readonly op: "slope"; readonly of: Node }
  | { readonly op: "element"; readonly of: Node; readonly index: number }
  | { readonly op: "unary"; readonly f: UnaryFunction; readonly a: Node }
  | { readonly op: "binary"; readonly f: BinaryFunction; readonly a: Node; readonly b: Node }
  | {
      readonly op: "select";
      readonly comparison: Comparison;
      readonly left: Node;
      readonly right: Node;
      readonly a: Node;
      readonly b: Node;
    }
  | { readonly op: "total"; readonly of: Node }
  | { readonly op: "product"; readonly matrix: MatrixData; readonly of: Node };

export const UNARY: Readonly<Record<UnaryFunction, (x: number) => number>> = {
  neg: (x) => -x,
  abs: Math.abs,
  sqrt: Math.sqrt,
  exp,
  log,
  tanh,
  logistic,
  sin,
  cos,
};

export const BINARY: Readonly<Record<BinaryFunction, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: Math.min,
  max: Math.max,
  pow,
};

/** Comparisons are false for NaN except `!=`, as in IEEE 754. */
export const COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
};

/** All that some nodes need, themselves included. */
export function needed(roots: readonly Node[]): ReadonlySet<Node> {
  const seen = new Set<Node>();
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const operand of operands(node)) visit(operand);
  };
  for (const root of roots) visit(root);
  return seen;
}

/** The operands of a node. */
export function operands(node: Node): readonly Node[] {
  switch (node.op) {
    case "element":
    case "knot":
    case "slope":
    case "total":
    case "product":
      return [node.of];
    case "unary":
      return [node.a];
    case "binary":
      return [node.a, node.b];
    case "select":
      return [node.left, node.right, node.a, node.b];
    default:
      return [];
  }
}

const ORDER: Readonly<Record<Rate, number>> = { constant: 0, draw: 1, time: 2, state: 3 };

function faster(a: Rate, b: Rate): Rate {
  if ((a === "draw" && b === "time") || (a === "time" && b === "draw")) return "state";
  return ORDER[a] >= ORDER[b] ? a : b;
}

/** Builds nodes, folds constants and neutral elements, and moves what does not change out of loops. */
export class Graph {
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, Node>();
  readonly #sizes: ReadonlyMap<string, number>;

  /** `sizes`: number of elements of every dimension. */
  constructor(sizes: ReadonlyMap<string, number>) {
    this.#sizes = sizes;
  }

  size(over: string): number {
    return this.#sizes.get(over) ?? 0;
  }

  #node(key: string, over: string | undefined, rate: Rate, operation: Operation): Node {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // Only single numbers are tabulated over time; a column that moves with time is computed like the state.
    const settled = over !== undefined && rate === "time" ? "state" : rate;
    const node: Node = { id: this.nodes.length, over, rate: settled, ...operation };
    this.nodes.push(node);
    this.#known.set(key, node);
    return node;
  }

  constant(value: number): Node {
    const key = Object.is(value, -0) ? "-0" : String(value);
    return this.#node(`constant ${key}`, undefined, "constant", { op: "constant", value });
  }

  column(id: string, over: string, values: Float64Array): Node {
    return this.#node(`column ${id}`, over, "constant", { op: "column", values });
  }

  parameter(row: number, over: string | undefined): Node {
    return this.#node(`parameter ${row} ${over ?? ""}`, over, "draw", { op: "parameter", row });
  }

  state(row: number, over: string | undefined): Node {
    return this.#node(`state ${row} ${over ?? ""}`, over, "state", { op: "state", row });
  }

  clock(of: "week" | "year"): Node {
    return this.#node(`clock ${of}`, undefined, "time", { op: "clock", of });
  }

  lever(lever: string): Node {
    return this.#node(`lever ${lever}`, undefined, "time", { op: "lever", lever });
  }

  table(id: string, knots: Knots): Node {
    return this.#node(`table ${id}`, undefined, "time", { op: "table", knots });
  }

  /** A function of time between knots whose values, from `row` on, every draw brings itself. */
  ownTable(id: string, knots: Knots, row: number): Node {
    const stretch = this.#node(`stretch ${id}`, undefined, "time", { op: "stretch", knots });
    const share = this.#node(`share ${id}`, undefined, "time", { op: "share", knots });
    const knot = (which: 0 | 1) =>
      this.#node(`knot ${id} ${which}`, undefined, "state", { op: "knot", row, which, of: stretch });
    const before = knot(0);
    return this.binary("add", before, this.binary("mul", this.binary("sub", knot(1), before), share));
  }

  /** Time derivative of a function of time alone. */
  slope(of: Node): Node {
    return of.rate === "time" ? this.#node(`slope ${of.id}`, undefined, "time", { op: "slope", of }) : this.constant(0);
  }

  element(of: Node, index: number): Node {
    if (of.op === "column") return this.constant(of.values[index] ?? Number.NaN);
    if (of.op === "parameter") return this.parameter(of.row + index, undefined);
    if (of.op === "state") return this.state(of.row + index, undefined);
    return this.#node(`element ${of.id} ${index}`, undefined, of.rate, { op: "element", of, index });
  }

  unary(f: UnaryFunction, a: Node): Node {
    if (a.op === "constant") return this.constant(UNARY[f](a.value));
    if (f === "neg" && a.op === "unary" && a.f === "neg") return a.a;
    return this.#node(`${f} ${a.id}`, a.over, a.rate, { op: "unary", f, a });
  }

  binary(f: BinaryFunction, a: Node, b: Node): Node {
    if (a.op === "constant" && b.op === "constant") return this.constant(BINARY[f](a.value, b.value));
    const simpler = this.#neutral(f, a, b);
    if (simpler !== undefined) return simpler;
    return this.#node(`${f} ${a.id} ${b.id}`, a.over ?? b.over, faster(a.rate, b.rate), { op: "binary", f, a, b });
  }

  /** x + 0, x · 1, 0 · x and small powers; a result must keep its shape. */
  #neutral(f: BinaryFunction, a: Node, b: Node): Node | undefined {
    const keeps = (node: Node, other: Node) => node.over !== undefined || other.over === undefined;
    const is = (node: Node, value: number) => node.op === "constant" && node.value === value;
    if (f === "add" && is(a, 0) && keeps(b, a)) return b;
    if ((f === "add" || f === "sub") && is(b, 0) && keeps(a, b)) return a;
    if (f === "sub" && is(a, 0) && keeps(b, a)) return this.unary("neg", b);
    if (f === "mul" && is(a, 1) && keeps(b, a)) return b;
    if ((f === "mul" || f === "div") && is(b, 1) && keeps(a, b)) return a;
    if (f === "mul" && ((is(a, 0) && b.over === undefined) || (is(b, 0) && a.over === undefined)))
      return this.constant(0);
    if (f === "pow" && b.op === "constant") {
      if (b.value === 0.5) return this.unary("sqrt", a);
      if (Number.isInteger(b.value) && Math.abs(b.value) >= 1 && Math.abs(b.value) <= 8) {
        let power = a;
        for (let i = 1; i < Math.abs(b.value); i++) power = this.binary("mul", power, a);
        return b.value > 0 ? power : this.binary("div", this.constant(1), power);
      }
    }
    return undefined;
  }

  select(comparison: Comparison, left: Node, right: Node, a: Node, b: Node): Node {
    if (left.op === "constant" && right.op === "constant") return COMPARE[comparison](left.value, right.value) ? a : b;
    if (a === b) return a;
    const over = [left, right, a, b].find((node) => node.over !== undefined)?.over;
    const rate = [right, a, b].reduce((rate, node) => faster(rate, node.rate), left.rate);
    const key = `select ${comparison} ${left.id} ${right.id} ${a.id} ${b.id}`;
    return this.#node(key, over, rate, { op: "select", comparison, left, right, a, b });
  }

  /** Sum over a column; factors that are the same for all elements are taken out of the sum. */
  total(of: Node): Node {
    if (of.over === undefined) return of;
    if (of.op === "binary" && of.f === "mul") {
      if (of.a.over === undefined) return this.binary("mul", of.a, this.total(of.b));
      if (of.b.over === undefined) return this.binary("mul", of.b, this.total(of.a));
    }
    if (of.op === "unary" && of.f === "neg") return this.unary("neg", this.total(of.a));
    return this.#node(`total ${of.id}`, undefined, of.rate === "constant" ? "draw" : of.rate, { op: "total", of });
  }

  product(matrix: MatrixData, of: Node): Node {
    const rate = faster(of.rate, matrix.row === undefined ? "constant" : "draw");
    return this.#node(`product ${matrix.id} ${of.id}`, matrix.over, rate, { op: "product", matrix, of });
  }

  /**
   * A product of factors over others. Factors are gathered from the slowest to the fastest, single numbers before
   * columns, so that what does not change is multiplied once and columns are divided by nothing that could be inverted once.
   */
  quotient(numerators: readonly Node[], denominators: readonly Node[]): Node {
    let result = this.constant(1);
    const column = (node: Node) => (node.over === undefined ? 0 : 1);
    const classes = [0, 1].flatMap((shape) => Object.values(ORDER).map((rate) => ({ shape, rate })));
    for (const { shape, rate } of classes) {
      const here = (node: Node) => column(node) === shape && ORDER[node.rate] === rate;
      const above = numerators.filter(here).reduce((a, b) => this.binary("mul", a, b), this.constant(1));
      const below = denominators.filter(here);
      if (below.length === 0) {
        result = this.binary("mul", result, above);
        continue;
      }
      const divisor = below.reduce((a, b) => this.binary("mul", a, b));
      const whole = this.binary("div", above, divisor);
      result = this.binary("mul", result, whole);
    }
    return result;
  }
}
