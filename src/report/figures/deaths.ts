import * as Plot from "@observablehq/plot";
import type { Fit, StudyDocument } from "../../studies/study/document.ts";
import { type Panel, panel } from "../drawing/canvas.ts";
import { BLUE, INK, PAPER, RULE, SOFT_INK } from "../drawing/palette.ts";
import { linearAxis } from "../drawing/scale.ts";
import { quantity, tickNumber } from "../format.ts";
import type { Speech } from "../speech.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

/** The series that the draws were weighted by, beside what the weighted draws say it should have been. */
export function deathsFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const fit = document.conditioning.fit;
  const units = [...new Set(fit.map((row) => row.unit))];
  const panels = units.map((unit) =>
    fitPanel(
      fit.filter((row) => row.unit === unit),
      unit,
      options,
      speech,
    ),
  );
  const inside = fit.filter((row) => row.observed >= row.interval90[0] && row.observed <= row.interval90[1]).length;
  return figure(
    {
      id: "deaths",
      title: t("figures.deathsTitle", { asOf: asOf(document, speech) }),
      caption: t("figures.deathsCaption", {
        series: document.conditioning.series.join("; "),
        inside,
        total: fit.length,
      }),
      source: sourceLine(document, document.conditioning.series, speech),
      table: {
        columns: ["year", "unit", "observed", "median", "low90", "high90"],
        rows: fit.map((row) => [row.year, row.unit, row.observed, row.median, ...row.interval90]),
      },
    },
    fit
      .map((row) =>
        t("figures.deathsAlt", {
          year: String(row.year),
          data: quantity(row.observed),
          model: quantity(row.median),
          unit: speech.unit(row.unit),
        }),
      )
      .join(" "),
    options,
    panels,
  );
}

function fitPanel(fit: readonly Fit[], unit: string, options: FigureOptions, speech: Speech): Panel {
  const { t } = speech;
  const narrow = options.width < NARROW;
  const axis = linearAxis(
    fit.flatMap((row) => [...row.interval90, row.observed]),
    6,
    [0],
  );
  const years = fit.map((row) => row.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = narrow ? Math.ceil((last - first + 1) / 6) : Math.ceil((last - first + 1) / 16);
  const final = fit[fit.length - 1]!;
  // The key stands in the empty lower part of the panel, each sign beside its words.
  const key = { x: first, y: axis.domain[0] + (axis.domain[1] - axis.domain[0]) * 0.13 };
  return panel({
    width: options.width,
    height: narrow ? 300 : 340,
    marginLeft: 58,
    marginRight: 20,
    marginTop: 28,
    marginBottom: 34,
    style: { fontSize: "12px" },
    x: { domain: [first - 0.5, last + 0.5], label: null },
    y: { domain: axis.domain, label: null },
    symbol: { type: "identity" },
    marks: [
      Plot.gridY(axis.ticks, { stroke: RULE, strokeOpacity: 0.7 }),
      Plot.axisY(axis.ticks, {
        tickFormat: tickNumber,
        tickSize: 0,
        color: SOFT_INK,
        label: t("figures.deathsAxis", { unit: speech.unit(final.unit) }),
        labelAnchor: "top",
        labelArrow: "none",
      }),
      Plot.axisX(
        years.filter((year) => (year - first) % step === 0),
        { tickFormat: String, tickSize: 4, color: SOFT_INK, label: null },
      ),
      Plot.ruleX(fit, {
        x: "year",
        y1: (row: Fit) => row.interval90[0],
        y2: (row: Fit) => row.interval90[1],
        stroke: BLUE,
        strokeWidth: 6,
        strokeOpacity: 0.35,
      }),
      Plot.dot(fit, { x: "year", y: "median", r: 4.5, fill: PAPER, stroke: BLUE, strokeWidth: 2 }),
      Plot.dot(fit, { x: "year", y: "observed", symbol: "times", r: 4.5, stroke: INK, strokeWidth: 2.2 }),
      Plot.dot([key], { x: "x", y: "y", dx: 6, dy: 0, r: 4.5, fill: PAPER, stroke: BLUE, strokeWidth: 2 }),
      Plot.dot([key], { x: "x", y: "y", dx: 6, dy: 20, symbol: "times", r: 4.5, stroke: INK, strokeWidth: 2.2 }),
      Plot.text([key], {
        x: "x",
        y: "y",
        dx: 18,
        text: [t("figures.deathsModel")],
        textAnchor: "start",
        fill: BLUE,
        stroke: PAPER,
        strokeWidth: 3,
      }),
      Plot.text([key], {
        x: "x",
        y: "y",
        dx: 18,
        dy: 20,
        text: [t("figures.deathsData", { unit: unit === "" ? t("figures.noUnit") : speech.unit(unit) })],
        textAnchor: "start",
      }),
    ],
  });
}
