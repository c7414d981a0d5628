import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { readTable, rowsOf, type TableSpec } from "../../data/table.ts";
import { FronteraError, suggest } from "../../errors.ts";
import type { Language } from "../../language/language.ts";

/** How far an experiment is evidence: only the last kind is validation. */
export const KINDS = ["software", "fitted", "prior-anchored", "out-of-sample"] as const;
export type Kind = (typeof KINDS)[number];

/** The same words in every language. */
export type Words = Readonly<Record<Language, string>>;

/** A band that a number of an experiment must lie in. */
export interface CheckRow {
  readonly id: string;
  /** Whether it says what must not happen. */
  readonly mustNot: boolean;
  /** Whether it counts for the verdict, or is shown beside. */
  readonly counted: boolean;
  /** Ends of the band; null where it is open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly shown: "change" | "number";
  readonly what: Words;
  /** What the band rests on. */
  readonly band: Words;
  readonly source: readonly string[];
}

/** An experiment as it was written down before it was run. */
export interface ExperimentRow {
  readonly id: string;
  readonly kind: Kind;
  /** Grade of the evidence that its bands rest on. */
  readonly grade: "A" | "B" | "C";
  /** Last day of which anything is known to it. */
  readonly frozen: string;
  /** Whether the strength of its shock was read from the event itself. */
  readonly readFromEvent: boolean;
  /** Day on which band and reason were written down, before the first run; absent for bands of the specification. */
  readonly registered?: string;
  readonly event: Words;
  readonly setting: Words;
  /** Structure that the model would need where it fails or cannot be tested. */
  readonly needed: Words;
  /** What takes away from its independence; empty where nothing does. */
  readonly caveat: Words;
  readonly source: readonly string[];
  readonly checks: readonly CheckRow[];
}

const EXPERIMENTS = {
  id: { kind: "text" },
  kind: { kind: "one-of", values: KINDS },
  grade: { kind: "one-of", values: ["A", "B", "C"] },
  frozen: { kind: "date" },
  read_from_event: { kind: "one-of", values: ["yes", "no"] },
  registered: { kind: "date", optional: true },
  event: { kind: "text" },
  event_es: { kind: "text" },
  setting: { kind: "text" },
  setting_es: { kind: "text" },
  needed: { kind: "text" },
  needed_es: { kind: "text" },
  caveat: { kind: "text", optional: true },
  caveat_es: { kind: "text", optional: true },
  source_id: { kind: "text" },
} as const satisfies TableSpec;

const CHECKS = {
  experiment: { kind: "text" },
  check: { kind: "text" },
  must_not: { kind: "one-of", values: ["yes", "no"] },
  counted: { kind: "one-of", values: ["yes", "no"] },
  low: { kind: "number", optional: true },
  high: { kind: "number", optional: true },
  unit: { kind: "text" },
  shown: { kind: "one-of", values: ["change", "number"] },
  what: { kind: "text" },
  what_es: { kind: "text" },
  band: { kind: "text" },
  band_es: { kind: "text" },
  source_id: { kind: "text" },
} as const satisfies TableSpec;

const FILES = { experiments: "experiments/experiments.csv", checks: "experiments/checks.csv" } as const;

let own: readonly ExperimentRow[] | undefined;

/** Every experiment of the evidence, in the order of its table; read once, for it never changes. */
export function experimentRows(): readonly ExperimentRow[] {
  own ??= readExperiments(EVIDENCE_FILES);
  return own;
}

/** The experiment of this id, whatever its case. Error: `unknown-experiment` with the nearest. */
export function experimentIdOf(text: string): string {
  const ids = experimentRows().map(({ id }) => id);
  const found = ids.find((id) => id.toLowerCase() === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new FronteraError({
    code: "unknown-experiment",
    message: `there is no experiment ${text.slice(0, 40)}`,
    expected: ids.join(", "),
    hint: suggest(text, ids),
  });
}

/** Errors: those of `readTable`, `unknown-experiment` for a check of none, `bad-band` for one without ends or upside down. */
export function readExperiments(files: Readonly<Record<string, string>>): ExperimentRow[] {
  const table = <S extends TableSpec>(file: string, spec: S) =>
    rowsOf(readTable(files[file] ?? "", `evidence/${file}`, spec));
  const checks = table(FILES.checks, CHECKS).map((row) => {
    const end = (value: number) => (Number.isNaN(value) ? null : value);
    const [low, high] = [end(row.low), end(row.high)];
    if ((low === null && high === null) || (low !== null && high !== null && low > high))
      throw new FronteraError({
        code: "bad-band",
        message: `check ${row.check} of ${row.experiment} has no usable band`,
        path: `evidence/${FILES.checks}:${row.line}`,
        expected: "low, high or both, low not above high",
      });
    return {
      experiment: row.experiment,
      line: row.line,
      check: {
        id: row.check,
        mustNot: row.must_not === "yes",
        counted: row.counted === "yes",
        low,
        high,
        unit: row.unit,
        shown: row.shown,
        what: { en: row.what, es: row.what_es },
        band: { en: row.band, es: row.band_es },
        source: row.source_id.split(" "),
      } satisfies CheckRow,
    };
  });
  const rows = table(FILES.experiments, EXPERIMENTS).map(
    (row): ExperimentRow => ({
      id: row.id,
      kind: row.kind,
      grade: row.grade,
      frozen: row.frozen,
      readFromEvent: row.read_from_event === "yes",
      ...(row.registered === "" ? {} : { registered: row.registered }),
      event: { en: row.event, es: row.event_es },
      setting: { en: row.setting, es: row.setting_es },
      needed: { en: row.needed, es: row.needed_es },
      caveat: { en: row.caveat, es: row.caveat_es },
      source: row.source_id.split(" "),
      checks: checks.filter(({ experiment }) => experiment === row.id).map(({ check }) => check),
    }),
  );
  const stray = checks.find(({ experiment }) => !rows.some(({ id }) => id === experiment));
  if (stray !== undefined)
    throw new FronteraError({
      code: "unknown-experiment",
      message: `check ${stray.check.id} belongs to no experiment: ${stray.experiment}`,
      path: `evidence/${FILES.checks}:${stray.line}`,
    });
  return rows;
}

/** Whether a number lies in a band; what is no number lies in none. */
export function inside({ low, high }: Pick<CheckRow, "low" | "high">, value: number): boolean {
  return Number.isFinite(value) && (low === null || value >= low) && (high === null || value <= high);
}
