/** The news report that the claims come from, sentence by sentence. */
import type { ClaimId, ModuleName, Sentence, Topic } from "../../data/article.ts";
import type { Dataset } from "../../data/dataset.ts";
import { FronteraError } from "../../errors.ts";
import type { Language } from "../../language/language.ts";

/** The day on which the report came out. */
export const REPORT_DATE = "2023-10-05";
const REPORT = "brazilian_report_oct23";

/** A sentence as programs read it; the phrase stays in the language of the report. */
export interface ReportSentence {
  readonly id: string;
  readonly phrase: string;
  readonly about: string;
  readonly topic: Topic;
  readonly claims: readonly ClaimId[];
  readonly figure: string | null;
  readonly modules: readonly ModuleName[];
}

export interface ArticleDocument {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  readonly language: Language;
  readonly sentences: readonly ReportSentence[];
}

/** The report in one language. Error: `missing-source` where the evidence does not have the report. */
export function articleDocument(dataset: Dataset, language: Language): ArticleDocument {
  const source = dataset.sources.get(REPORT);
  if (source?.url === undefined)
    throw new FronteraError({
      code: "missing-source",
      message: `the sources do not have the report: ${REPORT}`,
      path: "evidence/sources.csv",
      expected: "its row, with an address",
    });
  return {
    title: source.title,
    publisher: source.publisher,
    date: REPORT_DATE,
    url: source.url,
    language,
    sentences: dataset.article.map((sentence) => inLanguage(sentence, language)),
  };
}

function inLanguage(sentence: Sentence, language: Language): ReportSentence {
  const { id, phrase, about, aboutEs, topic, claims, figure, modules } = sentence;
  return { id, phrase, about: language === "es" ? aboutEs : about, topic, claims, figure, modules };
}
