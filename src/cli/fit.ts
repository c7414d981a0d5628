import { Command } from "commander";
import { FronteraError, printable, suggest } from "../errors.ts";
import { LANGUAGES, type Language, languageOf, translator } from "../language/language.ts";
import { change, quantity, wholePercent } from "../report/format.ts";
import { type FitDocument, fitSeries } from "../studies/fit/fit-series.ts";
import { OBSERVATIONS } from "../studies/fit/observations.ts";
import { STRUCTURE_IDS, type StructureId, structureParameters } from "../studies/scenarios/structures.ts";
import { evidence } from "../studies/study/study-model.ts";
import { columns } from "./columns.ts";
import { drawsOf, seedOf } from "./options.ts";
import { progressOf } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

interface FitFlags {
  readonly draws: string;
  readonly seed?: string;
  readonly structure?: string;
  readonly lang: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const DEFAULT_DRAWS = 2_000;

/** `frontera fit [ID]`: series of the evidence beside the model. */
export function fitCommand(terminal: Terminal): Command {
  return new Command("fit")
    .argument("[id]", "one series, with every figure of it; all without it, a line each")
    .option("--draws <n>", "draws of the ensemble", String(DEFAULT_DRAWS))
    .option("--seed <n>", "whole number that fixes every random number")
    .option("--structure <id>", `a rival reading of the system: ${STRUCTURE_IDS.join(", ")}`)
    .option("--lang <language>", `language of the words: ${LANGUAGES.join(" or ")}`, "en")
    .option("--json", "print one JSON document")
    .option("--quiet", "no progress")
    .action((id: string | undefined, flags: FitFlags) => shown(id, flags, terminal));
}

function shown(id: string | undefined, flags: FitFlags, terminal: Terminal): void {
  const language = languageOf(flags.lang);
  const known = OBSERVATIONS.map((equation) => equation.id);
  if (id !== undefined && !known.some((one) => one === id))
    throw new FronteraError({
      code: "unknown-series",
      message: `no series is fitted as ${id}`,
      hint: suggest(id, known),
    });
  const structure = structureOf(flags.structure);
  const dataset = evidence();
  const draws = drawsOf(flags.draws);
  const seed = seedOf(flags.seed);
  const progress = progressOf(terminal, "draws", flags.quiet === true);
  const fits = fitSeries(dataset, {
    draws,
    seed,
    ...(structure === undefined ? {} : { parameters: structureParameters(structure, dataset) }),
    ...(id === undefined ? {} : { ids: [id] }),
    onProgress: progress.update,
  });
  progress.stop();
  terminal.out(
    flags.json === true
      ? `${JSON.stringify({ command: "fit", draws, seed, ...(structure === undefined ? {} : { structure }), fits })}\n`
      : id === undefined
        ? overview(fits, language)
        : fits.map((one) => whole(one, language)).join("\n"),
  );
}

function overview(fits: readonly FitDocument[], language: Language): string {
  const t = translator(language);
  const miss = ({ unit }: FitDocument, value: number) =>
    unit === "percent" ? t("fit.points", { value: value.toFixed(1) }) : change(value);
  const rows = fits.map((one) => [
    one.id,
    String(one.rows.length),
    wholePercent(one.insideShare),
    miss(one, one.error).replace(/^\+/, ""),
    miss(one, one.bias),
  ]);
  const heads = [t("fit.series"), t("fit.figures"), t("fit.inside"), t("fit.error"), t("fit.bias")];
  const about = fits.map(({ id }) => `  ${id}: ${t(`fit.about ${id}`)}\n`).join("");
  return `${t("fit.title")}\n${t("fit.explain")}\n\n${columns(heads, rows, heads.slice(1))}\n${about}`;
}

function whole(one: FitDocument, language: Language): string {
  const t = translator(language);
  const heads = [t("fit.period"), t("fit.observed"), t("fit.median"), t("fit.interval"), t("fit.insideOne")];
  const rows = one.rows.map(({ period, observed, median, interval90: [low, high], inside }) => [
    period,
    quantity(observed),
    quantity(median),
    `${quantity(low)}–${quantity(high)}`,
    t(inside ? "fit.yes" : "fit.no"),
  ]);
  return `${one.id} [${one.unit}]: ${t(`fit.about ${one.id}`)}\n${one.series.join(", ")}\n${t("fit.explain")}\n\n${columns(heads, rows, heads.slice(1, 4))}`;
}

function structureOf(text: string | undefined): StructureId | undefined {
  if (text === undefined) return undefined;
  const known = STRUCTURE_IDS.find((id) => id === text);
  if (known !== undefined) return known;
  throw new FronteraError({
    code: "unknown-structure",
    message: `unknown structure: ${printable(text, 60)}`,
    hint: suggest(text, STRUCTURE_IDS),
  });
}
