/** HTML that is escaped unless it was made here: interpolated text can never become markup. */
import { FronteraError } from "../errors.ts";
import { escapeHtml, finite } from "./format.ts";

export interface Html {
  readonly markup: string;
}

/** Markup that is known to be sound, e.g. a drawing; never text of a user. */
export function trusted(markup: string): Html {
  return { markup };
}

/** Template whose values are escaped; lists are joined; numbers must be finite. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  let markup = strings[0]!;
  values.forEach((value, i) => {
    if (typeof value === "string") markup += escapeHtml(value);
    else if (typeof value === "number") markup += String(finite(value, "html"));
    else if ("markup" in value) markup += value.markup;
    else for (const one of value) markup += one.markup;
    markup += strings[i + 1]!;
  });
  return { markup };
}

export type Cell = string | Html;

export interface Column {
  readonly title: string;
  /** `number`: right-aligned figures of equal width; `date`: never broken; `words`: room for a sentence. */
  readonly kind?: "number" | "date" | "words";
}

/** A table in a box that scrolls by itself; the first column heads its row. `nothing` stands in a cell without a text. */
export function dataTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  nothing: string,
): Html {
  const shown = rows.map((row) => {
    if (row.length !== columns.length)
      throw new FronteraError({
        code: "report-table",
        message: "a row of a table has not as many cells as the table has columns",
        path: caption,
        expected: String(columns.length),
        received: String(row.length),
      });
    return html`<tr>${row.map((cell, i) => {
      const content = typeof cell === "string" ? html`${cell.trim() === "" ? nothing : cell}` : cell;
      if (i === 0) return html`<th scope="row">${content}</th>`;
      const kind = columns[i]!.kind;
      return kind === undefined ? html`<td>${content}</td>` : html`<td class="${kind}">${content}</td>`;
    })}</tr>`;
  });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption><span>${caption}</span></caption><thead><tr>${columns.map(
    (column) =>
      column.kind === "number"
        ? html`<th scope="col" class="number">${column.title}</th>`
        : html`<th scope="col">${column.title}</th>`,
  )}</tr></thead><tbody>${shown}</tbody></table></div>
`;
}

/** A cell of figures that may be broken between its parts where a table is wide; a part of a number never is. */
export function breakable(...parts: readonly string[]): Html {
  return html`<span class="wrap">${parts.map((part, i) => html`${i === 0 ? "" : " "}${part.replaceAll(" ", "\u00a0")}`)}</span>`;
}

/** A link to a page when the address is one of the web, otherwise plain text: no `javascript:` ever becomes a link. */
export function link(text: string, url: string | null): Html {
  return url !== null && /^https?:\/\/[^\s"'<>]+$/.test(url) ? html`<a href="${url}">${text}</a>` : html`${text}`;
}
