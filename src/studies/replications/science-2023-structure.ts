import type { Network } from "../../data/network.ts";
import type { Leg, Move } from "../../ensemble/leg.ts";
import { FronteraError, printable, suggest } from "../../errors.ts";
import { type CartelStructure, STRUCTURE_PARAMETERS } from "../../system/cartel-structure.ts";
import { type Split, splitSteps } from "../../system/group-splits.ts";
import { moduleParameters } from "../../system/module-parameters.ts";
import { evidence } from "../study/study-model.ts";

/** Mechanisms that the study leaves out, as they are asked for. */
export interface StudyStructure {
  /** Arrests grow with the groups and less than in proportion to effort. */
  readonly arrestsBySize?: boolean;
  /** Members who are released rejoin their group. */
  readonly prisonReentry?: boolean;
  /** Groups that lose their leaders and fall in two. */
  readonly splits?: readonly Split[];
  /** Values in place of those of the evidence, by plain name. */
  readonly values?: Readonly<Record<string, number>>;
}

/** Where a value comes from: A estimated from data, B borrowed from elsewhere, C assumed, or set by the caller. */
export type StructureStatus = "estimated" | "borrowed" | "assumed" | "set";

/** A number that a mechanism rests on. */
export interface StructureValue {
  readonly id: string;
  readonly mechanism: keyof typeof STRUCTURE_PARAMETERS;
  readonly about: string;
  readonly unit: string;
  readonly value: number;
  /** Smallest and largest value that make sense; null where there is no such bound. */
  readonly range: readonly [number, number | null];
  readonly prior: string | null;
  readonly status: StructureStatus;
  readonly grade: "A" | "B" | "C" | null;
  readonly source: readonly string[];
}

const STATUS = { A: "estimated", B: "borrowed", C: "assumed" } as const;

type Mechanism = keyof typeof STRUCTURE_PARAMETERS;

/** The mechanisms that are on. */
export function mechanismsOf({ arrestsBySize, prisonReentry, splits = [] }: StudyStructure): readonly Mechanism[] {
  return [
    ...(arrestsBySize === true ? (["arrestsBySize"] as const) : []),
    ...(prisonReentry === true ? (["prisonReentry"] as const) : []),
    ...(splits.length > 0 ? (["splits"] as const) : []),
  ];
}

/** Plain names of the parameters of all mechanisms. */
export function structureNames(): readonly string[] {
  return Object.values(STRUCTURE_PARAMETERS).flat();
}

/** The same mechanisms with other splits; values that nothing rests on any more are left out. */
export function withSplits(structure: StudyStructure, splits: readonly Split[]): StudyStructure {
  const changed = { ...structure, splits };
  const names: readonly string[] = mechanismsOf(changed).flatMap((mechanism) => STRUCTURE_PARAMETERS[mechanism]);
  const values = Object.entries(structure.values ?? {}).filter(([name]) => names.includes(name));
  return { ...changed, values: Object.fromEntries(values) };
}

/**
 * Every number that the mechanisms which are on rest on.
 * Errors: `unknown-parameter`, also for a parameter of a mechanism that is off; `bad-parameter`.
 */
export function structureValues(structure: StudyStructure): readonly StructureValue[] {
  const { values = {} } = structure;
  const on = mechanismsOf(structure);
  for (const name of Object.keys(values)) checkName(name, on);
  return on.flatMap((mechanism) =>
    STRUCTURE_PARAMETERS[mechanism].map((name) => {
      const known = evidence().parameter(`structure.${name}`);
      const given = Object.hasOwn(values, name) ? values[name]! : undefined;
      // A time in which something happens is never 0.
      const low = known.unit === "week" ? Math.max(known.low, 1) : known.low;
      if (given !== undefined && !(given >= low && given <= known.high && Number.isFinite(given)))
        throw new FronteraError({
          code: "bad-parameter",
          message: `${name} has no usable value`,
          expected:
            known.high === Number.POSITIVE_INFINITY ? `a number from ${low}` : `a number from ${low} to ${known.high}`,
          received: String(given),
        });
      const own = given !== undefined && given !== known.value;
      return {
        id: known.id,
        mechanism,
        about: known.about,
        unit: known.unit,
        value: given ?? known.value,
        range: [low, Number.isFinite(known.high) ? known.high : null] as const,
        prior: known.prior ?? null,
        status: own ? ("set" as const) : STATUS[known.grade],
        grade: own ? null : known.grade,
        source: own ? [] : known.source,
      };
    }),
  );
}

function checkName(name: string, on: readonly Mechanism[]): void {
  const mechanisms = Object.keys(STRUCTURE_PARAMETERS) as Mechanism[];
  const names = (mechanism: Mechanism): readonly string[] => STRUCTURE_PARAMETERS[mechanism];
  if (on.some((mechanism) => names(mechanism).includes(name))) return;
  const off = mechanisms.find((mechanism) => names(mechanism).includes(name));
  throw new FronteraError({
    code: "unknown-parameter",
    message:
      off === undefined ? `unknown parameter: ${printable(name, 60)}` : `${name} moves nothing while ${off} is off`,
    hint: off === undefined ? suggest(name, on.flatMap(names)) : "switch it on",
  });
}

/** The mechanisms as the system takes them; groups are numbered there. Errors: `unknown-group`, `bad-split`. */
export function cartelStructure(structure: StudyStructure, network: Network): CartelStructure {
  const known = moduleParameters(evidence(), "structure");
  const values = new Map(structureValues(structure).map(({ id, value }) => [id, value]));
  const parameters = Object.fromEntries(
    Object.entries(known).map(([name, declaration]) => [
      name,
      { ...declaration, value: values.get(`structure.${name}`) ?? declaration.value },
    ]),
  );
  const { arrestsBySize = false, prisonReentry = false } = structure;
  return { parameters, arrestsBySize, prisonReentry, splits: numberedSplits(structure, network) };
}

function numberedSplits({ splits = [] }: StudyStructure, network: Network): Split[] {
  const ids = network.groups.map(({ id }) => id);
  return [...splits]
    .sort((a, b) => a.week - b.week)
    .map(({ group, week }) => {
      const at = ids.indexOf(group);
      if (at >= 0) return { group: `g${at}`, week };
      throw new FronteraError({
        code: "unknown-group",
        message: `unknown group: ${printable(group, 60)}`,
        hint: suggest(group, ids),
      });
    });
}

/** Parts that split off, in the order of the layout. */
export function partsOf({ splits = [] }: StudyStructure, network: Network): readonly { id: string; name: string }[] {
  return [...splits]
    .sort((a, b) => a.week - b.week)
    .map(({ group, week }) => ({
      id: `${group}-part-${week}`,
      name: `${network.groups.find(({ id }) => id === group)!.name} (${week})`,
    }));
}

/** One leg, or a leg from every split to the next; those from a split on show the rates after it. */
export function legsOf(
  structure: StudyStructure,
  network: Network,
  whole: Leg & { readonly save: readonly number[] },
): readonly Leg[] {
  const groups = network.groups.map((_, i) => `g${i}`);
  const steps = splitSteps(numberedSplits(structure, network), { groups });
  const from = [whole.t0, ...steps.map(({ week }) => week)];
  return from.map((t0, i) => {
    const last = i === from.length - 1;
    const t1 = last ? whole.t1 : from[i + 1]!;
    const step = steps[i - 1];
    const save = whole.save.filter((week) => week >= t0 && (last || week < t1));
    const after = Object.fromEntries((step?.levers ?? []).map((id) => [id, { t: [t0], value: [1] }]));
    const moves: readonly Move[] = step?.moves ?? [];
    return { t0, t1, save, moves, schedules: { ...whole.schedules, ...after } };
  });
}

/** Error: `bad-split` for a week that no leg can begin in. */
export function checkSplits({ splits = [] }: StudyStructure, weeks: number): void {
  for (const { group, week } of splits)
    if (!(Number.isInteger(week) && week >= 1 && week < weeks))
      throw new FronteraError({
        code: "bad-split",
        message: `${printable(group, 60)} splits outside the run`,
        expected: `a whole week from 1 to ${weeks - 1}`,
        received: String(week),
      });
}
