import type { Dataset } from "../../data/dataset.ts";
import { chainOf } from "./chain.ts";
import { type Claim, type ClaimNumber, exactly, type Message, rounded } from "./claim.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { type Leaning, type Verdict, verdictOf } from "./verdict.ts";

/** Deaths of one class of drugs. */
export interface DrugClass {
  readonly name: Message;
  /** Deaths by year [death], and whether they were read in the originator's own text. */
  readonly years: ReadonlyMap<number, { readonly deaths: number; readonly original: boolean }>;
  readonly sources: readonly string[];
}

export interface Overdoses {
  /** The class that fentanyl belongs to. */
  readonly synthetic: DrugClass;
  readonly others: readonly DrugClass[];
  /** Deaths by any drug. */
  readonly all: DrugClass;
}

/** The last year of which final counts were out on 5 October 2023. */
const KNOWN = 2021;

const CLASSES = {
  cocaine: { key: "claims.drugCocaine" },
  heroin: { key: "claims.drugHeroin" },
  methadone: { key: "claims.drugMethadone" },
  natural_semisynthetic: { key: "claims.drugNatural" },
  psychostimulant: { key: "claims.drugPsychostimulant" },
} as const;

const HEADLINES = {
  supported: { key: "claims.c3Supported" },
  "supported with a caveat": { key: "claims.c3Caveat" },
  "not supported": { key: "claims.c3Against" },
  "cannot be told from this evidence": { key: "claims.c3Open" },
} as const satisfies Record<Verdict, { key: string }>;

/** Years whose level and share are shown. */
const SHOWN = [2021, 2016, 2011, 2006, 2001];
const SINCE = [2022, 2023];

/** Deaths by class of drugs, from the tables of evidence. */
export function overdoses(dataset: Dataset): Overdoses {
  const read = (id: string, name: Message): DrugClass => {
    const { rows } = dataset.seriesNamed(`us_overdose_deaths_${id}`);
    return {
      name,
      years: new Map(
        rows.map(({ date, value: deaths, source }) => [
          Number(date),
          { deaths, original: dataset.sources.get(source)?.primary === true },
        ]),
      ),
      sources: [...new Set(rows.map(({ source }) => source))],
    };
  };
  return {
    synthetic: read("synthetic_opioid", { key: "claims.drugSynthetic" }),
    others: Object.entries(CLASSES).map(([id, name]) => read(id, name)),
    all: read("all", { key: "claims.drugAny" }),
  };
}

/** A class with its deaths in one year. */
interface Deadly {
  readonly name: Message;
  readonly year: number;
  readonly deaths: number;
}

/** C3: fentanyl is the deadliest drug threat the United States has faced. */
export function weighOverdoses(chain: string, { synthetic, others, all }: Overdoses): Claim {
  const year = lastCommon([synthetic, ...others]);
  const own = inYear(synthetic, year);
  const rest = others.map((drug) => inYear(drug, year)).sort(byDeaths);
  const ownPeak = peakOf(synthetic, year);
  const peaks = others.map((drug) => peakOf(drug, year)).sort(byDeaths);
  const [runnerUp, nextPeak] = [rest[0]!, peaks[0]!];
  const lead = own.deaths / runnerUp.deaths;
  const peakLead = ownPeak.deaths / nextPeak.deaths;
  const verdict = verdictOf(leaningOfLeads(lead, peakLead), {
    grade: "A",
    original: readInOriginal([synthetic, ...others], year),
    exact: false,
  });
  const levels = (years: readonly number[], since: boolean): ClaimNumber[] =>
    years.flatMap((at) => {
      const deaths = synthetic.years.get(at)?.deaths;
      const whole = all.years.get(at)?.deaths;
      const values = { year: String(at) };
      return [
        ...(deaths === undefined
          ? []
          : [exactly({ key: since ? "claims.syntheticSince" : "claims.syntheticIn", values }, deaths, "death")]),
        ...(deaths === undefined || whole === undefined
          ? []
          : [
              exactly(
                { key: since ? "claims.syntheticShareSince" : "claims.syntheticShare", values },
                deaths / whole,
                "1",
              ),
            ]),
      ];
    });
  return {
    id: "C3",
    claim: { key: "claims.c3Claim" },
    headline: { key: HEADLINES[verdict].key },
    verdict,
    modelled: true,
    grade: "A",
    numbers: [
      ...levels(SHOWN, false),
      exactly({ key: "claims.leadInYear", values: { year: String(year), name: runnerUp.name } }, lead, "1"),
      exactly(
        { key: "claims.leadOfPeaks", values: { name: nextPeak.name, year: String(nextPeak.year) } },
        peakLead,
        "1",
      ),
      ...rest.map(({ name, deaths }) =>
        exactly({ key: "claims.deathsIn", values: { name, year: String(year) } }, deaths, "death"),
      ),
      ...[ownPeak, ...peaks].map(({ name, year: at, deaths }) =>
        exactly({ key: "claims.highestYear", values: { name, year: String(at) } }, deaths, "death"),
      ),
      ...levels(SINCE, true),
    ],
    sentence: {
      key: "claims.c3Sentence",
      values: {
        year: String(year),
        deaths: own.deaths,
        lead: rounded(lead, 0.1),
        name: runnerUp.name,
        peak: nextPeak.deaths,
        peakName: nextPeak.name,
        peakYear: String(nextPeak.year),
      },
    },
    notToWrite: { key: "claims.c3NotToWrite", values: { year: String(year), deaths: own.deaths } },
    sources: [...new Set([synthetic, ...others, all].flatMap(({ sources }) => sources))],
    chain: chainOf(chain, "C3", { report: { key: "claims.c3Report" } }),
  };
}

/** Leaning by how many times the class leads the next one in the last year and in the highest years. */
export function leaningOfLeads(lead: number, peakLead: number): Leaning {
  const weakest = Math.min(lead, peakLead);
  if (weakest >= THRESHOLDS.lead) return "for";
  if (weakest > 1) return "rather for";
  return 1 / weakest >= THRESHOLDS.lead ? "against" : "open";
}

/** The last year, no later than was known, in which every class is told. */
function lastCommon(drugs: readonly DrugClass[]): number {
  const years = [...(drugs[0]?.years.keys() ?? [])].filter(
    (year) => year <= KNOWN && drugs.every((drug) => drug.years.has(year)),
  );
  return Math.max(...years);
}

/** Whether in some year the class that leads and the one after it were both read in the originator's own text. */
function readInOriginal(drugs: readonly DrugClass[], until: number): boolean {
  const years = [...(drugs[0]?.years.keys() ?? [])].filter((year) => year <= until);
  return years.some((year) => {
    const told = drugs.flatMap(({ years: of }) => of.get(year) ?? []).sort(byDeaths);
    return told.length === drugs.length && told[0]?.original === true && told[1]?.original === true;
  });
}

function inYear({ name, years }: DrugClass, year: number): Deadly {
  return { name, year, deaths: years.get(year)?.deaths ?? Number.NaN };
}

function peakOf({ name, years }: DrugClass, until: number): Deadly {
  const told = [...years].filter(([year]) => year <= until).map(([year, { deaths }]) => ({ name, year, deaths }));
  return told.sort(byDeaths)[0] ?? { name, year: until, deaths: Number.NaN };
}

function byDeaths(a: { readonly deaths: number }, b: { readonly deaths: number }): number {
  return b.deaths - a.deaths;
}
