import type { Figure, FigureOptions } from "../report/figures/figure.ts";
import { type Html, html, trusted } from "../report/html.ts";
import { sourceLink } from "../report/sections/results.ts";
import type { Speech } from "../report/speech.ts";
import { csv } from "../report/tables.ts";

/** A figure with what it needs to leave the page: evidence grade and citation. */
export interface Card {
  readonly draw: (options: FigureOptions) => Figure;
  readonly grade: string;
  readonly citation: string;
  /** Sources that the page lists. */
  readonly known: ReadonlySet<string>;
  /** Sources whose rows the figure shows, where its source line does not name them. */
  readonly rowsFrom?: readonly string[];
}

const WIDE = 720;
const NARROW = 360;

/** A figure for a page and for a telephone, its words, and its data as a link; the script of the page adds pictures. */
export function figureCard({ draw, grade, citation, known, rowsFrom = [] }: Card, speech: Speech): Html {
  const { language, t } = speech;
  const wide = draw({ width: WIDE, language });
  const narrow = draw({ width: NARROW, language });
  return html`<figure id="figure-${wide.id}" data-figure="${wide.id}">
<h3>${wide.title}</h3>
<div class="wide">${trusted(wide.svg)}</div>
<div class="narrow">${trusted(narrow.svg)}</div>
<figcaption>
<p>${wide.caption}</p>
<p class="grade-line">${grade}.</p>
<p class="source">${withLinks(t("figures.source", { source: wide.source }), known, speech)}${rowsFrom.length === 0 ? "" : withLinks(` ${t("page.rowsFrom", { ids: rowsFrom.join(", ") })}`, known, speech)}</p>
<p class="citation">${t("page.cite", { citation })}</p>
<details class="alt"><summary>${t("page.alt")}</summary><p>${trusted(descriptionOf(wide.svg))}</p></details>
<ul class="downloads" aria-label="${t("page.download")}"><li><a download="${wide.id}-${language}.csv" data-of="${wide.id}" href="${dataAddress(csv(wide.table))}">CSV<span class="unseen"> (${t("page.downloadAs", { kind: t("page.dataOf"), title: wide.title })})</span></a></li></ul>
</figcaption>
</figure>
`;
}

/** A source line whose ids of sources lead to their entries. */
function withLinks(line: string, known: ReadonlySet<string>, speech: Speech): Html {
  return html`${line.split(/([a-z][a-z0-9_]*)/).map((word) => (known.has(word) ? sourceLink(word, known, speech) : html`${word}`))}`;
}

/** What a drawing says to those who cannot see it, as markup. */
function descriptionOf(svg: string): string {
  return /<desc[^>]*>([^<]*)<\/desc>/.exec(svg)?.[1] ?? "";
}

/** A text inside its own address; it needs no script. Only what an address cannot hold is escaped. */
function dataAddress(text: string): string {
  const escaped = text.replace(/[^\w\s!$'()*,./:;=?@~+-]|[\t\n\r]/gu, (sign) => encodeURIComponent(sign));
  return `data:text/csv;charset=utf-8,${escaped.replaceAll(" ", "%20").replaceAll("'", "%27")}`;
}
