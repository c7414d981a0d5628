import { effectiveSampleSize, NEEDED_DRAWS } from "../../analysis/conditioning.ts";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { fingerprintOf } from "../../data/fingerprint.ts";
import { type PoolOptions, runJob } from "../../ensemble/pool.ts";
import type { Language } from "../../language/language.ts";
import { VERSION } from "../../version.ts";
import { joined } from "../scenarios/posterior.ts";
import type { Interval } from "../study/document.ts";
import { evidence } from "../study/study-model.ts";
import type { CheckResult, Count, ExperimentResult, ExperimentsDocument, RunWorth } from "./document.ts";
import { type ExperimentsPart, experimentsChunks, experimentsJob } from "./experiments-job.ts";
import { type CheckRow, type ExperimentRow, experimentRows, inside, KINDS } from "./registry.ts";
import { replicationChecks } from "./replication.ts";
import type { Run } from "./run.ts";
import { runsOf } from "./trials/index.ts";

export interface ExperimentsOptions extends PoolOptions {
  readonly draws: number;
  readonly seed: number;
  readonly language: Language;
  /** Ids of experiments; all when left out. */
  readonly ids?: readonly string[];
  readonly onProgress?: (done: number, total: number) => void;
}

/** Draws of one run, put together. */
interface Gathered {
  readonly run: Run;
  central: readonly number[];
  /** [read][stretch] */
  readonly values: Float64Array[][];
  readonly weights: Float64Array[];
}

/** One number of a check: what stands for it, and its draws. */
interface Found {
  readonly value: number;
  readonly draws?: { readonly values: Float64Array; readonly weights: Float64Array };
}

/**
 * Runs experiments on the same random numbers and holds them against their bands. The same seed gives the same document for any
 * number of workers.
 */
export async function runExperiments(options: ExperimentsOptions): Promise<ExperimentsDocument> {
  const { draws, seed, language, ids, onProgress } = options;
  const rows = experimentRows().filter(({ id }) => ids === undefined || ids.includes(id));
  const wanted = new Set(rows.map(({ id }) => id));
  const runs = runsOf(evidence()).filter(({ reads }) => reads.some(({ check }) => wanted.has(experimentOf(check))));
  const gathered = new Map<string, Gathered>(
    runs.map((run) => [run.id, { run, central: [], values: run.reads.map(() => []), weights: [] }]),
  );
  const byStatus: Record<string, number> = {};
  const spec = { runs: runs.map(({ id }) => id), draws, seed };
  let done = 0;
  await runJob(
    experimentsJob,
    spec,
    experimentsChunks(spec),
    (part: ExperimentsPart) => {
      const of = gathered.get(part.run)!;
      if (part.central !== undefined) of.central = part.central;
      for (const [i, values] of part.values.entries()) of.values[i]!.push(values);
      of.weights.push(part.weights);
      for (const [status, count] of Object.entries(part.byStatus)) byStatus[status] = (byStatus[status] ?? 0) + count;
      done += part.count;
      onProgress?.(done, draws * runs.length);
    },
    options,
  );
  const found = foundOf([...gathered.values()]);
  if (wanted.has("T12"))
    for (const [check, value] of replicationChecks())
      found.set(`T12 ${check}`, [...(found.get(`T12 ${check}`) ?? []), { value }]);
  const experiments = rows.map((row) => resultOf(row, found, language));
  const ended = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  return {
    command: "experiments",
    version: VERSION,
    fingerprint: await fingerprintOf({ version: VERSION, evidence: EVIDENCE_FILES, ids: [...wanted], seed, draws }),
    seed,
    draws,
    failed: { share: ended === 0 ? 0 : 1 - (byStatus.ok ?? 0) / ended, byStatus },
    experiments,
    counts: Object.fromEntries(
      KINDS.map((kind) => [kind, countOf(experiments.filter((one) => one.kind === kind))]),
    ) as ExperimentsDocument["counts"],
    conditioning: [...gathered.values()].map((one) => worthOf(one, wanted)),
  };
}

/** Whether what the program itself must do failed: the replication or an extreme condition. */
export function softwareFailed({ experiments }: Pick<ExperimentsDocument, "experiments">): boolean {
  return experiments.some(({ kind, verdict }) => kind === "software" && verdict === "fail");
}

function experimentOf(check: string): string {
  return check.slice(0, check.indexOf(" "));
}

/** Numbers by check; several runs may tell one check. */
function foundOf(all: readonly Gathered[]): Map<string, Found[]> {
  const found = new Map<string, Found[]>();
  for (const { run, central, values, weights } of all) {
    const every = joined(weights);
    run.reads.forEach(({ check, stands }, i) => {
      const draws = { values: joined(values[i]!), weights: every };
      const value =
        stands === undefined ? central[i]! : quantileOf(draws.values, draws.weights, stands === "low90" ? 0.05 : 0.95);
      found.set(check, [...(found.get(check) ?? []), { value, draws }]);
    });
  }
  return found;
}

function resultOf(
  row: ExperimentRow,
  found: ReadonlyMap<string, readonly Found[]>,
  language: Language,
): ExperimentResult {
  const { id, kind, grade, readFromEvent, frozen, registered, source } = row;
  const told = (counted: boolean) =>
    row.checks
      .filter((check) => check.counted === counted)
      .map((check) => checkOf(check, found.get(`${id} ${check.id}`) ?? [], language));
  const checks = told(true);
  const verdict = checks.length === 0 ? "not-testable" : checks.every(({ pass }) => pass) ? "pass" : "fail";
  return {
    id,
    event: row.event[language],
    kind,
    grade,
    verdict,
    ...(verdict === "pass" ? {} : { why: row.needed[language] }),
    ...(row.caveat[language] === "" ? {} : { caveat: row.caveat[language] }),
    readFromEvent,
    frozen,
    ...(registered === undefined ? {} : { registered }),
    setting: row.setting[language],
    sources: source,
    checks,
    beside: told(false),
  };
}

/** A check that several runs tell holds where it holds in each; the number furthest from its band is shown. */
function checkOf(check: CheckRow, found: readonly Found[], language: Language): CheckResult {
  if (found.length === 0) throw new Error(`nothing reads the check ${check.id}: ${check.what.en}`);
  const shown = found.reduce((worst, one) => (beyond(check, one.value) > beyond(check, worst.value) ? one : worst));
  const shares = found.map(({ value, draws }) =>
    draws === undefined ? (inside(check, value) ? 1 : 0) : shareInside(check, draws.values, draws.weights),
  );
  const { draws } = shown;
  return {
    id: check.id,
    what: check.what[language],
    mustNot: check.mustNot,
    low: check.low,
    high: check.high,
    unit: check.unit,
    shown: check.shown,
    band: check.band[language],
    value: finite(shown.value),
    pass: found.every(({ value }) => inside(check, value)),
    passShare: Math.min(...shares),
    ...(draws === undefined
      ? {}
      : {
          spread: spreadOf(draws.values, draws.weights),
        }),
  };
}

function spreadOf(values: Float64Array, weights: Float64Array): Interval {
  const at = (p: number) => finite(quantileOf(values, weights, p));
  return { median: at(0.5), interval50: [at(0.25), at(0.75)], interval90: [at(0.05), at(0.95)] };
}

/** How far a number lies outside a band; 0 inside. */
function beyond({ low, high }: CheckRow, value: number): number {
  if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
  return Math.max(0, low === null ? 0 : low - value, high === null ? 0 : value - high);
}

/** Numbers of a document are finite; one that is not lies in no band, and is shown as the largest there is. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.MAX_VALUE;
}

function shareInside(check: CheckRow, values: Float64Array, weights: Float64Array): number {
  let [all, good] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    all += weights[i]!;
    if (inside(check, values[i]!)) good += weights[i]!;
  }
  return all === 0 ? 0 : good / all;
}

/** The value below which a share of the weight lies. */
function quantileOf(values: Float64Array, weights: Float64Array, p: number): number {
  const order = Array.from(values.keys())
    .filter((i) => weights[i]! > 0 && !Number.isNaN(values[i]!))
    .sort((a, b) => values[a]! - values[b]! || a - b);
  const all = order.reduce((sum, i) => sum + weights[i]!, 0);
  let sum = 0;
  for (const i of order) {
    sum += weights[i]!;
    if (sum >= p * all) return values[i]!;
  }
  return Number.NaN;
}

function worthOf({ run, weights }: Gathered, wanted: ReadonlySet<string>): RunWorth {
  const size = effectiveSampleSize(joined(weights));
  return {
    run: run.id,
    experiments: [...new Set(run.reads.map(({ check }) => experimentOf(check)))].filter((id) => wanted.has(id)),
    frozen: run.frozen,
    effectiveSampleSize: size,
    needed: NEEDED_DRAWS,
    gate: size >= NEEDED_DRAWS ? "green" : "red",
  };
}

function countOf(of: readonly ExperimentResult[]): Count {
  const number = (verdict: ExperimentResult["verdict"]) => of.filter((one) => one.verdict === verdict).length;
  return { pass: number("pass"), fail: number("fail"), notTestable: number("not-testable") };
}
