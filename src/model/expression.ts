import { FronteraError, suggest } from "../errors.ts";
import { MACROS, type MacroName, writtenOut } from "./macros.ts";

/**
 * The language of equations: a small expression grammar, parsed once into a tree.
 *
 *     1. numbers, with a unit in brackets where they have one: `1000 [person]`; dates: `2024-01-01`
 *     2. + − * / ^ and parentheses; ^ binds tightest and to the right
 *     3. names, `module.name`, one element of a column: `members[los-chapitos]`
 *     4. functions of FUNCTIONS; comparisons only as the first argument of `if`
 *     5. `lookup(table, time)`, and the macros of MACROS, which are written out before anything else happens
 */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly unit: string | undefined; readonly at: Span }
  | { readonly kind: "date"; readonly iso: string; readonly at: Span }
  | { readonly kind: "name"; readonly name: string; readonly element: string | undefined; readonly at: Span }
  | { readonly kind: "negate"; readonly of: Expression; readonly at: Span }
  | {
      readonly kind: "binary";
      readonly operator: "+" | "-" | "*" | "/" | "^";
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: "call";
      readonly name: FunctionName;
      readonly arguments: readonly Expression[];
      readonly at: Span;
    };

export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";

/** Where a part of an equation stands: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every function of the language with its number of arguments. */
export const FUNCTIONS = {
  min: 2,
  max: 2,
  abs: 1,
  exp: 1,
  log: 1,
  sqrt: 1,
  tanh: 1,
  logistic: 1,
  sin: 1,
  cos: 1,
  total: 1,
  if: 3,
  lookup: 2,
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** Words with a place in the grammar that no module has needed yet: refused by name. */
const RESERVED = new Set(["integral", "smooth", "smoothAsymmetric", "erlang", "adapt", "lag", "latch", "baseline"]);

/** Longest equation that is read, in characters, and deepest nesting: bounds against input made to exhaust the stack. */
const MAXIMUM_LENGTH = 10_000;
const MAXIMUM_DEPTH = 200;

/** The equation with a caret under the part that is meant, for messages. */
export function quote(equation: string, span: Span): string {
  const from = Math.max(0, Math.min(span.start - 40, equation.length - 100));
  const line = equation.slice(from, from + 100).replace(/\s/g, " ");
  const width = Math.max(1, Math.min(span.end, from + 100) - span.start);
  return `\n    ${line}\n    ${" ".repeat(span.start - from)}${"^".repeat(width)}`;
}

/** An error about one part of an equation. */
export function equationError(
  code: string,
  message: string,
  where: string,
  equation: string,
  span: Span,
  hint?: string,
): FronteraError {
  const error = new FronteraError({
    code,
    message: `${message} in the equation of ${where}: ${equation.slice(Math.max(0, span.start - 30), span.start)}»${equation.slice(span.start, span.end)}«${equation.slice(span.end, span.end + 30)}`,
    ...(hint === undefined ? {} : { hint }),
  });
  error.message = `${code.replaceAll("-", " ")}: ${message} in the equation of ${where}${quote(equation, span)}${hint === undefined ? "" : `\n${hint}`}`;
  return error;
}

interface Token extends Span {
  readonly kind: "number" | "date" | "name" | "symbol" | "bracket" | "end";
  readonly text: string;
}

const TOKEN =
  /\s*(?:(?<date>\d{4}-\d{2}-\d{2})|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<bracket>\[[^[\]]*\])|(?<symbol><=|>=|==|!=|[-+*/^(),<>−·]))/y;

function tokenize(equation: string, where: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  let position = 0;
  while (position < equation.length) {
    if (equation.slice(position).trim() === "") break;
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(equation);
    if (match?.groups === undefined) {
      const start = position + (equation.slice(position).length - equation.slice(position).trimStart().length);
      throw equationError("bad-character", `unexpected character ${equation[start]}`, where, equation, {
        start,
        end: start + 1,
      });
    }
    position = TOKEN.lastIndex;
    const [kind, text] = Object.entries(match.groups).find(([, value]) => value !== undefined) as [
      Token["kind"],
      string,
    ];
    const plain = text === "−" ? "-" : text === "·" ? "*" : text;
    tokens.push({ kind, text: plain, start: position - text.length, end: position });
  }
  tokens.push({ kind: "end", text: "end of equation", start: equation.length, end: equation.length + 1 });
  return tokens;
}

/** Reads an equation. `where` names it in messages. Errors: `bad-character`, `bad-syntax`, `unknown-function`, `not-available`. */
export function parseExpression(equation: string, where: string): Expression {
  if (equation.length > MAXIMUM_LENGTH)
    throw new FronteraError({
      code: "equation-too-long",
      message: `the equation of ${where} has ${equation.length} characters`,
      expected: `at most ${MAXIMUM_LENGTH}`,
    });
  const tokens = tokenize(equation, where);
  let index = 0;
  let depth = 0;
  const peek = () => tokens[index]!;
  const take = () => tokens[index++]!;
  const fail = (token: Token, expected: string) =>
    equationError("bad-syntax", `expected ${expected}, found ${token.text}`, where, equation, token);
  const expectSymbol = (text: string) => {
    const token = take();
    if (token.kind !== "symbol" || token.text !== text) throw fail(token, `"${text}"`);
    return token;
  };
  const isSymbol = (...texts: string[]) => peek().kind === "symbol" && texts.includes(peek().text);
  const nested = <T>(parse: () => T): T => {
    if (++depth > MAXIMUM_DEPTH)
      throw equationError("too-deep", `more than ${MAXIMUM_DEPTH} levels of nesting`, where, equation, peek());
    const result = parse();
    depth--;
    return result;
  };

  const sum = (): Expression => {
    let left = product();
    while (isSymbol("+", "-")) {
      const operator = take().text as "+" | "-";
      const right = product();
      left = { kind: "binary", operator, left, right, at: { start: left.at.start, end: right.at.end } };
    }
    return left;
  };
  const product = (): Expression => {
    let left = unary();
    while (isSymbol("*", "/")) {
      const operator = take().text as "*" | "/";
      const right = unary();
      left = { kind: "binary", operator, left, right, at: { start: left.at.start, end: right.at.end } };
    }
    return left;
  };
  const unary = (): Expression =>
    nested(() => {
      if (isSymbol("-")) {
        const { start } = take();
        const of = unary();
        return { kind: "negate", of, at: { start, end: of.at.end } };
      }
      if (isSymbol("+")) {
        take();
        return unary();
      }
      return power();
    });
  const power = (): Expression => {
    const left = atom();
    if (!isSymbol("^")) return left;
    take();
    const right = unary();
    return { kind: "binary", operator: "^", left, right, at: { start: left.at.start, end: right.at.end } };
  };
  const condition = (): Expression => {
    const left = sum();
    const token = take();
    if (token.kind !== "symbol" || !["<", "<=", ">", ">=", "==", "!="].includes(token.text))
      throw fail(token, "a comparison (< <= > >= == !=)");
    const right = sum();
    return {
      kind: "compare",
      operator: token.text as Comparison,
      left,
      right,
      at: { start: left.at.start, end: right.at.end },
    };
  };
  const atom = (): Expression => {
    const token = take();
    if (token.kind === "number") {
      const value = Number(token.text);
      if (!Number.isFinite(value)) throw fail(token, "a finite number");
      if (peek().kind !== "bracket") return { kind: "number", value, unit: undefined, at: token };
      const bracket = take();
      const at = { start: token.start, end: bracket.end };
      return { kind: "number", value, unit: bracket.text.slice(1, -1).trim(), at };
    }
    if (token.kind === "date") return { kind: "date", iso: token.text, at: token };
    if (token.kind === "symbol" && token.text === "(") {
      const inner = nested(sum);
      expectSymbol(")");
      return inner;
    }
    if (token.kind !== "name") throw fail(token, "a number, a name or a parenthesis");
    if (isSymbol("(")) return call(token);
    if (peek().kind !== "bracket") return { kind: "name", name: token.text, element: undefined, at: token };
    const bracket = take();
    const at = { start: token.start, end: bracket.end };
    return { kind: "name", name: token.text, element: bracket.text.slice(1, -1).trim(), at };
  };
  const call = (name: Token): Expression => {
    if (RESERVED.has(name.text))
      throw equationError("not-available", `${name.text} is reserved and not available yet`, where, equation, name);
    const macro = Object.hasOwn(MACROS, name.text);
    if (!macro && !Object.hasOwn(FUNCTIONS, name.text))
      throw equationError(
        "unknown-function",
        `unknown function: ${name.text}`,
        where,
        equation,
        name,
        suggest(name.text, [...Object.keys(FUNCTIONS), ...Object.keys(MACROS)]),
      );
    const known = name.text as FunctionName;
    expectSymbol("(");
    const args: Expression[] = [known === "if" ? nested(condition) : nested(sum)];
    while (isSymbol(",")) {
      take();
      args.push(nested(sum));
    }
    const close = expectSymbol(")");
    const at = { start: name.start, end: close.end };
    const takes = macro ? MACROS[name.text as MacroName].length : FUNCTIONS[known];
    if (args.length !== takes)
      throw equationError(
        "bad-syntax",
        `${known} takes ${takes} argument${takes === 1 ? "" : "s"}, found ${args.length}`,
        where,
        equation,
        at,
      );
    if (macro) return writtenOut(name.text as MacroName, args, at);
    return { kind: "call", name: known, arguments: args, at };
  };

  const result = sum();
  if (peek().kind !== "end") throw fail(peek(), "an operator or the end");
  return result;
}

/** Every name an expression mentions, in order, with where it stands. */
export function namesIn(expression: Expression): { name: string; element: string | undefined; at: Span }[] {
  switch (expression.kind) {
    case "number":
    case "date":
      return [];
    case "name":
      return [expression];
    case "negate":
      return namesIn(expression.of);
    case "binary":
    case "compare":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case "call":
      return expression.arguments.flatMap(namesIn);
  }
}
