/** The whole system in a few lines of a terminal. */
import type { Interval, StudyDocument } from "../studies/study/document.ts";
import type { Effect, SystemPart } from "../studies/study/system/document.ts";
import { cut } from "./drawing/labels.ts";
import { quantity } from "./format.ts";
import type { Speech } from "./speech.ts";
import { changeAt, effectOn, redParts, systemOf, systemOutcome } from "./system-lookup.ts";

/** Packages that are told, as far as they go while no legislature acts. */
const PACKAGES = ["treatment-first", "border-first", "upstream-first", "everything", "no-deal"] as const;
const OUTCOMES = [
  ["synthetic-opioid-deaths", "system.terminalDeaths"],
  ["encounters", "system.terminalEncounters"],
  ["people-held", "system.terminalHeld"],
] as const;
const LABEL = 20;
const CELL = 20;

/** Title, then rows; what the draws are worth is the last. */
export function systemSummary(
  document: StudyDocument,
  speech: Speech,
): { title: string; rows: string[]; note: string } {
  const { t } = speech;
  const system = systemOf(document);
  const months = system.horizons.at(-1)!.months;
  const row = (label: string, cells: readonly string[]) =>
    `${cut(label, LABEL).padEnd(LABEL)}${cells.map((cell) => cell.padStart(CELL)).join("")}`;
  const rows = PACKAGES.flatMap((id) => {
    const setting = system.packages.find((one) => one.id === id)?.settings[0];
    if (setting === undefined) return [];
    const cell = (effect: Effect | undefined) =>
      effect === undefined ? "0" : cellOf(changeAt(effect, months).businessAsUsual, speech);
    return [
      row(
        t(`system.short ${id}`),
        OUTCOMES.map(([outcome]) => cell(effectOn(setting.effects, outcome))),
      ),
    ];
  });
  return {
    title: t("system.terminalTitle", { date: speech.shortDate(system.to) }),
    rows: [
      row(
        "",
        OUTCOMES.map(([, name]) => t(name)),
      ),
      row(
        t("system.terminalUsual"),
        OUTCOMES.map(([outcome]) => cellOf(systemOutcome(system, outcome).start, speech)),
      ),
      ...rows,
    ],
    note: noteOf(system, speech),
  };
}

/** `−38 (−41 to −35)`, in per cent. */
function cellOf({ median, interval90 }: Interval, speech: Speech): string {
  const [low, high] = interval90;
  const whole = (share: number) => {
    const value = Math.round(share * 100);
    return value < 0 ? `−${-value}` : value > 0 ? `+${value}` : "0";
  };
  return low === 0 && high === 0 ? "0" : `${whole(median)} (${speech.range(interval90, whole)})`;
}

function noteOf(system: SystemPart, { t }: Speech): string {
  const parts = system.conditioning
    .map(
      ({ subsystem, effectiveSampleSize }) =>
        `${t(`system.part ${subsystem}`)} ${quantity(Math.round(effectiveSampleSize))}`,
    )
    .join(", ");
  const note = t("system.terminalNote", {
    draws: quantity(system.draws),
    needed: quantity(system.conditioning[0]!.needed),
    parts,
  });
  return redParts(system).length === 0 ? note : `${note}: ${t("system.terminalGateRed")}`;
}
