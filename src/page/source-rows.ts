import type { Dataset } from "../data/dataset.ts";

/** Rows of the evidence that rest on each source, as files with their lines: `series/deaths.csv 12–20, 31`. */
export function rowsBySource(dataset: Dataset): ReadonlyMap<string, string> {
  const lines = new Map<string, Map<string, number[]>>();
  const rows: readonly { readonly at: string; readonly source: string | readonly string[] }[] = [
    ...[...dataset.series.values()].flatMap((series) => series.rows),
    ...dataset.parameters.values(),
    ...dataset.agenda,
    ...dataset.article,
  ];
  for (const { at, source } of rows) {
    const [, file = at, line = ""] = /^(.*):(\d+)$/.exec(at) ?? [];
    for (const id of [source].flat()) {
      const files = lines.get(id) ?? new Map<string, number[]>();
      lines.set(id, files.set(file, [...(files.get(file) ?? []), Number(line)]));
    }
  }
  return new Map(
    [...lines].map(([id, files]) => [
      id,
      [...files]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([file, of]) => `${file} ${stretches(of)}`)
        .join("; "),
    ]),
  );
}

/** Numbers in order, those in a row as `first–last`. */
function stretches(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
