import type { StudyDocument } from "../../studies/study/document.ts";
import type { Panel } from "../drawing/canvas.ts";
import { GRADE_COLOUR, GRADE_INK } from "../drawing/palette.ts";
import { rowsPanel } from "../drawing/rows.ts";
import { snugAxis } from "../drawing/scale.ts";
import { capital, change, tickNumber } from "../format.ts";
import type { Speech } from "../speech.ts";
import {
  changeAt,
  leverWords,
  nameOfLever,
  nameOfOutcome,
  noticedOn,
  shownLevers,
  systemOf,
  TOLD,
  timeOf,
} from "../system-lookup.ts";
import { leversTable } from "../system-tables.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, systemSourceLine } from "./words.ts";

/** Months after the order: the dot, and the stroke beside it. */
const DOT = 72;
const STROKE = 12;

/** Every lever alone at its bound, one panel an outcome. */
export function leversFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const system = systemOf(document);
  const narrow = options.width < NARROW;
  const width = narrow ? options.width : Math.floor(options.width / 2);
  const levers = shownLevers(system);
  const moving = (outcome: string) =>
    levers.flatMap((lever) => {
      const effect = noticedOn(lever.effects, outcome);
      return effect === undefined ? [] : [{ lever, effect, at: changeAt(effect, DOT).businessAsUsual }];
    });
  const outcomes = TOLD.map((outcome) => ({ outcome, rows: moving(outcome) })).filter(({ rows }) => rows.length > 0);
  const panels = outcomes.map(({ outcome, rows }): Panel => {
    const axis = snugAxis(
      rows.flatMap(({ effect, at }) => [...at.interval90, changeAt(effect, STROKE).businessAsUsual.median]),
      narrow ? 6 : 5,
      [0],
    );
    return rowsPanel({
      rows: rows.map(({ lever, effect, at }) => ({
        label: nameOfLever(lever, speech),
        value: at.median,
        inner: at.interval50,
        outer: at.interval90,
        tick: changeAt(effect, STROKE).businessAsUsual.median,
        text: change(at.median),
        colour: GRADE_COLOUR[lever.grade],
        letter: { text: lever.grade, ink: GRADE_INK[lever.grade] },
      })),
      width,
      labelWidth: 0,
      axis: { ...axis, label: t("system.leversAxis"), format: (value) => tickNumber(value * 100) },
      reference: { at: 0, label: t("figures.noChange") },
      title: capital(nameOfOutcome(outcome, speech)),
    });
  });
  const time = timeOf({ months: DOT }, speech);
  const pairs = levers.some(({ together }) => together.length > 0);
  return figure(
    {
      id: "levers",
      title: t("system.leversTitle", { time, asOf: asOf(document, speech) }),
      caption: t("system.leversCaption", {
        time,
        from: speech.date(system.from),
        grades: t("system.gradeWords"),
        together: pairs ? t("system.leversTogether") : "",
      }).trim(),
      source: systemSourceLine(document, [], speech),
      table: leversTable(system, { outcomes: TOLD }),
    },
    outcomes
      .flatMap(({ outcome, rows }) =>
        rows.map(({ lever, at }) =>
          t("system.leversAlt", {
            outcome: nameOfOutcome(outcome, speech),
            lever: leverWords(lever.id, speech).name,
            change: change(at.median),
            range: speech.changes(at.interval90),
          }),
        ),
      )
      .join(" "),
    options,
    panels,
  );
}
