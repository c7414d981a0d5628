/** Figures as pictures for a Word document. */
import { FronteraError } from "../../errors.ts";
import type { Figure } from "../figures/figure.ts";

export interface Picture {
  /** Size at which the figure is laid out [px]. */
  readonly width: number;
  readonly height: number;
  /** The picture itself or, where `svg` is given, what programs show that cannot draw SVG. */
  readonly png: Uint8Array;
  /** The drawing, where it could not be made a picture. */
  readonly svg?: Uint8Array;
}

/** Draws an SVG file as PNG, or cannot. */
export type Rasterise = (svg: string) => Uint8Array | undefined;

/** One white pixel as PNG. */
const BLANK = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC";

/** The figure as a picture; as a drawing with a blank picture behind it where none can be made. */
export function pictureOf(figure: Figure, rasterise: Rasterise): Picture {
  const [width, height] = sizeOf(figure);
  const svg = figure.svg.replace(/^<svg(?! xmlns)/, '<svg xmlns="http://www.w3.org/2000/svg"');
  const png = rasterise(svg);
  if (png !== undefined) return { width, height, png };
  return {
    width,
    height,
    svg: new TextEncoder().encode(svg),
    png: Uint8Array.from(atob(BLANK), (sign) => sign.charCodeAt(0)),
  };
}

/** What a reader who cannot see the figure should know: the words that the drawing carries. */
export function describedBy({ svg, caption }: Figure): string {
  const text = /<desc[^>]*>([\s\S]*?)<\/desc>/.exec(svg)?.[1] ?? caption;
  const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name]!);
}

function sizeOf({ id, svg }: Figure): [width: number, height: number] {
  const [, width, height] = /viewBox="0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined)
    throw new FronteraError({ code: "report-figure", message: "a figure has no size", path: id });
  return [Number(width), Number(height)];
}
