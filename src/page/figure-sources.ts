import type { Dataset } from "../data/dataset.ts";
import type { FigureId } from "../report/figures/index.ts";

const DEATHS_SERIES = [
  "mx_homicides_prieto",
  "mx_homicides_inegi",
  "mx_missing_reported_prieto",
  "mx_missing_reported_rnpdno",
];
const MEMBERS_SERIES = ["mx_cartel_members_est", "mx_cartel_members_est_low", "mx_cartel_members_est_high"];
/** Whose tables of groups and ties the network is. */
const NETWORK = "prieto_recruitment";

/** Ids of the sources whose rows a figure shows beside the model. */
export function figureSources(dataset: Dataset, id: FigureId): readonly string[] {
  if (id === "network") return [NETWORK];
  const shown = id === "deaths" ? DEATHS_SERIES : id === "members" ? MEMBERS_SERIES : [];
  return [...new Set(shown.flatMap((series) => dataset.seriesNamed(series).rows.map(({ source }) => source)))];
}
