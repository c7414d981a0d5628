import * as Plot from "@observablehq/plot";
import type { CouplingRow } from "../../studies/scenarios/coupling-effects.ts";
import type { StudyDocument } from "../../studies/study/document.ts";
import { type Panel, pixelPanel } from "../drawing/canvas.ts";
import { keyPanel } from "../drawing/key.ts";
import { wrap } from "../drawing/labels.ts";
import { BLUE, INK, PAPER, RULE, SOFT_INK, VERMILLION } from "../drawing/palette.ts";
import { capital, finite, tickNumber } from "../format.ts";
import type { Speech } from "../speech.ts";
import { systemOf } from "../system-lookup.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, systemSourceLine } from "./words.ts";

/** Lines of a label, and the room around them [px]. */
const LINE = 15;
const PAD = 7;
const CHARACTER = 6.6;
const BADGE = 11;
/** An arrow shorter than this has its number above it [px]. */
const SHORT = 40;
const GROUND = "#f4f6f8";

type PartId = "fentanyl" | "firearms" | "groups" | "corridor" | "politics";
type NodeId =
  | "price"
  | "ban"
  | "production"
  | "firearms"
  | "arrests"
  | "conflict"
  | "killings within"
  | "members"
  | "recruitment"
  | "revenue"
  | "departures"
  | "encounters"
  | "salience";
type Column = "left" | "middle" | "right";

/** Where a part stands, from top to bottom [px]. */
const PARTS: Readonly<Record<PartId, { readonly column: Column; readonly top: number; readonly bottom: number }>> = {
  fentanyl: { column: "left", top: 190, bottom: 436 },
  firearms: { column: "middle", top: 6, bottom: 92 },
  groups: { column: "middle", top: 124, bottom: 536 },
  corridor: { column: "right", top: 190, bottom: 352 },
  politics: { column: "right", top: 384, bottom: 480 },
};

/** Height of every quantity [px]. */
const NODES: Readonly<Record<NodeId, { readonly column: Column; readonly y: number }>> = {
  price: { column: "left", y: 245 },
  ban: { column: "left", y: 312 },
  production: { column: "left", y: 402 },
  firearms: { column: "middle", y: 62 },
  arrests: { column: "middle", y: 180 },
  conflict: { column: "middle", y: 245 },
  "killings within": { column: "middle", y: 312 },
  members: { column: "middle", y: 366 },
  recruitment: { column: "middle", y: 420 },
  revenue: { column: "middle", y: 502 },
  departures: { column: "right", y: 245 },
  encounters: { column: "right", y: 322 },
  salience: { column: "right", y: 445 },
};

/** What the arrows of the evidence call their ends, where it is no name of a quantity here. */
const ENDS: Readonly<Record<string, NodeId>> = { scarcity: "price" };

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Box {
  readonly x: Span;
  readonly y: Span;
  readonly text: string;
}

/** Parts of the system and the arrows between them, with how strong each is taken to be and on what that rests. */
export function couplingsFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const couplings = systemOf(document).couplings;
  return figure(
    {
      id: "couplings",
      title: t("couplings.figureTitle", { asOf: asOf(document, speech) }),
      caption: t("couplings.figureCaption"),
      source: systemSourceLine(document, [], speech),
      table: {
        columns: ["coupling", "from", "to", "sign", "strength", "unit", "prior", "grade"],
        rows: couplings.map(({ id, from, to, sign, value, unit, prior, grade }) => [
          id,
          from,
          to,
          sign,
          finite(value, id),
          unit,
          prior ?? "",
          grade,
        ]),
      },
    },
    `${couplings.map((one, i) => `${i + 1}: ${said(one, speech)}`).join(". ")}.`,
    options,
    [graph(couplings, options, speech), key(couplings, options, speech)],
  );
}

/** `More firearms per member make conflict deadlier: 0.25, grade C` */
function said({ id, value, unit, prior, grade }: CouplingRow, { t }: Speech): string {
  return t("couplings.figureKey", {
    about: capital(t(`couplings.about ${id}`)),
    strength:
      prior === undefined && value === 1
        ? t("couplings.switch")
        : `${tickNumber(Number(value.toPrecision(3)))}${unit === "1" ? "" : ` ${t("couplings.otherUnit")}`}`,
    grade,
  });
}

function look({ sign, value, unit, grade }: CouplingRow) {
  return {
    stroke: sign === "+" ? BLUE : VERMILLION,
    strokeWidth: unit === "1" ? 1.5 + 2.5 * Math.min(1, Math.abs(value)) : 2.5,
    ...(grade === "C" ? { strokeDasharray: "6,3" } : {}),
  };
}

function columnsOf(width: number): Readonly<Record<Column, Span>> {
  return width < NARROW
    ? { left: { from: 2, to: 98 }, middle: { from: 122, to: 244 }, right: { from: 264, to: 358 } }
    : { left: { from: 10, to: 200 }, middle: { from: 262, to: 458 }, right: { from: 540, to: 710 } };
}

function graph(couplings: readonly CouplingRow[], { width }: FigureOptions, { t }: Speech): Panel {
  const columns = columnsOf(width);
  const inset = width < NARROW ? 4 : 14;
  const parts = (Object.keys(PARTS) as PartId[]).map((id): Box => {
    const { column, top, bottom } = PARTS[id];
    return { x: columns[column], y: { from: top, to: bottom }, text: t(`couplings.part ${id}`) };
  });
  const nodes = new Map(
    (Object.keys(NODES) as NodeId[]).map((id): [NodeId, Box] => {
      const { column, y } = NODES[id];
      const { from, to } = columns[column];
      // The arrow from firearms to conflict passes beside arrests.
      const x = { from: from + inset, to: id === "arrests" ? from + (to - from) * 0.66 : to - inset };
      const text = wrap(t(`couplings.node ${id}`), Math.floor((x.to - x.from - 4) / CHARACTER));
      const half = (text.split("\n").length * LINE) / 2 + PAD;
      return [id, { x, y: { from: y - half, to: y + half }, text }];
    }),
  );
  const arrows = couplings.map((coupling, i) => {
    const [a, b] = [nodes.get(endOf(coupling.from))!, nodes.get(endOf(coupling.to))!];
    return { coupling, number: i + 1, ...between(a, b) };
  });
  const [fentanyl, corridor, revenue] = [parts[0]!, parts[3]!, nodes.get("revenue")!];
  const middle = (revenue.y.from + revenue.y.to) / 2;
  const money = [
    { x1: (fentanyl.x.from + fentanyl.x.to) / 2, y1: fentanyl.y.to, x2: revenue.x.from, y2: middle, bend: -30 },
    { x1: corridor.x.from, y1: corridor.y.to - 24, x2: revenue.x.to, y2: middle, bend: width < NARROW ? 8 : 30 },
  ];
  const boxes = (list: readonly Box[], fill: string, stroke: string, round: number) =>
    Plot.rect(list, {
      x1: (box: Box) => box.x.from,
      x2: (box: Box) => box.x.to,
      y1: (box: Box) => box.y.from,
      y2: (box: Box) => box.y.to,
      fill,
      stroke,
      rx: round,
    });
  return pixelPanel({
    width,
    height: 546,
    marks: [
      boxes(parts, GROUND, RULE, 8),
      ...money.map((line) =>
        Plot.arrow([line], {
          x1: "x1",
          y1: "y1",
          x2: "x2",
          y2: "y2",
          bend: line.bend,
          stroke: SOFT_INK,
          strokeWidth: 1.2,
          headLength: 7,
        }),
      ),
      boxes([...nodes.values()], PAPER, INK, 6),
      ...arrows.map(({ coupling, x1, y1, x2, y2, bend }) =>
        Plot.arrow([{ x1, y1, x2, y2 }], {
          x1: "x1",
          y1: "y1",
          x2: "x2",
          y2: "y2",
          bend,
          headLength: 26 / (look(coupling).strokeWidth + 1.6),
          ...look(coupling),
        }),
      ),
      Plot.text([...nodes.values()], {
        x: (box: Box) => (box.x.from + box.x.to) / 2,
        y: (box: Box) => (box.y.from + box.y.to) / 2,
        text: "text",
        lineHeight: LINE / 12,
      }),
      Plot.text(parts, {
        x: (box: Box) => box.x.from + 8,
        y: (box: Box) => box.y.from + 15,
        text: "text",
        textAnchor: "start",
        fontWeight: "bold",
        fill: SOFT_INK,
        stroke: GROUND,
        strokeWidth: 4,
      }),
      ...badges(arrows.map(({ coupling, number, badge }) => ({ coupling, number, x: badge[0], y: badge[1] }))),
    ],
  });
}

function endOf(name: string): NodeId {
  return ENDS[name] ?? (name as NodeId);
}

interface Way {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly bend: number;
  /** Where its number stands. */
  readonly badge: readonly [number, number];
}

/** The way of an arrow: across where its ends stand beside each other, straight where one is above the other, around where something is between. */
function between(a: Box, b: Box): Way {
  if (a.x.to < b.x.from || b.x.to < a.x.from) {
    const right = a.x.to < b.x.from;
    const [x1, x2] = right ? [a.x.to, b.x.from] : [a.x.from, b.x.to];
    const [y1, y2] = [(a.y.from + a.y.to) / 2, (b.y.from + b.y.to) / 2];
    return {
      x1,
      y1,
      x2,
      y2,
      bend: 0,
      badge:
        Math.abs(x2 - x1) < SHORT ? [(x1 + x2) / 2, (y1 + y2) / 2 - BADGE - 5] : [(x1 + x2) / 2 - 4, (y1 + y2) / 2],
    };
  }
  const up = b.y.to < a.y.from;
  if (up && a.y.from - b.y.to > 200) {
    // Around everything between, on the right.
    const [y1, y2] = [(a.y.from + a.y.to) / 2, (b.y.from + b.y.to) / 2];
    const bulge = (y1 - y2) / 2;
    const angle = 16;
    return {
      x1: a.x.to,
      y1,
      x2: b.x.to,
      y2,
      bend: -angle,
      badge: [a.x.to + bulge * 0.14, (y1 + y2) / 2 - 48],
    };
  }
  // Beside what is narrower, or in the middle of both.
  const apart = Math.abs(a.x.to - b.x.to) < 1 && a.y.to < b.y.from && b.y.from - a.y.to > 100;
  const x = apart ? a.x.to - (a.x.to - a.x.from) * 0.13 : (Math.max(a.x.from, b.x.from) + Math.min(a.x.to, b.x.to)) / 2;
  const [y1, y2] = up ? [a.y.from, b.y.to] : [a.y.to, b.y.from];
  return { x1: x, y1, x2: x, y2, bend: 0, badge: [x, (y1 + y2) / 2 - 2] };
}

interface Badge {
  readonly coupling: CouplingRow;
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** Numbers of arrows with their signs. */
function badges(list: readonly Badge[]): Plot.Markish[] {
  return [
    Plot.dot(list, {
      x: "x",
      y: "y",
      r: BADGE,
      fill: PAPER,
      stroke: (one: Badge) => look(one.coupling).stroke,
      strokeWidth: 1.4,
    }),
    Plot.text(list, {
      x: "x",
      y: "y",
      text: (one: Badge) => `${one.number}${one.coupling.sign === "+" ? "+" : "−"}`,
      fontWeight: "bold",
      fill: INK,
    }),
  ];
}

function key(couplings: readonly CouplingRow[], { width }: FigureOptions, speech: Speech): Panel {
  return keyPanel(
    couplings.map((coupling, i) => ({ coupling, number: i + 1 })),
    { width, radius: BADGE, text: ({ coupling }) => said(coupling, speech), signs: badges },
  );
}
