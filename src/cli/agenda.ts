import { basename, dirname, resolve } from "node:path";
import { Command } from "commander";
import { FOLLOW_UPS, type FollowUp } from "../data/agenda.ts";
import { EVIDENCE_FILES } from "../data/bundle.ts";
import { loadDataset } from "../data/dataset.ts";
import { FronteraError } from "../errors.ts";
import { formatDate } from "../language/format.ts";
import { LANGUAGES, type Language, languageOf, translator } from "../language/language.ts";
import { wrap } from "../report/drawing/labels.ts";
import { agendaFigure, agendaTable, agendaTitle } from "../report/figures/agenda.ts";
import { csv } from "../report/tables.ts";
import { OutputFolder } from "../runs/output-folder.ts";
import {
  type AgendaDocument,
  type AgendaEntry,
  type AgendaQuery,
  actorNamed,
  agendaDocument,
  issueNamed,
  OCCASIONS,
  type Occasion,
  selectAgenda,
} from "../studies/record/agenda.ts";
import { columns } from "./columns.ts";
import { requireOutputFolder } from "./files.ts";
import type { Terminal } from "./terminal.ts";

interface AgendaFlags {
  readonly actor?: string;
  readonly issue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly lang: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly svg?: string;
}

/** Layout width of the figure as a file [px]. */
const FIGURE_WIDTH = 720;

/** `frontera agenda`: what the governments asked, promised, did and refused, and what came of it. */
export function agendaCommand(terminal: Terminal, files: Readonly<Record<string, string>> = EVIDENCE_FILES): Command {
  return new Command("agenda")
    .description("what the governments asked, promised and did, and what came of it")
    .option("--actor <actor>", "rows of one party: US, MX, PA, CO, CN, CA or regional")
    .option("--issue <issue>", "rows of one issue, for instance firearms")
    .option("--from <date>", "rows of this day, month or year and later")
    .option("--to <date>", "rows of this day, month or year and earlier")
    .option("--lang <language>", `language: ${LANGUAGES.join(" or ")}`, "en")
    .option("--json", "print one JSON document")
    .option("--csv", "print the rows as comma-separated values")
    .option("--svg <file>", "write the timeline as a drawing, too")
    .action(async (flags: AgendaFlags) => {
      if (flags.json === true && flags.csv === true)
        throw new FronteraError({
          code: "bad-option",
          message: "--json and --csv exclude each other",
          hint: "keep one",
        });
      const language = languageOf(flags.lang);
      const { agenda, sources } = loadDataset(files);
      const document = agendaDocument(selectAgenda(agenda, queryOf(flags)), sources, language);
      const written = flags.svg === undefined ? undefined : await writeFigure(document, flags.svg);
      const width = Math.min(100, Math.max(60, Math.floor(terminal.width)));
      terminal.out(
        flags.json === true
          ? `${JSON.stringify(document, null, 2)}\n`
          : flags.csv === true
            ? csv(agendaTable(document))
            : agendaText(document, width),
      );
      if (written !== undefined) terminal.err(`${translator(language)("agenda.written", { path: written })}\n`);
    });
}

function queryOf({ actor, issue, from, to }: AgendaFlags): AgendaQuery {
  return {
    ...(actor === undefined ? {} : { actor: actorNamed(actor) }),
    ...(issue === undefined ? {} : { issue: issueNamed(issue) }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

async function writeFigure(document: AgendaDocument, path: string): Promise<string> {
  if (path.trim() === "")
    throw new FronteraError({
      code: "bad-path",
      message: "this is no path (--svg)",
      received: "(nothing)",
      hint: "name a file",
    });
  if (document.rows.length === 0)
    throw new FronteraError({
      code: "nothing-to-draw",
      message: "no row of the agenda is like this, so there is nothing to draw",
      path: "--svg",
      hint: "leave out one of --actor, --issue, --from, --to",
    });
  const whole = resolve(path);
  const folder = new OutputFolder(requireOutputFolder(dirname(whole)));
  const { svg } = agendaFigure(document, { width: FIGURE_WIDTH, standalone: true });
  await folder.write(basename(whole), `${svg}\n`);
  return path;
}

function agendaText(document: AgendaDocument, width: number): string {
  const { rows, language } = document;
  const t = translator(language);
  if (rows.length === 0) return `${t("agenda.noRows")}\n`;
  const parts = [
    wrap(agendaTitle(document), width),
    "",
    wrap(`${t("agenda.rows", { count: rows.length })}. ${t("agenda.about")}`, width),
    "",
  ];
  let date = "";
  let later = false;
  for (const row of rows) {
    if (row.afterRecord && !later) {
      later = true;
      const line = t("agenda.afterRecord", { date: formatDate(document.asOf, language) });
      parts.push(wrap(line, width), "-".repeat(Math.min(width, line.length)), "");
    }
    if (row.date !== date) parts.push(formatDate(row.date, language));
    date = row.date;
    parts.push(entryText(row, language, width));
  }
  return `${[...parts, ...occasionLines(document, width), matrixText(document), positionsText(document), sourcesText(document, width)].join("\n")}`;
}

function entryText(row: AgendaEntry, language: Language, width: number): string {
  const t = translator(language);
  const block = (indent: number, text: string) =>
    wrap(text, width - indent)
      .split("\n")
      .map((line) => `${" ".repeat(indent)}${line}`)
      .join("\n");
  const parties = [row.actor, ...(row.counterpart === null ? [] : [row.counterpart])];
  const head = `${parties.map((actor) => t(`agenda.actor ${actor}`)).join(" → ")} · ${t(`agenda.kind ${row.kind}`)}`;
  const place = row.occasion === null ? [] : [t(`agenda.${row.occasion}`)];
  const facts = [t(`agenda.issue ${row.issue}`), t(`agenda.forum ${row.forum}`), ...place].join(" · ");
  const note = row.followUpNote === "" ? "" : `: ${row.followUpNote}`;
  const grounds = [
    ...(row.lever === null ? [] : [`${t("agenda.lever")} ${row.lever}`]),
    `${t("common.source")} ${row.source}`,
    t(`common.${row.confidence}`),
  ].join(" · ");
  return [
    block(2, `${head} · ${facts}`),
    block(4, row.what),
    block(4, `${t(`agenda.followUp ${row.followUp}`)}${note}`),
    block(4, grounds),
    "",
  ].join("\n");
}

/** Which rows come from the talks of the report, and which from the communiqué after them. */
function occasionLines({ rows, language }: AgendaDocument, width: number): string[] {
  const t = translator(language);
  const lines = (Object.keys(OCCASIONS) as Occasion[]).flatMap((occasion) => {
    const of = rows.filter((row) => row.occasion === occasion);
    if (of.length === 0) return [];
    const date = formatDate(OCCASIONS[occasion].dates[0], language);
    const number = (kind: string) => of.filter((row) => row.kind === kind).length;
    const values = { count: of.length, asks: number("ask"), commitments: number("commitment") };
    return [
      wrap(
        occasion === "talks" ? t("agenda.talksCount", { ...values, date }) : t("agenda.communiqueCount", values),
        width,
      ),
    ];
  });
  return lines.length === 0 ? [] : [...lines, ""];
}

function matrixText({ positions, counts, language }: AgendaDocument): string {
  const t = translator(language);
  const heads = FOLLOW_UPS.map((followUp) => t(`agenda.followUp ${followUp}`));
  const line = (name: string, of: Readonly<Record<FollowUp, number>>) => [
    name,
    ...FOLLOW_UPS.map((followUp) => String(of[followUp])),
    String(sum(FOLLOW_UPS.map((followUp) => of[followUp]))),
  ];
  const actors = [...new Set(positions.map(({ actor }) => actor))];
  const rows = actors.map((actor) => {
    const of = positions.filter((position) => position.actor === actor);
    const total = (followUp: FollowUp) => sum(of.map(({ followUps }) => followUps[followUp]));
    return line(t(`agenda.actor ${actor}`), {
      done: total("done"),
      partly: total("partly"),
      "not done": total("not done"),
      "not told": total("not told"),
    });
  });
  const head = [t("agenda.party"), ...heads, t("agenda.total")];
  const last = line(t("agenda.total"), counts.byFollowUp);
  return `${t("agenda.matrix")}\n${columns(head, [...rows, last], [...heads, t("agenda.total")])}`;
}

function positionsText({ positions, language }: AgendaDocument): string {
  const t = translator(language);
  const words = [t("agenda.asks"), t("agenda.commitments"), t("agenda.others")];
  const heads = FOLLOW_UPS.map((followUp) => t(`agenda.letter ${followUp}`));
  const letters = FOLLOW_UPS.map((one) => `${t(`agenda.letter ${one}`)} ${t(`agenda.followUp ${one}`)}`).join(", ");
  const rows = positions.map(({ actor, issue, kinds, followUps }) => [
    t(`agenda.short ${actor}`),
    t(`agenda.issue ${issue}`),
    ...[kinds.ask, kinds.commitment, kinds.action + kinds.statement + kinds.refusal].map(String),
    ...FOLLOW_UPS.map((followUp) => String(followUps[followUp])),
  ]);
  const table = columns([t("agenda.party"), t("agenda.issue"), ...words, ...heads], rows, [...words, ...heads]);
  return `${t("agenda.positions")}\n(${letters})\n${table}`;
}

function sourcesText({ sources, language }: AgendaDocument, width: number): string {
  const t = translator(language);
  const entries = sources.map(({ id, publisher, title, url, accessedFrom }) => {
    const copy = accessedFrom.includes("read via a copy") ? ` ${t("agenda.readVia")}` : "";
    const lines = wrap(`${id}: ${publisher}. ${title}${copy}`, width - 2).replaceAll("\n", "\n  ");
    return url === null ? lines : `${lines}\n  ${url}`;
  });
  return `${t("common.sources")}\n${entries.join("\n")}\n`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
