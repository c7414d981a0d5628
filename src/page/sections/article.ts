import { type Html, html, link } from "../../report/html.ts";
import type { Speech } from "../../report/speech.ts";
import type { ArticleDocument, ReportSentence } from "../../studies/record/article.ts";
import type { EditionContents } from "../contents.ts";
import { verdictBadge } from "./claims.ts";

/** The news report sentence by sentence, each tied to its claims and figure. */
export function articleSection(
  { article, claims }: EditionContents,
  figures: ReadonlySet<string>,
  speech: Speech,
): Html {
  const { t } = speech;
  return html`<section id="article">
<h2>${t("page.nav article")}</h2>
<p>${lead(article, speech)}</p>
<p>${t("page.articleAbout")}</p>
<ol class="sentences">
${article.sentences.map((sentence) => row(sentence, claims, figures, speech))}</ol>
</section>
`;
}

function lead({ publisher, title, date, url }: ArticleDocument, { t, date: dated }: Speech): Html {
  return link(t("article.lead", { publisher, title, date: dated(date) }), url);
}

function row(
  { id, phrase, about, topic, claims: tied, figure }: ReportSentence,
  claims: EditionContents["claims"],
  figures: ReadonlySet<string>,
  speech: Speech,
): Html {
  const { t, language } = speech;
  const quoted = language === "es" ? `«${phrase}»` : `“${phrase}”`;
  const related = tied.flatMap((claim) => claims.filter((one) => one.id === claim));
  return html`<li id="sentence-${id}"><p class="kicker">${id} · ${t(`article.topic ${topic}`)}</p>
<blockquote lang="en"><p>${quoted}</p></blockquote>
<p>${about}</p>
<p class="ties">${related.map(
    (claim) =>
      html`<span class="tie"><a href="#claim-${claim.id}">${claim.id}</a> ${verdictBadge(claim, speech)}</span> `,
  )}${
    figure !== null && figures.has(figure)
      ? html`<a href="#figure-${figure}">${t("page.articleFigure")}: ${t(`page.nav ${figure === "agenda" ? "agenda" : "employers"}`)}</a>`
      : html``
  }</p>
</li>
`;
}
