import type { Dataset } from "../../data/dataset.ts";
import type { Rival } from "./document.ts";

/** A figure of somebody else: one series, or a range of two. */
interface RivalSpec {
  readonly label: string;
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
}

/** Who else has counted, from the nearest definition to the furthest. */
const RIVALS: readonly RivalSpec[] = [
  {
    label: "Published study",
    value: "mx_cartel_members_est",
    low: "mx_cartel_members_est_low",
    high: "mx_cartel_members_est_high",
  },
  { label: "DEA, Sinaloa and Jalisco worldwide", value: "dea_two_cartels_network_worldwide" },
  {
    label: "Guerrero, the same two in Mexico",
    low: "guerrero_two_cartels_core_high",
    high: "guerrero_two_cartels_with_allies_high",
  },
  { label: "US defence official, two largest", value: "us_dod_two_cartels_foot_soldiers" },
  { label: "Defence secretary, all who live off the drug trade", value: "sedena_people_in_drug_trade" },
  { label: "Chew Sánchez, direct work", value: "chew_sanchez_direct" },
  { label: "Calva, direct jobs", value: "calva_direct_jobs_drug_trade" },
];

/** The figures of others with their scope; each series gives its last value. */
export function rivalFigures(dataset: Dataset): Rival[] {
  return RIVALS.map(({ label, value, low, high }) => {
    const last = (id: string | undefined) => (id === undefined ? undefined : dataset.last(id));
    const first = last(value) ?? last(low) ?? last(high);
    if (first === undefined) throw new Error(`the evidence has no figure for ${label}`);
    return {
      label,
      at: first.period.start,
      unit: "person",
      value: last(value)?.value ?? null,
      low: last(low)?.value ?? null,
      high: last(high)?.value ?? null,
      source: first.source,
      note: [last(value), last(low), last(high)]
        .flatMap((row) => (row === undefined || row.note === "" ? [] : [row.note.replace(/^scope: /, "")]))
        .filter((note, i, all) => all.indexOf(note) === i)
        .join("; "),
    };
  });
}
