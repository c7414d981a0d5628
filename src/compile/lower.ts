import { weekOf } from "../data/calendar.ts";
import { FronteraError } from "../errors.ts";
import type { Expression } from "../model/expression.ts";
import type { Equation, Model, Quantity } from "../model/model.ts";
import { tangent } from "./differentiate.ts";
import { Graph, type MatrixData, type Node, needed } from "./graph.ts";
import type { Layout, Slot } from "./program.ts";
import { substitute } from "./substitute.ts";

/** A model as a graph: what both backends evaluate. */
export interface Lowered {
  readonly graph: Graph;
  readonly layout: Layout;
  /** One node a stock, in the order of the layout: value at the start; derivative; size below which relative error means nothing. */
  readonly initial: readonly Node[];
  readonly derivative: readonly Node[];
  readonly floors: readonly number[];
  /** Dimension of every stock, undefined for a single number. */
  readonly shapes: readonly (string | undefined)[];
  /** One node an output, then the event where there is one. */
  readonly outputs: readonly Node[];
  /** Time derivatives of `outputs` along the solution. */
  readonly slopes: readonly Node[];
  readonly levers: ReadonlyMap<string, number>;
  /** Rows of the state that are read off at the end of a leg, with what they then hold. */
  readonly latches: readonly { readonly row: number; readonly node: Node }[];
}

/** Lowers a checked model. */
export function lower(model: Model): Lowered {
  const sizes = new Map([...model.dimensions].map(([name, elements]) => [name, elements.length]));
  const graph = new Graph(sizes);
  const rows = (over: string | undefined) => (over === undefined ? 1 : (sizes.get(over) ?? 0));

  const parameterSlots: Slot[] = [];
  const stockSlots: Slot[] = [];
  const central: number[] = [];
  const levers = new Map<string, number>();
  const matrices = new Map<string, MatrixData>();
  const leaves = new Map<Quantity, Node>();
  let stateRows = 0;
  const stocks: (Quantity & { kind: "stock" | "latch" })[] = [];
  const moments = new Set<number>();
  /** Knots of every table, by the node that reads it. */
  const tables = new Map<Node, readonly number[]>();
  const references: { readonly row: number; readonly stock: string; readonly from: number; readonly to: number }[] = [];

  const addRows = (quantity: Quantity, values: ArrayLike<number>): number => {
    const offset = central.length;
    parameterSlots.push({ id: quantity.id, unit: quantity.unitText, offset, length: values.length });
    for (let i = 0; i < values.length; i++) central.push(values[i] ?? 0);
    return offset;
  };
  for (const quantity of model.quantities.values()) {
    switch (quantity.kind) {
      case "parameter": {
        const { value, constant } = quantity.declaration;
        leaves.set(
          quantity,
          constant === true ? graph.constant(value) : graph.parameter(addRows(quantity, [value]), undefined),
        );
        break;
      }
      case "input": {
        const { values, perDraw } = quantity.declaration;
        leaves.set(
          quantity,
          perDraw === true
            ? graph.parameter(addRows(quantity, values), quantity.over)
            : graph.column(quantity.id, quantity.over ?? "", Float64Array.from(values)),
        );
        break;
      }
      case "matrix": {
        const { matrix, perDraw } = quantity.declaration;
        matrices.set(quantity.id, {
          id: quantity.id,
          over: quantity.over ?? "",
          size: matrix.size,
          rowStart: Int32Array.from(matrix.rowStart),
          column: Int32Array.from(matrix.column),
          value: Float64Array.from(matrix.value),
          row: perDraw === true ? addRows(quantity, matrix.value) : undefined,
        });
        break;
      }
      case "lever":
        levers.set(quantity.id, quantity.declaration.start);
        leaves.set(quantity, graph.lever(quantity.id));
        break;
      case "table": {
        const { values, perDraw } = quantity.declaration;
        const knots = { t: Float64Array.from(quantity.weeks), value: Float64Array.from(values) };
        const node =
          perDraw === true
            ? graph.ownTable(quantity.id, knots, addRows(quantity, values))
            : graph.table(quantity.id, knots);
        tables.set(node, quantity.weeks);
        leaves.set(quantity, node);
        break;
      }
      case "reference": {
        const row = addRows(quantity, [1]);
        const [from, to] = quantity.weeks;
        references.push({ row, stock: quantity.declaration.stock, from, to });
        leaves.set(quantity, graph.parameter(row, undefined));
        break;
      }
      case "latch":
      case "stock":
        stocks.push(quantity);
        stockSlots.push({ id: quantity.id, unit: quantity.unitText, offset: stateRows, length: rows(quantity.over) });
        leaves.set(quantity, graph.state(stateRows, quantity.over));
        stateRows += rows(quantity.over);
        break;
      default:
        break;
    }
  }

  const computed = new Map<Quantity, Node>();
  const nodeOf = (module: string, name: string): Node => {
    if (name === "time") return graph.clock("week");
    if (name === "year") return graph.clock("year");
    const quantity = model.find(module, name);
    const node = quantity === undefined ? undefined : (leaves.get(quantity) ?? computed.get(quantity));
    if (node === undefined) throw new Error(`${name} was not checked before lowering`);
    return node;
  };
  const elementOf = (module: string, name: string, element: string): Node => {
    const over = model.find(module, name)?.over ?? "";
    return graph.element(nodeOf(module, name), model.dimensions.get(over)?.indexOf(element) ?? -1);
  };
  const lowered = (equation: Equation): Node => build(equation.expression, equation.module);
  const build = (expression: Expression, module: string): Node => {
    switch (expression.kind) {
      case "number":
        return graph.constant(expression.value);
      case "date":
        moments.add(weekOf(expression.iso));
        return graph.constant(weekOf(expression.iso));
      case "name":
        return expression.element === undefined
          ? nodeOf(module, expression.name)
          : elementOf(module, expression.name, expression.element);
      case "negate":
        return graph.unary("neg", build(expression.of, module));
      case "compare":
        throw new Error("a comparison stands outside if");
      case "binary":
        return binary(expression, module);
      case "call":
        return call(expression, module);
    }
  };
  const binary = (expression: Expression & { kind: "binary" }, module: string): Node => {
    const { operator } = expression;
    if (operator === "*" || operator === "/") {
      const above: Node[] = [];
      const below: Node[] = [];
      factors(expression, module, above, below);
      return graph.quotient(above, below);
    }
    const left = build(expression.left, module);
    const right = build(expression.right, module);
    return graph.binary(operator === "+" ? "add" : operator === "-" ? "sub" : "pow", left, right);
  };
  const factors = (expression: Expression, module: string, above: Node[], below: Node[]): void => {
    if (expression.kind === "binary" && expression.operator === "*" && expression.left.kind === "name") {
      const quantity = model.find(module, expression.left.name);
      const matrix = quantity?.kind === "matrix" ? matrices.get(quantity.id) : undefined;
      if (matrix !== undefined) {
        above.push(graph.product(matrix, build(expression.right, module)));
        return;
      }
    }
    if (expression.kind === "binary" && (expression.operator === "*" || expression.operator === "/")) {
      factors(expression.left, module, above, below);
      if (expression.operator === "*") factors(expression.right, module, above, below);
      else factors(expression.right, module, below, above);
      return;
    }
    above.push(build(expression, module));
  };
  const call = (expression: Expression & { kind: "call" }, module: string): Node => {
    const [first, second, third] = expression.arguments as [Expression, Expression, Expression];
    if (expression.name === "if") {
      if (first.kind !== "compare") throw new Error("if needs a comparison");
      const left = build(first.left, module);
      const right = build(first.right, module);
      return graph.select(first.operator, left, right, build(second, module), build(third, module));
    }
    if (expression.name === "lookup") return nodeOf(module, (first as Expression & { kind: "name" }).name);
    if (expression.name === "total") return graph.total(build(first, module));
    if (expression.name === "min" || expression.name === "max")
      return graph.binary(expression.name, build(first, module), build(second, module));
    return graph.unary(expression.name, build(first, module));
  };

  for (const quantity of model.order)
    if (quantity.kind === "flow" || quantity.kind === "auxiliary") computed.set(quantity, lowered(quantity.equation));

  const derivative = stocks.map((stock) => {
    if (stock.kind === "latch") return graph.constant(0);
    const terms = [
      ...(stock.declaration.inflows ?? []).map((name) => ({ sign: "add" as const, node: nodeOf(stock.module, name) })),
      ...(stock.declaration.outflows ?? []).map((name) => ({ sign: "sub" as const, node: nodeOf(stock.module, name) })),
    ];
    return terms.reduce((sum, { sign, node }) => graph.binary(sign, sum, node), graph.constant(0));
  });
  const outputs = model.outcomes.map(({ equation }) => lowered(equation));
  if (model.event !== undefined) outputs.push(lowered(model.event.equation));
  const stockOfRow = new Map(stockSlots.map((slot, i) => [slot.offset, i]));
  const seed = (leaf: Node): Node | undefined => {
    if (leaf.rate === "time") return graph.slope(leaf);
    if (leaf.op !== "state") return undefined;
    const own = stockOfRow.get(leaf.row);
    if (
      own !== undefined &&
      (stocks[own]?.over === leaf.over || (leaf.over === undefined && stockSlots[own]?.length === 1))
    )
      return derivative[own];
    const at = stockSlots.findIndex((slot) => leaf.row >= slot.offset && leaf.row < slot.offset + slot.length);
    const whole = derivative[at];
    if (whole === undefined || whole.over === undefined) return whole;
    return graph.element(whole, leaf.row - (stockSlots[at]?.offset ?? 0));
  };
  const slopes = outputs.map((output) => tangent(graph, output, seed));

  const latches = stocks.flatMap((stock, i) =>
    stock.kind === "latch" ? [{ row: stockSlots[i]!.offset, node: lowered(stock.equation) }] : [],
  );
  // What no output and no derivative reads costs nothing: its knots end no step, its past is not carried.
  const read = needed([...derivative, ...outputs, ...latches.map(({ node }) => node)]);
  for (const [node, weeks] of tables) if (read.has(node)) for (const week of weeks) moments.add(week);
  const rowsRead = new Set([...read].flatMap((node) => (node.op === "parameter" ? [node.row] : [])));

  const layout: Layout = {
    parameters: parameterSlots,
    parameterRows: central.length,
    central: Float64Array.from(central),
    stocks: stockSlots,
    stateRows,
    outputs: model.outcomes.map(({ declaration }, offset) => ({
      id: declaration.id,
      unit: declaration.unit,
      offset,
      length: 1,
      afterEvent: declaration.afterEvent,
    })),
    levers: [...levers].map(([id, start]) => ({ id, start })),
    event: model.event !== undefined,
    references: references
      .filter(({ row }) => rowsRead.has(row))
      .map((reference) => ({
        ...reference,
        stock: stockSlots.find(({ id }) => id === reference.stock)!.offset,
      })),
    moments: Float64Array.from(moments).sort(),
  };
  const initial = initialNodes(graph, stockSlots, (stock) => {
    const { id, initial: equation } = stocks[stock]!;
    return { id, node: lowered(equation) };
  });
  const floors = stocks.map((stock) => (stock.kind === "stock" ? (stock.declaration.floor ?? 1) : 1));
  const shapes = stocks.map((stock) => stock.over);
  return { graph, layout, initial, derivative, floors, shapes, outputs, slopes, levers, latches };
}

/**
 * Values at the start: a stock that an initial expression names, by itself or through flows and auxiliaries, has its own initial
 * value there. Error: `cycle` where stocks need one another's.
 */
function initialNodes(
  graph: Graph,
  slots: readonly Slot[],
  of: (stock: number) => { readonly id: string; readonly node: Node },
): Node[] {
  const done = new Map<number, Node>();
  const path: number[] = [];
  const initial = (stock: number): Node => {
    const known = done.get(stock);
    if (known !== undefined) return known;
    const { id, node } = of(stock);
    if (path.includes(stock)) {
      const loop = [...path.slice(path.indexOf(stock)), stock].map((one) => of(one).id).join(" → ");
      throw new FronteraError({ code: "cycle", message: `initial values depend on themselves: ${loop}`, path: id });
    }
    path.push(stock);
    const result = substitute(graph, node, (leaf) => {
      if (leaf.op !== "state") return undefined;
      const at = slots.findIndex(({ offset, length }) => leaf.row >= offset && leaf.row < offset + length);
      const value = initial(at);
      return leaf.over === undefined && value.over !== undefined
        ? graph.element(value, leaf.row - slots[at]!.offset)
        : value;
    });
    path.pop();
    done.set(stock, result);
    return result;
  };
  return slots.map((_, stock) => initial(stock));
}
