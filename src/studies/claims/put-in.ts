import type { Parameter } from "../../data/parameter.ts";
import { parseDistribution } from "../../math/distributions/index.ts";

/** A tail of the prior that is nobody's belief. */
const TAIL = 1e-6;

/**
 * Whether the sign of what a parameter does was put in: grade C, and no draw has the other sign. A model is no witness for
 * what it assumes (docs/guide/verdicts.md).
 */
export function signPutIn({ grade, prior, value }: Pick<Parameter, "grade" | "prior" | "value">): boolean {
  if (grade !== "C") return false;
  if (prior === undefined) return value !== 0;
  const distribution = parseDistribution(prior);
  return distribution.quantile(TAIL) >= 0 || distribution.quantile(1 - TAIL) <= 0;
}
