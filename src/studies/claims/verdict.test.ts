import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { weakestGrade } from "../../data/parameter.ts";
import { leaningOfShares } from "./nationality.ts";
import { leaningOfLeads } from "./overdose.ts";
import { THRESHOLDS } from "./thresholds.ts";
import {
  type Leaning,
  leaningOfChain,
  leaningOfDraws,
  leaningOfFall,
  leaningOfRise,
  VERDICTS,
  verdictOf,
} from "./verdict.ts";

const page = readFileSync(join(import.meta.dirname, "../../../docs/guide/verdicts.md"), "utf8");
const LEANINGS: readonly Leaning[] = ["for", "rather for", "against", "open"];

describe("the page of the rules", () => {
  it("has the thresholds of the program, all of them and no other", () => {
    const told = Object.fromEntries(
      [...page.matchAll(/^\| `(\w+)` \| ([\d.]+) \|/gm)].map(([, name, value]) => [name, Number(value)]),
    );
    expect(told).toEqual(THRESHOLDS);
  });

  it("names every threshold in the rule of a claim, and every verdict", () => {
    const rules = page.slice(page.indexOf("## C1"));
    for (const name of Object.keys(THRESHOLDS)) expect(rules).toContain(`\`${name}\``);
    for (const verdict of VERDICTS)
      expect(page).toContain(`**${verdict}**`.replace("this evidence**", "this\nevidence**"));
  });
});

describe("verdicts", () => {
  it("are never plain on grade C", () => {
    for (const leaning of LEANINGS)
      for (const original of [true, false])
        for (const exact of [true, false])
          expect(["supported with a caveat", "cannot be told from this evidence"]).toContain(
            verdictOf(leaning, { grade: "C", original, exact }),
          );
  });

  it("do not rest on copies alone", () => {
    for (const leaning of LEANINGS)
      for (const grade of ["A", "B", "C"] as const)
        expect(verdictOf(leaning, { grade, original: false, exact: true })).toBe("cannot be told from this evidence");
  });

  it("follow the table of the page", () => {
    const footing = { grade: "A", original: true, exact: true } as const;
    expect(LEANINGS.map((leaning) => verdictOf(leaning, footing))).toEqual([
      "supported",
      "supported with a caveat",
      "not supported",
      "cannot be told from this evidence",
    ]);
    expect(verdictOf("for", { ...footing, exact: false })).toBe("supported with a caveat");
    expect(verdictOf("against", { ...footing, exact: false })).toBe("not supported");
    expect(verdictOf("for", { ...footing, grade: "B" })).toBe("supported");
  });
});

describe("leanings", () => {
  it("of draws take the weaker reading for a claim and the stronger one against it", () => {
    const of = (...shares: number[]) => leaningOfDraws(shares, THRESHOLDS.enoughDraws);
    expect(of(0.95, 0.9)).toBe("for");
    expect(of(0.95, 0.899)).toBe("rather for");
    expect(of(0.95, 0.66)).toBe("rather for");
    expect(of(0.95, 0.659)).toBe("open");
    expect(of(0.1, 0)).toBe("against");
    expect(of(0.101, 0)).toBe("open");
  });

  it("of draws are open with too few of them, and where something is no number", () => {
    expect(leaningOfDraws([1, 1], 399)).toBe("open");
    expect(leaningOfDraws([1, 1], Number.NaN)).toBe("open");
    expect(leaningOfDraws([1, Number.NaN], 4000)).toBe("open");
    expect(leaningOfDraws([0, Number.NaN], 4000)).toBe("open");
    expect(leaningOfDraws([], 4000)).toBe("open");
  });

  it("of leads need both of them", () => {
    expect(leaningOfLeads(1.5, 1.5)).toBe("for");
    expect(leaningOfLeads(1.49, 9)).toBe("rather for");
    expect(leaningOfLeads(9, 1)).toBe("open");
    expect(leaningOfLeads(9, 0.7)).toBe("open");
    expect(leaningOfLeads(9, 0.66)).toBe("against");
    expect(leaningOfLeads(Number.NaN, 9)).toBe("open");
  });

  it("of shares leave what is between few and most to the reader", () => {
    expect(leaningOfShares([0.5, 0.7])).toBe("for");
    expect(leaningOfShares([0.49, 0.7])).toBe("open");
    expect(leaningOfShares([0.1, 0.05])).toBe("against");
    expect(leaningOfShares([0.11, 0.05])).toBe("open");
    expect(leaningOfShares([Number.NaN, 0.7])).toBe("open");
    expect(leaningOfShares([Number.NaN, 0.01])).toBe("open");
  });

  it("of bands take the middle nine tenths and the middle half, whatever the reading", () => {
    const band = (median: number) => ({
      median,
      interval50: [median - 0.1, median + 0.1] as const,
      interval90: [median - 0.3, median + 0.3] as const,
    });
    const fall = (...medians: number[]) => leaningOfFall(medians.map(band), -0.5, THRESHOLDS.enoughForBands);
    expect(fall(-0.8, -0.9)).toBe("for");
    expect(fall(-0.8, -0.79)).toBe("rather for");
    expect(fall(-0.8, -0.59)).toBe("open");
    expect(fall(-0.19, 0)).toBe("against");
    expect(fall(-0.2, 0)).toBe("open");
    expect(fall(-0.8, Number.NaN)).toBe("open");
    expect(leaningOfFall([], -0.5, 4000)).toBe("open");
    expect(leaningOfFall([band(-0.9)], -0.5, 199)).toBe("open");
    expect(leaningOfRise([band(0.8)], 0.5, 400)).toBe("for");
    expect(leaningOfRise([band(-0.8)], 0.5, 400)).toBe("against");
  });

  it("of chains are those of the weakest link", () => {
    expect(leaningOfChain(["for", "for"])).toBe("for");
    expect(leaningOfChain(["for", "rather for"])).toBe("rather for");
    expect(leaningOfChain(["open", "rather for"])).toBe("open");
    expect(leaningOfChain(["open", "against", "for"])).toBe("against");
    expect(leaningOfChain([])).toBe("open");
    expect(weakestGrade(["A", "B"])).toBe("B");
    expect(weakestGrade(["A", "C", "B"])).toBe("C");
    expect(weakestGrade(["A"])).toBe("A");
    expect(weakestGrade([])).toBe("C");
  });
});
