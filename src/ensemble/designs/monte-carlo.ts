import { type Key, subkey, uniform } from "../../math/random.ts";
import { type Design, requireDistinct, requireDraw, requireDraws } from "./design.ts";

/**
 * Independent points. Every dimension has a stream of its own under its name, so that a dimension keeps its numbers when
 * others are added, removed or put in another order; and the first points stay when draws are added.
 */
export function monteCarlo(key: Key, draws: number, dimensions: readonly string[]): Design {
  requireDraws(draws, "monte-carlo");
  requireDistinct(dimensions, "monte-carlo");
  const keys = dimensions.map((name) => subkey(key, name));
  const design: Design = {
    name: "monte-carlo",
    draws,
    dimensions: [...dimensions],
    point(draw, out) {
      requireDraw(draw, out, design);
      for (let d = 0; d < keys.length; d++) out[d] = uniform(keys[d]!, draw, 0);
    },
  };
  return design;
}
