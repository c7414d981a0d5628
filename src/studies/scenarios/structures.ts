import type { Dataset } from "../../data/dataset.ts";
import { SHOCK_KINDS } from "../../system/fentanyl/index.ts";
import { moduleParameters } from "../../system/module-parameters.ts";
import type { Scenario } from "./scenario.ts";

export const STRUCTURE_IDS = [
  "transient-shock",
  "intermediate-shock",
  "persistent-shock",
  "proportional-homicides",
  "purity-only",
] as const;
export type StructureId = (typeof STRUCTURE_IDS)[number];

/**
 * Rival readings of the system as priors and values of parameters. Shocks to precursors were chosen on an episode each (1995, 2019,
 * 2023) and no weight but a third each can be justified, so that they are told side by side and never mixed; homicides that all move
 * with conflict are the proportional reading; purer fentanyl and the pandemic alone fit deaths by synthetic opioids nearly as well as
 * its spread among people who use heroin does, but leave no heroin and no share of fentanyl to be held against data.
 */
export function structureParameters(id: StructureId, dataset: Dataset): Scenario["parameters"] {
  switch (id) {
    case "transient-shock":
      return SHOCK_KINDS.transient;
    case "intermediate-shock":
      return SHOCK_KINDS.intermediate;
    case "persistent-shock":
      return SHOCK_KINDS.persistent;
    case "proportional-homicides":
      return { "homicides.passThrough": 1 };
    case "purity-only":
      return Object.fromEntries(
        Object.entries(moduleParameters(dataset, "purityOnly")).map(([name, { prior, value }]) => [
          `fentanyl.${name}`,
          prior ?? value,
        ]),
      );
  }
}

/** A scenario once as the evidence has the system, and once for every rival structure that it asks for. */
export function sideBySide(scenario: Scenario, dataset: Dataset): Scenario[] {
  const { name, parameters, structures } = scenario;
  const plain: Scenario = { ...scenario, structures: [] };
  return [
    plain,
    ...structures.map((id) => ({
      ...plain,
      name: `${name} (${id})`,
      parameters: { ...parameters, ...structureParameters(id, dataset) },
    })),
  ];
}
