import { Command } from "commander";
import { loadDataset } from "../data/dataset.ts";
import { referenceOf } from "../data/source.ts";
import { formatNumber } from "../language/format.ts";
import { type Language, languageOf, type MessageKey, type Translate, translator } from "../language/language.ts";
import { wrap } from "../report/drawing/labels.ts";
import { type ClaimDocument, claimDocuments } from "../studies/claims/document.ts";
import { neededFor } from "../studies/claims/thresholds.ts";
import type { Verdict } from "../studies/claims/verdict.ts";
import { CLAIMS, claimIdOf, claimsFingerprint, weighClaims } from "../studies/claims/weigh-claims.ts";
import { columns } from "./columns.ts";
import { EXIT } from "./exit.ts";
import { longRun } from "./long-run.ts";
import { drawsOf, seedOf, workersOf } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface ClaimsFlags {
  readonly draws: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly lang: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const DEFAULT_DRAWS = 4000;

/** `frontera claims [ID]`: what is said, what the evidence and the system say of it. */
export function claimsCommand(terminal: Terminal): Command {
  return new Command("claims")
    .argument("[id]", `one of ${CLAIMS[0]} to ${CLAIMS[CLAIMS.length - 1]}; all without it`)
    .option(
      "--draws <n>",
      "draws behind C1 and C2; the scenarios behind C4 to C7 and C9 take as many, up to what they need",
      String(DEFAULT_DRAWS),
    )
    .option("--seed <n>", "whole number that fixes every random number")
    .option("--workers <n>", "threads; the answer is the same for any number (default: cores)")
    .option("--lang <language>", "language of the words: en or es", "en")
    .option("--json", "print one JSON document")
    .option("--quiet", "no progress")
    .action((id: string | undefined, flags: ClaimsFlags) => claims(id, flags, terminal));
}

async function claims(id: string | undefined, flags: ClaimsFlags, terminal: Terminal): Promise<void> {
  const ids = id === undefined ? CLAIMS : [claimIdOf(id)];
  const draws = drawsOf(flags.draws);
  const seed = seedOf(flags.seed);
  const workers = workersOf(flags.workers);
  const language = languageOf(flags.lang);
  const { pool, progress, ended, close } = longRun({ workers, language, quiet: flags.quiet === true }, terminal);
  try {
    const weighed = await weighClaims(ids, { draws, seed, ...pool, onProgress: progress.update });
    progress.stop();
    const documents = claimDocuments(weighed, language);
    const fingerprint = await claimsFingerprint({ draws, seed });
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ command: "claims", fingerprint, seed, draws, language, conditioning: conditioningOf(documents), claims: documents }, null, 2)}\n`
        : claimsText(documents, { language, width: widthOf(terminal), fingerprint }),
    );
    if (conditioningOf(documents)?.gate === "red") {
      if (flags.json !== true) terminal.out(`\n${redNote(documents, language)}\n`);
      terminal.exit(EXIT.failed);
    }
  } catch (error) {
    ended(error);
  } finally {
    close();
  }
}

/** What the draws are worth behind the claim that has least of what it needs; nothing where no claim rests on draws. */
function conditioningOf(documents: readonly ClaimDocument[]) {
  const told = documents.flatMap(({ id, effectiveSampleSize: size }) =>
    size === undefined ? [] : [{ effectiveSampleSize: size, needed: neededFor(id) }],
  );
  const share = (one: (typeof told)[number]) => one.effectiveSampleSize / one.needed;
  const [poorest] = told.sort((a, b) => share(a) - share(b));
  return poorest === undefined ? undefined : { ...poorest, gate: share(poorest) >= 1 ? "green" : "red" };
}

function redNote(documents: readonly ClaimDocument[], language: Language): string {
  const poor = documents.filter(({ id, effectiveSampleSize: size = Infinity }) => size < neededFor(id));
  const poorest = conditioningOf(poor);
  return translator(language)("claims.red", {
    ids: poor.map(({ id }) => id).join(", "),
    size: formatNumber(Math.round(poorest?.effectiveSampleSize ?? 0), language),
    needed: formatNumber(poorest?.needed ?? 0, language),
  });
}

function widthOf({ width }: Terminal): number {
  return Math.min(110, Math.max(80, Math.floor(width)));
}

const VERDICT_KEYS: Readonly<Record<Verdict, MessageKey>> = {
  supported: "claims.supported",
  "supported with a caveat": "claims.supportedWithCaveat",
  "not supported": "claims.notSupported",
  "cannot be told from this evidence": "claims.cannotBeTold",
};

interface TextOptions {
  readonly language: Language;
  readonly width: number;
  readonly fingerprint: string;
}

/** The claims for people to read. */
function claimsText(documents: readonly ClaimDocument[], { language, width, fingerprint }: TextOptions): string {
  const say = translator(language);
  const dataset = loadDataset();
  const parts = documents.map((document) => {
    const titles = document.sources.flatMap((id) => {
      const source = dataset.sources.get(id);
      return source === undefined ? [] : [`${id}: ${referenceOf(source).citation}`];
    });
    return [
      hanging(`${document.id}  `, document.headline, width),
      "",
      labelled(say("claims.claimed"), document.claim, width),
      labelled(say("claims.verdict"), say(VERDICT_KEYS[document.verdict]), width),
      labelled(say("claims.gradeOf"), say(`claims.grade${document.grade}`), width),
      ...(document.modelled ? [] : [`  (${say("common.notModelled")})`]),
      "",
      hanging("  ", document.sentence, width),
      "",
      table(document, say, language, width),
      labelled(say("claims.notToWrite"), document.notToWrite, width),
      ...(document.needed === undefined ? [] : [labelled(say("claims.needed"), document.needed, width)]),
      `  ${say("claims.chain")}:`,
      ...document.chain.map(({ step, what, source }) =>
        hanging("    ", `${say(STEP_KEYS[step])}: ${what} (${source})`, width),
      ),
      `  ${say("common.sources")}:`,
      ...titles.map((title) => hanging("    ", title, width)),
    ].join("\n");
  });
  const rule = `\n\n${"─".repeat(Math.min(width, 60))}\n\n`;
  return `${say("claims.title")}\n\n${parts.join(rule)}\n\n${say("claims.rules")} · ${fingerprint.slice(0, 8)}\n`;
}

/** Units that are named; shares and ratios are bare numbers. */
const UNIT_KEYS = {
  person: "claims.unitPerson",
  death: "claims.unitDeath",
  encounter: "claims.unitEncounter",
  job: "claims.unitJob",
  ask: "claims.unitAsk",
  lever: "claims.unitLever",
} as const;

const STEP_KEYS = { study: "claims.stepStudy", press: "claims.stepPress", report: "claims.stepReport" } as const;

/** The numbers in columns; what they are is wrapped, so that every line keeps to the width. */
function table({ numbers }: ClaimDocument, say: Translate, language: Language, width: number): string {
  const shown = numbers.map(({ value, unit, interval90: [from, to] }) => [
    written(value, unit, language),
    from === to ? "" : say("claims.between", { from: written(from, unit, language), to: written(to, unit, language) }),
    unit in UNIT_KEYS ? say(UNIT_KEYS[unit as keyof typeof UNIT_KEYS]) : "",
  ]);
  const head = [say("claims.value"), say("claims.interval"), say("claims.unit")];
  const sides = [head, ...shown].map((row) => row.map((cell) => cell ?? ""));
  const widths = head.map((_, i) => Math.max(...sides.map((row) => row[i]!.length)));
  const left = Math.max(24, width - widths.reduce((sum, one) => sum + one + 2, 2));
  const rows = numbers.flatMap(({ what }, n) => {
    const [first = "", ...rest] = wrap(what, left - 2).split("\n");
    return [[first, ...shown[n]!], ...rest.map((line) => [`  ${line}`, "", "", ""])];
  });
  const names = [say("claims.number"), ...head];
  return columns(names, rows, [head[0]!])
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
}

/** Counts to the whole, shares and ratios to three figures and no finer than a hundredth of a per cent. */
function written(value: number, unit: string, language: Language): string {
  return unit === "1" && !(value >= 100)
    ? formatNumber(Number(Number(value.toPrecision(3)).toFixed(4)), language)
    : formatNumber(Math.round(value), language);
}

function labelled(label: string, text: string, width: number): string {
  return hanging("  ", `${label}: ${text}`, width);
}

/** Text in lines of the width, each begun by `start` or as many blanks. */
function hanging(start: string, text: string, width: number): string {
  const [first = "", ...rest] = wrap(text, width - start.length).split("\n");
  return [start + first, ...rest.map((line) => " ".repeat(start.length) + line)].join("\n");
}
