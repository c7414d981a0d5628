import { gradeShares, varianceSharer } from "../../analysis/variance-shares.ts";
import type { CheckResult } from "../../ensemble/check-meter.ts";
import { type PoolOptions, runJob } from "../../ensemble/pool.ts";
import type { Tally, TallyData } from "../../ensemble/tally.ts";
import { declaredParameter } from "../../model/declare.ts";
import type { Grades, Interval } from "../study/document.ts";
import { evidence } from "../study/study-model.ts";
import type { Conditioning, EndChange, Lines } from "./document.ts";
import { drawnAt, joined, type Posterior, posteriorOf } from "./posterior.ts";
import type { Scenario } from "./scenario.ts";
import {
  cellsOf,
  emptyTallies,
  lastColumns,
  type ScenarioCell,
  type ScenarioPart,
  scenarioChunks,
  scenarioJob,
} from "./scenario-job.ts";
import type { ScenarioSpec, ScenarioWork } from "./scenario-spec.ts";
import { type Subsystem, subsystemOf } from "./subsystems.ts";

export interface GroupOptions extends PoolOptions {
  /** Draws done and draws in all, over every part of the system. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Draws that are kept whole, for the shares of the variance. */
const KEPT = 5_000;

/** What a subsystem gave. */
export interface SubsystemRun {
  readonly subsystem: Subsystem;
  readonly tallies: { readonly levels: Tally; readonly changes: Tally };
  readonly cells: { readonly levels: ReadonlyMap<string, number>; readonly changes: ReadonlyMap<string, number> };
  readonly conditioning: Conditioning;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly checks: readonly CheckResult[];
  grades(cell: ScenarioCell): Grades;
}

export interface GroupRun {
  readonly subsystems: readonly SubsystemRun[];
}

/**
 * Runs the scenarios of a spec on the same random numbers: history of every part of the system by itself, weighed by what was
 * counted, then the scenarios with what the parts hear of one another. The first scenario is what the others are held against.
 */
export async function runGroup(spec: ScenarioSpec, options: GroupOptions): Promise<GroupRun> {
  // A draw is weighed once in every part of the system, and carried once through the scenarios with all of them.
  const carried = Math.min(spec.carried ?? spec.draws, spec.draws);
  const total = spec.draws * spec.subsystems.length + carried * spec.scenarios.length;
  let done = 0;
  const progress = (count: number) => {
    done += count;
    options.onProgress?.(done, total);
  };
  const { seed, draws, subsystems, scenarios } = spec;
  const posterior = await posteriorOf(
    { seed, draws, subsystems, parameters: scenarios[0]!.parameters },
    { ...options, onDraws: progress },
  );
  const rows = spreadOver(draws, carried);
  const parts = partsOf(posterior);
  const data = await runJob(
    scenarioJob,
    { ...spec, draws: carried, drawn: posterior.map((of) => drawnAt(drawnOf(of, scenarios[0]!), draws, rows)) },
    scenarioChunks({ ...spec, draws: carried }),
    (chunk: ScenarioPart) => {
      gather(parts, chunk);
      progress(chunk[0]!.weights.length * scenarios.length);
    },
    options,
  );
  return summedUp(spec, posterior, parts, data);
}

/** What chunks of draws gave of one part of the system, put together. */
interface Gathered {
  readonly weights: Float64Array[];
  readonly rows: Float64Array[];
  kept: number;
  readonly byStatus: Record<string, number>;
  checks: CheckResult[];
}

/** Room for chunks of every part. */
export function partsOf(posterior: readonly Posterior[]): Gathered[] {
  return posterior.map(({ byStatus }) => ({
    weights: [],
    rows: [],
    kept: 0,
    byStatus: failures(byStatus),
    checks: [],
  }));
}

/** Adds a chunk. */
export function gather(parts: readonly Gathered[], chunk: ScenarioPart): void {
  for (const [s, { weights, rows, byStatus, checks }] of chunk.entries()) {
    const of = parts[s]!;
    of.weights.push(weights);
    if (of.kept < KEPT) of.rows.push(rows);
    of.kept += weights.length;
    for (const [status, count] of Object.entries(byStatus)) of.byStatus[status] = (of.byStatus[status] ?? 0) + count;
    of.checks = mergedChecks(of.checks, checks);
  }
}

/** What all chunks and threads gave. */
export function summedUp(
  spec: ScenarioSpec,
  posterior: readonly Posterior[],
  parts: readonly Gathered[],
  data: readonly (readonly TallyData[])[],
): GroupRun {
  const dataset = evidence();
  const { subsystems } = spec;
  return {
    subsystems: parts.map(({ weights, rows, byStatus, checks }, s): SubsystemRun => {
      const subsystem = subsystemOf(subsystems[s]!, dataset);
      const tallies = emptyTallies(spec, subsystem);
      for (const tally of data) {
        tallies.levels.merge(tally[2 * s]!);
        tallies.changes.merge(tally[2 * s + 1]!);
      }
      const cells = cellsOf(spec, subsystem);
      const { conditioning, ids } = posterior[s]!;
      return {
        subsystem,
        tallies,
        cells: { levels: placesOf(cells.levels), changes: placesOf(cells.changes) },
        conditioning,
        byStatus,
        checks,
        grades: gradesOf(spec, subsystem, ids, rows, joined(weights)),
      };
    }),
  };
}

/** Draws with what varies without an equation, as far as it does under the couplings of the scenario. */
export function drawnOf({ ids, values, latent }: Posterior, { couplings }: Scenario): ScenarioWork["drawn"][number] {
  return latent !== undefined && (couplings || latent.uncoupled) ? { ids, values, latent } : { ids, values };
}

/** Rows of some of the draws, spread evenly over all: they count alike, so that any such part stands for the whole. */
function spreadOver(draws: number, carried: number): Uint32Array {
  return Uint32Array.from({ length: carried }, (_, i) => Math.floor(((i + 0.5) * draws) / carried));
}

/** Of the draws that were weighed, those that did not go through. */
function failures(byStatus: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(byStatus).filter(([status]) => status !== "ok" && status !== "collapsed"));
}

/** Shares of the spread of the last numbers by the grade of the parameters. */
function gradesOf(
  spec: ScenarioSpec,
  subsystem: Subsystem,
  ids: readonly string[],
  chunks: readonly Float64Array[],
  weights: Float64Array,
): (cell: ScenarioCell) => Grades {
  const letters = ids.map((id) => declaredParameter(subsystem.model, id)?.grade ?? "C");
  const last = lastColumns(spec, subsystem);
  const width = ids.length + last.length;
  const rows = joined(chunks);
  const count = rows.length / width;
  const column = (at: number) => Float64Array.from({ length: count }, (_, row) => rows[row * width + at]!);
  const used = weights.subarray(0, count).slice();
  // A failed draw has no weight and nothing to say.
  const sharesOf = varianceSharer(
    ids.map((_, i) => column(i)),
    used,
  );
  const places = placesOf(last);
  return (cell) => {
    const at = places.get(keyOf(cell));
    if (at === undefined) throw new Error(`no column ${keyOf(cell)}`);
    const output = column(ids.length + at);
    if (!output.every((value, i) => used[i] === 0 || Number.isFinite(value))) return { A: 0, B: 0, C: 1 };
    const { shares, explained } = sharesOf(output);
    const { A, B } = gradeShares(shares, letters);
    return { A: A * explained, B: B * explained, C: 1 - (A + B) * explained };
  };
}

/** Checks of two runs: the worst value counts, and what was balanced adds up. */
export function mergedChecks(before: readonly CheckResult[], next: readonly CheckResult[]): CheckResult[] {
  if (before.length === 0) return [...next];
  return before.map((check, i) => {
    const { value, of } = next[i]!;
    const worst = Math.max(check.value, value);
    return { ...check, value: worst, of: check.of + of, pass: worst <= check.tolerance };
  });
}

function keyOf({ scenario, outcome, week, shows }: ScenarioCell): string {
  return `${scenario} ${outcome} ${week} ${shows}`;
}

function placesOf(cells: readonly ScenarioCell[]): Map<string, number> {
  return new Map(cells.map((cell, i) => [keyOf(cell), i]));
}

/** Quantiles of a cell. */
function quantiles(of: SubsystemRun, cell: ScenarioCell): (p: number) => number {
  const [tally, places] =
    cell.shows === "level" ? [of.tallies.levels, of.cells.levels] : [of.tallies.changes, of.cells.changes];
  const at = places.get(keyOf(cell));
  if (at === undefined) throw new Error(`no cell ${keyOf(cell)}`);
  return (p) => finite(tally.quantile(at, p));
}

/** Where there is nothing that a change could be a share of; numbers of a document are finite. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** Bands of an outcome of a scenario along weeks. */
export function linesOf(
  of: SubsystemRun,
  scenario: number,
  outcome: string,
  weeks: readonly number[],
  shows: ScenarioCell["shows"],
): Lines {
  const cells = weeks.map((week) => quantiles(of, { scenario, outcome, week, shows }));
  const line = (p: number) => cells.map((quantile) => quantile(p));
  return { median: line(0.5), low50: line(0.25), high50: line(0.75), low90: line(0.05), high90: line(0.95) };
}

/** Median and intervals of one number. */
export function intervalOf(of: SubsystemRun, cell: ScenarioCell): Interval {
  const quantile = quantiles(of, cell);
  return {
    median: quantile(0.5),
    interval50: [quantile(0.25), quantile(0.75)],
    interval90: [quantile(0.05), quantile(0.95)],
  };
}

/** The same with the grades behind it; the week must be the last of the changes. */
export function endChange(of: SubsystemRun, cell: ScenarioCell): EndChange {
  return { ...intervalOf(of, cell), grades: of.grades(cell) };
}
