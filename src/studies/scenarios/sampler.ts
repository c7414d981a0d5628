import { type LaplaceDraws, laplaceDraws } from "../../analysis/laplace.ts";
import { weekOf } from "../../data/calendar.ts";
import { Blocks } from "../../ensemble/blocks.ts";
import { designOf } from "../../ensemble/designs/index.ts";
import type { Leg } from "../../ensemble/leg.ts";
import { uncertaintiesOf } from "../../ensemble/parameter-draws.ts";
import { rowOf } from "../../ensemble/slots.ts";
import { FronteraError } from "../../errors.ts";
import { normalCdf, normalQuantile } from "../../math/special.ts";
import { declaredParameter, type ModelDeclaration } from "../../model/declare.ts";
import { defineModel, type Model } from "../../model/model.ts";
import { specialised } from "../../model/specialise.ts";
import { wholeWeight } from "../study/observation.ts";
import type { Subsystem } from "./subsystems.ts";
import type { Weighing } from "./weighing.ts";

/** One draw of the uncertain parameters of a subsystem. */
export interface Drawn {
  /** In the order of `Sampler.ids`. */
  readonly values: Float64Array;
  /** Its weight as a whole number, from the log-likelihood that the run has given. */
  weight(logLikelihood: number): number;
}

export interface SamplerOptions {
  readonly draws: number;
  readonly seed: number;
  /** Another prior (text form) or a single value, by parameter id; ids of other subsystems are passed over. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

/** Largest log of a weight, so that no draw in a far corner outweighs all others and sums stay exact. */
const MOST_WEIGHT = 6;
/** Width of the proposal in the directions that data tell of; draws of the fentanyl chain are worth most at about this. */
const WIDER = 4;
/** A probability this near to 0 or 1 is moved off it, where priors without bounds have no value. */
const EDGE = 1e-12;

/**
 * Draws of a subsystem. Where its data say much they are drawn near the posterior and weighted for what that misses; where
 * not, from the prior, and weighted by their likelihood. A pure function of seed and draw.
 */
export class Sampler {
  readonly ids: readonly string[];
  /** The model of the subsystem with every parameter that has a single value written in, and the outcomes that are read. */
  readonly model: ModelDeclaration;
  /** The same, put together: compiled once however often it is run. */
  readonly defined: Model;
  readonly #draw: (draw: number) => Drawn;

  constructor(subsystem: Subsystem, { draws, seed, parameters }: SamplerOptions) {
    const { uncertain, fixed } = uncertaintiesIn(subsystem, parameters);
    this.ids = uncertain.map(({ id }) => id);
    const read = subsystem.weighing?.reads.map(({ outcome }) => outcome) ?? [];
    this.model = specialised(subsystem.model, fixed, [...subsystem.outcomes, ...read]);
    this.defined = defineModel(this.model);
    const design = designOf({ kind: "latin-hypercube", draws, seed }, this.ids);
    const values = (point: ArrayLike<number>, of: (coordinate: number) => number) =>
      Float64Array.from(uncertain, ({ prior }, i) => prior.quantile(of(point[i]!)));
    const uniform = new Float64Array(this.ids.length);
    const { weighing } = subsystem;
    if (weighing?.residuals === undefined || this.ids.length === 0) {
      this.#draw = (draw) => {
        design.point(draw, uniform);
        return { values: values(uniform, (u) => u), weight: wholeWeight };
      };
      return;
    }
    const central = uncertain.map(({ id, prior }) => {
      // A prior of the reader's own need not hold the value of the evidence.
      const value = id in parameters ? undefined : declaredParameter(subsystem.model, id)?.value;
      const p = value === undefined ? 0.5 : prior.cdf(value);
      return normalQuantile(Math.min(1 - EDGE, Math.max(EDGE, p)));
    });
    const toValues = (z: ArrayLike<number>) => values(z, normalCdf);
    const laplace: LaplaceDraws = laplaceDraws({
      prior: covarianceOf(this.ids, weighing),
      start: central,
      wider: WIDER,
      residuals: residualsOf(this.defined, subsystem, weighing, this.ids, toValues),
    });
    const normal = new Float64Array(this.ids.length);
    this.#draw = (draw) => {
      design.point(draw, uniform);
      for (let i = 0; i < normal.length; i++) normal[i] = normalQuantile(uniform[i]!);
      const own = normal.slice();
      const point = laplace.point(own);
      return {
        values: toValues(point),
        weight: (logLikelihood) =>
          wholeWeight(Math.min(MOST_WEIGHT, laplace.logWeight(point, own, -2 * logLikelihood))),
      };
    };
  }

  draw(draw: number): Drawn {
    return this.#draw(draw);
  }
}

/**
 * What differs from draw to draw in a subsystem: every parameter with a prior, or those alone that it says vary; and the values
 * of all others. `parameters`: another prior or a value by id; ids of other subsystems are passed over.
 */
export function uncertaintiesIn(
  subsystem: Subsystem,
  parameters: Readonly<Record<string, string | number>>,
): ReturnType<typeof uncertaintiesOf> {
  const { model, varies } = subsystem;
  const held =
    varies === undefined
      ? []
      : model.modules.flatMap(({ name, parameters: declared = {} }) =>
          Object.entries(declared).flatMap(([plain, { id = `${name}.${plain}`, value }]) =>
            varies.includes(id) ? [] : [[id, value] as const],
          ),
        );
  const own = Object.entries(parameters).filter(([id]) => declaredParameter(model, id) !== undefined);
  return uncertaintiesOf(model, { ...Object.fromEntries(held), ...Object.fromEntries(own) });
}

/** Standard coordinates, independent but for the pairs that the weighing names. */
function covarianceOf(ids: readonly string[], { correlations = [] }: Weighing): Float64Array {
  const n = ids.length;
  const prior = new Float64Array(n * n);
  for (let i = 0; i < n; i++) prior[i * n + i] = 1;
  for (const { a, b, correlation } of correlations) {
    const [i, j] = [ids.indexOf(a), ids.indexOf(b)];
    if (i < 0 || j < 0) continue;
    prior[i * n + j] = correlation;
    prior[j * n + i] = correlation;
  }
  return prior;
}

/** Residuals of many points, each run up to the last date that is weighed. */
function residualsOf(
  model: Model,
  { steps }: Subsystem,
  weighing: Weighing,
  ids: readonly string[],
  toValues: (z: ArrayLike<number>) => Float64Array,
): (points: readonly Float64Array[]) => Float64Array[] {
  const dates = [...new Set(weighing.reads.flatMap((read) => read.dates))].sort();
  const leg: Leg = { t0: 0, t1: weekOf(dates.at(-1)!), save: dates.map((date) => weekOf(date)) };
  let values: readonly Float64Array[] = [];
  const blocks = new Blocks(
    model,
    [leg],
    (draw, lane, parameters) => {
      rows.forEach((row, i) => {
        parameters[row * blocks.lanes + lane] = values[draw]![i]!;
      });
    },
    { steps },
  );
  const { layout, lanes } = blocks;
  const rows = ids.map((id) => rowOf(layout, id));
  const names = layout.outputs.length;
  const outputOf = new Map(layout.outputs.map(({ id }, o) => [id, o]));
  return (points) => {
    values = points.map(toValues);
    const found: Float64Array[] = [];
    blocks.run(0, points.length, (_, lane, [history]) => {
      const read = (outcome: string, date: string) => {
        const output = outputOf.get(outcome);
        if (output === undefined)
          throw new FronteraError({ code: "unknown-outcome", message: `unknown outcome: ${outcome}` });
        return history!.status[lane] === "ok"
          ? history!.outputs[(dates.indexOf(date) * names + output) * lanes + lane]!
          : Number.NaN;
      };
      found.push(weighing.residuals!(read));
    });
    return found;
  };
}
