/** One thing to be timed against others. */
export interface Candidate {
  readonly name: string;
  /** Draws that one batch carries. */
  readonly draws: number;
  readonly batch: () => void;
}

/** Microseconds a draw, and how many times faster than the first candidate. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly min: number;
  /** Median over rounds of the time of the first candidate over that of this one, both taken in the same round. */
  readonly ratio: number;
}

export interface MeasureOptions {
  readonly rounds?: number;
  /** Rounds before the first that counts. */
  readonly warmUp?: number;
  /** A batch is repeated until it takes about so long [ms]. */
  readonly batchTime?: number;
}

/**
 * Times candidates in short batches, one of each in every round, so that a machine busy with other work slows all of them
 * alike. Wall clock throughout: the processor time of a process counts its compiler threads as well. The first candidate is
 * the one that the others are compared with.
 */
export function measure(
  candidates: readonly Candidate[],
  { rounds = 31, warmUp = 3, batchTime = 8 }: MeasureOptions = {},
): Timing[] {
  const repeats = candidates.map((candidate) => {
    candidate.batch();
    return Math.max(1, Math.round(batchTime / Math.max(1e-3, elapsed(candidate.batch, 1))));
  });
  const times = candidates.map(() => [] as number[]);
  for (let round = -warmUp; round < rounds; round++)
    for (const [i, { batch, draws }] of candidates.entries()) {
      const each = (1000 * elapsed(batch, repeats[i]!)) / (repeats[i]! * draws);
      if (round >= 0) times[i]!.push(each);
    }
  return candidates.map(({ name }, i) => ({
    name,
    median: median(times[i]!),
    min: Math.min(...times[i]!),
    ratio: median(times[i]!.map((time, round) => times[0]![round]! / time)),
  }));
}

/** Milliseconds that `count` calls take. */
export function elapsed(work: () => void, count: number): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Columns of equal width under their heads; the first stands left, the others right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
  return all.map(line).join("\n");
}
