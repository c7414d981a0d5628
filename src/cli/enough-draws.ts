import { FronteraError } from "../errors.ts";
import type { StudyDocument } from "../studies/study/document.ts";

/** A handful of draws may all lie so far from the series that none has a weight, and there is nothing to sum up. */
export function requireWeight({ draws, sensitivity }: StudyDocument, enough: number): void {
  if (sensitivity.every(({ effectiveSampleSize }) => effectiveSampleSize > 0)) return;
  throw new FronteraError({
    code: "too-few-draws",
    message: "too few draws: none of them fits the series under one of the assumptions",
    path: "--draws",
    received: String(draws),
    hint: `write for instance --draws ${enough}`,
  });
}

/** A red gate and a failed check show in the exit code; the answer is printed all the same. */
export function gateFailed({ conditioning, checks = [] }: Gated): boolean {
  return conditioning.some(({ gate }) => gate === "red") || checks.some(({ pass }) => !pass);
}

/** What stands behind an answer. */
interface Gated {
  readonly conditioning: readonly { readonly gate: "green" | "red" }[];
  readonly checks?: readonly { readonly pass: boolean }[];
}

/** The same for a study: its core, and every part of the system. */
export function studyFailed({ conditioning, checks, system }: StudyDocument): boolean {
  return gateFailed({ conditioning: [conditioning, ...(system?.conditioning ?? [])], checks });
}
