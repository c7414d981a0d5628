import type { Dataset } from "../../data/dataset.ts";
import { weakestGrade } from "../../data/parameter.ts";
import type { Grade } from "../../model/declare.ts";
import type { Interval } from "../study/document.ts";
import { chainOf } from "./chain.ts";
import { type Claim, type ClaimNumber, drawn, exactly, type Message, percent } from "./claim.ts";
import { headlineOf } from "./headline.ts";
import type { RunPlan, ScenarioReads } from "./scenario-reads.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { type Leaning, leaningOfFall, verdictOf } from "./verdict.ts";
import { SALIENCE_DAYS } from "./weak-points.ts";

/** A change after one year and after three. */
interface Course {
  readonly first: Interval;
  readonly third: Interval;
}

/** What a set of levers does to one quantity, by quantity. */
type Effects = Readonly<Record<Quantity, Course>>;

/** What levers before the border and at it do, against no order. */
export interface Upstream {
  readonly sets: Readonly<Record<LeverSet, Effects>>;
  readonly worth: number;
  readonly grade: Grade;
}

/** Outcomes of the corridor: where people are met, and where they end up. */
const QUANTITIES = {
  encounters: "encounters",
  held: "people-held",
  south: "people-in-south",
  interceptions: "interception-events",
  evaded: "evaded",
  revenue: "smuggling-revenue",
} as const;
type Quantity = keyof typeof QUANTITIES;

const ON_THE_WAY = ["interception", "darien-measures", "visa-measures"];
const LAWFUL = ["lawful-appointments", "sponsored-parole"];
const ORIGIN = ["origin-programmes"];
const BORDER = ["return-consequences"];

const SETS = {
  onTheWay: ON_THE_WAY,
  upstream: [...ON_THE_WAY, ...LAWFUL, ...ORIGIN],
  border: BORDER,
  interception: ["interception"],
  lawful: LAWFUL,
  origin: ORIGIN,
} as const;
export type LeverSet = keyof typeof SETS;
const NAMES = Object.keys(SETS) as LeverSet[];
/** The claim is read on these. */
const READINGS: readonly LeverSet[] = ["onTheWay", "upstream"];

const FIRST = "2025-01-01";
const THIRD = "2027-01-01";
const SERIES = "us_usbp_sw_encounters_khsm";
const SINCE = "since.encountersJanuary2024";
/** Draws of the corridor that are worth what the rules need, with some to spare. */
const DRAWS = 1536;

/** Every set of levers at its bounds; the days of the report are read for C6. */
export function corridorPlan(dataset: Dataset): RunPlan {
  return {
    part: "migration",
    // What people on the way are charged brings recruits, and deaths in conflict bring departures.
    coupledWith: ["cartels"],
    draws: DRAWS,
    assumes: {},
    days: [...SALIENCE_DAYS, "2024-01-01", FIRST, THIRD],
    scenarios: Object.fromEntries(
      NAMES.map((name) => [name, Object.fromEntries(SETS[name].map((lever) => [lever, dataset.lever(lever).bound]))]),
    ),
  };
}

export function upstreamOf(dataset: Dataset, reads: ScenarioReads): Upstream {
  const effects = (set: LeverSet) =>
    Object.fromEntries(
      Object.entries(QUANTITIES).map(([quantity, outcome]) => [
        quantity,
        { first: reads.change(set, outcome, FIRST), third: reads.change(set, outcome, THIRD) },
      ]),
    ) as unknown as Effects;
  return {
    sets: Object.fromEntries(NAMES.map((name) => [name, effects(name)])) as unknown as Record<LeverSet, Effects>,
    worth: reads.worth,
    grade: weakestGrade([
      ...READINGS.map((set) => reads.grade(set, QUANTITIES.encounters)),
      ...SETS.upstream.map((lever) => dataset.lever(lever).grade),
    ]),
  };
}

/** C7: addressing migration before it reaches the border works. */
export function weighUpstream(dataset: Dataset, chain: string, { sets, worth, grade }: Upstream): Claim {
  const leaning = leaningOfSets(sets, worth);
  const verdict = verdictOf(leaning, { grade, original: true, exact: true });
  const december = dataset.last(SERIES);
  const since = dataset.parameter(SINCE);
  const course = (set: LeverSet, quantity: Quantity): ClaimNumber[] =>
    ([["first", "claims.after1"] as const, ["third", "claims.after3"] as const] as const).map(([moment, after]) =>
      drawn(
        {
          key: `claims.corridor ${quantity}`,
          values: { set: { key: `claims.set ${set}` } satisfies Message, after: { key: after } satisfies Message },
        },
        sets[set][quantity][moment],
        "1",
      ),
    );
  const { onTheWay, interception, border } = sets;
  return {
    id: "C7",
    claim: { key: "claims.c7Claim" },
    headline: headlineOf("c7", leaning, verdict),
    verdict,
    modelled: true,
    grade,
    numbers: [
      ...READINGS.flatMap((set) => course(set, "encounters")),
      ...READINGS.flatMap((set) =>
        (["held", "south", "interceptions", "evaded", "revenue"] as const).flatMap((quantity) => course(set, quantity)),
      ),
      ...(["border", "interception", "lawful", "origin"] as const).flatMap((set) => [
        ...course(set, "encounters"),
        ...course(set, "held"),
      ]),
      exactly({ key: "claims.encountersSince" }, since.value / december.value - 1, "1"),
    ],
    effectiveSampleSize: worth,
    sentence: {
      key: "claims.c7Sentence",
      values: {
        first: percent(onTheWay.encounters.first.median),
        third: percent(onTheWay.encounters.third.median),
        from: percent(onTheWay.encounters.third.interval90[0]),
        to: percent(onTheWay.encounters.third.interval90[1]),
        south: percent(onTheWay.south.third.median),
        held: percent(onTheWay.held.third.median),
        interception: percent(interception.encounters.third.median),
        heldAlone: percent(interception.held.third.median),
        border: percent(border.encounters.third.median),
      },
    },
    notToWrite: { key: "claims.c7NotToWrite" },
    needed: { key: "claims.c7Needed" },
    sources: [
      ...new Set([
        ...[...SETS.upstream, ...BORDER].flatMap((lever) => dataset.lever(lever).source),
        december.source,
        ...since.source,
      ]),
    ],
    chain: chainOf(chain, "C7", { report: { key: "claims.c7Report" } }),
  };
}

function leaningOfSets(sets: Upstream["sets"], worth: number): Leaning {
  const readings = READINGS.map((set) => sets[set]);
  const leaning = leaningOfFall(
    readings.flatMap(({ encounters }) => [encounters.first, encounters.third]),
    -THRESHOLDS.felt,
    worth,
  );
  const moved = readings.some(({ held }) => [held.first, held.third].some(({ interval50: [low] }) => low > 0));
  return leaning === "for" && moved ? "rather for" : leaning;
}
