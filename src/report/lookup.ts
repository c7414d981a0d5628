/** Finding things in a study document by id. What a report cannot do without is an error, not an empty place. */
import { FronteraError, suggest } from "../errors.ts";
import type { Band, Contrast, Estimate, StudyDocument } from "../studies/study/document.ts";
import type { Speech } from "./speech.ts";

/** Ids that the report asks for. */
export const MEMBERS = "members";
export const DEATHS = "conflict-deaths";
export const RECRUITS = "recruits";
export const ARRESTS = "arrests";
export const HISTORY = "history";
export const BUSINESS_AS_USUAL = "business-as-usual";

/** The two contrasts with the key of their name, in the order in which they are always shown side by side. */
export const CONTRASTS = [
  { against: "businessAsUsual", title: "figures.againstBusinessAsUsual" },
  { against: "start", title: "figures.againstStart" },
] as const;

function missing(what: string, id: string, known: readonly string[]): FronteraError {
  return new FronteraError({
    code: "report-incomplete",
    message: `the study has no ${what} ${id}`,
    hint: suggest(id, [...new Set(known)]),
  });
}

/** The band of an outcome along a scenario; FronteraError `report-incomplete` when it is not there. */
export function bandOf(document: StudyDocument, outcome: string, scenario: string): Band {
  const found = document.bands.find((band) => band.id === outcome && band.scenario === scenario);
  if (found !== undefined) return found;
  throw missing(
    "band",
    `${outcome} in ${scenario}`,
    document.bands.map((band) => `${band.id} in ${band.scenario}`),
  );
}

/** Estimates of one outcome by date, earliest first; FronteraError when there is none. */
export function estimatesOf(document: StudyDocument, outcome: string): readonly Estimate[] {
  const found = document.estimates.filter((estimate) => estimate.id === outcome);
  if (found.length === 0)
    throw missing(
      "estimate",
      outcome,
      document.estimates.map((estimate) => estimate.id),
    );
  return [...found].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** One contrast at its last date, or undefined: business as usual has none against itself. */
export function contrastOf(
  document: StudyDocument,
  scenario: string,
  outcome: string,
  against: Contrast["against"],
): Contrast | undefined {
  return document.contrasts
    .filter((row) => row.scenario === scenario && row.outcome === outcome && row.against === against)
    .reduce<Contrast | undefined>((last, row) => (last === undefined || row.at > last.at ? row : last), undefined);
}

/** The scenarios that follow history, business as usual first. */
export function futures(document: StudyDocument): StudyDocument["scenarios"] {
  const later = document.scenarios.filter((scenario) => scenario.id !== HISTORY);
  const usual = later.filter((scenario) => scenario.id === BUSINESS_AS_USUAL);
  if (usual.length === 0)
    throw missing(
      "scenario",
      BUSINESS_AS_USUAL,
      later.map((scenario) => scenario.id),
    );
  return [...usual, ...later.filter((scenario) => scenario.id !== BUSINESS_AS_USUAL)];
}

/** The name of an outcome as its bands or estimates spell it; its id when neither knows it. */
export function outcomeName(document: StudyDocument, outcome: string): string {
  return (
    document.bands.find((band) => band.id === outcome)?.name ??
    document.estimates.find((estimate) => estimate.id === outcome)?.name ??
    outcome
  );
}

/** The outcome inside a sentence: `conflict deaths`, `las muertes por conflicto`. */
export function outcomeInSentence(document: StudyDocument, outcome: string, { t }: Speech): string {
  const known = ([MEMBERS, RECRUITS, DEATHS, ARRESTS] as const).find((id) => id === outcome);
  return known === undefined ? outcomeName(document, outcome).toLowerCase() : t(`report.the ${known}`);
}
