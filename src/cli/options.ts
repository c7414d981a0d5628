import { availableParallelism } from "node:os";
import { FronteraError, type Issue, printable, suggest } from "../errors.ts";

/** The seed where none is given: the day of the news report that the study starts from. */
export const DEFAULT_SEED = 20231005;

/** Threads of a run that names none, where there are so many cores. */
const CORES = 8;
/** More worker threads than any machine of today makes use of. */
const MOST_WORKERS = 256;

const WHOLE = /^[+]?[0-9]{1,16}$/;
const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const NAME = /^[A-Za-z][A-Za-z0-9._[\]-]*$/;

/** A whole number of at least `min` (1) and at most `max`. Error: `bad-option`. */
export function positiveInteger(
  option: string,
  text: string,
  { min = 1, max = Number.MAX_SAFE_INTEGER }: { readonly min?: number; readonly max?: number } = {},
): number {
  const value = WHOLE.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  const expected =
    max === Number.MAX_SAFE_INTEGER ? `a whole number from ${min}` : `a whole number from ${min} to ${max}`;
  const example = Math.min(max, Math.max(min, 100));
  // `the week of --policy recruitment` is no option that a number can be written behind.
  throw badOption(option, expected, text, `write for instance ${option.includes(" ") ? "" : `${option} `}${example}`);
}

/** A number between `low` and `high`. Error: `bad-option`. */
export function numberOf(
  option: string,
  text: string,
  {
    low = Number.NEGATIVE_INFINITY,
    high = Number.POSITIVE_INFINITY,
  }: { readonly low?: number; readonly high?: number } = {},
): number {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value) && value >= low && value <= high) return value;
  const bounds = [
    ...(low === Number.NEGATIVE_INFINITY ? [] : [`from ${low}`]),
    ...(high === Number.POSITIVE_INFINITY ? [] : [`to ${high}`]),
  ];
  throw badOption(option, ["a number", ...bounds].join(" "), text, "write it with a decimal point and without commas");
}

/** The seed of a run: a whole number below 2^53. Error: `bad-option`. */
export function seedOf(text: string | undefined): number {
  return text === undefined ? DEFAULT_SEED : positiveInteger("--seed", text, { min: 0 });
}

/** More draws than any command takes. */
const MOST_DRAWS = 1_000_000;

/** Draws of an ensemble. Error: `bad-option`. */
export function drawsOf(text: string): number {
  return positiveInteger("--draws", text, { max: MOST_DRAWS });
}

/** Worker threads of a run; without a word, a thread for every core. Error: `bad-option`. */
export function workersOf(text: string | undefined): number {
  if (text === undefined) return Math.min(CORES, availableParallelism());
  return positiveInteger("--workers", text, { max: MOST_WORKERS });
}

/** One of a list of words. Error: `bad-option` with the nearest one. */
export function oneOf<const W extends string>(option: string, text: string, words: readonly W[]): W {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  throw badOption(option, words.join(" or "), text, suggest(text, words));
}

/**
 * Reads `name=value`, several after one flag or the flag several times. The same name twice is one only if the value is
 * the same. Values are texts; `numberOf` reads numbers. Errors: `bad-option`, `reserved-name`, `set-twice`.
 */
export function assignments(option: string, texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of texts) {
    const at = text.indexOf("=");
    const name = text.slice(0, at).trim();
    const value = text.slice(at + 1).trim();
    if (at < 0 || value === "")
      throw badOption(option, "name=value", text, `write for instance ${option} recruitment=0.0024`);
    // A name that every object answers to is no parameter, whatever a look-up says.
    if (name in Object.prototype || name === "prototype")
      throw new FronteraError({
        code: "reserved-name",
        message: `${name} cannot be set`,
        path: option,
        hint: "name a parameter",
      });
    if (!NAME.test(name)) throw badOption(option, "a name of letters and digits before =", text);
    const before = found.get(name);
    if (before !== undefined && !same(before, value))
      throw new FronteraError({
        code: "set-twice",
        message: `${option} sets ${printable(name, 60)} twice, to ${printable(before, 40)} and to ${printable(value, 40)}`,
        hint: "keep one of them",
      });
    found.set(name, value);
  }
  return found;
}

function same(a: string, b: string): boolean {
  return a === b || (NUMBER.test(a) && NUMBER.test(b) && Number(a) === Number(b));
}

function badOption(option: string, expected: string, received: string, hint?: string): FronteraError {
  const issue: Issue = {
    code: "bad-option",
    message: `${option} cannot be read`,
    expected,
    received: received === "" ? "(nothing)" : received,
  };
  return new FronteraError(hint === undefined ? issue : { ...issue, hint });
}
