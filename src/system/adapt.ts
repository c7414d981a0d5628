import type { StockDeclaration } from "../model/declare.ts";

/**
 * What a measure still does once those under it have found ways around it: the one operator of every choke point. A stock follows
 * what is circumvented, a share β of the push in the long run (1: the measure passes), within the time τ. Two forms, told apart by how
 * partial effects add up:
 *
 *     linear      effect = max(0, push − B);          dB/dt = (β·push − B)/τ
 *     log loss    H = −ln(1 − e)·u·(1 − b);           db/dt = (β·g(u) − b)/τ,   g(u) = u(1 + u_h)/(u + u_h)
 *
 * The linear form takes from a rate or a share. The log loss is that of a link of a chain, of which e^(−H) gets through: never below
 * nothing, mass is kept, and a link that has been adapted to discounts a further push.
 */
export interface Circumvention {
  /** Share circumvented in the long run (β), time that it takes (τ), and the stock that follows: expressions of the model. */
  readonly share: string;
  readonly time: string;
  readonly adapted: string;
}

/** Equations: what the measure still does, and the inflow of the stock that follows. */
export interface Adapt {
  readonly felt: string;
  readonly adapting: string;
}

/** Linear form. `push`: what the measure would do if nobody adapted (e·u). */
export function linearAdapt({ push, ...circumvention }: Circumvention & { readonly push: string }): Adapt {
  return {
    felt: `max(0, ${push} - ${circumvention.adapted})`,
    adapting: following(push, circumvention),
  };
}

/** Linear form of a measure that may also be ordered below its start: between nothing and the push, whatever its sign. */
export function linearAdaptBothWays(options: Circumvention & { readonly push: string }): Adapt {
  const { push, adapted } = options;
  return {
    felt: `min(max(${push} - ${adapted}, min(${push}, 0)), max(${push}, 0))`,
    adapting: following(push, options),
  };
}

/** Log loss. `effect`: share lost at full pressure (e); `pressure` from 0 to 1 (u); `onset`: pressure at which half of adapting sets in (u_h). */
export function logLossAdapt({
  effect,
  pressure,
  onset,
  ...circumvention
}: Circumvention & { readonly effect: string; readonly pressure: string; readonly onset: string }): Adapt {
  return {
    felt: `-log(1 - ${effect}) * ${pressure} * (1 - ${circumvention.adapted})`,
    adapting: following(`${pressure} * (1 + ${onset}) / (${pressure} + ${onset})`, circumvention),
  };
}

/** Inflow of a stock that follows a share of a push. */
export function following(push: string, { share, time, adapted }: Circumvention): string {
  return `(${share} * ${push} - ${adapted}) / ${time}`;
}

/** The stock that follows what is circumvented. */
export function adaptedStock({
  about,
  inflow,
  floor,
  unit = "1",
  initial = "0",
}: {
  readonly about: string;
  readonly inflow: string;
  /** Size below which errors of a step do not count. */
  readonly floor: number;
  readonly unit?: string;
  readonly initial?: string;
}): StockDeclaration {
  return { about, unit, initial, inflows: [inflow], floor };
}
