/** The sections of the report on packages and on what was asked at the talks. */
import type { StudyDocument } from "../../studies/study/document.ts";
import { evidence } from "../../studies/study/study-model.ts";
import type { AgendaEffect, Package, PackageSetting } from "../../studies/study/system/document.ts";
import { capital } from "../format.ts";
import { type Cell, dataTable, type Html, html } from "../html.ts";
import type { Speech } from "../speech.ts";
import {
  leverWords,
  nameOfOutcome,
  nameOfPackage,
  nameOfSetting,
  noticedOn,
  systemOf,
  systemOutcome,
  TOLD,
} from "../system-lookup.ts";
import { figureBlock } from "./figure-block.ts";
import { sourceLink } from "./results.ts";
import { changeCell, effectText, gradesCell, lastChange, lawOf, levelOf } from "./system.ts";

/** Packages in both contrasts, with and without legislatures, and who may be harmed. */
export function packagesSection(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const system = systemOf(document);
  const rows = system.packages.flatMap((of) =>
    of.settings.flatMap((setting) =>
      TOLD.flatMap((outcome): Cell[][] => {
        const effect = noticedOn(setting.effects, outcome);
        if (effect === undefined) return [];
        const { usual, start } = lastChange(effect, system);
        const as = systemOutcome(system, outcome).changes;
        return [
          [
            nameOfSetting(of, setting, speech),
            capital(nameOfOutcome(outcome, speech)),
            changeCell(usual, as, speech),
            changeCell(start, as, speech),
            gradesCell(effect.grades),
          ],
        ];
      }),
    ),
  );
  return html`<section id="packages">
<h2>${t("system.packagesHead")}</h2>
<p>${t("system.packagesAbout", { from: speech.date(system.from), to: speech.date(system.to) })}</p>
${figureBlock(document, "packages", speech)}
<details><summary>${t("system.packagesRows")}</summary>
${dataTable(
  t("system.packagesTable", { date: speech.date(system.to) }),
  [
    { title: t("system.package") },
    { title: t("report.outcome") },
    { title: t("report.againstUsual"), kind: "number" },
    { title: t("report.againstStart"), kind: "number" },
    { title: t("report.gradesABC"), kind: "number" },
  ],
  rows,
  t("report.notGiven"),
)}
</details>
${dataTable(
  t("system.ordersTable"),
  [
    { title: t("system.package") },
    { title: t("system.orders"), kind: "words" },
    { title: t("system.law") },
    { title: t("levers.harm"), kind: "words" },
  ],
  system.packages.map((of): Cell[] => [
    nameOfPackage(of, speech),
    html`${capital(of.about[speech.language] ?? "")}${of.about[speech.language] === undefined ? "" : ". "}${ordersOf(of, speech)}`,
    lawsOf(of, speech),
    capital(harmOf(of.settings.at(-1)!, speech)),
  ]),
  t("report.notGiven"),
)}
</section>
`;
}

/** Every order as far as legislatures take it, with the level without them where that is less. */
function ordersOf({ settings }: Package, { t, language, shortDate }: Speech): string {
  const dataset = evidence();
  const [least] = settings;
  const most = settings.at(-1)!;
  return most.levers
    .map(({ id, orders }) => {
      const lever = dataset.lever(id);
      const { to, from } = orders.at(-1)!;
      const without = least!.levers.find((one) => one.id === id)?.orders.at(-1)?.to;
      const values = {
        lever: language === "es" ? lever.nameEs : lever.name,
        level: levelOf(to),
        from: shortDate(from),
      };
      return without === undefined || without === to
        ? t("system.order", values)
        : t("system.orderWithout", { ...values, without: levelOf(without) });
    })
    .join("; ");
}

function lawsOf({ settings }: Package, speech: Speech): string {
  const laws = new Set(settings.at(-1)!.levers.map(({ legal }) => lawOf(legal, speech)));
  return [...laws].join("; ");
}

/** Whoever the levers of a package may harm, each once. */
function harmOf({ levers }: PackageSetting, speech: Speech): string {
  const { t } = speech;
  const none = leverWords("treatment-access", speech).mayHarm;
  const people = levers.flatMap(({ id }) => leverWords(id, speech).mayHarm.split("; "));
  const known = [...new Set(people)].filter((one) => one !== none);
  return known.length === 0 ? none : t("system.harm", { who: known.join("; ") });
}

/** The agenda of the talks, row by row, with what the lever of each row does. */
export function talksSection(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const { agenda } = systemOf(document);
  const known = new Set(document.sources.map(({ id }) => id));
  const own = agenda.filter(({ occasion }) => occasion !== null);
  const table = (caption: string, rows: readonly AgendaEffect[]) =>
    dataTable(
      caption,
      [
        { title: t("report.at"), kind: "date" },
        { title: t("agenda.party") },
        { title: t("system.asked"), kind: "words" },
        { title: t("agenda.lever") },
        { title: t("system.does"), kind: "words" },
        { title: t("system.cameOfIt") },
        { title: t("report.source") },
      ],
      rows.map((row): Cell[] => [
        row.date.length === 10 ? speech.shortDate(row.date) : speech.month(row.date),
        `${[row.actor, ...(row.counterpart === null ? [] : [row.counterpart])].map((actor) => t(`agenda.short ${actor}`)).join(" → ")}, ${t(`agenda.kind ${row.kind}`)}`,
        whatOf(row, speech),
        row.lever === null ? "—" : leverWords(row.lever, speech).name,
        doesOf(row, speech),
        t(`agenda.followUp ${row.followUp}`),
        sourceLink(row.source, known, speech),
      ]),
      "—",
    );
  return html`<section id="talks">
<h2>${t("system.talksHead")}</h2>
<p>${t("system.talksAbout")}</p>
${table(t("system.talksTable"), own)}
<details><summary>${t("system.agendaRows")}</summary>
${table(
  t("system.agendaRows"),
  agenda.filter(({ occasion }) => occasion === null),
)}
</details>
</section>
`;
}

/** The words of the row in the language; a document has them in English. */
function whatOf({ date, actor, what }: AgendaEffect, { language }: Speech): string {
  if (language === "en") return what;
  return evidence().agenda.find((row) => row.date === date && row.actor === actor && row.what === what)?.whatEs ?? what;
}

function doesOf({ lever, does }: AgendaEffect, speech: Speech): string {
  if (lever === null) return speech.t("system.noLever");
  const told = TOLD.flatMap((outcome) => noticedOn(does, outcome) ?? []);
  if (does.length === 0) return speech.t("system.bargainingOnly");
  if (told.length === 0) return speech.t("system.hardly");
  return told.map((effect) => effectText(effect, speech)).join("; ");
}
