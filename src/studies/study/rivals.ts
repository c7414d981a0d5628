import type { Dataset } from "../../data/dataset.ts";
import { study as english } from "../../language/en/study.ts";
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
    label: english["rival published"],
    value: "mx_cartel_members_est",
    low: "mx_cartel_members_est_low",
    high: "mx_cartel_members_est_high",
  },
  { label: english["rival dea"], value: "dea_two_cartels_network_worldwide" },
  {
    label: english["rival guerrero"],
    low: "guerrero_two_cartels_core_high",
    high: "guerrero_two_cartels_with_allies_high",
  },
  { label: english["rival defense"], value: "us_dod_two_cartels_foot_soldiers" },
  { label: english["rival sedena"], value: "sedena_people_in_drug_trade" },
  { label: english["rival chew"], value: "chew_sanchez_direct" },
  { label: english["rival calva"], value: "calva_direct_jobs_drug_trade" },
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
