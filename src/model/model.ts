import { weekOf } from "../data/calendar.ts";
import { parseUnit, type Unit } from "../data/units.ts";
import { FronteraError, suggest } from "../errors.ts";
import { checkExpression, type Scope, type Typed } from "./check.ts";
import type {
  EventDeclaration,
  InputDeclaration,
  LatchDeclaration,
  LeverDeclaration,
  MatrixDeclaration,
  ModelDeclaration,
  ModuleDeclaration,
  OutcomeDeclaration,
  ParameterDeclaration,
  ReferenceDeclaration,
  StockDeclaration,
  TableDeclaration,
} from "./declare.ts";
import { type Expression, namesIn, parseExpression } from "./expression.ts";
import { checkMovers, checkReference } from "./references.ts";

/** What an equation may refer to. */
export type Quantity = {
  /** Public id. */
  readonly id: string;
  /** Name inside its module. */
  readonly name: string;
  readonly module: string;
  readonly over: string | undefined;
  readonly unit: Unit;
  readonly unitText: string;
  readonly about: string;
} & (
  | { readonly kind: "parameter"; readonly declaration: ParameterDeclaration }
  | { readonly kind: "input"; readonly declaration: InputDeclaration }
  | { readonly kind: "matrix"; readonly declaration: MatrixDeclaration }
  | { readonly kind: "lever"; readonly declaration: LeverDeclaration }
  | { readonly kind: "table"; readonly declaration: TableDeclaration; readonly weeks: readonly number[] }
  | {
      readonly kind: "latch";
      readonly declaration: LatchDeclaration;
      readonly initial: Equation;
      readonly equation: Equation;
    }
  | {
      readonly kind: "reference";
      readonly declaration: ReferenceDeclaration;
      readonly weeks: readonly [from: number, to: number];
    }
  | { readonly kind: "stock"; readonly declaration: StockDeclaration; readonly initial: Equation }
  | { readonly kind: "flow" | "auxiliary"; readonly equation: Equation }
);

/** A parsed and unit-checked equation in the scope of a module. */
export interface Equation extends Typed {
  readonly module: string;
  readonly text: string;
  readonly expression: Expression;
}

export interface Outcome {
  readonly declaration: OutcomeDeclaration;
  readonly equation: Equation;
}

/** A model whose names, units, shapes and order of evaluation have been checked. */
export interface Model {
  readonly declaration: ModelDeclaration;
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
  readonly quantities: ReadonlyMap<string, Quantity>;
  /** Flows and auxiliaries, each after all that it needs. */
  readonly order: readonly Quantity[];
  readonly outcomes: readonly Outcome[];
  readonly event: { readonly declaration: EventDeclaration; readonly equation: Equation } | undefined;
  /** The quantity that a name means inside a module, or undefined. */
  find(module: string, name: string): Quantity | undefined;
}

const TIME_UNIT = "week";

/**
 * Puts modules together and checks the whole: every name known, every unit defined and every equation consistent,
 * every shape right, no cycle among flows and auxiliaries.
 * Errors: `unknown-name`, `unknown-unit`, `unit-mismatch`, `shape-mismatch`, `cycle`, `duplicate-name`, and those of the parser.
 */
export function defineModel(declaration: ModelDeclaration): Model {
  const dimensions = new Map<string, readonly string[]>();
  const quantities = new Map<string, Quantity>();
  const byModule = new Map<string, Map<string, Quantity>>();
  const find = (module: string, name: string) => byModule.get(module)?.get(name) ?? quantities.get(name);

  for (const module of declaration.modules) {
    for (const [name, elements] of Object.entries(module.dimensions ?? {})) addDimension(dimensions, name, elements);
    const names = new Map<string, Quantity>();
    byModule.set(module.name, names);
    for (const quantity of declared(module)) {
      if (quantities.has(quantity.id))
        throw new FronteraError({
          code: "duplicate-name",
          message: `duplicate name: ${quantity.id}`,
          hint: "rename one",
        });
      names.set(quantity.name, quantity);
      quantities.set(quantity.id, quantity);
    }
  }
  for (const quantity of quantities.values()) checkShape(quantity, dimensions);

  const scope = (module: string, where: string, text: string): Scope => ({
    module,
    where,
    text,
    dimensions,
    find,
    names: () => [...(byModule.get(module)?.keys() ?? []), ...quantities.keys()],
  });
  const read = (
    module: string,
    text: string,
    where: string,
    expected: { unit: Unit | undefined; over: string | undefined },
  ): Equation => {
    const expression = parseExpression(text, where);
    const typed = checkExpression(expression, scope(module, where, text), expected);
    return { ...typed, module, text, expression };
  };
  for (const quantity of [...quantities.values()]) {
    const where = quantity.id;
    if (quantity.kind === "stock")
      Object.assign(quantity, {
        initial: read(quantity.module, quantity.declaration.initial, `${where} at the start`, quantity),
      });
    else if (quantity.kind === "latch")
      Object.assign(quantity, {
        initial: read(quantity.module, quantity.declaration.before, `${where} at the start`, quantity),
        equation: read(quantity.module, quantity.declaration.equation, where, quantity),
      });
    else if (quantity.kind === "flow" || quantity.kind === "auxiliary")
      Object.assign(quantity, { equation: read(quantity.module, quantity.equation.text, where, quantity) });
  }
  for (const quantity of quantities.values()) {
    if (quantity.kind === "stock") checkFlows(quantity, scope);
    if (quantity.kind === "reference") checkReference(quantity, quantities);
  }
  checkMovers(quantities, find);

  const outcomes = declaration.modules.flatMap((module) =>
    (module.outcomes ?? []).map((outcome) => ({
      declaration: outcome,
      equation: read(module.name, outcome.equation, `outcome ${outcome.id}`, {
        unit: parseUnit(outcome.unit),
        over: undefined,
      }),
    })),
  );
  const ids = new Set<string>();
  for (const { declaration: outcome } of outcomes) {
    if (ids.has(outcome.id))
      throw new FronteraError({
        code: "duplicate-name",
        message: `duplicate outcome: ${outcome.id}`,
        hint: "rename one",
      });
    ids.add(outcome.id);
  }
  const events = declaration.modules.flatMap((module) =>
    module.event === undefined ? [] : [{ module, event: module.event }],
  );
  if (events.length > 1)
    throw new FronteraError({
      code: "several-events",
      message: `modules ${events.map(({ module }) => module.name).join(" and ")} both declare a terminal event`,
      expected: "at most one",
    });
  const [first] = events;
  const event =
    first === undefined
      ? undefined
      : {
          declaration: first.event,
          equation: read(first.module.name, first.event.when, "the terminal event", {
            unit: undefined,
            over: undefined,
          }),
        };
  return { declaration, dimensions, quantities, order: evaluationOrder(quantities, find), outcomes, event, find };
}

function addDimension(dimensions: Map<string, readonly string[]>, name: string, elements: readonly string[]): void {
  const known = dimensions.get(name);
  if (known !== undefined && (known.length !== elements.length || known.some((element, i) => element !== elements[i])))
    throw new FronteraError({
      code: "duplicate-name",
      message: `dimension ${name} is declared twice with different elements`,
    });
  if (elements.length === 0)
    throw new FronteraError({
      code: "empty-dimension",
      message: `dimension ${name} has no elements`,
      expected: "at least one",
    });
  const repeated = elements.find((element, i) => elements.indexOf(element) !== i);
  if (repeated !== undefined)
    throw new FronteraError({ code: "duplicate-name", message: `dimension ${name} lists ${repeated} twice` });
  dimensions.set(name, elements);
}

function* declared(module: ModuleDeclaration): Generator<Quantity> {
  const common = (name: string, about: string, unit: string, over: string | undefined, id?: string) => ({
    id: id ?? `${module.name}.${name}`,
    name,
    module: module.name,
    over,
    unit: unitOf(id ?? `${module.name}.${name}`, unit),
    unitText: unit,
    about,
  });
  for (const [name, d] of Object.entries(module.parameters ?? {}))
    yield { ...common(name, d.about, d.unit, undefined, d.id), kind: "parameter", declaration: d };
  for (const [name, d] of Object.entries(module.inputs ?? {}))
    yield { ...common(name, d.about, d.unit, d.over), kind: "input", declaration: d };
  for (const [name, d] of Object.entries(module.matrices ?? {}))
    yield { ...common(name, d.about, d.unit, d.over), kind: "matrix", declaration: d };
  for (const [name, d] of Object.entries(module.levers ?? {}))
    yield { ...common(name, d.about, d.unit, undefined), kind: "lever", declaration: d };
  for (const [name, d] of Object.entries(module.tables ?? {})) {
    const weeks = d.at.map((moment) => (typeof moment === "number" ? moment : weekOf(moment)));
    checkKnots(`${module.name}.${name}`, weeks, d.values);
    yield { ...common(name, d.about, d.unit, undefined), kind: "table", declaration: d, weeks };
  }
  for (const [name, d] of Object.entries(module.latches ?? {}))
    yield {
      ...common(name, d.about, d.unit, undefined),
      kind: "latch",
      declaration: d,
      initial: unread(module.name, d.before),
      equation: unread(module.name, d.equation),
    };
  for (const [name, d] of Object.entries(module.references ?? {}))
    yield {
      ...common(name, d.about, d.unit, undefined),
      kind: "reference",
      declaration: d,
      weeks: [weekOf(d.from), weekOf(d.to)],
    };
  for (const [name, d] of Object.entries(module.stocks ?? {}))
    yield {
      ...common(name, d.about, d.unit, d.over),
      kind: "stock",
      declaration: d,
      initial: unread(module.name, d.initial),
    };
  for (const [name, d] of Object.entries(module.flows ?? {}))
    yield { ...common(name, d.about, d.unit, d.over), kind: "flow", equation: unread(module.name, d.equation) };
  for (const [name, d] of Object.entries(module.auxiliaries ?? {}))
    yield { ...common(name, d.about, d.unit, d.over), kind: "auxiliary", equation: unread(module.name, d.equation) };
}

/** A table needs two knots or more, rising in time, with a finite value each. */
function checkKnots(id: string, weeks: readonly number[], values: readonly number[]): void {
  const rising = weeks.every((week, i) => Number.isFinite(week) && (i === 0 || week > weeks[i - 1]!));
  if (weeks.length >= 2 && rising && values.length === weeks.length && values.every(Number.isFinite)) return;
  throw new FronteraError({
    code: "bad-table",
    message: `the knots of ${id} do not make a function of time`,
    expected: "two knots or more, rising in time, with a finite value each",
    received: `${weeks.length} moments, ${values.length} values`,
  });
}

/** The unit of a declaration; an unknown one is told together with the quantity that declares it. */
function unitOf(id: string, text: string): Unit {
  try {
    return parseUnit(text);
  } catch (error) {
    if (error instanceof FronteraError)
      throw new FronteraError(error.issues.map((issue) => ({ ...issue, path: issue.path ?? id })));
    throw error;
  }
}

/** Holds the text of an equation until every name is known. */
function unread(module: string, text: string): Equation {
  return { module, text } as Equation;
}

function checkShape(quantity: Quantity, dimensions: ReadonlyMap<string, readonly string[]>): void {
  if (quantity.over === undefined) return;
  const elements = dimensions.get(quantity.over);
  if (elements === undefined)
    throw new FronteraError({
      code: "unknown-name",
      message: `unknown dimension of ${quantity.id}: ${quantity.over}`,
      hint: suggest(quantity.over, [...dimensions.keys()]),
    });
  const length =
    quantity.kind === "input"
      ? quantity.declaration.values.length
      : quantity.kind === "matrix"
        ? quantity.declaration.matrix.size
        : elements.length;
  if (length !== elements.length)
    throw new FronteraError({
      code: "shape-mismatch",
      message: `${quantity.id} does not fit dimension ${quantity.over}`,
      expected: `${elements.length} values`,
      received: String(length),
    });
}

function checkFlows(
  stock: Quantity & { kind: "stock" },
  scope: (module: string, where: string, text: string) => Scope,
): void {
  for (const name of [...(stock.declaration.inflows ?? []), ...(stock.declaration.outflows ?? [])]) {
    const context = scope(stock.module, `flow ${name} of stock ${stock.id}`, name);
    const at = { start: 0, end: name.length };
    const flow: Expression = { kind: "name", name, element: undefined, at };
    const week: Expression = { kind: "number", value: 1, unit: TIME_UNIT, at };
    // A flow over a week must have the unit and the shape of the stock.
    checkExpression({ kind: "binary", operator: "*", left: flow, right: week, at }, context, stock);
  }
}

/** Depth-first order of flows and auxiliaries; a cycle is named element by element. */
function evaluationOrder(quantities: ReadonlyMap<string, Quantity>, find: Model["find"]): Quantity[] {
  const done = new Set<string>();
  const path: string[] = [];
  const order: Quantity[] = [];
  const visit = (quantity: Quantity) => {
    if ((quantity.kind !== "flow" && quantity.kind !== "auxiliary") || done.has(quantity.id)) return;
    const at = path.indexOf(quantity.id);
    if (at >= 0) {
      const loop = [...path.slice(at), quantity.id].join(" → ");
      throw new FronteraError({
        code: "cycle",
        message: `equations depend on themselves: ${loop}`,
        hint: "make one of them a stock, or take it out of the loop",
      });
    }
    path.push(quantity.id);
    for (const { name } of namesIn(quantity.equation.expression)) {
      const next = find(quantity.module, name);
      if (next !== undefined) visit(next);
    }
    path.pop();
    done.add(quantity.id);
    order.push(quantity);
  };
  for (const quantity of quantities.values()) visit(quantity);
  return order;
}
