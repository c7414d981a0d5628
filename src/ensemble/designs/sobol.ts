import { FronteraError } from "../../errors.ts";
import type { Key } from "../../math/random.ts";
import { SOBOL_DIMENSIONS, sobolSequence } from "../../math/sobol.ts";
import { type Design, MOST_STRATIFIED_DRAWS, requireDistinct, requireDraw, requireDraws } from "./design.ts";

/**
 * The first points of a Sobol sequence, shifted digit by digit by the key (`math/sobol.ts`). The coordinates of the
 * sequence go to the dimensions in their order, the most evenly spread first, so a new dimension belongs at the end.
 * Spread is best for a power of two draws; the first points stay when draws are added.
 */
export function sobol(key: Key, draws: number, dimensions: readonly string[]): Design {
  requireDraws(draws, "sobol", MOST_STRATIFIED_DRAWS);
  requireDistinct(dimensions, "sobol");
  if (dimensions.length > SOBOL_DIMENSIONS)
    throw new FronteraError({
      code: "too-many-dimensions",
      message: "sobol: more dimensions than direction numbers",
      expected: `up to ${SOBOL_DIMENSIONS} dimensions`,
      received: String(dimensions.length),
      hint: "use latin-hypercube or monte-carlo",
    });
  const sequence = dimensions.length === 0 ? undefined : sobolSequence(dimensions.length, key);
  const design: Design = {
    name: "sobol",
    draws,
    dimensions: [...dimensions],
    point(draw, out) {
      requireDraw(draw, out, design);
      sequence?.point(draw, out);
    },
  };
  return design;
}
