import { type Language, messagesOf } from "../language/language.ts";
import type { StudyDocument } from "../studies/study/document.ts";

/** Area of the names that a document carries. */
const NAMES = "study.";

/**
 * The study with its names in the language: outcomes, scenarios, assumptions, figures of others, series and checks. A
 * document has them in English; a name that no catalogue knows stays as it is.
 */
export function spokenStudy(document: StudyDocument, language: Language): StudyDocument {
  if (language === "en") return document;
  const names = namesIn(language);
  const say = (text: string) => names.get(text) ?? text;
  const named = <T extends { readonly name: string }>(row: T): T => ({ ...row, name: say(row.name) });
  return {
    ...document,
    conditioning: { ...document.conditioning, series: document.conditioning.series.map(say) },
    estimates: document.estimates.map(named),
    bands: document.bands.map(named),
    rivals: document.rivals.map((rival) => ({ ...rival, label: say(rival.label) })),
    scenarios: document.scenarios.map((scenario) => ({ ...named(scenario), about: say(scenario.about) })),
    sensitivity: document.sensitivity.map((row) => ({
      ...row,
      assumption: say(row.assumption),
      setting: say(row.setting),
    })),
    assumptions: document.assumptions.map((row) => ({ ...row, name: row.nameEs })),
    checks: document.checks.map((check) => ({ ...check, about: say(check.about) })),
  };
}

/** From the English names to those of the language. */
function namesIn(language: Language): ReadonlyMap<string, string> {
  const theirs = messagesOf(language);
  return new Map(
    [...messagesOf("en")].flatMap(([key, text]) =>
      key.startsWith(NAMES) ? [[text, theirs.get(key) ?? text] as const] : [],
    ),
  );
}
