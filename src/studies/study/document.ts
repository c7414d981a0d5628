/**
 * The answer of the main job: what `frontera study --json` prints, what the report draws and the terminal sums up.
 * Numbers are finite; relative changes are shares with unit `1`; weeks are dates (YYYY-MM-DD).
 */
import type { Grade } from "../../model/declare.ts";
import type { SystemPart } from "./system/document.ts";

export interface Interval {
  readonly median: number;
  readonly interval50: readonly [number, number];
  readonly interval90: readonly [number, number];
}

/** Shares of the output variance that rest on parameters of each evidence grade; they add to 1. */
export type Grades = Readonly<Record<Grade, number>>;

export interface Estimate extends Interval {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly unit: string;
  readonly grades: Grades;
  /** The same quantity before the series were looked at. */
  readonly prior: Interval;
}

/** A change of an outcome in one scenario, as a share (0.1 = ten per cent more). */
export interface Contrast extends Interval {
  readonly scenario: string;
  readonly outcome: string;
  readonly at: string;
  readonly unit: "1";
  readonly against: "businessAsUsual" | "start";
  readonly grades: Grades;
  /** Weighted share of draws in which the change is above zero. */
  readonly shareAbove: number;
}

/** Bands of one outcome along one scenario; history has the scenario `history`. */
export interface Band {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly scenario: string;
  readonly dates: readonly string[];
  readonly median: readonly number[];
  readonly low50: readonly number[];
  readonly high50: readonly number[];
  readonly low90: readonly number[];
  readonly high90: readonly number[];
}

/** A figure of somebody else for the same quantity. */
export interface Rival {
  readonly label: string;
  readonly at: string;
  readonly unit: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly source: string;
  readonly note: string;
}

/** One year of the series that the draws were weighted by, in the unit of the data. */
export interface Fit {
  readonly year: number;
  readonly unit: string;
  readonly observed: number;
  readonly median: number;
  readonly interval90: readonly [number, number];
}

/** One assumption held fixed and everything else run again. */
export interface Sensitivity {
  /** `nothing`: the study itself; `network-published`: order, ties and sizes by rank as published. */
  readonly id: string;
  /** Draws that the weights are worth. */
  readonly effectiveSampleSize: number;
  readonly assumption: string;
  readonly setting: string;
  readonly members: Interval;
  readonly deaths: Interval;
  /** Change of deaths when incapacitation is doubled, five years on. */
  readonly incapacitationAgainstBusinessAsUsual: Interval;
  readonly incapacitationAgainstStart: Interval;
}

export interface AssumptionRow {
  readonly id: string;
  readonly name: string;
  readonly nameEs: string;
  readonly unit: string;
  readonly value: number;
  readonly prior: string;
  readonly grade: Grade;
  readonly source: readonly string[];
  readonly priorMedian: number;
  readonly priorSd: number;
  readonly posteriorMedian: number;
  readonly posteriorSd: number;
  /** posterior sd / prior sd: 1 means that the series taught nothing. */
  readonly sdRatio: number;
}

export interface NetworkGroup {
  readonly id: string;
  readonly name: string;
  /** Members at the end of 2022 at the central values; the order is assumed from ties. */
  readonly members: number;
}

export interface NetworkTie {
  readonly a: string;
  readonly b: string;
  readonly kind: "rivalry" | "alliance";
  readonly weight: number;
}

export interface Check {
  readonly id: string;
  /** What is compared, in words. */
  readonly about: string;
  /** Worst relative residual. */
  readonly value: number;
  readonly tolerance: number;
  readonly pass: boolean;
  /** What was balanced or compared in all, in `unit`. */
  readonly of: number;
  readonly unit: string;
}

export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

export interface SourceRow {
  readonly id: string;
  readonly citation: string;
  readonly url: string | null;
}

export interface StudyDocument {
  readonly command: "study";
  readonly version: string;
  readonly fingerprint: string;
  readonly seed: number;
  readonly draws: number;
  /** Policies and data are as of this date. */
  readonly asOf: string;
  readonly failed: {
    readonly share: number;
    readonly byStatus: Readonly<Record<string, number>>;
    /** One draw that failed, with what is needed to run it again. */
    readonly example?: {
      readonly draw: number;
      readonly status: string;
      readonly parameters: Readonly<Record<string, number>>;
    };
  };
  readonly conditioning: {
    readonly effectiveSampleSize: number;
    readonly needed: number;
    readonly gate: "green" | "red";
    readonly series: readonly string[];
    readonly fit: readonly Fit[];
  };
  readonly estimates: readonly Estimate[];
  readonly rivals: readonly Rival[];
  readonly scenarios: readonly Scenario[];
  readonly bands: readonly Band[];
  readonly contrasts: readonly Contrast[];
  readonly sensitivity: readonly Sensitivity[];
  readonly assumptions: readonly AssumptionRow[];
  readonly network: { readonly groups: readonly NetworkGroup[]; readonly ties: readonly NetworkTie[] };
  readonly sources: readonly SourceRow[];
  readonly checks: readonly Check[];
  /** The whole system; absent where the study was asked for the cartels alone. */
  readonly system?: SystemPart;
}
