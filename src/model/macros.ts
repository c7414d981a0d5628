import type { Expression, Span } from "./expression.ts";

/**
 * Shapes in time that stand for longer expressions, with the names of their arguments. `from` and `until` are moments
 * [week], `scale` and `tau` lengths of time [week].
 *
 *     ramp(from, scale)           1/(1 + exp(−(time − from)/scale)): 0 before, 1 after, smooth between
 *     release(from, scale, tau)   ramp(from, scale) · exp(−max(time − from, 0)/tau): sets in at once and fades
 *     window(from, until, scale)  ramp(from, scale) · (1 − ramp(until, scale)): on between two moments
 */
export const MACROS = {
  ramp: ["from", "scale"],
  release: ["from", "scale", "tau"],
  window: ["from", "until", "scale"],
} as const;
export type MacroName = keyof typeof MACROS;

/** The expression that a macro stands for; every part of it points to the call. */
export function writtenOut(name: MacroName, args: readonly Expression[], at: Span): Expression {
  const call = (f: "logistic" | "exp" | "max", ...of: Expression[]): Expression => ({
    kind: "call",
    name: f,
    arguments: of,
    at,
  });
  const binary = (operator: "+" | "-" | "*" | "/", left: Expression, right: Expression): Expression => ({
    kind: "binary",
    operator,
    left,
    right,
    at,
  });
  const number = (value: number): Expression => ({ kind: "number", value, unit: undefined, at });
  const time: Expression = { kind: "name", name: "time", element: undefined, at };
  const ramp = (from: Expression, scale: Expression) => call("logistic", binary("/", binary("-", time, from), scale));
  const [first, second, third] = args as [Expression, Expression, Expression];
  switch (name) {
    case "ramp":
      return ramp(first, second);
    case "release": {
      const since = call("max", binary("-", time, first), number(0));
      return binary("*", ramp(first, second), call("exp", { kind: "negate", of: binary("/", since, third), at }));
    }
    case "window":
      return binary("*", ramp(first, third), binary("-", number(1), ramp(second, third)));
  }
}
