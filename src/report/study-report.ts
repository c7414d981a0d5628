/** The whole study on one page that needs nothing else: to read, to print, to hand on. */
import type { StudyDocument } from "../studies/study/document.ts";
import { asOf } from "./figures/words.ts";
import { dateInWords, percent, quantity } from "./format.ts";
import { type Html, html, trusted } from "./html.ts";
import { assumptions, checks, groups, limits, references, sensitivity } from "./sections/grounds.ts";
import { failedChecks, headline, startDate } from "./sections/prose.ts";
import { deaths, inShort, people, scenarios } from "./sections/results.ts";
import { STYLE_SHEET } from "./style-sheet.ts";

const CONTENTS = [
  ["in-short", "In short"],
  ["people", "How many people"],
  ["deaths", "Deaths"],
  ["scenarios", "What changes it"],
  ["assumptions", "How much is assumption"],
  ["sensitivity", "Other assumptions"],
  ["groups", "Groups and ties"],
  ["checks", "Checks"],
  ["limits", "What it cannot tell you"],
  ["cite", "How to cite"],
  ["sources", "Sources"],
] as const;

/**
 * One HTML file without scripts and without anything from outside; the same document gives the same bytes.
 * Throws FronteraError `report-not-finite` or `report-incomplete` rather than show a gap.
 */
export function studyReport(document: StudyDocument): string {
  const body: Html[] = [
    inShort(document),
    people(document),
    deaths(document),
    scenarios(document),
    assumptions(document),
    sensitivity(document),
    groups(document),
    checks(document),
    limits(document),
    references(document),
  ];
  const short = document.fingerprint.slice(0, 8);
  const contents = CONTENTS.filter(([id]) => id !== "groups" || document.network.groups.length > 0);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${headline(document)}, ${asOf(document)} (Frontera study ${short})</title>
<meta name="description" content="${`A study ${asOf(document)}: members, deaths and recruitment of the groups in Mexico, with intervals, against business as usual and against the start.`}">
<style>${trusted(STYLE_SHEET)}</style>
</head>
<body>
<header>
<p class="kicker">Frontera study, policies and data ${asOf(document)}</p>
<h1>${headline(document)}</h1>
<p class="lede">How many people the cartels “employ”, how many die in conflict between them, and what would change that: the published model re-run with its uncertainty, against business as usual and against the start (${dateInWords(startDate(document))}).</p>
${banners(document)}<dl class="facts">
<div><dt>Run</dt><dd>${short}</dd></div>
<div><dt>Draws</dt><dd>${quantity(document.draws)}</dd></div>
<div><dt>Effective draws</dt><dd>${quantity(document.conditioning.effectiveSampleSize)} (gate ${document.conditioning.gate})</dd></div>
<div><dt>Failed draws</dt><dd>${percent(document.failed.share)}</dd></div>
<div><dt>Seed</dt><dd>${String(document.seed)}</dd></div>
<div><dt>Version</dt><dd>${document.version}</dd></div>
</dl>
<nav aria-label="Contents"><ul>${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main>
${body}</main>
<footer><p>Frontera ${document.version}, run ${short}. Policies and data ${asOf(document)}. All intervals are shares of weighted draws; no number here is a count.</p></footer>
</body>
</html>
`.markup.replace(/(\d) %/g, "$1\u00a0%");
}

/** What a reader must know before any number: a red gate, a failed check. */
function banners(document: StudyDocument): Html[] {
  const { effectiveSampleSize, needed, gate } = document.conditioning;
  const failed = failedChecks(document);
  return [
    ...(gate === "red"
      ? [
          html`<p class="banner">Gate red: the weights rest on ${quantity(effectiveSampleSize)} effective draws where ${quantity(needed)} are needed. Do not quote these numbers; run the study with more draws.</p>
`,
        ]
      : []),
    ...(failed.length > 0
      ? [
          html`<p class="banner">${failed.length === 1 ? "A check" : `${failed.length} checks`} failed: ${failed.map((check) => check.id).join(", ")}. Do not quote these numbers.</p>
`,
        ]
      : []),
  ];
}
