/** Finding things in what a study says of the whole system, and their names in the language. */
import type { Lever } from "../data/lever.ts";
import { FronteraError } from "../errors.ts";
import type { MessageKey } from "../language/language.ts";
import type { Horizon, LeverChange } from "../studies/scenarios/lever-effects.ts";
import type { StudyDocument } from "../studies/study/document.ts";
import { evidence } from "../studies/study/study-model.ts";
import type {
  Effect,
  Package,
  PackageSetting,
  SystemLever,
  SystemOutcome,
  SystemPart,
} from "../studies/study/system/document.ts";
import type { Speech } from "./speech.ts";

/** Outcomes by which levers and packages are told, in this order. */
export const TOLD = [
  "synthetic-opioid-deaths",
  "encounters",
  "people-held",
  "conflict-deaths",
  "members",
  "guns-per-member",
] as const;

/** The part of the whole system; FronteraError `report-incomplete` where the study was asked for the cartels alone. */
export function systemOf(document: StudyDocument): SystemPart {
  if (document.system !== undefined) return document.system;
  throw new FronteraError({
    code: "report-incomplete",
    message: "the study does not tell of the whole system",
    hint: "run it without --system-draws 0",
  });
}

/** `deaths by synthetic opioids` */
export function nameOfOutcome(id: string, { t }: Speech): string {
  return t(`scenario.name ${id}` as MessageKey);
}

/** Unit of an outcome in words; nothing for what has none. */
export function unitOfOutcome({ unit }: Pick<SystemOutcome, "unit">, speech: Speech): string {
  return unit === "1" ? "" : speech.unit(unit);
}

/** Name of a package; that of its file where no catalogue knows it. */
export function nameOfPackage({ id, name }: Package, { t }: Speech): string {
  try {
    return t(`system.package ${id}` as MessageKey);
  } catch {
    return name;
  }
}

/** `Everything at once, legislatures act`; the name alone where no legislature is needed. */
export function nameOfSetting(of: Package, { legislatures }: PackageSetting, speech: Speech): string {
  const name = nameOfPackage(of, speech);
  return legislatures === "not needed" ? name : `${name}, ${speech.t(`system.legislatures ${legislatures}`)}`;
}

/** A link of the chain, by id. */
export function nameOfLink(id: string, { t }: Speech): string {
  return t(`system.link ${id}` as MessageKey);
}

/** A lever of the evidence with its words in the language. */
export function leverWords(id: string, { language }: Speech): { readonly name: string; readonly mayHarm: string } {
  const { name, nameEs, mayHarm, mayHarmEs }: Lever = evidence().lever(id);
  return language === "es" ? { name: nameEs, mayHarm: mayHarmEs } : { name, mayHarm };
}

/** A lever with those that it acts with: `Targeted indictments, with cooperation on arrests`. */
export function nameOfLever({ id, together }: SystemLever, speech: Speech): string {
  const { name } = leverWords(id, speech);
  if (together.length === 0) return name;
  const others = together.map((other) => leverWords(other, speech).name.toLowerCase()).join(", ");
  return speech.t("system.together", { lever: name, others });
}

/** Levers that equations hear of, each pair that acts together once. */
export function shownLevers({ levers }: SystemPart): readonly SystemLever[] {
  const taken = new Set<string>();
  return levers.filter(({ id, modelled, together }) => {
    if (!modelled || taken.has(id)) return false;
    for (const other of together) taken.add(other);
    return true;
  });
}

/** What orders do to an outcome; undefined where they leave it as it is. */
export function effectOn<E extends Pick<Effect, "outcome">>(effects: readonly E[], outcome: string): E | undefined {
  return effects.find((effect) => effect.outcome === outcome);
}

/** Changes of an outcome below this are left out of figures, where parts of the system hear of one another: half a per cent. */
const NOTICED = 0.005;

/** What orders do to an outcome, where nine in ten draws reach half a per cent at some horizon; tables of data have the rest. */
export function noticedOn<E extends Pick<Effect, "outcome" | "changes">>(
  effects: readonly E[],
  outcome: string,
): E | undefined {
  const effect = effectOn(effects, outcome);
  const reaches = effect?.changes.some(({ businessAsUsual: { interval90 } }) =>
    interval90.some((end) => Math.abs(end) >= NOTICED),
  );
  return reaches === true ? effect : undefined;
}

/** Changes of an effect so many months on. */
export function changeAt({ changes }: Effect, months: number): LeverChange {
  return changes.find((change) => change.months === months)!;
}

/** The outcome as business as usual has it. */
export function systemOutcome({ outcomes }: SystemPart, id: string): SystemOutcome {
  const found = outcomes.find((outcome) => outcome.id === id);
  if (found === undefined)
    throw new FronteraError({ code: "report-incomplete", message: `the study has no outcome ${id}` });
  return found;
}

/** `6 months`, `3 years` */
export function timeOf({ months }: Pick<Horizon, "months">, { t }: Speech): string {
  return months < 12 ? t("system.months", { count: months }) : t("system.years", { count: months / 12 });
}

/** Parts of the system whose draws are worth too little. */
export function redParts({ conditioning }: SystemPart): readonly string[] {
  return conditioning.filter(({ gate }) => gate === "red").map(({ subsystem }) => subsystem);
}
