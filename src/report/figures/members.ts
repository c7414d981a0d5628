import * as Plot from "@observablehq/plot";
import type { StudyDocument } from "../../studies/study/document.ts";
import { panel } from "../drawing/canvas.ts";
import { BLUE, INK, PAPER, RULE, SOFT_INK } from "../drawing/palette.ts";
import { linearAxis } from "../drawing/scale.ts";
import { decimalYear, quantity, tickNumber } from "../format.ts";
import { bandOf, estimatesOf, HISTORY, MEMBERS } from "../lookup.ts";
import { PUBLISHED_MEMBERS, PUBLISHED_SOURCE } from "../published.ts";
import type { Speech } from "../speech.ts";
import { type Figure, type FigureOptions, figure, INTERVAL_COLUMNS, NARROW, thinned } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

/** The published range as the drawing writes it. */
const PUBLISHED_TEXT = `${quantity(PUBLISHED_MEMBERS.low)}–${quantity(PUBLISHED_MEMBERS.high)}`;

/** Members since 2012 with their bands, the two dates that are quoted, and the published range. */
export function membersFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t, date: inWords, range } = speech;
  const band = bandOf(document, MEMBERS, HISTORY);
  const estimates = estimatesOf(document, MEMBERS);
  const narrow = options.width < NARROW;
  const points = thinned(band.dates.length, 220).map((i) => ({
    date: band.dates[i]!,
    year: decimalYear(band.dates[i]!),
    median: band.median[i]!,
    low50: band.low50[i]!,
    high50: band.high50[i]!,
    low90: band.low90[i]!,
    high90: band.high90[i]!,
  }));
  const last = points[points.length - 1]!;
  const dots = estimates.map((estimate) => ({
    year: decimalYear(estimate.at),
    median: estimate.median,
    text: `${narrow ? speech.shortDate(estimate.at) : inWords(estimate.at)}: ${quantity(estimate.median)}`,
  }));
  const published = {
    year: decimalYear(PUBLISHED_MEMBERS.at),
    low: PUBLISHED_MEMBERS.low,
    high: PUBLISHED_MEMBERS.high,
  };
  const axis = linearAxis(
    [...points.flatMap((point) => [point.low90, point.high90]), published.low, published.high],
    6,
    // Room for the words above the band.
    narrow ? [Math.max(...points.map((point) => point.high90)) * 1.13] : [],
  );
  const years = linearAxis([points[0]!.year, last.year], narrow ? 4 : 7);
  const drawn = panel({
    width: options.width,
    height: narrow ? 300 : 360,
    marginLeft: 64,
    marginRight: 20,
    marginTop: 28,
    marginBottom: 34,
    style: { fontSize: "12px" },
    x: { domain: [points[0]!.year, Math.max(last.year, points[0]!.year + 1)], label: null },
    y: { domain: axis.domain, label: null },
    marks: [
      Plot.gridY(axis.ticks, { stroke: RULE, strokeOpacity: 0.7 }),
      Plot.axisY(axis.ticks, {
        tickFormat: tickNumber,
        tickSize: 0,
        color: SOFT_INK,
        label: `${band.name} (${speech.unit(band.unit)})`,
        labelAnchor: "top",
        labelArrow: "none",
      }),
      Plot.axisX(
        years.ticks.filter((tick) => Number.isInteger(tick) && tick >= points[0]!.year && tick <= last.year),
        { tickFormat: String, tickSize: 4, color: SOFT_INK, label: null },
      ),
      Plot.areaY(points, { x: "year", y1: "low90", y2: "high90", fill: BLUE, fillOpacity: 0.16 }),
      Plot.areaY(points, { x: "year", y1: "low50", y2: "high50", fill: BLUE, fillOpacity: 0.3 }),
      Plot.lineY(points, { x: "year", y: "median", stroke: BLUE, strokeWidth: 2.2 }),
      Plot.text([t("figures.membersBand")], {
        frameAnchor: "top-left",
        dx: 10,
        dy: 10,
        lineHeight: 1.25,
        fill: BLUE,
        stroke: PAPER,
        strokeWidth: 3,
      }),
      Plot.ruleX([published], { x: "year", y1: "low", y2: "high", stroke: INK, strokeWidth: 2.2 }),
      Plot.link([published.low, published.high], {
        x1: () => published.year - 0.13,
        x2: () => published.year + 0.13,
        y: (value: number) => value,
        stroke: INK,
        strokeWidth: 2.2,
      }),
      Plot.text([published], {
        x: "year",
        y: "high",
        dx: -8,
        dy: -2,
        textAnchor: "end",
        lineAnchor: "bottom",
        text: [t("figures.publishedRange", { range: PUBLISHED_TEXT })],
        lineHeight: 1.25,
        stroke: PAPER,
        strokeWidth: 3,
        fill: INK,
      }),
      Plot.dot(dots, { x: "year", y: "median", r: 4.5, fill: PAPER, stroke: BLUE, strokeWidth: 2.2 }),
      Plot.text([dots.map((dot) => dot.text).join("\n")], {
        frameAnchor: "bottom-right",
        dy: -10,
        lineHeight: 1.35,
        fontWeight: "bold",
        fill: BLUE,
        stroke: PAPER,
        strokeWidth: 3,
      }),
    ],
  });
  const said = estimates
    .map((estimate) =>
      t("figures.membersAltAt", {
        median: quantity(estimate.median),
        range: range(estimate.interval90, quantity),
        date: inWords(estimate.at),
      }),
    )
    .join("; ");
  return figure(
    {
      id: "members",
      title: t("figures.membersTitle", {
        first: band.dates[0]!.slice(0, 4),
        last: band.dates[band.dates.length - 1]!.slice(0, 4),
        asOf: asOf(document, speech),
      }),
      caption: t("figures.membersCaption", { date: inWords(PUBLISHED_MEMBERS.at) }),
      source: sourceLine(document, [t("figures.publishedSource", { source: PUBLISHED_SOURCE })], speech),
      table: {
        columns: ["date", "unit", ...INTERVAL_COLUMNS],
        rows: points.map((point) => [
          point.date,
          band.unit,
          point.median,
          point.low50,
          point.high50,
          point.low90,
          point.high90,
        ]),
      },
    },
    t("figures.membersAlt", { said, range: range([PUBLISHED_MEMBERS.low, PUBLISHED_MEMBERS.high], quantity) }),
    options,
    [drawn],
  );
}
