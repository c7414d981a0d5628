import { describe, expect, it } from "vitest";
import { observationPeriod, PERIOD_KINDS, type PeriodKind } from "./observation-period.ts";

/** Kind, date, first day, day after the last. */
const READ: readonly (readonly [PeriodKind, string, string, string])[] = [
  ["year", "2021", "2021-01-01", "2022-01-01"],
  ["month", "2023-02", "2023-02-01", "2023-03-01"],
  ["fy", "2023", "2022-10-01", "2023-10-01"],
  ["fy", "FY2023", "2022-10-01", "2023-10-01"],
  ["12m_ending", "2023-04", "2022-05-01", "2023-05-01"],
  ["half_year_ending", "2023-06", "2023-01-01", "2023-07-01"],
  ["half_year_ending", "2023-12", "2023-07-01", "2024-01-01"],
  ["year_end", "2022", "2022-12-31", "2023-01-01"],
  ["cumulative", "2023-10-05", "2023-10-05", "2023-10-06"],
  ["ytd", "2023-11", "2023-01-01", "2023-12-01"],
  ["ytd", "2023-11-23", "2023-01-01", "2023-11-24"],
  ["fytd", "2023-04", "2022-10-01", "2023-05-01"],
  ["fytd", "2023-11", "2023-10-01", "2023-12-01"],
  ["point", "2022-04", "2022-04-01", "2022-05-01"],
  ["point", "2023-07-27", "2023-07-27", "2023-07-28"],
  ["span", "2012/2018", "2012-01-01", "2019-01-01"],
  ["span", "2008-09/2009-02", "2008-09-01", "2009-03-01"],
  ["span_fy", "2014/2019", "2013-10-01", "2019-10-01"],
];

describe("observationPeriod", () => {
  it.each(READ)("%s %s is %s to %s", (kind, date, start, end) => {
    expect(observationPeriod(date, kind)).toMatchObject({ start, end });
  });

  it("has an example of every kind", () => {
    expect(new Set(READ.map(([kind]) => kind))).toEqual(new Set(PERIOD_KINDS));
  });

  it.each([
    ["month", "2023-13"],
    ["month", "2023"],
    ["year", "2021-01"],
    ["half_year_ending", "2023-05"],
    ["year_end", "2022-12-31"],
    ["ytd", "2023"],
    ["point", "2023-02-30"],
    ["span", "2018/2012"],
    ["span_fy", "2014-10/2019"],
    ["fy", ""],
  ] as const)("refuses %s %s", (kind, date) => {
    expect(() => observationPeriod(date, kind)).toThrow(/is not (a|the date of a) (period|date)/);
  });
});
