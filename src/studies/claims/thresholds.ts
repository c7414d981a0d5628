/** Where numbers become verdicts. What each is for, and why it has this value: docs/guide/verdicts.md. */
export const THRESHOLDS = {
  nearlySure: 0.9,
  likely: 0.66,
  unlikely: 0.1,
  enoughDraws: 400,
  enoughForBands: 200,
  lead: 1.5,
  majority: 0.5,
  stopped: 0.9,
  felt: 0.1,
  few: 0.1,
} as const;

/** Equally weighted draws that a claim needs: those that rest on probabilities need more than those that rest on bands. */
export function neededFor(claim: string): number {
  return claim === "C1" || claim === "C2" ? THRESHOLDS.enoughDraws : THRESHOLDS.enoughForBands;
}
