import type { Html } from "../../report/html.ts";
import { html } from "../../report/html.ts";
import { articleSection } from "../../report/sections/article.ts";
import type { Speech } from "../../report/speech.ts";
import type { ReportSentence } from "../../studies/record/article.ts";
import type { EditionContents } from "../contents.ts";
import { verdictBadge } from "./claims.ts";

/** The claim about a place among employers. */
const EMPLOYERS_CLAIM = "C2";

/** The news report with the verdict on every claim, and links to the figures of the page. */
export function annotatedArticle({ article, claims }: EditionContents, speech: Speech): Html {
  return articleSection(
    article,
    {
      claim: (id) => {
        const weighed = claims.find((one) => one.id === id);
        return weighed === undefined
          ? html`${id}`
          : html`<a href="#claim-${id}">${id}</a> ${verdictBadge(weighed, speech)}`;
      },
      figure: (sentence) => figureOf(sentence, speech),
    },
    speech,
  );
}

/** The evidence names figures of the program; that of the employers stands on this page alone. */
function figureOf(
  { figure, claims }: ReportSentence,
  { t }: Speech,
): ReturnType<Parameters<typeof articleSection>[1]["figure"]> {
  if (figure === "agenda") return { anchor: "figure-agenda", name: t("page.nav agenda") };
  if (figure === "members") return { anchor: "figure-members", name: t("report.members") };
  if (claims.includes(EMPLOYERS_CLAIM)) return { anchor: "figure-employers", name: t("page.nav employers") };
  return undefined;
}
