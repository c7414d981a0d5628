import { Command } from "commander";
import { LANGUAGES, languageOf } from "../language/language.ts";
import { experimentFiles } from "../report/experiment-files.ts";
import { OutputFolder } from "../runs/output-folder.ts";
import { experimentIdOf } from "../studies/experiments/registry.ts";
import { runExperiments, softwareFailed } from "../studies/experiments/run-experiments.ts";
import { EXIT } from "./exit.ts";
import { experimentsText } from "./experiments-text.ts";
import { requireOutputFolder } from "./files.ts";
import { longRun } from "./long-run.ts";
import { drawsOf, seedOf, workersOf } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface ExperimentsFlags {
  readonly draws: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly out?: string;
  readonly lang: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const DEFAULT_DRAWS = 1_000;

/** `frontera experiments [ID]`: the model against events, with bands that were written down before. */
export function experimentsCommand(terminal: Terminal): Command {
  return new Command("experiments")
    .argument("[id]", "one experiment, such as T2 or O1, with what its bands rest on; all without it")
    .option("--draws <n>", "draws of every run", String(DEFAULT_DRAWS))
    .option("--seed <n>", "whole number that fixes every random number")
    .option("--workers <n>", "threads; the answer is the same for any number (default: cores)")
    .option("--out <dir>", "folder for experiments.csv, and a figure of each with its numbers")
    .option("--lang <language>", `language of the words: ${LANGUAGES.join(" or ")}`, "en")
    .option("--json", "print one JSON document")
    .option("--quiet", "no progress")
    .action((id: string | undefined, flags: ExperimentsFlags) => experiments(id, flags, terminal));
}

async function experiments(id: string | undefined, flags: ExperimentsFlags, terminal: Terminal): Promise<void> {
  const language = languageOf(flags.lang);
  const ids = id === undefined ? undefined : [experimentIdOf(id)];
  const draws = drawsOf(flags.draws);
  const seed = seedOf(flags.seed);
  const workers = workersOf(flags.workers);
  const folder = flags.out === undefined ? undefined : new OutputFolder(requireOutputFolder(flags.out));
  const { pool, progress, ended, close } = longRun({ workers, language, quiet: flags.quiet === true }, terminal);
  try {
    const document = await runExperiments({
      draws,
      seed,
      language,
      ...(ids === undefined ? {} : { ids }),
      ...pool,
      onProgress: progress.update,
    });
    progress.stop();
    const files: string[] = [];
    if (folder !== undefined)
      for (const { path, text } of experimentFiles(document, language)) files.push(await folder.write(path, text));
    const host = { workers, node: process.version, platform: `${process.platform}-${process.arch}` };
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ ...document, language, ...(files.length === 0 ? {} : { files }), host })}\n`
        : `${experimentsText(document, { language, width: terminal.width, whole: id !== undefined })}${files.map((path) => `${path}\n`).join("")}`,
    );
    if (softwareFailed(document)) terminal.exit(EXIT.failed);
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
}
