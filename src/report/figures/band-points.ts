import { decimalYear } from "../format.ts";

/** A band at one date. */
export interface BandPoint {
  readonly date: string;
  readonly year: number;
  readonly median: number;
  readonly low50: number;
  readonly high50: number;
  readonly low90: number;
  readonly high90: number;
}

type Bands = Readonly<Record<Exclude<keyof BandPoint, "date" | "year">, readonly number[]>>;

/** The points of bands along dates; `at` are the places of those that are wanted, all when left out. */
export function bandPoints(
  bands: Bands,
  dates: readonly string[],
  at: readonly number[] = [...dates.keys()],
): BandPoint[] {
  return at.map((i) => ({
    date: dates[i]!,
    year: decimalYear(dates[i]!),
    median: bands.median[i]!,
    low50: bands.low50[i]!,
    high50: bands.high50[i]!,
    low90: bands.low90[i]!,
    high90: bands.high90[i]!,
  }));
}
