import { log } from "../elementary/index.ts";

/**
 * t with value(t) = target for a positive, strictly monotone function: Newton's method on log value, with bisection
 * wherever a step leaves the bracket [low, high]. Stops at the resolution of doubles.
 */
export function solveMonotone(
  evaluate: (t: number) => { value: number; slope: number },
  target: number,
  rising: boolean,
  start: number,
  low: number,
  high: number,
): number {
  let [from, to] = [low, high];
  let t = Math.min(to, Math.max(from, start));
  const logTarget = log(target);
  for (let i = 0; i < 200; i++) {
    const { value, slope } = evaluate(t);
    if (value === target) return t;
    if (value < target === rising) from = t;
    else to = t;
    const step = value > 0 && slope !== 0 ? ((logTarget - log(value)) * value) / slope : Number.NaN;
    let next = t + step;
    if (!(next > from && next < to)) next = from + (to - from) / 2;
    if (next === t || next === from || next === to) return next;
    // Newton's error is squared by a step: after one this short the next would change nothing.
    if (next === t + step && Math.abs(step) <= 1e-10 * Math.max(1, Math.abs(t))) return next;
    t = next;
  }
  return t;
}
