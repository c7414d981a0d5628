import { FronteraError, suggest } from "../../errors.ts";
import { betaFamily } from "./beta.ts";
import { categorical, discrete } from "./discrete.ts";
import type { Distribution, Family } from "./distribution.ts";
import { gammaFamily } from "./gamma.ts";
import { halfNormalFamily, lognormalFamily, normalFamily } from "./normal.ts";
import { triangularFamily } from "./triangular.ts";
import { truncatedNormalFamily } from "./truncated-normal.ts";
import { logUniformFamily, uniformFamily } from "./uniform.ts";

/** Every family with a fixed number of parameters, by name. `discrete` and `categorical` have their own text forms. */
export const families: Readonly<Record<string, Family>> = Object.fromEntries(
  [
    uniformFamily,
    logUniformFamily,
    normalFamily,
    lognormalFamily,
    halfNormalFamily,
    truncatedNormalFamily,
    triangularFamily,
    betaFamily,
    gammaFamily,
  ].map((family) => [family.name, family]),
);

const DISCRETE = "discrete(value: weight, …)";
const CATEGORICAL = "categorical(weight, …)";

/** Text form of a family: `triangular(low, mode, high)`. */
export function signature(family: Family): string {
  return `${family.name}(${family.parameters.join(", ")})`;
}

/**
 * Reads `triangular(0.05, 0.1, 0.3)`, `truncatedNormal(0, 1, 0, inf)`, `discrete(0: 0.3, 1: 0.7)` or
 * `categorical(0.2, 0.8)`. Throws a FronteraError with code `invalid-distribution`, `unknown-family`,
 * `wrong-arguments` or `invalid-parameter`.
 */
export function parseDistribution(text: string): Distribution {
  const match = /^\s*([A-Za-z]\w*)\s*\(([^()]*)\)\s*$/.exec(text);
  if (match === null)
    throw new FronteraError({
      code: "invalid-distribution",
      message: "not a distribution",
      expected: "name(number, …), such as triangular(0.05, 0.1, 0.3)",
      received: text,
    });
  const name = match[1]!;
  const parts = match[2]!.trim() === "" ? [] : match[2]!.split(",");
  if (name === "discrete") {
    const pairs = parts.map((part) => part.split(":"));
    if (pairs.length === 0 || pairs.some((pair) => pair.length !== 2)) throw wrongArguments(DISCRETE, text);
    return discrete(
      pairs.map((pair) => parseNumber(pair[0]!, text)),
      pairs.map((pair) => parseNumber(pair[1]!, text)),
    );
  }
  if (name === "categorical") {
    if (parts.length === 0) throw wrongArguments(CATEGORICAL, text);
    return categorical(parts.map((part) => parseNumber(part, text)));
  }
  const family = Object.hasOwn(families, name) ? families[name] : undefined;
  if (family === undefined)
    throw new FronteraError({
      code: "unknown-family",
      message: `unknown distribution: ${name}`,
      received: text,
      hint: suggest(name, [...Object.keys(families), "discrete", "categorical"]),
    });
  if (parts.length !== family.parameters.length) throw wrongArguments(signature(family), text);
  return family.create(...parts.map((part) => parseNumber(part, text)));
}

/** The text that `parseDistribution` reads back to the same distribution. */
export function formatDistribution(distribution: Distribution): string {
  const values = Object.values(distribution.parameters).map((value) =>
    Math.abs(value) === Number.POSITIVE_INFINITY ? (value > 0 ? "inf" : "-inf") : String(value),
  );
  const pairs = values.flatMap((value, i) => (i % 2 === 0 ? [`${value}: ${values[i + 1]}`] : []));
  return `${distribution.name}(${(distribution.name === "discrete" ? pairs : values).join(", ")})`;
}

function parseNumber(part: string, text: string): number {
  const word = part.trim();
  if (/^[+-]?inf(inity)?$/i.test(word))
    return word.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word)) return Number(word);
  throw new FronteraError({
    code: "wrong-arguments",
    message: `not a number: ${word === "" ? "(nothing)" : word}`,
    path: text.trim(),
    expected: "numbers with a decimal point, inf or -inf",
    received: word,
  });
}

function wrongArguments(expected: string, text: string): FronteraError {
  return new FronteraError({
    code: "wrong-arguments",
    message: "wrong number of arguments",
    expected,
    received: text.trim(),
  });
}
