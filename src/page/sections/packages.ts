import { capital, quantity } from "../../report/format.ts";
import { type Cell, dataTable, type Html, html } from "../../report/html.ts";
import { CONTRASTS } from "../../report/lookup.ts";
import { changeCell } from "../../report/sections/system.ts";
import type { Speech } from "../../report/speech.ts";
import {
  changeAt,
  effectOn,
  leverWords,
  nameOfLever,
  nameOfOutcome,
  nameOfPackage,
  noticedOn,
  shownLevers,
  systemOf,
  systemOutcome,
  timeOf,
} from "../../report/system-lookup.ts";
import type { StudyDocument } from "../../studies/study/document.ts";
import type { Effect, SystemPart } from "../../studies/study/system/document.ts";

/** Outcomes that the page has room for; the report has all, and the figures. */
const OUTCOMES = ["synthetic-opioid-deaths", "encounters", "people-held"] as const;
/** Moments at which a lever is told. */
const MONTHS = [12, 72] as const;

/** What packages and levers do to the rest of the system, as tables: the file has no room for the figures of the report. */
export function packagesSection(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const system = systemOf(document);
  return html`<section id="packages">
<h2>${t("page.nav packages")}</h2>
<p>${t("system.packagesAbout", { from: speech.date(system.from), to: speech.date(system.to) })}</p>
${packagesTable(system, speech)}
<details><summary>${t("system.leversTable")}</summary>${leversTable(system, speech)}</details>
<p class="soft">${t("system.pageNote", { draws: quantity(system.draws), carried: quantity(system.carried.scenarios) })}</p>
</section>
`;
}

function packagesTable(system: SystemPart, speech: Speech): Html {
  const { t } = speech;
  const cells = (effects: readonly Effect[]): Cell[] =>
    OUTCOMES.flatMap((outcome) => {
      const effect = effectOn(effects, outcome);
      return CONTRASTS.map(({ against }): Cell => {
        // What is not moved has changed against the start by itself.
        const still = against === "start" ? changeCell(systemOutcome(system, outcome).start, "share", speech) : "—";
        return effect === undefined ? still : changeCell(changeAt(effect, 72)[against], "share", speech);
      });
    });
  return dataTable(
    t("system.packagesWithin", { date: speech.date(system.to) }),
    [
      { title: t("system.package") },
      ...OUTCOMES.flatMap((outcome) =>
        CONTRASTS.map(({ title }) => ({
          title: `${capital(nameOfOutcome(outcome, speech))}, ${t(title)}`,
          kind: "number" as const,
        })),
      ),
    ],
    [
      [t("system.usual"), ...cells([])],
      ...system.packages.map((of): Cell[] => [nameOfPackage(of, speech), ...cells(of.settings[0]!.effects)]),
    ],
    t("report.notGiven"),
  );
}

function leversTable(system: SystemPart, speech: Speech): Html {
  const { t } = speech;
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
  return dataTable(
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
  );
}
