import { formatDate } from "../language/format.ts";
import { type Language, type MessageKey, type Translate, translator } from "../language/language.ts";
import { change, quantity } from "../report/format.ts";
import type { CompareDocument, LeverRow, Lines, SimulateDocument } from "../studies/scenarios/document.ts";
import { SUBSYSTEM_IDS } from "../studies/scenarios/subsystems.ts";
import type { Grades } from "../studies/study/document.ts";
import { evidence } from "../studies/study/study-model.ts";

/** Words of a scenario run for people to read, in one language. */
export interface ScenarioTextOptions {
  readonly language: Language;
  /** Whether parts of the system that no order moves are told as well. */
  readonly all: boolean;
}

const LITTLE = 5e-4;
const LEVEL = 38;
const CHANGE = 33;

export function simulateText(document: SimulateDocument, { language, all }: ScenarioTextOptions): string {
  const t = translator(language);
  const last = document.dates.length - 1;
  const usual = document.levers.length === 0;
  const moved = (part: string) =>
    all ||
    usual ||
    document.outcomes.some((one) => one.part === part && !little(one.atEnd.businessAsUsual.interval90, one.changes));
  const shown = SUBSYSTEM_IDS.filter(moved);
  const parts = shown.map((part) => {
    const rows = document.outcomes
      .filter((outcome) => outcome.part === part)
      .flatMap(({ id, unit, changes: as, median, low90, high90, atEnd }) => [
        `  ${nameOf(id, unit, t)}`,
        row(
          interval([median[last]!, low90[last]!, high90[last]!], quantity, t),
          changes(atEnd.businessAsUsual, as, t),
          changes(atEnd.start, as, t),
          gradesText(usual ? atEnd.start.grades : atEnd.businessAsUsual.grades),
        ),
      ]);
    return `${t(`scenario.${part}`)}\n${head(document.to, language, t)}\n${rows.join("\n")}\n`;
  });
  const hidden = SUBSYSTEM_IDS.filter((part) => !shown.includes(part));
  const name = usual && document.name === "business as usual" ? t("scenario.usual") : document.name;
  return [
    t("scenario.head", { name, from: formatDate(document.from, language), to: formatDate(document.to, language) }),
    ...(document.about[language] === undefined ? [] : [document.about[language]]),
    t("scenario.medians"),
    "",
    ...parts,
    ...(hidden.length === 0
      ? []
      : [`${t("scenario.still", { parts: hidden.map((part) => t(`scenario.${part}`)).join("; ") })}\n`]),
    ordersText(document.levers, language, t),
    worthText(document, t),
  ].join("\n");
}

export function compareText(document: CompareDocument, { language, all }: ScenarioTextOptions): string {
  const t = translator(language);
  const { scenarios, outcomes, dates, levers } = document;
  const last = dates.length - 1;
  const end = ({ median, low90, high90 }: Lines) => [median[last]!, low90[last]!, high90[last]!] as const;
  const moves = ({ against, changes }: CompareDocument["outcomes"][number]) =>
    scenarios.some(
      (name) =>
        !little([against.businessAsUsual[name]!.low90[last]!, against.businessAsUsual[name]!.high90[last]!], changes),
    );
  const shown = outcomes.filter((outcome) => all || moves(outcome));
  const tables = shown.map((outcome) => {
    const { id, unit, changes: as, byScenario, against } = outcome;
    const rows = scenarios.flatMap((name) => [
      `  ${name}`,
      row(
        interval(end(byScenario[name]!), quantity, t),
        changeText(end(against.businessAsUsual[name]!), as, t),
        changeText(end(against.start[name]!), as, t),
        gradesText(against.businessAsUsual[name]!.grades),
      ),
    ]);
    return `${nameOf(id, unit, t)}\n${head(dates[last]!, language, t)}\n${rows.join("\n")}\n`;
  });
  const parts = SUBSYSTEM_IDS.filter((part) => !shown.some((outcome) => outcome.part === part));
  return [
    t("scenario.headCompare", { count: scenarios.length }),
    t("scenario.medians"),
    "",
    ...tables,
    ...(parts.length === 0
      ? []
      : [`${t("scenario.still", { parts: parts.map((part) => t(`scenario.${part}`)).join("; ") })}\n`]),
    ...scenarios.map((name) => `${name}\n${ordersText(levers[name]!, language, t)}`),
    worthText(document, t),
  ].join("\n");
}

function still([low, high]: readonly [number, number]): boolean {
  return low === 0 && high === 0;
}

/** A change that is not told unless it is asked for: through couplings everything moves everything a little. */
export function little([low, high]: readonly [number, number], as: "share" | "difference"): boolean {
  const most = Math.max(Math.abs(low), Math.abs(high));
  return as === "share" ? most < LITTLE : most === 0;
}

function head(date: string, language: Language, t: Translate): string {
  return row(
    t("scenario.on", { date: formatDate(date, language) }),
    t("scenario.againstUsual"),
    t("scenario.againstStart"),
    t("scenario.evidence"),
  );
}

function row(level: string, usual: string, start: string, grades: string): string {
  const cell = (text: string, width: number) => `${text.padEnd(width - 2)}  `;
  return `    ${cell(level, LEVEL)}${cell(usual, CHANGE)}${cell(start, CHANGE)}${grades}`.trimEnd();
}

function nameOf(id: string, unit: string, t: Translate): string {
  return `${t(`scenario.name ${id}` as MessageKey)}${unit === "1" ? "" : ` [${unit}]`}`;
}

function interval(
  [middle, low, high]: readonly [number, number, number],
  show: (value: number) => string,
  t: Translate,
): string {
  return t("scenario.interval", { middle: show(middle), low: show(low), high: show(high) });
}

function changes(
  { median, interval90 }: { readonly median: number; readonly interval90: readonly [number, number] },
  as: "share" | "difference",
  t: Translate,
): string {
  return changeText([median, ...interval90], as, t);
}

/** `+12.0 % (+3.1 to +20.4 %)`, or the difference in the unit of the outcome. */
export function changeText(
  [median, low, high]: readonly [number, number, number],
  as: "share" | "difference",
  t: Translate,
): string {
  if (still([low, high])) return t("scenario.none");
  if (as === "difference") {
    const signed = (value: number) => `${value < 0 ? "−" : "+"}${quantity(Math.abs(value))}`;
    return t("scenario.interval", { middle: signed(median), low: signed(low), high: signed(high) });
  }
  const short = (value: number) => change(value).replace(/\s?%$/, "");
  return t("scenario.interval", { middle: change(median), low: short(low), high: change(high) });
}

/** `0/30/70`: per cent of the spread that rests on grades A, B and C. */
function gradesText({ A, B, C }: Grades): string {
  const [a, b] = [Math.round(100 * A), Math.round(100 * B)];
  return `A ${a} B ${b} C ${Math.max(0, Math.min(100, Math.round(100 * C)))}`;
}

/** Orders with who gives them, what they take in law and who may be harmed. */
function ordersText(levers: readonly LeverRow[], language: Language, t: Translate): string {
  if (levers.length === 0) return `${t("scenario.noOrders")}\n`;
  const dataset = evidence();
  const lines = levers.flatMap(({ id, orders, unit, controller, legal, needsStatute, lagWeeks, grade }) => {
    const { name, nameEs, mayHarm, mayHarmEs } = dataset.lever(id);
    const said = orders.map(({ to, from, overWeeks }) => {
      const level = `${quantity(to)}${unit === "1" ? "" : ` ${unit}`}`;
      const values = { level, from: formatDate(from, language), weeks: Math.round(overWeeks) };
      return t(overWeeks > 0 ? "scenario.orderOver" : "scenario.order", values);
    });
    const terms = legal.split("; ").map((one) => t(`scenario.legal ${one}` as MessageKey));
    const statute = legal.includes("statute") ? [t(needsStatute ? "scenario.beyond" : "scenario.within")] : [];
    return [
      `  ${language === "es" ? nameEs : name} (${id}): ${said.reduce((first, second) => t("scenario.thereafter", { first, second }))}`,
      `    ${t("scenario.orderLine", {
        who: t(`scenario.controller ${controller}`),
        legal: [...terms, ...statute].join("; "),
        lag: lagWeeks,
        grade,
      })}`,
      `    ${t("scenario.harm", { who: language === "es" ? mayHarmEs : mayHarm })}`,
    ];
  });
  return `${t("scenario.orders")}\n${lines.join("\n")}\n`;
}

/** What the draws of every part are worth. */
export function worthLine(conditioning: SimulateDocument["conditioning"], t: Translate): string {
  const worth = conditioning.map(({ subsystem, effectiveSampleSize, needed, gate }) =>
    t("scenario.worthOf", {
      part: t(`scenario.${subsystem}`),
      size: quantity(effectiveSampleSize),
      needed: String(needed),
      gate: t(`scenario.gate ${gate}`),
    }),
  );
  return t("scenario.worth", { worth: worth.join("; ") });
}

/** What the draws are worth, and whether anything failed. */
function worthText(
  {
    draws,
    seed,
    fingerprint,
    failed,
    conditioning,
    checks,
  }: Pick<SimulateDocument, "draws" | "seed" | "fingerprint" | "failed" | "conditioning" | "checks">,
  t: Translate,
): string {
  const bad = checks.filter(({ pass }) => !pass).map(({ id }) => id);
  return [
    t("scenario.draws", {
      draws: draws.toLocaleString("en-US"),
      seed: String(seed),
      run: fingerprint.slice(0, 8),
      failed: failed.share === 0 ? t("scenario.failedNone") : `${(100 * failed.share).toFixed(2)} %`,
    }),
    worthLine(conditioning, t),
    bad.length === 0
      ? t("scenario.checks", { pass: checks.length, count: checks.length })
      : t("scenario.checksFailed", { ids: bad.join(", ") }),
    "",
  ].join("\n");
}
