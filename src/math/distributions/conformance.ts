import { exp } from "../elementary/index.ts";
import { type Key, keyFromSeed } from "../random.ts";
import { type Distribution, sample } from "./distribution.ts";

/** Probabilities between which the density is integrated; far into both tails. */
const LEVELS = [
  1e-12,
  1e-9,
  1e-6,
  1e-4,
  0.001,
  0.01,
  0.05,
  0.1,
  0.25,
  0.4,
  0.5,
  0.6,
  0.75,
  0.9,
  0.95,
  0.99,
  0.999,
  0.9999,
  1 - 1e-6,
  1 - 1e-9,
  1 - 1e-12,
];
const DRAWS = 10_000;
/** Kolmogorov's limit for a false alarm once in 1000 (Smirnov 1948, doi:10.1214/aoms/1177730256). */
const KOLMOGOROV = 1.95;

/**
 * What is wrong with a distribution, in words; an empty list where it keeps the contract. Every family runs through
 * this: edges, cdf and quantile as inverses out to 1e-12, density against cdf and moments by quadrature, draws against
 * the cdf.
 */
export function faults(distribution: Distribution, key: Key = keyFromSeed(20240101)): string[] {
  const found: string[] = [];
  const expectThat = (condition: boolean, text: string) => {
    if (!condition) found.push(text);
  };
  edges(distribution, expectThat);
  if (distribution.atoms === undefined) continuous(distribution, key, expectThat);
  else discrete(distribution, distribution.atoms, key, expectThat);
  return found;
}

type Expect = (condition: boolean, text: string) => void;

function edges(d: Distribution, expectThat: Expect): void {
  const [low, high] = d.support;
  expectThat(Number.isFinite(d.mean) && d.mean >= low && d.mean <= high, `mean ${d.mean} is not in the support`);
  expectThat(Number.isFinite(d.sd) && d.sd >= 0, `sd is ${d.sd}`);
  expectThat(d.quantile(0) === low, `quantile(0) is ${d.quantile(0)}, not ${low}`);
  expectThat(d.quantile(1) === high, `quantile(1) is ${d.quantile(1)}, not ${high}`);
  for (const p of [-1e-9, 1.5, Number.NaN]) expectThat(Number.isNaN(d.quantile(p)), `quantile(${p}) is not NaN`);
  for (const x of [low - 1, high + 1]) {
    if (!Number.isFinite(x)) continue;
    expectThat(d.logDensity(x) === Number.NEGATIVE_INFINITY, `log density at ${x}, outside, is ${d.logDensity(x)}`);
    expectThat(d.cdf(x) === (x < low ? 0 : 1), `cdf at ${x}, outside, is ${d.cdf(x)}`);
  }
  expectThat(
    d.cdf(Number.NEGATIVE_INFINITY) === 0 && d.cdf(Number.POSITIVE_INFINITY) === 1,
    "cdf at ±∞ is not 0 and 1",
  );
  expectThat(Number.isNaN(d.logDensity(Number.NaN)) && Number.isNaN(d.cdf(Number.NaN)), "NaN does not stay NaN");
}

function continuous(d: Distribution, key: Key, expectThat: Expect): void {
  const [low, high] = d.support;
  let before = Number.NEGATIVE_INFINITY;
  for (const p of LEVELS) {
    const x = d.quantile(p);
    expectThat(x >= before && x >= low && x <= high, `quantile(${p}) = ${x} falls or leaves the support`);
    before = x;
    // A quantile that rounds to an end of the support cannot be undone.
    if (x === low || x === high) continue;
    const back = d.cdf(x);
    // Rounding x moves the probability by density·ulp.
    const tolerance = 1e-10 * Math.min(p, 1 - p) + 4e-16 + exp(d.logDensity(x)) * Math.abs(x) * 1e-15;
    const exact = p < 0.01 ? tolerance - 4e-16 : tolerance;
    expectThat(Math.abs(back - p) <= exact, `cdf(quantile(${p})) = ${back}`);
  }

  let [mass, mean, square] = [0, 0, 0];
  for (let i = 1; i < LEVELS.length; i++) {
    const [from, to] = [d.quantile(LEVELS[i - 1]!), d.quantile(LEVELS[i]!)];
    if (!(to > from)) continue;
    const between = d.cdf(to) - d.cdf(from);
    // No quadrature through a pole at an end of the support; so near to it all probability is in one place.
    if (isPole(d, from) || isPole(d, to)) {
      const offset = (isPole(d, from) ? from : to) - d.mean;
      expectThat(between < 1e-5, `density is infinite next to probability ${between}`);
      mass += between;
      mean += between * offset;
      square += between * offset * offset;
      continue;
    }
    // Rounding inside the cdf moves the probability by density·ulp.
    const rounding = exp(Math.max(d.logDensity(from), d.logDensity(to))) * Math.abs(to) * 1e-15;
    const integral = integrate((x) => exp(d.logDensity(x)), from, to);
    expectThat(
      Math.abs(integral - between) <= 1e-7 * between + 4e-16 + rounding,
      `density from ${from} to ${to} holds ${integral}, cdf ${between}`,
    );
    mass += integral;
    mean += integrate((x) => (x - d.mean) * exp(d.logDensity(x)), from, to);
    square += integrate((x) => (x - d.mean) * (x - d.mean) * exp(d.logDensity(x)), from, to);
  }
  expectThat(Math.abs(mass - 1) <= 1e-6, `density integrates to ${mass}`);
  expectThat(Math.abs(mean) <= 1e-5 * d.sd, `mean is off by ${mean}`);
  expectThat(Math.abs(square - d.sd * d.sd) <= 1e-4 * d.sd * d.sd, `variance is ${square}, not ${d.sd * d.sd}`);

  const draws = Float64Array.from({ length: DRAWS }, (_, i) => sample(d, key, i)).sort();
  let distance = 0;
  draws.forEach((x, i) => {
    const p = d.cdf(x);
    distance = Math.max(distance, p - i / DRAWS, (i + 1) / DRAWS - p);
  });
  expectThat(distance * Math.sqrt(DRAWS) < KOLMOGOROV, `Kolmogorov distance of draws is ${distance}`);
}

/** Whether the density is infinite at x, which only an end of the support may be. */
function isPole(d: Distribution, x: number): boolean {
  return (x === d.support[0] || x === d.support[1]) && d.logDensity(x) === Number.POSITIVE_INFINITY;
}

function discrete(d: Distribution, atoms: readonly number[], key: Key, expectThat: Expect): void {
  const count = new Map<number, number>();
  for (let i = 0; i < DRAWS; i++) {
    const x = sample(d, key, i);
    count.set(x, (count.get(x) ?? 0) + 1);
  }
  let [below, mean, square] = [0, 0, 0];
  atoms.forEach((x, i) => {
    const p = exp(d.logDensity(x));
    expectThat(i === 0 || x > atoms[i - 1]!, `values do not rise at ${x}`);
    expectThat(Math.abs(d.cdf(x) - below - p) < 1e-14, `cdf does not rise by the probability at ${x}`);
    expectThat(d.quantile(below + p / 2) === x, `quantile in the middle of ${x} is ${d.quantile(below + p / 2)}`);
    const noise = 4.5 * Math.sqrt(p * (1 - p) * DRAWS) + 1;
    expectThat(Math.abs((count.get(x) ?? 0) - p * DRAWS) < noise, `${count.get(x)} draws of ${x}, not ${p * DRAWS}`);
    below += p;
    mean += p * x;
    square += p * (x - d.mean) * (x - d.mean);
  });
  expectThat(Math.abs(below - 1) < 1e-12, `probabilities sum to ${below}`);
  expectThat(Math.abs(mean - d.mean) <= 1e-12 * (d.sd + Math.abs(mean)), `mean is ${mean}`);
  expectThat(Math.abs(Math.sqrt(square) - d.sd) <= 1e-7 * (d.sd + 1e-9), `sd is ${Math.sqrt(square)}`);
  expectThat(
    [...count.keys()].every((x) => atoms.includes(x)),
    "a draw is not one of the values",
  );
}

/** Adaptive Simpson's rule to a relative tolerance of about 1e-9. */
export function integrate(f: (x: number) => number, from: number, to: number): number {
  const cells = 8;
  let sum = 0;
  for (let i = 0; i < cells; i++) {
    const a = from + ((to - from) * i) / cells;
    const b = from + ((to - from) * (i + 1)) / cells;
    const [fa, fm, fb] = [f(a), f(a + (b - a) / 2), f(b)];
    sum += refine(f, a, b, fa, fm, fb, ((b - a) / 6) * (fa + 4 * fm + fb), 24);
  }
  return sum;
}

function refine(
  f: (x: number) => number,
  a: number,
  b: number,
  fa: number,
  fm: number,
  fb: number,
  whole: number,
  depth: number,
): number {
  const m = a + (b - a) / 2;
  const [fl, fr] = [f(a + (m - a) / 2), f(m + (b - m) / 2)];
  const left = ((m - a) / 6) * (fa + 4 * fl + fm);
  const right = ((b - m) / 6) * (fm + 4 * fr + fb);
  const change = left + right - whole;
  // Asked the other way round, a density that is not a number would be refined down to the last depth everywhere.
  const coarse = Math.abs(change) > 1e-9 * (Math.abs(left) + Math.abs(right));
  if (depth === 0 || !coarse) return left + right + change / 15;
  return refine(f, a, m, fa, fl, fm, left, depth - 1) + refine(f, m, b, fm, fr, fb, right, depth - 1);
}
