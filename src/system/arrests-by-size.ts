import type { ParameterDeclaration } from "../model/declare.ts";
import type { CartelMechanism } from "./cartel-mechanism.ts";

export type ArrestsBySizeParameters = Readonly<Record<"sizeElasticity" | "effortElasticity", ParameterDeclaration>>;

/**
 * Arrests that grow with the groups and less than in proportion to effort. In the study arrests are a constant number.
 *
 *     arrests = η·E^α·(ΣC/ΣC_0)^β, shared by the groups in proportion to their members
 *
 * Where effort is directed at groups in proportion to their members and α + β = 1, this is the sum over groups of
 * η_0·U_i^α·C_i^β, the arrests of the optimal-control model of Prieto-Curiel, Grass, Wrzaczek, Campedelli, Tragler &
 * Feichtinger 2025 (arXiv:2508.06509), whose α and β are ½. α = 1 and β = 0 is the study.
 */
export function arrestsBySize(parameters: ArrestsBySizeParameters): CartelMechanism {
  return {
    parameters,
    // Chosen, for the slope of a power is no number at an effort of 0.
    effort: "if(incapacitationFactor > 0, incapacitationFactor^effortElasticity, 0)",
    multipliers: { arrests: "(total(members) / initialMembers)^sizeElasticity" },
  };
}
