import type { Dataset } from "../../data/dataset.ts";
import type { Leg } from "../../ensemble/leg.ts";
import type { Subsystem } from "../scenarios/subsystems.ts";

export type Orders = NonNullable<Leg["schedules"]>;

/** What a check reads of one draw. */
export interface Reading {
  /** An outcome of an arm at a week, which must be among the moments of the run. */
  at(arm: string, outcome: string, week: number): number;
  /** What an outcome that only grows gained between two weeks. */
  gained(arm: string, outcome: string, from: number, to: number): number;
  /** Value of an uncertain parameter in the draw. */
  parameter(id: string): number;
  /** Numbers of all arms that are not finite, and stocks below zero at their ends. */
  faults(): number;
}

/** A number of an experiment. */
export interface Reads {
  /** `experiment check`, as the table of checks has them. */
  readonly check: `${string} ${string}`;
  readonly read: (reading: Reading) => number;
  /** What stands for the number: the central draw (default), or an end of 90 % of the draws. */
  readonly stands?: "low90" | "high90";
}

/** A part of the system carried to a moment, and from there over arms that differ in what is ordered; several checks read it. */
export interface Run {
  readonly id: string;
  /** Last day of which anything is known. */
  readonly frozen: string;
  /** The part as that day's evidence has it; draws are weighted by its series where it has a weighing. */
  readonly part: (known: Dataset) => Subsystem;
  /** Where arms part from history [week]. */
  readonly branch: number;
  readonly end: number;
  /** What every arm orders, the first of which is what others are held against. */
  readonly arms: Readonly<Record<string, Orders>>;
  /** Weeks that are read, before the branch or after it. */
  readonly moments: readonly number[];
  readonly reads: readonly Reads[];
}

/** A month of 365.25/12 days [week]. */
export const MONTH = 365.25 / 84;

/** A lever that jumps to a value at a week. */
export function jump(lever: string, week: number, value: number, before: number): Orders {
  return { [lever]: { t: [week, week], value: [before, value] } };
}

/** Every whole week from a week on. */
export function weekly(from: number, weeks: number): number[] {
  return Array.from({ length: Math.floor(weeks + 1e-9) + 1 }, (_, i) => from + i);
}

/** Change of a count between two weeks against the first arm. */
export function change(
  reading: Reading,
  arm: string,
  usual: string,
  outcome: string,
  from: number,
  to: number,
): number {
  return reading.gained(arm, outcome, from, to) / reading.gained(usual, outcome, from, to) - 1;
}
