import { change, type LiveOutcome, type LiveSettings, type LiveWords, quantity, tickNumber } from "../src/index.ts";
import { filled, shape } from "./elements.ts";
import type { Factors, LiveLine, LiveRun } from "./live-model.ts";

const INK = "#1d2327";
const SOFT = "#59636b";
const RULE = "#c9cfd4";
const BLUE = "#0072b2";
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const HEAD = 54;
const PANEL = { width: 360, height: 292, left: 56, right: 16, top: 30, bottom: 74 };

/** What a run says in words, for those who cannot see the drawing. */
export function liveText(run: LiveRun, factors: Factors, words: LiveWords): string {
  const last = (id: string) => quantity(run[id]?.set.at(-1) ?? 0);
  return filled(words.alt, {
    recruitment: tickNumber(factors.recruitment ?? 1),
    incapacitation: tickNumber(factors.incapacitation ?? 1),
    members: last("members"),
    deaths: last("conflict-deaths"),
  });
}

/** Draws the run into the svg: both outcomes side by side where there is room, below one another where not. */
export function drawLive(
  svg: SVGSVGElement,
  settings: LiveSettings,
  run: LiveRun,
  factors: Factors,
  words: LiveWords,
  width: number,
): void {
  const beside = width >= 2 * PANEL.width;
  const height = HEAD + PANEL.height * (beside ? 1 : settings.outcomes.length);
  const id = `live-${width}`;
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  svg.replaceChildren(
    shape("title", { id: `${id}-title` }, words.title),
    shape("desc", { id: `${id}-desc` }, liveText(run, factors, words)),
    ...head(words, factors),
    ...settings.outcomes.map((outcome, i) =>
      shape(
        "g",
        { transform: beside ? `translate(${i * PANEL.width},${HEAD})` : `translate(0,${HEAD + i * PANEL.height})` },
        ...panel(outcome, settings, run[outcome.id], words),
      ),
    ),
  );
}

/** An empty drawing with the fonts that every text in it has, so that it can leave the page. */
export function emptyDrawing(): SVGSVGElement {
  return shape("svg", {
    role: "img",
    fill: INK,
    color: INK,
    "font-family": FONT,
    "font-size": 12,
    "text-anchor": "middle",
  });
}

function head(words: LiveWords, factors: Factors): SVGElement[] {
  const start = { "text-anchor": "start" };
  const line = (y: number, dash: Readonly<Record<string, string>>) =>
    shape("line", { x1: 8, x2: 40, y1: y, y2: y, "stroke-width": 2.4, ...dash });
  const settings = [
    `${words.recruitmentShort} × ${tickNumber(factors.recruitment ?? 1)}`,
    `${words.incapacitationShort} × ${tickNumber(factors.incapacitation ?? 1)}`,
  ].join(" · ");
  return [
    shape("text", { x: 8, y: 13, "font-weight": "bold", "font-size": 13, ...start }, settings),
    line(34, { stroke: BLUE }),
    shape("text", { x: 46, y: 38, ...start, fill: BLUE }, words.setting),
    shape("line", {
      x1: 170,
      x2: 202,
      y1: 34,
      y2: 34,
      "stroke-width": 2.4,
      stroke: SOFT,
      "stroke-dasharray": "2,3",
    }),
    shape("text", { x: 208, y: 38, ...start, fill: SOFT }, words.usual),
  ];
}

function panel(
  outcome: LiveOutcome,
  { years }: LiveSettings,
  line: LiveLine | undefined,
  words: LiveWords,
): SVGElement[] {
  if (line === undefined) return [];
  const { width, height, left, right, top, bottom } = PANEL;
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 1;
  const x = (year: number) => left + ((year - first) / (last - first)) * (width - left - right);
  const y = (value: number) => height - bottom - (value / outcome.high) * (height - top - bottom);
  const path = (values: Float64Array) =>
    Array.from(values, (value, i) => `${i === 0 ? "M" : "L"}${place(x(years[i] ?? last))},${place(y(value))}`).join("");
  const start = { "text-anchor": "start" };
  const end = line.set.at(-1) ?? 0;
  const usual = line.usual.at(-1) ?? 1;
  const before = line.usual[0] ?? 1;
  const whole = Array.from({ length: Math.floor(last - first + 1e-6) + 1 }, (_, i) => Math.round(first) + i);
  return [
    shape(
      "text",
      { x: 8, y: 14, "font-weight": "bold", ...start },
      outcome.id === "members" ? words.members : words.deaths,
    ),
    ...outcome.ticks.flatMap((tick) => [
      shape("line", { x1: left, x2: width - right, y1: place(y(tick)), y2: place(y(tick)), stroke: RULE }),
      shape("text", { x: left - 6, y: place(y(tick) + 4), "text-anchor": "end", fill: SOFT }, tickNumber(tick)),
    ]),
    ...whole.map((year) => shape("text", { x: place(x(year)), y: height - bottom + 18, fill: SOFT }, String(year))),
    shape("path", { d: path(line.usual), fill: "none", stroke: SOFT, "stroke-width": 2.4, "stroke-dasharray": "2,3" }),
    shape("path", { d: path(line.set), fill: "none", stroke: BLUE, "stroke-width": 2.6 }),
    shape("circle", { cx: place(x(last)), cy: place(y(end)), r: 4, fill: "#ffffff", stroke: BLUE, "stroke-width": 2 }),
    ...[`${words.againstUsual}: ${change(end / usual - 1)}`, `${words.againstStart}: ${change(end / before - 1)}`].map(
      (text, i) => shape("text", { x: 8, y: height - bottom + 40 + 17 * i, ...start }, text),
    ),
  ];
}

/** To a tenth of a pixel. */
function place(value: number): string {
  return String(Math.round(value * 10) / 10);
}
