import { FronteraError, suggest } from "../errors.ts";
import { type Distribution, parseDistribution } from "../math/distributions/index.ts";
import type { ModelDeclaration } from "../model/declare.ts";
import type { Design } from "./designs/design.ts";

/** A number that differs from draw to draw. */
export interface Uncertainty {
  readonly id: string;
  readonly prior: Distribution;
}

/**
 * The uncertain parameters of a model with their priors; `replaced` gives some another prior by id, or a single number.
 * Errors: `unknown-parameter` and those of `parseDistribution`.
 */
export function uncertaintiesOf(
  model: ModelDeclaration,
  replaced: Readonly<Record<string, string | number>> = {},
): { readonly uncertain: readonly Uncertainty[]; readonly fixed: ReadonlyMap<string, number> } {
  const uncertain: Uncertainty[] = [];
  const fixed = new Map<string, number>();
  const known: string[] = [];
  for (const module of model.modules)
    for (const [name, { id = `${module.name}.${name}`, prior, value }] of Object.entries(module.parameters ?? {})) {
      known.push(id);
      const own = Object.hasOwn(replaced, id) ? replaced[id] : (prior ?? value);
      if (typeof own === "number") fixed.set(id, own);
      else uncertain.push({ id, prior: parseDistribution(own!) });
    }
  const unknown = Object.keys(replaced).find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new FronteraError({
      code: "unknown-parameter",
      message: `unknown parameter: ${unknown}`,
      hint: suggest(unknown, known),
    });
  return { uncertain, fixed };
}

/** Turns points of a design into values of parameters, by inversion. */
export class ParameterDraws {
  readonly ids: readonly string[];
  /** Values of the draw filled last. [parameter] */
  readonly values: Float64Array;
  readonly #design: Design;
  readonly #priors: readonly Distribution[];

  constructor(uncertain: readonly Uncertainty[], design: Design) {
    this.ids = uncertain.map(({ id }) => id);
    this.#priors = uncertain.map(({ prior }) => prior);
    this.#design = design;
    this.values = new Float64Array(uncertain.length);
  }

  /** The values of a draw; the array is overwritten by the next. */
  draw(draw: number): Float64Array {
    this.#design.point(draw, this.values);
    for (let i = 0; i < this.values.length; i++) this.values[i] = this.#priors[i]!.quantile(this.values[i]!);
    return this.values;
  }
}
