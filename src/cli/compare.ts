import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { languageOf } from "../language/language.ts";
import { csv } from "../report/tables.ts";
import type { CompareDocument, Lines } from "../studies/scenarios/document.ts";
import { compareScenarios } from "../studies/scenarios/run-scenarios.ts";
import { sideBySide } from "../studies/scenarios/structures.ts";
import { evidence } from "../studies/study/study-model.ts";
import { gateFailed } from "./enough-draws.ts";
import { EXIT } from "./exit.ts";
import { requireOutputFolder } from "./files.ts";
import { longRun } from "./long-run.ts";
import { type ScenarioFlags, scenarioOf, sizeOf, withScenarioFlags } from "./scenario-flags.ts";
import { compareText } from "./scenario-text.ts";
import type { Terminal } from "./terminal.ts";

/** `frontera compare A B …`: scenarios on the same random numbers. */
export function compareCommand(terminal: Terminal): Command {
  return withScenarioFlags(
    new Command("compare").argument(
      "<files...>",
      "scenarios as YAML, each held against business as usual and its start",
    ),
  ).action((files: readonly string[], flags: ScenarioFlags) => compare(files, flags, terminal));
}

async function compare(files: readonly string[], flags: ScenarioFlags, terminal: Terminal): Promise<void> {
  const language = languageOf(flags.lang);
  const { workers, ...size } = sizeOf(flags);
  const dataset = evidence();
  const scenarios = files.flatMap((file) => sideBySide(scenarioOf(file, flags, dataset), dataset));
  const folder = flags.out === undefined ? undefined : requireOutputFolder(flags.out);
  const started = performance.now();
  const { pool, progress, ended, close } = longRun({ workers, language, quiet: flags.quiet === true }, terminal);
  try {
    const document = await compareScenarios(scenarios, { ...size, ...pool, onProgress: progress.update });
    progress.stop();
    const paths = folder === undefined ? [] : write(folder, document);
    const seconds = (performance.now() - started) / 1000;
    const host = { seconds, workers, node: process.version, platform: `${process.platform}-${process.arch}` };
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ ...document, ...(paths.length === 0 ? {} : { files: paths }), host })}\n`
        : `${compareText(document, { language, all: flags.all === true })}${paths.map((path) => `${path}\n`).join("")}`,
    );
    if (gateFailed(document)) terminal.exit(EXIT.failed);
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
}

function write(folder: string, document: CompareDocument): string[] {
  mkdirSync(folder, { recursive: true });
  const { dates, scenarios } = document;
  const rows = document.outcomes.flatMap(({ id, unit, byScenario, against }) =>
    scenarios.flatMap((name) =>
      (
        [
          ["level", unit, byScenario[name]!],
          ["against business as usual", "1", against.businessAsUsual[name]!],
          ["against the start", "1", against.start[name]!],
        ] as const
      ).flatMap(([shows, of, lines]: readonly [string, string, Lines]) =>
        dates.map((date, i) => [
          date,
          name,
          id,
          shows,
          of,
          lines.median[i]!,
          lines.low50[i]!,
          lines.high50[i]!,
          lines.low90[i]!,
          lines.high90[i]!,
        ]),
      ),
    ),
  );
  const head = ["date", "scenario", "outcome", "shows", "unit", "median", "low50", "high50", "low90", "high90"];
  const paths = { data: join(folder, "data.csv"), comparison: join(folder, "comparison.json") };
  writeFileSync(paths.data, csv({ columns: head, rows }));
  writeFileSync(paths.comparison, `${JSON.stringify(document)}\n`);
  return Object.values(paths);
}
