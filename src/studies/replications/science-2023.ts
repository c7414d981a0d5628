import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { type PlainNetwork, type PlainParameters, plainCore } from "./plain-core.ts";

/** The parameters of the published study, by id. */
export interface StudyParameters extends PlainParameters {
  readonly initialMembers: number;
}

export const PUBLISHED: StudyParameters = {
  recruitment: 2.527474e-3,
  incapacitation: 110,
  conflict: 1.549231e-8,
  saturation: 4e-8,
  initialMembers: 115_000,
};

/** What `frontera replicate science-2023 --json` prints. Rates are persons a week at that week. */
export interface Science2023 {
  readonly study: "science-2023";
  readonly parameters: StudyParameters;
  readonly weeks: number[];
  readonly members: number[];
  readonly deaths: number[];
  readonly recruits: number[];
  readonly arrests: number[];
  readonly departures: number[];
  readonly groups: { id: string; name: string; initial: number; final: number }[];
  readonly status: string;
}

function rows(path: string): string[][] {
  return (EVIDENCE_FILES[path] ?? "")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

/** The published core from January 2012 over `weeks` weeks. */
export function replicateScience2023(parameters: StudyParameters = PUBLISHED, weeks = 520): Science2023 {
  const groups = rows("network/groups.csv").map(([id, name]) => ({ id: id ?? "", name: name ?? "" }));
  const index = new Map(groups.map((group, i) => [group.id, i]));
  const alliance = new Float64Array(groups.length);
  const strength = new Float64Array(groups.length);
  const rivalries: [number, number, number][] = [];
  for (const [a, b, kind, weight] of rows("network/ties.csv")) {
    const i = index.get(a ?? "") ?? -1;
    const j = index.get(b ?? "") ?? -1;
    const w = Number(weight);
    for (const end of [i, j]) {
      strength[end]! += w;
      if (kind === "alliance") alliance[end]! += w;
    }
    if (kind === "rivalry") rivalries.push([i, j, w]);
  }
  const network: PlainNetwork = { size: groups.length, rivalries, alliance };
  // Array.prototype.sort is stable, which the published digits need: 138 of the 150 groups tie on strength.
  const order = groups.map((_, i) => i).sort((i, j) => strength[j]! - strength[i]!);
  const initial = new Float64Array(groups.length);
  order.forEach((group, rank) => {
    initial[group] = 1 / (rank + 1);
  });
  const total = initial.reduce((sum, value) => sum + value, 0);
  for (let i = 0; i < initial.length; i++) initial[i]! *= parameters.initialMembers / total;
  const run = plainCore(network, initial, () => parameters, weeks);
  return {
    study: "science-2023",
    parameters,
    weeks: run.members.map((_, week) => week),
    members: run.members,
    deaths: run.deaths,
    recruits: run.recruits,
    arrests: run.arrests,
    departures: run.departures,
    groups: groups.map((group, i) => ({ ...group, initial: initial[i]!, final: run.final[i]! })),
    status: run.collapsed === undefined ? "ok" : `collapsed in week ${run.collapsed}`,
  };
}
