import type { StudyDocument } from "../../studies/study/document.ts";
import { GRADE_COLOUR, GRADE_INK } from "../drawing/palette.ts";
import { type Row, rowsPanel } from "../drawing/rows.ts";
import { snugAxis } from "../drawing/scale.ts";
import { finite } from "../format.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

/** How much narrower the series made each parameter: posterior standard deviation over prior standard deviation. */
export function learningFigure(document: StudyDocument, options: FigureOptions): Figure {
  const narrow = options.width < NARROW;
  const sorted = [...document.assumptions].sort((a, b) => a.sdRatio - b.sdRatio || (a.id < b.id ? -1 : 1));
  const rows = sorted.map(
    (row): Row => ({
      label: row.name,
      value: finite(row.sdRatio, row.id),
      outer: [Math.min(row.sdRatio, 1), Math.max(row.sdRatio, 1)],
      colour: GRADE_COLOUR[row.grade],
      letter: { text: row.grade, ink: GRADE_INK[row.grade] },
    }),
  );
  const axis = snugAxis(
    sorted.map((row) => row.sdRatio),
    5,
    [0, 1],
  );
  const untaught = sorted.filter((row) => row.sdRatio > 0.9).length;
  return figure(
    {
      id: "learning",
      title: `How much of this is assumption: what the series taught about each parameter, ${asOf(document)}`,
      caption:
        "A dot at 1 means that the series taught nothing about the parameter: the result rests on what was assumed. A dot at 0.5 " +
        "means that the range was halved. Letters are evidence grades: A estimated from data for this setting, B literature from " +
        `elsewhere, C assumption. ${untaught} of ${sorted.length} parameters kept more than nine tenths of their prior width.`,
      source: sourceLine(document, ["priors: see the table of assumptions"]),
      table: {
        columns: ["id", "name", "unit", "grade", "priorMedian", "priorSd", "posteriorMedian", "posteriorSd", "sdRatio"],
        rows: sorted.map((row) => [
          row.id,
          row.name,
          row.unit,
          row.grade,
          row.priorMedian,
          row.priorSd,
          row.posteriorMedian,
          row.posteriorSd,
          row.sdRatio,
        ]),
      },
    },
    sorted
      .map((row) => `${row.name} (grade ${row.grade}): ${row.sdRatio.toFixed(2)} of its prior width is left.`)
      .join(" "),
    options,
    [
      rowsPanel({
        rows,
        width: options.width,
        labelWidth: narrow ? 0 : 260,
        axis: {
          ...axis,
          label: narrow
            ? "Width left (posterior sd / prior sd)"
            : "Width left after the series (posterior sd / prior sd)",
          format: (value) => String(value),
        },
        reference: { at: 1, label: "nothing learnt" },
      }),
    ],
  );
}
