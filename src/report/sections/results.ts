/** The sections of the report that answer: how many, how deadly, what changes it. */
import type { Estimate, Interval, StudyDocument } from "../../studies/study/document.ts";
import { rivalText } from "../figures/rivals.ts";
import {
  change,
  changeRange,
  dateInWords,
  quantity,
  range,
  shortDate,
  sound,
  unitInWords,
  wholePercent,
} from "../format.ts";
import { type Cell, dataTable, type Html, html, link } from "../html.ts";
import { BUSINESS_AS_USUAL, CONTRASTS, futures, MEMBERS, outcomeName } from "../lookup.ts";
import { figureBlock } from "./figure-block.ts";
import { againstPublished, policySentences, scenarioSentence, startDate, thousands } from "./prose.ts";

/** The answer in five lines. */
export function inShort(document: StudyDocument): Html {
  const members = document.estimates.filter((estimate) => estimate.id === MEMBERS);
  return html`<section id="in-short">
<h2>In short</h2>
<ul class="short">
${members.map(
  (estimate) =>
    html`<li><strong>${dateInWords(estimate.at)}:</strong> the model puts about ${thousands(estimate.median)} people in the groups. Half of the draws lie between ${range(estimate.interval50, quantity).replace(" to ", " and ")}, nine tenths between ${range(estimate.interval90, quantity).replace(" to ", " and ")}. Before the series were looked at, nine tenths lay between ${range(estimate.prior.interval90, quantity).replace(" to ", " and ")}.</li>
`,
)}
<li>${againstPublished(document)}</li>
${policySentences(document).map(
  ({ name, sentence }) => html`<li><strong>${name}.</strong> ${sentence}</li>
`,
)}
<li>${assumptionSentence(members[members.length - 1])}</li>
</ul>
</section>
`;
}

function assumptionSentence(estimate: Estimate | undefined): string {
  if (estimate === undefined) return "How much of the result is assumption is told below.";
  const { A, B, C } = estimate.grades;
  return (
    `How much of this is assumption: ${wholePercent(C)} of the variance of members on ${dateInWords(estimate.at)} comes from ` +
    `parameters set by hand (grade C), ${wholePercent(B)} from literature about elsewhere (B), ${wholePercent(A)} from parameters estimated ` +
    "from data for this setting (A)."
  );
}

function intervalText(interval: Interval, which: "interval50" | "interval90", show: (value: number) => string): string {
  return range(interval[which], show);
}

/** Estimates with their priors, and the figures of others. */
export function people(document: StudyDocument): Html {
  const rows = document.estimates.map((estimate): Cell[] => {
    sound(estimate, `${estimate.id} ${estimate.at}`);
    sound(estimate.prior, `prior of ${estimate.id} ${estimate.at}`);
    return [
      `${estimate.name} (${unitInWords(estimate.unit)})`,
      shortDate(estimate.at),
      quantity(estimate.median),
      intervalText(estimate, "interval50", quantity),
      intervalText(estimate, "interval90", quantity),
      quantity(estimate.prior.median),
      intervalText(estimate.prior, "interval90", quantity),
      `${wholePercent(estimate.grades.A)} / ${wholePercent(estimate.grades.B)} / ${wholePercent(estimate.grades.C)}`,
    ];
  });
  const known = new Set(document.sources.map((source) => source.id));
  const rivals = document.rivals.map((rival): Cell[] => [
    rival.label,
    shortDate(rival.at),
    rivalText(rival),
    unitInWords(rival.unit),
    rival.note,
    sourceLink(rival.source, known),
  ]);
  return html`<section id="people">
<h2>How many people</h2>
<p>A member is a person in one of the groups of the model, whether recruited freely, by force or under age; the model does not tell these apart.</p>
${figureBlock(document, "members")}
${dataTable(
  "Estimates: after the series were looked at, beside before",
  [
    { title: "Quantity" },
    { title: "At", kind: "date" },
    { title: "Median", kind: "number" },
    { title: "50 % of draws", kind: "number" },
    { title: "90 % of draws", kind: "number" },
    { title: "Prior median", kind: "number" },
    { title: "Prior 90 %", kind: "number" },
    { title: "Grades A / B / C", kind: "number" },
  ],
  rows,
)}
${
  document.rivals.length === 0
    ? html``
    : html`${figureBlock(document, "rivals")}${dataTable(
        "Rival figures: who else has counted, and what",
        [
          { title: "Figure" },
          { title: "At", kind: "date" },
          { title: "Value", kind: "number" },
          { title: "Unit" },
          { title: "What it counts", kind: "words" },
          { title: "Source" },
        ],
        rivals,
      )}`
}
</section>
`;
}

/** The fit to the series. */
export function deaths(document: StudyDocument): Html {
  const { conditioning } = document;
  const intro = html`<h2>Deaths, and the series the draws were weighted by</h2>
<p>Each draw was weighted by how well it follows ${conditioning.series.length === 0 ? "no series" : conditioning.series.join("; ")}. Only a share of those deaths is due to conflict between groups; that share is itself uncertain, and the series cannot tell it. The effective sample size is ${quantity(conditioning.effectiveSampleSize)} draws; ${quantity(conditioning.needed)} are needed: the gate is ${conditioning.gate}.</p>
`;
  if (conditioning.fit.length === 0)
    return html`<section id="deaths">
${intro}<p>No series was compared year by year in this run.</p>
</section>
`;
  const units = [...new Set(conditioning.fit.map((row) => row.unit))];
  return html`<section id="deaths">
${intro}${figureBlock(document, "deaths")}
${dataTable(
  units.length === 1
    ? `Fit, ${unitInWords(units[0]!)}: data and model, year by year`
    : "Fit: data and model, year by year",
  [
    { title: "Year" },
    ...(units.length === 1 ? [] : [{ title: "Unit" }]),
    { title: "Data", kind: "number" },
    { title: "Model, median", kind: "number" },
    { title: "Model, 90 % of draws", kind: "number" },
    { title: "Data inside 90 %" },
  ],
  conditioning.fit.map((row) => [
    String(row.year),
    ...(units.length === 1 ? [] : [unitInWords(row.unit)]),
    quantity(row.observed),
    quantity(row.median),
    range(row.interval90, quantity),
    row.observed >= row.interval90[0] && row.observed <= row.interval90[1] ? "yes" : "no",
  ]),
)}
</section>
`;
}

/** Scenarios and both contrasts. */
export function scenarios(document: StudyDocument): Html {
  const later = futures(document);
  const names = new Map(later.map((scenario) => [scenario.id, scenario.name]));
  const pairs = [...new Set(document.contrasts.map((row) => JSON.stringify([row.scenario, row.outcome, row.at])))].map(
    (text) => JSON.parse(text) as [string, string, string],
  );
  const dates = [...new Set(pairs.map(([, , at]) => at))];
  const rows = pairs.map(([scenario, outcome, at]): Cell[] => [
    names.get(scenario) ?? scenario,
    outcomeName(document, outcome),
    ...(dates.length > 1 ? [shortDate(at)] : []),
    ...CONTRASTS.flatMap(({ against }): Cell[] => {
      const row = document.contrasts.find(
        (one) => one.scenario === scenario && one.outcome === outcome && one.at === at && one.against === against,
      );
      if (row === undefined) return [scenario === BUSINESS_AS_USUAL ? "reference" : "not given", "—", "—", "—"];
      sound(row, `${scenario}, ${outcome}, ${against}`);
      return [
        change(row.median),
        changeRange(row.interval50),
        changeRange(row.interval90),
        wholePercent(row.shareAbove),
      ];
    }),
  ]);
  const when = dates.length === 1 ? ` on ${dateInWords(dates[0]!)}` : "";
  return html`<section id="scenarios">
<h2>What changes it: both contrasts, always</h2>
<p>Every scenario starts on ${dateInWords(startDate(document))} from the same draws. Business as usual keeps every rate as it was estimated, with the policies as of the start: it is a reference and not a forecast.</p>
<dl>${later.map((scenario) => html`<dt>${scenario.name}</dt><dd>${sentenceOf(scenario.about)} ${scenarioSentence(document, scenario.id, MEMBERS) ?? ""}</dd>`)}</dl>
${figureBlock(document, "scenario-members")}
${figureBlock(document, "scenario-deaths")}
${figureBlock(document, "contrasts")}
${dataTable(
  `Contrasts${when}: each change against business as usual and against the start`,
  [
    { title: "Scenario" },
    { title: "Outcome" },
    ...(dates.length > 1 ? [{ title: "At", kind: "date" } as const] : []),
    { title: "Against business as usual", kind: "number" },
    { title: "50 %", kind: "number" },
    { title: "90 %", kind: "number" },
    { title: "Draws above zero", kind: "number" },
    { title: "Against the start", kind: "number" },
    { title: "50 %", kind: "number" },
    { title: "90 %", kind: "number" },
    { title: "Draws above zero", kind: "number" },
  ],
  rows,
)}
<p class="note">About doubling incapacitation: at the published parameters the public code of the study gives deaths 25.4 % lower than under business as usual and 1.7 % higher than in its 2022; the paper reports that more incapacitation raises violence. A published comment makes a related point (${link("arXiv:2310.05975", "https://arxiv.org/abs/2310.05975")}).</p>
<h3>Who may be harmed</h3>
${dataTable(
  "Harm that a scenario may bring, counted or not",
  [{ title: "Who" }, { title: "How" }, { title: "In this study", kind: "words" }],
  [
    ["People in the groups", "killed in conflict between groups", "counted as conflict deaths"],
    [
      "People arrested",
      "held, in growing numbers where incapacitation is raised",
      "arrests are counted; what happens in custody, and wrongful arrest, is not modelled",
    ],
    ["Bystanders, families, communities", "killed, disappeared, extorted, displaced", "not modelled"],
    ["Children and adolescents", "recruited by force or under age", "not told apart from other members"],
    [
      "People in reach of recruitment",
      "affected by how recruitment is lowered, which the scenario does not say",
      "not modelled",
    ],
  ],
)}
</section>
`;
}

/** Text as a sentence of its own. */
function sentenceOf(text: string): string {
  if (text === "") return "No description given.";
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** A link to the source's entry at the end of the page, when there is one. */
export function sourceLink(id: string, known: ReadonlySet<string>): Html {
  return known.has(id) ? html`<a href="#source-${anchor(id)}">${id}</a>` : html`${id === "" ? "not given" : id}`;
}

/** Source ids as anchors: every sign that is not plain becomes its number, so that no two ids meet. */
export function anchor(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, (sign) => `.${sign.charCodeAt(0).toString(16)}`);
}
