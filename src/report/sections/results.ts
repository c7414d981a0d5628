/** The sections of the report that answer: how many, how deadly, what changes it. */
import type { Estimate, Interval, StudyDocument } from "../../studies/study/document.ts";
import { rivalText } from "../figures/rivals.ts";
import { capital, change, quantity, sound, wholePercent } from "../format.ts";
import { breakable, type Cell, dataTable, type Html, html, link } from "../html.ts";
import { BUSINESS_AS_USUAL, CONTRASTS, futures, MEMBERS, outcomeName } from "../lookup.ts";
import type { Speech } from "../speech.ts";
import { figureBlock } from "./figure-block.ts";
import { againstPublished, policySentences, scenarioSentence, startDate, thousands } from "./prose.ts";

/** The answer in five lines. */
export function inShort(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const members = document.estimates.filter((estimate) => estimate.id === MEMBERS);
  return html`<section id="in-short">
<h2>${t("report.nav in-short")}</h2>
<ul class="short">
${members.map(
  (estimate) =>
    html`<li><strong>${capital(speech.date(estimate.at))}:</strong> ${estimateSentence(estimate, speech)}</li>
`,
)}
<li>${againstPublished(document, speech)}</li>
${policySentences(document, speech).map(
  ({ name, sentence }) => html`<li><strong>${name}.</strong> ${sentence}</li>
`,
)}
<li>${assumptionSentence(members[members.length - 1], speech)}</li>
</ul>
</section>
`;
}

function estimateSentence(estimate: Estimate, { t }: Speech): string {
  return t("report.shortEstimate", {
    people: thousands(estimate.median),
    low50: quantity(estimate.interval50[0]),
    high50: quantity(estimate.interval50[1]),
    low90: quantity(estimate.interval90[0]),
    high90: quantity(estimate.interval90[1]),
    priorLow: quantity(estimate.prior.interval90[0]),
    priorHigh: quantity(estimate.prior.interval90[1]),
  });
}

function assumptionSentence(estimate: Estimate | undefined, { t, date }: Speech): string {
  if (estimate === undefined) return t("report.shortGradesBelow");
  const { A, B, C } = estimate.grades;
  return t("report.shortGrades", {
    A: wholePercent(A),
    B: wholePercent(B),
    C: wholePercent(C),
    date: date(estimate.at),
  });
}

/** Estimates with their priors, and the figures of others. */
export function people(document: StudyDocument, speech: Speech): Html {
  const { t, shortDate, unit } = speech;
  const ends = (interval: Interval, which: "interval50" | "interval90") => speech.range(interval[which], quantity);
  const rows = document.estimates.map((estimate): Cell[] => {
    sound(estimate, `${estimate.id} ${estimate.at}`);
    sound(estimate.prior, `prior of ${estimate.id} ${estimate.at}`);
    return [
      `${estimate.name} (${unit(estimate.unit)})`,
      shortDate(estimate.at),
      quantity(estimate.median),
      ends(estimate, "interval50"),
      ends(estimate, "interval90"),
      quantity(estimate.prior.median),
      ends(estimate.prior, "interval90"),
      `${wholePercent(estimate.grades.A)} / ${wholePercent(estimate.grades.B)} / ${wholePercent(estimate.grades.C)}`,
    ];
  });
  return html`<section id="people">
<h2>${t("report.nav people")}</h2>
<p>${t("report.member")}</p>
${figureBlock(document, "members", speech)}
${dataTable(
  t("report.estimatesCaption"),
  [
    { title: t("report.quantity") },
    { title: t("report.at"), kind: "date" },
    { title: t("report.median"), kind: "number" },
    { title: t("report.draws50"), kind: "number" },
    { title: t("report.draws90"), kind: "number" },
    { title: t("report.priorMedian"), kind: "number" },
    { title: t("report.prior90"), kind: "number" },
    { title: t("report.gradesABC"), kind: "number" },
  ],
  rows,
  t("report.notGiven"),
)}
${
  document.rivals.length === 0
    ? html``
    : html`${figureBlock(document, "rivals", speech)}${rivalsTable(document, speech)}`
}
</section>
`;
}

/** The figures of others, with what each counts and where it is from. */
export function rivalsTable(document: StudyDocument, speech: Speech): Html {
  const { t, shortDate, unit } = speech;
  const known = new Set(document.sources.map((source) => source.id));
  return dataTable(
    t("report.rivalsCaption"),
    [
      { title: t("report.figure") },
      { title: t("report.at"), kind: "date" },
      { title: t("report.value"), kind: "number" },
      { title: t("report.unit") },
      { title: t("report.whatItCounts"), kind: "words" },
      { title: t("report.source") },
    ],
    document.rivals.map((rival): Cell[] => [
      rival.label,
      shortDate(rival.at),
      rivalText(rival, speech),
      unit(rival.unit),
      rival.note === "" ? "" : html`<span lang="en">${rival.note}</span>`,
      sourceLink(rival.source, known, speech),
    ]),
    t("report.notGiven"),
  );
}

/** The fit to the series. */
export function deaths(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const { conditioning } = document;
  const intro = html`<h2>${t("report.deathsTitle")}</h2>
<p>${t("report.deathsAbout", {
    series: conditioning.series.length === 0 ? t("report.noSeries") : conditioning.series.join("; "),
    size: quantity(conditioning.effectiveSampleSize),
    needed: quantity(conditioning.needed),
    gate: t(`report.${conditioning.gate}`),
  })}</p>
`;
  if (conditioning.fit.length === 0)
    return html`<section id="deaths">
${intro}<p>${t("report.noFit")}</p>
</section>
`;
  const units = [...new Set(conditioning.fit.map((row) => row.unit))];
  return html`<section id="deaths">
${intro}${figureBlock(document, "deaths", speech)}
${dataTable(
  units.length === 1 ? t("report.fitCaptionUnit", { unit: speech.unit(units[0]!) }) : t("report.fitCaption"),
  [
    { title: t("report.year") },
    ...(units.length === 1 ? [] : [{ title: t("report.unit") }]),
    { title: t("report.data"), kind: "number" },
    { title: t("report.modelMedian"), kind: "number" },
    { title: t("report.model90"), kind: "number" },
    { title: t("report.dataInside") },
  ],
  conditioning.fit.map((row) => [
    String(row.year),
    ...(units.length === 1 ? [] : [speech.unit(row.unit)]),
    quantity(row.observed),
    quantity(row.median),
    speech.range(row.interval90, quantity),
    t(row.observed >= row.interval90[0] && row.observed <= row.interval90[1] ? "report.yes" : "report.no"),
  ]),
  t("report.notGiven"),
)}
</section>
`;
}

/** Scenarios and both contrasts. */
export function scenarios(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const ends = (of: readonly [number, number]) => breakable(...speech.changes(of).split(/ (?=\S+ %$)/));
  const later = futures(document);
  const names = new Map(later.map((scenario) => [scenario.id, scenario.name]));
  const pairs = [...new Set(document.contrasts.map((row) => JSON.stringify([row.scenario, row.outcome, row.at])))].map(
    (text) => JSON.parse(text) as [string, string, string],
  );
  const dates = [...new Set(pairs.map(([, , at]) => at))];
  const rows = pairs.map(([scenario, outcome, at]): Cell[] => [
    names.get(scenario) ?? scenario,
    outcomeName(document, outcome),
    ...(dates.length > 1 ? [speech.shortDate(at)] : []),
    ...CONTRASTS.flatMap(({ against }): Cell[] => {
      const row = document.contrasts.find(
        (one) => one.scenario === scenario && one.outcome === outcome && one.at === at && one.against === against,
      );
      if (row === undefined)
        return [t(scenario === BUSINESS_AS_USUAL ? "report.reference" : "report.notGiven"), "—", "—", "—"];
      sound(row, `${scenario}, ${outcome}, ${against}`);
      return [change(row.median), ends(row.interval50), ends(row.interval90), wholePercent(row.shareAbove)];
    }),
  ]);
  return html`<section id="scenarios">
<h2>${t("report.scenariosTitle")}</h2>
<p>${t("report.scenariosAbout", { date: speech.date(startDate(document)) })}</p>
<dl>${later.map((scenario) => html`<dt>${scenario.name}</dt><dd>${sentenceOf(scenario.about, speech)} ${scenarioSentence(document, scenario.id, MEMBERS, speech) ?? ""}</dd>`)}</dl>
${figureBlock(document, "scenario-members", speech)}
${figureBlock(document, "scenario-deaths", speech)}
${figureBlock(document, "contrasts", speech)}
${dataTable(
  dates.length === 1 ? t("report.contrastsCaptionAt", { date: speech.date(dates[0]!) }) : t("report.contrastsCaption"),
  [
    { title: t("report.scenario") },
    { title: t("report.outcome") },
    ...(dates.length > 1 ? [{ title: t("report.at"), kind: "date" } as const] : []),
    { title: t("report.againstUsual"), kind: "number" },
    { title: "50 %", kind: "number" },
    { title: "90 %", kind: "number" },
    { title: t("report.aboveZero"), kind: "number" },
    { title: t("report.againstStart"), kind: "number" },
    { title: "50 %", kind: "number" },
    { title: "90 %", kind: "number" },
    { title: t("report.aboveZero"), kind: "number" },
  ],
  rows,
  t("report.notGiven"),
)}
<p class="note">${t("report.doubling")} (${link("arXiv:2310.05975", "https://arxiv.org/abs/2310.05975")}).</p>
<h3>${t("report.harmTitle")}</h3>
${harm(speech)}
</section>
`;
}

/** Who may be harmed by either policy, counted by the study or not. */
export function harm({ t }: Speech): Html {
  return dataTable(
    t("report.harmCaption"),
    [{ title: t("report.who") }, { title: t("report.how") }, { title: t("report.inThisStudy"), kind: "words" }],
    [
      [t("report.harmGroups"), t("report.harmGroupsHow"), t("report.harmGroupsHere")],
      [t("report.harmArrested"), t("report.harmArrestedHow"), t("report.harmArrestedHere")],
      [t("report.harmBystanders"), t("report.harmBystandersHow"), t("report.notModelled")],
      [t("report.harmChildren"), t("report.harmChildrenHow"), t("report.harmChildrenHere")],
      [t("report.harmReach"), t("report.harmReachHow"), t("report.notModelled")],
    ],
    t("report.notGiven"),
  );
}

/** Text as a sentence of its own. */
function sentenceOf(text: string, { t }: Speech): string {
  if (text === "") return t("report.noDescription");
  const begun = capital(text);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** A link to the source's entry at the end of the page, when there is one. */
export function sourceLink(id: string, known: ReadonlySet<string>, { t }: Speech): Html {
  return known.has(id)
    ? html`<a href="#source-${anchor(id)}">${id}</a>`
    : html`${id === "" ? t("report.notGiven") : id}`;
}

/** Source ids as anchors: every sign that is not plain becomes its number, so that no two ids meet. */
export function anchor(id: string): string {
  return id.replace(/[^A-Za-z0-9_-]/g, (sign) => `.${sign.charCodeAt(0).toString(16)}`);
}
