import { shape } from "./elements.ts";

/** What goes out with a drawing. */
export interface Labels {
  readonly title: string;
  /** Grade, source and citation, a line each. */
  readonly foot: readonly string[];
  /** What the drawing shows, in words. */
  readonly alt: string;
  readonly language: string;
}

/** The size of a picture, or none: as large as the drawing with its words. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const INK = "#1d2327";
const SOFT = "#59636b";

interface Type {
  readonly pad: number;
  readonly title: number;
  readonly foot: number;
}

const PAGE: Type = { pad: 12, title: 16, foot: 10.5 };
const PICTURE: Type = { pad: 44, title: 34, foot: 17 };

/** A drawing with its title above, its source below and everything inside one svg. */
export function standalone(drawing: SVGSVGElement, labels: Labels, size?: Size): SVGSVGElement {
  const [, , ownWidth = 720, ownHeight = 400] = (drawing.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const type = size === undefined ? PAGE : PICTURE;
  const width = size?.width ?? ownWidth;
  const room = width - 2 * type.pad;
  const head = lines(labels.title, room, `bold ${type.title}px ${FONT}`);
  const foot = labels.foot.flatMap((text) => lines(text, room, `${type.foot}px ${FONT}`));
  const top = type.pad + head.length * type.title * 1.25 + type.pad / 3;
  const below = foot.length * type.foot * 1.35 + type.pad;
  const height = size?.height ?? top + ownHeight + below;
  const inner = drawing.cloneNode(true) as SVGSVGElement;
  for (const name of ["role", "aria-labelledby"]) inner.removeAttribute(name);
  for (const node of inner.querySelectorAll(":scope > title, :scope > desc")) node.remove();
  const place = size === undefined ? { x: 0, width } : { x: type.pad, width: room };
  for (const [name, value] of Object.entries({ ...place, y: top, height: height - top - below }))
    inner.setAttribute(name, String(value));
  const text = (line: string, y: number, attributes: Readonly<Record<string, string | number>>) =>
    shape("text", { x: type.pad, y, ...attributes }, line);
  return shape(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      lang: labels.language,
      "font-family": FONT,
      fill: INK,
      "aria-labelledby": "title desc",
    },
    shape("title", { id: "title" }, labels.title),
    shape("desc", { id: "desc" }, labels.alt),
    shape("rect", { width, height, fill: "#ffffff" }),
    ...head.map((line, i) =>
      text(line, type.pad + type.title * (0.9 + i * 1.25), { "font-size": type.title, "font-weight": "bold" }),
    ),
    inner,
    ...foot.map((line, i) =>
      text(line, height - below + type.foot * (1.2 + i * 1.35), { "font-size": type.foot, fill: SOFT }),
    ),
  );
}

/** Of two layouts of one figure, the one whose letters come out larger at this size. */
export function fitting(drawings: readonly SVGSVGElement[], size: Size): SVGSVGElement | undefined {
  const scale = (drawing: SVGSVGElement) => {
    const [, , width = 720, height = 400] = (drawing.getAttribute("viewBox") ?? "").split(" ").map(Number);
    return Math.min((size.width - 88) / width, (size.height - 240) / height);
  };
  return [...drawings].sort((a, b) => scale(b) - scale(a))[0];
}

/** The picture of a drawing; rejects where the browser cannot draw it. */
export async function painted(drawing: SVGSVGElement, { width, height }: Size): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([serialized(drawing)], { type: "image/svg+xml" }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(image, 0, 0, width, height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function serialized(drawing: SVGSVGElement): string {
  return `${new XMLSerializer().serializeToString(drawing)}\n`;
}

/** A text in lines that fit into the width, broken at blanks. */
function lines(text: string, width: number, font: string): string[] {
  const context = document.createElement("canvas").getContext("2d");
  if (context !== null) context.font = font;
  const measure = (line: string) => context?.measureText(line).width ?? line.length * 8;
  const made: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${made.at(-1) ?? ""} ${word}`.trim();
    if (made.length > 0 && measure(longer) <= width) made[made.length - 1] = longer;
    else made.push(word);
  }
  return made;
}
