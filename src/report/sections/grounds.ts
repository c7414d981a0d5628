/** The sections of the report that say what the answer rests on. */
import type { StudyDocument } from "../../studies/study/document.ts";
import { citation } from "../cite.ts";
import { change, changeRange, parameterValue, quantity, range, scientific, sound, unitInWords } from "../format.ts";
import { type Cell, dataTable, type Html, html, link } from "../html.ts";
import { figureBlock } from "./figure-block.ts";
import { failedSentence } from "./prose.ts";
import { anchor, sourceLink } from "./results.ts";

/** Grades, what the series taught, and every parameter with its prior and sources. */
export function assumptions(document: StudyDocument): Html {
  const known = new Set(document.sources.map((source) => source.id));
  return html`<section id="assumptions">
<h2>How much of this is assumption</h2>
<p>Grade A: estimated from data for this quantity and setting. Grade B: literature from elsewhere. Grade C: assumption, or set by hand.</p>
${figureBlock(document, "grades")}
${
  document.assumptions.length === 0
    ? html`<p>No uncertain parameter was declared in this run.</p>`
    : html`${figureBlock(document, "learning")}${dataTable(
        "Assumptions and evidence: every parameter, before and after the series",
        [
          { title: "Parameter" },
          { title: "Grade" },
          { title: "Width left", kind: "number" },
          { title: "Central value", kind: "number" },
          { title: "Prior" },
          { title: "Prior median ± sd", kind: "number" },
          { title: "Posterior median ± sd", kind: "number" },
          { title: "Sources" },
        ],
        document.assumptions.map((row): Cell[] => [
          html`${row.name}${row.unit === "1" ? "" : ` (${unitInWords(row.unit)})`}<br><code>${row.id}</code>`,
          html`<span class="grade grade-${row.grade}">${row.grade}</span>`,
          row.sdRatio.toFixed(2),
          parameterValue(row.value, row.id),
          html`<code>${row.prior === "" ? "fixed" : row.prior}</code>`,
          `${parameterValue(row.priorMedian, row.id)} ± ${parameterValue(row.priorSd, row.id)}`,
          `${parameterValue(row.posteriorMedian, row.id)} ± ${parameterValue(row.posteriorSd, row.id)}`,
          row.source.length === 0
            ? "none"
            : html`${row.source.map((id, i) => html`${i === 0 ? "" : ", "}${sourceLink(id, known)}`)}`,
        ]),
      )}`
}
</section>
`;
}

/** The same study with one assumption at a time held at another value. */
export function sensitivity(document: StudyDocument): Html {
  if (document.sensitivity.length === 0)
    return html`<section id="sensitivity">
<h2>What if other assumptions held</h2>
<p>No assumption was varied in this run.</p>
</section>
`;
  return html`<section id="sensitivity">
<h2>What if other assumptions held</h2>
<p>Each row is an ensemble of its own, weighted by the same series. Where the weights are worth fewer than ${quantity(document.conditioning.needed)} draws, read the ends of the intervals as rough.</p>
${figureBlock(document, "sensitivity-levels")}
${figureBlock(document, "sensitivity-policy")}
${dataTable(
  "Sensitivity: one assumption held at another value, medians and 90 % of draws",
  [
    { title: "Assumption" },
    { title: "Setting" },
    { title: "Worth (draws)", kind: "number" },
    { title: "Members", kind: "number" },
    { title: "Deaths a week", kind: "number" },
    { title: "Deaths if incapacitation doubles, against business as usual", kind: "number" },
    { title: "The same, against the start", kind: "number" },
  ],
  document.sensitivity.map((row) => {
    const where = `${row.assumption}, ${row.setting}`;
    const level = (interval: typeof row.members) =>
      `${quantity(sound(interval, where).median)} (${range(interval.interval90, quantity)})`;
    const relative = (interval: typeof row.members) =>
      `${change(sound(interval, where).median)} (${changeRange(interval.interval90)})`;
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
)}
</section>
`;
}

/** The network of groups. */
export function groups(document: StudyDocument): Html {
  if (document.network.groups.length === 0) return html``;
  return html`<section id="groups">
<h2>The groups and their ties</h2>
<p>Who is large is assumed from who has many ties. No size of a single group is an estimate of its own.</p>
${figureBlock(document, "network")}
</section>
`;
}

/** Checks of the arithmetic, and the draws that failed. */
export function checks(document: StudyDocument): Html {
  const { example } = document.failed;
  const replay =
    example === undefined
      ? html``
      : html`<p>One of them, draw ${example.draw} (${example.status}), can be run again:</p>
<pre><code>${replayCommand(document)}</code></pre>
`;
  return html`<section id="checks">
<h2>Checks, and draws that failed</h2>
${
  document.checks.length === 0
    ? html`<p>No check was made in this run.</p>`
    : dataTable(
        "Checks: the worst residual over draws and weeks",
        [
          { title: "Check" },
          { title: "Of" },
          { title: "Residual", kind: "number" },
          { title: "Tolerance", kind: "number" },
          { title: "Result" },
        ],
        document.checks.map((check) => [
          check.about,
          `${quantity(check.of)} ${unitInWords(check.unit)}`,
          scientific(check.value, check.id),
          scientific(check.tolerance, check.id),
          check.pass ? "pass" : html`<strong class="fail">fail</strong>`,
        ]),
      )
}
<p>${failedSentence(document)}</p>
${replay}</section>
`;
}

/** Prints the numbers of the draw that failed. */
function replayCommand({ draws, seed, failed }: StudyDocument): string {
  return `npx frontera study --draws ${draws} --seed ${seed} --replay ${failed.example!.draw}`;
}

/** The limits of the study in plain words. */
export function limits(document: StudyDocument): Html {
  const draws = document.assumptions.filter((row) => row.grade === "C").length;
  return html`<section id="limits">
<h2>What it cannot tell you</h2>
<ul>
<li><strong>It is not a count.</strong> Nobody has counted members. The number follows from equations, from deaths, and from ${draws === 1 ? "one assumption" : `${draws} assumptions`} of grade C.</li>
<li><strong>It is not a forecast.</strong> New groups, splits, truces, and changes of policy after the date in the title are not in business as usual.</li>
<li><strong>Deaths alone do not settle the parameters.</strong> Deaths pin down net growth and how deadly contact is. Arrests, departures, members in 2012 and the share of killings due to conflict can trade places with hardly any change of fit; their range is mostly the prior.</li>
<li><strong>It does not say how.</strong> Halving recruitment or doubling incapacitation is a setting of a number. Which measure would do that, what it costs and whom it harms is outside the study.</li>
<li><strong>It does not rank groups.</strong> The order of sizes is assumed from ties and is shown only to make the network readable.</li>
<li><strong>It does not cover all violence.</strong> Killings within groups, of bystanders and by the authorities are not conflict deaths of the model. Fewer deaths between groups are not by themselves fewer homicides.</li>
<li><strong>Its fit is not a test.</strong> The same series chose the weights. A check needs years or places that were not used.</li>
</ul>
</section>
`;
}

/** How to cite, and the list of sources. */
export function references(document: StudyDocument): Html {
  const { text, bibtex } = citation(document.version, document.fingerprint, document.sources);
  return html`<section id="cite">
<h2>How to cite</h2>
<p>Cite the software with the run's fingerprint, and the study whose equations it re-runs.</p>
${text
  .split("\n\n")
  .slice(0, 2)
  .map(
    (paragraph) => html`<p class="reference">${paragraph}</p>
`,
  )}
<details><summary>BibTeX, with the data used</summary><pre><code>${bibtex}</code></pre></details>
<p>Fingerprint of the run: <code class="long">${document.fingerprint}</code></p>
</section>
<section id="sources">
<h2>Sources</h2>
${
  document.sources.length === 0
    ? html`<p>No source is listed.</p>`
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
