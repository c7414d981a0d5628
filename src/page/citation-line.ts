import type { Language } from "../language/language.ts";
import { speechOf } from "../report/speech.ts";
import type { StudyDocument } from "../studies/study/document.ts";

/** How to cite a figure of the study, in one line. */
export function citationLine({ version, fingerprint }: StudyDocument, language: Language): string {
  return speechOf(language).t("page.citation", { version, run: fingerprint.slice(0, 8) });
}

/** How to cite a figure of a table of evidence, in one line. */
export function recordCitation({ version }: StudyDocument, file: string, language: Language): string {
  return speechOf(language).t("page.citationRecord", { version, file });
}
