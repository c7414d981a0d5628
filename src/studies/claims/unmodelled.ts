import type { Dataset } from "../../data/dataset.ts";
import type { Observation } from "../../data/series.ts";
import { formatMonth } from "../../language/format.ts";
import { chainOf } from "./chain.ts";
import { type Claim, exactly, type Message, rounded } from "./claim.ts";
import { verdictOf } from "./verdict.ts";

/** A figure that stands beside a claim and does not decide it. */
interface Beside {
  readonly what: Message;
  readonly value: number;
  readonly unit: string;
  readonly sources: readonly string[];
}

/** A month in words, in every language. */
const monthOf = (date: string) => ({ en: formatMonth(date, "en"), es: formatMonth(date, "es") });

interface Plan {
  readonly id: string;
  readonly key: "c4" | "c5" | "c6" | "c7" | "c9" | "c10";
  readonly beside: readonly Beside[];
  /** Values of the sentence. */
  readonly values: Readonly<Record<string, number | string>>;
}

/** Claims that nothing of the system weighs yet, with what the evidence alone says. */
export function unmodelledClaims(dataset: Dataset, chain: string): Claim[] {
  const synthetic = yearly(dataset, "us_overdose_deaths_synthetic_opioid", 2021);
  const overdoses = yearly(dataset, "us_overdose_deaths_all", 2021);
  const homicides = yearly(dataset, "mx_homicides_inegi", 2022);
  const firearms = yearly(dataset, "mx_homicide_firearm_share_sesnsp", 2022);
  const december = dataset.last("us_usbp_sw_encounters_khsm");
  const months = dataset
    .seriesNamed("us_usbp_sw_encounters_khsm")
    .rows.filter(({ date }) => date >= "2022-10" && date <= "2023-09");
  const encounters = months.reduce((sum, { value }) => sum + value, 0);
  const fiscal: Beside = {
    what: { key: "claims.allEncounters", values: { year: "2023" } },
    value: encounters,
    unit: "encounter",
    sources: months.map(({ source }) => source),
  };
  const year = (
    key: "claims.syntheticIn" | "claims.anyOverdoseIn" | "claims.homicidesIn",
    row: Observation,
  ): Beside => ({
    what: { key, values: { year: row.date } },
    value: row.value,
    unit: "death",
    sources: [row.source],
  });
  const plans: readonly Plan[] = [
    {
      id: "C4",
      key: "c4",
      beside: [year("claims.syntheticIn", synthetic)],
      values: { year: synthetic.date, deaths: synthetic.value },
    },
    {
      id: "C5",
      key: "c5",
      beside: [year("claims.homicidesIn", homicides)],
      values: { year: homicides.date, deaths: homicides.value },
    },
    {
      id: "C6",
      key: "c6",
      beside: [year("claims.anyOverdoseIn", overdoses), fiscal],
      values: { year: overdoses.date, deaths: overdoses.value, encounters: rounded(encounters, 1000) },
    },
    {
      id: "C7",
      key: "c7",
      beside: [
        {
          what: { key: "claims.encountersLast", values: { month: monthOf(december.date) } },
          value: december.value,
          unit: "encounter",
          sources: [december.source],
        },
      ],
      values: { encounters: december.value },
    },
    {
      id: "C9",
      key: "c9",
      beside: [
        {
          what: { key: "claims.firearmShare", values: { year: firearms.date } },
          value: firearms.value / 100,
          unit: "1",
          sources: [firearms.source],
        },
      ],
      values: { year: firearms.date, share: rounded(firearms.value, 1) },
    },
    {
      id: "C10",
      key: "c10",
      beside: [year("claims.syntheticIn", synthetic), year("claims.homicidesIn", homicides)],
      values: {
        year: synthetic.date,
        deaths: synthetic.value,
        otherYear: homicides.date,
        homicides: homicides.value,
      },
    },
  ];
  return plans.map(({ id, key, beside, values }): Claim => {
    const chained = chainOf(chain, id, { report: { key: `claims.${key}Report` } });
    return {
      id,
      claim: { key: `claims.${key}Claim` },
      headline: { key: `claims.${key}Open` },
      verdict: verdictOf("open", { grade: "C", original: false, exact: false }),
      modelled: false,
      grade: "C",
      numbers: beside.map(({ what, value, unit }) => exactly(what, value, unit)),
      sentence: { key: `claims.${key}Sentence`, values },
      notToWrite: { key: `claims.${key}NotToWrite` },
      needed: { key: `claims.${key}Needed` },
      sources: [...new Set(beside.flatMap(({ sources }) => sources))],
      chain: chained,
    };
  });
}

function yearly(dataset: Dataset, series: string, year: number): Observation {
  const row = dataset.seriesNamed(series).rows.find(({ kind, date }) => kind === "year" && Number(date) === year);
  if (row === undefined) throw new Error(`${series} has no figure of ${year}`);
  return row;
}
