import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { languageOf } from "../language/language.ts";
import { csv } from "../report/tables.ts";
import type { SimulateDocument } from "../studies/scenarios/document.ts";
import { simulateScenario } from "../studies/scenarios/run-scenarios.ts";
import { evidence } from "../studies/study/study-model.ts";
import { gateFailed } from "./enough-draws.ts";
import { EXIT } from "./exit.ts";
import { requireOutputFolder } from "./files.ts";
import { longRun } from "./long-run.ts";
import { oneScenario, type ScenarioFlags, sizeOf, withScenarioFlags } from "./scenario-flags.ts";
import { simulateText } from "./scenario-text.ts";
import type { Terminal } from "./terminal.ts";

/** `frontera simulate [FILE]`: one scenario over an ensemble. */
export function simulateCommand(terminal: Terminal): Command {
  return withScenarioFlags(
    new Command("simulate").argument("[file]", "scenario as YAML; business as usual without it"),
  ).action((file: string | undefined, flags: ScenarioFlags) => simulate(file, flags, terminal));
}

async function simulate(file: string | undefined, flags: ScenarioFlags, terminal: Terminal): Promise<void> {
  const language = languageOf(flags.lang);
  const { workers, ...size } = sizeOf(flags);
  const scenario = oneScenario(file, flags, evidence());
  const folder = flags.out === undefined ? undefined : requireOutputFolder(flags.out);
  const started = performance.now();
  const { pool, progress, ended, close } = longRun({ workers, language, quiet: flags.quiet === true }, terminal);
  try {
    const document = await simulateScenario(scenario, { ...size, ...pool, onProgress: progress.update });
    progress.stop();
    const files = folder === undefined ? [] : write(folder, document);
    const seconds = (performance.now() - started) / 1000;
    const host = { seconds, workers, node: process.version, platform: `${process.platform}-${process.arch}` };
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ ...document, ...(files.length === 0 ? {} : { files }), host })}\n`
        : `${simulateText(document, { language, all: flags.all === true })}${files.map((path) => `${path}\n`).join("")}`,
    );
    if (gateFailed(document)) terminal.exit(EXIT.failed);
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
}

function write(folder: string, document: SimulateDocument): string[] {
  mkdirSync(folder, { recursive: true });
  const rows = document.outcomes.flatMap(({ id, unit, median, low50, high50, low90, high90 }) =>
    document.dates.map((date, i) => [date, id, unit, median[i]!, low50[i]!, high50[i]!, low90[i]!, high90[i]!]),
  );
  const paths = { data: join(folder, "data.csv"), scenario: join(folder, "scenario.json") };
  writeFileSync(
    paths.data,
    csv({ columns: ["date", "outcome", "unit", "median", "low50", "high50", "low90", "high90"], rows }),
  );
  writeFileSync(paths.scenario, `${JSON.stringify(document)}\n`);
  return Object.values(paths);
}
