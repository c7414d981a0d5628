import { FronteraError } from "../../errors.ts";
import { log } from "../elementary/index.ts";
import { type Distribution, isProbability, requireParameter } from "./distribution.ts";

/** The given values with probabilities in proportion to the weights (≥ 0). Equal values are put together. */
export function discrete(values: readonly number[], weights: readonly number[]): Distribution {
  return build("discrete", values, weights, (value, i) => [`value ${i + 1}`, value]);
}

/** The whole numbers 0, 1, 2 … with probabilities in proportion to the weights. */
export function categorical(weights: readonly number[]): Distribution {
  return build("categorical", [...weights.keys()], weights);
}

function build(
  name: string,
  values: readonly number[],
  weights: readonly number[],
  entry?: (value: number, i: number) => [string, number],
): Distribution {
  if (values.length !== weights.length || values.length === 0)
    throw new FronteraError({
      code: "invalid-parameter",
      message: `${name}: wants as many weights as values, and at least one`,
      expected: `${values.length || "some"} weights`,
      received: String(weights.length),
    });
  const parameters: Record<string, number> = {};
  const weightOf = new Map<number, number>();
  let total = 0;
  values.forEach((value, i) => {
    const weight = weights[i]!;
    requireParameter(Number.isFinite(value), name, `value ${i + 1}`, value, "finite");
    requireParameter(weight >= 0 && Number.isFinite(weight), name, `weight ${i + 1}`, weight, "finite and not below 0");
    if (entry !== undefined) parameters[entry(value, i)[0]] = value;
    parameters[`weight ${i + 1}`] = weight;
    total += weight;
    if (weight > 0) weightOf.set(value, (weightOf.get(value) ?? 0) + weight);
  });
  requireParameter(total > 0 && Number.isFinite(total), name, "sum of weights", total, "above 0");

  const atoms = [...weightOf.keys()].sort((x, y) => x - y);
  const probabilities = atoms.map((value) => weightOf.get(value)! / total);
  const cumulative: number[] = [];
  let below = 0;
  for (const probability of probabilities) {
    below += probability;
    cumulative.push(Math.min(1, below));
  }
  cumulative[cumulative.length - 1] = 1;
  const mean = atoms.reduce((sum, value, i) => sum + value * probabilities[i]!, 0);
  const variance = atoms.reduce((sum, value, i) => sum + (value - mean) * (value - mean) * probabilities[i]!, 0);

  /** First position whose entry passes, by bisection; the length where none does. */
  const first = (list: readonly number[], passes: (entry: number) => boolean): number => {
    let [from, to] = [0, list.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (passes(list[middle]!)) to = middle;
      else from = middle + 1;
    }
    return from;
  };
  return {
    name,
    parameters,
    support: [atoms[0]!, atoms[atoms.length - 1]!],
    mean,
    sd: Math.sqrt(variance),
    atoms,
    logDensity(x) {
      if (Number.isNaN(x)) return x;
      const i = first(atoms, (value) => value >= x);
      return atoms[i] === x ? log(probabilities[i]!) : Number.NEGATIVE_INFINITY;
    },
    cdf(x) {
      if (Number.isNaN(x)) return x;
      const i = first(atoms, (value) => value > x);
      return i === 0 ? 0 : cumulative[i - 1]!;
    },
    quantile: (p) => (isProbability(p) ? atoms[first(cumulative, (sum) => sum >= p)]! : Number.NaN),
  };
}
