import type { StudyDocument } from "../../studies/study/document.ts";
import type { Panel } from "../drawing/canvas.ts";
import { GRADE_COLOUR, GRADE_INK } from "../drawing/palette.ts";
import { type Row, rowsPanel } from "../drawing/rows.ts";
import { snugAxis } from "../drawing/scale.ts";
import { change, tickNumber } from "../format.ts";
import type { Speech } from "../speech.ts";
import { changeAt, nameOfLink, systemOf, timeOf } from "../system-lookup.ts";
import { type Figure, type FigureOptions, figure, INTERVAL_COLUMNS, intervalCells, NARROW } from "./figure.ts";
import { asOf, systemSourceLine } from "./words.ts";

/** Months after the order at which links are compared. */
const MONTHS = [12, 72] as const;

/** Every link of the fentanyl chain pressed alone, a year and six years on. */
export function linksFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const { links, from } = systemOf(document);
  const narrow = options.width < NARROW;
  const at = (months: number) => links.map((link) => ({ link, of: changeAt(link.deaths, months).businessAsUsual }));
  const axis = snugAxis(
    MONTHS.flatMap((months) => at(months).flatMap(({ of }) => [...of.interval90])),
    narrow ? 6 : 5,
    [0],
  );
  const labelWidth = narrow ? 0 : 190;
  const share = narrow ? options.width : (options.width - labelWidth) / 2;
  const panels = MONTHS.map((months, i): Panel => {
    const rows = at(months).map(
      ({ link, of }): Row => ({
        label: nameOfLink(link.id, speech),
        value: of.median,
        inner: of.interval50,
        outer: of.interval90,
        text: change(of.median),
        colour: GRADE_COLOUR[link.grade],
        letter: { text: link.grade, ink: GRADE_INK[link.grade] },
      }),
    );
    return rowsPanel({
      rows,
      width: narrow ? options.width : Math.floor(i === 0 ? share + labelWidth - 14 : share + 14),
      labelWidth,
      silent: !narrow && i > 0,
      axis: { ...axis, label: t("system.leversAxis"), format: (value) => tickNumber(value * 100) },
      reference: { at: 0, label: t("figures.noChange") },
      title: t("system.after", { time: timeOf({ months }, speech) }),
    });
  });
  return figure(
    {
      id: "links",
      title: t("system.linksTitle", { asOf: asOf(document, speech) }),
      caption: t("system.linksCaption", { from: speech.date(from), grades: t("system.gradeWords") }),
      source: systemSourceLine(document, [], speech),
      table: {
        columns: ["link", "levers", "grade", "months", "at", "against", "unit", ...INTERVAL_COLUMNS],
        rows: links.flatMap(({ id, levers, grade, deaths }) =>
          deaths.changes.flatMap(({ months, at: date, businessAsUsual, start }) => [
            [id, levers.join(" "), grade, months, date, "businessAsUsual", "1", ...intervalCells(businessAsUsual)],
            [id, levers.join(" "), grade, months, date, "start", "1", ...intervalCells(start)],
          ]),
        ),
      },
    },
    MONTHS.flatMap((months) =>
      at(months).map(({ link, of }) =>
        t("system.leversAlt", {
          outcome: t("system.after", { time: timeOf({ months }, speech) }),
          lever: nameOfLink(link.id, speech),
          change: change(of.median),
          range: speech.changes(of.interval90),
        }),
      ),
    ).join(" "),
    options,
    panels,
  );
}
