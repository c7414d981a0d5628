import * as Plot from "@observablehq/plot";
import { type Panel, pixelPanel } from "./canvas.ts";
import { wrap } from "./labels.ts";

/** Height of a line and width of a letter of the text [px]. */
const LINE = 17;
const CHARACTER = 6.7;

/** Where the sign of an entry stands [px]. */
export interface KeyPlace {
  readonly x: number;
  readonly y: number;
}

export interface KeyOptions<T> {
  readonly width: number;
  /** Half the height of the largest sign [px]. */
  readonly radius: number;
  readonly text: (entry: T) => string;
  /** Draws the signs, each at its place. */
  readonly signs: (placed: readonly (T & KeyPlace)[]) => Plot.Markish[];
}

/** What the signs of a drawing stand for: an entry a row, its text in as many lines as it takes. */
export function keyPanel<T extends object>(
  entries: readonly T[],
  { width, radius, text, signs }: KeyOptions<T>,
): Panel {
  const left = 2 * radius + 15;
  const characters = Math.floor((width - left - 8) / CHARACTER);
  let y = radius + 4;
  const rows = entries.map((entry) => {
    const said = wrap(text(entry), characters);
    const row = { ...entry, said, x: radius + 7, y };
    y += Math.max(2 * radius + 3, said.split("\n").length * LINE + 5);
    return row;
  });
  return pixelPanel({
    width,
    height: y,
    marks: [
      ...signs(rows),
      Plot.text(rows, {
        x: left,
        y: (row: KeyPlace) => row.y - 7,
        text: "said",
        textAnchor: "start",
        lineAnchor: "top",
        lineHeight: LINE / 12,
      }),
    ],
  });
}
