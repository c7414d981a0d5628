import { log } from "../../math/elementary/index.ts";

/** A line along the moments of signals for every draw of a batch. */
export class SignalLines {
  readonly #width: number;
  readonly #lines: Float64Array[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  /** The line of a draw; to be written to as well. */
  of(draw: number): Float64Array {
    let line = this.#lines[draw];
    if (line === undefined) {
      line = new Float64Array(this.#width);
      this.#lines[draw] = line;
    }
    return line;
  }

  /** Sets the lines of some draws, moment by moment. */
  set(draws: readonly number[], value: (draw: number, moment: number) => number): void {
    for (const draw of draws) {
      const line = this.of(draw);
      for (let k = 0; k < line.length; k++) line[k] = value(draw, k);
    }
  }

  /** Logs of the ratios of other lines. */
  setRatios(draws: readonly number[], now: SignalLines, then: SignalLines): void {
    this.set(draws, (draw, k) => logRatio(now.of(draw)[k]!, then.of(draw)[k]!));
  }

  /** Largest change of a log between the line of a draw and another one. */
  moved(draw: number, before: SignalLines): number {
    const [here, there] = [this.of(draw), before.of(draw)];
    let most = 0;
    for (let k = 0; k < here.length; k++) most = Math.max(most, Math.abs(logRatio(here[k]!, there[k]!)));
    return most;
  }

  /** The same for sums that can be 0: what comes from nothing, or goes, has moved without bound. */
  strayed(draw: number, before: SignalLines): number {
    const [here, there] = [this.of(draw), before.of(draw)];
    let most = 0;
    for (let k = 0; k < here.length; k++) most = Math.max(most, distance(here[k]!, there[k]!));
    return most;
  }
}

/** As `logRatio`, but without bound where only one of the two is a size. */
function distance(here: number, there: number): number {
  return here > 0 === there > 0 ? Math.abs(logRatio(here, there)) : Number.POSITIVE_INFINITY;
}

/** 0 where either is no size: a draw that failed, or groups that are gone. */
function logRatio(now: number, then: number): number {
  return now === then || !(now > 0 && then > 0) ? 0 : finite(log(now / then));
}

export function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
