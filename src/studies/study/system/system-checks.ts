import type { CheckResult } from "../../../ensemble/check-meter.ts";
import { study as english } from "../../../language/en/study.ts";
import type { Check } from "../document.ts";

/** Balances of the parts of the system as the study names them, by id of the check of the model. */
const BALANCES = {
  "conservation-members": "conservation-members-in-scenarios",
  "conservation-guns": "conservation-firearms",
  "conservation-fentanyl": "conservation-fentanyl",
  "conservation-people-who-use": "conservation-users",
  "conservation-migration": "conservation-migrants",
} as const;

/** What was balanced in the parts of the system, and whether any stock fell below zero, over every draw and scenario. */
export function systemChecks(found: readonly CheckResult[]): Check[] {
  const balances = Object.entries(BALANCES).map(([own, id]): Check => {
    const check = found.find((one) => one.id === own)!;
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
