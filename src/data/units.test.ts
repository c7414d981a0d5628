import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert, divideUnits, formatUnit, multiplyUnits, parseUnit, powerUnit, sameUnit } from "./units.ts";

describe("units", () => {
  it.each([
    ["1/week", "1/7/day", 1],
    ["person/week", "person/day", 1 / 7],
    ["kg", "g", 1000],
    ["lb", "kg", 0.45359237],
    ["percent", "1", 0.01],
    ["year", "day", 365.2425],
    ["t/year", "kg/year", 1000],
  ])("one %s is %s", (from, to, value) => {
    if (to === "1/7/day") return expect(convert(1, from, "1/day")).toBeCloseTo(1 / 7, 15);
    expect(convert(1, from, to)).toBeCloseTo(value, 12);
  });

  it("keeps what is counted apart", () => {
    expect(() => convert(1, "person", "death")).toThrow(/person cannot be converted to death/);
    expect(() => convert(1, "USD", "MXN")).toThrow(/cannot be converted/);
    expect(sameUnit(parseUnit("USD"), parseUnit("USD_2023"))).toBe(false);
    expect(sameUnit(parseUnit("week"), parseUnit("day"))).toBe(false);
  });

  it("names an unknown unit and the nearest known one", () => {
    expect(() => parseUnit("persn/week")).toThrow(/persn.*did you mean person\?/s);
    expect(() => parseUnit("person//week")).toThrow();
    expect(() => parseUnit("")).toThrow();
  });

  it("reads back what it writes, and keeps the laws of powers", () => {
    const unit = fc
      .array(fc.tuple(fc.constantFrom("person", "week", "kg", "USD", "death"), fc.integer({ min: -3, max: 3 })), {
        maxLength: 4,
      })
      .map((factors) =>
        factors.reduce((all, [name, power]) => multiplyUnits(all, powerUnit(parseUnit(name), power)), parseUnit("1")),
      );
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        expect(sameUnit(parseUnit(formatUnit(a)), a)).toBe(true);
        expect(sameUnit(divideUnits(multiplyUnits(a, b), b), a)).toBe(true);
        expect(sameUnit(powerUnit(powerUnit(a, 2), 0.5), a)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
