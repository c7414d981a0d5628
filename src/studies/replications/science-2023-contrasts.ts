import { evidence } from "../study/study-model.ts";
import { replicateScience2023, type Science2023, type Science2023Options } from "./science-2023.ts";
import type { Policy } from "./science-2023-policies.ts";
import { withSplits } from "./science-2023-structure.ts";

/** How far one run ends from the two things it can be compared with, as shares; null where those are 0. */
export interface Contrast {
  readonly policies: readonly Policy[];
  readonly members: { readonly usual: number | null; readonly start: number | null };
  readonly deaths: { readonly usual: number | null; readonly start: number | null };
}

/** A run under policies beside the same run without them. */
export interface Contrasts {
  readonly businessAsUsual: Science2023;
  /** Week of the first policy; the start that contrasts refer to is business as usual in that week. */
  readonly start: number;
  /** All policies at once, and where there are several, each alone. */
  readonly runs: readonly Contrast[];
}

/** More policies than this are compared only all at once. */
const MOST_ALONE = 6;

/**
 * Both contrasts of a run under policies, against business as usual and against the start: the study's finding on
 * incapacitation turns on which of them is read.
 */
export function contrastsOf(run: Science2023, options: Science2023Options): Contrasts {
  const { policies } = run;
  const businessAsUsual = replicateScience2023({ ...options, policies: [] });
  const start = Math.min(...policies.map((policy) => policy.week));
  const alone = policies.length > 1 && policies.length <= MOST_ALONE ? policies : [];
  const contrast = (changed: Science2023): Contrast => {
    const of = (series: "members" | "deaths") => {
      const end = changed[series].at(-1)!;
      return {
        usual: relative(end, businessAsUsual[series].at(-1)!),
        start: relative(end, businessAsUsual[series][start]!),
      };
    };
    return { policies: changed.policies, members: of("members"), deaths: of("deaths") };
  };
  return {
    businessAsUsual,
    start,
    runs: [contrast(run), ...alone.map((policy) => contrast(replicateScience2023({ ...options, policies: [policy] })))],
  };
}

/** A run with mechanisms that the study leaves out beside the same run without them; changes are shares. */
export interface AgainstStudy {
  /** Last week of the run. */
  readonly week: number;
  readonly members: number | null;
  readonly deaths: number | null;
  /** For every split, killings by other groups in the year after it beyond those of the run in which only it is left out. */
  readonly splits: readonly { group: string; week: number; weeks: number; deaths: number }[];
  /** What a removal of a leader brought in Mexico 2006–2010, to hold splits against [death]. */
  readonly deathsPerRemoval: number;
}

const YEAR = 52;

/** The same run without the mechanisms; the fit of the study is not done again with them. */
export function againstStudy(run: Science2023, options: Science2023Options): AgainstStudy {
  const { structure = {}, ...plain } = options;
  const published = replicateScience2023(plain);
  const { splits = [] } = structure;
  const after = splits.map((split) => {
    const weeks = Math.min(YEAR, run.weeks.length - 1 - split.week);
    const rest = splits.filter((other) => other !== split);
    const without = replicateScience2023({ ...options, structure: withSplits(structure, rest) });
    const count = (series: readonly number[]) =>
      series.slice(split.week, split.week + weeks).reduce((sum, value) => sum + value, 0);
    return { ...split, weeks, deaths: count(run.deaths) - count(without.deaths) };
  });
  return {
    week: run.weeks.length - 1,
    members: relative(run.members.at(-1)!, published.members.at(-1)!),
    deaths: relative(run.deaths.at(-1)!, published.deaths.at(-1)!),
    splits: after,
    deathsPerRemoval: evidence().parameter("structure.deathsPerRemoval").value,
  };
}

function relative(value: number, reference: number): number | null {
  return reference === 0 ? null : value / reference - 1;
}
