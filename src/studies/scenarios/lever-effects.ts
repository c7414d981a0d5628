import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { Controller } from "../../data/lever.ts";
import type { Grades, Interval } from "../study/document.ts";
import { evidence } from "../study/study-model.ts";
import type { Conditioning } from "./document.ts";
import { type GroupOptions, intervalOf, runGroup } from "./group-run.ts";
import { outcomeRow } from "./run-scenarios.ts";
import { businessAsUsual, DEFAULT_FROM, ordered, type Scenario } from "./scenario.ts";
import type { ScenarioSpec } from "./scenario-spec.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "./subsystems.ts";

/** What a lever at its bound does to an outcome, at one moment. */
export interface LeverChange extends Horizon {
  readonly businessAsUsual: Interval;
  readonly start: Interval;
}

/** What a lever at its bound does to one outcome, with all else as in December 2023. */
export interface LeverEffect {
  readonly lever: string;
  readonly outcome: string;
  readonly controller: Controller;
  readonly legal: string;
  readonly mayHarm: string;
  readonly unit: string;
  /** Whether changes are shares, or differences in the unit because the outcome is zero while nothing is ordered. */
  readonly changesAs: "share" | "difference";
  /** Grade of the effect of the lever, as the table of levers has it. */
  readonly grade: "A" | "B" | "C";
  /** Shares of the spread of the last change that rest on each grade. */
  readonly grades: Grades;
  readonly changes: readonly LeverChange[];
}

export interface LeverEffects {
  readonly effects: readonly LeverEffect[];
  /** What the draws of every part of the system are worth. */
  readonly conditioning: readonly Conditioning[];
}

/** A moment after orders of the anchor date at which changes are read. */
export interface Horizon {
  readonly at: string;
  /** Months since the order. */
  readonly months: number;
}

/** Half a year, one, three and six years. */
export const HORIZONS: readonly Horizon[] = [
  { months: 6, at: "2024-07-01" },
  { months: 12, at: "2025-01-01" },
  { months: 36, at: "2027-01-01" },
  { months: 72, at: "2030-01-01" },
];

/**
 * Every lever alone at its bound from the beginning of 2024, and what it does to every outcome: of its own part of the system,
 * and through the couplings of the others. `outcomes`: those that are told; all when left out.
 */
export async function leverEffects({
  draws,
  seed,
  outcomes,
  ...pool
}: GroupOptions & {
  readonly draws: number;
  readonly seed: number;
  readonly outcomes?: readonly string[];
}): Promise<LeverEffects> {
  const dataset = evidence();
  const from = weekOf(DEFAULT_FROM);
  const weeks = HORIZONS.map(({ at }) => weekOf(at));
  const levers = [...dataset.levers.keys()].filter((id) =>
    SUBSYSTEM_IDS.some((part) => subsystemOf(part, dataset).levers.includes(id)),
  );
  const scenarios = [businessAsUsual(), ...levers.map((lever) => atBound(dataset, lever))];
  const spec: ScenarioSpec = {
    seed,
    draws,
    subsystems: SUBSYSTEM_IDS,
    scenarios,
    weeks: [from, ...weeks],
    changes: weeks,
  };
  const { subsystems } = await runGroup(spec, pool);
  const effects = levers.flatMap((lever, l) =>
    subsystems.flatMap((run) =>
      run.subsystem.outcomes
        .filter((outcome) => outcomes === undefined || outcomes.includes(outcome))
        .map((outcome): LeverEffect => {
          const { controller, legal, mayHarm, grade } = dataset.lever(lever);
          const interval = (week: number, shows: "usual" | "start") =>
            intervalOf(run, { scenario: 1 + l, outcome, week, shows });
          const { unit, changes } = outcomeRow(run.subsystem, outcome);
          return {
            lever,
            outcome,
            unit,
            changesAs: changes,
            controller,
            legal,
            mayHarm,
            grade,
            grades: run.grades({ scenario: 1 + l, outcome, week: weeks.at(-1)!, shows: "usual" }),
            changes: HORIZONS.map((horizon, j) => ({
              ...horizon,
              businessAsUsual: interval(weeks[j]!, "usual"),
              start: interval(weeks[j]!, "start"),
            })),
          };
        }),
    ),
  );
  return { effects, conditioning: subsystems.map(({ conditioning }) => conditioning) };
}

const TOGETHER: readonly string[] = ["targeted-indictments", "arrest-cooperation"];

/** Levers that act only with one another. */
export function partnersOf(lever: string): readonly string[] {
  return TOGETHER.includes(lever) ? TOGETHER : [lever];
}

/** A lever at its bound with those that it acts with. */
export function atBound(dataset: Dataset, lever: string): Scenario {
  return ordered(Object.fromEntries(partnersOf(lever).map((id) => [id, dataset.lever(id).bound])));
}
