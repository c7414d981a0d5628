import { dateOf, weekOf } from "../../data/calendar.ts";
import type { Leg } from "../../ensemble/leg.ts";
import { study as english } from "../../language/en/study.ts";

/** Where history ends and scenarios part: policies and data are as of December 2023. */
export const ANCHOR = "2024-01-01";
/** Where scenarios end, five years on. */
export const HORIZON = "2029-01-01";
/** The study's own 2022 (week 520) and the end of 2022 on the calendar. */
export const REPORTED = ["2021-12-19", "2022-12-31"] as const;
/** Whole calendar years of history. */
export const YEARS = Array.from({ length: 12 }, (_, i) => 2012 + i);

/** Longest step of the study [week]; `software-checks.ts` holds it against steps a quarter as long. */
export const STEP = 52;

/** Weeks between the points of a band [week]. */
const BAND_STEP = 4;

/** Settings of the levers that a scenario changes at the anchor. */
export interface ScenarioSpec {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Factors by lever of the core. */
  readonly factors: Readonly<Record<string, number>>;
}

export const SCENARIOS: readonly ScenarioSpec[] = [
  {
    id: "business-as-usual",
    name: english["scenario business-as-usual"],
    about: english["about business-as-usual"],
    factors: {},
  },
  {
    id: "recruitment-halved",
    name: english["scenario recruitment-halved"],
    about: english["about recruitment-halved"],
    factors: { "cartels.recruitmentFactor": 0.5 },
  },
  {
    id: "incapacitation-doubled",
    name: english["scenario incapacitation-doubled"],
    about: english["about incapacitation-doubled"],
    factors: { "cartels.incapacitationFactor": 2 },
  },
  {
    id: "both",
    name: english["scenario both"],
    about: english["about both"],
    factors: { "cartels.recruitmentFactor": 0.5, "cartels.incapacitationFactor": 2 },
  },
];

/** History, then one leg a scenario. */
export function studyLegs(): Leg[] {
  const anchor = weekOf(ANCHOR);
  const horizon = weekOf(HORIZON);
  const edges = [...YEARS, YEARS[YEARS.length - 1]! + 1].map((year) => weekOf(`${year}-01-01`));
  const history = rising([...grid(0, anchor), anchor, ...REPORTED.map((date) => weekOf(date)), ...edges]);
  const future = rising([...grid(anchor, horizon), horizon]);
  return [
    { t0: 0, t1: anchor, save: history },
    ...SCENARIOS.map(({ factors }) => ({
      t0: anchor,
      t1: horizon,
      save: future,
      schedules: Object.fromEntries(
        Object.entries(factors).map(([lever, factor]) => [lever, { t: [anchor], value: [factor] }]),
      ),
    })),
  ];
}

/** Save points of a leg that its bands are drawn through. */
export function bandPoints(leg: Leg): number[] {
  return Array.from(leg.save, (week, i) => ({ week, i }))
    .filter(
      ({ week }) =>
        week === leg.t1 || Math.abs((week - leg.t0) / BAND_STEP - Math.round((week - leg.t0) / BAND_STEP)) < 1e-9,
    )
    .map(({ i }) => i);
}

/** Position of a date among the save points of a leg. */
export function saveAt(leg: Leg, date: string): number {
  const week = weekOf(date);
  const at = Array.from(leg.save).findIndex((candidate) => Math.abs(candidate - week) < 1e-9);
  if (at < 0) throw new Error(`${date} is no save point; nearest to ${dateOf(week)}`);
  return at;
}

function grid(from: number, to: number): number[] {
  return Array.from({ length: Math.floor((to - from) / BAND_STEP + 1e-9) + 1 }, (_, i) => from + BAND_STEP * i);
}

/** Each moment once, rising. */
function rising(weeks: readonly number[]): Float64Array {
  const sorted = [...weeks].sort((a, b) => a - b);
  return Float64Array.from(sorted.filter((week, i) => i === 0 || week - sorted[i - 1]! > 1e-9));
}
