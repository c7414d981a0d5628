import { describe, expect, it } from "vitest";
import { cohortNames, replicateCohort2025 } from "./cohort-2025.ts";
import { chainOf } from "./cohort-2025-chain.ts";
import { shockOf } from "./cohort-2025-shock.ts";

const run = replicateCohort2025();
const at = (date: string) => run.members[run.dates.indexOf(date)]!;

describe("cohort-2025, members week by week", () => {
  it("has the numbers printed for 2000, 2012, 2022 and the end", () => {
    expect([at("1999-12-31"), at("2011-12-30"), at("2021-12-31"), run.members.at(-1)!].map(Math.round)).toEqual([
      84_014, 125_210, 169_635, 304_964,
    ]);
    expect(run.dates).toHaveLength(4_229);
    expect([run.dates[0], run.dates.at(-1)]).toEqual(["1965-01-01", "2046-01-12"]);
  });

  it("is the recursion written out by hand, to nine digits", () => {
    // Of a script of its own in another language: weeks 1826, 2452, 2974 and 4228.
    const printed = [84014.395843665, 125209.55927871958, 169635.22381531572, 304963.75707511103];
    [1_826, 2_452, 2_974, 4_228].forEach((week, i) => {
      expect(Math.abs(run.members[week]! / printed[i]! - 1)).toBeLessThan(1e-9);
    });
    const [rho, arrest, killing] = [370 / 175_000, 5_700 / 52 / 175_000, 6_500 / 52 / 175_000];
    let active = 23_000;
    for (let week = 1; week <= 4_228; week++) {
      const [recruited, before] = [rho * active, active];
      active = before + recruited;
      active *= (1 - arrest) * (1 - killing);
      active -= ((rho - arrest - killing) / 600_000) * active ** 2;
      expect(Math.abs(run.members[week]! / active - 1)).toBeLessThan(1e-9);
      expect(run.recruited[week]! / recruited).toBeCloseTo(1, 9);
    }
  });

  it("loses and makes nobody, and settles where it is said to", () => {
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    const left = 23_000 + sum(run.recruited) - sum(run.arrested) - sum(run.killed) - sum(run.retired);
    expect(left / run.members.at(-1)!).toBeCloseTo(1, 12);
    const rates = { recruitment: 0.002, arrest: 5e-4, killing: 5e-4, retirement: 0.001 / 600_000 };
    expect(chainOf(23_000, rates, 40_000).members.at(-1)! / 600_000).toBeCloseTo(1, 2);
  });
});

describe("cohort-2025, the people born in 1990", () => {
  const { cohort, years } = run;

  it.each([
    ["recruited", 15_519, 0.03],
    ["killed", 6_332, 0.03],
    ["arrested", 5_600, 0.03],
    ["retired", 3_586, 0.03],
  ] as const)("are %s within 3 %% of %i", (exit, printed, tolerance) => {
    expect(Math.abs(cohort[exit].people / printed - 1)).toBeLessThan(tolerance);
  });

  it("leave by one door each, and none is left in 2045", () => {
    const gone = cohort.killed.people + cohort.arrested.people + cohort.retired.people;
    expect(gone + cohort.active).toBeCloseTo(cohort.recruited.people, 6);
    expect(cohort.active).toBeLessThan(1);
  });

  it("have the mean ages that are printed", () => {
    expect(cohort.recruited.meanAge).toBeCloseTo(25.65, 0.9);
    expect(cohort.meanAgeOfAll.recruited).toBeCloseTo(25, 6);
    expect(cohort.meanAgeOfAll.killed).toBeCloseTo(32.4, 1);
    expect(cohort.meanAgeOfAll.arrested).toBeCloseTo(32.4, 1);
    expect(cohort.meanAgeOfAll.retired).toBeCloseTo(47.6, 1);
  });

  it("spend the shares of their years that are printed, within 0.01", () => {
    expect(years.possible / 673_000).toBeCloseTo(1, 1);
    const printed = { killed: 0.334, retired: 0.118, prison: 0.072, prisonAgain: 0.091 };
    for (const [share, value] of Object.entries(printed))
      expect(Math.abs(years[share as keyof typeof printed] - value), share).toBeLessThan(0.01);
  });

  it("are in prison twice as long where sentences are twice as long, and for less than a sixth of their years", () => {
    const doubled = replicateCohort2025({ sentenceFactor: 2 }).years;
    expect(doubled.prison / years.prison).toBeCloseTo(2, 12);
    expect(Math.abs(doubled.prison - 0.144)).toBeLessThan(0.01);
    expect(doubled.killed).toBe(years.killed);
  });
});

describe("cohort-2025, shocks", () => {
  it.each([
    [0, 0.99304, 0.97332, 25_000],
    [2, 1.00634, 1.02479, 24_189],
    [3, 1.01212, 1.04787, 23_427],
    [6, 1.02664, 1.10834, 21_398],
    [11, 1.04366, 1.18679, 18_679],
  ])("of conflict × %i change killings to the digits printed", (factor, killings, tenYears, fewest) => {
    const shock = run.shocks.find((one) => one.factor === factor)!;
    // 1.043655 is printed as 1.04366.
    expect(Math.abs(shock.killings - killings)).toBeLessThan(5.1e-6);
    expect(Math.abs(shock.killingsOfTenYears - tenYears)).toBeLessThan(5.1e-6);
    expect(Math.round(shock.fewest)).toBe(fewest);
  });

  it("may end in collapse, in the row printed", () => {
    expect(run.collapse.row).toBe(1_158);
    expect(Math.round(run.collapse.before)).toBe(24_330);
    expect(Math.round(run.collapse.after)).toBe(14_598);
    const smaller = shockOf(
      { members: 25_000, recruits: 120, killed: 10, arrested: 50, retired: 60, constantArrests: true },
      30,
    );
    expect(smaller.collapsed).toBeNull();
  });

  it("change nothing where nothing changes", () => {
    const { members, killed } = shockOf({ members: 25_000, recruits: 150, killed: 34, arrested: 40, retired: 76 }, 1);
    for (const [i, size] of members.entries()) expect([size, killed[i]]).toEqual([25_000, 68]);
  });
});

describe("cohort-2025 with bad values", () => {
  it.each([
    [{ recruts: 1 }, /unknown parameter: recruts.*did you mean recruits/],
    [{ recruits: -1 }, /recruits.*from 0.*-1/],
    [{ members: Number.NaN }, /members.*NaN/],
    [{ retirementPower: 1.5 }, /whole number from 0 to 40/],
    [{ oldest: 60 }, /oldest.*to 48/],
    [{ recruits: 0 }, /do not fit together/],
    [{ youngest: 40 }, /youngest.*oldest/],
  ])("%j is refused", (given, message) => {
    expect(() => replicateCohort2025(given as Record<string, number>)).toThrow(message);
  });

  it("has a value for every name", () => {
    expect(cohortNames().length).toBeGreaterThan(20);
    expect(Object.keys(run.parameters)).toEqual(cohortNames());
  });
});
