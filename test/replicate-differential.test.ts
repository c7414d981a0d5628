import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialSizes } from "../src/data/network.ts";
import { plainCore, plainNetwork } from "../src/studies/replications/plain-core.ts";
import { replicateScience2023, studyNetwork } from "../src/studies/replications/science-2023.ts";
import { PUBLISHED, type StudyParameters } from "../src/studies/replications/science-2023-model.ts";
import type { Policy } from "../src/studies/replications/science-2023-policies.ts";

const SERIES = ["members", "deaths", "recruits", "arrests", "departures"] as const;
const network = studyNetwork();
const plain = plainNetwork(network);

/** The independent check: RK4 by hand in steps of a sixteenth of a week, with the factors of the policies in force. */
function byHand(parameters: StudyParameters, weeks: number, policies: readonly Policy[] = []) {
  const at = (week: number) => {
    const now = { ...parameters };
    for (const policy of policies) if (policy.week <= week) now[policy.parameter] *= policy.factor;
    return now;
  };
  return plainCore(plain, initialSizes(network, parameters.initialMembers), at, weeks, 16);
}

/** The largest difference of two series as a share, with a floor of one person; NaN counts as infinite. */
function apart(a: readonly number[], b: readonly number[], end: number): number {
  let worst = 0;
  for (let week = 0; week < end; week++) {
    const difference = Math.abs(a[week]! - b[week]!) / Math.max(1, Math.abs(b[week]!));
    worst = difference <= worst ? worst : Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return worst;
}

/** Even over the range: a random double would nearly always be tiny. */
const upTo = (most: number) => fc.integer({ min: 0, max: 1_000_000 }).map((part) => (most * part) / 1_000_000);
const box = fc.record({
  recruitment: upTo(0.01),
  incapacitation: upTo(500),
  conflict: upTo(5e-8),
  saturation: upTo(2e-7),
});
/** Corners, and a collapse within the rounding of a whole week. */
const corners = [
  [0, 500, 0, 0],
  [0, 499.99998461892187, 0, 0],
  [0.01, 0, 0, 0],
  [0.01, 500, 5e-8, 2e-7],
  [0, 0, 5e-8, 2e-7],
].map(([recruitment, incapacitation, conflict, saturation]) => ({
  recruitment: recruitment!,
  incapacitation: incapacitation!,
  conflict: conflict!,
  saturation: saturation!,
}));

describe("the compiled core against the one by hand", () => {
  it("gives the same ten years over the whole box of parameters, and collapses in the same week", () => {
    let collapses = 0;
    fc.assert(
      fc.property(box, (rates) => {
        const parameters = { ...PUBLISHED, ...rates };
        const compiled = replicateScience2023({ parameters });
        const hand = byHand(parameters, 520);
        const gone =
          compiled.status === "ok" ? undefined : Number(/^collapsed in week (\d+)$/.exec(compiled.status)![1]);
        const end = gone ?? 521;
        // Where both do not agree on the week, what the one by hand has left in it is rounding.
        if (hand.collapsed !== gone) expect(hand.members[end]).toBeLessThan(1e-3);
        if (gone !== undefined) collapses++;
        for (const series of SERIES) {
          expect(compiled[series]).toHaveLength(521);
          // What is left of 115,000 just before a collapse carries the rounding of all of them.
          expect(apart(compiled[series], hand[series], end)).toBeLessThan(gone === undefined ? 1e-10 : 1e-6);
          expect(compiled[series].slice(end).every((value) => value === 0)).toBe(true);
          expect(compiled[series].every((value) => value >= 0)).toBe(true);
        }
        for (const [i, { final }] of compiled.groups.entries()) {
          if (gone !== undefined) expect(final).toBe(0);
          else expect(Math.abs(final - hand.final[i]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, hand.final[i]!));
        }
      }),
      { numRuns: 35, seed: 20231005, unbiased: true, examples: corners.map((rates) => [rates] as [typeof rates]) },
    );
    expect(collapses).toBeGreaterThan(3);
  }, 100_000);

  it.each([
    // Groups of very different rates end together.
    { recruitment: 9.7e-5, incapacitation: 2_165, conflict: 2.9e-6, saturation: 1e-8, initialMembers: 68_932 },
    { recruitment: 0.0089, incapacitation: 191, conflict: 6.5e-9, saturation: 7.7e-5, initialMembers: 4_442 },
    // Gone at once, and never gone.
    { recruitment: 6e-4, incapacitation: 1_483_162, conflict: 1e-10, saturation: 8e-10, initialMembers: 1.26 },
    { recruitment: 0.5, incapacitation: 100, conflict: 1e-7, saturation: 1e-6, initialMembers: 1_000 },
  ])("gives the same far outside the box: %j", (parameters) => {
    const compiled = replicateScience2023({ parameters, weeks: 60 });
    const hand = plainCore(plain, initialSizes(network, parameters.initialMembers), () => parameters, 60, 256);
    expect(compiled.status).toBe(hand.collapsed === undefined ? "ok" : `collapsed in week ${hand.collapsed}`);
    expect(apart(compiled.members, hand.members, hand.collapsed ?? 61)).toBeLessThan(1e-5);
  });

  it("gives the same under policies, one on top of the other, from the first week to the last", () => {
    const policies: Policy[] = [
      { parameter: "incapacitation", factor: 2, week: 0 },
      { parameter: "incapacitation", factor: 0.25, week: 30 },
      { parameter: "recruitment", factor: 0, week: 77 },
      { parameter: "conflict", factor: 3, week: 30 },
      { parameter: "conflict", factor: 0.5, week: 30 },
      { parameter: "saturation", factor: 1.5, week: 104 },
      { parameter: "recruitment", factor: 5, week: 104 },
    ];
    const compiled = replicateScience2023({ weeks: 104, policies });
    const hand = byHand(PUBLISHED, 104, policies);
    for (const series of SERIES) expect(apart(compiled[series], hand[series], 105)).toBeLessThan(1e-11);
    expect(compiled.arrests[0]).toBe(220);
    expect(compiled.arrests[29]).toBe(220);
    expect(compiled.arrests[30]).toBe(55);
    expect(compiled.recruits[76]).toBeGreaterThan(200);
    expect(compiled.recruits[77]).toBe(0);
    expect(compiled.departures[104]! / compiled.departures[103]!).toBeGreaterThan(1.4);
  });
});
