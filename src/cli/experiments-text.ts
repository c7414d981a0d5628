import { loadDataset } from "../data/dataset.ts";
import { referenceOf } from "../data/source.ts";
import { formatDate } from "../language/format.ts";
import { type Language, type Translate, translator } from "../language/language.ts";
import { wrap } from "../report/drawing/labels.ts";
import { bandText, numberText, unitText } from "../report/experiment-words.ts";
import { percent, wholePercent } from "../report/format.ts";
import type { CheckResult, ExperimentResult, ExperimentsDocument } from "../studies/experiments/document.ts";
import { KINDS } from "../studies/experiments/registry.ts";
import { columns } from "./columns.ts";

export interface ExperimentsTextOptions {
  readonly language: Language;
  readonly width: number;
  /** Whether set-up, bands and sources of each are told. */
  readonly whole: boolean;
}

/** What the other columns take beside the description of a check. */
const OTHERS = 74;
const LEAST = 36;

/** Experiments for people to read: a table, then failures with what they would need, caveats, and counts by kind. */
export function experimentsText(document: ExperimentsDocument, options: ExperimentsTextOptions): string {
  const { language, width, whole } = options;
  const t = translator(language);
  const room = Math.max(LEAST, Math.min(64, width - OTHERS));
  const heads = ["id", "event", "kind", "verdict", "value", "band", "inside"] as const;
  const rows = document.experiments.flatMap((one) => experimentRows(one, room, language, t));
  const table = columns(
    heads.map((head) => t(`experiments.${head}`)),
    rows,
    [t("experiments.value"), t("experiments.inside")],
  );
  const failures = document.experiments.filter(({ verdict }) => verdict !== "pass");
  const caveats = document.experiments.filter(({ caveat }) => caveat !== undefined);
  return [
    t("experiments.title"),
    t("experiments.explain"),
    "",
    table,
    ...(whole ? document.experiments.map((one) => wholeText(one, language, width, t)) : []),
    ...(whole
      ? []
      : [
          ...listed(t("experiments.failures"), failures, ({ why = "" }) => why, width),
          ...listed(t("experiments.caveats"), caveats, ({ caveat = "" }) => caveat, width),
        ]),
    `${t("experiments.counts")}\n${countsText(document, t)}`,
    drawsText(document, t),
    "",
  ].join("\n");
}

function experimentRows(
  { id, event, kind, verdict, checks, beside }: ExperimentResult,
  room: number,
  language: Language,
  t: Translate,
): string[][] {
  const head = wrap(event, room)
    .split("\n")
    .map((line, i) =>
      i === 0 ? [id, line, t(`experiments.kind ${kind}`), t(`experiments.verdict ${verdict}`)] : ["", line],
    );
  const what = (check: CheckResult) => (check.mustNot ? t("experiments.mustNot", { what: check.what }) : check.what);
  return [
    ...head,
    ...checks.flatMap((check) => checkRows(check, what(check), room, language, t)),
    ...beside.flatMap((check) => checkRows(check, t("experiments.beside", { what: check.what }), room, language, t)),
  ];
}

function checkRows(check: CheckResult, what: string, room: number, language: Language, t: Translate): string[][] {
  return wrap(what, room - 2)
    .split("\n")
    .map((line, i) =>
      i === 0
        ? [
            "",
            `  ${line}`,
            "",
            t(check.pass ? "experiments.verdict pass" : "experiments.verdict fail"),
            numberText(check.value, check, language),
            `${bandText(check, language)}${unitText(check, language)}`,
            wholePercent(check.passShare),
          ]
        : ["", `  ${line}`],
    );
}

/** Set-up, what the bands rest on, caveat and sources of one experiment. */
function wholeText(one: ExperimentResult, language: Language, width: number, t: Translate): string {
  const dataset = loadDataset();
  const cited = [...new Set(one.sources)].flatMap((id) => {
    const source = dataset.sources.get(id);
    return source === undefined ? [] : [`${id}: ${referenceOf(source).citation}`];
  });
  const lines = [
    t("experiments.setting", { setting: one.setting }),
    t("experiments.frozen", { date: formatDate(one.frozen, language) }),
    t("experiments.grade", { grade: one.grade }),
    ...(one.registered === undefined
      ? []
      : [t("experiments.registered", { date: formatDate(one.registered, language) })]),
    ...(one.readFromEvent ? [t("experiments.readFromEvent")] : []),
    ...(one.caveat === undefined ? [] : [t("experiments.caveat", { caveat: one.caveat })]),
    ...(one.why === undefined ? [] : [t("experiments.why", { why: one.why })]),
  ].map((line) => indented(line, width));
  const bands = one.checks.map(({ what, band }) => indented(t("experiments.rests", { what, band }), width, "    "));
  return [
    ...lines,
    ...(bands.length === 0 ? [] : [`  ${t("experiments.bands")}`, ...bands]),
    ...cited.map((line) => indented(line, width, "    ")),
    "",
  ].join("\n");
}

function listed(
  title: string,
  of: readonly ExperimentResult[],
  text: (one: ExperimentResult) => string,
  width: number,
): string[] {
  if (of.length === 0) return [];
  return [title, ...of.map((one) => indented(`${one.id}: ${text(one)}`, width)), ""];
}

function indented(text: string, width: number, by = "  "): string {
  return wrap(text, Math.max(60, Math.min(120, width)) - by.length)
    .split("\n")
    .map((line, i) => `${by}${i === 0 ? "" : "  "}${line}`)
    .join("\n");
}

function countsText({ counts }: ExperimentsDocument, t: Translate): string {
  const heads = [t("experiments.kind"), t("experiments.passes"), t("experiments.fails"), t("experiments.notTestable")];
  const rows = KINDS.map((kind) => {
    const { pass, fail, notTestable } = counts[kind];
    return [t(`experiments.kind ${kind}`), String(pass), String(fail), String(notTestable)];
  });
  return columns(heads, rows, heads.slice(1));
}

function drawsText({ draws, seed, fingerprint, failed, conditioning }: ExperimentsDocument, t: Translate): string {
  const poor = conditioning.filter(({ gate }) => gate === "red");
  return [
    t("experiments.draws", {
      draws,
      seed: String(seed),
      run: fingerprint.slice(0, 8),
      failed: failed.share === 0 ? "0" : percent(failed.share),
    }),
    ...(poor.length === 0
      ? []
      : [
          t("experiments.worth", {
            needed: poor[0]!.needed,
            runs: poor
              .map(
                ({ experiments, effectiveSampleSize }) =>
                  `${experiments.join(", ")} (${Math.round(effectiveSampleSize)})`,
              )
              .join("; "),
          }),
        ]),
  ].join("\n");
}
