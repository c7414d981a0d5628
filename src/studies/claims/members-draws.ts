import { type PoolOptions, runJob } from "../../ensemble/pool.ts";
import { FronteraError } from "../../errors.ts";
import { quantiles } from "../../math/statistics.ts";
import type { Grade } from "../../model/declare.ts";
import { StudyAccumulator } from "../study/accumulator.ts";
import { COLUMNS, columnAt, DRAWN, plainName } from "../study/columns.ts";
import { gradesBehind } from "../study/grades.ts";
import { wholeWeight } from "../study/observation.ts";
import { chunksOf, type StudySpec, studyJob } from "../study/study-job.ts";
import { evidence, priorsOf } from "../study/study-model.ts";
import { REPORTED } from "../study/timeline.ts";

/** How the spread of a parameter changed when the series were looked at. */
export interface Spread {
  readonly parameter: string;
  /** posterior sd / prior sd: 1 means that the series taught nothing. */
  readonly ratio: number;
}

/** Members at the dates of the study in every draw that went through. */
export interface MembersDraws {
  readonly draws: number;
  readonly failed: number;
  /** [draw] */
  readonly weights: ArrayLike<number>;
  /** Equally weighted draws that the weights are worth. */
  readonly worth: number;
  /** [person], by date, then by draw. */
  readonly members: Readonly<Record<(typeof REPORTED)[number], ArrayLike<number>>>;
  /** Shares of the spread of members at the study's own 2022 by the grade of what it comes from; they add to 1. */
  readonly grades: Readonly<Record<Grade, number>>;
  readonly spreads: readonly Spread[];
}

export interface MembersOptions extends PoolOptions {
  readonly draws: number;
  readonly seed: number;
  /** Draws done and draws in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Draws members as the main study does, weighted by its series. The same seed gives the same for any number of workers.
 * Errors: `no-weight` where no draw agrees with the series, and those of `runJob`.
 */
export async function drawMembers(options: MembersOptions): Promise<MembersDraws> {
  const { draws, seed } = options;
  const dataset = evidence();
  const sums = new StudyAccumulator();
  const weights: number[] = [];
  const members = REPORTED.map((): number[] => []);
  const places = REPORTED.map((date) => columnAt(`members_${plainName(date)}`));
  const likelihood = columnAt("log_likelihood");
  const width = COLUMNS.length;
  const spec: StudySpec = { seed, ensembles: [{ draws, priors: priorsOf(dataset) }], bands: false };
  await runJob(
    studyJob,
    spec,
    chunksOf(spec),
    (part) => {
      sums.add(part);
      part.status.forEach((status, i) => {
        if (status !== "ok") return;
        weights.push(wholeWeight(part.rows[i * width + likelihood]!));
        places.forEach((place, date) => {
          members[date]!.push(part.rows[i * width + place]!);
        });
      });
      options.onProgress?.(sums.draws, draws);
    },
    options,
  );
  if (!(sums.effectiveSampleSize > 0))
    throw new FronteraError({
      code: "no-weight",
      message: "no draw agrees with the series",
      received: `${draws} draws`,
      hint: "draw more, for instance --draws 4000",
    });
  return {
    draws,
    failed: draws - weights.length,
    weights,
    worth: sums.effectiveSampleSize,
    members: { [REPORTED[0]]: members[0]!, [REPORTED[1]]: members[1]! },
    grades: gradesBehind(sums, (id) => dataset.parameter(id).grade)(places[0]!),
    spreads: DRAWN.map((parameter, p) => {
      const { prior, posterior } = sums.sd(p);
      return { parameter, ratio: prior > 0 ? posterior / prior : 1 };
    }),
  };
}

/** Weighted share of the draws in which something holds; NaN without weight. */
export function probability({ weights }: MembersDraws, holds: (draw: number) => boolean): number {
  let [sum, all] = [0, 0];
  for (let draw = 0; draw < weights.length; draw++) {
    all += weights[draw]!;
    if (holds(draw)) sum += weights[draw]!;
  }
  return sum / all;
}

/** Interval of nine tenths of the error that a number of draws leaves in a probability, normal approximation. */
export function drawingError(share: number, worth: number): [number, number] {
  const error = 1.645 * Math.sqrt((share * (1 - share)) / worth);
  return [Math.max(0, share - error), Math.min(1, share + error)];
}

/** Median and the middle nine tenths. */
export function summaryOf(values: ArrayLike<number>, weights?: ArrayLike<number>): [number, [number, number]] {
  const [low, median, high] = quantiles(values, [0.05, 0.5, 0.95], weights);
  return [median!, [low!, high!]];
}

/** The letter that stands behind the largest share of the spread; of equals the weaker one. */
export function leadingGrade({ A, B, C }: MembersDraws["grades"]): Grade {
  if (C >= A && C >= B) return "C";
  return B >= A ? "B" : "A";
}
