/** The study in one screen of a terminal. */
import { FronteraError, printable } from "../errors.ts";
import type { Language } from "../language/language.ts";
import type { Contrast, Interval, StudyDocument } from "../studies/study/document.ts";
import { cut, wrap } from "./drawing/labels.ts";
import { rivalText } from "./figures/rivals.ts";
import { asOf } from "./figures/words.ts";
import { change, decimalYear, percent, quantity, wholePercent } from "./format.ts";
import {
  ARRESTS,
  BUSINESS_AS_USUAL,
  bandOf,
  CONTRASTS,
  contrastOf,
  DEATHS,
  estimatesOf,
  futures,
  HISTORY,
  MEMBERS,
  outcomeName,
  RECRUITS,
} from "./lookup.ts";
import { PUBLISHED_MEMBERS } from "./published.ts";
import { failedChecks, failedKinds, startDate } from "./sections/prose.ts";
import { type Speech, speechOf } from "./speech.ts";
import { spokenStudy } from "./spoken-study.ts";
import { systemSummary } from "./system-summary.ts";

export interface SummaryOptions {
  /** Columns of the terminal; lines are cut to it, at most 100 and at least 60. */
  readonly width: number;
  /** Bold headings and a coloured gate; off when the output is no terminal. */
  readonly colour: boolean;
  /** Where the report was written; a line at the end names it. */
  readonly report?: string;
  /** Where the page to hand on was written, if it was. */
  readonly page?: string;
  /** English where it is not given. */
  readonly language?: Language;
}

/** Rows of the chart; fewer where the whole system is told below it. */
const CHART_ROWS = { whole: 5, core: 7 } as const;
/** Columns of the words before what the answer rests on. */
const HEAD = 10;

/** The summary as text that ends with a line feed: at most about 50 lines, none wider than `width` (at most 100). */
export function studySummary(study: StudyDocument, options: SummaryOptions): string {
  const speech = speechOf(options.language);
  const { t } = speech;
  const document = spokenStudy(study, speech.language);
  const width = Math.min(100, Math.max(60, Math.floor(options.width)));
  const bold = (text: string) => (options.colour ? `\u001b[1m${text}\u001b[22m` : text);
  const lines: { text: string; bold?: boolean; whole?: boolean }[] = [];
  const say = (text = "") => lines.push({ text });
  const title = (text: string) => lines.push({ text, bold: true });

  title(t("terminal.title", { asOf: asOf(document, speech), run: document.fingerprint.slice(0, 8) }));
  say();
  for (const line of levels(document, width, speech)) say(line);
  say();
  for (const line of chart(document, width, speech)) say(line);
  say();
  title(contrastTitle(document, speech));
  for (const line of contrastTable(document, speech)) say(line);
  if (document.system !== undefined) {
    const { title: of, rows, note } = systemSummary(document, speech);
    say();
    title(of);
    for (const line of rows) say(line);
    for (const line of hanging(note, 2, width)) say(line);
  }
  say();
  for (const line of grounds(document, speech)) for (const part of hanging(line, HEAD, width)) say(part);
  if (options.report !== undefined) {
    say();
    lines.push({ text: t("terminal.report", { path: printable(options.report, 4_000) }), whole: true });
    if (options.page !== undefined)
      lines.push({ text: t("terminal.page", { path: printable(options.page, 4_000) }), whole: true });
  }
  return `${lines
    .map((line) => {
      // A path is never cut: half a path is of no use.
      const text = line.whole ? line.text : cut(printable(line.text, 400).trimEnd(), width);
      return line.bold ? bold(text) : text;
    })
    .join("\n")}\n`;
}

/** Levels at their dates, with the published range and the figures of others under the members. */
function levels(document: StudyDocument, width: number, speech: Speech): string[] {
  const { t, shortDate } = speech;
  const rows: string[][] = [
    ["", t("report.at").toLowerCase(), t("report.median").toLowerCase(), t("terminal.draws50"), t("terminal.draws90")],
  ];
  // One screen holds the flows of the core or the whole system.
  const outcomes = document.system === undefined ? [MEMBERS, RECRUITS, DEATHS, ARRESTS] : [MEMBERS, DEATHS];
  for (const outcome of outcomes) {
    const known = document.estimates.some((estimate) => estimate.id === outcome);
    if (!known && outcome !== MEMBERS) continue;
    for (const estimate of estimatesOf(document, outcome)) {
      const name = estimate.unit === "person/week" ? t("terminal.aWeek", { name: estimate.name }) : estimate.name;
      rows.push([name, shortDate(estimate.at), ...intervalCells(estimate)]);
    }
    if (outcome !== MEMBERS) continue;
    const { at, central, low, high } = PUBLISHED_MEMBERS;
    rows.push([
      `  ${t("terminal.asPublished")}`,
      shortDate(at),
      `≈${quantity(central)}`,
      "",
      `${quantity(low)}–${quantity(high)}`,
    ]);
  }
  const unit = estimatesOf(document, MEMBERS)[0]!.unit;
  const rivals = document.rivals
    .filter(
      (rival) => rival.unit === unit && !(rival.low === PUBLISHED_MEMBERS.low && rival.high === PUBLISHED_MEMBERS.high),
    )
    .slice(0, 5)
    .map((rival) => `${rival.label} (${rival.at.slice(0, 4)}) ${rivalText(rival, speech)}`);
  return [
    ...columns(rows, ["left", "left", "right", "right", "right"]),
    ...(rivals.length === 0 ? [] : hanging(t("terminal.others", { figures: rivals.join("; ") }), 2, width)),
  ];
}

/** A paragraph whose lines after the first are indented. */
function hanging(text: string, indent: number, width: number): string[] {
  return wrap(text, width - indent)
    .split("\n")
    .map((line, i) => (i === 0 ? line : " ".repeat(indent) + line));
}

function intervalCells(interval: Interval): string[] {
  return [quantity(interval.median), dashed(interval.interval50), dashed(interval.interval90)];
}

/** `160,800–186,500` */
function dashed([low, high]: readonly [number, number]): string {
  return `${quantity(low)}–${quantity(high)}`;
}

/** Members from the first date to the last along business as usual: median `•`, 50 % `▒`, 90 % `░`. */
function chart(document: StudyDocument, width: number, { t, shortDate }: Speech): string[] {
  const history = bandOf(document, MEMBERS, HISTORY);
  const later = bandOf(document, MEMBERS, BUSINESS_AS_USUAL);
  const split = later.dates[0] ?? document.asOf;
  const points = [history, later].flatMap((band) =>
    band.dates.flatMap((date, i) =>
      band === history && date >= split
        ? []
        : [
            {
              year: decimalYear(date),
              median: band.median[i]!,
              inner: [band.low50[i]!, band.high50[i]!] as const,
              outer: [band.low90[i]!, band.high90[i]!] as const,
            },
          ],
    ),
  );
  if (points.length === 0)
    throw new FronteraError({ code: "report-incomplete", message: "the bands of members are empty" });
  const label = 9;
  const columnsShown = Math.min(72, width - label - 1);
  const height = document.system === undefined ? CHART_ROWS.core : CHART_ROWS.whole;
  const first = points[0]!.year;
  const last = points[points.length - 1]!.year;
  const low = Math.min(...points.map((point) => point.outer[0]));
  const high = Math.max(...points.map((point) => point.outer[1]));
  const row = (value: number) =>
    Math.min(height - 1, Math.max(0, Math.round(((high - value) / (high - low || 1)) * (height - 1))));
  const cells = Array.from({ length: height }, () => new Array<string>(columnsShown).fill(" "));
  const yearAt = (column: number) => first + ((last - first) * column) / Math.max(1, columnsShown - 1);
  let at = 0;
  let splitColumn = columnsShown;
  for (let column = 0; column < columnsShown; column++) {
    while (at + 1 < points.length && points[at + 1]!.year <= yearAt(column) + 1e-9) at++;
    const point = points[at]!;
    if (point.year >= decimalYear(split) && splitColumn === columnsShown) splitColumn = column;
    for (let y = row(point.outer[1]); y <= row(point.outer[0]); y++) cells[y]![column] = "░";
    for (let y = row(point.inner[1]); y <= row(point.inner[0]); y++) cells[y]![column] = "▒";
    cells[row(point.median)]![column] = "•";
  }
  const drawn = cells.map((line, y) => {
    const value = high - ((high - low) * y) / (height - 1);
    return `${(y % 2 === 0 ? quantity(Math.round(value / 1_000) * 1_000) : "").padStart(label - 1)} ${line.join("")}`;
  });
  const axis = new Array<string>(columnsShown + 1).fill(" ");
  const years = [Math.ceil(first - 1e-9), 2016, 2020, Math.round(decimalYear(split)), Math.floor(last + 1e-9)];
  let free = 0;
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const place = Math.min(columnsShown - 4, Math.round(((year - first) / (last - first || 1)) * (columnsShown - 1)));
    if (place < free || year < first - 1e-9) continue;
    [...String(year)].forEach((digit, i) => {
      axis[place + i] = digit;
    });
    free = place + 6;
  }
  return [t("terminal.chart", { date: shortDate(split) }), ...drawn, `${" ".repeat(label)}${axis.join("")}`];
}

function contrastTitle(document: StudyDocument, { t, shortDate }: Speech): string {
  const dates = [...new Set(document.contrasts.map((contrast) => contrast.at))];
  const start = shortDate(startDate(document));
  return dates.length === 1
    ? t("terminal.changeBy", { start, date: shortDate(dates[0]!) })
    : t("terminal.change", { start });
}

function contrastTable(document: StudyDocument, { t, changes }: Speech): string[] {
  const shown = (contrast: Contrast | undefined, scenario: string) =>
    contrast === undefined
      ? t(scenario === BUSINESS_AS_USUAL ? "report.reference" : "report.notGiven")
      : `${change(contrast.median)} (${changes(contrast.interval90)})`;
  const rows = [MEMBERS, DEATHS].flatMap((outcome, i) => [
    [outcomeName(document, outcome), ...CONTRASTS.map(({ title }) => (i === 0 ? t(title) : ""))],
    ...futures(document).map((scenario) => [
      `  ${cut(scenario.name, 26)}`,
      ...CONTRASTS.map(({ against }) => shown(contrastOf(document, scenario.id, outcome, against), scenario.id)),
    ]),
  ]);
  return columns(rows, ["left", "right", "right"]);
}

/** What the answer rests on. */
function grounds(document: StudyDocument, speech: Speech): string[] {
  const { t } = speech;
  const { effectiveSampleSize, needed, gate } = document.conditioning;
  const members = estimatesOf(document, MEMBERS);
  const { A, B, C } = members[members.length - 1]!.grades;
  const failed = failedChecks(document);
  const draws = t("terminal.drawsTold", {
    draws: quantity(document.draws),
    size: quantity(effectiveSampleSize),
    needed: quantity(needed),
    gate: t(`report.${gate}`),
  });
  const share = percent(document.failed.share);
  const checks = { passed: document.checks.length - failed.length, total: document.checks.length };
  return (
    [
      ["terminal.draws", gate === "red" ? `${draws}, ${t("terminal.doNotQuote")}` : draws],
      [
        "terminal.failed",
        document.failed.share === 0
          ? t("report.none")
          : t("terminal.failedTold", { share, kinds: failedKinds(document, speech) }),
      ],
      [
        "terminal.checks",
        failed.length === 0
          ? t("terminal.checksTold", checks)
          : t("terminal.checksFailed", { ...checks, ids: failed.map((check) => check.id).join(", ") }),
      ],
      ["terminal.restsOn", t("terminal.restsOnTold", { A: wholePercent(A), B: wholePercent(B), C: wholePercent(C) })],
    ] as const
  ).map(([name, told]) => `${t(name).padEnd(HEAD)}${told}`);
}

/** Rows padded to columns two spaces apart. */
function columns(rows: readonly (readonly string[])[], align: readonly ("left" | "right")[]): string[] {
  const widths = align.map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? "")].length)));
  return rows.map((row) =>
    row
      .map((text, i) => {
        const gap = " ".repeat(widths[i]! - [...text].length);
        return align[i] === "right" ? gap + text : text + gap;
      })
      .join("  "),
  );
}
