/** The whole study on one page that needs nothing else: to read, to print, to hand on. */
import type { Language } from "../language/language.ts";
import { claimTexts } from "../studies/claims/claim-texts.ts";
import { articleDocument } from "../studies/record/article.ts";
import type { SubsystemId } from "../studies/scenarios/subsystems.ts";
import type { StudyDocument } from "../studies/study/document.ts";
import { evidence } from "../studies/study/study-model.ts";
import { asOf } from "./figures/words.ts";
import { percent, quantity } from "./format.ts";
import { type Html, html, trusted } from "./html.ts";
import { articleSection } from "./sections/article.ts";
import { assumptions, checks, groups, limits, references, sensitivity } from "./sections/grounds.ts";
import { packagesSection, talksSection } from "./sections/packages.ts";
import { failedChecks, headline, startDate } from "./sections/prose.ts";
import { deaths, inShort, people, scenarios } from "./sections/results.ts";
import { chainSection, leversSection, wholeSystem } from "./sections/system.ts";
import { type Speech, speechOf } from "./speech.ts";
import { spokenStudy } from "./spoken-study.ts";
import { STYLE_SHEET } from "./style-sheet.ts";
import { redParts } from "./system-lookup.ts";

/** Sections on the whole system; left out where the study was asked for the cartels alone. */
const SYSTEM = ["system", "levers", "chain", "packages", "talks"] as const;

const CONTENTS = [
  "article",
  "in-short",
  "people",
  "deaths",
  "scenarios",
  ...SYSTEM,
  "assumptions",
  "sensitivity",
  "groups",
  "checks",
  "limits",
  "cite",
  "sources",
] as const;

export interface ReportOptions {
  /** English where it is not given. */
  readonly language?: Language;
}

/**
 * One HTML file without scripts and without anything from outside; the same document gives the same bytes.
 * Throws FronteraError `report-not-finite` or `report-incomplete` rather than show a gap.
 */
export function studyReport(study: StudyDocument, options: ReportOptions = {}): string {
  const speech = speechOf(options.language);
  const { t, language } = speech;
  const document = spokenStudy(study, language);
  const body: Html[] = [
    article(speech),
    inShort(document, speech),
    people(document, speech),
    deaths(document, speech),
    scenarios(document, speech),
    ...(document.system === undefined
      ? []
      : [wholeSystem, leversSection, chainSection, packagesSection, talksSection].map((section) =>
          section(document, speech),
        )),
    assumptions(document, speech),
    sensitivity(document, speech),
    groups(document, speech),
    checks(document, speech),
    limits(document, speech),
    references(document, speech),
  ];
  const run = document.fingerprint.slice(0, 8);
  const values = { run, asOf: asOf(document, speech), version: document.version, headline: headline(document, speech) };
  const contents = CONTENTS.filter(
    (id) =>
      (id !== "groups" || document.network.groups.length > 0) &&
      (document.system !== undefined || !(SYSTEM as readonly string[]).includes(id)),
  );
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t("report.title", values)}</title>
<meta name="description" content="${t("report.description", values)}">
<style>${trusted(STYLE_SHEET)}</style>
</head>
<body>
<header>
<p class="kicker">${t("report.kicker", values)}</p>
<h1>${values.headline}</h1>
<p class="lede">${t("report.lede", { date: speech.date(startDate(document)) })}</p>
${banners(document, speech)}<dl class="facts">
${facts(document, speech).map(
  ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
)}</dl>
<nav aria-label="${t("report.contents")}"><ul>${contents.map((id) => html`<li><a href="#${id}">${t(`report.nav ${id}`)}</a></li>`)}</ul></nav>
</header>
<main>
${body}</main>
<footer><p>${t("report.footer", values)}</p></footer>
</body>
</html>
`.markup.replace(/(\d) %/g, "$1\u00a0%");
}

/** The news report, tied to the claims in words: a report weighs none. */
function article(speech: Speech): Html {
  const { t, language } = speech;
  const dataset = evidence();
  const claims = claimTexts(dataset, language);
  return articleSection(
    articleDocument(dataset, language),
    {
      claim: (id) => html`<strong>${id}</strong> ${claims.get(id) ?? ""}`,
      figure: ({ figure }) =>
        figure === "members" ? { anchor: "figure-members", name: t("report.members") } : undefined,
    },
    speech,
  );
}

/** What the run is, name by name. */
function facts(document: StudyDocument, { t }: Speech): [name: string, value: string][] {
  const { effectiveSampleSize, gate } = document.conditioning;
  return [
    [t("report.factRun"), document.fingerprint.slice(0, 8)],
    [t("report.factDraws"), quantity(document.draws)],
    [
      t("report.factEffective"),
      t("report.factEffectiveValue", { size: quantity(effectiveSampleSize), gate: t(`report.${gate}`) }),
    ],
    [t("report.factFailed"), percent(document.failed.share)],
    [t("report.factSeed"), String(document.seed)],
    [t("report.factVersion"), document.version],
  ];
}

/** What a reader must know before any number: a red gate, a failed check. */
function banners(document: StudyDocument, { t }: Speech): Html[] {
  const { effectiveSampleSize, needed, gate } = document.conditioning;
  const failed = failedChecks(document);
  const parts = document.system === undefined ? [] : redParts(document.system);
  const red = { size: quantity(effectiveSampleSize), needed: quantity(needed) };
  const said = [
    ...(gate === "red" ? [t("report.bannerRed", red)] : []),
    ...(parts.length === 0
      ? []
      : [t("system.bannerRed", { parts: parts.map((part) => t(`scenario.${part as SubsystemId}`)).join("; ") })]),
    ...(failed.length > 0
      ? [t("report.bannerFailed", { count: failed.length, ids: failed.map((check) => check.id).join(", ") })]
      : []),
  ];
  return said.map(
    (text) => html`<p class="banner">${text}</p>
`,
  );
}
