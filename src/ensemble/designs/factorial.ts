import { FronteraError } from "../../errors.ts";
import { type Design, type Levels, requireDistinct, requireDraw, requireKnown } from "./design.ts";

/**
 * Every combination of levels, the last dimension changing fastest. A number n of levels stands for the middles
 * (k + ½)/n of equal parts; a dimension without levels stays at its median, ½.
 */
export function factorial(levels: Levels, dimensions: readonly string[]): Design {
  requireDistinct(dimensions, "factorial");
  for (const name of Object.keys(levels)) requireKnown(name, dimensions, "dimension", `design.levels.${name}`);
  const values = dimensions.map((name) => levelsOf(name, Object.hasOwn(levels, name) ? levels[name]! : 1));
  const draws = values.reduce((product, of) => product * of.length, 1);
  if (!Number.isSafeInteger(draws))
    throw new FronteraError({
      code: "invalid-draws",
      message: "factorial: too many combinations",
      path: "design.levels",
      expected: `up to ${Number.MAX_SAFE_INTEGER} combinations`,
      received: String(draws),
      hint: "give fewer dimensions levels, or use sobol",
    });
  const design: Design = {
    name: "factorial",
    draws,
    dimensions: [...dimensions],
    point(draw, out) {
      requireDraw(draw, out, design);
      let rest = draw;
      for (let d = values.length - 1; d >= 0; d--) {
        const of = values[d]!;
        out[d] = of[rest % of.length]!;
        rest = Math.floor(rest / of.length);
      }
    },
  };
  return design;
}

function levelsOf(name: string, levels: number | readonly number[]): readonly number[] {
  if (typeof levels === "number") {
    if (Number.isInteger(levels) && levels >= 1 && levels <= 1e6)
      return Array.from({ length: levels }, (_, k) => (k + 0.5) / levels);
  } else if (levels.length > 0 && levels.every((level) => level > 0 && level < 1)) return [...levels];
  throw new FronteraError({
    code: "invalid-levels",
    message: "factorial: levels are neither a number of them nor places between 0 and 1",
    path: `design.levels.${name}`,
    expected: "a whole number from 1 to 1000000, or numbers above 0 and below 1",
    received: JSON.stringify(levels),
  });
}
