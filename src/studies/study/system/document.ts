/**
 * What `frontera study` says of the whole system: business as usual of every part, every lever alone, the links of the
 * fentanyl chain, and packages. Relative changes are shares with unit `1`.
 */
import type { Actor, AgendaIssue, AgendaKind, FollowUp } from "../../../data/agenda.ts";
import type { Controller } from "../../../data/lever.ts";
import type { Occasion } from "../../record/agenda.ts";
import type { CouplingRow } from "../../scenarios/coupling-effects.ts";
import type { Conditioning, EndChange, LeverRow, Lines, OutcomeRow } from "../../scenarios/document.ts";
import type { Horizon, LeverChange } from "../../scenarios/lever-effects.ts";
import type { Grades } from "../document.ts";
import type { OriginId } from "./corridor.ts";

/** A figure of a series beside an outcome, at the middle of its period and in the unit of the outcome. */
export interface DataPoint {
  readonly at: string;
  readonly period: string;
  readonly value: number;
}

/** One outcome along history and business as usual. */
export interface SystemOutcome extends OutcomeRow, Lines {
  /** Whether it stands for its part of the system in figures and on the terminal. */
  readonly headline: boolean;
  /** Change against the start of scenarios at the last horizon. */
  readonly start: EndChange;
  readonly data: readonly DataPoint[];
  readonly dataSources: readonly string[];
}

/** What orders do to one outcome. */
export interface Effect {
  readonly outcome: string;
  /** Shares of the spread of the last change against business as usual that rest on each grade. */
  readonly grades: Grades;
  readonly changes: readonly LeverChange[];
}

/** A lever alone. */
export interface SystemLever {
  readonly id: string;
  readonly unit: string;
  readonly startLevel: number;
  /** Level of full effort, at which it is shown. */
  readonly bound: number;
  readonly controller: Controller;
  readonly legal: string;
  readonly lagWeeks: number;
  /** Grade of its effect, as the table of levers has it. */
  readonly grade: "A" | "B" | "C";
  readonly mayHarm: string;
  /** Levers without which it does nothing, shown at their bounds with it. */
  readonly together: readonly string[];
  /** False for one that no equation hears of: it counts in bargaining only. */
  readonly modelled: boolean;
  /** Outcomes that it moves. */
  readonly effects: readonly Effect[];
  /** How far it can be set while no legislature acts, and what it does there; null where its bound needs none. */
  readonly withoutStatute: { readonly level: number; readonly effects: readonly Effect[] } | null;
}

/** A link of the fentanyl chain, pressed alone, and what that does to deaths. */
export interface ChainLink {
  readonly id: string;
  /** Levers that press it, at their bounds. */
  readonly levers: readonly string[];
  readonly grade: "A" | "B" | "C";
  readonly deaths: Effect;
}

/** Which legislatures act: a package that orders nothing beyond the executive has one setting. */
export type Legislatures = "not needed" | "none acts" | "act";

/** A package as it would be under one assumption about legislatures. */
export interface PackageSetting {
  readonly legislatures: Legislatures;
  readonly levers: readonly LeverRow[];
  /** Outcomes that it moves. */
  readonly effects: readonly Effect[];
}

export interface Package {
  /** Name of its file without the ending. */
  readonly id: string;
  readonly name: string;
  readonly about: { readonly en?: string; readonly es?: string };
  readonly settings: readonly PackageSetting[];
}

/** A row of the agenda with what its lever does. */
export interface AgendaEffect {
  readonly date: string;
  readonly actor: Actor;
  readonly counterpart: Actor | null;
  readonly issue: AgendaIssue;
  readonly kind: AgendaKind;
  readonly what: string;
  readonly occasion: Occasion | null;
  readonly followUp: FollowUp;
  readonly source: string;
  /** Null where no lever stands for it. */
  readonly lever: string | null;
  /** What the lever at its bound does to the main outcomes that it moves, a year and six years on. */
  readonly does: readonly { readonly outcome: string; readonly changes: readonly LeverChange[] }[];
}

/** People who depart a week towards the north, by origin. */
export interface Departures {
  readonly origin: OriginId;
  readonly perWeek: number;
  readonly grade: "A" | "B" | "C";
}

/** Bands averaged over a year. */
export interface YearMean {
  readonly year: number;
  readonly median: number;
  readonly low90: number;
  readonly high90: number;
}

/** What is known of the corridor by place; throughput by country is not modelled. */
export interface Corridor {
  readonly departures: readonly Departures[];
  /** The last year of history and the last of business as usual, by outcome. */
  readonly means: readonly { readonly outcome: string; readonly years: readonly YearMean[] }[];
}

export interface SystemPart {
  /** Draws of every part that were weighed by what was counted. */
  readonly draws: number;
  /** How many of them, spread evenly, were carried through business as usual in fine steps, and through every lever and package. */
  readonly carried: { readonly businessAsUsual: number; readonly scenarios: number };
  /** Where orders part from business as usual, and where scenarios end. */
  readonly from: string;
  readonly to: string;
  readonly horizons: readonly Horizon[];
  readonly conditioning: readonly Conditioning[];
  readonly failed: { readonly share: number; readonly byStatus: Readonly<Record<string, number>> };
  /** Dates of the lines of business as usual. */
  readonly dates: readonly string[];
  readonly outcomes: readonly SystemOutcome[];
  readonly corridor: Corridor;
  /** The arrows between the parts. */
  readonly couplings: readonly CouplingRow[];
  readonly levers: readonly SystemLever[];
  readonly links: readonly ChainLink[];
  readonly packages: readonly Package[];
  readonly agenda: readonly AgendaEffect[];
}
