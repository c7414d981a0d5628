import type { Contrast, StudyDocument } from "../../studies/study/document.ts";
import type { Panel } from "../drawing/canvas.ts";
import { scenarioStroke } from "../drawing/palette.ts";
import { type Mark, type Row, rowsPanel } from "../drawing/rows.ts";
import { snugAxis } from "../drawing/scale.ts";
import { capital, change, tickNumber } from "../format.ts";
import { BUSINESS_AS_USUAL, CONTRASTS, contrastOf, futures, outcomeName } from "../lookup.ts";
import type { Speech } from "../speech.ts";
import { type Figure, type FigureOptions, figure, INTERVAL_COLUMNS, intervalCells, NARROW } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

const MARKS: readonly Mark[] = ["square", "circle", "diamond", "triangle", "star"];

/** Every scenario's change, against business as usual and against the start, side by side on one scale. */
export function contrastsFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const narrow = options.width < NARROW;
  const outcomes = [...new Set(document.contrasts.map((contrast) => contrast.outcome))];
  const scenarios = futures(document);
  const dates = [...new Set(document.contrasts.map((contrast) => contrast.at))].sort();
  const at = dates[dates.length - 1] ?? document.asOf;
  const shown: Contrast[] = [];
  const rowsOf = (against: Contrast["against"]): Row[] =>
    outcomes.flatMap((outcome) => [
      { label: outcomeName(document, outcome), heading: true },
      ...scenarios.flatMap((scenario, i): Row[] => {
        const contrast = contrastOf(document, scenario.id, outcome, against);
        if (contrast !== undefined) shown.push(contrast);
        // Side by side the rows must line up, so an absent contrast keeps its row.
        if (contrast === undefined)
          return scenario.id === BUSINESS_AS_USUAL && narrow ? [] : [{ label: scenario.name, value: null }];
        return [
          {
            label: scenario.name,
            value: contrast.median,
            inner: contrast.interval50,
            outer: contrast.interval90,
            text: change(contrast.median),
            colour: scenarioStroke(i).colour,
            mark: MARKS[i % MARKS.length]!,
          },
        ];
      }),
    ]);
  const rows = CONTRASTS.map(({ against }) => rowsOf(against));
  const axis = snugAxis(
    shown.flatMap((contrast) => [...contrast.interval90]),
    narrow ? 6 : 7,
    [0],
  );
  const labelWidth = narrow ? 0 : 176;
  const share = narrow ? options.width : (options.width - labelWidth) / 2;
  const panels: Panel[] = CONTRASTS.map(({ title }, i) =>
    rowsPanel({
      rows: rows[i]!,
      width: narrow ? options.width : Math.floor(i === 0 ? share + labelWidth - 14 : share + 14),
      labelWidth,
      silent: !narrow && i > 0,
      axis: { ...axis, label: t("figures.contrastsAxis"), format: (value) => tickNumber(value * 100) },
      reference: { at: 0, label: t("figures.noChange") },
      title: capital(t(title)),
    }),
  );
  return figure(
    {
      id: "contrasts",
      title: t("figures.contrastsTitle", { date: speech.date(at), asOf: asOf(document, speech) }),
      caption: t("figures.contrastsCaption", { howToRead: t("figures.howToRead") }),
      source: sourceLine(document, [], speech),
      table: {
        columns: ["scenario", "outcome", "against", "at", "unit", ...INTERVAL_COLUMNS, "shareAbove"],
        rows: document.contrasts.map((contrast) => [
          contrast.scenario,
          contrast.outcome,
          contrast.against,
          contrast.at,
          contrast.unit,
          ...intervalCells(contrast),
          contrast.shareAbove,
        ]),
      },
    },
    shown
      .map((contrast) => {
        const scenario = scenarios.find((one) => one.id === contrast.scenario);
        const against = t(CONTRASTS.find((one) => one.against === contrast.against)!.title);
        return `${outcomeName(document, contrast.outcome)}, ${scenario?.name ?? contrast.scenario}, ${against}: ${change(contrast.median)} (90 %: ${speech.changes(contrast.interval90)}).`;
      })
      .join(" "),
    options,
    panels,
  );
}
