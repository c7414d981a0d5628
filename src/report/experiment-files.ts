import type { Language } from "../language/language.ts";
import type { ExperimentsDocument } from "../studies/experiments/document.ts";
import { experimentFigure } from "./figures/experiment.ts";
import type { TextFile } from "./files.ts";
import { csv } from "./tables.ts";

const WIDTH = 720;

/** `experiments.csv` with every check, and each experiment as a drawing with its numbers beside it. */
export function experimentFiles(document: ExperimentsDocument, language: Language): TextFile[] {
  const figures = document.experiments.map((one) => {
    const { id, svg, table } = experimentFigure(document, one, { width: WIDTH, standalone: true, language });
    return { id, svg, table, experiment: one };
  });
  const first = figures[0]?.table.columns ?? [];
  return [
    {
      path: "experiments.csv",
      text: csv({
        columns: ["experiment", "event", "kind", "grade", "verdict", "frozen", ...first],
        rows: figures.flatMap(({ table, experiment: { id, event, kind, grade, verdict, frozen } }) =>
          (table.rows.length === 0 ? [first.map(() => "")] : table.rows).map((row) => [
            id,
            event,
            kind,
            grade,
            verdict,
            frozen,
            ...row,
          ]),
        ),
      }),
    },
    ...figures.flatMap(({ id, svg, table }): TextFile[] => [
      { path: `figures/${id}.svg`, text: `${svg}\n` },
      { path: `figures/${id}.csv`, text: csv(table) },
    ]),
  ];
}
