import { describe, expect, it } from "vitest";
import { minimizeInBox } from "../../math/quasi-newton.ts";
import { studyNetwork } from "./science-2023.ts";
import { calibrateScience2023 } from "./science-2023-calibration.ts";
import { FITTED, STUDY_FIT, studyObjective, studyTarget } from "./science-2023-objective.ts";

const network = studyNetwork();
const target = studyTarget();
const value = studyObjective(network, target);

describe("the study's objective", () => {
  it("passes through the annual numbers at the start of their years, and goes on straight after the last", () => {
    // 2013: 23,063 homicides and 17,614 missing; 2021: 35,625 and 22,470.
    expect(target[51]! * 52).toBeCloseTo(23_063 + 17_614, 8);
    expect(target[467]! * 52).toBeCloseTo(35_625 + 22_470, 8);
    expect(target[519]! - 2 * target[500]! + target[481]!).toBeCloseTo(0, 8);
    expect(target).toHaveLength(520);
  });

  it("lies within 0.2 % of the printed 37,963.557 at the study's optimum", () => {
    expect(value(STUDY_FIT.optimum) / STUDY_FIT.objective - 1).toBeCloseTo(0.00175, 5);
  });

  it("says what is missing where the evidence is", () => {
    expect(() => studyTarget({})).toThrow(/mx_homicides_prieto of 2012/);
  });
});

describe("the study's calibration again", () => {
  const found = calibrateScience2023(network, { target });

  it("finds a better point than the study's in its box, a thousandth lower, on the same bound of incapacitation", () => {
    expect(found.optimum.objective).toBeLessThan(found.published.objective);
    expect(found.optimum.gain).toBeLessThan(0.001);
    expect(found.optimum.onBound).toEqual({ incapacitation: "low", initialMembers: "high" });
    expect(found.optimum.parameters.recruitment).toBeCloseTo(2.5855e-3, 7);
    expect(found.optimum.parameters.conflict).toBeCloseTo(1.5479e-8, 12);
    expect(found.optimum.parameters.saturation).toBeCloseTo(5.163e-8, 11);
  });

  it("puts the optimum on both bounds of the study for less than a thousandth more", () => {
    const bound = found.held.find(
      ({ parameter, onBound }) => parameter === "saturation" && onBound.saturation === "low",
    )!;
    expect(bound.onBound.incapacitation).toBe("low");
    expect(bound.parameters.saturation).toBe(4e-8);
    expect(bound.rise).toBeGreaterThan(0);
    expect(bound.rise).toBeLessThan(0.001);
    expect(Math.abs(bound.parameters.recruitment / STUDY_FIT.optimum[0] - 1)).toBeLessThan(0.001);
    expect(Math.abs(bound.parameters.conflict / STUDY_FIT.optimum[2] - 1)).toBeLessThan(0.001);
  });

  it("ends twenty early-stopping starts at twenty points within a per cent of each other", () => {
    const { ends, spread, ranges } = found.starts;
    expect(ends).toHaveLength(20);
    expect(new Set(ends.map(({ parameters }) => parameters.saturation)).size).toBe(20);
    expect(spread).toBeGreaterThan(0);
    expect(spread).toBeLessThan(0.01);
    expect(ranges.saturation[1] / ranges.saturation[0]).toBeGreaterThan(2);
    for (const [i, name] of FITTED.entries()) {
      expect(ranges[name][0]).toBeGreaterThanOrEqual(STUDY_FIT.low[i]!);
      expect(ranges[name][1]).toBeLessThanOrEqual(STUDY_FIT.high[i]!);
    }
  });

  it("has one valley: a strict fit comes to the same objective from anywhere", () => {
    for (const start of [STUDY_FIT.low, STUDY_FIT.high]) {
      const strict = minimizeInBox({ value, low: STUDY_FIT.low, high: STUDY_FIT.high, start });
      expect(strict.value / found.optimum.objective - 1).toBeCloseTo(0, 7);
    }
  });

  it("cannot tell incapacitation, saturation, the members of 2012 or the share from deaths", () => {
    expect(found.notIdentified).toEqual(["incapacitation", "saturation", "initialMembers", "share"]);
    for (const { rise } of found.held) expect(rise).toBeGreaterThan(-1e-9);
    const told = found.held.filter(({ parameter }) => parameter === "recruitment" || parameter === "conflict");
    expect(Math.min(...told.map(({ rise }) => rise))).toBeGreaterThan(0.1);
  });
});
