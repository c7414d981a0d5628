import * as Plot from "@observablehq/plot";
import { type Language, type Lines, quantity, tickNumber } from "../index.ts";

/** A line with its bands, or without. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly dates: readonly string[];
  readonly lines: Pick<Lines, "median"> & Partial<Lines>;
  readonly dashed?: boolean;
  /** Bands that are not drawn, so that many scenarios can be told apart. */
  readonly bare?: boolean;
}

export interface ChartOptions {
  readonly width: number;
  readonly height: number;
  /** Where scenarios branch. */
  readonly from: string;
  readonly label: string;
  readonly language: Language;
}

export const COLOURS = ["#0072b2", "#b34700", "#00735a", "#8f3f71", "#6b5b00", "#4b4f9e"] as const;
export const USUAL = "#5c666e";
export const STALE = "#b4bcc2";

/** A chart of one outcome: the same for the screen and for files. */
export function chart(series: readonly Series[], { width, height, from, label }: ChartOptions): SVGSVGElement {
  const rows = series.flatMap((one) =>
    one.dates.map((date, i) => ({
      ...one,
      date: new Date(date),
      median: one.lines.median[i]!,
      low50: one.lines.low50?.[i] ?? Number.NaN,
      high50: one.lines.high50?.[i] ?? Number.NaN,
      low90: one.lines.low90?.[i] ?? Number.NaN,
      high90: one.lines.high90?.[i] ?? Number.NaN,
    })),
  );
  const banded = rows.filter(({ bare }) => bare !== true);
  const band = (low: "low50" | "low90", high: "high50" | "high90", opacity: number) =>
    Plot.areaY(banded, { x: "date", y1: low, y2: high, z: "name", fill: "colour", fillOpacity: opacity });
  const svg = Plot.plot({
    width,
    height,
    marginLeft: 46,
    marginRight: 10,
    marginTop: 10,
    marginBottom: 22,
    x: {
      type: "utc",
      label: null,
      ticks: width < 420 ? 5 : 8,
      tickFormat: (date: Date) => String(date.getUTCFullYear()),
      tickSize: 3,
    },
    y: {
      label: null,
      zero: true,
      nice: true,
      ticks: 4,
      grid: true,
      tickSize: 0,
      tickFormat: (value: number) => short(value),
    },
    marks: [
      band("low90", "high90", 0.16),
      band("low50", "high50", 0.26),
      Plot.ruleX([new Date(from)], { stroke: "#1d2327", strokeOpacity: 0.45, strokeDasharray: "2,3" }),
      ...series.map((one) =>
        Plot.line(
          rows.filter(({ name }) => name === one.name),
          {
            x: "date",
            y: "median",
            stroke: one.colour,
            strokeWidth: 2,
            ...(one.dashed === true ? { strokeDasharray: "4,3" } : {}),
          },
        ),
      ),
    ],
  }) as SVGSVGElement;
  // A style of its own is refused by the policy of the page, whose style sheet has these rules.
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("class", "chart");
  svg.setAttribute("font-family", "system-ui, sans-serif");
  svg.setAttribute("font-size", "11");
  return svg;
}

/** `45 k`, `1.2 M` on axes. */
function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${tickNumber(value / 1e6)} M`;
  if (size >= 1e4) return `${tickNumber(value / 1e3)} k`;
  return tickNumber(value);
}

/** The value of a line on a date, for people. */
export function valueText(value: number): string {
  return quantity(value);
}
