import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import { Blocks } from "../../ensemble/blocks.ts";
import type { Carried } from "../../ensemble/carrier.ts";
import type { Leg } from "../../ensemble/leg.ts";
import { rowOf } from "../../ensemble/parameter-draws.ts";
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
  readonly #blocks: Blocks;
  readonly #central: Blocks;
  readonly #drawn = new Map<number, Drawn>();
  /** Rows of the uncertain parameters. */
  readonly #rows: readonly number[];
  readonly #outputs: ReadonlyMap<string, number>;
  /** Save points by leg and week. */
  readonly #saves: readonly ReadonlyMap<number, number>[];
  /** Rows of the state that must not be negative. */
  readonly #stocks: readonly number[];

  constructor(run: Run, dataset: Dataset, options: { readonly draws: number; readonly seed: number }) {
    this.#run = run;
    this.#subsystem = run.part(knownUntil(dataset, run.frozen));
    this.#sampler = new Sampler(this.#subsystem, { ...options, parameters: {} });
    this.#legs = legsOf(run, this.#subsystem);
    const model = this.#sampler.defined;
    const { steps } = this.#subsystem;
    this.#central = new Blocks(model, this.#legs, () => undefined, { steps });
    this.#blocks = new Blocks(model, this.#legs, (draw, lane, parameters) => this.#fill(draw, lane, parameters), {
      steps,
    });
    const { layout } = this.#blocks;
    this.#outputs = new Map(layout.outputs.map(({ id }, o) => [id, o]));
    this.#saves = this.#legs.map(({ save }) => new Map(Array.from(save, (week, i) => [rounded(week), i])));
    const kept = this.#sampler.model.modules.flatMap(({ name, checks = [] }) =>
      checks.flatMap((check) => ("nonNegative" in check ? [`${name}.${check.nonNegative}`] : [])),
    );
    this.#stocks = layout.stocks
      .filter(({ id }) => kept.includes(id))
      .flatMap(({ offset, length }) => Array.from({ length }, (_, row) => offset + row));
    this.#rows = this.#sampler.ids.map((id) => rowOf(layout, id));
  }

  #fill(draw: number, lane: number, parameters: Float64Array): void {
    const drawn = this.#sampler.draw(draw);
    this.#drawn.set(draw, drawn);
    this.#rows.forEach((row, i) => {
      parameters[row * this.#blocks.lanes + lane] = drawn.values[i]!;
    });
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
    this.#blocks.run(first, count, (draw, lane, legs) => {
      const at = draw - first;
      const drawn = this.#drawn.get(draw)!;
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
          weighing.logLikelihood((outcome, date) => this.#weighed(legs, lane, outcome, weekOf(date))),
        );
    });
    this.#drawn.clear();
    return { values, weights, byStatus };
  }

  #weighed(legs: readonly Carried[], lane: number, outcome: string, week: number): number {
    return this.#value(legs, lane, week <= this.#run.branch ? 0 : 1, outcome, week);
  }

  #value(legs: readonly Carried[], lane: number, leg: number, outcome: string, week: number): number {
    const output = this.#outputs.get(outcome);
    const save = this.#saves[leg]!.get(rounded(week));
    if (output === undefined || save === undefined)
      throw new Error(`run ${this.#run.id} does not read ${outcome} at week ${week}`);
    const { layout, lanes } = this.#blocks;
    return legs[leg]!.outputs[(save * layout.outputs.length + output) * lanes + lane]!;
  }

  #reading(legs: readonly Carried[], lane: number, drawn: Drawn | undefined): Reading {
    const arms = Object.keys(this.#run.arms);
    const at = (arm: string, outcome: string, week: number) => {
      const number = arms.indexOf(arm);
      if (number < 0) throw new Error(`run ${this.#run.id} has no arm ${arm}`);
      return this.#value(legs, lane, week < this.#run.branch - 1e-9 ? 0 : number + 1, outcome, week);
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
    for (const { name, parameters = {} } of this.#subsystem.model.modules)
      for (const [plain, declaration] of Object.entries(parameters))
        if ((declaration.id ?? `${name}.${plain}`) === id) return declaration.value;
    throw new Error(`run ${this.#run.id} has no parameter ${id}`);
  }

  #faults(legs: readonly Carried[], lane: number): number {
    const { lanes } = this.#blocks;
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

function rounded(week: number): number {
  return Math.round(week * 1e6);
}

/** Each moment once, rising. */
function rising(weeks: readonly number[]): Float64Array {
  const sorted = [...weeks].sort((a, b) => a - b);
  return Float64Array.from(sorted.filter((week, i) => i === 0 || rounded(week) !== rounded(sorted[i - 1]!)));
}
