import type { Leg } from "../../ensemble/leg.ts";
import { FronteraError, suggest } from "../../errors.ts";

/** Parameters that a policy may change; the members of week 0 lie in the past of every policy. */
export const POLICY_PARAMETERS = ["recruitment", "incapacitation", "conflict", "saturation"] as const;
export type PolicyParameter = (typeof POLICY_PARAMETERS)[number];

/** A parameter times `factor` from the whole week `week` on. Several multiply. */
export interface Policy {
  readonly parameter: PolicyParameter;
  readonly factor: number;
  readonly week: number;
}

/** Series that a parameter is a factor of, and the lever that moves it. */
export const MOVES = {
  recruitment: { lever: "cartels.recruitmentFactor", outcome: "recruits" },
  incapacitation: { lever: "cartels.incapacitationFactor", outcome: "arrests" },
  conflict: { lever: "cartels.conflictFactor", outcome: "conflict-deaths" },
  saturation: { lever: "cartels.saturationFactor", outcome: "departures" },
} as const satisfies Record<PolicyParameter, { lever: string; outcome: string }>;

/** Errors: `bad-policy` for a parameter, a factor or a week that is of no use. */
export function checkPolicy({ parameter, factor, week }: Policy, weeks: number): void {
  const wrong = (message: string, expected: string, received: string, hint?: string) =>
    new FronteraError({ code: "bad-policy", message, expected, received, ...(hint === undefined ? {} : { hint }) });
  if (!POLICY_PARAMETERS.includes(parameter))
    throw wrong(
      "no policy can change this",
      POLICY_PARAMETERS.join(", "),
      parameter,
      suggest(parameter, POLICY_PARAMETERS),
    );
  if (!(Number.isFinite(factor) && factor >= 0))
    throw wrong(`the factor of ${parameter} is of no use`, "a number from 0", String(factor));
  if (!(Number.isInteger(week) && week >= 0 && week <= weeks))
    throw wrong(`the policy on ${parameter} begins outside the run`, `a whole week from 0 to ${weeks}`, String(week));
}

/** Levers as jumps between whole weeks; a policy of the last week moves no one any more. */
export function schedulesOf(policies: readonly Policy[], weeks: number): NonNullable<Leg["schedules"]> {
  const schedules: Record<string, { t: number[]; value: number[] }> = {};
  for (const parameter of POLICY_PARAMETERS) {
    const own = policies.filter((policy) => policy.parameter === parameter && policy.week < weeks);
    if (own.length === 0) continue;
    const t = [0];
    const value = [1];
    for (const { week, factor } of own.toSorted((a, b) => a.week - b.week)) {
      const last = value[value.length - 1]!;
      if (week === t[t.length - 1]) value[value.length - 1] = last * factor;
      else {
        t.push(week, week);
        value.push(last, last * factor);
      }
    }
    schedules[MOVES[parameter].lever] = { t, value };
  }
  return schedules;
}

/** The highest multiple of a parameter that policies make at any time, at least 1. */
export function peakFactor(policies: readonly Policy[], parameter: PolicyParameter): number {
  let factor = 1;
  let highest = 1;
  const own = policies.filter((policy) => policy.parameter === parameter);
  for (const policy of own.toSorted((a, b) => a.week - b.week)) {
    factor *= policy.factor;
    highest = Math.max(highest, factor);
  }
  return highest;
}
