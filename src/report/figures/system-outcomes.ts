import * as Plot from "@observablehq/plot";
import type { StudyDocument } from "../../studies/study/document.ts";
import type { SystemOutcome } from "../../studies/study/system/document.ts";
import { type Panel, panel } from "../drawing/canvas.ts";
import { wrap } from "../drawing/labels.ts";
import { BLUE, INK, RULE, SOFT_INK } from "../drawing/palette.ts";
import { linearAxis } from "../drawing/scale.ts";
import { amount, capital, decimalYear, tickNumber, wholePercent } from "../format.ts";
import type { Speech } from "../speech.ts";
import { nameOfOutcome, systemOf, unitOfOutcome } from "../system-lookup.ts";
import { type BandPoint, bandPoints } from "./band-points.ts";
import { type Figure, type FigureOptions, figure, INTERVAL_COLUMNS, NARROW } from "./figure.ts";
import { asOf, systemSourceLine } from "./words.ts";

const COLUMNS = 3;
const LINE = 15;
const CHARACTER = 7.6;

/** Headline outcomes of every part along history and business as usual, against data where a series meets them. */
export function systemOutcomesFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const system = systemOf(document);
  const shown = system.outcomes.filter(({ headline }) => headline);
  const branch = decimalYear(system.from);
  const width = options.width < NARROW ? options.width : Math.floor(options.width / COLUMNS);
  const sources = [...new Set(shown.flatMap(({ dataSources }) => dataSources))];
  return figure(
    {
      id: "system-outcomes",
      title: t("system.outcomesTitle", { year: system.to.slice(0, 4), asOf: asOf(document, speech) }),
      caption: t("system.outcomesCaption", { from: speech.date(system.from) }),
      source: systemSourceLine(
        document,
        sources.length === 0 ? [] : [t("system.dataFrom", { ids: sources.join(", ") })],
        speech,
      ),
      table: {
        columns: ["outcome", "what", "date", "period", "unit", ...INTERVAL_COLUMNS],
        rows: shown.flatMap((outcome) => [
          ...bandPoints(outcome, system.dates).map((point) => [
            outcome.id,
            "model",
            point.date,
            "",
            outcome.unit,
            ...[point.median, point.low50, point.high50, point.low90, point.high90].map(shortened),
          ]),
          ...outcome.data.map(({ at, period, value }) => [
            outcome.id,
            "data",
            at,
            period,
            outcome.unit,
            shortened(value),
            "",
            "",
            "",
            "",
          ]),
        ]),
      },
    },
    shown
      .map((outcome) => {
        const last = outcome.median.length - 1;
        return t("system.outcomesAlt", {
          outcome: nameOfOutcome(outcome.id, speech),
          unit: unitOfOutcome(outcome, speech),
          date: speech.date(system.to),
          median: amount(outcome.median[last]!),
          range: speech.range([outcome.low90[last]!, outcome.high90[last]!], amount),
        });
      })
      .join(" "),
    options,
    shown.map((outcome) => small(outcome, bandPoints(outcome, system.dates).map(drawn), { width, branch }, speech)),
  );
}

/** Six digits: a band is no better known. */
function shortened(value: number): number {
  return Number(value.toPrecision(6));
}

/** No outcome is negative: what a band has below zero is not drawn. */
function drawn(point: BandPoint): BandPoint {
  return { ...point, low90: Math.max(0, point.low90), low50: Math.max(0, point.low50) };
}

function small(
  outcome: SystemOutcome,
  points: readonly BandPoint[],
  { width, branch }: { readonly width: number; readonly branch: number },
  speech: Speech,
): Panel {
  const { A, B, C } = outcome.grades;
  const data = outcome.data.map(({ at, value }) => ({ year: decimalYear(at), value }));
  const axis = linearAxis([...points.map(({ high90 }) => high90), ...data.map(({ value }) => value)], 4, [0]);
  const characters = Math.floor((width - 16) / CHARACTER);
  const title = wrap(capital(nameOfOutcome(outcome.id, speech)), characters);
  const lines = 2;
  const top = 14 + lines * LINE + 34;
  const grades = `A ${wholePercent(A)}, B ${wholePercent(B)}, C ${wholePercent(C)}`.replaceAll(" %", "");
  const marginLeft = 14 + Math.max(...axis.ticks.map((tick) => tickNumber(tick).length)) * CHARACTER;
  const first = points[0]!.year;
  const last = points.at(-1)!.year;
  const years = [2012, 2016, 2020, 2024, 2028].filter((year) => year >= first && year <= last);
  return panel({
    width,
    height: top + 136,
    marginLeft,
    marginRight: 12,
    marginTop: top,
    marginBottom: 30,
    style: { fontSize: "11.5px" },
    x: { domain: [first, last], label: null },
    y: { domain: axis.domain, label: null },
    marks: [
      Plot.gridY(axis.ticks, { stroke: RULE, strokeOpacity: 0.7 }),
      Plot.axisY(axis.ticks, { tickFormat: tickNumber, tickSize: 0, color: SOFT_INK, label: null }),
      Plot.axisX(years, { tickFormat: String, tickSize: 3, color: SOFT_INK, label: null }),
      Plot.areaY(points, { x: "year", y1: "low90", y2: "high90", fill: BLUE, fillOpacity: 0.16 }),
      Plot.areaY(points, { x: "year", y1: "low50", y2: "high50", fill: BLUE, fillOpacity: 0.28 }),
      Plot.lineY(points, { x: "year", y: "median", stroke: BLUE, strokeWidth: 1.6 }),
      Plot.ruleX([branch], { stroke: SOFT_INK, strokeDasharray: "2,3" }),
      Plot.dot(data, { x: "year", y: "value", r: data.length > 30 ? 1.1 : 2.2, fill: INK }),
      Plot.text([title], {
        frameAnchor: "top-left",
        lineAnchor: "top",
        dx: 4 - marginLeft,
        dy: 8 - top,
        fontSize: 12.5,
        fontWeight: "bold",
        lineHeight: 1.2,
      }),
      Plot.text([[unitOfOutcome(outcome, speech), grades].filter((part) => part !== "").join("; ")], {
        frameAnchor: "top-left",
        lineAnchor: "top",
        dx: 4 - marginLeft,
        dy: 8 - top + lines * LINE + 4,
        fontSize: 11,
        fill: SOFT_INK,
      }),
    ],
  });
}
