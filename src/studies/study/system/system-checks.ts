import type { CheckResult } from "../../../ensemble/check-meter.ts";
import { study as english } from "../../../language/en/study.ts";
import type { Check } from "../document.ts";

/** Balances that the parts of the system keep. */
const BALANCES = [
  "conservation-members",
  "conservation-firearms",
  "conservation-fentanyl",
  "conservation-users",
  "conservation-migrants",
] as const;

/** What was balanced in the parts of the system, and whether any stock fell below zero, over every draw and scenario. */
export function systemChecks(found: readonly CheckResult[]): Check[] {
  const balances = BALANCES.map((own): Check => {
    const check = found.find((one) => one.id === own)!;
    // The core of the study has a check of members of its own.
    const id = own === "conservation-members" ? "conservation-members-in-scenarios" : own;
    return { ...check, id, about: english[`check ${id}`] };
  });
  const sizes = found.filter(({ id }) => !id.startsWith("conservation-"));
  return [
    ...balances,
    {
      id: "stocks-not-negative",
      about: english["check stocks-not-negative"],
      value: Math.max(...sizes.map(({ value }) => value)),
      tolerance: Math.max(...sizes.map(({ tolerance }) => tolerance)),
      pass: sizes.length > 0 && sizes.every(({ pass }) => pass),
      of: sizes.length,
      unit: "stock",
    },
  ];
}
