import type { Status } from "../../ensemble/carrier.ts";
import { Moments } from "../../ensemble/moments.ts";
import { Tally } from "../../ensemble/tally.ts";
import { COLUMNS, type Column, columnAt, DRAWN, plainName } from "./columns.ts";
import type { Interval } from "./document.ts";
import { wholeWeight } from "./observation.ts";
import type { StudyPart } from "./study-job.ts";
import { SCENARIOS } from "./timeline.ts";

/** Bins of single numbers are 2^−10 of a value wide. */
const PRECISION = 10;
/** Smaller numbers read as zero: rates of conflict and saturation are of the order of 1e-8; persons, and persons a week. */
const SMALLEST_PARAMETER = 1e-10;
const SMALLEST_OUTCOME = 0.01;
const SMALLEST_RATIO = 1e-3;
/** So many draws are kept whole, for the shares of the variance. */
const KEPT = 5_000;

const LIKELIHOOD = columnAt("log_likelihood");
const SHARE = columnAt("homicideShare");
const RESIDUAL = columnAt("conservation_residual");
const LOWEST = columnAt("lowest_size");
const MEMBERS = columnAt("members_2022_12_31");

const columnsOf = (...kinds: Column["kind"][]) => COLUMNS.flatMap(({ kind }, i) => (kinds.includes(kind) ? [i] : []));
/** Columns whose quantiles are asked for, before and after the series are looked at or after only. */
const PARAMETERS = columnsOf("parameter");
const ESTIMATES = columnsOf("estimate");
const LATER = columnsOf("start", "end", "fit");

/** A change of an outcome at the horizon, as the ratio of two columns. */
export interface Ratio {
  readonly scenario: string;
  readonly outcome: string;
  readonly against: "businessAsUsual" | "start";
  readonly above: number;
  readonly below: number;
}

/** Outcomes that are compared; recruits and arrests follow from them and from the scenario itself. */
const CONTRASTED = ["members", "conflict-deaths"] as const;

/** Every contrast of the study: both references for every scenario, save business as usual against itself. */
export const RATIOS: readonly Ratio[] = SCENARIOS.flatMap(({ id: scenario }) =>
  CONTRASTED.flatMap((outcome) =>
    (["businessAsUsual", "start"] as const).flatMap((against): Ratio[] =>
      scenario === "business-as-usual" && against === "businessAsUsual"
        ? []
        : [
            {
              scenario,
              outcome,
              against,
              above: columnAt(`${plainName(outcome)}_end_${plainName(scenario)}`),
              below: columnAt(`${plainName(outcome)}_${against === "start" ? "start" : "end_business_as_usual"}`),
            },
          ],
    ),
  ),
);

/** A draw that did not go through. */
export interface Failure {
  readonly draw: number;
  readonly status: Status;
  readonly parameters: Readonly<Record<string, number>>;
}

/** Sums an ensemble of the study up, chunk by chunk in order, in memory that does not grow with draws. */
export class StudyAccumulator {
  draws = 0;
  readonly byStatus: Partial<Record<Status, number>> = {};
  example: Failure | undefined;
  /** Worst residual of the balance of members, smallest size of a group, sum of what was balanced [person]. */
  residual = 0;
  lowest = Number.POSITIVE_INFINITY;
  balanced = 0;
  readonly #parameters = { prior: parameterTally(), posterior: parameterTally() };
  readonly #outcomes = { prior: outcomeTally(), posterior: outcomeTally() };
  readonly #ratios = new Tally(RATIOS.length, PRECISION, SMALLEST_RATIO);
  readonly #priorMoments = new Moments(DRAWN.length);
  readonly #posteriorMoments = new Moments(DRAWN.length);
  #weights = 0;
  #squares = 0;
  readonly #kept: Float64Array[] = [];
  readonly #keptWeights: number[] = [];

  readonly #whole: boolean;

  /** `whole`: everything that the report tells of an ensemble; otherwise what a sensitivity tells. */
  constructor(whole = true) {
    this.#whole = whole;
  }

  add({ first, count, rows, status }: StudyPart): void {
    const width = COLUMNS.length;
    for (let i = 0; i < count; i++) {
      this.draws++;
      const row = rows.subarray(i * width, (i + 1) * width);
      const own = status[i]!;
      this.byStatus[own] = (this.byStatus[own] ?? 0) + 1;
      if (own !== "ok") {
        this.example ??= {
          draw: first + i,
          status: own,
          parameters: Object.fromEntries(DRAWN.map((id, p) => [id, row[p]!])),
        };
        continue;
      }
      const weight = wholeWeight(row[LIKELIHOOD]!);
      this.#weights += weight;
      this.#squares += weight * weight;
      for (let r = 0; r < RATIOS.length; r++)
        this.#ratios.add(r, row[RATIOS[r]!.above]! / row[RATIOS[r]!.below]!, weight);
      const residual = row[RESIDUAL]!;
      if (!(residual <= this.residual)) this.residual = residual;
      this.lowest = Math.min(this.lowest, row[LOWEST]!);
      this.balanced += row[MEMBERS]!;
      if (!this.#whole) {
        for (const c of ESTIMATES) this.#outcomes.posterior.add(c, row[c]!, weight);
        continue;
      }
      for (let p = 0; p < DRAWN.length; p++) {
        this.#priorMoments.add(p, row[p]!);
        this.#posteriorMoments.add(p, row[p]!, weight);
      }
      for (const c of PARAMETERS) {
        this.#parameters.prior.add(c, row[c]!, 1);
        this.#parameters.posterior.add(c, row[c]!, weight);
      }
      for (const c of ESTIMATES) {
        this.#outcomes.prior.add(c, row[c]!, 1);
        this.#outcomes.posterior.add(c, row[c]!, weight);
      }
      // Deaths of a year are shown as the homicides and missing that they imply.
      for (const c of LATER)
        this.#outcomes.posterior.add(c, COLUMNS[c]!.kind === "fit" ? row[c]! / row[SHARE]! : row[c]!, weight);
      if (this.#kept.length < KEPT) {
        this.#kept.push(row.slice());
        this.#keptWeights.push(weight);
      }
    }
  }

  /** Effective number of draws after weighting, (Σw)²/Σw² (Kish 1965, Survey Sampling). */
  get effectiveSampleSize(): number {
    return this.#squares > 0 ? (this.#weights * this.#weights) / this.#squares : 0;
  }

  posterior(column: string): Interval {
    return this.#interval(column, "posterior");
  }

  prior(column: string): Interval {
    return this.#interval(column, "prior");
  }

  #interval(column: string, which: "prior" | "posterior"): Interval {
    const at = columnAt(column);
    const tally = (PARAMETERS.includes(at) ? this.#parameters : this.#outcomes)[which];
    return intervalOf((p) => tally.quantile(at, p));
  }

  /** Change as a share, and the weighted share of draws in which it is above zero. */
  contrast(ratio: number): Interval & { readonly shareAbove: number } {
    return {
      ...intervalOf((p) => this.#ratios.quantile(ratio, p) - 1),
      shareAbove: this.#ratios.exceedance(ratio, 1),
    };
  }

  /** Standard deviations of a drawn number before and after the series were looked at. */
  sd(parameter: number): { readonly prior: number; readonly posterior: number } {
    return {
      prior: Math.sqrt(this.#priorMoments.variance(parameter)),
      posterior: Math.sqrt(this.#posteriorMoments.variance(parameter)),
    };
  }

  /** The draws that were kept whole, with their weights. */
  get kept(): { readonly rows: readonly Float64Array[]; readonly weights: readonly number[] } {
    return { rows: this.#kept, weights: this.#keptWeights };
  }
}

const parameterTally = () => new Tally(COLUMNS.length, PRECISION, SMALLEST_PARAMETER);
const outcomeTally = () => new Tally(COLUMNS.length, PRECISION, SMALLEST_OUTCOME);

function intervalOf(quantile: (p: number) => number): Interval {
  return {
    median: quantile(0.5),
    interval50: [quantile(0.25), quantile(0.75)],
    interval90: [quantile(0.05), quantile(0.95)],
  };
}
