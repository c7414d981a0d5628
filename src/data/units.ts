import { FronteraError, nearest, printable } from "../errors.ts";
import { pow } from "../math/elementary/index.ts";

/**
 * A unit: the power of every named unit in it, e.g. person/week = {person: 1, week: −1}; the empty map is 1.
 * Names are kept as written and compared by `sameUnit`, so that a declaration in days prints in days.
 */
export type Unit = ReadonlyMap<string, number>;

/** What a named unit is made of: powers of dimensions and, for its size, of prime numbers. Exact, so equality is exact. */
type Reduction = ReadonlyMap<string, number>;

/** Things that are counted. Each is a dimension of its own: three persons are not three deaths. */
const COUNTS = [
  "animal",
  "appointment",
  "check",
  "crossing",
  "death",
  "encounter",
  "event",
  "firearm",
  "group",
  "item",
  "job",
  "kit",
  "offence",
  "person",
  "pill",
  "post",
  "prescription",
  "provider",
  "report",
  "trace",
  "victim",
] as const;

/**
 * Measured units: dimension, numerator and denominator of the size in its base unit (week, gram, 1).
 * The year is the mean Gregorian year of 365.2425 days, the month its twelfth; 1 lb = 453.59237 g (1959 agreement).
 */
const MEASURES: readonly (readonly [name: string, dimension: string, numerator: number, denominator: number])[] = [
  ["day", "time", 1, 7],
  ["week", "time", 1, 1],
  ["month", "time", 146_097, 33_600],
  ["year", "time", 146_097, 2_800],
  ["ug", "mass", 1, 1_000_000],
  ["mg", "mass", 1, 1_000],
  ["g", "mass", 1, 1],
  ["kg", "mass", 1_000, 1],
  ["t", "mass", 1_000_000, 1],
  ["kt", "mass", 1_000_000_000, 1],
  ["lb", "mass", 45_359_237, 100_000],
  ["percent", "", 1, 100],
  ["per_100000", "", 1, 100_000],
];

const CURRENCIES = ["CAD", "CNY", "COP", "EUR", "MXN", "PAB", "USD"] as const;
/** Money of different years is not the same money: `USD_2023` and `USD` are two dimensions. */
const CURRENCY = new RegExp(`^(?:${CURRENCIES.join("|")})(?:_(?:19|20)[0-9]{2})?$`);

const ALIASES: ReadonlyMap<string, string> = new Map([
  ["%", "percent"],
  ["dimensionless", "1"],
  ["people", "person"],
  ["share", "1"],
]);

const REDUCTIONS: ReadonlyMap<string, Reduction> = new Map<string, Reduction>([
  ...COUNTS.map((name) => [name, new Map([[name, 1]])] as const),
  ...MEASURES.map(([name, dimension, numerator, denominator]) => {
    const parts = new Map(dimension === "" ? [] : [[dimension, 1]]);
    addPrimes(parts, numerator, 1);
    addPrimes(parts, denominator, -1);
    return [name, prune(parts)] as const;
  }),
]);

const KNOWN: readonly string[] = [...REDUCTIONS.keys(), ...CURRENCIES];

/**
 * Reads `person`, `person/week`, `1/person^2/week`, `USD_2023`, `person per day`, …
 * A divisor applies to the one name after it. Plurals are read as the singular.
 * @throws FronteraError `unknown-unit`, with the nearest known unit.
 */
export function parseUnit(text: string): Unit {
  const unit = new Map<string, number>();
  const source = text.trim().replace(/^per\s+/, "1/");
  const parts = source.length > 200 ? [] : source.split(/\s*([*·/]|\bper\b)\s*/u);
  if (parts.length === 0 || source === "") throw unknown(text, text.trim());
  for (let i = 0; i < parts.length; i += 2) {
    const factor = parts[i] ?? "";
    const match = /^([A-Za-z%][A-Za-z0-9_]*|1)(?:\^(-?[0-9]+(?:\.[0-9]+)?))?$/u.exec(factor);
    const divided = i > 0 && parts[i - 1] !== "*" && parts[i - 1] !== "·";
    if (match === null) throw unknown(text, factor);
    const name = resolve(match[1] ?? "");
    if (name === undefined) throw unknown(text, match[1] ?? factor);
    const power = Number(match[2] ?? "1");
    if (!(Math.abs(power) <= 99)) throw unknown(text, factor);
    if (name !== "1") add(unit, name, divided ? -power : power);
  }
  return prune(unit);
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  const product = new Map(a);
  for (const [name, power] of b) add(product, name, power);
  return prune(product);
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return multiplyUnits(a, powerUnit(b, -1));
}

/** The unit raised to `n`; 0.5 is the square root. */
export function powerUnit(a: Unit, n: number): Unit {
  return prune(new Map([...a].map(([name, power]) => [name, power * n])));
}

/** Whether both stand for the same dimension **and** the same size: week and day are not the same unit, kg and 1000 g are. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return reduce(divideUnits(a, b)).size === 0;
}

/** The text that `parseUnit` reads back: what is multiplied first, then what divides, each in alphabetical order. */
export function formatUnit(unit: Unit): string {
  const names = [...unit].sort(([a], [b]) => (a < b ? -1 : 1));
  const above = names.filter(([, power]) => power > 0).map(([name, power]) => raised(name, power));
  const below = names.filter(([, power]) => power < 0).map(([name, power]) => `/${raised(name, -power)}`);
  return `${above.join("*") || "1"}${below.join("")}`;
}

/**
 * `value` in `from` expressed in `to`.
 * @throws FronteraError `unit-mismatch` where the dimensions differ.
 */
export function convert(value: number, from: Unit | string, to: Unit | string): number {
  const source = typeof from === "string" ? parseUnit(from) : from;
  const target = typeof to === "string" ? parseUnit(to) : to;
  const ratio = reduce(divideUnits(source, target));
  // Whole powers are gathered on both sides of one division, so that 7 days are exactly one week.
  let numerator = 1;
  let denominator = 1;
  for (const [part, power] of ratio) {
    if (!isPrime(part))
      throw new FronteraError({
        code: "unit-mismatch",
        message: `${formatUnit(source)} cannot be converted to ${formatUnit(target)}`,
        expected: `a unit of the dimension of ${formatUnit(target)}`,
        received: formatUnit(source),
        hint: "counts of different things are different units",
      });
    const size = wholePower(Number(part), Math.abs(power));
    if (power > 0) numerator *= size;
    else denominator *= size;
  }
  return (value * numerator) / denominator;
}

/** Every unit that has a name, without the currencies of single years. */
export function knownUnits(): readonly string[] {
  return KNOWN;
}

function unknown(text: string, name: string): FronteraError {
  const near = nearest(name, KNOWN);
  return new FronteraError({
    code: "unknown-unit",
    message: `unknown unit: ${printable(name, 40) || "an empty text"}${name === text.trim() ? "" : ` in ${printable(text, 60)}`}`,
    hint:
      near === undefined ? "write units such as person, person/week, 1/week, kg, USD_2023" : `did you mean ${near}?`,
  });
}

function resolve(name: string): string | undefined {
  const plain = ALIASES.get(name) ?? name;
  if (plain === "1" || REDUCTIONS.has(plain) || CURRENCY.test(plain)) return plain;
  if (plain.length > 3 && plain.endsWith("s") && REDUCTIONS.has(plain.slice(0, -1))) return plain.slice(0, -1);
  return undefined;
}

function raised(name: string, power: number): string {
  return power === 1 ? name : `${name}^${power}`;
}

function add(target: Map<string, number>, name: string, power: number): void {
  target.set(name, (target.get(name) ?? 0) + power);
}

/** Takes out powers that cancelled; a millionth is the rounding of repeated roots. */
function prune(parts: Map<string, number>): Map<string, number> {
  for (const [name, power] of parts) if (Math.abs(power) < 1e-6) parts.delete(name);
  return parts;
}

function reduce(unit: Unit): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [name, power] of unit) {
    const reduction = REDUCTIONS.get(name);
    if (reduction === undefined) add(parts, name, power);
    else for (const [part, times] of reduction) add(parts, part, times * power);
  }
  return prune(parts);
}

function isPrime(part: string): boolean {
  return part.charCodeAt(0) < 58;
}

function addPrimes(parts: Map<string, number>, size: number, power: number): void {
  let rest = size;
  for (let prime = 2; prime * prime <= rest; prime++)
    while (rest % prime === 0) {
      add(parts, String(prime), power);
      rest /= prime;
    }
  if (rest > 1) add(parts, String(rest), power);
}

function wholePower(base: number, power: number): number {
  if (!Number.isInteger(power)) return pow(base, power);
  let result = 1;
  for (let i = 0; i < power; i++) result *= base;
  return result;
}
