/** c0 + c1·x + c2·x² + … */
export function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

/** A polynomial over another. */
export function ratio(x: number, top: readonly number[], bottom: readonly number[]): number {
  return polynomial(x, top) / polynomial(x, bottom);
}
