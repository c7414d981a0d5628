import type { Layout } from "../compile/program.ts";
import type { Block, Carried } from "./carrier.ts";
import type { Leg } from "./leg.ts";

/** Weeks at which the stocks are read that references of a program are mean rates of, rising. */
function weeksOf({ references }: Layout): number[] {
  return [...new Set(references.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
}

/** Legs over the past that references are read in, each to the next week that one of them names. */
export function pastLegs(layout: Layout, { t0, schedules }: Leg): readonly Leg[] {
  const levers = schedules === undefined ? {} : { schedules };
  return weeksOf(layout)
    .filter((week) => week > t0)
    .map((t1, i, weeks) => ({ t0: weeks[i - 1] ?? t0, t1, save: [], ...levers }));
}

/**
 * Writes the rows of references from the ends of `pastLegs`, in order. A draw that did not get there keeps what stands in
 * its rows. A stock that starts at `t0` of the first leg has grown by nothing then.
 */
export function readReferences(
  layout: Layout,
  lanes: number,
  past: readonly { readonly leg: Leg; readonly carried: readonly Carried[] }[],
  blocks: readonly Block[],
): void {
  for (const { row, stock, from, to } of layout.references)
    for (const [i, { count, parameters }] of blocks.entries())
      for (let lane = 0; lane < count; lane++) {
        const at = (week: number): number => {
          const end = past.find(({ leg }) => leg.t1 === week)?.carried[i];
          if (end === undefined) return 0;
          return end.status[lane] === "ok" ? end.state[stock * lanes + lane]! : Number.NaN;
        };
        const rate = (at(to) - at(from)) / (to - from);
        if (Number.isFinite(rate)) parameters[row * lanes + lane] = rate;
      }
}
