import { FronteraError, printable, suggest } from "../errors.ts";
import { type AgendaRow, readAgenda } from "./agenda.ts";
import { readArticle, type Sentence } from "./article.ts";
import { EVIDENCE_FILES } from "./bundle.ts";
import { overlapInWeeks } from "./calendar.ts";
import { type Calibrated, readCalibrated } from "./calibrated.ts";
import { parseCsv } from "./csv.ts";
import { type Definition, quoted, readDefinitions, sameDefinition } from "./definition.ts";
import { Findings } from "./findings.ts";
import { type Lever, readLevers } from "./lever.ts";
import { networkOf, parseGroups, parseTies } from "./network.ts";
import { type Parameter, readParameters } from "./parameter.ts";
import { byTime, type Observation, readSeries, type Series, valueIn } from "./series.ts";
import { checkSources, readSources, referenceOf, type Source, type SourceReference } from "./source.ts";
import { parseUnit, sameUnit } from "./units.ts";

/** The parts of a dataset, by id. */
export interface DatasetParts {
  readonly sources: ReadonlyMap<string, Source>;
  readonly series: ReadonlyMap<string, Series>;
  /** By the id of the series. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly levers: ReadonlyMap<string, Lever>;
  /** Fitted functions of time. */
  readonly calibrated: ReadonlyMap<string, Calibrated>;
  /** In the order of time. */
  readonly agenda: readonly AgendaRow[];
  /** The news report, sentence by sentence. */
  readonly article: readonly Sentence[];
  /** Rows of every table below its header, by path. */
  readonly tables: ReadonlyMap<string, number>;
}

/** The evidence: every figure with its unit, source and confidence, checked when it was read. */
export class Dataset implements DatasetParts {
  readonly sources: ReadonlyMap<string, Source>;
  readonly series: ReadonlyMap<string, Series>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly levers: ReadonlyMap<string, Lever>;
  readonly calibrated: ReadonlyMap<string, Calibrated>;
  readonly agenda: readonly AgendaRow[];
  readonly article: readonly Sentence[];
  readonly tables: ReadonlyMap<string, number>;

  constructor(parts: DatasetParts) {
    this.sources = parts.sources;
    this.series = parts.series;
    this.definitions = parts.definitions;
    this.parameters = parts.parameters;
    this.levers = parts.levers;
    this.calibrated = parts.calibrated;
    this.agenda = parts.agenda;
    this.article = parts.article;
    this.tables = parts.tables;
  }

  /** @throws FronteraError `unknown-parameter` with the nearest id. */
  parameter(id: string): Parameter {
    return known(this.parameters, id, "parameter");
  }

  /** @throws FronteraError `unknown-lever` with the nearest id. */
  lever(id: string): Lever {
    return known(this.levers, id, "lever");
  }

  /** @throws FronteraError `unknown-calibrated` with the nearest id. */
  calibratedTable(id: string): Calibrated {
    return known(this.calibrated, id, "calibrated");
  }

  /** @throws FronteraError `unknown-series` with the nearest id. */
  seriesNamed(id: string): Series {
    return known(this.series, id, "series");
  }

  /** The value of a series in a calendar year [unit of the series], if it has one; `unknown-series` as above. */
  yearly(id: string, year: number): number | undefined {
    return valueIn(this.seriesNamed(id), year);
  }

  /** The latest row of a series; `unknown-series` as above. */
  last(id: string): Observation {
    const { rows } = this.seriesNamed(id);
    return rows[rows.length - 1]!;
  }

  /** Every source, as a reference has it. */
  sourceRows(): readonly SourceReference[] {
    return [...this.sources.values()].map(referenceOf);
  }

  /** Whether two series count the same thing in the same way, so that one may continue the other. */
  spliceable(a: string, b: string): boolean {
    const [first, second] = [this.seriesNamed(a), this.seriesNamed(b)];
    if (!sameUnit(parseUnit(first.unit), parseUnit(second.unit))) return false;
    return a === b || sameDefinition(this.definitions.get(a), this.definitions.get(b));
  }

  /**
   * One series out of several that continue one another, in the order of time.
   * @throws FronteraError `spliced-series` naming both definitions, `mixed-unit`, `overlapping-series`, `unknown-series`.
   */
  join(ids: readonly string[]): Series {
    const parts = [...new Set(ids)].map((id) => this.seriesNamed(id));
    const [first] = parts;
    if (first === undefined)
      throw new FronteraError({
        code: "nothing-to-join",
        message: "no series to join",
        expected: "one series or more",
      });
    for (const [i, part] of parts.entries()) for (const other of parts.slice(0, i)) this.#requireJoinable(other, part);
    return {
      id: parts.map(({ id }) => id).join("+"),
      unit: first.unit,
      rows: parts.flatMap(({ rows }) => rows).sort(byTime),
    };
  }

  #requireJoinable(a: Series, b: Series): void {
    const pair = `${a.id} and ${b.id} cannot be joined`;
    const [first, second] = [this.definitions.get(a.id), this.definitions.get(b.id)];
    if (first === undefined || second === undefined)
      throw new FronteraError({
        code: "spliced-series",
        message: `${pair}: ${first === undefined ? a.id : b.id} has no definition`,
        hint: "add its row to evidence/definitions.csv",
      });
    if (!sameDefinition(first, second))
      throw new FronteraError({
        code: "spliced-series",
        message: `${pair}: ${quoted(first.definition)} is not ${quoted(second.definition)}`,
        path: `${first.at}, ${second.at}`,
        hint: "use one of them, or show them side by side",
      });
    if (!this.spliceable(a.id, b.id))
      throw new FronteraError({
        code: "mixed-unit",
        message: `${pair}: they have other units`,
        expected: a.unit,
        received: b.unit,
      });
    for (const row of b.rows) {
      const twice = a.rows.find(({ period }) => overlapInWeeks(period, row.period) > 0);
      if (twice !== undefined)
        throw new FronteraError({
          code: "overlapping-series",
          message: `${pair}: both cover ${row.period.label}`,
          path: `${twice.at}, ${row.at}`,
          hint: "take each year from one of them",
        });
    }
  }
}

const SOURCES = "sources.csv";
const PARAMETERS = "parameters.csv";
const LEVERS = "levers.csv";
const DEFINITIONS = "definitions.csv";
const AGENDA = "agenda.csv";
const ARTICLE = "article.csv";
const SERIES = "series/";
/** Parameters of one subsystem each, with the columns of `parameters.csv`. */
const MORE_PARAMETERS = "parameters/";
const CALIBRATED = "calibrated/";
const FOLDERS: readonly string[] = [SERIES, MORE_PARAMETERS, CALIBRATED];
/** Tables whose sources are checked where the rest of them is read. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([SOURCES, PARAMETERS, LEVERS, DEFINITIONS, AGENDA, ARTICLE]);
const GROUPS = "network/groups.csv";
const TIES = "network/ties.csv";

/**
 * Reads the evidence from the texts of its tables, by their paths below `folder`, and checks it. The table of sources is
 * needed; every other may be absent. Any further table with a column `source_id` has its sources checked.
 * @throws FronteraError with everything that is wrong, each at its file and line: see `readSources`, `readSeries`,
 * `readDefinitions`, `readParameters`, `readLevers`, `readCalibrated`, `readAgenda`, `readArticle`, `networkOf`.
 */
export function loadDataset(files: Readonly<Record<string, string>> = EVIDENCE_FILES, folder = "evidence"): Dataset {
  const findings = new Findings();
  const texts = new Map(Object.entries(files));
  const path = (name: string) => `${folder}/${name}`;
  const table = texts.get(SOURCES);
  if (table === undefined)
    throw new FronteraError({
      code: "missing-table",
      message: "the table of sources is missing",
      path: path(SOURCES),
      expected: `${SOURCES} among the tables`,
    });
  const sources = readSources(table, path(SOURCES), findings);
  const tablesIn = (...beginnings: readonly string[]) =>
    [...texts]
      .filter(([name]) => beginnings.some((beginning) => name.startsWith(beginning)))
      .map(([name, text]) => [path(name), text] as const);
  const series = readSeries(tablesIn(SERIES), sources, findings);
  const definitions = texts.get(DEFINITIONS);
  const levers = texts.get(LEVERS);
  const agenda = texts.get(AGENDA);
  const article = texts.get(ARTICLE);
  const parts: DatasetParts = {
    sources: sources ?? new Map(),
    series,
    definitions:
      definitions === undefined
        ? new Map()
        : readDefinitions(definitions, path(DEFINITIONS), series, sources, findings),
    parameters: readParameters(tablesIn(PARAMETERS, MORE_PARAMETERS), sources, findings),
    levers: levers === undefined ? new Map() : readLevers(levers, path(LEVERS), sources, findings),
    calibrated: readCalibrated(tablesIn(CALIBRATED), sources, findings),
    agenda: agenda === undefined ? [] : readAgenda(agenda, path(AGENDA), sources, findings),
    article: article === undefined ? [] : readArticle(article, path(ARTICLE), sources, findings),
    tables: checkTables(texts, path, sources, findings),
  };
  checkNetwork(texts, path, findings);
  findings.settle();
  return new Dataset(parts);
}

/** Counts the rows of every table, and checks the sources of those that nothing else reads. */
function checkTables(
  texts: ReadonlyMap<string, string>,
  path: (name: string) => string,
  sources: ReadonlyMap<string, Source> | undefined,
  findings: Findings,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [name, text] of texts) {
    const known = READ_ELSEWHERE.has(name) || FOLDERS.some((folder) => name.startsWith(folder));
    // What a known table has wrong is gathered where it is read.
    const csv = (known ? new Findings() : findings).attempt(() => parseCsv(text, path(name)));
    if (csv === undefined) continue;
    counts.set(name, csv.rows.length);
    const column = csv.header.indexOf("source_id");
    if (known || column < 0) continue;
    for (const row of csv.rows) {
      const cell = (row.cells[column] ?? "").trim();
      const at = `${path(name)}:${row.line}`;
      if (cell === "") findings.add({ code: "missing-value", message: "column source_id is empty", path: at });
      checkSources(cell, at, sources, findings);
    }
  }
  return counts;
}

function checkNetwork(texts: ReadonlyMap<string, string>, path: (name: string) => string, findings: Findings): void {
  const groups = texts.get(GROUPS);
  const ties = texts.get(TIES);
  if (groups !== undefined)
    findings.attempt(() =>
      networkOf(parseGroups(groups, path(GROUPS)), ties === undefined ? [] : parseTies(ties, path(TIES))),
    );
}

function known<T>(entries: ReadonlyMap<string, T>, id: string, noun: string): T {
  const found = entries.get(id);
  if (found !== undefined) return found;
  const ids = [...entries.keys()];
  const begun = id === "" ? [] : ids.filter((other) => other.startsWith(id));
  throw new FronteraError({
    code: `unknown-${noun}`,
    message: `unknown ${noun}: ${printable(id, 60)}`,
    hint: begun.length > 0 ? `did you mean ${begun.slice(0, 6).join(" or ")}?` : suggest(id, ids),
  });
}
