import { type Network, rankShares } from "../data/network.ts";
import { defineModule, type ModuleDeclaration, type ParameterDeclaration } from "../model/declare.ts";
import { type CartelMechanism, counter } from "./cartel-mechanism.ts";
import type { CartelNetwork } from "./cartel-network.ts";
import { type CartelStructure, structureOf } from "./cartel-structure.ts";
import { killedWithin } from "./killed-within.ts";

/** The parameters that the module needs, by name. */
export type CartelParameters = Readonly<
  Record<
    "recruitment" | "incapacitation" | "conflict" | "saturation" | "initialMembers" | "saturationScale",
    ParameterDeclaration
  >
>;

export interface CartelOptions {
  readonly network: CartelNetwork;
  readonly parameters: CartelParameters;
  /**
   * `published`: arrests at a constant rate until nobody is left, which ends the run (the study as printed).
   * `saturating` (default): arrests fall with the last thousand members, so that nobody is left only in the limit.
   */
  readonly form?: "published" | "saturating";
  /** Every draw brings its own shares, alliances and rivalry weights. */
  readonly perDraw?: boolean;
  /** Names of quantities of other modules that multiply the lethality of conflict and the rate of arrests. */
  readonly multipliers?: { readonly conflict?: readonly string[]; readonly incapacitation?: readonly string[] };
  /**
   * Hazard of members of the targeted group to be killed inside it [1/week]: an expression in names of other modules.
   * Left out, nobody is, and the module has no state for it.
   */
  readonly killedWithin?: string;
  /** Id of the group that `killedWithin` concerns; `los-chapitos` when left out. */
  readonly targetedGroup?: string;
  /** Mechanisms that the study leaves out; none when left out, and the module is then the study's. */
  readonly structure?: CartelStructure;
}

const STUDY = ["prieto_2023"];

/**
 * Cartels as an employer: 150 groups that recruit, lose people to arrest, kill and are killed by rivals, and lose people
 * because large groups are hard to hold together. Members of a group [person], weekly rates.
 *
 *     dC_i/dt = C_i · (ρ − η/ΣC − θ·(M C)_i − ω·C_i),   M_ij = (W_ij + 1)/(a_i + 1) for i ≠ j
 *
 * Source: Prieto-Curiel, Campedelli & Hope 2023, Science 381:1312, doi:10.1126/science.adh2888. The saturating form is a
 * stated departure: arrests are η·tanh(ΣC / 1,000 persons), the same in double precision above 19,000 members.
 */
export function cartels({
  network: tied,
  parameters,
  form = "saturating",
  perDraw = false,
  multipliers: { conflict = [], incapacitation = [] } = {},
  killedWithin: hazard,
  targetedGroup = "los-chapitos",
  structure,
}: CartelOptions): ModuleDeclaration {
  const { saturationScale, ...core } = parameters;
  const saturating = form === "saturating";
  const { network, mechanisms: switched } = structureOf(tied, structure);
  const mechanisms: readonly CartelMechanism[] = [
    ...switched,
    ...(hazard === undefined ? [] : [killedWithin(hazard, network.groups, targetedGroup)]),
  ];
  const effort = mechanisms.find((mechanism) => mechanism.effort !== undefined)?.effort ?? "incapacitationFactor";
  const further = (what: "arrests" | "killed") => mechanisms.flatMap(({ multipliers = {} }) => multipliers[what] ?? []);
  const gains = mechanisms.flatMap((mechanism) => mechanism.gains ?? []);
  const losses = mechanisms.flatMap((mechanism) => mechanism.losses ?? []);
  const factor = (about: string) => ({ about, unit: "1", start: 1, low: 0, high: 10 });
  return defineModule({
    name: "cartels",
    about: "cartels as an employer: recruitment, arrest, conflict and saturation in a network of groups",
    source: STUDY,
    dimensions: { group: network.groups },
    parameters: { ...core, ...(saturating ? { saturationScale } : {}), ...added(mechanisms, "parameters") },
    inputs: {
      initialShare: {
        about: "share of a group in all members at the start",
        over: "group",
        unit: "1",
        values: network.share,
        perDraw,
        source: STUDY,
      },
      alliance: {
        about: "sum of the alliance weights of a group",
        over: "group",
        unit: "1",
        values: network.alliance,
        perDraw,
        source: STUDY,
      },
      ...added(mechanisms, "inputs"),
    },
    matrices: {
      rivalry: {
        about: "weight of the rivalry between two groups",
        over: "group",
        unit: "1",
        matrix: network.rivalry,
        perDraw,
        source: STUDY,
      },
    },
    levers: {
      recruitmentFactor: factor("recruitment as a multiple of its estimate"),
      incapacitationFactor: factor("incapacitation as a multiple of its estimate"),
      conflictFactor: factor("conflict as a multiple of its estimate"),
      saturationFactor: factor("saturation as a multiple of its estimate"),
      ...added(mechanisms, "levers"),
    },
    stocks: {
      members: {
        about: "people who work for a group",
        over: "group",
        unit: "person",
        initial: "initialMembers * initialShare",
        inflows: ["recruited", ...gains.map(({ flow }) => flow)],
        outflows: ["arrested", "killed", "departed", ...losses.map(({ flow }) => flow)],
      },
      recruitedSoFar: counter("people recruited since the start", "recruits"),
      arrestedSoFar: counter("people arrested since the start", "arrests"),
      killedSoFar: counter("members killed by other groups since the start", "conflictDeaths"),
      departedSoFar: counter("people who left since the start", "departures"),
      ...added(mechanisms, "stocks"),
    },
    flows: {
      recruited: {
        about: "recruits of a group",
        over: "group",
        unit: "person/week",
        equation: "recruitment * recruitmentFactor * members",
      },
      arrested: {
        about: "arrests of members of a group",
        over: "group",
        unit: "person/week",
        equation: "arrests * members / total(members)",
      },
      killed: {
        about: "members of a group killed by others",
        over: "group",
        unit: "person/week",
        equation: ["conflict", "conflictFactor", ...conflict, "members", "exposure", ...further("killed")].join(" * "),
      },
      departed: {
        about: "people who leave a group",
        over: "group",
        unit: "person/week",
        equation: "saturation * saturationFactor * members^2",
      },
      recruits: { about: "recruits of all groups", unit: "person/week", equation: "total(recruited)" },
      arrests: {
        about: "arrests of members of all groups",
        unit: "person/week",
        equation: [
          "incapacitation",
          effort,
          ...incapacitation,
          ...further("arrests"),
          ...(saturating ? ["tanh(total(members) / saturationScale)"] : []),
        ].join(" * "),
      },
      conflictDeaths: {
        about: "members of all groups killed by other groups",
        unit: "person/week",
        equation: "total(killed)",
      },
      departures: { about: "people who leave all groups", unit: "person/week", equation: "total(departed)" },
      ...added(mechanisms, "flows"),
    },
    auxiliaries: {
      exposure: {
        about: "members of other groups that members of a group meet as rivals; allies take attention away",
        over: "group",
        unit: "person",
        equation: "(rivalry * members + total(members) - members) / (alliance + 1)",
      },
      ...added(mechanisms, "auxiliaries"),
    },
    outcomes: [
      {
        id: "members",
        about: "members of all groups",
        unit: "person",
        equation: "total(members)",
        caredForBy: ["Mexico"],
        direction: "lower",
        afterEvent: "zero",
      },
      { id: "recruits", about: "recruits", unit: "person/week", equation: "recruits", afterEvent: "zero" },
      { id: "arrests", about: "arrests", unit: "person/week", equation: "arrests", afterEvent: "zero" },
      {
        id: "conflict-deaths",
        about: "members killed by other groups",
        unit: "person/week",
        equation: "conflictDeaths",
        caredForBy: ["US", "Mexico"],
        direction: "lower",
        afterEvent: "zero",
      },
      { id: "departures", about: "departures", unit: "person/week", equation: "departures", afterEvent: "zero" },
      {
        id: "recruited-so-far",
        about: "people recruited since the start",
        unit: "person",
        equation: "recruitedSoFar",
        afterEvent: "hold",
      },
      {
        id: "arrested-so-far",
        about: "people arrested since the start",
        unit: "person",
        equation: "arrestedSoFar",
        afterEvent: "hold",
      },
      {
        id: "killed-so-far",
        about: "members killed by other groups since the start",
        unit: "person",
        equation: "killedSoFar",
        afterEvent: "hold",
      },
      {
        id: "departed-so-far",
        about: "people who left since the start",
        unit: "person",
        equation: "departedSoFar",
        afterEvent: "hold",
      },
      ...mechanisms.flatMap(({ outcomes = [] }) => outcomes),
    ],
    checks: [
      { id: "members", nonNegative: "members" },
      {
        id: "conservation-members",
        conserved: "members",
        gained: ["recruitedSoFar", ...gains.map(({ counter }) => counter)],
        lost: ["arrestedSoFar", "killedSoFar", "departedSoFar", ...losses.map(({ counter }) => counter)],
        tolerance: 1e-9,
      },
      ...mechanisms.flatMap(({ checks = [] }) => checks),
    ],
    ...(saturating ? {} : { event: { status: "collapsed" as const, when: "total(members)" } }),
  });
}

/** Everything of one kind that the mechanisms declare. */
function added<K extends "parameters" | "inputs" | "levers" | "stocks" | "flows" | "auxiliaries">(
  mechanisms: readonly CartelMechanism[],
  kind: K,
): NonNullable<CartelMechanism[K]> {
  return Object.assign({}, ...mechanisms.map((mechanism) => mechanism[kind]));
}

/** The network as the study has it, in the form that the module takes. */
export function cartelNetwork(
  network: Network,
  share: ArrayLike<number> = rankShares(network.strength),
): CartelNetwork {
  const { starts, indices, values } = network.rivalry;
  return {
    groups: network.groups.map(({ id }) => id),
    rivalry: { size: network.groups.length, rowStart: starts, column: indices, value: values },
    alliance: Array.from(network.alliance),
    share: Array.from(share),
  };
}
