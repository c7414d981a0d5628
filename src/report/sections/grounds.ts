/** The sections of the report that say what the answer rests on. */
import type { StudyDocument } from "../../studies/study/document.ts";
import { citation } from "../cite.ts";
import { change, parameterValue, quantity, scientific, sound } from "../format.ts";
import { breakable, type Cell, dataTable, type Html, html, link } from "../html.ts";
import type { Speech } from "../speech.ts";
import { figureBlock } from "./figure-block.ts";
import { failedSentence, statusInWords } from "./prose.ts";
import { anchor, sourceLink } from "./results.ts";

/** Grades, what the series taught, and every parameter with its prior and sources. */
export function assumptions(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  return html`<section id="assumptions">
<h2>${t("report.assumptionsTitle")}</h2>
<p>${t("report.assumptionsAbout")}</p>
${figureBlock(document, "grades", speech)}
${
  document.assumptions.length === 0
    ? html`<p>${t("report.noAssumptions")}</p>`
    : html`${figureBlock(document, "learning", speech)}${assumptionsTable(document, speech)}`
}
</section>
`;
}

/** Every parameter with its prior, what the series taught of it, and its sources. */
export function assumptionsTable(document: StudyDocument, speech: Speech): Html {
  const { t, unit } = speech;
  const known = new Set(document.sources.map((source) => source.id));
  return dataTable(
    t("report.assumptionsCaption"),
    [
      { title: t("report.parameter") },
      { title: t("report.grade") },
      { title: t("report.widthLeft"), kind: "number" },
      { title: t("report.centralValue"), kind: "number" },
      { title: t("report.prior") },
      { title: t("report.priorMedianSd"), kind: "number" },
      { title: t("report.posteriorMedianSd"), kind: "number" },
      { title: t("report.sources") },
    ],
    document.assumptions.map((row): Cell[] => [
      html`${row.name}${row.unit === "1" ? "" : ` (${unit(row.unit)})`}<br><code>${row.id}</code>`,
      html`<span class="grade grade-${row.grade}">${row.grade}</span>`,
      row.sdRatio.toFixed(2),
      parameterValue(row.value, row.id),
      html`<code>${row.prior === "" ? t("report.fixed") : row.prior}</code>`,
      breakable(parameterValue(row.priorMedian, row.id), `± ${parameterValue(row.priorSd, row.id)}`),
      breakable(parameterValue(row.posteriorMedian, row.id), `± ${parameterValue(row.posteriorSd, row.id)}`),
      row.source.length === 0
        ? t("report.none")
        : html`${row.source.map((id, i) => html`${i === 0 ? "" : ", "}${sourceLink(id, known, speech)}`)}`,
    ]),
    t("report.notGiven"),
  );
}

/** The same study with one assumption at a time held at another value. */
export function sensitivity(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  if (document.sensitivity.length === 0)
    return html`<section id="sensitivity">
<h2>${t("report.sensitivityTitle")}</h2>
<p>${t("report.noSensitivity")}</p>
</section>
`;
  return html`<section id="sensitivity">
<h2>${t("report.sensitivityTitle")}</h2>
<p>${t("report.sensitivityAbout", { needed: quantity(document.conditioning.needed) })}</p>
${figureBlock(document, "sensitivity-levels", speech)}
${figureBlock(document, "sensitivity-policy", speech)}
${dataTable(
  t("report.sensitivityCaption"),
  [
    { title: t("report.assumption") },
    { title: t("report.setting") },
    { title: t("report.worth"), kind: "number" },
    { title: t("report.members"), kind: "number" },
    { title: t("report.deathsWeek"), kind: "number" },
    { title: t("report.doubledUsual"), kind: "number" },
    { title: t("report.doubledStart"), kind: "number" },
  ],
  document.sensitivity.map((row) => {
    const where = `${row.assumption}, ${row.setting}`;
    const level = (interval: typeof row.members) =>
      breakable(quantity(sound(interval, where).median), `(${speech.range(interval.interval90, quantity)})`);
    const relative = (interval: typeof row.members) =>
      breakable(change(sound(interval, where).median), `(${speech.changes(interval.interval90)})`);
    return [
      row.assumption,
      row.setting,
      quantity(Math.round(row.effectiveSampleSize)),
      level(row.members),
      level(row.deaths),
      relative(row.incapacitationAgainstBusinessAsUsual),
      relative(row.incapacitationAgainstStart),
    ];
  }),
  t("report.notGiven"),
)}
</section>
`;
}

/** The network of groups. */
export function groups(document: StudyDocument, speech: Speech): Html {
  if (document.network.groups.length === 0) return html``;
  return html`<section id="groups">
<h2>${speech.t("report.groupsTitle")}</h2>
<p>${speech.t("report.groupsAbout")}</p>
${figureBlock(document, "network", speech)}
</section>
`;
}

/** Checks of the arithmetic, and the draws that failed. */
export function checks(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const { example } = document.failed;
  const replay =
    example === undefined
      ? html``
      : html`<p>${t("report.replay", { draw: String(example.draw), status: statusInWords(example.status, speech) })}</p>
<pre><code>${replayCommand(document)}</code></pre>
`;
  return html`<section id="checks">
<h2>${t("report.checksTitle")}</h2>
${
  document.checks.length === 0
    ? html`<p>${t("report.noChecks")}</p>`
    : dataTable(
        t("report.checksCaption"),
        [
          { title: t("report.check") },
          { title: t("report.of") },
          { title: t("report.residual"), kind: "number" },
          { title: t("report.tolerance"), kind: "number" },
          { title: t("report.result") },
        ],
        document.checks.map((check) => [
          check.about,
          `${quantity(check.of)} ${speech.unit(check.unit)}`,
          scientific(check.value, check.id),
          scientific(check.tolerance, check.id),
          check.pass ? t("report.pass") : html`<strong class="fail">${t("report.fail")}</strong>`,
        ]),
        t("report.notGiven"),
      )
}
<p>${failedSentence(document, speech)}</p>
${replay}</section>
`;
}

/** Prints the numbers of the draw that failed. */
function replayCommand({ draws, seed, failed }: StudyDocument): string {
  return `npx frontera study --draws ${draws} --seed ${seed} --replay ${failed.example!.draw}`;
}

const LIMITS = ["Forecast", "Identified", "How", "Rank", "Violence", "Fit"] as const;

/** The same of the whole system. */
const SYSTEM_LIMITS = ["System", "People", "Apart"] as const;

/** The limits of the study in plain words. */
export function limits(document: StudyDocument, { t }: Speech): Html {
  const assumed = document.assumptions.filter((row) => row.grade === "C").length;
  const limit = (lead: string, why: string) => html`<li><strong>${lead}</strong> ${why}</li>
`;
  return html`<section id="limits">
<h2>${t("report.limitsTitle")}</h2>
<ul>
${limit(t("report.limitCount"), t("report.limitCountWhy", { count: assumed }))}${LIMITS.map((name) =>
  limit(t(`report.limit${name}`), t(`report.limit${name}Why`)),
)}${document.system === undefined ? "" : SYSTEM_LIMITS.map((name) => limit(t(`system.limit${name}`), t(`system.limit${name}Why`)))}</ul>
</section>
`;
}

/** How to cite, and the list of sources. */
export function references(document: StudyDocument, { t }: Speech): Html {
  const { text, bibtex } = citation(document.version, document.fingerprint, document.sources);
  return html`<section id="cite">
<h2>${t("report.citeTitle")}</h2>
<p>${t("report.citeAbout")}</p>
${text
  .split("\n\n")
  .slice(0, 2)
  .map(
    (paragraph) => html`<p class="reference" lang="en">${paragraph}</p>
`,
  )}
<details><summary>${t("report.bibtex")}</summary><pre><code>${bibtex}</code></pre></details>
<p>${t("report.fingerprint")} <code class="long">${document.fingerprint}</code></p>
</section>
<section id="sources">
<h2>${t("report.sourcesTitle")}</h2>
${
  document.sources.length === 0
    ? html`<p>${t("report.noSources")}</p>`
    : html`<ol class="sources">${uniqueSources(document).map(
        (source) =>
          html`<li id="source-${anchor(source.id)}"><code>${source.id}</code> ${source.citation} ${source.url === null ? "" : link(source.url, source.url)}</li>
`,
      )}</ol>`
}
</section>
`;
}

/** Ids are anchors of the page, so that each may stand only once. */
function uniqueSources(document: StudyDocument): StudyDocument["sources"] {
  const seen = new Set<string>();
  return document.sources.filter((source) => {
    if (seen.has(source.id)) return false;
    seen.add(source.id);
    return true;
  });
}
