import { describe, expect, it } from "vitest";
import { type Network, networkOf } from "../../data/network.ts";
import { FronteraError } from "../../errors.ts";
import { replicateScience2023, type Science2023Options, studyNetwork } from "./science-2023.ts";
import { PUBLISHED } from "./science-2023-model.ts";
import type { Policy } from "./science-2023-policies.ts";

// Weeks 0, 260 and 520 of the published equations: members, recruits, arrests, deaths, departures (persons, persons a week).
const TABLE = [
  [0, 115_000, 290.7, 110, 67.2, 27.7],
  [260, 140_783, 355.8, 110, 90.8, 42.0],
  [520, 173_837, 439.4, 110, 124.3, 64.1],
] as const;

/** Whether a number rounds to what is printed. */
function prints(value: number | undefined, printed: number, decimals: number): void {
  expect(Number(value!.toFixed(decimals))).toBe(printed);
}

const change = (after: number, before: number) => 100 * (after / before - 1);

describe("science-2023 as published", () => {
  const run = replicateScience2023({ weeks: 780 });

  it.each(TABLE)("week %i to the printed digits", (week, members, recruits, arrests, deaths, departures) => {
    prints(run.members[week], members, 0);
    prints(run.recruits[week], recruits, 1);
    expect(run.arrests[week]).toBe(arrests);
    prints(run.deaths[week], deaths, 1);
    prints(run.departures[week], departures, 1);
  });

  it("gives ten digits of the members of week 520 and of week 572", () => {
    expect(run.members[520]).toBeCloseTo(173_836.9537, 4);
    expect(run.members[572]).toBeCloseTo(181_305.5865, 4);
  });

  it("gives business as usual five years on", () => {
    prints(run.members[780], 213_745, 0);
    prints(run.deaths[780], 169.4, 1);
    prints(change(run.members[780]!, run.members[520]!), 23.0, 1);
    prints(change(run.deaths[780]!, run.deaths[520]!), 36.3, 1);
  });

  it("gives the groups of 2022, in the order of the file", () => {
    const { groups, weeks, status } = replicateScience2023();
    const final = new Map(groups.map((group) => [group.id, group.final]));
    prints(final.get("cartel-jalisco-nueva-generacion"), 28_673, 0);
    prints(final.get("cartel-de-sinaloa"), 17_741, 0);
    expect(groups).toHaveLength(150);
    expect(groups[0]).toMatchObject({ id: "acme", name: "ACME" });
    expect(groups[12]!.name).toBe("Cártel de Sinaloa");
    expect(groups.reduce((sum, group) => sum + group.initial, 0)).toBeCloseTo(115_000, 6);
    expect(groups.reduce((sum, group) => sum + group.final, 0)).toBeCloseTo(173_836.9537, 4);
    expect(weeks).toEqual(Array.from({ length: 521 }, (_, week) => week));
    expect(status).toBe("ok");
  });

  it("has the network of the study", () => {
    const network = studyNetwork();
    expect([network.rivalries.length, network.alliances.length]).toEqual([92, 91]);
    expect(network.strength.filter((strength) => strength === 0)).toHaveLength(36);
  });

  it.each([
    ["incapacitation", 2, 5.9, 1.7, -13.9, -25.4],
    ["recruitment", 0.5, -9.9, -25.8, -26.7, -45.5],
  ] as const)("contrasts of %s × %d", (parameter, factor, members, deaths, membersUsual, deathsUsual) => {
    const changed = replicateScience2023({ weeks: 780, policies: [{ parameter, factor, week: 520 }] });
    prints(change(changed.members[780]!, run.members[520]!), members, 1);
    prints(change(changed.deaths[780]!, run.deaths[520]!), deaths, 1);
    prints(change(changed.members[780]!, run.members[780]!), membersUsual, 1);
    prints(change(changed.deaths[780]!, run.deaths[780]!), deathsUsual, 1);
    expect(changed.members.slice(0, 521)).toEqual(run.members.slice(0, 521));
  });

  it("needs 3.24 years without recruits for deaths to be back at their level of 2012", () => {
    const stopped = replicateScience2023({
      weeks: 780,
      policies: [{ parameter: "recruitment", factor: 0, week: 520 }],
    });
    const { deaths } = stopped;
    const week = deaths.findIndex((value, i) => i > 520 && value <= deaths[0]!);
    const into = (deaths[week - 1]! - deaths[0]!) / (deaths[week - 1]! - deaths[week]!);
    prints((week - 1 + into - 520) / 52, 3.24, 2);
    expect(stopped.recruits[519]).toBeGreaterThan(400);
    expect(stopped.recruits[520]).toBe(0);
  });

  it("shows the rate after the change in a policy's first week, in the last week of the run too", () => {
    const before = replicateScience2023({ weeks: 10 });
    const policies: Policy[] = [
      { parameter: "incapacitation", factor: 2, week: 10 },
      { parameter: "conflict", factor: 0, week: 10 },
    ];
    const after = replicateScience2023({ weeks: 10, policies });
    expect(after.arrests.slice(8)).toEqual([110, 110, 220]);
    expect(after.deaths[10]).toBe(0);
    expect(after.deaths[9]).toBe(before.deaths[9]);
    expect(after.members).toEqual(before.members);
    expect(after.groups).toEqual(before.groups);
    expect(after.policies).toEqual(policies);
  });
});

describe("collapse", () => {
  it("holds every series and every size at exactly 0 from the first whole week without a member", () => {
    const rates = { recruitment: 0, conflict: 0, saturation: 0, incapacitation: 470 };
    const run = replicateScience2023({ parameters: rates });
    // 115,000 / 470 = 244.68 weeks.
    expect(run.status).toBe("collapsed in week 245");
    expect(run.members[244]).toBeCloseTo(115_000 - 244 * 470, 6);
    expect(run.arrests[244]).toBe(470);
    for (const series of [run.members, run.deaths, run.recruits, run.arrests, run.departures]) {
      expect(series).toHaveLength(521);
      expect(series.slice(245).every((value) => value === 0)).toBe(true);
    }
    expect(run.groups.every((group) => group.final === 0 && group.initial > 0)).toBe(true);
  });

  it.each([
    [230, 520],
    [250, 520],
    [200, 201],
    [230, 230],
    [100, 100],
    [50, 5_200],
  ])("that falls on the whole week %i of %i is in that week", (week, weeks) => {
    const rates = { recruitment: 0, conflict: 0, saturation: 0, incapacitation: 115_000 / week };
    const run = replicateScience2023({ parameters: rates, weeks });
    expect(run.status).toBe(`collapsed in week ${week}`);
    expect(run.members[week - 1]).toBeCloseTo(115_000 / week, 5);
    expect(run.members.slice(week).every((value) => value === 0)).toBe(true);
    expect(run.groups.every((group) => group.final === 0)).toBe(true);
    const longer = replicateScience2023({
      parameters: { ...rates, incapacitation: (115_000 / week) * (1 - 1e-7) },
      weeks: week + 2,
    });
    expect(longer.status).toBe(`collapsed in week ${week + 1}`);
  });

  it("of nobody is in week 0, and a policy after a collapse changes nothing", () => {
    const none = replicateScience2023({ parameters: { initialMembers: 0 }, weeks: 3 });
    expect(none.status).toBe("collapsed in week 0");
    expect([none.members, none.arrests]).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    const later = replicateScience2023({
      parameters: { initialMembers: 300 },
      weeks: 20,
      policies: [
        { parameter: "incapacitation", factor: 0, week: 10 },
        { parameter: "incapacitation", factor: 2, week: 20 },
      ],
    });
    expect(later.status).toBe("collapsed in week 3");
    expect(later.arrests.slice(3).every((value) => value === 0)).toBe(true);
  });
});

describe("a network of one's own", () => {
  const rates = { recruitment: 0.004, incapacitation: 0, conflict: 0, saturation: 1e-6 };

  it("may be one group alone, which grows as a logistic curve", () => {
    const network = networkOf([{ id: "one", name: "One", initial: 500 }], []);
    const run = replicateScience2023({ parameters: rates, weeks: 1_000, network });
    const [rho, omega] = [rates.recruitment, rates.saturation];
    for (const week of [0, 1, 300, 1_000]) {
      const growth = Math.exp(rho * week);
      expect(run.members[week]! / ((500 * growth) / (1 + ((500 * omega) / rho) * (growth - 1)))).toBeCloseTo(1, 9);
    }
    expect(run.deaths.every((value) => value === 0)).toBe(true);
    expect(run.parameters).toEqual({ ...rates, initialMembers: 500 });
  });

  it("takes initial members as given, and echoes their sum", () => {
    const groups = [
      { id: "a", name: "A", initial: 900 },
      { id: "b", name: "B", initial: 0 },
      { id: "__proto", name: "C", initial: 100.5 },
    ];
    const network = networkOf(groups, [{ a: "a", b: "b", kind: "rivalry", weight: 3, at: "ties:2" }]);
    const run = replicateScience2023({ network, weeks: 4, parameters: { incapacitation: 1 } });
    expect(run.groups.map((group) => group.initial)).toEqual([900, 0, 100.5]);
    expect(run.parameters.initialMembers).toBe(1_000.5);
    expect(run.members[0]).toBeCloseTo(1_000.5, 10);
    expect(run.groups[1]!.final).toBe(0);
    refuses({ network, parameters: { initialMembers: 1_000.5 } }, "initial-members-twice");
  });

  it("spreads members by rank where none are given", () => {
    const groups = ["x", "y", "z"].map((id) => ({ id, name: id }));
    const network = networkOf(groups, [{ a: "z", b: "y", kind: "alliance", weight: 2, at: "ties:2" }]);
    const run = replicateScience2023({ network, weeks: 1, parameters: { initialMembers: 1_100 } });
    expect(run.groups.map((group) => Number(group.initial.toFixed(9)))).toEqual([200, 600, 300]);
  });

  it("is refused where it is too large", () => {
    const groups = Array.from({ length: 5_001 }, (_, i) => ({ id: `g${i}`, name: `g${i}` }));
    refuses({ network: networkOf(groups, []) }, "too-many-groups");
  });
});

/** The code of the error, whose message must stay on one line. */
function refuses(options: Science2023Options, code: string): void {
  let found: unknown;
  try {
    replicateScience2023(options);
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(FronteraError);
  const { issues, message } = found as FronteraError;
  expect(issues.map((issue) => issue.code)).toEqual([code]);
  expect(message).not.toContain("\n");
}

describe("bad input", () => {
  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("recruitment %d", (recruitment) => {
    refuses({ parameters: { recruitment } }, "bad-parameter");
  });
  it.each([0, -1, 1.5, 5_201, 1e9, Number.NaN])("weeks %d", (weeks) => {
    refuses({ weeks }, "bad-weeks");
  });
  it.each([
    { parameter: "recruitment", factor: -1, week: 3 },
    { parameter: "recruitment", factor: Number.NaN, week: 3 },
    { parameter: "recruitment", factor: 2, week: 11 },
    { parameter: "recruitment", factor: 2, week: -1 },
    { parameter: "recruitment", factor: 2, week: 2.5 },
    { parameter: "initialMembers" as "recruitment", factor: 2, week: 2 },
  ] as const)("policy %j", (policy) => {
    refuses({ weeks: 10, policies: [policy] }, "bad-policy");
  });
  it("a parameter that is not one", () => {
    refuses({ parameters: JSON.parse('{"recruitmnt": 1}') }, "unknown-parameter");
    refuses({ parameters: JSON.parse('{"__proto__": 1}') }, "unknown-parameter");
    expect(() => replicateScience2023({ parameters: JSON.parse('{"recruitmnt": 1}') })).toThrow(
      /did you mean recruitment/,
    );
  });
  it.each([
    { parameters: { recruitment: 1e10 } },
    { parameters: { conflict: 1 } },
    { parameters: { saturation: 1 } },
    { parameters: { recruitment: 11 } },
    { parameters: { initialMembers: 1e300 } },
    { policies: [{ parameter: "conflict", factor: 1e12, week: 200 }] },
  ] as const)("rates that no step can follow: %j", (options) => {
    refuses(options, "not-integrable");
  });
  it("leaves the published values as they are", () => {
    const network: Network = studyNetwork();
    replicateScience2023({ network, parameters: { recruitment: 0.001 }, weeks: 2 });
    expect(PUBLISHED.recruitment).toBe(2.527474e-3);
    expect(replicateScience2023({ weeks: 1 }).parameters).toEqual(PUBLISHED);
  });
});
