import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import { type Leg, rising } from "../../ensemble/leg.ts";
import { plainLever } from "../../system/policy.ts";
import type { Scenario } from "./scenario.ts";
import type { ScenarioSpec } from "./scenario-spec.ts";
import type { Subsystem } from "./subsystems.ts";

/**
 * What every scenario is held against: the first scenario that orders nothing and has the same couplings, or the very first
 * where there is none.
 */
export function usualOf(scenarios: readonly Scenario[]): number[] {
  return scenarios.map(({ couplings, without }) =>
    Math.max(
      0,
      scenarios.findIndex(
        (one) =>
          Object.keys(one.levers).length === 0 && one.couplings === couplings && one.without.join() === without.join(),
      ),
    ),
  );
}

/** The first moment at which any scenario orders something [week]. */
export function branchOf({ scenarios }: { readonly scenarios: readonly Scenario[] }): number {
  return Math.min(...scenarios.map(({ from }) => weekOf(from)));
}

/** History up to the branch, then every scenario from there. */
export function scenarioLegs(
  spec: ScenarioSpec,
  subsystem: Subsystem,
  weeks: readonly number[],
  dataset: Dataset,
): Leg[] {
  const branch = branchOf(spec);
  const end = weeks[weeks.length - 1]!;
  const starts = spec.scenarios.map(({ from }) => weekOf(from));
  return [
    { t0: 0, t1: branch, save: rising([...spec.weeks, branch].filter((week) => week <= branch)) },
    ...spec.scenarios.map((scenario) => ({
      t0: branch,
      t1: end,
      save: rising([...spec.weeks, ...spec.changes, ...starts, ...weeks].filter((week) => week >= branch)),
      schedules: schedulesOf(scenario, subsystem, branch, dataset),
    })),
  ];
}

function schedulesOf(
  { levers, couplings }: Scenario,
  { levers: own, coupled }: Subsystem,
  branch: number,
  dataset: Dataset,
): NonNullable<Leg["schedules"]> {
  const orders = own.flatMap((id) => {
    const list = levers[id];
    if (list === undefined || list.length === 0) return [];
    const t: number[] = [];
    const value: number[] = [];
    let level = dataset.lever(id).start;
    for (const { to, from, over } of list) {
      t.push(weekOf(from), weekOf(from) + over);
      value.push(level, to);
      level = to;
    }
    return [[`policy.${plainLever(id)}`, { t, value }] as const];
  });
  return {
    ...Object.fromEntries(orders),
    ...(couplings && coupled !== undefined ? { [coupled]: { t: [branch], value: [1] } } : {}),
  };
}
