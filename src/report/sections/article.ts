import type { ClaimId } from "../../data/article.ts";
import type { ArticleDocument, ReportSentence } from "../../studies/record/article.ts";
import { type Html, html, link } from "../html.ts";
import type { Speech } from "../speech.ts";

/** What a page shows beside a sentence of the news report. */
export interface ArticleTies {
  readonly claim: (id: ClaimId) => Html;
  /** Anchor and name of the figure that shows the sentence, where the page has one. */
  readonly figure: (sentence: ReportSentence) => { readonly anchor: string; readonly name: string } | undefined;
}

/** The news report sentence by sentence, each tied to its claims and its figure. */
export function articleSection(article: ArticleDocument, ties: ArticleTies, speech: Speech): Html {
  const { t, date } = speech;
  const { publisher, title, url } = article;
  return html`<section id="article">
<h2>${t("article.heading")}</h2>
<p>${link(t("article.lead", { publisher, title, date: date(article.date) }), url)}</p>
<p>${t("article.about")}</p>
<ol class="sentences">
${article.sentences.map((sentence) => row(sentence, ties, speech))}</ol>
</section>
`;
}

function row(sentence: ReportSentence, ties: ArticleTies, { t, language }: Speech): Html {
  const { id, phrase, about, topic, claims } = sentence;
  const quoted = language === "es" ? `«${phrase}»` : `“${phrase}”`;
  const figure = ties.figure(sentence);
  return html`<li id="sentence-${id}"><p class="kicker">${id} · ${t(`article.topic ${topic}`)}</p>
<blockquote lang="en"><p>${quoted}</p></blockquote>
<p>${about}</p>
<p class="ties">${claims.map((claim) => html`<span class="tie">${ties.claim(claim)}</span> `)}${
    figure === undefined
      ? html``
      : html`<a href="#${figure.anchor}">${t("article.figureOf", { name: figure.name })}</a>`
  }</p>
</li>
`;
}
