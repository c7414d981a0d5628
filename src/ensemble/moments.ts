/**
 * Weight, mean and sum of squared deviations of many quantities, gathered draw by draw and merged chunk by chunk: memory
 * does not grow with draws. Merging in the order of the chunks gives the same bits for any number of workers.
 * Source: Chan, Golub & LeVeque 1983, doi:10.1080/00031305.1983.10483115; with weights West 1979, doi:10.1145/359146.359153.
 */
export class Moments {
  readonly cells: number;
  readonly #weight: Float64Array;
  readonly #mean: Float64Array;
  readonly #squares: Float64Array;

  constructor(cells: number) {
    this.cells = cells;
    this.#weight = new Float64Array(cells);
    this.#mean = new Float64Array(cells);
    this.#squares = new Float64Array(cells);
  }

  /** Adds a value; values that are not finite are passed over. */
  add(cell: number, value: number, weight = 1): void {
    if (!(Number.isFinite(value) && weight > 0)) return;
    const total = this.#weight[cell]! + weight;
    const from = value - this.#mean[cell]!;
    this.#mean[cell]! += (from * weight) / total;
    this.#squares[cell]! += weight * from * (value - this.#mean[cell]!);
    this.#weight[cell] = total;
  }

  merge(other: MomentsData): void {
    for (let cell = 0; cell < this.cells; cell++) {
      const weight = other.weight[cell]!;
      if (weight === 0) continue;
      const total = this.#weight[cell]! + weight;
      const apart = other.mean[cell]! - this.#mean[cell]!;
      this.#squares[cell]! += other.squares[cell]! + (apart * apart * this.#weight[cell]! * weight) / total;
      this.#mean[cell]! += (apart * weight) / total;
      this.#weight[cell] = total;
    }
  }

  /** Sum of the weights. */
  weight(cell: number): number {
    return this.#weight[cell]!;
  }

  /** NaN for an empty cell. */
  mean(cell: number): number {
    return this.#weight[cell] === 0 ? Number.NaN : this.#mean[cell]!;
  }

  /** Variance of the weighted draws (divided by the weight); NaN for an empty cell. */
  variance(cell: number): number {
    return this.#squares[cell]! / this.#weight[cell]!;
  }

  /** What crosses from thread to thread. */
  data(): MomentsData {
    return { weight: this.#weight, mean: this.#mean, squares: this.#squares };
  }
}

export interface MomentsData {
  readonly weight: Float64Array;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
}
