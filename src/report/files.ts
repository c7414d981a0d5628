/** Everything that a study leaves on disk, as texts: the caller only writes them. */
import type { StudyDocument } from "../studies/study/document.ts";
import type { SystemPart } from "../studies/study/system/document.ts";
import { citation } from "./cite.ts";
import { type FigureId, figureApplies, STUDY_FIGURES } from "./figures/index.ts";
import { type ReportOptions, studyReport } from "./study-report.ts";
import { leversTable, outcomesTable, packagesTable } from "./system-tables.ts";
import { csv, summaryTable } from "./tables.ts";

export interface TextFile {
  /** Path below the folder of the study, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const FIGURE_WIDTH = 720;

/** `levers.csv` and `packages.csv`: everything that orders move; `system.csv`: business as usual of every outcome. */
function systemFiles(system: SystemPart): TextFile[] {
  return [
    { path: "system.csv", text: csv(outcomesTable(system)) },
    { path: "levers.csv", text: csv(leversTable(system)) },
    { path: "packages.csv", text: csv(packagesTable(system)) },
  ];
}

/** `report.html`, `summary.csv`, `citation.bib`, tables of the whole system, and each figure as SVG with its data beside it as CSV. */
export function studyFiles(document: StudyDocument, options: ReportOptions = {}): TextFile[] {
  const figures = (Object.keys(STUDY_FIGURES) as FigureId[]).flatMap((id): TextFile[] => {
    if (!figureApplies(document, id)) return [];
    const { svg, table } = STUDY_FIGURES[id](document, { ...options, width: FIGURE_WIDTH, standalone: true });
    return [
      { path: `figures/${id}.svg`, text: `${svg}\n` },
      { path: `figures/${id}.csv`, text: csv(table) },
    ];
  });
  return [
    { path: "report.html", text: studyReport(document, options) },
    { path: "summary.csv", text: csv(summaryTable(document)) },
    ...(document.system === undefined ? [] : systemFiles(document.system)),
    { path: "citation.bib", text: citation(document.version, document.fingerprint, document.sources).bibtex },
    ...figures,
  ];
}
