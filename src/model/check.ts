import { weekOf } from "../data/calendar.ts";
import { divideUnits, formatUnit, multiplyUnits, parseUnit, powerUnit, sameUnit, type Unit } from "../data/units.ts";
import { FronteraError, nearest } from "../errors.ts";
import { type Expression, equationError, type Span } from "./expression.ts";
import type { Model } from "./model.ts";

/** Unit and shape of an expression; `unit` is undefined for a literal zero, which fits any unit. */
export interface Typed {
  readonly unit: Unit | undefined;
  /** Dimension of a column, undefined for a scalar. */
  readonly over: string | undefined;
}

/** Where an expression stands and what it may refer to. */
export interface Scope {
  readonly module: string;
  readonly where: string;
  readonly text: string;
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
  readonly find: Model["find"];
  /** Every name that may be used here, for suggestions. */
  names(): Iterable<string>;
}

const ONE = parseUnit("1");
const WEEK = parseUnit("week");
const YEAR = parseUnit("year");

/**
 * Unit and shape of an expression, checked against what is expected.
 * Errors: `unknown-unit` (a unit that is not defined), `unit-mismatch` (an inconsistent equation), `shape-mismatch`, `unknown-name`.
 */
export function checkExpression(
  expression: Expression,
  scope: Scope,
  expected: { readonly unit: Unit | undefined; readonly over: string | undefined },
): Typed {
  const result = typeOf(expression, scope);
  if (result.over !== undefined && result.over !== expected.over)
    throw problem(
      "shape-mismatch",
      `expected ${shape(expected.over)}, found ${shape(result.over)}`,
      scope,
      expression.at,
    );
  if (expected.unit !== undefined && result.unit !== undefined && !sameUnit(expected.unit, result.unit))
    throw problem(
      "unit-mismatch",
      `expected ${formatUnit(expected.unit)}, found ${formatUnit(result.unit)}`,
      scope,
      expression.at,
      `the equation is inconsistent: ${scope.where} is declared in ${formatUnit(expected.unit)}`,
    );
  return result;
}

function shape(over: string | undefined): string {
  return over === undefined ? "a single number" : `a column over ${over}`;
}

function problem(code: string, message: string, scope: Scope, at: Span, hint?: string): FronteraError {
  return equationError(code, message, scope.where, scope.text, at, hint);
}

function typeOf(expression: Expression, scope: Scope): Typed {
  switch (expression.kind) {
    case "number":
      return number(expression, scope);
    case "date":
      weekOf(expression.iso);
      return { unit: WEEK, over: undefined };
    case "name":
      return name(expression, scope);
    case "negate":
      return typeOf(expression.of, scope);
    case "compare":
      return alike(expression.left, expression.right, scope, "compared");
    case "binary":
      return binary(expression, scope);
    case "call":
      return call(expression, scope);
  }
}

function number(expression: Expression & { kind: "number" }, scope: Scope): Typed {
  if (expression.unit === undefined) return { unit: expression.value === 0 ? undefined : ONE, over: undefined };
  try {
    return { unit: parseUnit(expression.unit), over: undefined };
  } catch (error) {
    if (!(error instanceof FronteraError)) throw error;
    const [issue] = error.issues;
    throw problem(
      "unknown-unit",
      issue?.message ?? `unknown unit: ${expression.unit}`,
      scope,
      expression.at,
      issue?.hint,
    );
  }
}

function name(expression: Expression & { kind: "name" }, scope: Scope): Typed {
  if (expression.name === "time") return { unit: WEEK, over: undefined };
  if (expression.name === "year") return { unit: YEAR, over: undefined };
  const quantity = scope.find(scope.module, expression.name);
  if (quantity === undefined) {
    const near = nearest(expression.name, ["time", "year", ...scope.names()]);
    throw problem(
      "unknown-name",
      `unknown name: ${expression.name}`,
      scope,
      expression.at,
      near === undefined ? undefined : `did you mean ${near}?`,
    );
  }
  if (quantity.kind === "matrix")
    throw problem("shape-mismatch", `${expression.name} is a matrix: multiply it with a column`, scope, expression.at);
  if (quantity.kind === "table")
    throw problem(
      "shape-mismatch",
      `${expression.name} is a table: read it with lookup(${expression.name}, time)`,
      scope,
      expression.at,
    );
  if (expression.element === undefined) return { unit: quantity.unit, over: quantity.over };
  if (quantity.over === undefined)
    throw problem("shape-mismatch", `${expression.name} has no elements`, scope, expression.at);
  const elements = scope.dimensions.get(quantity.over) ?? [];
  if (!elements.includes(expression.element)) {
    const near = nearest(expression.element, elements);
    throw problem(
      "unknown-name",
      `unknown element of ${quantity.over}: ${expression.element}`,
      scope,
      expression.at,
      near === undefined ? undefined : `did you mean ${near}?`,
    );
  }
  return { unit: quantity.unit, over: undefined };
}

/** Both sides must have one unit; the result has the wider shape. */
function alike(left: Expression, right: Expression, scope: Scope, verb: string): Typed {
  const a = typeOf(left, scope);
  const b = typeOf(right, scope);
  if (a.unit !== undefined && b.unit !== undefined && !sameUnit(a.unit, b.unit))
    throw problem(
      "unit-mismatch",
      `${formatUnit(a.unit)} and ${formatUnit(b.unit)} cannot be ${verb}`,
      scope,
      right.at,
      "both sides must have one unit",
    );
  return { unit: a.unit ?? b.unit, over: wider(a, b, scope, right.at) };
}

function wider(a: Typed, b: Typed, scope: Scope, at: Span): string | undefined {
  if (a.over !== undefined && b.over !== undefined && a.over !== b.over)
    throw problem("shape-mismatch", `columns over ${a.over} and over ${b.over} do not go together`, scope, at);
  return a.over ?? b.over;
}

function binary(expression: Expression & { kind: "binary" }, scope: Scope): Typed {
  const { operator, left, right, at } = expression;
  if (operator === "+" || operator === "-") return alike(left, right, scope, operator === "+" ? "added" : "subtracted");
  if (operator === "*" && left.kind === "name") {
    const matrix = scope.find(scope.module, left.name);
    if (matrix?.kind === "matrix" && left.element === undefined) {
      const column = typeOf(right, scope);
      if (column.over !== matrix.over)
        throw problem("shape-mismatch", `${left.name} needs a column over ${matrix.over}`, scope, right.at);
      return { unit: multiplyUnits(matrix.unit, column.unit ?? ONE), over: matrix.over };
    }
  }
  if (operator === "^") return raised(expression, scope);
  const a = typeOf(left, scope);
  const b = typeOf(right, scope);
  const over = wider(a, b, scope, at);
  const unit = (operator === "*" ? multiplyUnits : divideUnits)(a.unit ?? ONE, b.unit ?? ONE);
  return { unit: operator === "*" && (a.unit === undefined || b.unit === undefined) ? undefined : unit, over };
}

function raised(expression: Expression & { kind: "binary" }, scope: Scope): Typed {
  const base = typeOf(expression.left, scope);
  const exponent = typeOf(expression.right, scope);
  const over = wider(base, exponent, scope, expression.at);
  if (exponent.unit !== undefined && !sameUnit(exponent.unit, ONE))
    throw problem(
      "unit-mismatch",
      `an exponent has no unit, found ${formatUnit(exponent.unit)}`,
      scope,
      expression.right.at,
    );
  if (base.unit === undefined || sameUnit(base.unit, ONE)) return { unit: base.unit, over };
  const power = literal(expression.right);
  if (power === undefined)
    throw problem(
      "unit-mismatch",
      `${formatUnit(base.unit)} can only be raised to a number that is written out`,
      scope,
      expression.right.at,
      "divide the base by a reference value first",
    );
  return { unit: powerUnit(base.unit, power), over };
}

function literal(expression: Expression): number | undefined {
  if (expression.kind === "number" && expression.unit === undefined) return expression.value;
  if (expression.kind !== "negate") return undefined;
  const value = literal(expression.of);
  return value === undefined ? undefined : -value;
}

function call(expression: Expression & { kind: "call" }, scope: Scope): Typed {
  const [first, second, third] = expression.arguments as [Expression, Expression, Expression];
  switch (expression.name) {
    case "lookup": {
      const table = first.kind === "name" ? scope.find(scope.module, first.name) : undefined;
      if (table?.kind !== "table") throw problem("shape-mismatch", "lookup reads a table by its name", scope, first.at);
      if (second.kind !== "name" || second.name !== "time")
        throw problem("shape-mismatch", "a table is read at `time`", scope, second.at);
      return { unit: table.unit, over: undefined };
    }
    case "total": {
      const of = typeOf(first, scope);
      if (of.over === undefined) throw problem("shape-mismatch", "total needs a column", scope, first.at);
      return { unit: of.unit, over: undefined };
    }
    case "min":
    case "max":
      return alike(first, second, scope, "compared");
    case "abs":
      return typeOf(first, scope);
    case "sqrt": {
      const of = typeOf(first, scope);
      return { unit: of.unit === undefined ? undefined : powerUnit(of.unit, 0.5), over: of.over };
    }
    case "if": {
      const condition = typeOf(first, scope);
      const result = alike(second, third, scope, "alternatives");
      return { unit: result.unit, over: wider(condition, result, scope, expression.at) };
    }
    default: {
      const of = typeOf(first, scope);
      if (of.unit !== undefined && !sameUnit(of.unit, ONE))
        throw problem(
          "unit-mismatch",
          `${expression.name} takes a number without unit, found ${formatUnit(of.unit)}`,
          scope,
          first.at,
          "divide by a reference value first",
        );
      return { unit: ONE, over: of.over };
    }
  }
}
