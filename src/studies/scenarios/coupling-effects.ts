import { dateOf, weekOf } from "../../data/calendar.ts";
import { COUPLINGS, type Coupling, type CouplingId } from "../../system/couplings.ts";
import type { Interval } from "../study/document.ts";
import { evidence } from "../study/study-model.ts";
import type { Conditioning } from "./document.ts";
import { type GroupOptions, intervalOf, runGroup } from "./group-run.ts";
import { outcomeRow } from "./run-scenarios.ts";
import type { Scenario } from "./scenario.ts";
import { SUBSYSTEM_IDS } from "./subsystems.ts";

/** A coupling with how strong it is taken to be. */
export interface CouplingRow extends Coupling {
  readonly value: number;
  readonly unit: string;
  readonly prior: string | undefined;
  readonly grade: "A" | "B" | "C";
  readonly source: readonly string[];
}

/** What a coupling does to an outcome in a scenario. */
export interface CouplingEffect {
  /** Left out: all of them together. */
  readonly coupling?: CouplingId;
  readonly outcome: string;
  readonly unit: string;
  readonly changesAs: "share" | "difference";
  /** The outcome with the coupling against the same draw without it. */
  readonly changes: readonly ({ readonly at: string } & Interval)[];
}

export interface CouplingEffects {
  readonly scenario: string;
  readonly effects: readonly CouplingEffect[];
  readonly conditioning: readonly Conditioning[];
}

/** Outcomes that are told. */
const TOLD = [
  "members",
  "conflict-deaths",
  "guns-per-member",
  "synthetic-opioid-deaths",
  "encounters",
  "people-held",
  "smuggling-revenue",
  "salience",
  "killed-within",
] as const;

/** Every coupling with its strength, prior, grade and source. */
export function couplingRows(): CouplingRow[] {
  const dataset = evidence();
  return COUPLINGS.map((coupling) => {
    const { value, unit, prior, grade, source } = dataset.parameter(coupling.strength);
    return { ...coupling, value, unit, prior, grade, source };
  });
}

/**
 * What every coupling does to each outcome in a scenario, and all of them together: the scenario with it against the scenario
 * without it, on the same draws, one year after the scenario begins and at its end.
 */
export async function couplingEffects(
  scenario: Scenario,
  { draws, seed, ...pool }: GroupOptions & { readonly draws: number; readonly seed: number },
): Promise<CouplingEffects> {
  const whole: Scenario = { ...scenario, couplings: true, without: [] };
  const lacking = [
    ...COUPLINGS.map(({ id }) => ({ ...whole, without: [id] })),
    { ...whole, without: COUPLINGS.map(({ id }) => id) },
  ];
  const usual = [whole, ...lacking].map((one): Scenario => ({ ...one, levers: {} }));
  const scenarios = [...usual, whole, ...lacking];
  const full = usual.length;
  const begin = weekOf(scenario.from);
  const end = weekOf(scenario.to);
  const weeks = [...(begin + 52 < end ? [begin + 52] : []), end];
  const { subsystems } = await runGroup(
    {
      seed,
      draws,
      subsystems: SUBSYSTEM_IDS,
      scenarios,
      weeks,
      changes: weeks,
      // The whole scenario against each that lacks something.
      others: scenarios.map((_, i) => (i > full ? full : undefined)),
    },
    pool,
  );
  const effects = lacking.flatMap((_, k) =>
    subsystems.flatMap((of) =>
      of.subsystem.outcomes
        .filter((outcome) => (TOLD as readonly string[]).includes(outcome))
        .map((outcome): CouplingEffect => {
          const { unit, changes } = outcomeRow(of.subsystem, outcome);
          const id = COUPLINGS[k]?.id;
          return {
            ...(id === undefined ? {} : { coupling: id }),
            outcome,
            unit,
            changesAs: changes,
            changes: weeks.map((week) => ({
              at: dateOf(week),
              ...turned(intervalOf(of, { scenario: full + 1 + k, outcome, week, shows: "other" }), changes),
            })),
          };
        }),
    ),
  );
  return { scenario: scenario.name, effects, conditioning: subsystems.map(({ conditioning }) => conditioning) };
}

/** From "without against with" to "with against without". */
function turned({ median, interval50, interval90 }: Interval, as: "share" | "difference"): Interval {
  const turn = (value: number) => (value === 0 ? 0 : as === "share" ? 1 / (1 + value) - 1 : -value);
  const swapped = ([low, high]: readonly [number, number]): [number, number] => [turn(high), turn(low)];
  return { median: turn(median), interval50: swapped(interval50), interval90: swapped(interval90) };
}
