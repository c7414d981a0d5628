import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { initialSizes, type Network, networkOf, parseGroups, parseTies } from "../../data/network.ts";
import type { Leg } from "../../ensemble/leg.ts";
import { runLegs, type SingleRun } from "../../ensemble/run.ts";
import { FronteraError, printable, suggest } from "../../errors.ts";
import { pow } from "../../math/elementary/index.ts";
import type { Model } from "../../model/model.ts";
import { exposure, plainNetwork } from "./plain-core.ts";
import { givenMembers, PUBLISHED, STUDY_PARAMETERS, type StudyParameters, studyModel } from "./science-2023-model.ts";
import {
  checkPolicy,
  MOVES,
  type Policy,
  type PolicyParameter,
  peakFactor,
  schedulesOf,
} from "./science-2023-policies.ts";
import {
  checkSplits,
  legsOf,
  mechanismsOf,
  partsOf,
  type StructureValue,
  type StudyStructure,
  structureValues,
} from "./science-2023-structure.ts";

export interface Science2023Options {
  /** Replace published values. */
  readonly parameters?: Partial<StudyParameters>;
  /** Length of the run; 520 are the study's ten years, of 52 weeks each [week]. */
  readonly weeks?: number;
  readonly policies?: readonly Policy[];
  /** Groups and ties of one's own; those of the study where left out. */
  readonly network?: Network;
  /** Mechanisms that the study leaves out; none where left out, and the run is then the study's bit for bit. */
  readonly structure?: StudyStructure;
}

/** What the mechanisms are and do. */
export interface StructureRun {
  readonly values: readonly StructureValue[];
  readonly splits: NonNullable<StudyStructure["splits"]>;
  /** Members in prison, and people who rejoin a week, where prison ends [person, person/week]. */
  readonly imprisoned?: readonly number[];
  readonly rejoined?: readonly number[];
}

/** One replication. Series have an entry a week, from week 0 on; rates are those at that week [person/week]. */
export interface Science2023 {
  readonly study: "science-2023";
  readonly parameters: StudyParameters;
  readonly policies: readonly Policy[];
  readonly weeks: readonly number[];
  readonly members: readonly number[];
  readonly deaths: readonly number[];
  readonly recruits: readonly number[];
  readonly arrests: readonly number[];
  readonly departures: readonly number[];
  /** Members at week 0 and at the last week [person]. */
  readonly groups: readonly { id: string; name: string; initial: number; final: number }[];
  /** `ok`, or `collapsed in week N`: the first whole week without a member. */
  readonly status: string;
  /** Only where mechanisms are on. */
  readonly structure?: StructureRun;
}

export const LONGEST_RUN = 5_200;

/**
 * Steps of a week, good to fourteen digits, and what is tried where they fail, all of it just before a collapse: a collapse
 * of round numbers falls on the end of a step, where a few millionths of a person are left and the mix of groups is
 * rounding; and groups of very different rates end together in a moment that no step follows to a ten-millionth of a person.
 */
const WEEKLY = { step: 1, tolerance: 1e-7, landOnSaves: true } as const;
const BETWEEN_WEEKS = { step: 0.97, tolerance: 1e-7 } as const;
const ROUGHER = { step: 0.97, tolerance: 1e-3 } as const;
const PAST_THE_END = { step: 0.89, tolerance: 1e-3 } as const;

/** A collapse so soon after a whole week belongs to it [week]: half a second. */
const AT_ONCE = 1e-6;

/** The network of the study: 150 groups, 92 rivalries, 91 alliances. */
export function studyNetwork(): Network {
  const text = (path: string) => EVIDENCE_FILES[path] ?? "";
  const groups = parseGroups(text("network/groups.csv"), "network/groups.csv");
  return networkOf(groups, parseTies(text("network/ties.csv"), "network/ties.csv"));
}

/**
 * The published model (Prieto-Curiel, Campedelli & Hope 2023, Science 381:1312, doi:10.1126/science.adh2888), compiled, from
 * January 2012 on a clock of 52 weeks a year. Where the last member is gone the run has ended: every series and every size
 * is exactly 0 from there on.
 * Errors: `unknown-parameter`, `bad-parameter`, `bad-weeks`, `bad-policy`, `initial-members-twice`, `not-integrable`, and those of
 * `cartelStructure` and `checkSplits`.
 */
export function replicateScience2023(options: Science2023Options = {}): Science2023 {
  const { weeks = 520, policies = [], network = studyNetwork(), structure = {} } = options;
  if (!(Number.isInteger(weeks) && weeks >= 1 && weeks <= LONGEST_RUN))
    throw new FronteraError({
      code: "bad-weeks",
      message: "the run has no usable length",
      expected: `a whole number of weeks from 1 to ${LONGEST_RUN}`,
      received: String(weeks),
    });
  for (const policy of policies) checkPolicy(policy, weeks);
  checkSplits(structure, weeks);
  const parameters = parametersOf(options.parameters ?? {}, network);
  checkPace(network, parameters, policies);
  const save = Array.from({ length: weeks + 1 }, (_, week) => week);
  const values = structureValues(structure);
  const model = studyModel(network, mechanismsOf(structure).length === 0 ? undefined : structure);
  const run = runToEnd(model, parameters, policies, weeks, (leg) => legsOf(structure, network, { ...leg, save }));
  const gone = run.status === "collapsed" ? firstWeekAfter(run.at!) : weeks + 1;
  const series = (outcome: string) => Array.from(run.outputs[outcome]!).fill(0, gone);
  const elasticity = values.find(({ id }) => id === "structure.effortElasticity")?.value ?? 1;
  const rate = (parameter: PolicyParameter) => {
    const rates = series(MOVES[parameter].outcome);
    const power = parameter === "incapacitation" ? elasticity : 1;
    // The last week belongs to the step before it; a policy that begins there shows in its rate, a power of the factor.
    for (const policy of policies)
      if (policy.parameter === parameter && policy.week === weeks)
        rates[weeks]! *= power === 1 || policy.factor === 0 ? policy.factor : pow(policy.factor, power);
    return rates;
  };
  const members = series("members");
  const final = run.state("cartels.members");
  const groups = [...network.groups, ...partsOf(structure, network)];
  const initial = initialSizes(network, parameters.initialMembers);
  if (!members.every(Number.isFinite) || !final.every(Number.isFinite)) throw notIntegrable("members are no numbers");
  return {
    study: "science-2023",
    parameters,
    policies,
    weeks: save,
    members,
    deaths: rate("conflict"),
    recruits: rate("recruitment"),
    arrests: rate("incapacitation"),
    departures: rate("saturation"),
    groups: groups.map(({ id, name }, i) => ({ id, name, initial: initial[i] ?? 0, final: final[i]! })),
    status: gone > weeks ? "ok" : `collapsed in week ${gone}`,
    ...(values.length === 0
      ? {}
      : {
          structure: {
            values,
            splits: structure.splits ?? [],
            ...(structure.prisonReentry === true
              ? { imprisoned: series("imprisoned"), rejoined: series("rejoined") }
              : {}),
          },
        }),
  };
}

/** The first whole week without a member; only who begins with nobody has none in week 0. */
function firstWeekAfter(collapse: number): number {
  return collapse <= 0 ? 0 : Math.max(1, Math.ceil(collapse - AT_ONCE));
}

/** The run to week `weeks`; one that collapses in that very moment is carried a week further to find out. */
function runToEnd(
  model: Model,
  parameters: StudyParameters,
  policies: readonly Policy[],
  weeks: number,
  legs: (whole: Leg) => readonly Leg[],
): SingleRun {
  const schedules = schedulesOf(policies, weeks);
  let fault = "";
  for (const steps of [WEEKLY, BETWEEN_WEEKS, ROUGHER, PAST_THE_END]) {
    const past = steps === PAST_THE_END;
    const whole = { t0: 0, t1: past ? weeks + 1 : weeks, save: [], schedules };
    const run = runLegs(model, legs(whole), { ...parameters }, steps);
    if (run.status === "collapsed" ? !past || run.at! <= weeks + AT_ONCE : run.status === "ok" && !past) return run;
    fault ||= `${run.status} in week ${Math.floor(run.at ?? 0)}`;
  }
  throw notIntegrable(fault);
}

/** Published values with those of the caller; the members of a network that brings its own are its sum. */
function parametersOf(given: Partial<StudyParameters>, network: Network): StudyParameters {
  for (const [name, value] of Object.entries(given)) {
    if (!STUDY_PARAMETERS.some((known) => known === name))
      throw new FronteraError({
        code: "unknown-parameter",
        message: `unknown parameter: ${printable(name, 60)}`,
        hint: suggest(name, STUDY_PARAMETERS),
      });
    if (!(Number.isFinite(value) && value >= 0))
      throw new FronteraError({
        code: "bad-parameter",
        message: `${name} has no usable value`,
        expected: "a number from 0",
        received: String(value),
      });
  }
  const sum = givenMembers(network);
  if (sum !== undefined && given.initialMembers !== undefined)
    throw new FronteraError({
      code: "initial-members-twice",
      message: "initialMembers is set, and the groups bring members of their own",
      path: "initialMembers",
      hint: "leave it out, or take the column initial out of the groups",
    });
  return { ...PUBLISHED, ...given, ...(sum === undefined ? {} : { initialMembers: sum }) };
}

/** A group that changes faster than this cannot be followed [1/week]; the published values are at most 0.02. */
const FASTEST = 10;

/** Rates so high that a group is made or undone within hours are refused: the steps would be longer than the change. */
function checkPace(network: Network, parameters: StudyParameters, policies: readonly Policy[]): void {
  const peak = (parameter: PolicyParameter) => parameters[parameter] * peakFactor(policies, parameter);
  const members = initialSizes(network, parameters.initialMembers);
  const met = new Float64Array(members.length);
  exposure(plainNetwork(network), members, parameters.initialMembers, met);
  const [recruitment, conflict, saturation] = [peak("recruitment"), peak("conflict"), peak("saturation")];
  for (const [i, size] of members.entries()) {
    const pace = recruitment + conflict * met[i]! + saturation * size;
    if (!(pace <= FASTEST))
      throw notIntegrable(`${printable(network.groups[i]!.id, 60)} changes ${pace.toPrecision(2)}-fold a week`);
  }
}

function notIntegrable(why: string): FronteraError {
  return new FronteraError({
    code: "not-integrable",
    message: `the equations cannot be followed with these values: ${why}`,
    hint: "choose values nearer the published ones",
  });
}
