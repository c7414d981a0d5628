import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { type Network, rankShares } from "../../data/network.ts";
import { readTable, rowsOf, type TableSpec } from "../../data/table.ts";
import { FronteraError } from "../../errors.ts";
import { naturalSpline } from "../../math/spline.ts";

/** What the study fitted, in the order of its script: ρ [1/week], η [person/week], θ, ω [1/person/week], members in 2012. */
export const FITTED = ["recruitment", "incapacitation", "conflict", "saturation", "initialMembers"] as const;
export type Fitted = Readonly<Record<(typeof FITTED)[number], number>>;

/** Box, start and optimum of the study's fit, and the objective there. Source: its public code, doi:10.1126/science.adh2888. */
export const STUDY_FIT = {
  low: [2e-3, 110, 1e-8, 0.04e-6, 110e3],
  high: [3e-3, 120, 2e-8, 0.1e-6, 115e3],
  start: [2.68e-3, 117.6, 1.59e-8, 0.053e-6, 111e3],
  optimum: [2.5274741e-3, 110, 1.5492313e-8, 4e-8, 114_990],
  objective: 37_963.557,
} as const;

const WEEKS = 520;
const WEEKS_A_YEAR = 52;
/** Share of homicides and missing people that the study takes to be members killed by other groups [1]; assumed by it. */
export const SHARE = 0.1;
const FIRST_YEAR = 2012;
const LAST_YEAR = 2021;
const SERIES_FILE = "series/mexico-security.csv";

const ANNUAL = {
  date: { kind: "text" },
  period: { kind: "text" },
  series: { kind: "text" },
  value: { kind: "number" },
} as const satisfies TableSpec;

/**
 * Homicides and reported missing people of every week from 1 to 520 [person/week]: natural splines through the years 2012
 * to 2021 with a year's number at its start (week 52·i), straight after the last. Of the conventions tried this one comes
 * nearest to the objective that the study prints (+0.2 %; weeks 0 to 519 −0.4 %, mid-year knots −6.6 %, year-end knots
 * +7.6 %, ten knots spread over all 520 weeks −10.7 %).
 */
export function studyTarget(files: Readonly<Record<string, string>> = EVIDENCE_FILES): Float64Array {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const homicides = annual(files, "mx_homicides_prieto", years);
  const missing = annual(files, "mx_missing_reported_prieto", years);
  const spline = naturalSpline(
    years.map((_, i) => WEEKS_A_YEAR * i),
    years.map((_, i) => homicides[i]! + missing[i]!),
  );
  return Float64Array.from({ length: WEEKS }, (_, i) => spline(i + 1) / WEEKS_A_YEAR);
}

/** One value a year [person/year]. */
function annual(files: Readonly<Record<string, string>>, series: string, years: readonly number[]): number[] {
  const text = Object.hasOwn(files, SERIES_FILE) ? files[SERIES_FILE] : undefined;
  const rows =
    text === undefined
      ? []
      : rowsOf(readTable(text, SERIES_FILE, ANNUAL, { further: "ignore" })).filter((row) => row.series === series);
  return years.map((year) => {
    const row = rows.find(({ date, period }) => date === String(year) && period === "year");
    if (row === undefined)
      throw new FronteraError({
        code: "missing-evidence",
        message: `the evidence has no ${series} of ${year}`,
        path: SERIES_FILE,
        hint: "the calibration of the study needs it; run npm run bundle",
      });
    return row.value;
  });
}

/** Deaths of weeks 1 to `weeks` [person/week] by Euler's method, a step a week, as in the study's fit. */
function eulerDeaths(network: Network): (x: ArrayLike<number>, weeks: number) => Float64Array {
  const size = network.groups.length;
  const { starts, indices, values } = network.rivalry;
  const share = rankShares(network.strength);
  const attention = network.alliance.map((weight) => 1 / (weight + 1));
  const members = new Float64Array(size);
  const exposed = new Float64Array(size);
  /** Exposure of every group into `exposed`; returns the encounters Σ C_i · exposure_i. */
  const meet = (total: number) => {
    let encounters = 0;
    for (let i = 0; i < size; i++) {
      let sum = total - members[i]!;
      for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += values[k]! * members[indices[k]!]!;
      const met = sum * attention[i]!;
      exposed[i] = met;
      encounters += members[i]! * met;
    }
    return encounters;
  };
  return (x, weeks) => {
    const [recruitment, incapacitation, conflict, saturation, initialMembers] = [x[0]!, x[1]!, x[2]!, x[3]!, x[4]!];
    for (let i = 0; i < size; i++) members[i] = initialMembers * share[i]!;
    const deaths = new Float64Array(weeks);
    let total = initialMembers;
    for (let week = 0; ; week++) {
      const encounters = meet(total);
      if (week > 0) deaths[week - 1] = conflict * encounters;
      if (week === weeks) return deaths;
      const growth = 1 + recruitment - incapacitation / total;
      total = 0;
      for (let i = 0; i < size; i++) {
        const before = members[i]!;
        const after = before * (growth - conflict * exposed[i]! - saturation * before);
        members[i] = after;
        total += after;
      }
    }
  };
}

/** The study's objective: sum over 520 weeks of (deaths − share · (homicides + missing))² [person²/week²]. */
export function studyObjective(
  network: Network,
  target: Float64Array,
  share: number = SHARE,
): (x: ArrayLike<number>) => number {
  const run = eulerDeaths(network);
  return (x) => {
    const deaths = run(x, target.length);
    let sum = 0;
    for (let i = 0; i < target.length; i++) {
      const residual = deaths[i]! - share * target[i]!;
      sum += residual * residual;
    }
    return sum;
  };
}
