import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import { convert } from "../../data/units.ts";
import { type Leg, rising } from "../../ensemble/leg.ts";
import { Tally } from "../../ensemble/tally.ts";
import { exp, log } from "../../math/elementary/index.ts";
import { fillUniform, keyFromSeed, subkey } from "../../math/random.ts";
import { normalQuantile } from "../../math/special.ts";
import { SampledBlocks } from "../scenarios/sampled-blocks.ts";
import { Sampler, type SamplerOptions } from "../scenarios/sampler.ts";
import { type Subsystem, type SubsystemId, subsystemOf } from "../scenarios/subsystems.ts";
import { OBSERVATIONS, type ObservationEquation, type ObservationId } from "./observations.ts";

/** One figure of a series beside what the model gives for the same days. */
export interface FitRow {
  readonly period: string;
  readonly observed: number;
  /** Median and 90 % of the draws, with the noise of the observation. */
  readonly median: number;
  readonly interval90: readonly [number, number];
  readonly inside: boolean;
  readonly sources: readonly string[];
}

/** A series held against the model. */
export interface FitDocument {
  readonly id: ObservationId;
  readonly series: readonly string[];
  readonly outcome: string;
  readonly unit: string;
  readonly fitted: boolean;
  readonly rows: readonly FitRow[];
  /** Share of the figures that lie within the 90 % band. */
  readonly insideShare: number;
  /** Root mean square of the log of observed over median; in points for a share. */
  readonly error: number;
  /** Mean of the same, with its sign. */
  readonly bias: number;
}

export interface FitOptions {
  readonly draws: number;
  readonly seed: number;
  /** Ids of observation equations; all when left out. */
  readonly ids?: readonly string[];
  /** Another prior or a single value by parameter id, as a scenario gives them. */
  readonly parameters?: SamplerOptions["parameters"];
  readonly onProgress?: (done: number, total: number) => void;
}

const PRECISION = 9;
const LAST = weekOf("2024-01-01");
/** Draws between two signs of life. */
const BATCH = 128;

/** A figure to be met, and the moments between which the model is read. */
interface Target {
  readonly period: string;
  readonly from: number;
  readonly to: number;
  readonly observed: number;
  readonly sources: readonly string[];
}

/** Holds series of the evidence against draws of history, weighted as scenarios weigh them. */
export function fitSeries(
  dataset: Dataset,
  { draws, seed, ids, parameters = {}, onProgress }: FitOptions,
): FitDocument[] {
  const wanted = OBSERVATIONS.filter(({ id }) => ids === undefined || ids.includes(id));
  const parts = [...new Set(wanted.map(({ subsystem }) => subsystem))];
  let done = 0;
  return parts.flatMap((part) => {
    const equations = wanted.filter(({ subsystem }) => subsystem === part);
    return fitPart(dataset, part, equations, { draws, seed, parameters }, (count) => {
      done += count;
      onProgress?.(done, draws * parts.length);
    });
  });
}

function fitPart(
  dataset: Dataset,
  id: SubsystemId,
  equations: readonly ObservationEquation[],
  { draws, seed, parameters }: SamplerOptions,
  onDraws: (count: number) => void,
): FitDocument[] {
  const own = subsystemOf(id, dataset);
  const subsystem: Subsystem = { ...own, outcomes: [...own.outcomes, ...equations.map(({ outcome }) => outcome)] };
  const targets = equations.map((equation) => targetsOf(dataset, equation));
  const { weighing } = subsystem;
  const moments = [
    ...targets.flatMap((list) => list.flatMap(({ from, to }) => [from, to, (from + to) / 2])),
    ...(weighing?.reads.flatMap(({ dates }) => dates.map((date) => weekOf(date))) ?? []),
  ];
  const leg: Leg = { t0: 0, t1: LAST, save: rising(moments) };
  const sampler = new Sampler(subsystem, { draws, seed, parameters });
  const sampled = new SampledBlocks(sampler, [leg], subsystem.steps);
  const { outputs } = sampled.blocks.layout;
  const cells = targets.flatMap((list, e) => list.map((target) => ({ equation: equations[e]!, target })));
  const scales = equations.map((equation) => ({
    factor: factorOf(dataset, equation, outputs.find((output) => output.id === equation.outcome)!.unit),
    noise: Math.sqrt(equation.noise.reduce((sum, one) => sum + squared(dataset.parameter(one).value), 0)),
  }));
  const tally = new Tally(cells.length, PRECISION, 1e-9);
  const key = subkey(keyFromSeed(seed), `observations ${id}`);
  const uniform = new Float64Array(cells.length);
  for (let first = 0; first < draws; first += BATCH) {
    const count = Math.min(BATCH, draws - first);
    sampled.blocks.run(first, count, (draw, lane, legs) => {
      if (legs[0]!.status[lane] !== "ok") return;
      const value = (outcome: string, week: number) => sampled.value(legs, lane, 0, outcome, week);
      const likelihood =
        weighing === undefined ? 0 : weighing.logLikelihood((outcome, date) => value(outcome, weekOf(date)));
      const weight = sampled.drawn(draw).weight(likelihood);
      fillUniform(key, draw, 0, uniform);
      cells.forEach(({ equation, target: { from, to } }, cell) => {
        const { outcome, reads, scale } = equation;
        const { factor, noise } = scales[equations.indexOf(equation)]!;
        const plain =
          factor * (reads === "sum" ? value(outcome, to) - value(outcome, from) : value(outcome, (from + to) / 2));
        const z = noise * normalQuantile(uniform[cell]!);
        tally.add(cell, scale === "log" ? plain * exp(z) : plain + z, weight);
      });
    });
    sampled.forget();
    onDraws(count);
  }
  return equations.map((equation): FitDocument => {
    const found = cells.flatMap(({ equation: of, target }, cell) => (of === equation ? [{ target, cell }] : []));
    const fits = found.map(({ target, cell }): FitRow => {
      const [low, median, high] = [0.05, 0.5, 0.95].map((p) => tally.quantile(cell, p)) as [number, number, number];
      const { period, observed, sources } = target;
      return {
        period,
        observed,
        median,
        interval90: [low, high],
        inside: low <= observed && observed <= high,
        sources,
      };
    });
    const errors = fits.map(({ observed, median }) =>
      equation.scale === "log" ? log(observed / median) : observed - median,
    );
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    const series = [...new Set(equation.series.flat())].filter((one) => dataset.series.has(one));
    return {
      id: equation.id,
      series,
      outcome: equation.outcome,
      unit: dataset.seriesNamed(series[0]!).unit,
      fitted: equation.fitted,
      rows: fits,
      insideShare: mean(fits.map(({ inside }) => (inside ? 1 : 0))),
      error: Math.sqrt(mean(errors.map((error) => error * error))),
      bias: mean(errors),
    };
  });
}

function squared(value: number): number {
  return value * value;
}

/** Figures from 2012 to 2023: of every sum the first series that has the period. */
function targetsOf(dataset: Dataset, { series }: ObservationEquation): Target[] {
  const lists = series.map((choices) => choices.map((id) => dataset.seriesNamed(id)));
  const periods = new Map(
    lists.flatMap((choices) => choices.flatMap(({ rows }) => rows)).map((row) => [row.period.label, row.period]),
  );
  return [...periods.values()]
    .flatMap((period): Target[] => {
      const [from, to] = [weekOf(period.start), weekOf(period.end)];
      if (from < 0 || to > LAST + 1e-9) return [];
      const parts = lists.map((choices) => {
        for (const { rows } of choices) {
          const row = rows.find((one) => one.period.start === period.start && one.period.end === period.end);
          if (row !== undefined) return row;
        }
        return undefined;
      });
      if (parts.some((part) => part === undefined)) return [];
      return [
        {
          period: period.label,
          from,
          to,
          observed: parts.reduce((sum, part) => sum + part!.value, 0),
          sources: [...new Set(parts.map((part) => part!.source))],
        },
      ];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** From the unit of the outcome to that of the series. */
function factorOf(dataset: Dataset, { series, unit, over }: ObservationEquation, outcomeUnit: string): number {
  const target = dataset.seriesNamed(series[0]![0]!).unit;
  // People who die are counted as deaths: one for one.
  const counted = unit === outcomeUnit || unit === target ? 1 : convert(1, outcomeUnit, unit);
  const shown = unit === target ? 1 : convert(1, unit, target);
  return (counted * shown) / (over === undefined ? 1 : dataset.parameter(over).value);
}
