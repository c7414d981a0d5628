import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { change, quantity } from "../report/format.ts";
import { csv } from "../report/tables.ts";
import type { CompareDocument, Lines } from "../studies/scenarios/document.ts";
import { compareScenarios } from "../studies/scenarios/run-scenarios.ts";
import { evidence } from "../studies/study/study-model.ts";
import { columns } from "./columns.ts";
import { EXIT } from "./exit.ts";
import { requireOutputFolder } from "./files.ts";
import { longRun } from "./long-run.ts";
import { type ScenarioFlags, scenarioOf, sizeOf, withScenarioFlags } from "./scenario-flags.ts";
import { gateFailed, leversText, worth } from "./simulate.ts";
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
  const { workers, ...size } = sizeOf(flags);
  const dataset = evidence();
  const scenarios = files.map((file) => scenarioOf(file, flags, dataset));
  const folder = flags.out === undefined ? undefined : requireOutputFolder(flags.out);
  const started = performance.now();
  const { pool, progress, ended, close } = longRun({ workers, language: "en", quiet: flags.quiet === true }, terminal);
  try {
    const document = await compareScenarios(scenarios, { ...size, ...pool, onProgress: progress.update });
    progress.stop();
    const paths = folder === undefined ? [] : write(folder, document);
    const seconds = (performance.now() - started) / 1000;
    const host = { seconds, workers, node: process.version, platform: `${process.platform}-${process.arch}` };
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ ...document, ...(paths.length === 0 ? {} : { files: paths }), host })}\n`
        : `${text(document)}${paths.map((path) => `${path}\n`).join("")}`,
    );
    if (gateFailed(document)) process.exitCode = EXIT.failed;
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

function text(document: CompareDocument): string {
  const { scenarios, outcomes, dates, levers } = document;
  const last = dates.length - 1;
  const band = (lines: Lines, show: (value: number) => string) =>
    lines.low90[last] === 0 && lines.high90[last] === 0 && show === change
      ? "none"
      : `${show(lines.median[last]!)} (${show(lines.low90[last]!)} to ${show(lines.high90[last]!)})`;
  const tables = outcomes.map(({ id, unit, byScenario, against }) =>
    columns(
      [`${id} [${unit}]`, `on ${dates[last]}`, "against business as usual", "against the start"],
      scenarios.map((name) => [
        `  ${name}`,
        band(byScenario[name]!, quantity),
        band(against.businessAsUsual[name]!, change),
        band(against.start[name]!, change),
      ]),
    ),
  );
  return [
    `${scenarios.length} scenarios on the same random numbers; policies and data as of December 2023`,
    "Medians with 90 % of the draws in brackets.",
    "",
    ...tables,
    ...scenarios.map((name) => `${name}\n${leversText(levers[name]!)}`),
    worth(document),
  ].join("\n");
}
