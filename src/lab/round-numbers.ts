/** The power of ten at or below a number above zero. */
function powerBelow(value: number): number {
  return Number(`1e${value.toExponential().split("e")[1]}`);
}

/** The smallest of some factors times a power of ten that is not below a number above zero; ten times it where none is. */
export function roundAbove(wanted: number, factors: readonly number[]): number {
  const power = powerBelow(wanted);
  return (factors.find((factor) => factor * power >= wanted * 0.999) ?? 10) * power;
}
