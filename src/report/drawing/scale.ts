/** Round numbers for axes. */

import { FronteraError } from "../../errors.ts";
import { finite } from "../format.ts";

const STEPS = [1, 2, 2.5, 5, 10] as const;

/** A step that divides `span` into at most `most` parts: 1, 2, 2.5 or 5 times a power of ten. */
export function niceStep(span: number, most: number): number {
  if (!(span > 0)) return 1;
  let power = 1;
  while (power * 10 * most <= span) power *= 10;
  while (power * most > span) power /= 10;
  return power * (STEPS.find((step) => step * power * most >= span) ?? 10);
}

export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** A linear axis that covers `values`, ends on round numbers and has at most about `most` ticks. */
export function linearAxis(values: readonly number[], most: number, include: readonly number[] = []): Axis {
  const [low, high] = extent([...values, ...include]);
  const step = niceStep(high - low, most);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { domain: [ticks[0]!, ticks[ticks.length - 1]!], ticks };
}

/** A linear axis a little wider than `values`, with round ticks inside it: for intervals, where room is dear. */
export function snugAxis(values: readonly number[], most: number, include: readonly number[] = []): Axis {
  const [low, high] = extent([...values, ...include]);
  const pad = (high - low) * 0.06 || Math.abs(high) * 0.1 || 1;
  const domain = [low - pad, high + pad] as const;
  const step = niceStep(domain[1] - domain[0], most);
  const first = Math.ceil(domain[0] / step);
  const count = Math.floor(domain[1] / step) - first + 1;
  return { domain, ticks: Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0) };
}

/** A logarithmic axis with ticks at 1, 2 and 5 times the powers of ten; all values must be above zero. */
export function logAxis(values: readonly number[]): Axis {
  const [low, high] = extent(values);
  if (!(low > 0))
    throw new FronteraError({
      code: "report-figure",
      message: "a logarithmic axis cannot show zero or less",
      expected: "values above 0",
      received: String(low),
    });
  let power = 1;
  while (power * 10 <= low) power *= 10;
  while (power > low) power /= 10;
  const ticks: number[] = [];
  for (; power <= high * 10; power *= 10) for (const step of [1, 2, 5]) ticks.push(step * power);
  const first = Math.max(0, ticks.findIndex((tick) => tick > low) - 1);
  const end = ticks.findIndex((tick) => tick >= high);
  const kept = ticks.slice(first, end + 1);
  return { domain: [kept[0]!, kept[kept.length - 1]!], ticks: kept };
}

/** Smallest and largest value; [0, 1] of nothing, and an error when one is not finite. */
function extent(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    finite(value, "axis of a figure");
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
