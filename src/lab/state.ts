import {
  businessAsUsual,
  type Language,
  type Order,
  type Scenario,
  type SessionLever,
  type SessionStart,
} from "../index.ts";

/** Views of the lab, in the order of the navigation. */
export const VIEWS = ["explore", "compare"] as const;
export type View = (typeof VIEWS)[number];

export type Grouping = "part" | "owner";

export type Contrast = "level" | "usual";

/** All that a reader can set; the address holds it. */
export interface LabState {
  readonly language: Language;
  readonly view: View;
  readonly grouping: Grouping;
  /** What is being explored. */
  readonly scenario: Scenario;
  /** What is compared. */
  readonly kept: readonly Scenario[];
  /** Whether charts of the comparison show levels or what changes against business as usual. */
  readonly contrast: Contrast;
}

/** Scenarios that fit on one chart. */
export const MOST_KEPT = 6;

/** Nothing is ordered. */
export function emptyScenario(): Scenario {
  return { ...businessAsUsual(), name: "" };
}

export function firstState(language: Language): LabState {
  return { language, view: "explore", grouping: "part", scenario: emptyScenario(), kept: [], contrast: "level" };
}

/** A scenario with other orders of one lever; at its start and at once there is nothing to order. */
export function withOrders(scenario: Scenario, lever: SessionLever, orders: readonly Order[]): Scenario {
  const { [lever.id]: _, ...others } = scenario.levers;
  const still = orders.every(({ to }) => to === lever.start);
  return { ...scenario, levers: still ? others : { ...scenario.levers, [lever.id]: orders } };
}

/** The levers of a scenario in the order of the table: equal scenarios have equal texts. */
export function inOrder(scenario: Scenario, levers: SessionStart["levers"]): Scenario {
  return {
    ...scenario,
    levers: Object.fromEntries(
      levers.flatMap(({ id }) => (scenario.levers[id] === undefined ? [] : [[id, scenario.levers[id]]])),
    ),
  };
}

/** By what the numbers of a scenario are known: its name does not change them. */
export function orderKey({ levers }: Scenario): string {
  return JSON.stringify(Object.entries(levers).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether the lab can run a scenario: it orders, on the dates of the session, and assumes nothing else. */
export function runsHere(
  { from, to, parameters, structures, couplings, without }: Scenario,
  start: SessionStart,
): boolean {
  return (
    from === start.from &&
    to === start.to &&
    couplings &&
    without.length === 0 &&
    structures.length === 0 &&
    Object.keys(parameters).length === 0
  );
}
