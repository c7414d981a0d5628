/** Sentences that figures share. */
import type { StudyDocument } from "../../studies/study/document.ts";
import { tickNumber } from "../format.ts";
import { type Speech, speechOf } from "../speech.ts";
import { redParts, systemOf } from "../system-lookup.ts";

/** `as of December 2023`, `a diciembre de 2023` */
export function asOf(document: StudyDocument, { t, month }: Speech = speechOf()): string {
  return t("figures.asOf", { month: month(document.asOf) });
}

/** The source line of what rests on the whole system: its draws and gates. */
export function systemSourceLine(
  document: StudyDocument,
  more: readonly string[] = [],
  { t }: Speech = speechOf(),
): string {
  const { version, fingerprint, seed } = document;
  const system = systemOf(document);
  const run = t("figures.run", {
    version,
    run: fingerprint.slice(0, 8),
    draws: tickNumber(system.draws),
    seed: String(seed),
  });
  return [run, ...(redParts(system).length > 0 ? [t("figures.gateRed")] : []), ...more].join("; ");
}

/** `Frontera 0.1.0, run 4f1c09ab, 10,000 draws, seed 20231005; …`; a red gate is said on every figure that leaves the page. */
export function sourceLine(document: StudyDocument, more: readonly string[] = [], { t }: Speech = speechOf()): string {
  const { version, fingerprint, draws, seed } = document;
  const run = t("figures.run", {
    version,
    run: fingerprint.slice(0, 8),
    draws: tickNumber(draws),
    seed: String(seed),
  });
  const warning = document.conditioning.gate === "red" ? [t("figures.gateRed")] : [];
  return [run, ...warning, ...more].join("; ");
}
