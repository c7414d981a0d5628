/** What every figure is: a drawing, the words around it and the data beside it. */

import type { Language } from "../../language/language.ts";
import type { Interval, StudyDocument } from "../../studies/study/document.ts";
import { drawing, type Frame, type Panel } from "../drawing/canvas.ts";
import { type Speech, speechOf } from "../speech.ts";
import { spokenStudy } from "../spoken-study.ts";
import type { Table } from "../tables.ts";

export interface FigureOptions {
  /** Layout width in pixels: 720 for a page, 360 for a telephone. Text keeps its size. */
  readonly width: number;
  /** A file of its own (`xmlns` is added) instead of a part of a page. */
  readonly standalone?: boolean;
  /** English where it is not given. */
  readonly language?: Language;
}

export interface Figure {
  /** Kebab-case; the anchor of the figure and the name of its files. */
  readonly id: string;
  /** What is seen, with the date it is as of. */
  readonly title: string;
  /** What it shows, what it is compared with, how to read the intervals. */
  readonly caption: string;
  /** Where the numbers come from. */
  readonly source: string;
  /** One `<svg role="img">` with `<title>` and `<desc>`. */
  readonly svg: string;
  /** The data of the drawing. */
  readonly table: Table;
}

/** A figure of a study: pure, so that the same document gives the same bytes. */
export type StudyFigure = (document: StudyDocument, options: FigureOptions) => Figure;

/** Draws a document whose names are in the language of the speech already. */
export type SpokenFigure = (document: StudyDocument, options: FigureOptions, speech: Speech) => Figure;

/** A figure that speaks the language it is asked for. */
export function spoken(draw: SpokenFigure): StudyFigure {
  return (document, options) => {
    const speech = speechOf(options.language);
    return draw(spokenStudy(document, speech.language), options, speech);
  };
}

/** Below this width figures put their panels below one another and their labels above the lines. */
export const NARROW = 520;

/** Assembles a figure from its words and panels. */
export function figure(
  words: Omit<Figure, "svg">,
  description: string,
  options: FigureOptions,
  panels: readonly Panel[],
): Figure {
  const frame: Frame = {
    id: words.id,
    width: options.width,
    title: words.title,
    description,
    source: speechOf(options.language).t("figures.source", { source: words.source }),
    ...(options.language === undefined || options.standalone !== true ? {} : { language: options.language }),
    standalone: options.standalone ?? false,
  };
  return { ...words, svg: drawing(frame, panels) };
}

/** The columns of an interval in every table of data. */
export const INTERVAL_COLUMNS = ["median", "low50", "high50", "low90", "high90"] as const;

export function intervalCells(interval: Interval): number[] {
  return [interval.median, ...interval.interval50, ...interval.interval90];
}

/** Indices that thin a long series to at most `most` points; the first and the last are kept. */
export function thinned(length: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((length - 1) / (most - 1)));
  const kept: number[] = [];
  for (let i = 0; i < length; i += step) kept.push(i);
  if (length > 0 && kept[kept.length - 1] !== length - 1) kept.push(length - 1);
  return kept;
}
