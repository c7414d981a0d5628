/** The sections of the report on the whole system: business as usual, levers, links, packages. */
import type { Interval, StudyDocument } from "../../studies/study/document.ts";
import type { Effect, SystemLever, SystemPart } from "../../studies/study/system/document.ts";
import { amount, capital, change, quantity, scientific, tickNumber, wholePercent } from "../format.ts";
import { breakable, type Cell, dataTable, type Html, html } from "../html.ts";
import type { Speech } from "../speech.ts";
import {
  changeAt,
  effectOn,
  leverWords,
  nameOfLever,
  nameOfLink,
  nameOfOutcome,
  noticedOn,
  shownLevers,
  systemOf,
  systemOutcome,
  TOLD,
  timeOf,
  unitOfOutcome,
} from "../system-lookup.ts";
import { figureBlock } from "./figure-block.ts";

/** Outcome that is told as a difference: it is zero where nothing is ordered. */
const KILLED_WITHIN = "killed-within-per-member-so-far";

/** Every part along history and business as usual, the corridor, and what the draws are worth. */
export function wholeSystem(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const system = systemOf(document);
  const last = system.dates.length - 1;
  const start = system.dates.indexOf(system.from);
  const level = (line: { readonly median: readonly number[] }, at: number) => amount(line.median[at]!);
  return html`<section id="system">
<h2>${t("system.title")}</h2>
<p>${t("system.about", {
    draws: quantity(system.draws),
    usual: quantity(system.carried.businessAsUsual),
    orders: quantity(system.carried.scenarios),
    core: quantity(document.draws),
    worth: worthOf(system, speech),
  })}</p>
${figureBlock(document, "system-outcomes", speech)}
${figureBlock(document, "corridor", speech)}
${figureBlock(document, "couplings", speech)}
${dataTable(
  t("system.outcomesTable"),
  [
    { title: t("report.outcome") },
    { title: t("report.unit") },
    { title: speech.shortDate(system.from), kind: "number" },
    { title: speech.shortDate(system.to), kind: "number" },
    { title: t("report.draws90"), kind: "number" },
    { title: t("report.againstStart"), kind: "number" },
    { title: t("report.gradesABC"), kind: "number" },
  ],
  system.outcomes
    .filter(({ id }) => id !== KILLED_WITHIN)
    .map((outcome): Cell[] => [
      capital(nameOfOutcome(outcome.id, speech)),
      unitOfOutcome(outcome, speech) || "—",
      level(outcome, start),
      level(outcome, last),
      speech.range([outcome.low90[last]!, outcome.high90[last]!], amount),
      changeCell(outcome.start, "share", speech),
      gradesCell(outcome.grades),
    ]),
  t("report.notGiven"),
)}
</section>
`;
}

/** `cartels 598, fentanyl 487, migration 628 (needed 400: gate green)` */
function worthOf({ conditioning }: SystemPart, { t }: Speech): string {
  return conditioning
    .map(({ subsystem, effectiveSampleSize, needed, gate }) =>
      t("system.worthPart", {
        part: t(`scenario.${subsystem}`),
        size: quantity(Math.round(effectiveSampleSize)),
        needed: String(needed),
        gate: t(`report.${gate}`),
      }),
    )
    .join("; ");
}

/** What every lever does, who moves it, what it takes in law and who may be harmed. */
export function leversSection(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const system = systemOf(document);
  const shown = shownLevers(system);
  const rows = [...TOLD, KILLED_WITHIN].flatMap((outcome) =>
    shown.flatMap((lever): Cell[][] => {
      // A difference has no per cent to be noticed by.
      const effect = (outcome === KILLED_WITHIN ? effectOn : noticedOn)(lever.effects, outcome);
      if (effect === undefined) return [];
      const as = systemOutcome(system, outcome).changes;
      return [
        [
          capital(nameOfOutcome(outcome, speech)),
          nameOfLever(lever, speech),
          gradeCell(lever.grade),
          ...effect.changes.map(({ businessAsUsual }) => changeCell(businessAsUsual, as, speech)),
          changeCell(effect.changes.at(-1)!.start, as, speech),
          gradesCell(effect.grades),
        ],
      ];
    }),
  );
  return html`<section id="levers">
<h2>${t("system.leversHead")}</h2>
<p>${t("system.leversAbout", { from: speech.date(system.from) })}</p>
${figureBlock(document, "levers", speech)}
<details><summary>${t("system.leversRows")}</summary>
${dataTable(
  t("system.leversTable"),
  [
    { title: t("report.outcome") },
    { title: t("levers.lever") },
    { title: t("levers.grade") },
    ...system.horizons.map((horizon) => ({ title: capital(timeOf(horizon, speech)), kind: "number" as const })),
    { title: t("system.startAfter", { time: timeOf(system.horizons.at(-1)!, speech) }), kind: "number" },
    { title: t("report.gradesABC"), kind: "number" },
  ],
  rows,
  t("report.notGiven"),
)}
</details>
${dataTable(
  t("system.ownersTable"),
  [
    { title: t("levers.lever") },
    { title: t("levers.who") },
    { title: t("system.law") },
    { title: t("system.level"), kind: "number" },
    { title: t("system.levelWithout"), kind: "number" },
    { title: t("system.lag"), kind: "number" },
    { title: t("levers.grade") },
    { title: t("levers.harm"), kind: "words" },
  ],
  system.levers.map((lever): Cell[] => [
    leverWords(lever.id, speech).name,
    t(`scenario.controller ${lever.controller}`),
    lawOf(lever.legal, speech),
    lever.modelled
      ? t("system.fromTo", {
          from: levelOf(lever.startLevel),
          to: levelOf(lever.bound),
          unit: leverUnit(lever, speech),
        }).trim()
      : t("system.bargainingOnly"),
    lever.withoutStatute === null ? t("system.same") : levelOf(lever.withoutStatute.level),
    tickNumber(lever.lagWeeks),
    gradeCell(lever.grade),
    capital(leverWords(lever.id, speech).mayHarm),
  ]),
  t("report.notGiven"),
)}
</section>
`;
}

/** Every link of the fentanyl chain alone. */
export function chainSection(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const { links, horizons } = systemOf(document);
  return html`<section id="chain">
<h2>${t("system.chainHead")}</h2>
<p>${t("system.chainAbout")}</p>
${figureBlock(document, "links", speech)}
${dataTable(
  t("system.chainTable"),
  [
    { title: t("system.link") },
    { title: t("levers.grade") },
    ...horizons.map((horizon) => ({ title: capital(timeOf(horizon, speech)), kind: "number" as const })),
    { title: t("report.gradesABC"), kind: "number" },
  ],
  links.map(({ id, grade, deaths }): Cell[] => [
    nameOfLink(id, speech),
    gradeCell(grade),
    ...deaths.changes.map(({ businessAsUsual }) => changeCell(businessAsUsual, "share", speech)),
    gradesCell(deaths.grades),
  ]),
  t("report.notGiven"),
)}
</section>
`;
}

/** `−12.3 % (−20.1 to −4.2 %)`, or the difference where there is nothing to be a share of. */
export function changeCell(of: Interval, as: "share" | "difference", speech: Speech): Html {
  const [low, high] = of.interval90;
  if (low === 0 && high === 0) return html`${speech.t("system.none")}`;
  if (as === "share") return breakable(change(of.median), `(${speech.changes(of.interval90)})`);
  return breakable(scientific(of.median), `(${speech.range(of.interval90, scientific)})`);
}

/** What an effect is a year and six years on, in one sentence. */
export function effectText({ outcome, changes }: Pick<Effect, "outcome" | "changes">, speech: Speech): string {
  const { t } = speech;
  const said = changes.map((of) =>
    t("system.effectAt", { change: change(of.businessAsUsual.median), time: timeOf(of, speech) }),
  );
  return t("system.effectOf", { outcome: nameOfOutcome(outcome, speech), said: said.join(", ") });
}

export function gradesCell({ A, B, C }: Effect["grades"]): string {
  return [A, B, C].map((share) => wholePercent(share).replace(" %", "")).join(" / ");
}

function gradeCell(grade: "A" | "B" | "C"): Html {
  return html`<span class="grade grade-${grade}">${grade}</span>`;
}

/** `executive; statute for part`, in words. */
export function lawOf(legal: string, { t }: Speech): string {
  const terms = ["executive", "statute", "statute for part", "treaty or foreign consent", "none"] as const;
  return legal
    .split("; ")
    .map((term) => terms.find((known) => known === term))
    .map((term) => (term === undefined ? legal : t(`scenario.legal ${term}`)))
    .join("; ");
}

/** A level as an order names it: all its digits, no more. */
export function levelOf(level: number): string {
  return tickNumber(level);
}

function leverUnit({ unit }: SystemLever, speech: Speech): string {
  return unit === "1" ? "" : speech.unit(unit);
}

/** Change against business as usual at the last horizon, where an effect is known. */
export function lastChange(effect: Effect, system: SystemPart): { readonly usual: Interval; readonly start: Interval } {
  const { businessAsUsual, start } = changeAt(effect, system.horizons.at(-1)!.months);
  return { usual: businessAsUsual, start };
}
