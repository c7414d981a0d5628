import { SHOCK_KINDS } from "../../system/fentanyl/index.ts";
import type { Scenario } from "./scenario.ts";

export const STRUCTURE_IDS = [
  "transient-shock",
  "intermediate-shock",
  "persistent-shock",
  "proportional-homicides",
] as const;
export type StructureId = (typeof STRUCTURE_IDS)[number];

/**
 * Rival readings of the system as values of parameters. Shocks to precursors were chosen on an episode each (1995, 2019, 2023) and
 * no weight but a third each can be justified, so that they are told side by side and never mixed; homicides that all move with
 * conflict are the proportional reading.
 */
const STRUCTURES: Readonly<Record<StructureId, Scenario["parameters"]>> = {
  "transient-shock": SHOCK_KINDS.transient,
  "intermediate-shock": SHOCK_KINDS.intermediate,
  "persistent-shock": SHOCK_KINDS.persistent,
  "proportional-homicides": { "homicides.passThrough": 1 },
};

/** A scenario once as the evidence has the system, and once for every rival structure that it asks for. */
export function sideBySide(scenario: Scenario): Scenario[] {
  const { name, parameters, structures } = scenario;
  const plain: Scenario = { ...scenario, structures: [] };
  return [
    plain,
    ...structures.map((id) => ({
      ...plain,
      name: `${name} (${id})`,
      parameters: { ...parameters, ...STRUCTURES[id] },
    })),
  ];
}
