import { expect, it } from "vitest";
import * as algorithms from "./algorithms.ts";
import { printFunction } from "./printer.ts";

const HEADER = `// Made from algorithms.ts by printer.ts; do not edit. Renew with: npx vitest run src/math/elementary/printer -u
// biome-ignore-all format: generated
// biome-ignore-all lint: generated
import { copySign, exponent, mantissa, nearest, powerOfTwo } from "./numbers.ts";
`;

const one = ["x"];
const functions: readonly [string, readonly string[], Parameters<typeof printFunction>[2]][] = [
  ["exp", one, (o, x) => algorithms.genericExp(o, x!)],
  ["expm1", one, (o, x) => algorithms.genericExpm1(o, x!)],
  ["log", one, (o, x) => algorithms.genericLog(o, x!)],
  ["log1p", one, (o, x) => algorithms.genericLog1p(o, x!)],
  ["tanh", one, (o, x) => algorithms.genericTanh(o, x!)],
  ["logistic", one, (o, x) => algorithms.genericLogistic(o, x!)],
  ["sin", one, (o, x) => algorithms.genericSin(o, x!)],
  ["cos", one, (o, x) => algorithms.genericCos(o, x!)],
  ["pow", ["x", "y"], (o, x, y) => algorithms.genericPow(o, x!, y!)],
];

it("scalar.ts is what the algorithms print", async () => {
  const text = functions.map(([name, parameters, algorithm]) => printFunction(name, parameters, algorithm));
  await expect([HEADER, ...text].join("\n")).toMatchFileSnapshot("./scalar.ts");
});

it("every value that is used twice has been kept, so that no algorithm grows by repetition", () => {
  for (const [name, parameters, algorithm] of functions)
    expect(printFunction(name, parameters, algorithm).length, name).toBeLessThan(6500);
});
