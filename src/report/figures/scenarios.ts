import * as Plot from "@observablehq/plot";
import type { Band, StudyDocument } from "../../studies/study/document.ts";
import { type Panel, panel } from "../drawing/canvas.ts";
import { cut, spread, wrap } from "../drawing/labels.ts";
import { INK, PAPER, RULE, SOFT_INK, type Stroke, scenarioStroke } from "../drawing/palette.ts";
import { linearAxis } from "../drawing/scale.ts";
import { quantity, tickNumber } from "../format.ts";
import { bandOf, DEATHS, futures, HISTORY, MEMBERS, outcomeName } from "../lookup.ts";
import type { Speech } from "../speech.ts";
import { type BandPoint, bandPoints } from "./band-points.ts";
import { type Figure, type FigureOptions, figure, INTERVAL_COLUMNS, NARROW, thinned } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

/** Years of history that are drawn; the figure of members shows the rest. */
const YEARS_BEFORE = 6;
const KEY_LINE = 20;
const CHARACTER = 6.8;

interface Line {
  readonly id: string;
  readonly name: string;
  readonly stroke: Stroke;
  readonly points: readonly BandPoint[];
}

/** Members along every scenario. */
export function scenarioMembersFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  return scenarioFigure(document, MEMBERS, options, speech);
}

/** Conflict deaths along every scenario. */
export function scenarioDeathsFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  return scenarioFigure(document, DEATHS, options, speech);
}

function scenarioFigure(document: StudyDocument, outcome: string, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const history = bandOf(document, outcome, HISTORY);
  const from = String(Number(history.dates[history.dates.length - 1]!.slice(0, 4)) - YEARS_BEFORE);
  const past: Line = {
    id: HISTORY,
    name: t("figures.history"),
    stroke: { colour: INK, dash: "" },
    points: pointsOf(history).filter((point) => point.date >= from),
  };
  const lines = futures(document).map(
    (scenario, i): Line => ({
      id: scenario.id,
      name: scenario.name,
      stroke: scenarioStroke(i),
      points: pointsOf(bandOf(document, outcome, scenario.id)),
    }),
  );
  const name = outcomeName(document, outcome);
  const ends = lines.map((line) => ({ name: line.name, last: line.points[line.points.length - 1]! }));
  const end = ends[0]!.last.date;
  return figure(
    {
      id: outcome === MEMBERS ? "scenario-members" : "scenario-deaths",
      title: t("figures.scenarioTitle", { name, year: end.slice(0, 4), asOf: asOf(document, speech) }),
      caption: [
        t("figures.scenarioCaption", { date: speech.date(end) }),
        ...(outcome === DEATHS ? [t("figures.scenarioCaptionDeaths")] : []),
      ].join(" "),
      source: sourceLine(document, [], speech),
      table: {
        columns: ["scenario", "date", "unit", ...INTERVAL_COLUMNS],
        rows: [past, ...lines].flatMap((line) =>
          line.points.map((point) => [
            line.id,
            point.date,
            history.unit,
            point.median,
            point.low50,
            point.high50,
            point.low90,
            point.high90,
          ]),
        ),
      },
    },
    ends
      .map(({ name: scenario, last }) =>
        t("figures.scenarioAlt", {
          scenario,
          median: quantity(last.median),
          unit: speech.unit(history.unit),
          date: speech.date(last.date),
          range: speech.range([last.low90, last.high90], quantity),
        }),
      )
      .join(" "),
    options,
    [fan(past, lines, `${name} (${speech.unit(history.unit)})`, options)],
  );
}

function pointsOf(band: Band): BandPoint[] {
  return bandPoints(band, band.dates, thinned(band.dates.length, 160));
}

function fan(past: Line, lines: readonly Line[], label: string, options: FigureOptions): Panel {
  const narrow = options.width < NARROW;
  const marginTop = 28;
  const marginBottom = narrow ? 40 + lines.length * KEY_LINE : 34;
  const height = (narrow ? 300 : 380) + marginBottom;
  const marginLeft = 62;
  const marginRight = narrow ? 50 : 190;
  const usual = lines[0]!;
  const first = past.points[0]!.year;
  const last = usual.points[usual.points.length - 1]!.year;
  const lasts = lines.map((line) => line.points[line.points.length - 1]!);
  const axis = linearAxis(
    [...past.points, ...usual.points, ...lasts].flatMap((point) => [point.low90, point.high90]),
    6,
    [0],
  );
  const [low, high] = axis.domain;
  const inner = height - marginTop - marginBottom;
  const toPixel = (value: number) => marginTop + ((high - value) / (high - low)) * inner;
  // Interval bars stand in columns just right of the last date; their labels are pushed apart and joined by a line.
  const perPixel = (last - first) / (options.width - marginLeft - marginRight);
  const gap = narrow ? 7 : 9;
  const bars: Bar[] = lasts.map((point, i) => ({
    ...point,
    x: last + (8 + i * gap) * perPixel,
    stroke: lines[i]!.stroke,
  }));
  const labels = narrow
    ? []
    : sideLabels(lines, bars, last + (8 + lines.length * gap + 6) * perPixel, marginRight - 20 - lines.length * gap, {
        low: marginTop,
        high: height - marginBottom,
        toPixel,
        toValue: (pixel) => high - ((pixel - marginTop) / inner) * (high - low),
      });
  const key = narrow
    ? lines.map((line, i) => ({ line, text: `${line.name}: ${quantity(lasts[i]!.median)}`, dy: 44 + i * KEY_LINE }))
    : [];
  const years = linearAxis([first, last], narrow ? 4 : 8).ticks.filter(
    (tick) => Number.isInteger(tick) && tick >= first && tick <= last,
  );
  const shade = (points: readonly BandPoint[], colour: string) => [
    Plot.areaY(points, { x: "year", y1: "low90", y2: "high90", fill: colour, fillOpacity: 0.12 }),
    Plot.areaY(points, { x: "year", y1: "low50", y2: "high50", fill: colour, fillOpacity: 0.2 }),
  ];
  return panel({
    width: options.width,
    height,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    style: { fontSize: "12px" },
    x: { domain: [first, last], label: null },
    y: { domain: axis.domain, label: null },
    marks: [
      Plot.gridY(axis.ticks, { stroke: RULE, strokeOpacity: 0.7 }),
      Plot.axisY(axis.ticks, {
        tickFormat: tickNumber,
        tickSize: 0,
        color: SOFT_INK,
        label,
        labelAnchor: "top",
        labelArrow: "none",
      }),
      Plot.axisX(years, { tickFormat: String, tickSize: 4, color: SOFT_INK, label: null }),
      ...shade(past.points, INK),
      ...shade(usual.points, usual.stroke.colour),
      Plot.lineY(past.points, { x: "year", y: "median", stroke: INK, strokeWidth: 2 }),
      ...lines.map((line) =>
        Plot.lineY(line.points, {
          x: "year",
          y: "median",
          stroke: line.stroke.colour,
          strokeWidth: 2.4,
          ...(line.stroke.dash === "" ? {} : { strokeDasharray: line.stroke.dash }),
        }),
      ),
      Plot.ruleX(bars, { x: "x", y1: "low90", y2: "high90", stroke: (bar) => bar.stroke.colour, strokeWidth: 1.6 }),
      Plot.ruleX(bars, { x: "x", y1: "low50", y2: "high50", stroke: (bar) => bar.stroke.colour, strokeWidth: 5 }),
      Plot.dot(bars, { x: "x", y: "median", r: 3, fill: PAPER, stroke: (bar) => bar.stroke.colour, strokeWidth: 1.6 }),
      Plot.link(labels, {
        x1: (row) => row.bar.x + 4 * perPixel,
        x2: (row) => row.x - 3 * perPixel,
        y1: (row) => row.bar.median,
        y2: "y",
        stroke: (row) => row.stroke.colour,
        strokeWidth: 0.8,
      }),
      Plot.text(labels, {
        x: "x",
        y: "y",
        text: "text",
        textAnchor: "start",
        lineHeight: 1.15,
        fill: (row) => row.stroke.colour,
        fontWeight: "bold",
      }),
      ...key.flatMap(({ line, text, dy }) => [
        Plot.link([line], {
          x1: first,
          x2: first + 34 * perPixel,
          y1: low,
          y2: low,
          dy,
          stroke: line.stroke.colour,
          strokeWidth: 2.4,
          ...(line.stroke.dash === "" ? {} : { strokeDasharray: line.stroke.dash }),
        }),
        Plot.text([text], {
          x: first,
          y: low,
          dx: 42,
          dy,
          textAnchor: "start",
          fill: line.stroke.colour,
          fontWeight: "bold",
        }),
      ]),
    ],
  });
}

interface Bar extends BandPoint {
  readonly x: number;
  readonly stroke: Stroke;
}

/** Names and last medians right of the bars, pushed apart so that none covers another. */
function sideLabels(
  lines: readonly Line[],
  bars: readonly Bar[],
  x: number,
  room: number,
  scale: {
    readonly low: number;
    readonly high: number;
    readonly toPixel: (value: number) => number;
    readonly toValue: (pixel: number) => number;
  },
): { x: number; y: number; text: string; stroke: Stroke; bar: Bar }[] {
  const characters = Math.floor(room / CHARACTER);
  const texts = lines.map(
    (line, i) => `${wrap(cut(line.name, characters * 2), characters)}\n${quantity(bars[i]!.median)}`,
  );
  const tallest = Math.max(...texts.map((text) => text.split("\n").length));
  const places = spread(
    bars.map((bar) => scale.toPixel(bar.median)),
    tallest * 14 + 5,
    scale.low + tallest * 7,
    scale.high - tallest * 7,
  );
  return bars.map((bar, i) => ({ x, y: scale.toValue(places[i]!), text: texts[i]!, stroke: bar.stroke, bar }));
}
