export { type Citation, citation } from "./cite.ts";
export type { Figure, FigureOptions, StudyFigure } from "./figures/figure.ts";
export { type FigureId, STUDY_FIGURES } from "./figures/index.ts";
export { studyFiles, type TextFile } from "./files.ts";
export { type ReportOptions, studyReport } from "./study-report.ts";
export { csv, summaryTable, type Table } from "./tables.ts";
export { type SummaryOptions, studySummary } from "./terminal.ts";
