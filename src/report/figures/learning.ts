import type { StudyDocument } from "../../studies/study/document.ts";
import { GRADE_COLOUR, GRADE_INK } from "../drawing/palette.ts";
import { type Row, rowsPanel } from "../drawing/rows.ts";
import { snugAxis } from "../drawing/scale.ts";
import { finite } from "../format.ts";
import type { Speech } from "../speech.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

/** How much narrower the series made each parameter: posterior standard deviation over prior standard deviation. */
export function learningFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
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
      title: t("figures.learningTitle", { asOf: asOf(document, speech) }),
      caption: t("figures.learningCaption", { untaught, total: sorted.length }),
      source: sourceLine(document, [t("figures.learningSource")], speech),
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
      .map((row) => t("figures.learningAlt", { name: row.name, grade: row.grade, ratio: row.sdRatio.toFixed(2) }))
      .join(" "),
    options,
    [
      rowsPanel({
        rows,
        width: options.width,
        labelWidth: narrow ? 0 : 260,
        axis: {
          ...axis,
          label: t(narrow ? "figures.learningAxisNarrow" : "figures.learningAxis"),
          format: (value) => String(value),
        },
        reference: { at: 1, label: t("figures.learningReference") },
      }),
    ],
  );
}
