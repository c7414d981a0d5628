import type { Language } from "../language/language.ts";
import { translator } from "../language/language.ts";
import type { CheckResult } from "../studies/experiments/document.ts";
import { change, quantity } from "./format.ts";

/** A number of a check for people to read, without its unit. */
export function numberText(value: number, { shown }: Pick<CheckResult, "shown">, language: Language): string {
  if (Math.abs(value) >= Number.MAX_VALUE) return translator(language)("experiments.notFinite");
  return shown === "change" ? change(value) : quantity(value);
}

/** A band for people to read: `−55.0 to −35.0 %`, `at most 40`. */
export function bandText(check: Pick<CheckResult, "low" | "high" | "shown">, language: Language): string {
  const t = translator(language);
  const { low, high } = check;
  if (low === null) return t("experiments.atMost", { value: numberText(high ?? 0, check, language) });
  if (high === null) return t("experiments.atLeast", { value: numberText(low, check, language) });
  const first = numberText(low, check, language);
  return t("experiments.between", {
    low: check.shown === "change" ? first.replace(" %", "") : first,
    high: numberText(high, check, language),
  });
}

const UNITS = ["person", "encounter", "event", "event/week", "week", "percent"] as const;

/** The unit where it says something, with a blank before it. */
export function unitText({ unit }: Pick<CheckResult, "unit">, language: Language): string {
  const known = UNITS.find((one) => one === unit);
  if (known === undefined) return unit === "1" ? "" : ` ${unit}`;
  return ` ${translator(language)(`experiments.unit ${known}`)}`;
}
