/** Ends a run where `when` is no longer above zero. */
export interface TerminalEvent<E extends string = string> {
  readonly when: (t: number, y: Float64Array) => number;
  /** What the run then ends as. */
  readonly status: E;
}

/** A step is looked at in this many parts, so that a dip between its ends is seldom missed. */
const PARTS = 4;

/**
 * Share θ of a step at which a function, above zero at θ = 0, first fails to be: the upper end of the last bracket of a
 * bisection, so that the function is not above zero there. Undefined where it stays above zero at every quarter; NaN where
 * it is no number.
 */
export function firstFall(value: (theta: number) => number): number | undefined {
  for (let part = 1; part <= PARTS; part++) {
    const there = value(part / PARTS);
    if (Number.isNaN(there)) return Number.NaN;
    if (there > 0) continue;
    let [above, below] = [(part - 1) / PARTS, part / PARTS];
    for (;;) {
      const middle = above + (below - above) / 2;
      if (middle === above || middle === below) return below;
      const half = value(middle);
      if (Number.isNaN(half)) return Number.NaN;
      if (half > 0) above = middle;
      else below = middle;
    }
  }
  return undefined;
}
