import { FronteraError, suggest } from "../../errors.ts";

/** Where to look in the space of uncertain parameters. Every design is one file that keeps this contract. */
export interface Design {
  readonly name: string;
  /** Number of points, numbered from 0. */
  readonly draws: number;
  /** Names of the parameters, one a coordinate. */
  readonly dimensions: readonly string[];
  /**
   * Fills `out` [dimension] with one point of the open unit cube, a pure function of the draw number: any worker can
   * make any point. A parameter's value is its distribution's quantile at its coordinate.
   */
  point(draw: number, out: Float64Array): void;
}

/** Kinds of design that take a number of draws and a seed. */
export type SampledKind = "monte-carlo" | "latin-hypercube" | "sobol";

/** A design as data. */
export type DesignSpec =
  | { readonly kind: SampledKind; readonly draws: number; readonly seed: number }
  | { readonly kind: "factorial"; readonly levels: Levels };

/** Number of levels of a dimension, at the middles of as many equal parts, or the levels themselves, in (0, 1). */
export type Levels = Readonly<Record<string, number | readonly number[]>>;

/** Greatest number of draws of a stratified design: their numbers are 32-bit words. */
export const MOST_STRATIFIED_DRAWS = 4294967296;

/** Throws unless the number of draws is a positive whole number up to `most`. */
export function requireDraws(draws: number, design: string, most: number = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(draws) || draws < 1 || draws > most)
    throw new FronteraError({
      code: "invalid-draws",
      message: `${design}: the number of draws is not a whole number above 0`,
      path: "design.draws",
      expected: `1 to ${most}`,
      received: String(draws),
    });
}

/** Throws unless `draw` is one of the numbers 0 … draws − 1 and `out` has room for a point. */
export function requireDraw(draw: number, out: Float64Array, design: Design): void {
  if (!(Number.isInteger(draw) && draw >= 0 && draw < design.draws))
    throw new FronteraError({
      code: "unknown-draw",
      message: `${design.name}: no such draw`,
      expected: `0 to ${design.draws - 1}`,
      received: String(draw),
    });
  if (out.length < design.dimensions.length)
    throw new FronteraError({
      code: "wrong-size",
      message: `${design.name}: no room for a point`,
      expected: `${design.dimensions.length} places`,
      received: `${out.length} places`,
    });
}

/** Throws where a name stands twice: two coordinates of one parameter. */
export function requireDistinct(dimensions: readonly string[], design: string): void {
  const seen = new Set<string>();
  for (const name of dimensions) {
    if (seen.has(name))
      throw new FronteraError({
        code: "repeated-dimension",
        message: `${design}: a dimension is named twice`,
        received: name,
      });
    seen.add(name);
  }
}

/** Throws, with the nearest name, unless a name is among those known. */
export function requireKnown(name: string, known: readonly string[], what: string, path: string): void {
  if (!known.includes(name))
    throw new FronteraError({
      code: `unknown-${what.replaceAll(" ", "-")}`,
      message: `unknown ${what}: ${name}`,
      path,
      hint: suggest(name, known),
    });
}
