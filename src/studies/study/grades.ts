import { gradeShares, varianceSharer } from "../../analysis/variance-shares.ts";
import type { Grade } from "../../model/declare.ts";
import type { StudyAccumulator } from "./accumulator.ts";
import { columnAt, DRAWN } from "./columns.ts";
import type { Grades } from "./document.ts";

/** Grades behind a column of an ensemble, or behind the ratio of two, as shares of its spread that add to 1. */
export function gradesBehind(
  sums: StudyAccumulator,
  gradeOf: (parameter: string) => Grade,
): (above: number, below?: number) => Grades {
  const { rows, weights } = sums.kept;
  const share = columnAt("homicideShare");
  const inputs = DRAWN.map((id, p) =>
    // The prior of conflict moves with the share; what is its own is the rest.
    Float64Array.from(rows, (row) => (id === "conflict" ? row[p]! / row[share]! : row[p]!)),
  );
  const sharesOf = varianceSharer(inputs, weights);
  const letters = DRAWN.map(gradeOf);
  return (above, below) => {
    const { shares, explained } = sharesOf(
      Float64Array.from(rows, (row) => (below === undefined ? row[above]! : row[above]! / row[below]!)),
    );
    // What no parameter explains is the random order of groups and the ties left out: assumptions.
    const { A, B } = gradeShares(shares, letters);
    return { A: A * explained, B: B * explained, C: 1 - (A + B) * explained };
  };
}
