import type { Status } from "../../ensemble/carrier.ts";
import { CHUNK } from "../../ensemble/simulate.ts";
import { FronteraError } from "../../errors.ts";
import { COLUMNS } from "./columns.ts";
import { studySpec } from "./run-study.ts";
import { studyJob } from "./study-job.ts";

/** One draw of the main ensemble, run again. */
export interface ReplayedDraw {
  readonly draw: number;
  readonly status: Status;
  /** Week of the first fault, null where the draw went through. */
  readonly at: number | null;
  /** Every number of the draw by the name of its column; null for what a failed draw has not. */
  readonly values: Readonly<Record<string, number | null>>;
}

/** Runs the chunk of one draw again: the same seed and draws give the same digits. Error: `no-such-draw`. */
export function replayDraw(options: { readonly draws: number; readonly seed: number }, draw: number): ReplayedDraw {
  if (!(draw < options.draws))
    throw new FronteraError({
      code: "no-such-draw",
      message: "--replay names no draw of the study",
      expected: `a whole number from 0 to ${options.draws - 1}`,
      received: String(draw),
    });
  const { first, rows, status, at } = studyJob
    .open({ ...studySpec(options), bands: false })
    .run(Math.floor(draw / CHUNK));
  const place = draw - first;
  const row = rows.subarray(place * COLUMNS.length, (place + 1) * COLUMNS.length);
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    draw,
    status: status[place]!,
    at: known(at[place]!),
    values: Object.fromEntries(COLUMNS.map(({ name }, i) => [name, known(row[i]!)])),
  };
}
