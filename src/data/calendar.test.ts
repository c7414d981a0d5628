import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateOf, isDate, lengthInWeeks, overlapInWeeks, periodOf, weekOf } from "./calendar.ts";

describe("the calendar", () => {
  it("counts weeks from 1 January 2012", () => {
    expect(weekOf("2012-01-01")).toBe(0);
    expect(dateOf(520)).toBe("2021-12-19");
    expect(weekOf("2022-12-31")).toBeCloseTo(573.857142857, 9);
    expect(weekOf("2011-12-25")).toBe(-1);
  });

  it("agrees with the calendar of the host and comes back to every date", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1600-01-02"), max: new Date("2999-12-30"), noInvalidDate: true }), (day) => {
        const date = day.toISOString().slice(0, 10);
        expect(dateOf(weekOf(date))).toBe(date);
        expect(weekOf(date) * 7).toBeCloseTo((Date.parse(date) - Date.UTC(2012, 0, 1)) / 86_400_000, 6);
        expect(addDays(addDays(date, 1), -1)).toBe(date);
      }),
      { seed: 2 },
    );
  });

  it.each([
    ["2021", "2021-01-01", "2022-01-01"],
    ["FY2023", "2022-10-01", "2023-10-01"],
    ["12mo-2023-04", "2022-05-01", "2023-05-01"],
    ["2012H1", "2012-01-01", "2012-07-01"],
    ["2021Q3", "2021-07-01", "2021-10-01"],
    ["2023-06", "2023-06-01", "2023-07-01"],
    ["2024-02-29", "2024-02-29", "2024-03-01"],
    ["2012/2021", "2012-01-01", "2022-01-01"],
    ["2018-12-01/2023-10-05", "2018-12-01", "2023-10-06"],
  ])("reads the period %s", (text, start, end) => {
    expect(periodOf(text)).toMatchObject({ start, end });
  });

  it.each(["2023-02-30", "2023-13", "FY23", "yesterday", "", "2023/2022", "1500"])("refuses the period %j", (text) => {
    expect(() => periodOf(text)).toThrow(/is not a (period|date)/);
    expect(isDate(text)).toBe(false);
  });

  it("tells lengths and overlaps", () => {
    expect(lengthInWeeks(periodOf("2024"))).toBeCloseTo(366 / 7, 12);
    expect(overlapInWeeks(periodOf("2022"), periodOf("FY2023"))).toBeCloseTo(92 / 7, 12);
    expect(overlapInWeeks(periodOf("2021"), periodOf("2022"))).toBe(0);
  });
});
