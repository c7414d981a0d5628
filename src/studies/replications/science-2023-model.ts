import type { Network } from "../../data/network.ts";
import { FronteraError } from "../../errors.ts";
import type { ParameterDeclaration } from "../../model/declare.ts";
import { defineModel, type Model } from "../../model/model.ts";
import { cartelNetwork, cartels } from "../../system/cartels.ts";
import { cartelStructure, type StudyStructure } from "./science-2023-structure.ts";

/** The parameters of the published study, by id. */
export interface StudyParameters {
  /** ρ: recruits a member and week [1/week]. */
  readonly recruitment: number;
  /** η: arrests [person/week]. */
  readonly incapacitation: number;
  /** θ: killed members of a group, a member of it and a rival [1/person/week]. */
  readonly conflict: number;
  /** ω: members who leave, a pair of the same group [1/person/week]. */
  readonly saturation: number;
  /** Members of all groups in week 0 [person]. */
  readonly initialMembers: number;
}

/** Values of the study: its fit (recruitment, conflict), and what it set by hand or left at a bound of its fit. */
export const PUBLISHED: StudyParameters = {
  recruitment: 2.527474e-3,
  incapacitation: 110,
  conflict: 1.549231e-8,
  saturation: 4e-8,
  initialMembers: 115_000,
};

export const STUDY_PARAMETERS = [
  "recruitment",
  "incapacitation",
  "conflict",
  "saturation",
  "initialMembers",
] as const satisfies readonly (keyof StudyParameters)[];

const declared = (id: string, about: string, unit: string, value: number, grade: "A" | "C"): ParameterDeclaration => ({
  id,
  about,
  unit,
  value,
  source: ["prieto_2023"],
  grade,
});

const PARAMETERS = {
  recruitment: declared("recruitment", "recruits a member", "1/week", PUBLISHED.recruitment, "A"),
  incapacitation: declared("incapacitation", "arrests", "person/week", PUBLISHED.incapacitation, "C"),
  conflict: declared("conflict", "members killed, a pair of rivals", "1/person/week", PUBLISHED.conflict, "A"),
  saturation: declared("saturation", "members who leave, a pair", "1/person/week", PUBLISHED.saturation, "C"),
  initialMembers: declared("initialMembers", "members in 2012", "person", PUBLISHED.initialMembers, "C"),
  saturationScale: declared("saturationScale", "not in the published form", "person", 1_000, "C"),
} as const;

/** More groups than this make runs of minutes; Mexico has 150 in the study. */
const MOST_GROUPS = 5_000;

/** Error: `too-many-groups`. */
export function checkSize(groups: number): void {
  if (groups > MOST_GROUPS)
    throw new FronteraError({
      code: "too-many-groups",
      message: "the network has too many groups",
      expected: `at most ${MOST_GROUPS}`,
      received: String(groups),
    });
}

/**
 * The published form over a network: members of week 0 spread by rank, or as the groups have them; with the mechanisms that
 * are asked for.
 * Errors: `too-many-groups`, and those of `cartelStructure`.
 */
export function studyModel(network: Network, structure?: StudyStructure): Model {
  checkSize(network.groups.length);
  const given = givenMembers(network);
  const share = given === undefined ? undefined : network.groups.map(({ initial = 0 }) => initial / given);
  const plain = cartelNetwork(network, share);
  // Ids of users may be any text; elements of a dimension are numbered instead.
  const groups = plain.groups.map((_, i) => `g${i}`);
  const module = cartels({
    network: { ...plain, groups },
    parameters: PARAMETERS,
    form: "published",
    ...(structure === undefined ? {} : { structure: cartelStructure(structure, network) }),
  });
  return defineModel({ name: "science-2023", modules: [module] });
}

/** Members of all groups at the start where the network gives them [person], else undefined. */
export function givenMembers(network: Network): number | undefined {
  if (network.groups.some(({ initial }) => initial === undefined)) return undefined;
  return network.groups.reduce((sum, { initial = 0 }) => sum + initial, 0);
}
