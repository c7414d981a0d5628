/** One HTML file that opens from disk: both languages, every figure, and the script that runs the core in place. */
import { LANGUAGES, type Language } from "../language/language.ts";
import { html, trusted } from "../report/html.ts";
import { speechOf } from "../report/speech.ts";
import { STYLE_SHEET } from "../report/style-sheet.ts";
import type { PageContents } from "./contents.ts";
import { type Edition, editionOf } from "./edition.ts";
import { liveSettings } from "./live-settings.ts";
import { liveWords } from "./live-words.ts";
import { PAGE_STYLE } from "./style-sheet.ts";

export interface SingleFileOptions {
  /** The script of the page, a classic one. */
  readonly script: string;
  /** The language that is shown first; English where it is not given. */
  readonly language?: Language;
}

/** Nothing but what is in the file itself may run, be drawn or be styled; nothing may be fetched. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; worker-src blob:";

/** The same contents and script give the same bytes. */
export function singleFile(contents: PageContents, { script, language = "en" }: SingleFileOptions): string {
  const [first, ...others] = [language, ...LANGUAGES.filter((one) => one !== language)].map((one) =>
    editionOf(contents, one),
  ) as [Edition, ...Edition[]];
  const editions = [first, ...others.map((edition) => withoutRepeated(edition, first))];
  const settings = liveSettings(
    Object.fromEntries(
      editions.map((edition) => [edition.language, liveWords(contents.study, edition.language, edition.title)]),
    ) as Parameters<typeof liveSettings>[0],
  );
  const other = LANGUAGES.find((one) => one !== language)!;
  const { t } = speechOf(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${first.title}</title>
<meta name="description" content="${first.description}">
<style>${trusted(STYLE_SHEET)}${trusted(PAGE_STYLE)}</style>
<noscript><style>.edition[hidden] { display: block; }</style></noscript>
</head>
<body>
<div class="bar" id="bar"><noscript><p><a href="#edition-${other}" lang="${other}">${t("page.otherLanguage")}</a></p></noscript></div>
${editions.map(
  (
    edition,
  ) => html`<div class="edition" id="edition-${edition.language}" lang="${edition.language}"${edition === first ? html`` : html` hidden`}>
${edition.body}</div>
`,
)}<script type="application/json" id="frontera-settings">${trusted(inScript(JSON.stringify(settings)))}</script>
<script>${trusted(inScript(script))}</script>
</body>
</html>
`.markup;
}

/** Data of a figure that are the same in both languages stand once: the other link leads to the figure that has them. */
function withoutRepeated(edition: Edition, first: Edition): Edition {
  const data = (markup: string) =>
    new Map([...markup.matchAll(/data-of="([^"]*)" href="(data:[^"]*)"/g)].map(([, id = "", href = ""]) => [id, href]));
  const known = data(first.body.markup);
  const markup = edition.body.markup.replace(
    /data-of="([^"]*)" href="(data:[^"]*)"/g,
    (whole, id: string, href: string) =>
      known.get(id) === href ? `data-of="${id}" href="#${first.language}-figure-${id}"` : whole,
  );
  return { ...edition, body: trusted(markup) };
}

/** Text that stands inside a script: nothing in it may look like the end of one, nor like a comment. */
function inScript(text: string): string {
  return text.replace(/<(?=\/script|!--|script)/gi, "\\u003c");
}
