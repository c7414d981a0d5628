import { packagesFigure } from "../../report/figures/packages.ts";
import { capital, quantity } from "../../report/format.ts";
import { type Cell, dataTable, type Html, html } from "../../report/html.ts";
import { changeCell } from "../../report/sections/system.ts";
import type { Speech } from "../../report/speech.ts";
import {
  changeAt,
  leverWords,
  nameOfLever,
  nameOfOutcome,
  noticedOn,
  shownLevers,
  systemOf,
  timeOf,
} from "../../report/system-lookup.ts";
import type { StudyDocument } from "../../studies/study/document.ts";
import { figureCard } from "../figure-card.ts";

/** Outcomes that the page has room for. */
const OUTCOMES = ["synthetic-opioid-deaths", "encounters", "people-held"] as const;
/** Moments at which a lever is told. */
const MONTHS = [12, 72] as const;

/** What packages and levers do to the rest of the system; the report has the whole of it. */
export function packagesSection(
  document: StudyDocument,
  citation: string,
  known: ReadonlySet<string>,
  speech: Speech,
): Html {
  const { t } = speech;
  const system = systemOf(document);
  const card = figureCard(
    {
      draw: (options) => packagesFigure(document, { ...options, outcomes: OUTCOMES, withinLaw: true }, speech),
      grade: t("page.gradeLearning"),
      citation,
      known,
      once: true,
    },
    speech,
  );
  const rows = OUTCOMES.flatMap((outcome) =>
    shownLevers(system).flatMap((lever): Cell[][] => {
      const effect = noticedOn(lever.effects, outcome);
      if (effect === undefined) return [];
      return [
        [
          capital(nameOfOutcome(outcome, speech)),
          nameOfLever(lever, speech),
          t(`scenario.controller ${lever.controller}`),
          ...MONTHS.map((months) => changeCell(changeAt(effect, months).businessAsUsual, "share", speech)),
          lever.grade,
          capital(leverWords(lever.id, speech).mayHarm),
        ],
      ];
    }),
  );
  return html`<section id="packages">
<h2>${t("page.nav packages")}</h2>
<p>${t("system.packagesAbout", { from: speech.date(system.from), to: speech.date(system.to) })}</p>
${card}
<details><summary>${t("system.leversTable")}</summary>${dataTable(
    t("system.leversTable"),
    [
      { title: t("report.outcome") },
      { title: t("levers.lever") },
      { title: t("levers.who") },
      ...MONTHS.map((months) => ({ title: capital(timeOf({ months }, speech)), kind: "number" as const })),
      { title: t("levers.grade") },
      { title: t("levers.harm"), kind: "words" },
    ],
    rows,
    t("report.notGiven"),
  )}</details>
<p class="soft">${t("system.pageNote", { draws: quantity(system.draws), carried: quantity(system.carried.scenarios) })}</p>
</section>
`;
}
