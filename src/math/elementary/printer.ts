import type { Operations } from "./operations.ts";

/** Operations on source text: an algorithm run over them prints itself as straight-line TypeScript on numbers. */
export interface Printer {
  readonly operations: Operations<string, string>;
  /** The statements that `keep` has made so far. */
  readonly statements: readonly string[];
}

/** A fresh printer; locals are named t1, t2 … */
export function printer(): Printer {
  const statements: string[] = [];
  const simple = /^(-?[\w.]+|\(-[\d.e+]+\))$/;
  const keep = (text: string): string => {
    if (simple.test(text)) return text;
    const name = `t${statements.length + 1}`;
    statements.push(`  const ${name} = ${text};`);
    return name;
  };
  const binary = (sign: string) => (a: string, b: string) => `(${a} ${sign} ${b})`;
  const call = (name: string) => (a: string) => `${name}(${a})`;
  const operations: Operations<string, string> = {
    constant: literal,
    add: binary("+"),
    sub: binary("-"),
    mul: binary("*"),
    div: binary("/"),
    sqrt: call("Math.sqrt"),
    neg: (a) => `(-${a})`,
    abs: call("Math.abs"),
    min: (a, b) => {
      const [x, y] = [keep(a), keep(b)];
      return `(${y} < ${x} ? ${y} : ${x})`;
    },
    max: (a, b) => {
      const [x, y] = [keep(a), keep(b)];
      return `(${x} < ${y} ? ${y} : ${x})`;
    },
    floor: call("Math.floor"),
    nearest: call("nearest"),
    copySign: (magnitude, sign) => `copySign(${magnitude}, ${sign})`,
    lt: binary("<"),
    le: binary("<="),
    eq: binary("==="),
    and: binary("&&"),
    or: binary("||"),
    not: (a) => `(!${a})`,
    select: (mask, yes, no) => `(${mask} ? ${yes} : ${no})`,
    powerOfTwo: call("powerOfTwo"),
    exponent: call("exponent"),
    mantissa: call("mantissa"),
    single: call("Math.fround"),
    keep,
    keepMask: keep,
  };
  return { operations, statements };
}

/** A number as a literal that reads back to the same bits. */
function literal(value: number): string {
  if (Number.isNaN(value)) return "Number.NaN";
  if (value === Number.POSITIVE_INFINITY) return "Number.POSITIVE_INFINITY";
  if (value === Number.NEGATIVE_INFINITY) return "Number.NEGATIVE_INFINITY";
  return value < 0 ? `(${value})` : String(value);
}

/** A function of one or two arguments as exported TypeScript. */
export function printFunction(
  name: string,
  parameters: readonly string[],
  algorithm: (operations: Operations<string, string>, ...values: string[]) => string,
): string {
  const { operations, statements } = printer();
  const result = algorithm(operations, ...parameters);
  const signature = parameters.map((parameter) => `${parameter}: number`).join(", ");
  return `export function ${name}(${signature}): number {\n${[...statements, `  return ${result};`].join("\n")}\n}\n`;
}
