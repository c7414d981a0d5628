import * as Plot from "@observablehq/plot";
import { ACTORS, type Actor, type AgendaKind, FOLLOW_UPS, type FollowUp, KINDS } from "../../data/agenda.ts";
import { formatDate, formatMonth } from "../../language/format.ts";
import { type Language, type Translate, translator } from "../../language/language.ts";
import type { AgendaDocument, AgendaEntry } from "../../studies/record/agenda.ts";
import { VERSION } from "../../version.ts";
import { type Panel, pixelPanel } from "../drawing/canvas.ts";
import { wrap } from "../drawing/labels.ts";
import { BLUE, INK, PAPER, RULE, SKY, SOFT_INK, VERMILLION } from "../drawing/palette.ts";
import type { Table } from "../tables.ts";
import { type Figure, type FigureOptions, figure } from "./figure.ts";

/** Shape of a kind; the letter stands in its middle, `dy` pixels lower than the middle of its box. */
const SHAPES: Readonly<Record<AgendaKind, { symbol: Plot.SymbolType; r: number; turn: number; dy: number }>> = {
  ask: { symbol: "circle", r: 7.8, turn: 0, dy: 0 },
  commitment: { symbol: "square", r: 7.4, turn: 0, dy: 0 },
  action: { symbol: "diamond2", r: 7.6, turn: 0, dy: 0 },
  statement: { symbol: "triangle", r: 6.9, turn: 0, dy: 2 },
  refusal: { symbol: "triangle", r: 6.9, turn: 180, dy: -2 },
};

/** Shade of what came of a row; the letter says the same. Ink and shade differ by at least 4.5 to 1. */
const SHADES: Readonly<Record<FollowUp, { fill: string; ink: string }>> = {
  done: { fill: BLUE, ink: PAPER },
  partly: { fill: SKY, ink: "#000000" },
  "not done": { fill: PAPER, ink: "#000000" },
  "not told": { fill: "#dfe3e6", ink: "#000000" },
};

/** Side of the box of a mark [px]. */
const CELL = 20;
/** So many marks stand on one another before a slot grows wider. */
const STACK = 4;
const LABEL_WIDTH = 66;
const LANE_GAP = 8;
const SLOT_GAP = 3;
const YEAR_GAP = 15;
const HEAD = 46;
/** Room for the day above the two events of 2023. */
const OCCASION_WIDTH = 48;
const CHARACTER = 7.3;
const KEY_LINE = 22;
const LINE = 15;

export interface AgendaFigureOptions extends FigureOptions {
  /** False where the words beside the figure name the two events. */
  readonly eventsKey?: boolean;
}

/** The agenda as a timeline: one lane a party, one column a month, one mark a row. */
export function agendaFigure(document: AgendaDocument, options: AgendaFigureOptions): Figure {
  const { rows, sources, language } = document;
  const t = translator(language);
  const drawn = figure(
    {
      id: "agenda",
      title: agendaTitle(document),
      caption: t("agenda.caption"),
      source: t("agenda.figureSource", { version: VERSION, count: sources.length }),
      table: agendaTable(document),
    },
    description(rows, t),
    options,
    [timeline(document, options)],
  );
  // The frame of a drawing speaks English.
  return { ...drawn, svg: drawn.svg.replace(">Source: ", `>${t("agenda.sourceWord")}: `) };
}

/** `What governments asked, promised and did, 2019–2025, as of November 2025`. */
export function agendaTitle({ rows, followedUntil, language }: AgendaDocument): string {
  const first = rows[0]?.date.slice(0, 4) ?? "";
  const last = rows[rows.length - 1]?.date.slice(0, 4) ?? "";
  const span = first === last ? first : `${first}–${last}`;
  return translator(language)("agenda.title", { span, month: formatMonth(followedUntil, language) });
}

/** The rows with the heads of evidence/agenda.csv; texts are in the language of the document. */
export function agendaTable({ rows }: AgendaDocument): Table {
  return {
    columns: [
      "date",
      "forum",
      "actor",
      "issue",
      "kind",
      "what",
      "counterpart",
      "lever",
      "follow_up",
      "follow_up_note",
      "source_id",
      "confidence",
      "occasion",
    ],
    rows: rows.map((row) => [
      row.date,
      row.forum,
      row.actor,
      row.issue,
      row.kind,
      row.what,
      row.counterpart ?? "",
      row.lever ?? "",
      row.followUp,
      row.followUpNote,
      row.source,
      row.confidence,
      row.occasion ?? "",
    ]),
  };
}

function description(rows: readonly AgendaEntry[], t: Translate): string {
  return ACTORS.flatMap((actor) => {
    const of = rows.filter((row) => row.actor === actor);
    if (of.length === 0) return [];
    const parts = FOLLOW_UPS.map(
      (followUp) => `${t(`agenda.followUp ${followUp}`)} ${of.filter((row) => row.followUp === followUp).length}`,
    );
    return [t("agenda.alt", { actor: t(`agenda.actor ${actor}`), count: of.length, parts: parts.join(", ") })];
  }).join(" ");
}

/** Rows of one month, or of one of the two events, side by side with the others of its time. */
interface Slot {
  readonly key: string;
  readonly label: string;
  readonly year: string;
  readonly occasion: boolean;
  readonly later: boolean;
  readonly rows: AgendaEntry[];
}

function slotsOf({ rows, language }: AgendaDocument): Slot[] {
  const slots: Slot[] = [];
  for (const row of rows) {
    const occasion = row.occasion !== null;
    const key = occasion ? row.date : row.date.slice(0, 7);
    const last = slots[slots.length - 1];
    if (last?.key === key) last.rows.push(row);
    else
      slots.push({
        key,
        label: occasion ? `${Number(row.date.slice(8))} ${shortMonth(row.date, language)}` : shortMonth(key, language),
        year: row.date.slice(0, 4),
        occasion,
        later: row.afterRecord,
        rows: [row],
      });
  }
  return slots;
}

function shortMonth(date: string, language: Language): string {
  return formatMonth(date, language).slice(0, 3);
}

/** A part of the timeline that fits into the width. */
interface Band {
  readonly slots: { readonly slot: Slot; readonly x: number; readonly width: number }[];
  readonly later: boolean;
}

function bandsOf(slots: readonly Slot[], width: number): Band[] {
  const bands: Band[] = [];
  let x = 0;
  for (const slot of slots) {
    const needed = widthOf(slot);
    const before = bands[bands.length - 1];
    const last = before?.slots[before.slots.length - 1]?.slot;
    const gap = last === undefined || last.year === slot.year ? SLOT_GAP : YEAR_GAP;
    if (before === undefined || before.later !== slot.later || x + gap + needed > width) {
      bands.push({ slots: [{ slot, x: LABEL_WIDTH, width: needed }], later: slot.later });
      x = LABEL_WIDTH + needed;
    } else {
      before.slots.push({ slot, x: x + gap, width: needed });
      x += gap + needed;
    }
  }
  return bands;
}

function widthOf(slot: Slot): number {
  const most = Math.max(...ACTORS.map((actor) => Math.ceil(inLane(slot, actor).length / STACK)));
  return Math.max(most * CELL, slot.occasion ? OCCASION_WIDTH : 0);
}

/** Marks of a party in a slot, those of one kind together. */
function inLane(slot: Slot, actor: Actor): AgendaEntry[] {
  return slot.rows.filter((row) => row.actor === actor).sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

interface MarkAt {
  readonly x: number;
  readonly y: number;
  readonly kind: AgendaKind;
  /** Null in the key of the shapes. */
  readonly followUp: FollowUp | null;
}

interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly bold?: boolean;
}

/** What is drawn, gathered band by band. */
interface Drawing {
  readonly marks: MarkAt[];
  /** Begins at its place. */
  readonly starts: TextAt[];
  /** Stands in the middle of its place. */
  readonly middles: TextAt[];
  readonly rules: { readonly x1: number; readonly x2: number; readonly y: number; readonly strong: boolean }[];
}

function timeline(document: AgendaDocument, { width, eventsKey = true }: AgendaFigureOptions): Panel {
  const { language, asOf } = document;
  const t = translator(language);
  const drawing: Drawing = { marks: [], starts: [], middles: [], rules: [] };
  const slots = slotsOf(document);
  let y = drawKey(drawing, t, width);
  if (eventsKey && slots.some(({ occasion }) => occasion)) y = drawEventsKey(drawing, y, t, width);
  for (const band of bandsOf(slots, width - 10)) {
    if (band.later) {
      const text = t("agenda.figureAfter", { date: formatDate(asOf, language) });
      drawing.starts.push({ x: LABEL_WIDTH, y: y + 8, text, bold: true });
      y += 16;
    }
    y = drawBand(drawing, band, y, t, width);
  }
  return draw(drawing, language, width, y + 4);
}

function drawBand(drawing: Drawing, band: Band, top: number, t: Translate, width: number): number {
  let year = "";
  for (const { slot, x, width: wide } of band.slots) {
    if (slot.year !== year) drawing.starts.push({ x, y: top + 14, text: slot.year, bold: true });
    year = slot.year;
    drawing.middles.push({ x: x + wide / 2, y: top + 30, text: slot.label, bold: slot.occasion });
    if (slot.occasion) drawing.rules.push({ x1: x, x2: x + wide, y: top + HEAD - 6, strong: true });
  }
  let y = top + HEAD;
  for (const actor of ACTORS) {
    const most = Math.max(...band.slots.map(({ slot }) => inLane(slot, actor).length));
    if (most === 0) continue;
    const high = Math.min(STACK, most) * CELL;
    drawing.starts.push({ x: 8, y: y + CELL / 2, text: t(`agenda.short ${actor}`) });
    for (const { slot, x, width: wide } of band.slots) {
      const rows = inLane(slot, actor);
      const left = x + (wide - Math.ceil(rows.length / STACK) * CELL) / 2;
      for (const [i, { kind, followUp }] of rows.entries())
        drawing.marks.push({
          x: left + Math.floor(i / STACK) * CELL + CELL / 2,
          y: y + (i % STACK) * CELL + CELL / 2,
          kind,
          followUp,
        });
    }
    y += high + LANE_GAP;
    drawing.rules.push({ x1: 8, x2: width - 8, y: y - LANE_GAP / 2, strong: false });
  }
  return y + 8;
}

/** Shapes and letters with their names, above the timeline; returns the height it takes. */
function drawKey(drawing: Drawing, t: Translate, width: number): number {
  let y = 14;
  const line = (items: readonly { readonly mark: Omit<MarkAt, "x" | "y">; readonly text: string }[]) => {
    let x = 8;
    for (const { mark, text } of items) {
      const needed = CELL + text.length * CHARACTER + 14;
      if (x > 8 && x + needed > width) {
        x = 8;
        y += KEY_LINE;
      }
      drawing.marks.push({ ...mark, x: x + CELL / 2, y });
      drawing.starts.push({ x: x + CELL + 3, y, text });
      x += needed;
    }
    y += KEY_LINE;
  };
  line(KINDS.map((kind) => ({ mark: { kind, followUp: null }, text: t(`agenda.kind ${kind}`) })));
  line(FOLLOW_UPS.map((followUp) => ({ mark: { kind: "ask", followUp }, text: t(`agenda.followUp ${followUp}`) })));
  return y;
}

/** What the rule above two of the columns means; returns where the drawing goes on. */
function drawEventsKey(drawing: Drawing, top: number, t: Translate, width: number): number {
  const left = 8 + CELL + 3;
  const lines = wrap(t("agenda.figureEvents"), Math.floor((width - left) / CHARACTER)).split("\n");
  drawing.rules.push({ x1: 8, x2: 8 + CELL, y: top, strong: true });
  for (const [i, text] of lines.entries()) drawing.starts.push({ x: left, y: top + i * LINE, text });
  return top + (lines.length - 1) * LINE + KEY_LINE;
}

function draw({ marks, starts, middles, rules }: Drawing, language: Language, width: number, height: number): Panel {
  const t = translator(language);
  const told = marks.filter((mark) => mark.followUp !== null);
  return pixelPanel({
    width,
    height,
    marks: [
      Plot.ruleY(rules, {
        x1: "x1",
        x2: "x2",
        y: "y",
        stroke: (rule) => (rule.strong ? VERMILLION : RULE),
        strokeWidth: (rule) => (rule.strong ? 3 : 1),
      }),
      ...KINDS.map((kind) =>
        Plot.dot(
          marks.filter((mark) => mark.kind === kind),
          {
            x: "x",
            y: "y",
            r: SHAPES[kind].r,
            symbol: SHAPES[kind].symbol,
            rotate: SHAPES[kind].turn,
            dy: SHAPES[kind].dy,
            fill: (mark) => (mark.followUp === null ? PAPER : SHADES[mark.followUp as FollowUp].fill),
            stroke: INK,
            strokeWidth: 1,
          },
        ),
      ),
      Plot.text(told, {
        x: "x",
        y: (mark) => mark.y + SHAPES[mark.kind as AgendaKind].dy / 2,
        text: (mark) => t(`agenda.letter ${mark.followUp as FollowUp}`),
        fill: (mark) => SHADES[mark.followUp as FollowUp].ink,
        fontSize: 9,
        fontWeight: "bold",
      }),
      ...[true, false].flatMap((bold) => {
        const weight = bold ? "bold" : "normal";
        const of = (texts: readonly TextAt[]) => texts.filter((text) => (text.bold ?? false) === bold);
        const place = { x: "x", y: "y", text: "text", fontWeight: weight };
        return [
          Plot.text(of(starts), { ...place, textAnchor: "start" }),
          Plot.text(of(middles), { ...place, fontSize: 10.5, fill: bold ? INK : SOFT_INK }),
        ];
      }),
    ],
  });
}
