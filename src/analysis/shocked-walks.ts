import { exp, log } from "../math/elementary/index.ts";
import { fillUniform, type Key, subkey, uniform } from "../math/random.ts";
import { normalQuantile } from "../math/special.ts";

/** Events at random times, each of random size and fading. */
export interface Shocks {
  /** How many there are on average between two knots. */
  readonly rate: number;
  /** Bounds of their size, which may be negative. */
  readonly low: number;
  readonly high: number;
  /** Share of one that is left a knot later. */
  readonly left: number;
}

export interface ShockedWalksOptions {
  /** Standard deviation of a step of every walk. */
  readonly steps: readonly number[];
  readonly knots: number;
  /** Share of a walk's distance from 0 that is left a knot later: 1 never returns. */
  readonly kept: number;
  /** Degrees of freedom of the steps (Student's t with unit variance), an even number above 2. */
  readonly tails: number;
  /** Their sum is one more path. */
  readonly shocks: readonly Shocks[];
  readonly shockKnots: number;
}

/**
 * Random walks that return to 0 with heavy-tailed steps, and a path of shocks at random times. All paths begin at 0. A pure function of
 * key and draw; a knot does not depend on how many follow it.
 */
export class ShockedWalks {
  readonly #options: ShockedWalksOptions;
  /** Uniform numbers of one step. */
  readonly #numbers: Float64Array;

  constructor(options: ShockedWalksOptions) {
    this.#options = options;
    this.#numbers = new Float64Array(1 + options.tails / 2);
  }

  /** The knots of every walk, one walk after another, and then those of the shocks. */
  draw(key: Key, draw: number): Float64Array {
    const { steps, knots, kept, shocks, shockKnots } = this.#options;
    const path = new Float64Array(steps.length * knots + shockKnots);
    steps.forEach((sd, w) => {
      const own = subkey(key, `walk ${w}`);
      for (let k = 1; k < knots; k++)
        path[w * knots + k] = kept * path[w * knots + k - 1]! + sd * this.#step(own, draw, k);
    });
    const first = steps.length * knots;
    shocks.forEach(({ rate, low, high, left }, s) => {
      const own = subkey(key, `shocks ${s}`);
      const chance = 1 - exp(-rate);
      let now = 0;
      for (let k = 1; k < shockKnots; k++) {
        now *= left;
        if (uniform(own, draw, 2 * k) < chance) now += low + (high - low) * uniform(own, draw, 2 * k + 1);
        path[first + k]! += now;
      }
    });
    return path;
  }

  /** Student's t as a normal number over the root of a chi-square number, which for even degrees is a product of uniform ones. */
  #step(key: Key, draw: number, knot: number): number {
    const { tails } = this.#options;
    const numbers = fillUniform(key, draw, knot * this.#numbers.length, this.#numbers);
    let product = 1;
    for (let i = 1; i <= tails / 2; i++) product *= numbers[i]!;
    return normalQuantile(numbers[0]!) / Math.sqrt((-2 * log(product)) / (tails - 2));
  }
}
