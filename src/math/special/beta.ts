import { exp, log, log1p } from "../elementary/index.ts";
import { deviance, HALF_LOG_TWO_PI, logGamma, stirlingError } from "./gamma.ts";
import { solveMonotone } from "./root.ts";

/** log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), without cancellation for large a and b. */
export function logBeta(a: number, b: number): number {
  const [p, q] = a < b ? [a, b] : [b, a];
  if (q < 10) return logGamma(p) + logGamma(q) - logGamma(p + q);
  const error = stirlingError(p + q) - stirlingError(q);
  const sum = p + q;
  if (p >= 10)
    return HALF_LOG_TWO_PI + 0.5 * log(sum / (p * q)) + stirlingError(p) - error - p * log1p(q / p) - q * log1p(p / q);
  return logGamma(p) - error - (q - 0.5) * log1p(p / q) - p * log(sum) + p;
}

/** log(x^a·y^b/B(a, b)), y = 1 − x. */
function logFront(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  if (a < 1 || b < 1) return a * log(x) + b * log(y) - logBeta(a, b);
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return errors - deviance(a, n * x) - deviance(b, n * y) + 0.5 * log((a * b) / n) - HALF_LOG_TWO_PI;
}

/** Continued fraction of B_x(a, b)·a/(x^a·y^b), quick for x < (a + 1)/(a + b + 2) (DLMF 8.17.22), by Lentz. */
function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return h;
}

function notZero(v: number): number {
  return Math.abs(v) < 1e-300 ? 1e-300 : v;
}

/**
 * Regularised incomplete beta function I_x(a, b) and its complement, to a relative accuracy of about 1e-13,
 * and 1e-16 absolutely where one is got from the other. `y` is 1 − x where that is known better than by subtraction.
 */
export function regularizedBeta(a: number, b: number, x: number, y = 1 - x): { lower: number; upper: number } {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const front = exp(logFront(a, b, x, y));
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front * continuedFraction(a, b, x)) / a);
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (front * continuedFraction(b, a, y)) / b);
  return { lower: 1 - upper, upper };
}

/**
 * x with I_x(a, b) = p. Safeguarded Newton steps in the logit t of x, where both ends keep their digits; on the smaller
 * of the two tails.
 */
export function betaQuantile(a: number, b: number, p: number): number {
  if (!(a > 0 && b > 0) || !(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return 1;
  const upperTail = p > 0.5;
  const target = upperTail ? 1 - p : p;
  // First terms of the two tails, which are exact far out.
  const logB = logBeta(a, b);
  const left = (log(p) + log(a) + logB) / a;
  if (left < -40) return exp(left);
  const right = (log(1 - p) + log(b) + logB) / b;
  const mode = log(a / b);
  const start = left < -3 ? left : right < -3 ? -right : Math.max(-3, Math.min(3, mode));
  const root = solveMonotone(
    (t) => {
      const [x, y] = halves(t);
      const { lower, upper } = regularizedBeta(a, b, x, y);
      const slope = exp(logFront(a, b, x, y));
      return upperTail ? { value: upper, slope: -slope } : { value: lower, slope };
    },
    target,
    !upperTail,
    start,
    -745,
    745,
  );
  return halves(root)[0];
}

/** Logistic function of t and of −t. */
function halves(t: number): [number, number] {
  const e = exp(-Math.abs(t));
  const small = e / (1 + e);
  const large = 1 / (1 + e);
  return t < 0 ? [small, large] : [large, small];
}
