import { type Key, subkey, uniform } from "../../math/random.ts";
import { type Design, MOST_STRATIFIED_DRAWS, requireDistinct, requireDraw, requireDraws } from "./design.ts";
import { permutation } from "./permutation.ts";

/**
 * Latin hypercube sampling (McKay, Beckman & Conover 1979, doi:10.1080/00401706.1979.10489755): in every dimension one
 * point in each of `draws` equal parts, at a random place in it, in a random order of its own. A dimension keeps its
 * numbers when others change; all change with the number of draws.
 */
export function latinHypercube(key: Key, draws: number, dimensions: readonly string[]): Design {
  requireDraws(draws, "latin-hypercube", MOST_STRATIFIED_DRAWS);
  requireDistinct(dimensions, "latin-hypercube");
  const streams = dimensions.map((name) => {
    const own = subkey(key, name);
    return { own, order: permutation(subkey(own, "order"), draws) };
  });
  const design: Design = {
    name: "latin-hypercube",
    draws,
    dimensions: [...dimensions],
    point(draw, out) {
      requireDraw(draw, out, design);
      for (let d = 0; d < streams.length; d++) {
        const { own, order } = streams[d]!;
        const stratum = order(draw);
        const place = stratum + uniform(own, draw, 0);
        // Rounding may carry a place to the next stratum, in one draw of 2^52 at the most for each stratum before it.
        out[d] = (place < stratum + 1 ? place : stratum + 0.5) / draws;
      }
    },
  };
  return design;
}
