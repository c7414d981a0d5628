import { type Network, rankOrder } from "../../data/network.ts";
import { exp, log } from "../../math/elementary/index.ts";

/** What the study assumes about the start and the ties, as numbers that a draw may vary. */
export interface NetworkAssumptions {
  /** Members at the start fall with rank to this power; the study has 1. */
  readonly rankExponent: number;
  /** Standard deviation of noise on the natural log of the rank [1]; 0 keeps the order of the study. */
  readonly orderNoise: number;
  /** Probability that a tie of the data is real; the study has 1. */
  readonly tieRetention: number;
}

/** Rows that one draw of the network fills. */
export interface NetworkRows {
  /** Share of every group in all members at the start; adds to 1. [group] */
  readonly share: Float64Array;
  /** Sum of the alliance weights of every group. [group] */
  readonly alliance: Float64Array;
  /** Rivalry weights in the order of the stored elements of the matrix. [stored element] */
  readonly rivalry: Float64Array;
}

/** Draws networks around the published one: other orders of size, ties left out. Reuses its arrays. */
export class NetworkSampler {
  /** Random numbers that a draw takes: uniform ones, one a tie, and normal ones, one a group. */
  readonly ties: number;
  readonly groups: number;
  readonly #network: Network;
  readonly #logRank: Float64Array;
  /** The two stored elements of every rivalry. */
  readonly #elements: Int32Array;
  readonly #rows: NetworkRows;
  readonly #score: Float64Array;
  /** Groups from the largest to the smallest; the sort is stable, so groups of one score stay in the order of the file. */
  readonly #order: number[];
  readonly #larger = (a: number, b: number): number => this.#score[b]! - this.#score[a]!;
  /** ln(rank) of rank 1 and on. */
  readonly #logs: Float64Array;

  constructor(network: Network) {
    const size = network.groups.length;
    this.#network = network;
    this.groups = size;
    this.ties = network.rivalries.length + network.alliances.length;
    this.#logRank = new Float64Array(size);
    for (const [rank, group] of rankOrder(network.strength).entries()) this.#logRank[group] = log(rank + 1);
    const { starts, indices, values } = network.rivalry;
    const element = (row: number, column: number) => {
      for (let k = starts[row]!; k < starts[row + 1]!; k++) if (indices[k] === column) return k;
      throw new Error(`no element ${row}, ${column}`);
    };
    this.#elements = Int32Array.from(network.rivalries.flatMap(({ a, b }) => [element(a, b), element(b, a)]));
    this.#rows = {
      share: new Float64Array(size),
      alliance: new Float64Array(size),
      rivalry: new Float64Array(values.length),
    };
    this.#score = new Float64Array(size);
    this.#order = new Array<number>(size).fill(0);
    this.#logs = Float64Array.from({ length: size }, (_, rank) => log(rank + 1));
  }

  /** One network. `uniform` in (0, 1), one a tie; `normal`, one a group. The arrays are those of the last draw. */
  draw(assumptions: NetworkAssumptions, uniform: ArrayLike<number>, normal: ArrayLike<number>): NetworkRows {
    const { rankExponent, orderNoise, tieRetention } = assumptions;
    const { rivalries, alliances } = this.#network;
    const { share, alliance, rivalry } = this.#rows;
    rivalry.fill(0);
    alliance.fill(0);
    for (let i = 0; i < rivalries.length; i++) {
      if (uniform[i]! >= tieRetention) continue;
      const { weight } = rivalries[i]!;
      rivalry[this.#elements[2 * i]!] = weight;
      rivalry[this.#elements[2 * i + 1]!] = weight;
    }
    for (let i = 0; i < alliances.length; i++) {
      if (uniform[rivalries.length + i]! >= tieRetention) continue;
      const { a, b, weight } = alliances[i]!;
      alliance[a]! += weight;
      alliance[b]! += weight;
    }
    // The smallest score has the largest group; without noise the order is that of the study, ties included.
    for (let i = 0; i < this.groups; i++) this.#score[i] = -this.#logRank[i]! - orderNoise * normal[i]!;
    const order = this.#order;
    for (let i = 0; i < this.groups; i++) order[i] = i;
    order.sort(this.#larger);
    let total = 0;
    for (let rank = 0; rank < this.groups; rank++) {
      const size = exp(-rankExponent * this.#logs[rank]!);
      share[order[rank]!] = size;
      total += size;
    }
    for (let i = 0; i < this.groups; i++) share[i]! /= total;
    return this.#rows;
  }
}
