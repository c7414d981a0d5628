import { citation } from "../../report/cite.ts";
import { type Html, html, link } from "../../report/html.ts";
import { anchor } from "../../report/sections/results.ts";
import type { Speech } from "../../report/speech.ts";
import type { StudyDocument } from "../../studies/study/document.ts";
import type { PageContents } from "../contents.ts";

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

/** The sources that the markup of a page links to, each with its rows of evidence. */
export function sourcesSection(
  { sources }: StudyDocument,
  rows: PageContents["rows"],
  cited: (id: string) => boolean,
  { t }: Speech,
): Html {
  const rowsOf = (id: string) => {
    const found = rows.get(id);
    return found === undefined ? html`` : html` <span class="rows">${t("page.sourceRows", { rows: found })}</span>`;
  };
  return html`<section id="sources">
<h2>${t("report.sourcesTitle")}</h2>
<p>${t("page.sourcesAbout")}</p>
<ol class="sources">${sources
    .filter(({ id }) => cited(id))
    .map(
      ({ id, citation: told, url }) =>
        html`<li id="source-${anchor(id)}"><code>${id}</code> <span lang="en">${told}</span> ${url === null ? "" : link(url, url)}${rowsOf(id)}</li>
`,
    )}</ol>
</section>
`;
}
