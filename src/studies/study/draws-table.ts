import { exp } from "../../math/elementary/index.ts";
import { COLUMNS, columnAt } from "./columns.ts";
import type { StudyPart } from "./study-job.ts";

/** Columns that a reader of draws wants: parameters and outcomes; the likelihood is given as a weight. */
const SHOWN = COLUMNS.flatMap(({ kind }, i) => (kind === "likelihood" || kind === "check" ? [] : [i]));

/**
 * First line of `draws.csv`. `weight` is the likelihood of a draw relative to a perfect fit: weighted summaries of the rows
 * are those of the study, plain ones those of the prior. `log_weight` is its logarithm.
 */
export function drawsHeader(): string {
  return `${["draw", ...SHOWN.map((i) => COLUMNS[i]!.name), "log_weight", "weight", "status"].join(",")}\n`;
}

/** One line a draw; what a failed draw has not is empty. */
export function drawsRows({ first, count, rows, status }: StudyPart): string {
  const width = COLUMNS.length;
  const likelihood = columnAt("log_likelihood");
  const lines: string[] = [];
  for (let i = 0; i < count; i++) {
    const cell = (value: number) => (Number.isFinite(value) ? String(value) : "");
    const log = rows[i * width + likelihood]!;
    const weight = status[i] === "ok" ? exp(log) : Number.NaN;
    lines.push(
      [first + i, ...SHOWN.map((column) => cell(rows[i * width + column]!)), cell(log), cell(weight), status[i]].join(
        ",",
      ),
    );
  }
  return `${lines.join("\n")}\n`;
}
