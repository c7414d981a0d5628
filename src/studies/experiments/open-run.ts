import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import { Blocks } from "../../ensemble/blocks.ts";
import type { Carried } from "../../ensemble/carrier.ts";
import { type Leg, rising } from "../../ensemble/leg.ts";
import { declaredParameter } from "../../model/declare.ts";
import { SampledBlocks } from "../scenarios/sampled-blocks.ts";
import { type Drawn, Sampler } from "../scenarios/sampler.ts";
import { type Subsystem, weighedUntil } from "../scenarios/subsystems.ts";
import { knownUntil } from "./known.ts";
import type { Reading, Run } from "./run.ts";

/** What is read of some draws of a run. */
export interface DrawsRead {
  /** [read][draw] */
  readonly values: readonly Float64Array[];
  /** Whole weights; 0 for a draw that failed where draws are weighted. */
  readonly weights: Float64Array;
  readonly byStatus: Readonly<Record<string, number>>;
}

/** Below this a stock is negative and not rounding. */
const ROUNDING = -1e-9;

/** A run compiled for the draws of one seed: central values, and any stretch of draws. */
export class OpenRun {
  readonly #run: Run;
  readonly #subsystem: Subsystem;
  readonly #sampler: Sampler;
  readonly #legs: readonly Leg[];
  readonly #sampled: SampledBlocks;
  readonly #central: Blocks;
  /** Rows of the state that must not be negative. */
  readonly #stocks: readonly number[];

  constructor(run: Run, dataset: Dataset, options: { readonly draws: number; readonly seed: number }) {
    this.#run = run;
    this.#subsystem = run.part(knownUntil(dataset, run.frozen));
    this.#sampler = new Sampler(this.#subsystem, { ...options, parameters: {} });
    this.#legs = legsOf(run, this.#subsystem);
    const { steps } = this.#subsystem;
    this.#central = new Blocks(this.#sampler.defined, this.#legs, () => undefined, { steps });
    this.#sampled = new SampledBlocks(this.#sampler, this.#legs, steps);
    const { layout } = this.#sampled.blocks;
    const kept = this.#sampler.model.modules.flatMap(({ name, checks = [] }) =>
      checks.flatMap((check) => ("nonNegative" in check ? [`${name}.${check.nonNegative}`] : [])),
    );
    this.#stocks = layout.stocks
      .filter(({ id }) => kept.includes(id))
      .flatMap(({ offset, length }) => Array.from({ length }, (_, row) => offset + row));
  }

  /** Every number of the run at central values. [read] */
  central(): number[] {
    const found: number[] = [];
    this.#central.run(0, 1, (_, lane, legs) => {
      const reading = this.#reading(legs, lane, undefined);
      found.push(...this.#run.reads.map(({ read }) => read(reading)));
    });
    return found;
  }

  draws(first: number, count: number): DrawsRead {
    const values = this.#run.reads.map(() => new Float64Array(count));
    const weights = new Float64Array(count);
    const byStatus: Record<string, number> = {};
    const { weighing } = this.#subsystem;
    this.#sampled.blocks.run(first, count, (draw, lane, legs) => {
      const at = draw - first;
      const drawn = this.#sampled.drawn(draw);
      const reading = this.#reading(legs, lane, drawn);
      const status = legs.find((leg) => leg.status[lane] !== "ok")?.status[lane] ?? "ok";
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      this.#run.reads.forEach(({ read }, i) => {
        values[i]![at] = read(reading);
      });
      // Without a weighing a draw that fails counts, as one that lies in no band.
      if (weighing === undefined) weights[at] = drawn.weight(0);
      else if (status === "ok")
        weights[at] = drawn.weight(
          weighing.logLikelihood((outcome, date) =>
            this.#sampled.value(legs, lane, weekOf(date) <= this.#run.branch ? 0 : 1, outcome, weekOf(date)),
          ),
        );
    });
    this.#sampled.forget();
    return { values, weights, byStatus };
  }

  #reading(legs: readonly Carried[], lane: number, drawn: Drawn | undefined): Reading {
    const arms = Object.keys(this.#run.arms);
    const at = (arm: string, outcome: string, week: number) => {
      const number = arms.indexOf(arm);
      if (number < 0) throw new Error(`run ${this.#run.id} has no arm ${arm}`);
      return this.#sampled.value(legs, lane, week < this.#run.branch - 1e-9 ? 0 : number + 1, outcome, week);
    };
    return {
      at,
      gained: (arm, outcome, from, to) => at(arm, outcome, to) - at(arm, outcome, from),
      parameter: (id) => {
        const i = this.#sampler.ids.indexOf(id);
        return i >= 0 && drawn !== undefined ? drawn.values[i]! : this.#declared(id);
      },
      faults: () => this.#faults(legs, lane),
    };
  }

  #declared(id: string): number {
    const declared = declaredParameter(this.#subsystem.model, id);
    if (declared === undefined) throw new Error(`run ${this.#run.id} has no parameter ${id}`);
    return declared.value;
  }

  #faults(legs: readonly Carried[], lane: number): number {
    const { lanes } = this.#sampled.blocks;
    let found = 0;
    for (const { outputs, state } of legs) {
      for (let i = lane; i < outputs.length; i += lanes) if (!Number.isFinite(outputs[i]!)) found++;
      for (const row of this.#stocks) if (!(state[row * lanes + lane]! >= ROUNDING)) found++;
    }
    return found;
  }
}

function legsOf(run: Run, subsystem: Subsystem): Leg[] {
  const reads = (subsystem.weighing?.reads ?? []).flatMap(({ dates }) => dates.map((date) => weekOf(date)));
  const { branch } = run;
  const moments = [...run.moments, branch];
  const end = (first: boolean) => (first ? Math.max(run.end, weighedUntil(subsystem)) : run.end);
  return [
    { t0: 0, t1: branch, save: rising([...moments, ...reads].filter((week) => week <= branch + 1e-9)) },
    ...Object.values(run.arms).map((schedules, arm) => ({
      t0: branch,
      t1: end(arm === 0),
      save: rising([...moments, ...(arm === 0 ? reads : [])].filter((week) => week >= branch - 1e-9)),
      schedules,
    })),
  ];
}
