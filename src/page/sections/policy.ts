import { change, quantity } from "../../report/format.ts";
import { breakable, type Cell, dataTable, type Html, html } from "../../report/html.ts";
import { BUSINESS_AS_USUAL, bandOf, contrastOf, DEATHS, MEMBERS, outcomeName } from "../../report/lookup.ts";
import type { Speech } from "../../report/speech.ts";
import type { Contrast, StudyDocument } from "../../studies/study/document.ts";
import type { PageContents } from "../contents.ts";
import { presetName } from "../live-words.ts";

/** The place of the sliders, the four named scenarios beside the study's bands, and the figures that stand without scripts. */
export function policySection(
  document: StudyDocument,
  runs: PageContents["runs"],
  figures: Html,
  speech: Speech,
): Html {
  const { t } = speech;
  return html`<section id="policy">
<h2>${t("page.nav policy")}</h2>
<div class="live-place"><noscript><p class="note">${t("page.liveNoScript")}</p></noscript></div>
${table(document, runs, speech)}
<p class="note">${t("page.policyNote")}</p>
${figures}
</section>
`;
}

function table(document: StudyDocument, runs: PageContents["runs"], speech: Speech): Html {
  const { t, language } = speech;
  const usual = bandOf(document, MEMBERS, BUSINESS_AS_USUAL);
  const end = usual.dates.length - 1;
  const rows = ([MEMBERS, DEATHS] as const).flatMap((outcome) =>
    runs.map(({ preset, results }): Cell[] => {
      const one = results[outcome];
      const band = bandOf(document, outcome, preset.id);
      const isUsual = preset.id === BUSINESS_AS_USUAL;
      const draws = (against: Contrast["against"]) => drawn(contrastOf(document, preset.id, outcome, against), speech);
      return [
        `${outcomeName(document, outcome)}: ${presetName(preset.id, language)}`,
        quantity(one.end),
        isUsual ? "—" : change(one.end / one.usual - 1),
        change(one.end / one.start - 1),
        breakable(quantity(band.median[end]!), `(${speech.range([band.low90[end]!, band.high90[end]!], quantity)})`),
        isUsual ? "—" : draws("businessAsUsual"),
        draws("start"),
      ];
    }),
  );
  return dataTable(
    t("page.policyTable", { date: speech.date(usual.dates[end]!) }),
    [
      { title: t("report.scenario") },
      { title: t("page.policyOne"), kind: "number" },
      { title: t("page.policyOneUsual"), kind: "number" },
      { title: t("page.policyOneStart"), kind: "number" },
      { title: t("page.policyDraws"), kind: "number" },
      { title: t("page.policyDrawsUsual"), kind: "number" },
      { title: t("page.policyDrawsStart"), kind: "number" },
    ],
    rows,
    "—",
  );
}

function drawn(contrast: Contrast | undefined, { changes }: Speech): Cell {
  return contrast === undefined ? "—" : breakable(change(contrast.median), `(${changes(contrast.interval90)})`);
}
