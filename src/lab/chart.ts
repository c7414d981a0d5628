import { type Language, type Lines, tickNumber } from "../index.ts";
import { roundAbove } from "./round-numbers.ts";

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

/** Bands from the moment `at` on. */
export function linesFrom({ median, low50, high50, low90, high90 }: Lines, at: number): Lines {
  const cut = (line: readonly number[]) => line.slice(at);
  return { median: cut(median), low50: cut(low50), high50: cut(high50), low90: cut(low90), high90: cut(high90) };
}

export interface ChartOptions {
  readonly width: number;
  readonly height: number;
  /** Where scenarios branch. */
  readonly from: string;
  readonly label: string;
  readonly language: Language;
  /** Whether the axis begins at zero; a ratio that hardly moves is shown around one. */
  readonly fromZero: boolean;
  /** Whether values are shares, shown as per cent. */
  readonly shares?: boolean;
}

export const COLOURS = ["#0072b2", "#b34700", "#00735a", "#8f3f71", "#6b5b00", "#4b4f9e"] as const;
export const USUAL = "#5c666e";
export const STALE = "#b4bcc2";

const INK = "#1d2327";
const SOFT = "#565f67";
const RULE = "#dfe3e7";
const ROOM = { left: 50, right: 16, top: 8, bottom: 22 } as const;
const SVG = "http://www.w3.org/2000/svg";
const BANDS = [
  ["low90", "high90", 0.16],
  ["low50", "high50", 0.26],
] as const;

/** A chart of one outcome: the same for the screen and for files. Its paths are written here, so that six are drawn in a frame. */
export function chart(series: readonly Series[], options: ChartOptions): SVGSVGElement {
  const { width, height, from, label } = options;
  const days = series.map(({ dates }) => dates.map((date) => Date.parse(date)));
  const first = Math.min(...days.map(([day]) => day!));
  const last = Math.max(...days.map((list) => list.at(-1)!));
  const [low, high, step] = extent(series, options.fromZero);
  const x = (day: number) => ROOM.left + ((day - first) / (last - first)) * (width - ROOM.left - ROOM.right);
  const y = (value: number) =>
    height - ROOM.bottom - ((value - low) / (high - low)) * (height - ROOM.top - ROOM.bottom);
  const point = (day: number, value: number) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`;
  const line = (i: number, values: readonly number[]) => values.map((value, k) => point(days[i]![k]!, value)).join("L");
  const svg = made("svg", {
    role: "img",
    "aria-label": label,
    class: "chart",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    "font-family": "system-ui, sans-serif",
    "font-size": 11,
    fill: SOFT,
  });
  for (let tick = 0; low + tick * step <= high * (1 + 1e-9); tick++) {
    const value = Number((low + tick * step).toPrecision(12));
    svg.append(made("line", { x1: ROOM.left, x2: width - ROOM.right, y1: y(value), y2: y(value), stroke: RULE }));
    svg.append(
      made(
        "text",
        { x: ROOM.left - 7, y: y(value) + 4, "text-anchor": "end" },
        options.shares === true ? percentTick(value) : short(value),
      ),
    );
  }
  const years = new Date(last).getUTCFullYear() - new Date(first).getUTCFullYear();
  const every = years > 14 || width < 50 * years ? 2 : 1;
  for (let year = new Date(first).getUTCFullYear() + 1; Date.UTC(year, 0, 1) <= last + 864e5; year++) {
    const at = x(Math.min(last, Date.UTC(year, 0, 1)));
    svg.append(made("line", { x1: at, x2: at, y1: height - ROOM.bottom, y2: height - ROOM.bottom + 4, stroke: SOFT }));
    if (year % every === 0) svg.append(made("text", { x: at, y: height - 5, "text-anchor": "middle" }, String(year)));
  }
  const begin = x(Date.parse(from));
  for (const [below, above, opacity] of BANDS)
    series.forEach(({ lines, bare, colour }, i) => {
      const [bottom, top] = [lines[below], lines[above]];
      if (bare === true || bottom === undefined || top === undefined) return;
      const back = top
        .map((value, k) => point(days[i]![k]!, value))
        .reverse()
        .join("L");
      svg.append(made("path", { d: `M${line(i, bottom)}L${back}Z`, fill: colour, "fill-opacity": opacity }));
    });
  svg.append(
    made("line", {
      x1: begin,
      x2: begin,
      y1: ROOM.top,
      y2: height - ROOM.bottom,
      stroke: INK,
      "stroke-opacity": 0.5,
      "stroke-dasharray": "2,3",
    }),
  );
  series.forEach(({ lines, colour, dashed }, i) => {
    const stroke = { fill: "none", stroke: colour, "stroke-width": 2, "stroke-linejoin": "round" };
    svg.append(
      made("path", {
        d: `M${line(i, lines.median)}`,
        ...stroke,
        ...(dashed === true ? { "stroke-dasharray": "4,3" } : {}),
      }),
    );
  });
  return svg;
}

/** An element of a drawing; texts become text, never markup. */
export function made<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElementTagNameMap[K] {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Ends of the axis and the distance of its ticks, all of them round. */
function extent(series: readonly Series[], fromZero: boolean): [number, number, number] {
  const all = series.flatMap(({ lines, bare }) =>
    bare === true ? [lines.median] : [lines.median, lines.low90 ?? [], lines.high90 ?? []],
  );
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const list of all)
    for (const value of list) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  if (fromZero) [low, high] = [Math.min(0, low), Math.max(0, high)];
  const step = roundAbove((high - low || Math.abs(high) || 1) / 4, [1, 2, 2.5, 5]);
  return [step * Math.floor(low / step + 1e-9), step * Math.ceil(high / step - 1e-9), step];
}

function percentTick(value: number): string {
  return `${value > 0 ? "+" : ""}${tickNumber(100 * value)} %`;
}

/** `45 k`, `1.2 M` on axes. */
function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${tickNumber(value / 1e6)} M`;
  if (size >= 1e4) return `${tickNumber(value / 1e3)} k`;
  return tickNumber(value);
}
