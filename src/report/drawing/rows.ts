/** Rows of dots with their 50 and 90 % intervals on one horizontal axis: the form of every comparison in the report. */
import * as Plot from "@observablehq/plot";
import { type Panel, panel } from "./canvas.ts";
import { wrap } from "./labels.ts";
import { INK, PAPER, RULE, SOFT_INK } from "./palette.ts";

export type Mark = "circle" | "diamond" | "square" | "triangle" | "star";

export interface Row {
  readonly label: string;
  /** A line of its own without a dot. */
  readonly heading?: boolean;
  readonly value?: number | null;
  readonly inner?: readonly [number, number] | null;
  readonly outer?: readonly [number, number] | null;
  /** A small upright stroke: the same quantity at another moment. */
  readonly tick?: number | null;
  /** Shown above the dot. */
  readonly text?: string;
  readonly colour?: string;
  readonly mark?: Mark;
  /** A letter inside a larger dot, in this colour. */
  readonly letter?: { readonly text: string; readonly ink: string };
}

export interface RowsOptions {
  readonly rows: readonly Row[];
  readonly width: number;
  /** Pixels left of the axis for the labels; 0 puts every label above its row. */
  readonly labelWidth: number;
  readonly axis: {
    readonly label: string;
    readonly domain: readonly [number, number];
    readonly type?: "linear" | "log";
    readonly ticks: readonly number[];
    readonly format: (value: number) => string;
  };
  /** A vertical line, for instance at no change. */
  readonly reference?: { readonly at: number; readonly label: string };
  /** Bold line above the panel. */
  readonly title?: string;
  /** Labels are left out, the heights they need are kept: a panel to the right of one that has them. */
  readonly silent?: boolean;
}

const ROW = 36;
const HEADING = 26;
const LINE = 15;
/** Room between a label and the dot below it. */
const ABOVE = 12;
/** The same where the dot is a large one with a letter. */
const ABOVE_LETTER = 18;
/** Width of an average letter at 12 pixels; wide, so that wider fonts fit too. */
const CHARACTER = 6.9;

interface Placed extends Row {
  readonly y: number;
}

export function rowsPanel(options: RowsOptions): Panel {
  const { rows, width, axis } = options;
  const beside = options.labelWidth > 0;
  const silent = options.silent ?? false;
  const labels = axis.ticks.map(axis.format);
  const marginLeft = beside && !silent ? options.labelWidth : Math.max(14, half(labels[0]));
  const marginRight = Math.max(16, half(labels[labels.length - 1]));
  const top = (options.title === undefined ? 8 : 34) + (options.reference === undefined ? 0 : 12);
  const labelCharacters = Math.floor((beside ? options.labelWidth - 10 : width - 28) / CHARACTER);
  const headingCharacters = Math.floor((beside ? options.labelWidth + 70 : width - 28) / (CHARACTER * 1.08));
  const labelText = (row: Row) =>
    row.heading
      ? wrap(row.label, headingCharacters)
      : wrap(beside || row.text === undefined ? row.label : `${row.label}: ${row.text}`, labelCharacters);
  let y = top;
  const placed: Placed[] = rows.map((row) => {
    const lines = labelText(row).split("\n").length;
    const size = row.heading
      ? HEADING + (lines - 1) * LINE
      : beside || silent
        ? Math.max(ROW, lines * LINE + 8)
        : above(row) + 14 + lines * LINE;
    // A label of several lines beside its row stands in the middle of it and keeps inside it.
    const below = row.heading ? 9 + ((lines - 1) * LINE) / 2 : Math.max(14, beside ? (lines * LINE) / 2 + 4 : 0);
    const at = y + size - below;
    y += size;
    return { ...row, y: at };
  });
  const bottom = y + 4;
  const height = bottom + 46;
  const dots = placed.filter((row) => !row.heading);
  const [low, high] = axis.domain;
  const colour = (row: Placed) => row.colour ?? INK;
  const ends = (row: Placed) => row.outer ?? row.inner ?? null;
  const middle = (row: Placed) => row.value ?? (ends(row) === null ? null : (ends(row)![0] + ends(row)![1]) / 2);
  // On a narrow panel the text stands behind the label instead.
  const valueText = beside || silent ? dots.filter((row) => row.text !== undefined && middle(row) !== null) : [];
  // Texts near an end of the axis are anchored inwards so that they are never clipped.
  const share = (value: number) =>
    axis.type === "log" ? logShare(value, low, high) : (value - low) / (high - low || 1);
  const anchored = (anchor: "start" | "middle" | "end") =>
    valueText.filter((row) => {
      const room = share(middle(row)!) * (width - marginLeft - marginRight);
      const reach = (row.text!.length * CHARACTER) / 2;
      const wanted =
        room < reach - 8 ? "start" : width - marginLeft - marginRight - room < reach - 14 ? "end" : "middle";
      return wanted === anchor;
    });
  const plain = dots.filter((row) => row.letter === undefined && row.value != null);
  const lettered = dots.filter((row) => row.letter !== undefined && row.value != null);
  return panel({
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: top,
    marginBottom: height - bottom,
    style: { fontSize: "12px" },
    x: { type: axis.type ?? "linear", domain: [low, high], label: null },
    y: { type: "identity", axis: null },
    symbol: { type: "identity" },
    marks: [
      Plot.gridX(axis.ticks, { stroke: RULE, strokeOpacity: 0.7 }),
      Plot.axisX(axis.ticks, {
        text: labels,
        tickSize: 4,
        color: SOFT_INK,
        label: axis.label,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 38,
      }),
      ...(options.reference === undefined
        ? []
        : [
            Plot.ruleX([options.reference.at], { stroke: INK, strokeWidth: 1.2, y1: top - 4, y2: bottom }),
            Plot.text([options.reference], {
              x: "at",
              y: top - 9,
              text: "label",
              textAnchor:
                share(options.reference.at) > 0.85 ? "end" : share(options.reference.at) < 0.15 ? "start" : "middle",
              fill: SOFT_INK,
              fontSize: 11,
            }),
          ]),
      ...(options.title === undefined
        ? []
        : [
            Plot.text([options.title], {
              frameAnchor: "top-left",
              dy: options.reference === undefined ? -22 : -34,
              fontWeight: "bold",
              fontSize: 13,
            }),
          ]),
      ...(silent
        ? []
        : [
            Plot.text(
              placed.filter((row) => row.heading),
              {
                x: low,
                dx: beside ? 10 - options.labelWidth : 0,
                y: "y",
                text: labelText,
                textAnchor: "start",
                fontWeight: "bold",
              },
            ),
            Plot.text(dots, {
              x: low,
              dx: beside ? -10 : 0,
              y: (row: Placed) => (beside ? row.y : row.y - above(row) + 4),
              text: labelText,
              textAnchor: beside ? "end" : "start",
              lineAnchor: beside ? "middle" : "bottom",
              lineHeight: 1.2,
              ...(beside ? {} : { stroke: PAPER, strokeWidth: 3, fill: INK }),
            }),
          ]),
      Plot.ruleY(
        dots.filter((row) => row.outer != null),
        {
          y: "y",
          x1: (row: Placed) => row.outer![0],
          x2: (row: Placed) => row.outer![1],
          stroke: colour,
          strokeWidth: 1.6,
        },
      ),
      Plot.ruleY(
        dots.filter((row) => row.inner != null),
        {
          y: "y",
          x1: (row: Placed) => row.inner![0],
          x2: (row: Placed) => row.inner![1],
          stroke: colour,
          strokeWidth: 6,
        },
      ),
      Plot.ruleX(
        dots.filter((row) => row.tick != null),
        {
          x: "tick",
          y1: (row: Placed) => row.y - 7,
          y2: (row: Placed) => row.y + 7,
          stroke: colour,
          strokeWidth: 2,
        },
      ),
      Plot.dot(plain, {
        x: "value",
        y: "y",
        r: 4.5,
        symbol: (row: Placed) => row.mark ?? "circle",
        fill: PAPER,
        stroke: colour,
        strokeWidth: 2,
      }),
      Plot.dot(lettered, { x: "value", y: "y", r: 9, fill: colour, stroke: "none" }),
      Plot.text(lettered, {
        x: "value",
        y: "y",
        text: (row: Placed) => row.letter!.text,
        fill: (row: Placed) => row.letter!.ink,
        fontWeight: "bold",
      }),
      ...(["start", "middle", "end"] as const).map((anchor) =>
        Plot.text(anchored(anchor), {
          x: middle,
          y: "y",
          dx: anchor === "start" ? -4 : anchor === "end" ? 4 : 0,
          dy: -14,
          text: "text",
          textAnchor: anchor,
          fontSize: 11.5,
          stroke: PAPER,
          strokeWidth: 3,
          fill: INK,
        }),
      ),
    ],
  });
}

/** Room between the label of a row and its dot. */
function above({ letter }: Row): number {
  return letter === undefined ? ABOVE : ABOVE_LETTER;
}

/** Half the width of a tick label, so that the first and the last are not clipped. */
function half(label: string | undefined): number {
  return ((label?.length ?? 0) * CHARACTER) / 2 + 3;
}

/** Place on a logarithmic axis by halving, which needs no logarithm and is near enough to choose an anchor. */
function logShare(value: number, low: number, high: number): number {
  let left = low;
  let right = high;
  let share = 0;
  let step = 0.5;
  for (let i = 0; i < 8; i++, step /= 2) {
    const middle = Math.sqrt(left * right);
    if (value >= middle) {
      share += step;
      left = middle;
    } else right = middle;
  }
  return share;
}
