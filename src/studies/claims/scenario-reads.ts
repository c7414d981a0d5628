import { weekOf } from "../../data/calendar.ts";
import type { PoolOptions } from "../../ensemble/pool.ts";
import type { Grade } from "../../model/declare.ts";
import { endChange, intervalOf, runGroup } from "../scenarios/group-run.ts";
import { businessAsUsual, DEFAULT_FROM, type Scenario } from "../scenarios/scenario.ts";
import { SUBSYSTEM_IDS, type SubsystemId } from "../scenarios/subsystems.ts";
import type { Interval } from "../study/document.ts";
import { leadingGrade } from "./members-draws.ts";

/** Scenarios that share draws and assumptions, and the days at which one part of the system is read. */
export interface RunPlan {
  readonly part: SubsystemId;
  /** Parts that hear of it and answer; parts that it does not hear of are left out. */
  readonly coupledWith?: readonly SubsystemId[];
  /** Draws that are enough to be worth what the rules need. */
  readonly draws: number;
  /** Another prior or a value, by id of the parameter. */
  readonly assumes: Scenario["parameters"];
  /** Couplings that are off: those with parts that are not run. */
  readonly without?: Scenario["without"];
  /** Days since 2012, rising; the last is where scenarios end. */
  readonly days: readonly string[];
  /** By name: what every lever is set to on 1 January 2024. */
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What the draws of a plan say. */
export interface ScenarioReads {
  /** Equally weighted draws that they are worth. */
  readonly worth: number;
  /** Whether a scenario was run. */
  has(scenario: string): boolean;
  /** An outcome where nothing is ordered [unit of the outcome]. */
  usual(outcome: string, day: string): Interval;
  /** Its change in a scenario against no order, or against the start; a share, or a difference where there is nothing to share. */
  change(scenario: string, outcome: string, day: string, against?: "usual" | "start"): Interval;
  /** The letter behind the largest share of the spread of its change on the last day. */
  grade(scenario: string, outcome: string): Grade;
}

export interface ReadOptions extends PoolOptions {
  readonly draws: number;
  readonly seed: number;
  /** Draws done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Draws that are carried through the scenarios: weights leave about a third, so that a third of those that were weighed tells
 * nearly as much as all of them.
 */
function carriedOf(draws: number): number {
  return Math.min(draws, Math.max(300, Math.ceil(draws / 3)));
}

/** Draws of a plan, at most as many as are asked for. */
export function drawsOfPlan(plan: RunPlan, asked: number): number {
  return Math.min(plan.draws, asked);
}

/** Scenarios of a plan, the first without any order. */
export function scenariosOf({ assumes, days, scenarios, without = [] }: RunPlan): Scenario[] {
  const base: Scenario = { ...businessAsUsual(), parameters: assumes, without, to: days[days.length - 1]! };
  return [
    base,
    ...Object.entries(scenarios).map(
      ([name, levers]): Scenario => ({
        ...base,
        name,
        levers: Object.fromEntries(
          Object.entries(levers).map(([lever, to]) => [lever, [{ to, from: DEFAULT_FROM, over: 0 }]]),
        ),
      }),
    ),
  ];
}

/** Runs a plan. The same seed gives the same for any number of workers. Errors: those of `runGroup`. */
export async function readScenarios(
  plan: RunPlan,
  { draws: asked, seed, onProgress, ...pool }: ReadOptions,
): Promise<ScenarioReads> {
  const draws = drawsOfPlan(plan, asked);
  const names = Object.keys(plan.scenarios);
  const weeks = plan.days.map((day) => weekOf(day));
  const changes = weeks.filter((week) => week > weekOf(DEFAULT_FROM));
  const { subsystems } = await runGroup(
    {
      seed,
      draws,
      carried: carriedOf(draws),
      subsystems: SUBSYSTEM_IDS.filter((id) => id === plan.part || plan.coupledWith?.includes(id) === true),
      scenarios: scenariosOf(plan),
      weeks,
      changes,
    },
    {
      ...pool,
      // A run counts a draw once a stage; here every draw counts once.
      ...(onProgress === undefined
        ? {}
        : { onProgress: (done: number, total: number) => onProgress(Math.floor((draws * done) / total)) }),
    },
  );
  const run = subsystems.find(({ subsystem }) => subsystem.id === plan.part)!;
  const place = (scenario: string): number => {
    const at = names.indexOf(scenario);
    if (at < 0) throw new Error(`no scenario ${scenario}`);
    return 1 + at;
  };
  return {
    worth: Math.min(...subsystems.map(({ conditioning }) => conditioning.effectiveSampleSize)),
    has: (scenario) => names.includes(scenario),
    usual: (outcome, day) => intervalOf(run, { scenario: 0, outcome, week: weekOf(day), shows: "level" }),
    change: (scenario, outcome, day, against = "usual") =>
      intervalOf(run, { scenario: place(scenario), outcome, week: weekOf(day), shows: against }),
    grade: (scenario, outcome) =>
      leadingGrade(
        endChange(run, { scenario: place(scenario), outcome, week: weeks[weeks.length - 1]!, shows: "usual" }).grades,
      ),
  };
}
