import type { Language } from "../language/language.ts";
import { agendaFigure } from "../report/figures/agenda.ts";
import { type FigureId, figureApplies, STUDY_FIGURES } from "../report/figures/index.ts";
import { asOf } from "../report/figures/words.ts";
import { percent, quantity } from "../report/format.ts";
import { type Html, html, trusted } from "../report/html.ts";
import { assumptionsTable, limits } from "../report/sections/grounds.ts";
import { failedChecks, headline } from "../report/sections/prose.ts";
import { anchor, harm, inShort, rivalsTable } from "../report/sections/results.ts";
import { type Speech, speechOf } from "../report/speech.ts";
import { spokenStudy } from "../report/spoken-study.ts";
import type { StudyDocument } from "../studies/study/document.ts";
import { citationLine, recordCitation } from "./citation-line.ts";
import type { PageContents } from "./contents.ts";
import { figureCard } from "./figure-card.ts";
import { gradeSentence } from "./figure-grades.ts";
import { employersFigure } from "./figures/employers.ts";
import { agendaSection } from "./sections/agenda.ts";
import { annotatedArticle } from "./sections/article.ts";
import { citeSection, sourcesSection } from "./sections/citing.ts";
import { claimsSection } from "./sections/claims.ts";
import { packagesSection } from "./sections/packages.ts";
import { policySection } from "./sections/policy.ts";

const CONTENTS = [
  "short",
  "article",
  "claims",
  "employers",
  "policy",
  "packages",
  "agenda",
  "fit",
  "grounds",
  "cite",
  "sources",
] as const;

/** The page in one language: one head and one main part. Its anchors begin with the language. */
export interface Edition {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly body: Html;
}

export function editionOf(contents: PageContents, language: Language): Edition {
  const speech = speechOf(language);
  const { t } = speech;
  const document = spokenStudy(contents.study, language);
  const own = contents.editions[language];
  const known = new Set(document.sources.map(({ id }) => id));
  const card = (id: FigureId): Html =>
    figureApplies(document, id)
      ? figureCard(
          {
            draw: (options) => STUDY_FIGURES[id](contents.study, options),
            grade: gradeSentence(document, id, speech),
            citation: citationLine(document, language),
            known,
            rowsFrom: contents.figureSources(id),
          },
          speech,
        )
      : html``;
  const cards = (...ids: readonly FigureId[]): Html => html`${ids.map(card)}`;
  const employers = figureCard(
    {
      draw: (options) => employersFigure(document, contents.employers, options),
      grade: t("page.gradeEmployers"),
      citation: citationLine(document, language),
      known,
    },
    speech,
  );
  const agenda = figureCard(
    {
      draw: (options) => agendaFigure(own.agenda, options),
      grade: t("page.gradeAgenda", {
        primary: own.agenda.sources.filter(({ primary }) => primary).length,
        count: own.agenda.sources.length,
      }),
      citation: recordCitation(document, "agenda.csv", language),
      known,
    },
    speech,
  );
  const title = t("report.title", {
    headline: headline(document, speech),
    asOf: asOf(document, speech),
    run: document.fingerprint.slice(0, 8),
  });
  const sections = html`<section id="short">
<h2>${t("page.nav short")}</h2>
${cards("members")}
<p>${t("report.member")}</p>
${trusted(inShort(document, speech).markup.replace(/<\/?section[^>]*>\n?|<h2>.*<\/h2>/g, ""))}
</section>
${annotatedArticle(own, speech)}
${claimsSection(own.claims, known, speech)}
<section id="employers">
<h2>${t("page.nav employers")}</h2>
<p>${t("page.employersAbout")}</p>
${employers}
${cards("rivals")}
${document.rivals.length === 0 ? html`` : html`<details><summary>${t("page.rivalsRows")}</summary>${rivalsTable(document, speech)}</details>`}
</section>
${policySection(
  document,
  contents.runs,
  html`<h3>${t("report.harmTitle")}</h3>
${harm(speech)}${cards("scenario-members", "scenario-deaths", "contrasts")}`,
  speech,
)}
${document.system === undefined ? html`` : packagesSection(document, speech)}
${agendaSection(own.agenda, agenda, known, speech)}
<section id="fit">
<h2>${t("page.nav fit")}</h2>
${cards("deaths")}
</section>
<section id="grounds">
<h2>${t("page.nav grounds")}</h2>
<p>${t("page.groundsAbout")}</p>
${cards("grades", "learning")}
${document.assumptions.length === 0 ? html`` : html`<details><summary>${t("page.assumptionsRows")}</summary>${assumptionsTable(document, speech)}</details>`}
${cards("sensitivity-levels", "sensitivity-policy", "network")}
</section>
${limits(document, speech)}
${citeSection(document, speech)}`;
  const body = html`${head(document, speech)}
<main>
${sections}${sourcesSection(document, contents.rows, (id) => sections.markup.includes(`href="#source-${anchor(id)}"`), speech)}
</main>
<footer><p>${t("report.footer", {
    version: document.version,
    run: document.fingerprint.slice(0, 8),
    asOf: asOf(document, speech),
  })}</p></footer>
`;
  return {
    language,
    title,
    description: t("page.description", { asOf: asOf(document, speech) }),
    body: trusted(anchored(body.markup, language).replace(/(\d) %/g, "$1\u00a0%")),
  };
}

/**
 * Both languages stand in one file, so that every anchor and every reference to one carries the language. Names of marks, which
 * nothing on the page reads, are left out.
 */
function anchored(markup: string, language: Language): string {
  return markup
    .replace(/ data-mark="[^"]*"/g, "")
    .replace(/ (id|for)="([^"]*)"/g, ` $1="${language}-$2"`)
    .replace(/ href="#([^"]*)"/g, ` href="#${language}-$1"`)
    .replace(/ (aria-labelledby|aria-describedby)="([^"]*)"/g, (_, name: string, ids: string) => {
      const own = ids.split(" ").map((id) => `${language}-${id}`);
      return ` ${name}="${own.join(" ")}"`;
    })
    .replace(/url\(#([^)]*)\)/g, `url(#${language}-$1)`);
}

function head(document: StudyDocument, speech: Speech): Html {
  const { t } = speech;
  const { effectiveSampleSize, gate, needed } = document.conditioning;
  const failed = failedChecks(document);
  const facts: readonly (readonly [string, string])[] = [
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
  const banners = [
    ...(gate === "red"
      ? [t("report.bannerRed", { size: quantity(effectiveSampleSize), needed: quantity(needed) })]
      : []),
    ...(failed.length > 0
      ? [t("report.bannerFailed", { count: failed.length, ids: failed.map(({ id }) => id).join(", ") })]
      : []),
  ];
  return html`<header>
<p class="kicker">${t("page.kicker", { asOf: asOf(document, speech) })}</p>
<h1>${headline(document, speech)}</h1>
<p class="lede">${t("page.lede")}</p>
${banners.map((text) => html`<p class="banner">${text}</p>`)}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<nav aria-label="${t("page.contents")}"><ul>${CONTENTS.filter(
    (id) => id !== "packages" || document.system !== undefined,
  ).map((id) => html`<li><a href="#${id}">${t(`page.nav ${id}`)}</a></li>`)}</ul></nav>
</header>`;
}
