import * as Plot from "@observablehq/plot";
import type { NetworkGroup, NetworkTie, StudyDocument } from "../../studies/study/document.ts";
import { type Panel, pixelPanel } from "../drawing/canvas.ts";
import { cut, spread } from "../drawing/labels.ts";
import { components, type Place, springLayout } from "../drawing/layout.ts";
import { BLUE, INK, PAPER, SKY, SOFT_INK, VERMILLION } from "../drawing/palette.ts";
import { finite } from "../format.ts";
import type { Speech } from "../speech.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

/** Groups that are named; the order of sizes is an assumption, so the rest stay without names and numbers. */
const NAMED = 5;

const NETWORK_SOURCE = "Prieto-Curiel, Campedelli & Hope 2023, doi:10.1126/science.adh2888";

/** Groups and their ties. Places on the page mean nothing: neither territory nor distance. */
export function networkFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const { ties } = document.network;
  const groups = [...document.network.groups].sort((a, b) => b.members - a.members || (a.id < b.id ? -1 : 1));
  const rivalries = ties.filter((tie) => tie.kind === "rivalry").length;
  const tied = new Set(ties.flatMap((tie) => [tie.a, tie.b]));
  const alone = groups.filter((group) => !tied.has(group.id)).length;
  const counts = { groups: groups.length, rivalries, alliances: ties.length - rivalries, alone };
  const named = groups.slice(0, NAMED);
  const rank = new Map(groups.map((group, i) => [group.id, i]));
  const label = (id: string) => {
    const at = rank.get(id) ?? -1;
    return named[at]?.name ?? t("figures.groupNumber", { number: String(at + 1) });
  };
  return figure(
    {
      id: "network",
      title: t("figures.networkTitle", { asOf: asOf(document, speech) }),
      caption: t("figures.networkCaption", { ...counts, named: named.length }),
      source: sourceLine(document, [t("figures.networkSource", { source: NETWORK_SOURCE })], speech),
      table: {
        columns: ["a", "b", "kind", "weight"],
        rows: ties.map((tie) => [label(tie.a), label(tie.b), tie.kind, finite(tie.weight, `${tie.a}, ${tie.b}`)]),
      },
    },
    t("figures.networkAlt", { ...counts, names: named.map((group) => group.name).join("; ") }),
    options,
    [drawNetwork(groups, ties, named, options.width, speech)],
  );
}

/** The abbreviation in brackets at the end of a name that is too long. */
function shortName(name: string, most: number): string {
  return name.length > most ? (/\(([^()]{2,})\)$/.exec(name)?.[1] ?? name) : name;
}

interface Dot extends Place {
  readonly id: string;
  readonly name: string;
  readonly radius: number;
}

function drawNetwork(
  groups: readonly NetworkGroup[],
  ties: readonly NetworkTie[],
  named: readonly NetworkGroup[],
  width: number,
  { t }: Speech,
): Panel {
  const narrow = width < NARROW;
  const largest = Math.max(1, ...groups.map((group) => finite(group.members, group.id)));
  const greatest = narrow ? 22 : 34;
  const nodes = groups.map((group) => ({
    id: group.id,
    name: group.name,
    radius: Math.max(1.6, greatest * Math.sqrt(Math.max(0, group.members) / largest)),
  }));
  const [main = [], ...rest] = components(nodes, ties);
  const margin = 16;
  const inner = width - 2 * margin;
  const mainHeight = Math.round(width * (narrow ? 1.15 : 0.72));
  const dots: Dot[] = [];
  const place = (indices: readonly number[], box: { x: number; y: number; width: number; height: number }) => {
    const part = indices.map((i) => nodes[i]!);
    const ids = new Set(part.map((node) => node.id));
    const inside = ties.filter((tie) => ids.has(tie.a));
    springLayout(part, inside, box.width, box.height).forEach((at, i) => {
      dots.push({ ...part[i]!, x: box.x + at.x, y: box.y + at.y });
    });
  };
  const top = 44;
  place(main, { x: margin, y: top, width: inner, height: mainHeight });
  // Small connected parts and groups alone follow in reading order, in cells as wide as the part needs.
  let x = margin;
  let y = top + mainHeight + 40;
  const blockTop = y;
  const cellHeight = 26;
  for (const part of rest) {
    const cell = part.length === 1 ? 20 : 20 + part.length * 20;
    if (x + cell > width - margin) {
      x = margin;
      y += cellHeight;
    }
    if (part.length === 1) dots.push({ ...nodes[part[0]!]!, x: x + cell / 2, y: y + 8 });
    else place(part, { x: x + 6, y, width: cell - 14, height: 16 });
    x += cell;
  }
  const height = (rest.length === 0 ? top + mainHeight : y + cellHeight) + 10;
  const at = new Map(dots.map((dot) => [dot.id, dot]));
  const lines = ties.map((tie) => {
    const [a, b] = [at.get(tie.a)!, at.get(tie.b)!];
    return { tie, x1: a.x, y1: a.y, x2: b.x, y2: b.y };
  });
  const labelled = named.flatMap((group) => at.get(group.id) ?? []);
  const places = spread(
    labelled.map((dot) => dot.y - dot.radius - 7),
    16,
    top - 12,
    top + mainHeight,
  );
  const stroke = (line: (typeof lines)[number]) => 0.7 + 0.45 * Math.sqrt(line.tie.weight);
  const key = [
    { x: margin, colour: VERMILLION, dash: "", text: t("figures.rivalry") },
    { x: margin + 108, colour: BLUE, dash: "3,2.5", text: t("figures.alliance") },
  ];
  const characters = narrow ? 24 : 36;
  return pixelPanel({
    width,
    height,
    marks: [
      Plot.link(
        lines.filter((line) => line.tie.kind === "rivalry"),
        { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: VERMILLION, strokeOpacity: 0.75, strokeWidth: stroke },
      ),
      Plot.link(
        lines.filter((line) => line.tie.kind === "alliance"),
        {
          x1: "x1",
          y1: "y1",
          x2: "x2",
          y2: "y2",
          stroke: BLUE,
          strokeOpacity: 0.85,
          strokeWidth: stroke,
          strokeDasharray: "3,2.5",
        },
      ),
      Plot.dot(dots, { x: "x", y: "y", r: "radius", fill: SKY, stroke: INK, strokeWidth: 0.7 }),
      ...labelled.map((dot, i) => {
        const text = cut(shortName(dot.name, characters), characters);
        const reach = (text.length * 6.6) / 2;
        return Plot.text([text], {
          x: Math.min(width - reach - 4, Math.max(reach + 4, dot.x)),
          y: places[i]!,
          fontWeight: "bold",
          fill: INK,
          stroke: PAPER,
          strokeWidth: 3.5,
        });
      }),
      ...key.flatMap((entry) => [
        Plot.link([entry], {
          x1: "x",
          x2: (one) => one.x + 34,
          y1: 14,
          y2: 14,
          stroke: entry.colour,
          strokeWidth: 2.2,
          ...(entry.dash === "" ? {} : { strokeDasharray: entry.dash }),
        }),
        Plot.text([entry], { x: (one) => one.x + 42, y: 14, text: "text", textAnchor: "start" }),
      ]),
      Plot.dot([{}], { x: margin + 232, y: 14, r: 7, fill: SKY, stroke: INK, strokeWidth: 0.7 }),
      Plot.text([t(narrow ? "figures.aGroupNarrow" : "figures.aGroup")], {
        x: margin + 246,
        y: 14,
        textAnchor: "start",
      }),
      ...(rest.length === 0
        ? []
        : [
            Plot.text([t("figures.outsideWeb")], {
              x: margin,
              y: blockTop - 14,
              textAnchor: "start",
              fill: SOFT_INK,
            }),
          ]),
    ],
  });
}
