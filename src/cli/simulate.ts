import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { change, quantity } from "../report/format.ts";
import { csv } from "../report/tables.ts";
import type { LeverRow, SimulateDocument } from "../studies/scenarios/document.ts";
import { simulateScenario } from "../studies/scenarios/run-scenarios.ts";
import { evidence } from "../studies/study/study-model.ts";
import { columns } from "./columns.ts";
import { EXIT } from "./exit.ts";
import { requireOutputFolder } from "./files.ts";
import { longRun } from "./long-run.ts";
import { type ScenarioFlags, scenarioOf, sizeOf, withScenarioFlags } from "./scenario-flags.ts";
import type { Terminal } from "./terminal.ts";

/** `frontera simulate [FILE]`: one scenario over an ensemble. */
export function simulateCommand(terminal: Terminal): Command {
  return withScenarioFlags(
    new Command("simulate").argument("[file]", "scenario as YAML; business as usual without it"),
  ).action((file: string | undefined, flags: ScenarioFlags) => simulate(file, flags, terminal));
}

async function simulate(file: string | undefined, flags: ScenarioFlags, terminal: Terminal): Promise<void> {
  const { workers, ...size } = sizeOf(flags);
  const scenario = scenarioOf(file, flags, evidence());
  const folder = flags.out === undefined ? undefined : requireOutputFolder(flags.out);
  const started = performance.now();
  const { pool, progress, ended, close } = longRun({ workers, language: "en", quiet: flags.quiet === true }, terminal);
  try {
    const document = await simulateScenario(scenario, { ...size, ...pool, onProgress: progress.update });
    progress.stop();
    const files = folder === undefined ? [] : write(folder, document);
    const seconds = (performance.now() - started) / 1000;
    const host = { seconds, workers, node: process.version, platform: `${process.platform}-${process.arch}` };
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ ...document, ...(files.length === 0 ? {} : { files }), host })}\n`
        : `${text(document)}${files.map((path) => `${path}\n`).join("")}`,
    );
    if (gateFailed(document)) process.exitCode = EXIT.failed;
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
}

/** Whether weights are worth too little or a check failed. */
export function gateFailed({ conditioning, checks }: Pick<SimulateDocument, "conditioning" | "checks">): boolean {
  return conditioning.some(({ gate }) => gate === "red") || checks.some(({ pass }) => !pass);
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

function text(document: SimulateDocument): string {
  const { name, from, to, outcomes, dates } = document;
  const last = dates.length - 1;
  const rows = outcomes.map(({ id, unit, median, low90, high90, atEnd, grades }) => [
    id,
    `${quantity(median[last]!)} (${quantity(low90[last]!)} to ${quantity(high90[last]!)})`,
    unit,
    changeText(atEnd.businessAsUsual),
    changeText(atEnd.start),
    gradesText(grades),
  ]);
  const head = ["outcome", `on ${to}`, "unit", "against business as usual", "against the start", "evidence"];
  return [
    `${name}: ${from} to ${to}; policies and data as of December 2023`,
    "Medians with 90 % of the draws in brackets.",
    "",
    columns(head, rows),
    leversText(document.levers),
    worth(document),
  ].join("\n");
}

function changeText({
  median,
  interval90: [low, high],
}: {
  median: number;
  interval90: readonly [number, number];
}): string {
  if (low === 0 && high === 0) return "none";
  return `${change(median)} (${change(low)} to ${change(high)})`;
}

/** `A 12 B 30 C 58`: per cent of the spread by grade. */
function gradesText({ A, B, C }: { readonly A: number; readonly B: number; readonly C: number }): string {
  return [A, B, C].map((share, i) => `${"ABC"[i]} ${Math.round(100 * share)}`).join(" ");
}

/** Orders with who gives them, what they take in law and who may be harmed. */
export function leversText(levers: readonly LeverRow[]): string {
  if (levers.length === 0) return "No orders.\n";
  const lines = levers.flatMap(({ id, orders, unit, controller, legal, needsStatute, lagWeeks, grade, mayHarm }) => [
    `${id}: ${orders.map(({ to, from, overWeeks }) => `${to}${unit === "1" ? "" : ` ${unit}`} from ${from}${overWeeks > 0 ? ` over ${overWeeks} weeks` : ""}`).join(", then ")}`,
    `  ${controller}; ${legal}${needsStatute ? " (goes beyond what can be done without a legislature)" : ""}; real after about ${lagWeeks} weeks; effect grade ${grade}`,
    `  may harm: ${mayHarm}`,
  ]);
  return `Orders\n${lines.map((line) => `  ${line}`).join("\n")}\n`;
}

/** What the draws are worth, and whether anything failed. */
export function worth({
  draws,
  seed,
  fingerprint,
  failed,
  conditioning,
  checks,
}: Pick<SimulateDocument, "draws" | "seed" | "fingerprint" | "failed" | "conditioning" | "checks">): string {
  const gates = conditioning.map(
    ({ subsystem, effectiveSampleSize, needed, gate }) =>
      `${subsystem} ${Math.round(effectiveSampleSize).toLocaleString("en-US")} (needed ${needed}: ${gate})`,
  );
  const bad = checks.filter(({ pass }) => !pass).map(({ id }) => id);
  return [
    `Draws ${draws.toLocaleString("en-US")}, seed ${seed}, run ${fingerprint.slice(0, 8)}; failed ${failed.share === 0 ? "none" : `${(100 * failed.share).toFixed(2)} %`}`,
    `Worth after weighting: ${gates.join(", ")}`,
    `Checks: ${bad.length === 0 ? `${checks.length} of ${checks.length} pass` : `failed: ${bad.join(", ")}`}`,
    "",
  ].join("\n");
}
