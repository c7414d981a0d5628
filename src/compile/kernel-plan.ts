import { type Node, operands } from "./graph.ts";

/** A value for every row of a dimension, written to memory from `address` on. */
export interface ColumnSink {
  readonly node: Node;
  readonly over: string;
  readonly address: number;
  /** Index of the stock whose embedded error is taken when the value is known. */
  readonly stock?: number;
}

/** One pass over the rows of a dimension. */
export interface Loop {
  /** Loops of a higher level need sums or whole columns of lower ones. */
  readonly level: number;
  readonly over: string;
  /** Stocks whose new value is formed first. */
  readonly combined: number[];
  /** Sums that this pass accumulates. */
  readonly totals: (Node & { op: "total" })[];
  /** Columns that later passes read from memory. */
  readonly stores: Set<Node>;
  readonly sinks: ColumnSink[];
}

/** What an evaluation needs to know of its surroundings. */
export interface Surroundings {
  /** Values that stand in memory or are constant: nothing below them is computed here. */
  isLeaf(node: Node): boolean;
  /** Columns that are in memory before the evaluation begins. */
  isStored(node: Node): boolean;
  /** Stocks to be formed anew, with their first row, dimension and number of rows. */
  readonly combined: readonly {
    readonly stock: number;
    readonly over: string;
    readonly first: number;
    readonly rows: number;
  }[];
}

/** Above this many operations a column is kept in memory rather than computed again. */
const RECOMPUTED = 3;

/**
 * Puts an evaluation in order: passes over the rows with as few of them as the sums and sparse products allow.
 * A sum is known after the pass that accumulates it; a sparse product needs its whole column.
 */
export function planLoops(columns: readonly ColumnSink[], scalars: readonly Node[], around: Surroundings): Loop[] {
  const level = levels(around);
  const loops = new Map<string, Loop>();
  const loop = (at: number, over: string): Loop => {
    const key = `${String(at).padStart(6, "0")} ${over}`;
    const known = loops.get(key);
    if (known !== undefined) return known;
    const fresh: Loop = { level: at, over, combined: [], totals: [], stores: new Set(), sinks: [] };
    loops.set(key, fresh);
    return fresh;
  };
  for (const { stock, over } of around.combined) loop(0, over).combined.push(stock);
  for (const sink of columns) loop(level(sink.node), sink.over).sinks.push(sink);

  const seen = new Set<Node>();
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (around.isLeaf(node)) return;
    if (node.op === "total") loop(level(node.of), node.of.over ?? "").totals.push(node);
    if ((node.op === "product" || node.op === "element") && node.of.over !== undefined && !around.isLeaf(node.of))
      loop(level(node.of), node.of.over).stores.add(node.of);
    for (const operand of operands(node)) visit(operand);
  };
  for (const { node } of columns) visit(node);
  for (const node of scalars) visit(node);

  const ordered = [...loops].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  keepExpensive(ordered, around);
  return ordered;
}

/** Columns that an earlier pass computed at some cost are stored there instead of being computed again. */
function keepExpensive(loops: readonly Loop[], around: Surroundings): void {
  const computedIn = new Map<Node, Loop>();
  const stored = new Set<Node>(loops.flatMap((loop) => [...loop.stores]));
  for (const loop of loops) {
    const here = new Set<Node>();
    const visit = (node: Node) => {
      if (node.over === undefined || here.has(node) || around.isLeaf(node)) return;
      const earlier = computedIn.get(node);
      if (earlier !== undefined && earlier !== loop) {
        if (stored.has(node)) return;
        if (cost(node, around) > RECOMPUTED) {
          earlier.stores.add(node);
          stored.add(node);
          return;
        }
      }
      here.add(node);
      if (node.op !== "product") for (const operand of operands(node)) visit(operand);
    };
    for (const root of rootsOf(loop)) visit(root);
    for (const node of here) if (!computedIn.has(node)) computedIn.set(node, loop);
  }
}

/** The columns that a pass is made for. */
export function rootsOf(loop: Loop): Node[] {
  return [...loop.totals.map(({ of }) => of), ...loop.stores, ...loop.sinks.map(({ node }) => node)];
}

function cost(node: Node, around: Surroundings): number {
  if (node.over === undefined || around.isLeaf(node)) return 0;
  const own = node.op === "product" || (node.op === "unary" && node.f !== "neg" && node.f !== "abs") ? 10 : 1;
  return own + operands(node).reduce((sum, operand) => sum + cost(operand, around), 0);
}

/** Earliest pass in which each value can be had. */
function levels(around: Surroundings): (node: Node) => number {
  const known = new Map<Node, number>();
  const formed = (row: number) => around.combined.some(({ first, rows }) => row >= first && row < first + rows);
  const level = (node: Node): number => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const result = rule(node);
    known.set(node, result);
    return result;
  };
  const rule = (node: Node): number => {
    // One row of a column that is being formed is known after the first pass.
    if (node.op === "state" && node.over === undefined) return formed(node.row) ? 1 : 0;
    if (around.isLeaf(node)) return 0;
    if (node.op === "total") return level(node.of) + 1;
    if (node.op === "product" || node.op === "element")
      return node.of.over === undefined || (around.isLeaf(node.of) && around.isStored(node.of))
        ? level(node.of)
        : level(node.of) + 1;
    return Math.max(0, ...operands(node).map(level));
  };
  return level;
}
