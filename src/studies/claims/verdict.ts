import type { Grade } from "../../model/declare.ts";
import type { Interval } from "../study/document.ts";
import { THRESHOLDS } from "./thresholds.ts";

/** What can be said of a claim. */
export const VERDICTS = [
  "supported",
  "supported with a caveat",
  "not supported",
  "cannot be told from this evidence",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Which way the numbers lean, before it is asked what the evidence can carry. */
export type Leaning = "for" | "rather for" | "against" | "open";

/** What the numbers rest on. */
export interface Footing {
  readonly grade: Grade;
  /** Whether the deciding figures were read in the originator's own text or file. */
  readonly original: boolean;
  /** Whether they count the thing that is claimed, and not a neighbour of it. */
  readonly exact: boolean;
}

/** The verdict that the evidence can carry: docs/guide/verdicts.md. */
export function verdictOf(leaning: Leaning, { grade, original, exact }: Footing): Verdict {
  if (leaning === "open" || !original) return "cannot be told from this evidence";
  if (leaning === "against") return grade === "C" ? "cannot be told from this evidence" : "not supported";
  return leaning === "for" && exact && grade !== "C" ? "supported" : "supported with a caveat";
}

/**
 * Leaning of a claim that holds in a share of draws, by that share under every reading. `worth`: equally weighted draws
 * that the ensemble is worth.
 */
export function leaningOfDraws(probabilities: readonly number[], worth: number): Leaning {
  const weakest = Math.min(...probabilities);
  const strongest = Math.max(...probabilities);
  if (!(worth >= THRESHOLDS.enoughDraws) || probabilities.length === 0) return "open";
  if (weakest >= THRESHOLDS.nearlySure) return "for";
  if (weakest >= THRESHOLDS.likely) return "rather for";
  return strongest <= THRESHOLDS.unlikely ? "against" : "open";
}

/**
 * Leaning of a claim that something changes by `most` or less, by its bands under every reading: the middle nine tenths and
 * the middle half of the draws. `worth` as above.
 */
export function leaningOfFall(readings: readonly Interval[], most: number, worth: number): Leaning {
  if (!(worth >= THRESHOLDS.enoughForBands) || readings.length === 0) return "open";
  if (readings.every(({ interval90: [, high] }) => high <= most)) return "for";
  if (readings.every(({ interval50: [, high] }) => high <= most)) return "rather for";
  return readings.every(({ interval90: [low] }) => low > most) ? "against" : "open";
}

/** The same for a claim that something changes by `least` or more. */
export function leaningOfRise(readings: readonly Interval[], least: number, worth: number): Leaning {
  return leaningOfFall(readings.map(turned), -least, worth);
}

function turned({ median, interval50, interval90 }: Interval): Interval {
  const turn = ([low, high]: readonly [number, number]): [number, number] => [-high, -low];
  return { median: -median, interval50: turn(interval50), interval90: turn(interval90) };
}

/** Leaning of a claim that needs several things to be true: that of its weakest link. */
export function leaningOfChain(links: readonly Leaning[]): Leaning {
  const order: readonly Leaning[] = ["against", "open", "rather for", "for"];
  return order.find((leaning) => links.includes(leaning)) ?? "open";
}
