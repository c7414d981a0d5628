/**
 * From Plot to the text of one `<svg>`, without a browser. The text is the same for the same input: no random names, no
 * counters, coordinates to a tenth of a pixel.
 */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { FronteraError } from "../../errors.ts";
import { escapeHtml } from "../format.ts";
import { wrap } from "./labels.ts";
import { INK, PAPER, SOFT_INK } from "./palette.ts";

export interface Frame {
  /** Kebab-case; the ids inside the drawing begin with it. */
  readonly id: string;
  /** Pixels at which the drawing is laid out; it can be scaled afterwards. */
  readonly width: number;
  readonly title: string;
  /** What a reader who cannot see the drawing should know. */
  readonly description: string;
  /** Sentence printed below a drawing that is a file of its own. */
  readonly source: string;
  /** Language of the texts, where it is told. */
  readonly language?: string;
  /** A file of its own instead of a part of a page: with `xmlns`, and the title and the source line as text. */
  readonly standalone: boolean;
}

/** A drawn rectangle: its inner markup and its size in pixels. */
export interface Panel {
  readonly inner: string;
  readonly width: number;
  readonly height: number;
}

const COORDINATES = new Set([
  "d",
  "transform",
  "x",
  "y",
  "dx",
  "dy",
  "x1",
  "x2",
  "y1",
  "y2",
  "cx",
  "cy",
  "r",
  "width",
  "height",
  "points",
]);
const TITLE_LINE = 20;
const SOURCE_LINE = 14;
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Draws marks with Plot. Sizes and margins are those of Plot; legends are not used, figures label directly. */
export function panel(options: Plot.PlotOptions & { readonly width: number; readonly height: number }): Panel {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = Plot.plot({ className: "figure-plot", ...options, document: document as unknown as Document });
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  // A reader of the screen hears the description of the whole; names of marks are no labels.
  for (const mark of svg.querySelectorAll("[aria-label]")) {
    mark.setAttribute("data-mark", mark.getAttribute("aria-label") ?? "");
    mark.removeAttribute("aria-label");
  }
  const inner = rounded(svg.innerHTML);
  if (/NaN|undefined|Infinity/.test(inner))
    throw new FronteraError({ code: "report-figure", message: "a figure came out with a place that is not a number" });
  return { inner, width: options.width, height: options.height };
}

/** Draws marks whose places are pixels, without axes. */
export function pixelPanel(options: Plot.PlotOptions & { readonly width: number; readonly height: number }): Panel {
  return panel({
    margin: 0,
    style: { fontSize: "12px" },
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    r: { type: "identity" },
    symbol: { type: "identity" },
    ...options,
  });
}

/** One `<svg>` of panels laid side by side where they fit into the frame, below one another where not. */
export function drawing(frame: Frame, panels: readonly Panel[]): string {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  const places = panels.map((one) => {
    if (x > 0 && x + one.width > frame.width) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    const place = { x, y };
    x += one.width;
    rowHeight = Math.max(rowHeight, one.height);
    return place;
  });
  const head = frame.standalone ? wrap(frame.title, Math.floor(frame.width / 9)).split("\n") : [];
  const foot = frame.standalone ? wrap(frame.source, Math.floor(frame.width / 6.2)).split("\n") : [];
  const top = head.length === 0 ? 0 : head.length * TITLE_LINE + 14;
  const height = top + y + rowHeight + (foot.length === 0 ? 0 : foot.length * SOURCE_LINE + 12);
  const key = `${frame.id}-${frame.width}`;
  const body = panels.map((one, i) => {
    const place = { x: places[i]!.x, y: places[i]!.y + top };
    return place.x === 0 && place.y === 0
      ? one.inner
      : `<g transform="translate(${place.x},${place.y})">${one.inner}</g>`;
  });
  const text = (line: string, at: number, more: string) => `<text x="8" y="${at}"${more}>${escapeHtml(line)}</text>`;
  return [
    `<svg${frame.standalone ? ' xmlns="http://www.w3.org/2000/svg"' : ""} role="img" aria-labelledby="${key}-title ${key}-desc"`,
    ` viewBox="0 0 ${frame.width} ${height}" width="${frame.width}" height="${height}" fill="${INK}" color="${INK}"`,
    ` font-family="${escapeHtml(FONT)}" font-size="12" text-anchor="middle"${frame.language === undefined ? "" : ` lang="${frame.language}"`}>`,
    `<title id="${key}-title">${escapeHtml(frame.title)}</title>`,
    `<desc id="${key}-desc">${escapeHtml(frame.description)}</desc>`,
    ...(frame.standalone
      ? [`<rect width="${frame.width}" height="${height}" fill="${PAPER}" />`, '<g text-anchor="start">']
      : []),
    ...head.map((line, i) => text(line, 22 + i * TITLE_LINE, ' font-size="15" font-weight="bold"')),
    ...foot.map((line, i) =>
      text(line, top + y + rowHeight + 14 + i * SOURCE_LINE, ` font-size="10.5" fill="${SOFT_INK}"`),
    ),
    ...(frame.standalone ? ["</g>"] : []),
    ...body,
    "</svg>",
  ].join("");
}

/** Coordinates to a tenth of a pixel, which nobody sees and which makes files a third of the size. */
function rounded(markup: string): string {
  return markup.replace(/ ([a-z][a-z0-9-]*)="([^"]*)"/g, (whole, name: string, value: string) =>
    COORDINATES.has(name)
      ? ` ${name}="${value.replace(/-?\d+\.\d\d+(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10 + 0))}"`
      : whole,
  );
}
