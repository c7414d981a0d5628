import type { Dataset } from "../../data/dataset.ts";
import { weakestGrade } from "../../data/parameter.ts";
import type { Grade } from "../../model/declare.ts";
import type { Interval } from "../study/document.ts";
import { chainOf } from "./chain.ts";
import { type Claim, drawn, exactly, type Message, percent } from "./claim.ts";
import { headlineOf } from "./headline.ts";
import { signPutIn } from "./put-in.ts";
import type { RunPlan, ScenarioReads } from "./scenario-reads.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { type Leaning, leaningOfRise, verdictOf } from "./verdict.ts";

/** What a cut of the flow of guns does, and what is known of the link from firepower to arrests. */
export interface GunCut {
  /** Change against no order by years after the cut, half of the flow stopped within weeks and for good. */
  readonly guns: Readonly<Record<GunYear, Interval>>;
  readonly arrests: Readonly<Record<GunYear, Interval>>;
  readonly conflictDeaths: Readonly<Record<GunYear, Interval>>;
  /** Conflict deaths against the start. */
  readonly deathsSinceStart: Interval;
  /** Guns per member where rules on sales come with their lag and the ways around them. */
  readonly ruled: Readonly<Record<GunYear, Interval>>;
  readonly worth: number;
  readonly grade: Grade;
  /** Whether the sign of what firepower does to arrests was assumed. */
  readonly assumed: boolean;
}

const DAYS = { 1: "2025-01-01", 2: "2026-01-01", 5: "2029-01-01", 10: "2034-01-01" } as const;
type GunYear = keyof typeof DAYS;
const YEARS: readonly GunYear[] = [1, 2, 5, 10];
/** At these years the claim is read. */
const READINGS: readonly GunYear[] = [5, 10];

const RULES = "gun-source-rules";
const ELASTICITY = "firearms.capacityElasticity";
const SHARE = "firearms.usShare";
/** Draws of the cartel part that are worth what the rules need, with some to spare. */
const DRAWS = 1024;

/** Full rules stop half of the flow; here within weeks, with nobody going around them. */
export const HALVED: RunPlan = {
  part: "cartels",
  draws: DRAWS,
  assumes: { "firearms.circumvention": 0, "policy.gunSourceRulesLag": 3 },
  // The claim is about guns: what the trade earns elsewhere is left as it would be.
  without: ["revenue-recruitment", "scarcity-conflict", "ban-killings", "violence-departures"],
  days: ["2024-01-01", ...Object.values(DAYS)],
  scenarios: { halved: { [RULES]: 1 } },
};

/** The same rules as the evidence has them. */
export const RULED: RunPlan = { ...HALVED, assumes: {}, scenarios: { ruled: { [RULES]: 1 } } };

export function gunCut(dataset: Dataset, halved: ScenarioReads, ruled: ScenarioReads): GunCut {
  const each = (reads: ScenarioReads, scenario: string, outcome: string) =>
    Object.fromEntries(YEARS.map((year) => [year, reads.change(scenario, outcome, DAYS[year])])) as Record<
      GunYear,
      Interval
    >;
  return {
    guns: each(halved, "halved", "guns-per-member"),
    arrests: each(halved, "halved", "arrests"),
    conflictDeaths: each(halved, "halved", "conflict-deaths"),
    deathsSinceStart: halved.change("halved", "conflict-deaths", DAYS[5], "start"),
    ruled: each(ruled, "ruled", "guns-per-member"),
    worth: Math.min(halved.worth, ruled.worth),
    grade: weakestGrade([halved.grade("halved", "arrests"), dataset.lever(RULES).grade]),
    assumed: signPutIn(dataset.parameter(ELASTICITY)),
  };
}

/** C9: guns smuggled south let cartels overpower local police. */
export function weighGuns(dataset: Dataset, chain: string, cut: GunCut): Claim {
  const leaning = leaningOfCut(cut);
  const verdict = verdictOf(leaning, { grade: cut.grade, original: true, exact: true });
  const firearms = dataset.seriesNamed("mx_homicide_firearm_share_sesnsp").rows.find(({ date }) => date === "2022")!;
  const share = dataset.parameter(SHARE);
  const over = (of: Readonly<Record<GunYear, Interval>>, key: GunKey) =>
    YEARS.map((year) => drawn({ key, values: { after: AFTER[year] } }, of[year], "1"));
  const middle = (of: Readonly<Record<GunYear, Interval>>, year: GunYear) => percent(of[year].median);
  const ends = ({ interval90: [low, high] }: Interval) => ({ from: percent(low), to: percent(high) });
  return {
    id: "C9",
    claim: { key: "claims.c9Claim" },
    headline: headlineOf("c9", leaning, verdict),
    verdict,
    modelled: true,
    grade: cut.grade,
    numbers: [
      ...over(cut.guns, "claims.gunsHalved"),
      ...over(cut.arrests, "claims.arrestsHalved"),
      ...over(cut.conflictDeaths, "claims.conflictHalved"),
      drawn({ key: "claims.conflictSinceStart", values: { after: AFTER[5] } }, cut.deathsSinceStart, "1"),
      ...over(cut.ruled, "claims.gunsRuled"),
      exactly({ key: "claims.gunShare" }, share.value, "1"),
      exactly({ key: "claims.firearmShare", values: { year: firearms.date } }, firearms.value / 100, "1"),
    ],
    effectiveSampleSize: cut.worth,
    sentence: {
      key: "claims.c9Sentence",
      values: {
        guns1: middle(cut.guns, 1),
        guns10: middle(cut.guns, 10),
        ...ends(cut.arrests[5]),
        deaths: middle(cut.conflictDeaths, 5),
      },
    },
    notToWrite: { key: "claims.c9NotToWrite" },
    needed: { key: "claims.c9Needed" },
    sources: [
      ...new Set([
        ...dataset.lever(RULES).source,
        ...share.source,
        ...dataset.parameter(ELASTICITY).source,
        firearms.source,
      ]),
    ],
    chain: chainOf(chain, "C9", { report: { key: "claims.c9Report" } }),
  };
}

type GunKey = "claims.gunsHalved" | "claims.arrestsHalved" | "claims.conflictHalved" | "claims.gunsRuled";

const AFTER = {
  1: { key: "claims.after1" },
  2: { key: "claims.after2" },
  5: { key: "claims.after5" },
  10: { key: "claims.after10" },
} as const satisfies Record<GunYear, Message>;

function leaningOfCut({ arrests, assumed, worth }: GunCut): Leaning {
  if (assumed) return "open";
  return leaningOfRise(
    READINGS.map((year) => arrests[year]),
    THRESHOLDS.felt,
    worth,
  );
}
