import { formatCsv, plainText, wrap } from "../index.ts";
import { type ChartOptions, chart, made, type Series } from "./chart.ts";

/** What goes out with a chart. */
export interface Taken {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly title: string;
  /** Source, citation and address, a line each. */
  readonly foot: readonly string[];
  readonly series: readonly Series[];
  readonly options: Omit<ChartOptions, "width" | "height">;
}

const SIZE = { width: 960, height: 540, head: 64, line: 18, pad: 24 } as const;
const SVG = "http://www.w3.org/2000/svg";

/** The chart with its title, its key and its source inside one drawing. */
export function drawing({ title, foot, series, options }: Taken): string {
  const { width, height, head, line, pad } = SIZE;
  const lines = foot.flatMap((text) => wrap(text, 150).split("\n"));
  const total = head + height + line * lines.length + pad;
  const whole = made("svg", {
    xmlns: SVG,
    viewBox: `0 0 ${width} ${total}`,
    width,
    height: total,
    role: "img",
    lang: options.language,
    "aria-label": options.label,
    "font-family": "system-ui, sans-serif",
    fill: "#1d2327",
  });
  const inner = chart(series, { ...options, width: width - 2 * pad, height: height - 10 });
  inner.setAttribute("x", String(pad));
  inner.setAttribute("y", String(head));
  whole.append(made("rect", { width, height: total, fill: "#ffffff" }));
  whole.append(made("text", { x: pad, y: 28, "font-size": 18, "font-weight": "bold" }, title));
  let x = pad;
  for (const { name, colour, dashed } of series) {
    const stroke = { stroke: colour, "stroke-width": 3, ...(dashed === true ? { "stroke-dasharray": "4,3" } : {}) };
    whole.append(made("line", { x1: x, x2: x + 24, y1: 50, y2: 50, ...stroke }));
    whole.append(made("text", { x: x + 30, y: 54, "font-size": 13 }, name));
    x += 54 + 7 * name.length;
  }
  whole.append(inner);
  lines.forEach((text, i) => {
    whole.append(made("text", { x: pad, y: head + height + line * (i + 0.7), "font-size": 12, fill: "#59636b" }, text));
  });
  return `${new XMLSerializer().serializeToString(whole)}\n`;
}

export function takeSvg(taken: Taken): void {
  hand(`${taken.name}.svg`, new Blob([drawing(taken)], { type: "image/svg+xml" }));
}

/** The same as a picture of twice the size; rejects where the browser cannot draw it. */
export async function takePng(taken: Taken): Promise<void> {
  const address = URL.createObjectURL(new Blob([drawing(taken)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) throw new Error("no picture");
    hand(`${taken.name}.png`, blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The numbers behind the chart; what they rest on stands in lines that begin with `#`. */
export function takeCsv({ name, title, foot, series }: Taken): void {
  const rows = series.flatMap(({ name: of, dates, lines }) =>
    dates.map((date, i) => {
      const at = (line: readonly number[] | undefined) => line?.[i] ?? "";
      return [
        plainText(of),
        date,
        at(lines.median),
        at(lines.low50),
        at(lines.high50),
        at(lines.low90),
        at(lines.high90),
      ];
    }),
  );
  const table = formatCsv(["series", "date", "median", "low50", "high50", "low90", "high90"], rows);
  const text = `${[title, ...foot].map((line) => `# ${line}\n`).join("")}${table}`;
  hand(`${name}.csv`, new Blob([text], { type: "text/csv" }));
}

/** Hands a file to the reader. */
export function hand(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
