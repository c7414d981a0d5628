import type { ParameterDeclaration } from "../model/declare.ts";
import { type CartelMechanism, counter } from "./cartel-mechanism.ts";

export type ReentryParameters = Readonly<
  Record<"sentence" | "rejoining" | "prisonMortality" | "imprisonedAtStart", ParameterDeclaration>
>;

/**
 * Prison that ends: members who are arrested serve a sentence, and some of those released rejoin the group they came from.
 *
 *     dP_i/dt = arrested_i − P_i/T − μ·P_i;   dC_i/dt = … + φ·P_i/T
 *
 * Prieto-Curiel 2025, "Why Locking Up Cartel Members Does not Work", has T from the sentences of a survey of people in
 * prison (ENPOL 2021) weighted by their inverse, for a flow and not a stock, and returns everyone (φ = 1).
 */
export function prisonReentry(parameters: ReentryParameters): CartelMechanism {
  const flow = (about: string, equation: string) => ({
    about,
    over: "group",
    unit: "person/week",
    equation,
  });
  const sum = (about: string, of: string) => ({ about, unit: "person/week", equation: `total(${of})` });
  return {
    parameters,
    stocks: {
      imprisoned: {
        about: "members of a group who are in prison",
        over: "group",
        unit: "person",
        initial: "imprisonedAtStart * initialShare",
        inflows: ["arrested"],
        outflows: ["released", "diedInPrison"],
      },
      releasedSoFar: counter("members released since the start", "releases"),
      diedInPrisonSoFar: counter("members who died in prison since the start", "deathsInPrison"),
      rejoinedSoFar: counter("members who rejoined a group after prison since the start", "returns"),
    },
    flows: {
      released: flow("members of a group who are released", "imprisoned / sentence"),
      diedInPrison: flow("members of a group who die in prison", "prisonMortality * imprisoned"),
      rejoined: flow("people who rejoin their group after prison", "rejoining * released"),
      releases: sum("members of all groups who are released", "released"),
      deathsInPrison: sum("members of all groups who die in prison", "diedInPrison"),
      returns: sum("people who rejoin a group after prison", "rejoined"),
    },
    outcomes: [
      {
        id: "imprisoned",
        about: "members of all groups who are in prison",
        unit: "person",
        equation: "total(imprisoned)",
        afterEvent: "zero",
      },
      {
        id: "rejoined",
        about: "people who rejoin a group after prison",
        unit: "person/week",
        equation: "returns",
        caredForBy: ["US", "Mexico"],
        direction: "lower",
        afterEvent: "zero",
      },
      {
        id: "died-in-prison-so-far",
        about: "members who died in prison since the start",
        unit: "person",
        equation: "diedInPrisonSoFar",
        caredForBy: ["Mexico"],
        direction: "lower",
        afterEvent: "hold",
      },
      {
        id: "rejoined-so-far",
        about: "people who rejoined a group after prison since the start",
        unit: "person",
        equation: "rejoinedSoFar",
        afterEvent: "hold",
      },
    ],
    gains: [{ flow: "rejoined", counter: "rejoinedSoFar" }],
    checks: [
      { id: "imprisoned", nonNegative: "imprisoned" },
      {
        id: "conservation-prison",
        conserved: "imprisoned",
        gained: ["arrestedSoFar"],
        lost: ["releasedSoFar", "diedInPrisonSoFar"],
        tolerance: 1e-9,
      },
    ],
  };
}
