import type { LiveWords } from "../src/index.ts";
import { element } from "./elements.ts";
import { fitting, type Labels, painted, type Size, serialized, standalone } from "./picture.ts";
import { withTexts } from "./png-text.ts";

/** A wide picture for pages and slides, and a square one. */
const PICTURES = {
  "16:9": { width: 1600, height: 900 },
  "1:1": { width: 1080, height: 1080 },
} as const satisfies Readonly<Record<string, Size>>;

/** Adds the ways to take a figure away to it. Everything is made in the page when it is asked for. */
export function addDownloads(figure: HTMLElement, words: LiveWords, language: string): void {
  const list = figure.querySelector(".downloads");
  if (list === null) return;
  const name = `${figure.dataset.figure ?? "figure"}-${language}`;
  const add = (kind: string, make: () => void | Promise<void>) => {
    const label = element("span", { class: "unseen" }, ` (${words.picture}: ${labelsOf(figure, language).title})`);
    const button = element("button", { type: "button" }, kind, label);
    button.addEventListener("click", () => {
      Promise.resolve()
        .then(make)
        .catch(() => list.append(element("li", { role: "alert" }, words.downloadFailed)));
    });
    list.append(element("li", {}, button));
  };
  add("SVG", () => {
    const [drawing] = drawingsOf(figure);
    if (drawing === undefined) return;
    hand(
      `${name}.svg`,
      new Blob([serialized(standalone(drawing, labelsOf(figure, language)))], { type: "image/svg+xml" }),
    );
  });
  for (const [shape, size] of Object.entries(PICTURES))
    add(`PNG ${shape}`, async () => {
      const drawing = fitting(drawingsOf(figure), size);
      if (drawing === undefined) return;
      const labels = labelsOf(figure, language);
      const picture = await painted(standalone(drawing, labels, size), size);
      const texts = { Title: labels.title, Description: labels.alt, Source: labels.foot.join(" ") };
      hand(`${name}-${size.width}x${size.height}.png`, await withTexts(picture, texts));
    });
}

/** Data that stand once in the file are handed out by the figures of both languages. */
export function shareData(root: ParentNode): void {
  const links = [...root.querySelectorAll<HTMLAnchorElement>("a[data-of]")];
  const held = links.filter(({ protocol }) => protocol === "data:");
  for (const link of links)
    if (!held.includes(link)) {
      const same = held.find(({ dataset }) => dataset.of === link.dataset.of);
      if (same !== undefined) link.href = same.href;
    }
}

/** A table as a file, made when it is asked for. */
export function addTable(
  figure: HTMLElement,
  words: LiveWords,
  language: string,
  rows: () => (string | number)[][],
): void {
  const label = element("span", { class: "unseen" }, ` (${words.dataOf}: ${words.title})`);
  const button = element("button", { type: "button" }, "CSV", label);
  button.addEventListener("click", () => {
    const text = rows().map((row) => `${row.join(",")}\n`);
    hand(`${figure.dataset.figure ?? "figure"}-${language}.csv`, new Blob(text, { type: "text/csv" }));
  });
  figure.querySelector(".downloads")?.append(element("li", {}, button));
}

function drawingsOf(figure: HTMLElement): SVGSVGElement[] {
  return [...figure.querySelectorAll<SVGSVGElement>(".wide > svg, .narrow > svg")];
}

function labelsOf(figure: HTMLElement, language: string): Labels {
  const text = (selector: string) => figure.querySelector(selector)?.textContent?.trim() ?? "";
  return {
    title: text("h3"),
    foot: [text(".grade-line"), text(".source"), text(".citation")].filter((line) => line !== ""),
    alt: text(".alt p"),
    language,
  };
}

/** Hands a file to the reader. */
function hand(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
