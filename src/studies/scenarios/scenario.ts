import type { CouplingId } from "../../system/couplings.ts";
import type { StructureId } from "./structures.ts";

/** A policy as data: what it orders, when, and what it assumes otherwise than the evidence. */
export interface Scenario {
  readonly name: string;
  readonly about: { readonly en?: string; readonly es?: string };
  /** Where the scenario parts from business as usual, and where it ends (YYYY-MM-DD). */
  readonly from: string;
  readonly to: string;
  /** By id of the lever, in the order of time. */
  readonly levers: Readonly<Record<string, readonly Order[]>>;
  /** By id of the parameter: another prior in text form, or a single value in the unit of the parameter. */
  readonly parameters: Readonly<Record<string, string | number>>;
  /** Whether subsystems act on one another from `from` on. */
  readonly couplings: boolean;
  /** Couplings that are switched off while the others are on. */
  readonly without: readonly CouplingId[];
  /** Rival structures that are run beside it. */
  readonly structures: readonly StructureId[];
}

/** One order: the level that is reached along a straight line, beginning on a day and taking so many weeks. */
export interface Order {
  /** In the unit of the lever. */
  readonly to: number;
  readonly from: string;
  /** [week] */
  readonly over: number;
}

/** Policies and data are as of December 2023. */
/** Draws of a scenario where none are named. */
export const DEFAULT_DRAWS = 2_000;
export const DEFAULT_FROM = "2024-01-01";
export const DEFAULT_TO = "2030-01-01";
/** Name of the scenario in which nothing is ordered. */
export const BUSINESS_AS_USUAL = "business as usual";

/** Nothing is ordered. */
export function businessAsUsual(): Scenario {
  return {
    name: BUSINESS_AS_USUAL,
    about: {},
    from: DEFAULT_FROM,
    to: DEFAULT_TO,
    levers: {},
    parameters: {},
    couplings: true,
    without: [],
    structures: [],
  };
}

/** Levers at a level from the anchor date on, with all else as in December 2023. */
export function ordered(levels: Readonly<Record<string, number>>): Scenario {
  return {
    ...businessAsUsual(),
    name: Object.keys(levels).join(" + "),
    levers: Object.fromEntries(
      Object.entries(levels).map(([id, to]) => [id, [{ to, from: DEFAULT_FROM, over: 0 } satisfies Order]]),
    ),
  };
}
