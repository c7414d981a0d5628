import { Command } from "commander";
import { formatDate } from "../language/format.ts";
import { type Language, languageOf, type MessageKey, translator } from "../language/language.ts";
import { type CouplingEffects, couplingEffects, couplingRows } from "../studies/scenarios/coupling-effects.ts";
import { evidence } from "../studies/study/study-model.ts";
import { columns } from "./columns.ts";
import { EXIT } from "./exit.ts";
import { longRun } from "./long-run.ts";
import { type ScenarioFlags, scenarioOf, sizeOf, withScenarioFlags } from "./scenario-flags.ts";
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
  const scenario = scenarioOf(file, flags, evidence());
  const { workers, draws, seed } = sizeOf(flags);
  if (file === undefined && flags.lever === undefined) {
    terminal.out(
      flags.json === true ? `${JSON.stringify({ command: "couplings", couplings: rows })}\n` : list(language),
    );
    return;
  }
  const { pool, progress, ended, close } = longRun({ workers, language, quiet: flags.quiet === true }, terminal);
  try {
    const found = await couplingEffects(scenario, { draws, seed, ...pool, onProgress: progress.update });
    progress.stop();
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ command: "couplings", seed, draws, couplings: rows, ...found })}\n`
        : `${list(language)}\n${effectsText(found, language, flags.all === true)}`,
    );
    if (found.conditioning.some(({ gate }) => gate === "red")) terminal.exit(EXIT.failed);
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
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
