import type { Interval } from "../study/document.ts";
import type { Kind } from "./registry.ts";

/** What `frontera experiments` answers, in one language. Relative changes are shares with unit `1`. */
export interface ExperimentsDocument {
  readonly command: "experiments";
  readonly version: string;
  readonly fingerprint: string;
  readonly seed: number;
  readonly draws: number;
  readonly failed: { readonly share: number; readonly byStatus: Readonly<Record<string, number>> };
  readonly experiments: readonly ExperimentResult[];
  readonly counts: Readonly<Record<Kind, Count>>;
  readonly conditioning: readonly RunWorth[];
}

export interface Count {
  readonly pass: number;
  readonly fail: number;
  readonly notTestable: number;
}

export interface ExperimentResult {
  readonly id: string;
  readonly event: string;
  readonly kind: Kind;
  readonly grade: "A" | "B" | "C";
  readonly verdict: "pass" | "fail" | "not-testable";
  /** For a failure and for what cannot be tested: the structure that would be needed. */
  readonly why?: string;
  /** What takes away from its independence. */
  readonly caveat?: string;
  readonly readFromEvent: boolean;
  /** Last day of which anything was known. */
  readonly frozen: string;
  /** Day on which the bands were written down, before the first run. */
  readonly registered?: string;
  readonly setting: string;
  readonly sources: readonly string[];
  readonly checks: readonly CheckResult[];
  /** Numbers that are shown beside and do not count for the verdict. */
  readonly beside: readonly CheckResult[];
}

export interface CheckResult {
  readonly id: string;
  readonly what: string;
  /** Whether it says what must not happen. */
  readonly mustNot: boolean;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  /** Whether it is a change, a share of what it is held against, or a number. */
  readonly shown: "change" | "number";
  readonly band: string;
  /** At central values, or at an end of 90 % of the draws where the band is about the draws. */
  readonly value: number;
  readonly pass: boolean;
  /** Share of the draws whose number lies in the band, by weight; where nothing is drawn, 1 or 0. */
  readonly passShare: number;
  /** Median, 50 and 90 % of the draws; absent where nothing is drawn. */
  readonly spread?: Interval;
}

/** What the weights of the draws of a run are worth. */
export interface RunWorth {
  readonly run: string;
  readonly experiments: readonly string[];
  readonly frozen: string;
  readonly effectiveSampleSize: number;
  readonly needed: number;
  readonly gate: "green" | "red";
}
