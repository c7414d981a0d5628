import type { Dataset } from "../../data/dataset.ts";
import type { Series } from "../../data/series.ts";
import { chainOf } from "./chain.ts";
import { type Claim, type ClaimNumber, exactly, type Message, percent, rounded } from "./claim.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { type Leaning, type Verdict, verdictOf } from "./verdict.ts";

/** Monthly encounters at the southwest border [encounter]. */
export interface Encounters {
  /** Border Patrol, everybody and people from Mexico. */
  readonly all: Series;
  readonly mexico: Series;
  /** Border Patrol, by other nationality. */
  readonly others: readonly { readonly name: Message; readonly series: Series }[];
  /** Border Patrol and ports of entry together, everybody and people from Mexico. */
  readonly withPorts: { readonly all: Series; readonly mexico: Series };
  /** Whether the figures of the Border Patrol were read in the originator's own file. */
  readonly original: boolean;
}

const NATIONS = {
  brazil: { key: "claims.nationBrazil" },
  china: { key: "claims.nationChina" },
  colombia: { key: "claims.nationColombia" },
  cuba: { key: "claims.nationCuba" },
  dominican_republic: { key: "claims.nationDominicanRepublic" },
  ecuador: { key: "claims.nationEcuador" },
  el_salvador: { key: "claims.nationElSalvador" },
  guatemala: { key: "claims.nationGuatemala" },
  haiti: { key: "claims.nationHaiti" },
  honduras: { key: "claims.nationHonduras" },
  india: { key: "claims.nationIndia" },
  mauritania: { key: "claims.nationMauritania" },
  nicaragua: { key: "claims.nationNicaragua" },
  peru: { key: "claims.nationPeru" },
  romania: { key: "claims.nationRomania" },
  russia: { key: "claims.nationRussia" },
  turkey: { key: "claims.nationTurkey" },
  ukraine: { key: "claims.nationUkraine" },
  venezuela: { key: "claims.nationVenezuela" },
} as const;

const HEADLINES = {
  supported: { key: "claims.c8Supported" },
  "supported with a caveat": { key: "claims.c8Caveat" },
  "not supported": { key: "claims.c8Against" },
  "cannot be told from this evidence": { key: "claims.c8Open" },
} as const satisfies Record<Verdict, { key: string }>;

/** The latest first. */
const YEARS = Array.from({ length: 12 }, (_, i) => 2023 - i);
/** The fiscal year that ended five days before the report, and the last whole calendar year before it. */
const FISCAL = 2023;
const CALENDAR = 2022;
const FIRST = 2012;
/** So many nationalities are shown. */
const SHOWN = 6;

/** Encounters by nationality, from the tables of evidence. */
export function encountersByNationality(dataset: Dataset): Encounters {
  const series = (id: string) => dataset.seriesNamed(id);
  const [all, mexico] = [series("us_usbp_sw_encounters_khsm"), series("us_usbp_sw_encounters_mexico")];
  return {
    all,
    mexico,
    others: Object.entries(NATIONS).map(([id, name]) => ({ name, series: series(`us_usbp_sw_encounters_${id}`) })),
    withPorts: { all: series("us_cbp_sw_encounters_total"), mexico: series("us_cbp_sw_encounters_mexico") },
    original: [...all.rows, ...mexico.rows].every(({ source }) => dataset.sources.get(source)?.primary === true),
  };
}

/** C8: many come to Mexico from other nations to cross later. */
export function weighNationality(chain: string, encounters: Encounters): Claim {
  const { all, mexico, others, withPorts, original } = encounters;
  const share = (year: number, fiscal: boolean, of = { all, mexico }) =>
    1 - sumOf(of.mexico, year, fiscal) / sumOf(of.all, year, fiscal);
  const readings = [share(FISCAL, true), share(CALENDAR, false)];
  const verdict = verdictOf(leaningOfShares(readings), { grade: "A", original, exact: false });
  const whole = sumOf(all, FISCAL, true);
  const nations = others
    .map(({ name, series }) => ({ name, part: sumOf(series, FISCAL, true, "suppressed") / whole }))
    .sort((a, b) => b.part - a.part);
  const shares = (fiscal: boolean): ClaimNumber[] =>
    YEARS.map((year) => {
      const late = year > CALENDAR ? "claims.otherShareSince" : "claims.otherShareYear";
      const key = fiscal ? "claims.otherShareFiscal" : late;
      return exactly({ key, values: { year: String(year) } }, share(year, fiscal), "1");
    });
  const fiscal = { year: String(FISCAL) };
  return {
    id: "C8",
    claim: { key: "claims.c8Claim" },
    headline: { key: HEADLINES[verdict].key },
    verdict,
    modelled: true,
    grade: "A",
    numbers: [
      exactly({ key: "claims.otherEncounters", values: fiscal }, whole - sumOf(mexico, FISCAL, true), "encounter"),
      exactly({ key: "claims.allEncounters", values: fiscal }, whole, "encounter"),
      ...shares(true),
      ...shares(false),
      exactly({ key: "claims.otherShareWithPorts", values: fiscal }, share(FISCAL, true, withPorts), "1"),
      ...nations
        .slice(0, SHOWN)
        .map(({ name, part }) => exactly({ key: "claims.nationShare", values: { ...fiscal, name } }, part, "1")),
    ],
    sentence: {
      key: "claims.c8Sentence",
      values: {
        share: percent(readings[0]!),
        count: rounded(whole - sumOf(mexico, FISCAL, true), 1000),
        year: String(FISCAL),
        before: percent(share(FIRST, true)),
        first: String(FIRST),
      },
    },
    notToWrite: { key: "claims.c8NotToWrite", values: { share: percent(readings[0]!) } },
    sources: sourcesOf([all, mexico, withPorts.all, withPorts.mexico, ...others.map(({ series }) => series)]),
    chain: chainOf(chain, "C8", { report: { key: "claims.c8Report" } }),
  };
}

/** Leaning by the share under every reading. */
export function leaningOfShares(shares: readonly number[]): Leaning {
  if (Math.min(...shares) >= THRESHOLDS.majority) return "for";
  return Math.max(...shares) <= THRESHOLDS.few ? "against" : "open";
}

/** Sum over the months of a fiscal or calendar year; NaN where one is missing, unless small months are suppressed. */
function sumOf({ rows }: Series, year: number, fiscal: boolean, absent?: "suppressed"): number {
  const [from, to] = fiscal ? [`${year - 1}-10`, `${year}-09`] : [`${year}-01`, `${year}-12`];
  const months = rows.filter(({ kind, date }) => kind === "month" && date >= from && date <= to);
  if (months.length !== 12 && absent === undefined) return Number.NaN;
  return months.reduce((sum, { value }) => sum + value, 0);
}

function sourcesOf(series: readonly Series[]): string[] {
  return [...new Set(series.flatMap(({ rows }) => rows.map(({ source }) => source)))];
}
