import type { Dataset } from "../../data/dataset.ts";
import { REPORTED } from "../study/timeline.ts";
import { chainOf } from "./chain.ts";
import { type Claim, type ClaimNumber, exactly, percent, rounded } from "./claim.ts";
import { drawingError, leadingGrade, type MembersDraws, probability, summaryOf } from "./members-draws.ts";
import { leaningOfDraws, type Verdict, verdictOf } from "./verdict.ts";

/** Members in Mexico as the published study gives them [person]. */
export interface PublishedRange {
  readonly low: number;
  readonly central: number;
  readonly high: number;
  readonly source: string;
}

const HEADLINES = {
  supported: { key: "claims.c1Supported" },
  "supported with a caveat": { key: "claims.c1Caveat" },
  "not supported": { key: "claims.c1Against" },
  "cannot be told from this evidence": { key: "claims.c1Open" },
} as const satisfies Record<Verdict, { key: string }>;

/** The figures of others, from the nearest definition to the furthest. */
const RIVALS = [
  { series: "dea_two_cartels_network_worldwide", key: "claims.rivalDea" },
  { series: "guerrero_two_cartels_with_allies_high", key: "claims.rivalGuerrero" },
  { series: "us_dod_two_cartels_foot_soldiers", key: "claims.rivalDefense" },
  { series: "sedena_people_in_drug_trade", key: "claims.rivalSedena" },
  { series: "chew_sanchez_direct", key: "claims.rivalChew" },
  { series: "calva_direct_jobs_drug_trade", key: "claims.rivalCalva" },
] as const;

/** The study whose abstract gives the range. */
const STUDY = "prieto_2023";

/** The range of the published study. */
export function publishedRange(dataset: Dataset): PublishedRange {
  const last = (id: string) => dataset.last(id);
  const { value: central, source } = last("mx_cartel_members_est");
  return {
    low: last("mx_cartel_members_est_low").value,
    central,
    high: last("mx_cartel_members_est_high").value,
    source,
  };
}

/** C1: cartels "employ" so many people in Mexico. */
export function weighWorkforce(dataset: Dataset, chain: string, draws: MembersDraws, range: PublishedRange): Claim {
  const [study, end] = REPORTED;
  const within = (date: (typeof REPORTED)[number]) =>
    probability(draws, (i) => draws.members[date][i]! >= range.low && draws.members[date][i]! <= range.high);
  const grade = leadingGrade(draws.grades);
  const verdict = verdictOf(leaningOfDraws([within(study), within(end)], draws.worth), {
    grade,
    original: dataset.sources.get(STUDY)?.primary === true,
    exact: true,
  });
  const [median, band] = summaryOf(draws.members[end], draws.weights);
  const rivals = RIVALS.map(({ series, key }) => ({
    key,
    ...dataset.last(series),
    unit: dataset.seriesNamed(series).unit,
  }));
  const bounds = { low: range.low, high: range.high };
  return {
    id: "C1",
    claim: { key: "claims.c1Claim", values: bounds },
    headline: { key: HEADLINES[verdict].key, values: bounds },
    verdict,
    modelled: true,
    grade,
    numbers: [
      { what: { key: "claims.membersAtEnd" }, value: median, unit: "person", interval90: band },
      membersAt(draws, study),
      share("claims.inRangeAtEnd", within(end)),
      share("claims.inRangeAtStudy", within(study)),
      before(draws, end),
      exactly({ key: "claims.drawsWorth", values: { draws: draws.draws } }, draws.worth, "1"),
      ...(["A", "B", "C"] as const).map((letter) =>
        exactly({ key: "claims.spreadByGrade", values: { grade: letter } }, draws.grades[letter], "1"),
      ),
      ...draws.spreads.map(({ parameter, ratio }) => {
        const { name: en, nameEs: es } = dataset.parameter(parameter);
        return exactly({ key: "claims.spreadKept", values: { name: { en, es } } }, ratio, "1");
      }),
      {
        what: { key: "claims.published" },
        value: range.central,
        unit: "person",
        interval90: [range.low, range.high],
      },
      ...rivals.map(({ key, value, unit }) => exactly({ key }, value, unit)),
    ],
    sentence: {
      key: "claims.c1Sentence",
      values: {
        ...bounds,
        atStudy: percent(within(study)),
        atEnd: percent(within(end)),
        median: rounded(median, 1000),
        from: rounded(band[0], 1000),
        to: rounded(band[1], 1000),
        assumed: percent(draws.grades.C),
      },
    },
    notToWrite: { key: "claims.c1NotToWrite", values: bounds },
    sources: [...new Set([STUDY, "prieto_recruitment", range.source, ...rivals.map(({ source }) => source)])],
    chain: chainOf(chain, "C1", {
      study: { key: "claims.c1Study", values: bounds },
      press: { key: "claims.c1Press", values: { central: range.central } },
      report: { key: "claims.c1Report", values: bounds },
    }),
  };

  function share(key: "claims.inRangeAtEnd" | "claims.inRangeAtStudy", value: number): ClaimNumber {
    return { what: { key, values: bounds }, value, unit: "1", interval90: drawingError(value, draws.worth) };
  }
}

function membersAt(draws: MembersDraws, date: (typeof REPORTED)[number]): ClaimNumber {
  const [value, interval90] = summaryOf(draws.members[date], draws.weights);
  return { what: { key: "claims.membersAtStudy" }, value, unit: "person", interval90 };
}

/** Members before the series were looked at. */
function before(draws: MembersDraws, date: (typeof REPORTED)[number]): ClaimNumber {
  const [value, interval90] = summaryOf(draws.members[date]);
  return { what: { key: "claims.membersBefore" }, value, unit: "person", interval90 };
}
