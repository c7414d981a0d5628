import { describe, expect, it } from "vitest";
import { replicateScience2023 } from "./science-2023.ts";

// Weeks 0, 260 and 520 of the published equations: members, recruits, arrests, deaths, departures (persons, persons a week).
const TABLE = [
  [0, 115_000, 290.7, 110, 67.2, 27.7],
  [260, 140_783, 355.8, 110, 90.8, 42.0],
  [520, 173_837, 439.4, 110, 124.3, 64.1],
] as const;

describe("science-2023", () => {
  const run = replicateScience2023();
  it.each(TABLE)("week %i", (week, members, recruits, arrests, deaths, departures) => {
    expect(run.members[week]).toBeCloseTo(members, 0);
    expect(Math.abs(run.recruits[week]! - recruits)).toBeLessThanOrEqual(0.05);
    expect(run.arrests[week]).toBe(arrests);
    expect(Math.abs(run.deaths[week]! - deaths)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(run.departures[week]! - departures)).toBeLessThanOrEqual(0.05);
  });
  it("gives 173,836.9537 members at week 520", () => {
    expect(run.members[520]).toBeCloseTo(173_836.9537, 3);
  });
});
