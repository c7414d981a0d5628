import { formatDate } from "../../language/format.ts";
import { type Language, type Translate, translator } from "../../language/language.ts";
import type { CheckResult, ExperimentResult, ExperimentsDocument } from "../../studies/experiments/document.ts";
import type { Panel } from "../drawing/canvas.ts";
import { wrap } from "../drawing/labels.ts";
import { BLUE, SOFT_INK, VERMILLION } from "../drawing/palette.ts";
import { rowsPanel } from "../drawing/rows.ts";
import { snugAxis } from "../drawing/scale.ts";
import { bandText, numberText, unitText } from "../experiment-words.ts";
import { escapeHtml, tickNumber } from "../format.ts";
import { type Figure, type FigureOptions, figure, INTERVAL_COLUMNS, intervalCells, NARROW } from "./figure.ts";

/** One experiment: the band of every check and where the model lies, each on its own axis. */
export function experimentFigure(
  document: ExperimentsDocument,
  { id, event, kind, verdict, frozen, checks: counted, beside, sources, why = "" }: ExperimentResult,
  options: FigureOptions,
): Figure {
  const language = options.language ?? "en";
  const t = translator(language);
  const verdictText = t(`experiments.verdict ${verdict}`);
  const checks = [...counted, ...beside];
  const none = t("experiments.figureNone", { why });
  return figure(
    {
      id: `experiment-${id.toLowerCase()}`,
      title: t("experiments.figureTitle", { id, event }),
      caption: t("experiments.figureCaption", {
        kind: t(`experiments.kind ${kind}`),
        verdict: verdictText,
        frozen: t("experiments.frozen", { date: formatDate(frozen, language) }),
      }),
      source: t("experiments.figureSource", {
        version: document.version,
        run: document.fingerprint.slice(0, 8),
        draws: tickNumber(document.draws),
        seed: String(document.seed),
        sources: sources.join(", "),
      }),
      table: experimentTable(counted, beside),
    },
    checks.length === 0
      ? none
      : checks
          .map((check) =>
            t("experiments.figureAlt", {
              what: check.what,
              value: numberText(check.value, check, language),
              band: bandText(check, language),
              verdict: t(check.pass ? "experiments.verdict pass" : "experiments.verdict fail"),
            }),
          )
          .join(" "),
    options,
    checks.length === 0
      ? [said(none, options.width)]
      : [
          ...counted.map((check) => checkPanel(check, headOf(check, t), options.width, language)),
          ...beside.map((check) =>
            checkPanel(check, t("experiments.beside", { what: check.what }), options.width, language),
          ),
        ],
  );
}

/** The numbers of an experiment beside its drawing; an open end of a band is empty. */
function experimentTable(counted: readonly CheckResult[], beside: readonly CheckResult[]): Figure["table"] {
  return {
    columns: [
      "check",
      "what",
      "must_not",
      "counted",
      "unit",
      "low",
      "high",
      "value",
      "pass",
      "pass_share",
      ...INTERVAL_COLUMNS,
    ],
    rows: [...counted, ...beside].map(({ id, what, mustNot, unit, low, high, value, pass, passShare, spread }, i) => [
      id,
      what,
      mustNot ? "yes" : "no",
      i < counted.length ? "yes" : "no",
      unit,
      low ?? "",
      high ?? "",
      value,
      pass ? "yes" : "no",
      passShare,
      ...(spread === undefined ? INTERVAL_COLUMNS.map(() => "") : intervalCells(spread)),
    ]),
  };
}

function headOf(check: CheckResult, t: Translate): string {
  return check.mustNot ? t("experiments.mustNot", { what: check.what }) : check.what;
}

function checkPanel(check: CheckResult, head: string, width: number, language: Language): Panel {
  const t = translator(language);
  const { low, high, value, spread, pass, shown } = check;
  const narrow = width < NARROW;
  const finite = [low, high, value, ...(spread?.interval90 ?? [])].filter(
    (one): one is number => one !== null && Math.abs(one) < Number.MAX_VALUE,
  );
  const axis = snugAxis(finite, narrow ? 3 : 6, low === null || high === null ? [0] : []);
  const [left, right] = axis.domain;
  const clamped = (one: number) => Math.min(right, Math.max(left, one));
  const characters = Math.floor((width - 24) / 6.6);
  const title = wrap(head, characters);
  const lines = title.split("\n").length;
  const drawn = rowsPanel({
    rows: [
      {
        label: t("experiments.figureBand"),
        inner: [low ?? left, high ?? right],
        text: bandText(check, language),
        colour: SOFT_INK,
      },
      {
        label: `${t("experiments.figureModel")}, ${t(pass ? "experiments.verdict pass" : "experiments.verdict fail")}`,
        value: clamped(value),
        inner: spread === undefined ? null : [clamped(spread.interval50[0]), clamped(spread.interval50[1])],
        outer: spread === undefined ? null : [clamped(spread.interval90[0]), clamped(spread.interval90[1])],
        text: `${numberText(value, check, language)}${unitText(check, language)}`,
        colour: pass ? BLUE : VERMILLION,
        mark: pass ? "circle" : "diamond",
      },
    ],
    width,
    labelWidth: narrow ? 0 : 110,
    axis: {
      label: shown === "change" ? "%" : unitText(check, language).trim(),
      domain: axis.domain,
      ticks: axis.ticks,
      format: (tick) => (shown === "change" ? tickNumber(Number((100 * tick).toPrecision(10))) : tickNumber(tick)),
    },
  });
  return headed(title, lines, drawn);
}

const LINE = 16;

/** A panel with lines of text above it. */
function headed(text: string, lines: number, below: Panel): Panel {
  const head = said(text, below.width);
  const room = lines * LINE + 6;
  return {
    inner: `${head.inner}<g transform="translate(0,${room})">${below.inner}</g>`,
    width: below.width,
    height: below.height + room,
  };
}

/** Lines of text alone. */
function said(text: string, width: number): Panel {
  const lines = wrap(text, Math.floor((width - 24) / 6.6)).split("\n");
  const spans = lines.map((line, i) => `<text x="8" y="${14 + i * LINE}">${escapeHtml(line)}</text>`);
  return {
    inner: `<g text-anchor="start" font-size="12.5" font-weight="bold">${spans.join("")}</g>`,
    width,
    height: lines.length * LINE + 10,
  };
}
