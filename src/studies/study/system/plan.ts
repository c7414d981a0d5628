import type { Dataset } from "../../../data/dataset.ts";
import { beyondExecutive, type Lever, needsStatute } from "../../../data/lever.ts";
import { businessAsUsual, type Scenario } from "../../scenarios/scenario.ts";
import type { Legislatures } from "./document.ts";

/** A named scenario that the study weighs as a package. */
export interface PackageScenario {
  /** Name of its file without the ending. */
  readonly id: string;
  readonly scenario: Scenario;
}

/** Packages of the study, in the order in which they are shown: files of `scenarios/`. */
export const PACKAGE_IDS = [
  "asks-united-states-october-2023",
  "asks-mexico-october-2023",
  "asks-united-states-december-2023",
  "asks-mexico-december-2023",
  "upstream-first",
  "border-first",
  "recruitment-first",
  "gun-package",
  "treatment-first",
  "everything",
  "no-deal",
] as const;

/** Links of the fentanyl chain in its order, and the levers that press each. */
export const LINKS = [
  { id: "precursors", levers: ["precursor-export-control", "precursor-import-control"] },
  { id: "production", levers: ["production-disruption"] },
  { id: "transit", levers: ["pressure-transit"] },
  { id: "ports", levers: ["port-scanning"] },
  { id: "wholesale", levers: ["pressure-wholesale"] },
  { id: "initiation", levers: ["initiation-prevention"] },
  { id: "treatment", levers: ["treatment-access"] },
  { id: "naloxone", levers: ["naloxone-reach"] },
] as const;

/** A package under one assumption about legislatures. */
export interface Setting {
  readonly legislatures: Legislatures;
  readonly scenario: Scenario;
}

/**
 * A package with and without legislatures. Without, no order goes beyond what can be done while none acts; with, an order
 * that stops just there goes to the bound. A package that orders no such lever is one setting.
 */
export function settingsOf(dataset: Dataset, scenario: Scenario): Setting[] {
  const changed = (map: (lever: Lever, to: number) => number): Scenario => ({
    ...scenario,
    levers: Object.fromEntries(
      Object.entries(scenario.levers).map(([id, orders]) => [
        id,
        orders.map((order) => ({ ...order, to: map(dataset.lever(id), order.to) })),
      ]),
    ),
  });
  const reaches = Object.entries(scenario.levers).some(([id, orders]) => {
    const lever = dataset.lever(id);
    return needsStatute(lever) && orders.some(({ to }) => beyondExecutive(lever, to) >= 0);
  });
  if (!reaches) return [{ legislatures: "not needed", scenario }];
  return [
    {
      legislatures: "none acts",
      scenario: changed((lever, to) =>
        needsStatute(lever) && beyondExecutive(lever, to) > 0 ? lever.withoutStatute : to,
      ),
    },
    {
      legislatures: "act",
      scenario: changed((lever, to) => (needsStatute(lever) && beyondExecutive(lever, to) === 0 ? lever.bound : to)),
    },
  ];
}

/** Every scenario once, after business as usual: what orders the same is run once. */
export class Plan {
  readonly scenarios: Scenario[] = [businessAsUsual()];
  readonly #places = new Map<string, number>([[keyOf(this.scenarios[0]!), 0]]);

  /** Position of a scenario among those that are run. */
  place(scenario: Scenario): number {
    const key = keyOf(scenario);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.scenarios.length);
    this.scenarios.push({ ...scenario, name: `scenario ${this.scenarios.length}` });
    return this.scenarios.length - 1;
  }
}

/** What a scenario orders and assumes, without its name. */
function keyOf({ levers, parameters, couplings, without, from, to }: Scenario): string {
  const orders = Object.entries(levers).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([orders, parameters, couplings, without, from, to]);
}
