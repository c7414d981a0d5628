import { Command } from "commander";
import { FronteraError, suggest } from "../errors.ts";
import { formatDate } from "../language/format.ts";
import { LANGUAGES, type Language, languageOf, translator } from "../language/language.ts";
import { type LeverEffect, type LeverEffects, leverEffects } from "../studies/scenarios/lever-effects.ts";
import { DEFAULT_FROM } from "../studies/scenarios/scenario.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "../studies/scenarios/subsystems.ts";
import { evidence } from "../studies/study/study-model.ts";
import { columns } from "./columns.ts";
import { gateFailed } from "./enough-draws.ts";
import { EXIT } from "./exit.ts";
import { longRun } from "./long-run.ts";
import { drawsOf, seedOf, workersOf } from "./options.ts";
import { changeText, little } from "./scenario-text.ts";
import type { Terminal } from "./terminal.ts";

interface LeversFlags {
  readonly draws: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly outcome?: readonly string[];
  readonly lang: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const DEFAULT_DRAWS = 2_000;
/** What is told where no outcome is named. */
const MAIN = [
  "members",
  "conflict-deaths",
  "guns-per-member",
  "synthetic-opioid-deaths",
  "encounters",
  "people-held",
  "killed-within-per-member-so-far",
] as const;

/** `frontera levers`: every lever alone at its bound. */
export function leversCommand(terminal: Terminal): Command {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  return new Command("levers")
    .option("--outcome <id>", "an outcome to be told; may be repeated (default: seven of them)", several)
    .option("--draws <n>", "draws of the ensemble", String(DEFAULT_DRAWS))
    .option("--seed <n>", "whole number that fixes every random number")
    .option("--workers <n>", "threads; the answer is the same for any number (default: cores)")
    .option("--lang <language>", `language of the words: ${LANGUAGES.join(" or ")}`, "en")
    .option("--json", "print one JSON document")
    .option("--quiet", "no progress")
    .action((flags: LeversFlags) => levers(flags, terminal));
}

async function levers(flags: LeversFlags, terminal: Terminal): Promise<void> {
  const language = languageOf(flags.lang);
  const draws = drawsOf(flags.draws);
  const seed = seedOf(flags.seed);
  const workers = workersOf(flags.workers);
  const outcomes = outcomesOf(flags.outcome ?? MAIN);
  const { pool, progress, ended, close } = longRun({ workers, language, quiet: flags.quiet === true }, terminal);
  try {
    const found = await leverEffects({ draws, seed, outcomes, ...pool, onProgress: progress.update });
    progress.stop();
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ command: "levers", seed, draws, language, from: DEFAULT_FROM, ...found })}\n`
        : text(found, outcomes, language, { draws, seed }),
    );
    if (gateFailed(found)) terminal.exit(EXIT.failed);
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
}

function outcomesOf(ids: readonly string[]): string[] {
  const dataset = evidence();
  const known = SUBSYSTEM_IDS.flatMap((id) => subsystemOf(id, dataset).outcomes);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new FronteraError({
      code: "unknown-outcome",
      message: `unknown outcome: ${unknown}`,
      path: "--outcome",
      hint: suggest(unknown, known),
    });
  return [...new Set(ids)];
}

function text(
  { effects, conditioning }: LeverEffects,
  outcomes: readonly string[],
  language: Language,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): string {
  const t = translator(language);
  const dataset = evidence();
  const nameOf = (id: string) => (language === "es" ? dataset.lever(id).nameEs : dataset.lever(id).name);
  const when = (months: number) =>
    months < 12 ? t("levers.months", { count: months }) : t("levers.years", { count: months / 12 });
  const tables = outcomes.flatMap((outcome) => {
    const own = effects.filter((effect) => effect.outcome === outcome);
    const [first] = own;
    if (first === undefined) return [];
    const heads = [t("levers.lever"), ...first.changes.map(({ months }) => when(months)), t("levers.grade")];
    const told = own.filter(({ changes, changesAs }) =>
      changes.some(({ businessAsUsual: { interval90 } }) => !little(interval90, changesAs)),
    );
    const rows = told.map((effect) => [
      nameOf(effect.lever),
      ...effect.changes.map(({ businessAsUsual: { median, interval90 } }) =>
        changeText([median, ...interval90], effect.changesAs, t),
      ),
      effect.grade,
    ]);
    return [`${outcome}${first.changesAs === "share" ? "" : ` [${first.unit}]`}\n${columns(heads, rows)}`];
  });
  const moved = [...new Map(effects.map((effect) => [effect.lever, effect])).values()];
  const worth = conditioning.map(
    ({ subsystem, effectiveSampleSize, gate }) =>
      `${subsystem} ${Math.round(effectiveSampleSize).toLocaleString("en-US")} (${gate})`,
  );
  return [
    t("levers.title", { from: formatDate(DEFAULT_FROM, language) }),
    t("levers.about"),
    "",
    ...tables,
    `${t("levers.harm")}\n${moved.map((effect) => `  ${nameOf(effect.lever)}: ${harmOf(effect, language)}\n`).join("")}`,
    `* ${t("levers.together")}`,
    t("levers.little"),
    t("levers.worth", { draws: draws.toLocaleString("en-US"), seed: String(seed), worth: worth.join(", ") }),
    "",
  ].join("\n");
}

function harmOf({ lever, mayHarm }: LeverEffect, language: Language): string {
  return language === "es" ? evidence().lever(lever).mayHarmEs : mayHarm;
}
