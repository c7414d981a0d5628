import { dataTable, type Html, html } from "../../report/html.ts";
import { sourceLink } from "../../report/sections/results.ts";
import type { Speech } from "../../report/speech.ts";
import type { AgendaDocument } from "../../studies/record/agenda.ts";

/** The timeline of the talks and, folded, every row of it. */
export function agendaSection(agenda: AgendaDocument, figure: Html, known: ReadonlySet<string>, speech: Speech): Html {
  const { t } = speech;
  return html`<section id="agenda">
<h2>${t("page.nav agenda")}</h2>
<p>${t("agenda.about")}</p>
${figure}
<details><summary>${t("page.agendaRows")}</summary>
${dataTable(
  t("page.agendaRows"),
  [
    { title: t("page.agendaDate") },
    { title: t("page.agendaWho") },
    { title: t("page.agendaWhat"), kind: "words" },
    { title: t("page.agendaAfter"), kind: "words" },
    { title: t("report.source") },
  ],
  agenda.rows.map((row) => [
    speech.date(row.date),
    `${[row.actor, ...(row.counterpart === null ? [] : [row.counterpart])].map((actor) => t(`agenda.short ${actor}`)).join(" → ")}, ${t(`agenda.kind ${row.kind}`)}`,
    row.what,
    `${t(`agenda.followUp ${row.followUp}`)}${row.followUpNote === "" ? "" : `: ${row.followUpNote}`}`,
    sourceLink(row.source, known, speech),
  ]),
  "—",
)}
</details>
</section>
`;
}
