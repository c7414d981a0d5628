import type { ParameterDeclaration } from "../model/declare.ts";
import { type ArrestsBySizeParameters, arrestsBySize } from "./arrests-by-size.ts";
import type { CartelMechanism } from "./cartel-mechanism.ts";
import type { CartelNetwork } from "./cartel-network.ts";
import { groupSplits, type Split, type SplitParameters, withTwins } from "./group-splits.ts";
import { prisonReentry, type ReentryParameters } from "./prison-reentry.ts";

/** Parameters of the mechanisms by plain name, as `moduleParameters(dataset, "structure")` gives them. */
export type StructureParameters = Readonly<Record<string, ParameterDeclaration>>;

/** Mechanisms that the study leaves out. */
export interface CartelStructure {
  readonly parameters: StructureParameters;
  readonly arrestsBySize?: boolean;
  readonly prisonReentry?: boolean;
  /** Groups that fall in two, in the order of their weeks. */
  readonly splits?: readonly Split[];
}

/** Names of the parameters of each mechanism. */
export const STRUCTURE_PARAMETERS = {
  arrestsBySize: ["sizeElasticity", "effortElasticity"],
  prisonReentry: ["sentence", "rejoining", "prisonMortality", "imprisonedAtStart"],
  splits: ["fragmentShare", "fragmentRivalry", "splitViolence", "splitViolenceTime"],
} as const;

/** The mechanisms that are on, and the network that they need. Errors: `unknown-group`, `bad-split`. */
export function structureOf(
  network: CartelNetwork,
  structure: CartelStructure | undefined,
): { readonly network: CartelNetwork; readonly mechanisms: readonly CartelMechanism[] } {
  if (structure === undefined) return { network, mechanisms: [] };
  const { parameters, splits = [] } = structure;
  const of = (mechanism: keyof typeof STRUCTURE_PARAMETERS) =>
    Object.fromEntries(
      STRUCTURE_PARAMETERS[mechanism].map((name) => [name, { ...parameters[name]!, id: `structure.${name}` }]),
    );
  const mechanisms: CartelMechanism[] = [];
  if (structure.arrestsBySize === true) mechanisms.push(arrestsBySize(of("arrestsBySize") as ArrestsBySizeParameters));
  if (structure.prisonReentry === true) mechanisms.push(prisonReentry(of("prisonReentry") as ReentryParameters));
  if (splits.length === 0) return { network, mechanisms };
  const own = of("splits") as SplitParameters;
  const twinned = withTwins(network, splits, own.fragmentRivalry.value);
  return { network: twinned, mechanisms: [...mechanisms, groupSplits(splits, twinned, own)] };
}
