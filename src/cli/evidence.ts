import { Command } from "commander";
import { EVIDENCE_FILES } from "../data/bundle.ts";
import { type Dataset, loadDataset } from "../data/dataset.ts";
import type { Definition } from "../data/definition.ts";
import type { Series } from "../data/series.ts";
import { referenceOf, type Source } from "../data/source.ts";
import { FronteraError, formatIssue, type Issue } from "../errors.ts";
import { cut, wrap } from "../report/drawing/labels.ts";
import { columns } from "./columns.ts";
import { EXIT } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

interface JsonOption {
  readonly json?: boolean;
}

type Files = Readonly<Record<string, string>>;

/** `frontera evidence list | show SERIES | check`, over the tables of evidence/ or those given. */
export function evidenceCommand(terminal: Terminal, files: Files = EVIDENCE_FILES): Command {
  const width = Math.min(100, Math.max(80, Math.floor(terminal.width)));
  const answer = (options: JsonOption, document: object, text: string) =>
    terminal.out(options.json === true ? `${JSON.stringify(document, null, 2)}\n` : text);
  return new Command("evidence")
    .description("the figures behind the model: sources, series, and the checks on them")
    .addCommand(
      subcommand("list", "every series and every source").action((options: JsonOption) => {
        const dataset = loadDataset(files);
        answer(options, listDocument(dataset), listText(dataset, width));
      }),
    )
    .addCommand(
      subcommand("show", "the rows of one series, with sources, notes and definition")
        .argument("<series>", "id of a series, as in evidence list")
        .action((id: string, options: JsonOption) => {
          const dataset = loadDataset(files);
          const series = dataset.seriesNamed(id);
          answer(options, showDocument(dataset, series), showText(dataset, series, width));
        }),
    )
    .addCommand(
      subcommand("check", "read every table and check it").action((options: JsonOption) => {
        const { document, text } = checked(files);
        answer(options, document, text);
        if (!document.ok) terminal.exit(EXIT.failed);
      }),
    );
}

function subcommand(name: string, about: string): Command {
  return new Command(name).description(about).option("--json", "print one JSON document");
}

/** Sources of a series, that of its latest row first. */
function sourcesOf({ rows }: Series): string[] {
  return [...new Set(rows.map(({ source }) => source).reverse())];
}

function listDocument(dataset: Dataset): object {
  return {
    sources: [...dataset.sources.values()].map((source) => ({
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      ...(source.url === undefined ? {} : { url: source.url }),
      citation: referenceOf(source).citation,
      accessedFrom: source.accessedFrom,
      licence: source.licence,
      confidence: source.confidence,
      primary: source.primary,
    })),
    series: [...dataset.series.values()].map((series) => ({
      id: series.id,
      unit: series.unit,
      source: sourcesOf(series)[0],
      sources: sourcesOf(series),
      rows: series.rows.length,
      from: series.rows[0]?.date,
      to: dataset.last(series.id).date,
    })),
  };
}

function listText(dataset: Dataset, width: number): string {
  const series = columns(
    ["series", "unit", "rows", "from", "to"],
    [...dataset.series.values()].map((one) => [
      one.id,
      one.unit,
      String(one.rows.length),
      one.rows[0]?.date ?? "",
      dataset.last(one.id).date,
    ]),
    ["rows"],
  );
  const sources = columns(
    ["source", "publisher and title"],
    [...dataset.sources.values()].map((source) => [source.id, referenceOf(source).citation]),
  );
  return `${clipped(series, width)}\n${clipped(sources, width)}\nfrontera evidence show SERIES prints the rows of a series\n`;
}

function showDocument(dataset: Dataset, series: Series): object {
  const definition = dataset.definitions.get(series.id);
  return {
    id: series.id,
    unit: series.unit,
    definition:
      definition === undefined
        ? null
        : {
            group: definition.group,
            definition: definition.definition,
            notWith: definition.notWith.map((id) => ({
              series: id,
              definition: dataset.definitions.get(id)?.definition ?? null,
            })),
          },
    rows: series.rows.map(({ date, kind, period, value, source, confidence, note }) => ({
      date,
      period: kind,
      start: period.start,
      end: period.end,
      value,
      unit: series.unit,
      source,
      confidence,
      note,
    })),
    sources: sourcesOf(series).flatMap((id) => {
      const source = dataset.sources.get(id);
      return source === undefined ? [] : [{ ...referenceOf(source), accessedFrom: source.accessedFrom }];
    }),
  };
}

function showText(dataset: Dataset, series: Series, width: number): string {
  const notes = [...new Set(series.rows.map(({ note }) => note))].filter((note) => note !== "");
  const number = (note: string) => (note === "" ? "" : `[${notes.indexOf(note) + 1}]`);
  const rows = columns(
    ["date", "period", "value", "source", "confidence", "note"],
    series.rows.map(({ date, kind, value, source, confidence, note }) => [
      date,
      kind,
      grouped(value),
      source,
      confidence,
      number(note),
    ]),
    ["value"],
  );
  const paragraphs = [
    `${series.id} (${series.unit})`,
    ...definitionLines(dataset, dataset.definitions.get(series.id), width),
    "",
    rows.trimEnd(),
    "",
    ...notes.map((note) => hanging(`${number(note)} `, note, width)),
    ...(notes.length > 0 ? [""] : []),
    ...sourcesOf(series).flatMap((id) => {
      const source = dataset.sources.get(id);
      return source === undefined ? [] : [hanging(`${id}: `, sourceText(source), width, 2)];
    }),
  ];
  return `${paragraphs.join("\n")}\n`;
}

/** What the series counts, and the series that it may not be continued with. */
function definitionLines(dataset: Dataset, definition: Definition | undefined, width: number): string[] {
  if (definition === undefined) return [];
  const others = definition.notWith.map((id) => [id, dataset.definitions.get(id)?.definition ?? ""] as const);
  return [
    hanging("definition: ", definition.definition, width, 2),
    ...(others.length === 0 ? [] : ["not to be joined with:"]),
    ...others.map(([id, text]) => hanging(`  ${id}: `, text, width, 4)),
  ];
}

function sourceText(source: Source): string {
  const { citation, url } = referenceOf(source);
  return `${citation}. ${url === null ? "" : `${url} `}(${source.accessedFrom})`;
}

interface Checked {
  readonly document: {
    readonly ok: boolean;
    readonly counts: Readonly<Record<string, number>>;
    readonly issues: readonly Issue[];
  };
  readonly text: string;
}

function checked(files: Files): Checked {
  try {
    const counts = countsOf(loadDataset(files));
    const rows = Object.entries(counts).map(([name, count]) => [grouped(count), name]);
    const width = Math.max(...rows.map(([count]) => count!.length));
    const lines = rows.map(([count, name]) => `${count!.padStart(width)}  ${name}`);
    return { document: { ok: true, counts, issues: [] }, text: `${lines.join("\n")}\nok\n` };
  } catch (error) {
    if (!(error instanceof FronteraError)) throw error;
    const { issues } = error;
    const found = issues.length === 1 ? "1 thing is wrong" : `${issues.length} things are wrong`;
    return {
      document: { ok: false, counts: { tables: Object.keys(files).length }, issues },
      text: `${issues.map(formatIssue).join("\n")}\n${found}\n`,
    };
  }
}

function countsOf(dataset: Dataset): Readonly<Record<string, number>> {
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  return {
    tables: dataset.tables.size,
    rows: sum(dataset.tables.values()),
    sources: dataset.sources.size,
    series: dataset.series.size,
    observations: sum([...dataset.series.values()].map(({ rows }) => rows.length)),
    definitions: dataset.definitions.size,
    parameters: dataset.parameters.size,
  };
}

/** The number as the table has it, thousands parted by commas. */
function grouped(value: number): string {
  const [whole = "", ...rest] = String(value).split(".");
  return [whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ","), ...rest].join(".");
}

/** A paragraph after a label; further lines are indented by the label, or by `indent`. */
function hanging(label: string, text: string, width: number, indent = label.length): string {
  const lines = wrap(`${label.trimStart()}${text}`, width - indent).split("\n");
  const first = " ".repeat(label.length - label.trimStart().length);
  return lines.map((line, i) => `${i === 0 ? first : " ".repeat(indent)}${line}`).join("\n");
}

function clipped(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => cut(line, width))
    .join("\n");
}
