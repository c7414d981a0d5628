/** Sentences that figures share. */
import type { StudyDocument } from "../../studies/study/document.ts";
import { monthInWords, tickNumber } from "../format.ts";

export const HOW_TO_READ = "Dots are medians; thick bars hold half of the draws, thin bars nine tenths of them.";

export function asOf(document: StudyDocument): string {
  return `as of ${monthInWords(document.asOf)}`;
}

/** `Frontera 0.1.0, run 4f1c09ab, 10,000 draws, seed 20231005; …`; a red gate is said on every figure that leaves the page. */
export function sourceLine(document: StudyDocument, more: readonly string[] = []): string {
  const run = `Frontera ${document.version}, run ${document.fingerprint.slice(0, 8)}, ${tickNumber(document.draws)} draws, seed ${document.seed}`;
  const warning = document.conditioning.gate === "red" ? ["gate red: too few effective draws, not to be quoted"] : [];
  return [run, ...warning, ...more].join("; ");
}
