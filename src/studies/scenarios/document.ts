/** What `frontera simulate` and `frontera compare` answer. Relative changes are shares with unit `1`. */

import type { Controller } from "../../data/lever.ts";
import type { CheckResult } from "../../ensemble/check-meter.ts";
import type { Grades, Interval } from "../study/document.ts";
import type { SubsystemId } from "./subsystems.ts";

/** Bands of one quantity along dates. */
export interface Lines {
  readonly median: readonly number[];
  readonly low50: readonly number[];
  readonly high50: readonly number[];
  readonly low90: readonly number[];
  readonly high90: readonly number[];
}

/** A change at the end of a scenario. */
export interface EndChange extends Interval {
  readonly grades: Grades;
}

export interface OutcomeRow {
  readonly id: string;
  /** Part of the system that it belongs to. */
  readonly part: SubsystemId;
  readonly name: string;
  readonly unit: string;
  /** Whether its changes are shares, or differences in its unit because it is zero while nothing is ordered. */
  readonly changes: "share" | "difference";
  readonly caredForBy: readonly string[];
  readonly direction: "lower" | "higher" | "none";
  /** Shares of the spread at the end that rest on each evidence grade. */
  readonly grades: Grades;
}

/** An order as it was given, with who gives it and who may be harmed. */
export interface LeverRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly orders: readonly { readonly to: number; readonly from: string; readonly overWeeks: number }[];
  readonly controller: Controller;
  readonly legal: string;
  /** Whether an order goes beyond what can be done while no legislature acts. */
  readonly needsStatute: boolean;
  readonly lagWeeks: number;
  readonly grade: "A" | "B" | "C";
  readonly mayHarm: string;
}

/** What weights of draws of a part of the system are worth. */
export interface Conditioning {
  readonly subsystem: SubsystemId;
  readonly effectiveSampleSize: number;
  readonly needed: number;
  readonly gate: "green" | "red";
  /** Series that the draws were weighted by; none: draws of the priors. */
  readonly series: readonly string[];
}

interface Common {
  readonly version: string;
  readonly fingerprint: string;
  readonly seed: number;
  readonly draws: number;
  /** Policies and data are as of this date. */
  readonly asOf: string;
  readonly failed: { readonly share: number; readonly byStatus: Readonly<Record<string, number>> };
  readonly conditioning: readonly Conditioning[];
  readonly checks: readonly CheckResult[];
}

export interface SimulateDocument extends Common {
  readonly command: "simulate";
  readonly name: string;
  /** What it orders, in the words of its file. */
  readonly about: { readonly en?: string; readonly es?: string };
  readonly from: string;
  readonly to: string;
  readonly levers: readonly LeverRow[];
  /** Every seven days from 2012-01-01. */
  readonly dates: readonly string[];
  readonly outcomes: readonly (OutcomeRow &
    Lines & {
      readonly atEnd: { readonly businessAsUsual: EndChange; readonly start: EndChange };
    })[];
}

export interface CompareDocument extends Common {
  readonly command: "compare";
  readonly scenarios: readonly string[];
  readonly levers: Readonly<Record<string, readonly LeverRow[]>>;
  readonly dates: readonly string[];
  readonly outcomes: readonly (Omit<OutcomeRow, "grades"> & {
    readonly byScenario: Readonly<Record<string, Lines>>;
    readonly against: {
      readonly businessAsUsual: Readonly<Record<string, Lines & { readonly grades: Grades }>>;
      readonly start: Readonly<Record<string, Lines & { readonly grades: Grades }>>;
    };
  })[];
}
