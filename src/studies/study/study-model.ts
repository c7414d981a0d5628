import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { weekOf } from "../../data/calendar.ts";
import { type Dataset, loadDataset } from "../../data/dataset.ts";
import { type Network, networkOf, parseGroups, parseTies } from "../../data/network.ts";
import { runOnce } from "../../ensemble/run.ts";
import type { ModelDeclaration } from "../../model/declare.ts";
import { defineModel } from "../../model/model.ts";
import { cartelNetwork, cartels } from "../../system/cartels.ts";
import { coreParameters } from "../../system/core-parameters.ts";
import { DRAWN, type DrawnId } from "./columns.ts";
import type { NetworkGroup } from "./document.ts";
import { REPORTED } from "./timeline.ts";

/** The groups and ties of the published study. */
export function publishedNetwork(): Network {
  const file = (path: string) => EVIDENCE_FILES[path] ?? "";
  return networkOf(
    parseGroups(file("network/groups.csv"), "evidence/network/groups.csv"),
    parseTies(file("network/ties.csv"), "evidence/network/ties.csv"),
  );
}

/** Priors of everything that the study draws, from the table of parameters. */
export function priorsOf(dataset: Dataset): Record<DrawnId, string | number> {
  return Object.fromEntries(
    DRAWN.map((id) => {
      const { prior, value } = dataset.parameter(id);
      return [id, prior ?? value];
    }),
  ) as Record<DrawnId, string | number>;
}

/** Members of every group at the end of 2022 with central values and the order of the published study [person]. */
export function centralGroups(dataset: Dataset, network: Network): NetworkGroup[] {
  const end = weekOf(REPORTED[1]);
  const run = runOnce(defineModel(coreModel(dataset, network)), { t0: 0, t1: end, save: [end] });
  const members = run.state("cartels.members");
  return network.groups.map(({ id, name }, i) => ({ id, name, members: members[i]! }));
}

let own: Dataset | undefined;

/** Our own table of figures; read once, for it never changes. */
export function evidence(): Dataset {
  own ??= loadDataset(EVIDENCE_FILES);
  return own;
}

/**
 * The cartel core on the published network. `perDraw`: every draw brings sizes and ties of its own.
 * `form`: `saturating` (default) or `published`.
 */
export function coreModel(
  dataset: Dataset,
  network: Network,
  { form = "saturating", perDraw = false }: { form?: "published" | "saturating"; perDraw?: boolean } = {},
): ModelDeclaration {
  return {
    name: "core",
    modules: [cartels({ network: cartelNetwork(network), parameters: coreParameters(dataset), form, perDraw })],
  };
}
