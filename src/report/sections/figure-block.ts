import type { StudyDocument } from "../../studies/study/document.ts";
import { type FigureId, figureApplies, STUDY_FIGURES } from "../figures/index.ts";
import { type Html, html, trusted } from "../html.ts";
import type { Speech } from "../speech.ts";
import { csv } from "../tables.ts";

const WIDE = 720;
const NARROW = 360;

/** A figure on the page: drawn for a page and for a telephone, its caption, its source line and its data; nothing when the study has not what it draws. */
export function figureBlock(document: StudyDocument, id: FigureId, { language, t }: Speech): Html {
  if (!figureApplies(document, id)) return html``;
  const wide = STUDY_FIGURES[id](document, { width: WIDE, language });
  const narrow = STUDY_FIGURES[id](document, { width: NARROW, language });
  return html`<figure id="figure-${id}">
<h3>${wide.title}</h3>
<div class="wide">${trusted(wide.svg)}</div>
<div class="narrow">${trusted(narrow.svg)}</div>
<figcaption>
<p>${wide.caption}</p>
<p class="source">${t("figures.source", { source: wide.source })} <a download="figure-${id}.csv" href="${dataAddress(csv(wide.table))}">${t("report.dataOfFigure")}</a></p>
</figcaption>
</figure>
`;
}

/** A text inside its own address, so that the page stays one file. */
function dataAddress(text: string): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("'", "%27")}`;
}
