import { study as english } from "../../language/en/study.ts";
import { REPORTED, SCENARIOS, YEARS } from "./timeline.ts";

/** Numbers that are drawn, in the order of the columns; the first five are the core's own. */
export const DRAWN = [
  "recruitment",
  "incapacitation",
  "conflict",
  "saturation",
  "initialMembers",
  "homicideShare",
  "rankExponent",
  "orderNoise",
  "tieRetention",
] as const;
export type DrawnId = (typeof DRAWN)[number];

/** Outcomes of the core that the study reports, with their names. */
export const OUTCOMES = [
  { id: "members", name: english["outcome members"], unit: "person" },
  { id: "recruits", name: english["outcome recruits"], unit: "person/week" },
  { id: "conflict-deaths", name: english["outcome conflict-deaths"], unit: "person/week" },
  { id: "arrests", name: english["outcome arrests"], unit: "person/week" },
] as const;

/** One number of a draw, in the order of a row. */
export interface Column {
  readonly name: string;
  readonly kind: "parameter" | "estimate" | "start" | "end" | "fit" | "likelihood" | "check";
  /** Outcome and date or scenario that it reads. */
  readonly outcome?: string;
  readonly at?: string;
  readonly scenario?: string;
  readonly year?: number;
}

/** A name that statistics programs leave as it is. */
export function plainName(text: string): string {
  return text.replaceAll("-", "_");
}

/** Every number of a draw. */
export const COLUMNS: readonly Column[] = [
  ...DRAWN.map((name): Column => ({ name, kind: "parameter" })),
  ...OUTCOMES.flatMap(({ id }) =>
    REPORTED.map((at): Column => ({ name: `${plainName(id)}_${plainName(at)}`, kind: "estimate", outcome: id, at })),
  ),
  ...OUTCOMES.map(({ id }): Column => ({ name: `${plainName(id)}_start`, kind: "start", outcome: id })),
  ...SCENARIOS.flatMap(({ id: scenario }) =>
    OUTCOMES.map(
      ({ id }): Column => ({ name: `${plainName(id)}_end_${plainName(scenario)}`, kind: "end", outcome: id, scenario }),
    ),
  ),
  ...YEARS.map((year): Column => ({ name: `conflict_deaths_in_${year}`, kind: "fit", year })),
  { name: "log_likelihood", kind: "likelihood" },
  { name: "conservation_residual", kind: "check" },
  { name: "lowest_size", kind: "check" },
];

/** Position of a column by name. */
export function columnAt(name: string): number {
  const at = COLUMNS.findIndex((column) => column.name === name);
  if (at < 0) throw new Error(`no column ${name}`);
  return at;
}
