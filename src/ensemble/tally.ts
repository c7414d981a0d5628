/**
 * Weighted histograms of many quantities at once, in bins whose width is a fixed share of the value, for quantiles of
 * any number of draws in fixed memory. Weights are whole numbers, so sums are exact and the same in any order: partial
 * tallies of different threads add up to the same bits.
 *
 * A quantile is interpolated within its bin and never beyond the least or greatest value; its error is below the width of the
 * bin, 2^−precision of the value, and nothing where all values are the same. Numbers nearer to zero than `smallest` are one
 * bin and read as zero.
 */
export class Tally {
  readonly cells: number;
  /** Bits of a value after the leading one. */
  readonly precision: number;
  /** Counts of every cell, from its lowest bin to its highest. */
  readonly #counts: Float64Array[];
  readonly #lowest: Int32Array;
  readonly #total: Float64Array;
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;
  readonly #shift: number;
  readonly #smallest: number;
  /** Bits of the smallest number, as a whole number; bins are counted from it. */
  readonly #first: number;
  readonly #number = new Float64Array(1);
  readonly #words = new Int32Array(this.#number.buffer);

  /** `precision`: bits kept of every value after the leading one, at most 20; bins are 2^−precision of the value wide. */
  constructor(cells: number, precision: number, smallest = 1e-12) {
    this.cells = cells;
    this.precision = precision;
    this.#shift = 20 - precision;
    this.#smallest = smallest;
    this.#number[0] = smallest;
    this.#first = this.#words[1]! >>> this.#shift;
    this.#counts = Array.from({ length: cells }, () => new Float64Array(0));
    this.#lowest = new Int32Array(cells);
    this.#total = new Float64Array(cells);
    this.#least = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
    this.#greatest = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  }

  /** Adds a value with a whole weight; values that are not finite are passed over. */
  add(cell: number, value: number, weight: number): void {
    if (!Number.isFinite(value) || weight === 0) return;
    const bin = this.#bin(value);
    let counts = this.#counts[cell]!;
    const at = bin - this.#lowest[cell]!;
    if (!(at >= 0 && at < counts.length)) counts = this.#widen(cell, bin, bin);
    counts[bin - this.#lowest[cell]!]! += weight;
    this.#total[cell]! += weight;
    if (value < this.#least[cell]!) this.#least[cell] = value;
    if (value > this.#greatest[cell]!) this.#greatest[cell] = value;
  }

  /** Sum of the weights of a cell. */
  total(cell: number): number {
    return this.#total[cell]!;
  }

  /** Smallest value at or below which a share `p` of the weight lies, interpolated; NaN for an empty cell. */
  quantile(cell: number, p: number): number {
    const counts = this.#counts[cell]!;
    const wanted = p * this.#total[cell]!;
    if (!(this.#total[cell]! > 0)) return Number.NaN;
    let below = 0;
    for (let i = 0; i < counts.length; i++) {
      const here = counts[i]!;
      if (here > 0 && below + here >= wanted) {
        const bin = this.#lowest[cell]! + i;
        const [low, high] = this.#edges(bin);
        const value = low + ((high - low) * (wanted - below)) / here;
        // What is nearer to zero than the smallest number reads as zero.
        return bin === 0 ? value : Math.min(this.#greatest[cell]!, Math.max(this.#least[cell]!, value));
      }
      below += here;
    }
    return Number.NaN;
  }

  /** Share of the weight above a value, interpolated in the bin that holds it; exact at powers of two. */
  exceedance(cell: number, threshold: number): number {
    const counts = this.#counts[cell]!;
    let above = 0;
    for (let i = 0; i < counts.length; i++) {
      const [low, high] = this.#edges(this.#lowest[cell]! + i);
      // About zero there is no width to interpolate in.
      const part = high > low ? (high - threshold) / (high - low) : high > threshold ? 1 : 0;
      above += counts[i]! * Math.min(1, Math.max(0, part));
    }
    return above / this.#total[cell]!;
  }

  /** Adds another tally of the same shape. */
  merge(other: TallyData): void {
    other.counts.forEach((from, cell) => {
      if (from.length === 0) return;
      const low = other.lowest[cell]!;
      if (this.#counts[cell]!.length === 0) {
        // Nothing to be added to: the bins as they are.
        this.#counts[cell] = from.slice();
        this.#lowest[cell] = low;
        this.#total[cell] = other.total[cell]!;
        this.#least[cell] = other.least[cell]!;
        this.#greatest[cell] = other.greatest[cell]!;
        return;
      }
      const counts = this.#widen(cell, low, low + from.length - 1);
      const at = low - this.#lowest[cell]!;
      for (let i = 0; i < from.length; i++) counts[at + i]! += from[i]!;
      this.#total[cell]! += other.total[cell]!;
      this.#least[cell] = Math.min(this.#least[cell]!, other.least[cell]!);
      this.#greatest[cell] = Math.max(this.#greatest[cell]!, other.greatest[cell]!);
    });
  }

  /** What crosses from thread to thread. */
  data(): TallyData {
    return {
      counts: this.#counts,
      lowest: this.#lowest,
      total: this.#total,
      least: this.#least,
      greatest: this.#greatest,
    };
  }

  /** Makes room for bins `low` to `high`, with some to spare. */
  #widen(cell: number, low: number, high: number): Float64Array {
    const counts = this.#counts[cell]!;
    const first = this.#lowest[cell]!;
    if (counts.length === 0) {
      // Where nothing is ordered all changes are one number: no room is kept beside it.
      const fresh = new Float64Array(high - low + 1);
      this.#counts[cell] = fresh;
      this.#lowest[cell] = low;
      return fresh;
    }
    const from = Math.min(first, low);
    const to = Math.max(first + counts.length - 1, high);
    if (from === first && to === first + counts.length - 1) return counts;
    // Room grows in proportion and by a factor of two in value at least, so that a range is copied a few times at most.
    const spare = Math.max(Math.ceil((to - from + 1) / 2), 1 << this.precision);
    const start = from === first ? first : from - spare;
    const end = to === first + counts.length - 1 ? to : to + spare;
    const wide = new Float64Array(end - start + 1);
    wide.set(counts, first - start);
    this.#counts[cell] = wide;
    this.#lowest[cell] = start;
    return wide;
  }

  /** 0 about zero, then rising with the value: sign, exponent and leading bits. */
  #bin(value: number): number {
    const size = Math.abs(value);
    if (size < this.#smallest) return 0;
    this.#number[0] = size;
    const bin = 1 + (this.#words[1]! >>> this.#shift) - this.#first;
    return value < 0 ? -bin : bin;
  }

  /** Values between which a bin lies. */
  #edges(bin: number): [number, number] {
    if (bin === 0) return [0, 0];
    const size = (rank: number): number => {
      this.#words[0] = 0;
      this.#words[1] = (rank - 1 + this.#first) << this.#shift;
      return this.#number[0]!;
    };
    return bin > 0 ? [size(bin), size(bin + 1)] : [-size(1 - bin), -size(-bin)];
  }
}

export interface TallyData {
  readonly counts: readonly Float64Array[];
  readonly lowest: Int32Array;
  readonly total: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}
