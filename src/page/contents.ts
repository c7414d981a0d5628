import type { Dataset } from "../data/dataset.ts";
import { LANGUAGES, type Language } from "../language/language.ts";
import type { FigureId } from "../report/figures/index.ts";
import type { Claim } from "../studies/claims/claim.ts";
import { type ClaimDocument, claimDocuments } from "../studies/claims/document.ts";
import { type EmployerLists, employerLists } from "../studies/claims/employers.ts";
import { type AgendaDocument, agendaDocument, selectAgenda } from "../studies/record/agenda.ts";
import { type ArticleDocument, articleDocument } from "../studies/record/article.ts";
import type { StudyDocument } from "../studies/study/document.ts";
import { evidence } from "../studies/study/study-model.ts";
import { figureSources } from "./figure-sources.ts";
import { centralRun, type LivePreset, liveModel, PRESETS } from "./live-settings.ts";
import { rowsBySource } from "./source-rows.ts";

/** A named scenario as one run at central values. */
export interface PresetRun {
  readonly preset: LivePreset;
  readonly results: ReturnType<typeof centralRun>;
}

/** Everything that the page shows, in every language. */
export interface PageContents {
  readonly study: StudyDocument;
  readonly employers: EmployerLists;
  readonly runs: readonly PresetRun[];
  /** Rows of the evidence by the source that they rest on. */
  readonly rows: ReadonlyMap<string, string>;
  /** Sources whose rows a figure of the study shows. */
  readonly figureSources: (id: FigureId) => readonly string[];
  readonly editions: Readonly<Record<Language, EditionContents>>;
}

/** What is told in words, in one language. */
export interface EditionContents {
  readonly claims: readonly ClaimDocument[];
  readonly article: ArticleDocument;
  readonly agenda: AgendaDocument;
}

/** Gathers the page from a study and the claims weighed beside it. */
export function pageContents(
  study: StudyDocument,
  claims: readonly Claim[],
  dataset: Dataset = evidence(),
): PageContents {
  const model = liveModel();
  const edition = (language: Language): EditionContents => ({
    claims: claimDocuments(claims, language),
    article: articleDocument(dataset, language),
    agenda: agendaDocument(selectAgenda(dataset.agenda, {}), dataset.sources, language),
  });
  return {
    study,
    employers: employerLists(dataset),
    rows: rowsBySource(dataset),
    figureSources: (id) => figureSources(dataset, id),
    runs: PRESETS.map((preset) => ({ preset, results: centralRun(model, preset) })),
    editions: Object.fromEntries(LANGUAGES.map((language) => [language, edition(language)])) as Record<
      Language,
      EditionContents
    >,
  };
}
