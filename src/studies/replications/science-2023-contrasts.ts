import { replicateScience2023, type Science2023, type Science2023Options } from "./science-2023.ts";
import type { Policy } from "./science-2023-policies.ts";

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

function relative(value: number, reference: number): number | null {
  return reference === 0 ? null : value / reference - 1;
}
