/** Halvings of a step after which an error of order five is smaller by `ratio`. */
export function halvings(ratio: number): number {
  let count = 1;
  for (let gain = 32; gain < ratio && count < 20; gain *= 32) count++;
  return count;
}

/** Cubic Hermite value at share `s` of a step of length `h`. */
export function cubic(s: number, h: number, end: (which: number) => number): number {
  const r = 1 - s;
  return (1 + 2 * s) * r * r * end(0) + h * s * r * r * end(1) + s * s * (3 - 2 * s) * end(2) - h * s * s * r * end(3);
}

/** Where the event expression passes zero: bisection on its cubic, or a straight line where the end is of no use. */
export function eventTime(t: number, h: number, end: (which: number) => number): number {
  if (!(Number.isFinite(end(2)) && Number.isFinite(end(3)))) return t + Math.min(h, Math.max(0, -end(0) / end(1)) || 0);
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (cubic(middle, h, end) > 0) low = middle;
    else high = middle;
  }
  return t + h * high;
}
