/**
 * The natural cubic spline through points with rising abscissae: twice continuously differentiable, second derivative zero
 * at both ends, straight outside them (the convention of R's `splinefun(method = "natural")`).
 * De Boor 1978, A Practical Guide to Splines, ch. IV.
 */
export function naturalSpline(x: ArrayLike<number>, y: ArrayLike<number>): (at: number) => number {
  const n = x.length;
  if (n < 2 || y.length !== n) throw new RangeError(`a spline needs two points or more, got ${n} and ${y.length}`);
  for (let i = 1; i < n; i++)
    if (!(x[i]! > x[i - 1]!)) throw new RangeError(`abscissae of a spline must rise: ${x[i - 1]}, ${x[i]}`);
  const curvature = secondDerivatives(x, y);
  const slope = (i: number) => (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!);
  const left = slope(0) - ((x[1]! - x[0]!) * curvature[1]!) / 6;
  const right = slope(n - 2) + ((x[n - 1]! - x[n - 2]!) * curvature[n - 2]!) / 6;
  return (at) => {
    if (at <= x[0]!) return y[0]! + left * (at - x[0]!);
    if (at >= x[n - 1]!) return y[n - 1]! + right * (at - x[n - 1]!);
    let i = 0;
    while (at > x[i + 1]!) i++;
    const h = x[i + 1]! - x[i]!;
    const u = (x[i + 1]! - at) / h;
    const v = 1 - u;
    const bend = (u * u * u - u) * curvature[i]! + (v * v * v - v) * curvature[i + 1]!;
    return u * y[i]! + v * y[i + 1]! + (bend * h * h) / 6;
  };
}

/** Second derivatives at the knots: a tridiagonal system, eliminated forwards and substituted backwards. */
function secondDerivatives(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const n = x.length;
  const diagonal = new Float64Array(n).fill(1);
  const right = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const before = x[i]! - x[i - 1]!;
    const after = x[i + 1]! - x[i]!;
    // The first row is the identity, so nothing is eliminated from the second.
    const factor = i === 1 ? 0 : before / diagonal[i - 1]!;
    diagonal[i] = 2 * (before + after) - factor * before;
    right[i] = 6 * ((y[i + 1]! - y[i]!) / after - (y[i]! - y[i - 1]!) / before) - factor * right[i - 1]!;
  }
  const curvature = new Float64Array(n);
  for (let i = n - 2; i > 0; i--) curvature[i] = (right[i]! - (x[i + 1]! - x[i]!) * curvature[i + 1]!) / diagonal[i]!;
  return curvature;
}
