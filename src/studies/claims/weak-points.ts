import type { Dataset } from "../../data/dataset.ts";
import { parseDistribution } from "../../math/distributions/index.ts";
import { log } from "../../math/elementary/index.ts";
import type { Interval } from "../study/document.ts";
import { chainOf } from "./chain.ts";
import { type Claim, dated, drawn, exactly, monthly, percent, rounded, scaled } from "./claim.ts";
import { headlineOf } from "./headline.ts";
import { signPutIn } from "./put-in.ts";
import type { ScenarioReads } from "./scenario-reads.ts";
import { type Leaning, leaningOfChain, verdictOf } from "./verdict.ts";

/** What is known of the way from deaths and encounters to votes. */
export interface WeakPoints {
  /** Salience of immigration, at the report and at the end of 2023 [percent of people asked]. */
  readonly salience: readonly { readonly day: string; readonly level: Interval }[];
  /** Points of salience for one more unit of the log of encounters. */
  readonly response: Interval;
  /** Leanings of the links: deaths to opinion, encounters to opinion, opinion to votes. */
  readonly links: { readonly deaths: Leaning; readonly encounters: Leaning; readonly votes: Leaning };
  readonly worth: number;
}

/** Days of the report, and of the end of 2023. */
export const SALIENCE_DAYS = ["2023-10-05", "2023-12-31"] as const;

/** Parameters that would tell of a link; those that the evidence does not have leave it open. */
const LINKS = {
  deaths: "salience.responseToDeaths",
  encounters: "salience.response",
  votes: "salience.votesResponse",
} as const;

const POLL = "us_gallup_mip_immigration";
const SINCE = [
  { id: "since.salienceJanuary2024", key: "claims.pollSinceJanuary" },
  { id: "since.salienceFebruary2024", key: "claims.pollSinceFebruary" },
] as const;

export function weakPoints(dataset: Dataset, reads: ScenarioReads): WeakPoints {
  return {
    salience: SALIENCE_DAYS.map((day) => ({ day, level: reads.usual("salience", day) })),
    response: priorOf(dataset, LINKS.encounters),
    links: {
      deaths: leaningOfLink(dataset, LINKS.deaths),
      encounters: leaningOfLink(dataset, LINKS.encounters),
      votes: leaningOfLink(dataset, LINKS.votes),
    },
    worth: reads.worth,
  };
}

/** C6: the drug crisis and migration are weak points before the election. */
export function weighWeakPoints(dataset: Dataset, chain: string, points: WeakPoints): Claim {
  const { salience, response, links, worth } = points;
  const leaning = leaningOfChain(Object.values(links));
  const grade = Object.values(links).includes("open") ? "C" : "A";
  const poll = dataset.seriesNamed(POLL).rows;
  const verdict = verdictOf(leaning, {
    grade,
    original: poll.some(({ source }) => dataset.sources.get(source)?.primary === true),
    exact: true,
  });
  const overdoses = dataset.seriesNamed("us_overdose_deaths_all").rows.find(({ date }) => date === "2021")!;
  const last = poll[poll.length - 1]!;
  const perDoubling = scaled(response, log(2) / 100);
  const [report] = salience;
  return {
    id: "C6",
    claim: { key: "claims.c6Claim" },
    headline: headlineOf("c6", leaning, verdict),
    verdict,
    modelled: true,
    grade,
    numbers: [
      drawn({ key: "claims.salienceDoubling" }, perDoubling, "1"),
      ...salience.map(({ day, level }) =>
        drawn({ key: "claims.salienceAt", values: { date: dated(day) } }, scaled(level, 0.01), "1"),
      ),
      exactly({ key: "claims.pollLast", values: { month: monthly(last.date) } }, last.value / 100, "1"),
      ...SINCE.map(({ id, key }) => exactly({ key }, dataset.parameter(id).value / 100, "1")),
      exactly({ key: "claims.anyOverdoseIn", values: { year: overdoses.date } }, overdoses.value, "death"),
    ],
    effectiveSampleSize: worth,
    sentence: {
      key: "claims.c6Sentence",
      values: {
        points: rounded(perDoubling.median * 100, 1),
        from: rounded(perDoubling.interval90[0] * 100, 1),
        to: rounded(perDoubling.interval90[1] * 100, 1),
        level: percent(report!.level.median / 100),
        months: poll.length,
      },
    },
    notToWrite: { key: "claims.c6NotToWrite" },
    needed: { key: "claims.c6Needed" },
    sources: [
      ...new Set([
        ...poll.map(({ source }) => source),
        ...dataset.parameter(LINKS.encounters).source,
        overdoses.source,
        ...SINCE.flatMap(({ id }) => dataset.parameter(id).source),
      ]),
    ],
    chain: chainOf(chain, "C6", { report: { key: "claims.c6Report" } }),
  };
}

function leaningOfLink(dataset: Dataset, id: string): Leaning {
  const parameter = dataset.parameters.get(id);
  if (parameter === undefined || signPutIn(parameter)) return "open";
  const [low, high] = priorOf(dataset, id).interval90;
  if (low > 0) return "for";
  return high < 0 ? "against" : "open";
}

function priorOf(dataset: Dataset, id: string): Interval {
  const { prior, value } = dataset.parameter(id);
  const at = (p: number) => (prior === undefined ? value : parseDistribution(prior).quantile(p));
  return { median: at(0.5), interval50: [at(0.25), at(0.75)], interval90: [at(0.05), at(0.95)] };
}
