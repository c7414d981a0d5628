/**
 * Colours that people with any kind of colour vision can tell apart, after Okabe & Ito 2008 ("Color Universal Design",
 * jfly.uni-koeln.de/color). Colour is never the only sign: lines differ in dash, dots in shape, grades carry letters.
 */
import type { Grade } from "../../model/declare.ts";

export const INK = "#1d2327";
export const SOFT_INK = "#59636b";
export const RULE = "#c9cfd4";
export const PAPER = "#ffffff";

export const BLUE = "#0072b2";
export const SKY = "#56b4e9";
export const GREEN = "#009e73";
export const ORANGE = "#e69f00";
export const VERMILLION = "#d55e00";
export const PURPLE = "#b0558a";

export const GRADE_COLOUR: Readonly<Record<Grade, string>> = { A: BLUE, B: GREEN, C: ORANGE };
/** The colour of a letter on the colour of its grade: at least 4.5 to 1. */
export const GRADE_INK: Readonly<Record<Grade, string>> = { A: PAPER, B: "#000000", C: "#000000" };

export interface Stroke {
  readonly colour: string;
  readonly dash: string;
}

/** Business as usual first, then the other scenarios in their order. */
const SCENARIO_STROKES: readonly Stroke[] = [
  { colour: SOFT_INK, dash: "2,3" },
  { colour: BLUE, dash: "" },
  { colour: VERMILLION, dash: "9,4" },
  { colour: GREEN, dash: "9,3,2,3" },
  { colour: PURPLE, dash: "4,3" },
  { colour: ORANGE, dash: "14,4" },
];

export function scenarioStroke(index: number): Stroke {
  return SCENARIO_STROKES[index % SCENARIO_STROKES.length]!;
}
