import { FronteraError } from "../../errors.ts";
import { type Key, keyFromSeed, subkey } from "../../math/random.ts";
import { type Design, type DesignSpec, requireKnown, type SampledKind } from "./design.ts";
import { factorial } from "./factorial.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { monteCarlo } from "./monte-carlo.ts";
import { sobol } from "./sobol.ts";

export type { Design, DesignSpec, Levels, SampledKind } from "./design.ts";
export { factorial, latinHypercube, monteCarlo, sobol };

/** The designs that take a key and a number of draws, by kind. */
const SAMPLED: Readonly<Record<SampledKind, (key: Key, draws: number, dimensions: readonly string[]) => Design>> = {
  "monte-carlo": monteCarlo,
  "latin-hypercube": latinHypercube,
  sobol,
};

/** Every kind of design. */
export const DESIGN_KINDS: readonly DesignSpec["kind"][] = [...(Object.keys(SAMPLED) as SampledKind[]), "factorial"];

/** The design that a spec describes, over named dimensions. */
export function designOf(spec: DesignSpec, dimensions: readonly string[]): Design {
  requireKnown(String(spec.kind), DESIGN_KINDS, "design", "design.kind");
  if (spec.kind === "factorial") {
    if (typeof spec.levels !== "object" || spec.levels === null)
      throw new FronteraError({
        code: "invalid-levels",
        message: "factorial: no levels",
        path: "design.levels",
        expected: "a number of levels for each dimension that is to vary",
        received: String(spec.levels),
      });
    return factorial(spec.levels, dimensions);
  }
  return SAMPLED[spec.kind](subkey(keyFromSeed(spec.seed), "design"), spec.draws, dimensions);
}
