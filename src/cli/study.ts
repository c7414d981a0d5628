import { existsSync } from "node:fs";
import { readFile, rmdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { Command } from "commander";
import type { PoolOptions } from "../ensemble/pool.ts";
import { LANGUAGES, type Language, languageOf, translator } from "../language/language.ts";
import { pageContents } from "../page/contents.ts";
import { singleFile } from "../page/single-file.ts";
import { studyFiles, studySummary } from "../report/index.ts";
import { OutputFolder } from "../runs/output-folder.ts";
import { CLAIMS, weighClaims } from "../studies/claims/weigh-claims.ts";
import type { Interval, StudyDocument } from "../studies/study/document.ts";
import { drawsHeader, drawsRows } from "../studies/study/draws-table.ts";
import { replayDraw } from "../studies/study/replay.ts";
import { runStudy, type SystemScope, studyFingerprint } from "../studies/study/run-study.ts";
import { evidence } from "../studies/study/study-model.ts";
import { columns } from "./columns.ts";
import { requireWeight, studyFailed } from "./enough-draws.ts";
import { EXIT } from "./exit.ts";
import { requireOutputFolder } from "./files.ts";
import { longRun } from "./long-run.ts";
import { DEFAULT_SEED, positiveInteger, seedOf, workersOf } from "./options.ts";
import { readPackages } from "./packages.ts";
import { progressOf } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

interface StudyFlags {
  readonly draws: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly systemDraws?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly replay?: string;
  readonly singleFile?: boolean;
  readonly lang: string;
}

const DEFAULT_DRAWS = 10_000;
/** Draws of the whole system that are weighed; a part of them is carried on under every lever and package. */
const SYSTEM_DRAWS = 10_000;
const MOST_DRAWS = 100_000_000;

/** `frontera study`: the main job. */
export function studyCommand(terminal: Terminal): Command {
  return new Command("study")
    .option("--draws <n>", "draws of the main ensemble", String(DEFAULT_DRAWS))
    .option(
      "--system-draws <n>",
      `draws of the whole system, its levers and packages; 0 leaves it out (default ${SYSTEM_DRAWS}, at most --draws)`,
    )
    .option("--seed <n>", `whole number that fixes every random number (default ${DEFAULT_SEED})`)
    .option("--workers <n>", "threads; the answer is the same for any number (default: cores)")
    .option("--out <dir>", "folder for report, figures and data (default runs/study-FINGERPRINT)")
    .option("--replay <draw>", "run one draw of the study again and print its numbers; writes nothing")
    .option("--lang <language>", `language of report, figures and summary: ${LANGUAGES.join(" or ")}`, "en")
    .option("--single-file", "write one page to hand on, too: claims, sliders, agenda and figures in both languages")
    .option("--json", "print one JSON document")
    .option("--quiet", "no progress")
    .action((flags: StudyFlags) => study(flags, terminal));
}

async function study(flags: StudyFlags, terminal: Terminal): Promise<void> {
  const language = languageOf(flags.lang);
  const draws = positiveInteger("--draws", flags.draws, { max: MOST_DRAWS });
  const seed = seedOf(flags.seed);
  if (flags.replay !== undefined) {
    const draw = positiveInteger("--replay", flags.replay, { min: 0, max: MOST_DRAWS });
    replay({ draws, seed }, draw, language, flags, terminal);
    return;
  }
  const workers = workersOf(flags.workers);
  const system = systemOf(flags.systemDraws, draws);
  const size = { draws, seed, ...(system === undefined ? {} : { system }) };
  const name = flags.out ?? join("runs", `study-${(await studyFingerprint(size)).slice(0, 8)}`);
  const folder = new OutputFolder(requireOutputFolder(name));
  const started = performance.now();
  const quiet = flags.quiet === true;
  const { pool, progress, ended, close } = longRun({ workers, language, quiet }, terminal);
  const systemProgress = progressOf(terminal, "draws of the system", quiet);
  const fresh = !existsSync(folder.path);
  const table = await folder.stream("draws.csv");
  try {
    await table.write(drawsHeader());
    const document = await runStudy({
      ...size,
      ...pool,
      onDraws: (part) => table.write(drawsRows(part)),
      onProgress: progress.update,
      onFirst: (members) => progress.note(firstFigures(members, language)),
      onSystem: (done, total) => {
        progress.stop();
        systemProgress.update(done, total);
      },
    });
    progress.stop();
    systemProgress.stop();
    requireWeight(document, DEFAULT_DRAWS);
    const files = [await table.close(), await folder.write("study.json", `${JSON.stringify(document)}\n`)];
    for (const { path, text } of studyFiles(document, { language })) files.push(await folder.write(path, text));
    const report = join(folder.path, "report.html");
    const page = flags.singleFile === true ? await writePage(folder, document, language, pool) : undefined;
    if (page !== undefined) files.push(page);
    if (flags.json === true) {
      const seconds = (performance.now() - started) / 1000;
      const host = { seconds, workers, node: process.version, platform: `${process.platform}-${process.arch}` };
      terminal.out(
        `${JSON.stringify({ ...document, report, ...(page === undefined ? {} : { singleFile: page }), files, host })}\n`,
      );
    } else
      terminal.out(
        studySummary(document, {
          width: terminal.width,
          colour: terminal.colour,
          report: shorter(report),
          ...(page === undefined ? {} : { page: shorter(page) }),
          language,
        }),
      );
    if (studyFailed(document)) terminal.exit(EXIT.failed);
  } catch (error) {
    systemProgress.stop();
    await table.discard();
    // Only an empty folder can be taken away like this.
    if (fresh) await rmdir(folder.path).catch(() => undefined);
    ended(error);
  } finally {
    close();
  }
}

/** What is asked of the whole system; nothing where no draw is to see it. */
function systemOf(text: string | undefined, draws: number): SystemScope | undefined {
  const own =
    text === undefined
      ? Math.min(SYSTEM_DRAWS, draws)
      : positiveInteger("--system-draws", text, { min: 0, max: MOST_DRAWS });
  return own === 0 ? undefined : { draws: own, packages: readPackages(evidence()) };
}

/** The claims are weighed on the draws of the study itself, so that one page has one set of numbers. */
async function writePage(
  folder: OutputFolder,
  document: StudyDocument,
  language: Language,
  pool: PoolOptions,
): Promise<string> {
  const { draws, seed, fingerprint } = document;
  const claims = await weighClaims(CLAIMS, { draws, seed, ...pool });
  const script = await readFile(new URL("../page/app.js", import.meta.url), "utf8");
  const text = singleFile(pageContents(document, claims), { script, language });
  return folder.write(`frontera-${fingerprint.slice(0, 8)}.html`, text);
}

function replay(
  options: { readonly draws: number; readonly seed: number },
  draw: number,
  language: Language,
  { json }: StudyFlags,
  terminal: Terminal,
): void {
  const replayed = replayDraw(options, draw);
  if (json === true) terminal.out(`${JSON.stringify({ command: "study", ...options, ...replayed })}\n`);
  else {
    const t = translator(language);
    const { status } = replayed;
    const told = { draw: String(draw), draws: String(options.draws), seed: String(options.seed) };
    terminal.out(
      `${t("terminal.replayed", { ...told, status: status === "ok" ? status : t(`report.status ${status}`) })}\n`,
    );
    const rows = Object.entries(replayed.values).map(([name, value]) => [name, value === null ? "" : String(value)]);
    terminal.out(columns([t("terminal.replayNumber"), t("terminal.replayValue")], rows, [t("terminal.replayValue")]));
  }
}

/** What is known when the main ensemble is done; the sensitivities follow. */
function firstFigures({ median, interval90: [low, high] }: Interval, language: Language): string {
  const thousands = (value: number) => `${Math.round(value / 1000)},000`;
  return translator(language)("terminal.firstFigures", {
    median: thousands(median),
    low: thousands(low),
    high: thousands(high),
  });
}

/** The path as one would type it. */
function shorter(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}
