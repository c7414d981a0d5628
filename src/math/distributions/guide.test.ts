import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { logistic, logisticFamily } from "../../../test/fixtures/logistic-distribution.ts";
import { faults } from "./index.ts";

it("the skeleton of the guide keeps the contract", () => {
  expect(faults(logistic(2, 0.5))).toEqual([]);
  expect(faults(logisticFamily.create(-1e3, 40))).toEqual([]);
  expect(() => logistic(0, 0)).toThrow(/logistic\.scale/);
});

it("the guide shows the skeleton that is tested", () => {
  const guide = readFileSync(new URL("../../../docs/adding/distribution.md", import.meta.url), "utf8");
  const fixture = readFileSync(new URL("../../../test/fixtures/logistic-distribution.ts", import.meta.url), "utf8");
  const shown = /```ts\n([\s\S]*?)```/.exec(guide)![1]!;
  expect(shown).toBe(fixture.replaceAll("../../src/math/distributions/", "./").replaceAll("../../src/math/", "../"));
});
