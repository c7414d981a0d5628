import { citation } from "../../report/cite.ts";
import { type Html, html, link } from "../../report/html.ts";
import { anchor } from "../../report/sections/results.ts";
import type { Speech } from "../../report/speech.ts";
import type { StudyDocument } from "../../studies/study/document.ts";

/** How to cite the software and the study behind it. */
export function citeSection({ version, fingerprint }: StudyDocument, { t }: Speech): Html {
  const { text, bibtex } = citation(version, fingerprint);
  return html`<section id="cite">
<h2>${t("report.citeTitle")}</h2>
${text.split("\n\n").map(
  (paragraph) => html`<p class="reference" lang="en">${paragraph}</p>
`,
)}<details><summary>${t("report.bibtex")}</summary><pre tabindex="0"><code>${bibtex}</code></pre></details>
<p>${t("report.fingerprint")} <code class="long">${fingerprint}</code></p>
</section>
`;
}

/** The sources that the markup of a page links to. */
export function sourcesSection({ sources }: StudyDocument, cited: (id: string) => boolean, { t }: Speech): Html {
  return html`<section id="sources">
<h2>${t("report.sourcesTitle")}</h2>
<p>${t("page.sourcesAbout")}</p>
<ol class="sources">${sources
    .filter(({ id }) => cited(id))
    .map(
      ({ id, citation: told, url }) =>
        html`<li id="source-${anchor(id)}"><code>${id}</code> <span lang="en">${told}</span> ${url === null ? "" : link(url, url)}</li>
`,
    )}</ol>
</section>
`;
}
