import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { PoolOptions } from "../../ensemble/pool.ts";
import { simulate } from "../../ensemble/simulate.ts";
import { deterrence } from "../../system/deterrence.ts";
import { moduleParameters } from "../../system/module-parameters.ts";
import { driven, plainLever, policy } from "../../system/policy.ts";
import { DEFAULT_FROM } from "../scenarios/scenario.ts";
import type { Interval } from "../study/document.ts";

/** Days at which targeting is read. */
export const MOMENTS = { half: "2024-07-01", one: "2025-01-01", two: "2026-01-01" } as const;
export type Moment = keyof typeof MOMENTS;

/** Levers that act only together. */
export const TARGETING = ["targeted-indictments", "arrest-cooperation"] as const;

/** What the targeted group does, in draws of the priors: no series here tells of it, so that all weigh the same. */
export interface TargetedDraws {
  readonly draws: number;
  /** Change of the fentanyl business that the group keeps up. */
  readonly participation: Readonly<Record<Moment, Interval>>;
  /** Change of what all groups make, with what others have taken over. */
  readonly made: Readonly<Record<Moment, Interval>>;
  /** Killed inside the group since the order, for each member. */
  readonly killed: Readonly<Record<Moment, Interval>>;
}

/** Draws of the deterrence part alone, which nothing else of the system acts on. */
const DRAWS = 1024;

/** Full targeting of one group from the beginning of 2024. The same seed gives the same for any number of workers. */
export async function drawTargeted(
  dataset: Dataset,
  { draws: asked, seed, ...pool }: PoolOptions & { readonly draws: number; readonly seed: number },
): Promise<TargetedDraws> {
  const start = weekOf(DEFAULT_FROM);
  const moments = Object.keys(MOMENTS) as Moment[];
  const weeks = moments.map((moment) => weekOf(MOMENTS[moment]));
  const draws = Math.min(DRAWS, asked);
  const results = await simulate(
    {
      model: {
        name: "deterrence",
        modules: [
          driven(deterrence({ parameters: moduleParameters(dataset, "deterrence") }), {
            targeting: TARGETING.map((lever) => `policy.${plainLever(lever)}Effort`).join(" * "),
          }),
          policy(TARGETING.map((lever) => dataset.lever(lever))),
        ],
      },
      design: { kind: "latin-hypercube", draws, seed },
      legs: [
        {
          t0: start,
          t1: weeks[weeks.length - 1]!,
          save: Float64Array.from([start, ...weeks]),
          schedules: Object.fromEntries(
            TARGETING.map((lever) => [
              `policy.${plainLever(lever)}`,
              { t: [start, start], value: [dataset.lever(lever).start, dataset.lever(lever).bound] },
            ]),
          ),
        },
      ],
      outcomes: ["participation-in-fentanyl", "production-factor", "killed-within-per-member-so-far"],
    },
    pool,
  );
  const each = (outcome: string, of: (value: number) => number) =>
    Object.fromEntries(
      moments.map((moment, i) => {
        const cell = results.cell(0, outcome, 1 + i);
        const at = (p: number) => of(results.quantile(cell, p));
        return [moment, { median: at(0.5), interval50: [at(0.25), at(0.75)], interval90: [at(0.05), at(0.95)] }];
      }),
    ) as unknown as Record<Moment, Interval>;
  // Participation without targeting is one value for all draws.
  const usual = results.quantile(results.cell(0, "participation-in-fentanyl", 0), 0.5);
  return {
    draws,
    participation: each("participation-in-fentanyl", (value) => value / usual - 1),
    made: each("production-factor", (value) => value - 1),
    killed: each("killed-within-per-member-so-far", (value) => value),
  };
}
