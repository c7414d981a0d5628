import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { formatDate } from "../language/format.ts";
import { type Language, languageOf, type MessageKey, translator } from "../language/language.ts";
import { INTERVAL_COLUMNS, intervalCells } from "../report/figures/figure.ts";
import { csv } from "../report/tables.ts";
import { type CouplingEffects, couplingEffects, couplingRows } from "../studies/scenarios/coupling-effects.ts";
import { evidence } from "../studies/study/study-model.ts";
import { columns } from "./columns.ts";
import { gateFailed } from "./enough-draws.ts";
import { EXIT } from "./exit.ts";
import { requireOutputFolder } from "./files.ts";
import { longRun } from "./long-run.ts";
import { oneScenario, type ScenarioFlags, sizeOf, withScenarioFlags } from "./scenario-flags.ts";
import { changeText, worthLine } from "./scenario-text.ts";
import type { Terminal } from "./terminal.ts";

/** `frontera couplings [FILE]`: how the parts of the system push one another, and what each push does in a scenario. */
export function couplingsCommand(terminal: Terminal): Command {
  return withScenarioFlags(
    new Command("couplings").argument("[file]", "scenario as YAML; the list alone without it and without --lever"),
  ).action((file: string | undefined, flags: ScenarioFlags) => couplings(file, flags, terminal));
}

async function couplings(file: string | undefined, flags: ScenarioFlags, terminal: Terminal): Promise<void> {
  const language = languageOf(flags.lang);
  const rows = couplingRows();
  const scenario = oneScenario(file, flags, evidence());
  const { workers, draws, seed } = sizeOf(flags);
  if (file === undefined && flags.lever === undefined) {
    terminal.out(
      flags.json === true ? `${JSON.stringify({ command: "couplings", couplings: rows })}\n` : list(language),
    );
    return;
  }
  const folder = flags.out === undefined ? undefined : requireOutputFolder(flags.out);
  const { pool, progress, ended, close } = longRun({ workers, language, quiet: flags.quiet === true }, terminal);
  try {
    const found = await couplingEffects(scenario, { draws, seed, ...pool, onProgress: progress.update });
    progress.stop();
    const document = { command: "couplings", seed, draws, couplings: rows, ...found };
    const files = folder === undefined ? [] : write(folder, document);
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ ...document, ...(files.length === 0 ? {} : { files }) })}\n`
        : `${list(language)}\n${effectsText(found, language, flags.all === true)}${files.map((path) => `${path}\n`).join("")}`,
    );
    if (gateFailed(found)) terminal.exit(EXIT.failed);
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
}

function write(folder: string, document: CouplingEffects): string[] {
  mkdirSync(folder, { recursive: true });
  const rows = document.effects.flatMap(({ coupling = "all", outcome, unit, changesAs, changes }) =>
    changes.map(({ at, median, interval50, interval90 }) => [
      coupling,
      outcome,
      at,
      changesAs === "share" ? "1" : unit,
      ...intervalCells({ median, interval50, interval90 }),
    ]),
  );
  const paths = { data: join(folder, "couplings.csv"), document: join(folder, "couplings.json") };
  writeFileSync(paths.data, csv({ columns: ["coupling", "outcome", "date", "unit", ...INTERVAL_COLUMNS], rows }));
  writeFileSync(paths.document, `${JSON.stringify(document)}\n`);
  return Object.values(paths);
}

function list(language: Language): string {
  const t = translator(language);
  const heads = ["coupling", "what", "strength", "prior", "grade"].map((key) => t(`couplings.${key}` as MessageKey));
  const body = couplingRows().map(({ id, sign, value, prior, grade }) => [
    id,
    `${t(`couplings.about ${id}`)} (${sign === "-" ? "−" : "+"})`,
    String(value),
    prior ?? t("couplings.switch"),
    grade,
  ]);
  return `${t("couplings.title")}\n${columns(heads, body)}\n${t("couplings.off")}\n`;
}

/** Below this share in every moment a coupling is not told. */
const LEAST = 5e-4;

function effectsText({ scenario, effects, conditioning }: CouplingEffects, language: Language, all: boolean): string {
  const t = translator(language);
  const tables = [...new Set(effects.map(({ outcome }) => outcome))].flatMap((outcome) => {
    const own = effects.filter((effect) => effect.outcome === outcome);
    const told = own.filter(
      ({ changes, changesAs }) =>
        all ||
        changes.some(({ interval90 }) => interval90.some((end) => Math.abs(end) > (changesAs === "share" ? LEAST : 0))),
    );
    if (told.length === 0) return [];
    const { changes, unit, changesAs } = told[0]!;
    const name = `${t(`scenario.name ${outcome}` as MessageKey)}${changesAs === "share" ? "" : ` [${unit}]`}`;
    const heads = [name, ...changes.map(({ at }) => t("scenario.on", { date: formatDate(at, language) }))];
    const body = told.map(({ coupling, changes: of, changesAs: as }) => [
      `  ${coupling ?? t("couplings.together")}`,
      ...of.map(({ median, interval90 }) => changeText([median, ...interval90], as, t)),
    ]);
    return [columns(heads, body)];
  });
  return [t("couplings.effects", { name: scenario }), "", ...tables, worthLine(conditioning, t), ""].join("\n");
}
