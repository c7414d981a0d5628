import { describe, expect, it } from "vitest";
import { assignments, DEFAULT_SEED, numberOf, oneOf, positiveInteger, seedOf, workersOf } from "../src/cli/options.ts";

describe("whole numbers", () => {
  it("are read", () => {
    expect(positiveInteger("--draws", "1000")).toBe(1000);
    expect(positiveInteger("--draws", "+7", { max: 7 })).toBe(7);
    expect(seedOf("0")).toBe(0);
    expect(seedOf(undefined)).toBe(DEFAULT_SEED);
    expect(workersOf("256")).toBe(256);
  });

  it.each(["", "0", "-1", "1.5", "1e3", "0x10", " 5", "1,000", "NaN", "Infinity", "9007199254740993", "one"])(
    "refuse %j",
    (text) => {
      expect(() => positiveInteger("--draws", text)).toThrow(
        /^--draws cannot be read; expected a whole number from 1, rec/,
      );
    },
  );

  it("keep to their bounds", () => {
    expect(() => workersOf("257")).toThrow("expected a whole number from 1 to 256, received 257");
    expect(() => seedOf("-1")).toThrow("--seed cannot be read; expected a whole number from 0");
  });
});

describe("numbers and words", () => {
  it("are read and refused by name", () => {
    expect(numberOf("--set recruitment", "2.5e-3")).toBe(0.0025);
    expect(() => numberOf("--set recruitment", "2,5", { low: 0 })).toThrow("expected a number from 0, received 2,5");
    expect(() => numberOf("--set recruitment", "1e999")).toThrow("received 1e999");
    expect(() => numberOf("--set share", "1.5", { low: 0, high: 1 })).toThrow("a number from 0 to 1");
    expect(oneOf("--form", "published", ["published", "saturating"])).toBe("published");
    expect(() => oneOf("--form", "satrating", ["published", "saturating"])).toThrow("did you mean saturating?");
  });
});

describe("assignments", () => {
  it("are read in order, and repeated ones are one", () => {
    const read = assignments("--set", ["a=1", "b=x=y", "a=1.0", "theta[1]=2"]);
    expect([...read]).toEqual([
      ["a", "1.0"],
      ["b", "x=y"],
      ["theta[1]", "2"],
    ]);
  });

  it.each([
    [["a"], "expected name=value, received a"],
    [["a="], "expected name=value"],
    [["=1"], "a name of letters and digits"],
    [["a=1", "a=2"], "--set sets a twice, to 1 and to 2"],
    [["__proto__=1"], "__proto__ cannot be set"],
    [["constructor=1"], "constructor cannot be set"],
    [["a b=1"], "a name of letters and digits"],
  ])("refuse %j", (texts, message) => {
    expect(() => assignments("--set", texts)).toThrow(message);
  });
});
