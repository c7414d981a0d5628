/** The note as one page of HTML that prints on two sheets. */
import type { Figure } from "../figures/figure.ts";
import { type Html, html, trusted } from "../html.ts";
import type { Brief, BriefSection, BriefTable, Statement } from "./brief.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** The whole page; it loads nothing from outside. */
export function briefPage(brief: Brief): string {
  const { speech } = brief;
  const { t } = speech;
  return html`<!doctype html>
<html lang="${speech.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${brief.fileTitle}</title>
<meta name="description" content="${brief.lede}">
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<main>
<section class="sheet">
<header>
<p class="kicker">${brief.kicker}</p>
<h1>${brief.title}</h1>
<p class="lede">${brief.lede}</p>
${brief.warnings.map(
  (text) => html`<p class="warning">${text}</p>
`,
)}</header>
<div class="beside first">
<div>
<h2>${t("brief.inShort")}</h2>
${statements(brief.inShort)}
</div>
${figureBlock(brief.members, brief)}
</div>
<p class="about">${statement(brief.harm)}</p>
${section(brief.asked)}
${footer(brief, 1)}
</section>
<section class="sheet">
${section(brief.says)}
<div class="beside second">
${figureBlock(brief.contrasts, brief)}
${figureBlock(brief.record, brief)}
</div>
<h2>${t("brief.cannotTitle")}</h2>
${statements(brief.cannotTell, "columns")}
<h2>${t("brief.citeTitle")}</h2>
<div class="small">${statements(brief.citing)}</div>
${footer(brief, 2)}
</section>
</main>
</body>
</html>
`.markup.replace(/(\d) %/g, "$1\u00a0%");
}

function statements(all: readonly Statement[], more?: string): Html {
  return html`<ul class="${more === undefined ? "statements" : `statements ${more}`}">
${all.map(
  (one) => html`<li>${statement(one)}</li>
`,
)}</ul>`;
}

function statement({ lead, text }: Statement): Html {
  if (lead === "") return html`${text}`;
  return text === "" ? html`<strong>${lead}</strong>` : html`<strong>${lead}</strong> ${text}`;
}

function section({ title, about, table }: BriefSection): Html {
  return html`<h2>${title}</h2>
<p class="about">${about}</p>
${tableBlock(table, title)}`;
}

function tableBlock({ columns, rows }: BriefTable, title: string): Html {
  return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table><colgroup>${columns.map(
    ({ share }) => html`<col style="width:${(share * 100).toFixed(1)}%">`,
  )}</colgroup>
<thead><tr>${columns.map((column) => html`<th scope="col">${column.title}</th>`)}</tr></thead>
<tbody>
${rows.map(({ cells, heading }) => {
  const [first, ...others] = cells;
  return heading === true
    ? html`<tr><th class="heading" scope="rowgroup" colspan="${columns.length}">${statement(first!)}</th></tr>
`
    : html`<tr><th scope="row">${statement(first!)}</th>${others.map((cell) => html`<td>${statement(cell)}</td>`)}</tr>
`;
})}</tbody></table></div>`;
}

function figureBlock({ id, title, svg, caption, source }: Figure, { speech }: Brief): Html {
  return html`<figure id="figure-${id}">
<h3>${title}</h3>
${trusted(svg)}
<figcaption>${caption} ${speech.t("figures.source", { source })}</figcaption>
</figure>`;
}

function footer({ runLine, speech }: Brief, page: 1 | 2): Html {
  return html`<footer><span>${runLine}</span><span>${speech.t("brief.page", { page })}</span></footer>`;
}
