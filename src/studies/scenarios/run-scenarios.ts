import { effectiveSampleSize } from "../../analysis/conditioning.ts";
import { gradeShares, varianceSharer } from "../../analysis/variance-shares.ts";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { dateOf, weekOf } from "../../data/calendar.ts";
import { fingerprintOf } from "../../data/fingerprint.ts";
import type { CheckResult } from "../../ensemble/check-meter.ts";
import { uncertaintiesOf } from "../../ensemble/parameter-draws.ts";
import { type PoolOptions, runJob } from "../../ensemble/pool.ts";
import type { Tally } from "../../ensemble/tally.ts";
import { FronteraError } from "../../errors.ts";
import type { OutcomeDeclaration } from "../../model/declare.ts";
import { VERSION } from "../../version.ts";
import type { Grades } from "../study/document.ts";
import { evidence } from "../study/study-model.ts";
import type {
  CompareDocument,
  Conditioning,
  EndChange,
  LeverRow,
  Lines,
  OutcomeRow,
  SimulateDocument,
} from "./document.ts";
import { BUSINESS_AS_USUAL, type Scenario } from "./scenario.ts";
import {
  cellsOf,
  declaresParameter,
  emptyTallies,
  lastColumns,
  type ScenarioCell,
  type ScenarioPart,
  type ScenarioSpec,
  scenarioChunks,
  scenarioJob,
} from "./scenario-job.ts";
import { SUBSYSTEM_IDS, type Subsystem, subsystemOf } from "./subsystems.ts";

export interface ScenarioOptions extends PoolOptions {
  readonly draws: number;
  readonly seed: number;
  /** Draws done and draws in all, over every part of the system. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Draws that the weights must at least be worth. */
const NEEDED = 400;
/** Draws that are kept whole, for the shares of the variance. */
const KEPT = 5_000;
const AS_OF = "2023-12-31";
/** Weeks between two dates of a comparison. */
const QUARTER = 13;

/**
 * One scenario over an ensemble: every outcome week by week since 2012, with what it changes against business as usual and
 * against its start. The same seed gives the same document for any number of workers.
 */
export async function simulateScenario(scenario: Scenario, options: ScenarioOptions): Promise<SimulateDocument> {
  const end = weekOf(scenario.to);
  const weeks = Array.from({ length: Math.floor(end + 1e-9) + 1 }, (_, week) => week);
  const spec = specOf([scenario], weeks, [end], options);
  const run = await runGroup(spec, options);
  return {
    command: "simulate",
    name: scenario.name,
    ...(await common([run], [scenario], options)),
    from: scenario.from,
    to: scenario.to,
    levers: leverRows(scenario),
    dates: weeks.map((week) => dateOf(week)),
    outcomes: run.subsystems.flatMap((of) =>
      of.subsystem.outcomes.map((outcome) => ({
        ...rowOf(of.subsystem, outcome),
        grades: of.grades({ scenario: 1, outcome, week: end, shows: "level" }),
        ...linesOf(of, 1, outcome, weeks, "level"),
        atEnd: {
          businessAsUsual: endChange(of, { scenario: 1, outcome, week: end, shows: "usual" }),
          start: endChange(of, { scenario: 1, outcome, week: end, shows: "start" }),
        },
      })),
    ),
  };
}

/**
 * Several scenarios on the same random numbers. Scenarios that assume the same share one business as usual; each is held
 * against its own. Error: `same-name` where two scenarios have one name.
 */
export async function compareScenarios(
  scenarios: readonly Scenario[],
  options: ScenarioOptions,
): Promise<CompareDocument> {
  const names = scenarios.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new FronteraError({ code: "same-name", message: `two scenarios have the name ${twice}`, hint: "rename one" });
  const from = Math.min(...scenarios.map((scenario) => weekOf(scenario.from)));
  const to = Math.min(...scenarios.map((scenario) => weekOf(scenario.to)));
  const weeks = [...Array.from({ length: Math.ceil((to - from) / QUARTER) }, (_, i) => from + QUARTER * i), to];
  const groups = groupsOf(scenarios);
  const runs: GroupRun[] = [];
  for (const [g, group] of groups.entries()) {
    const progress = options.onProgress;
    const part: ScenarioOptions =
      progress === undefined
        ? options
        : { ...options, onProgress: (done, total) => progress(g * total + done, groups.length * total) };
    runs.push(await runGroup(specOf(group, weeks, weeks, options), part));
  }
  const of = (name: string, subsystem: number) => {
    const g = groups.findIndex((group) => group.some((scenario) => scenario.name === name));
    return { run: runs[g]!.subsystems[subsystem]!, scenario: 1 + groups[g]!.findIndex((one) => one.name === name) };
  };
  const each = <T>(make: (name: string) => T): Record<string, T> =>
    Object.fromEntries(names.map((name) => [name, make(name)]));
  const [first] = runs as [GroupRun, ...GroupRun[]];
  return {
    command: "compare",
    ...(await common(runs, scenarios, options)),
    scenarios: names,
    levers: Object.fromEntries(scenarios.map((scenario) => [scenario.name, leverRows(scenario)])),
    dates: weeks.map((week) => dateOf(week)),
    outcomes: first.subsystems.flatMap(({ subsystem }, s) =>
      subsystem.outcomes.map((outcome) => {
        const against = (shows: "usual" | "start") =>
          each((name) => {
            const { run, scenario } = of(name, s);
            return {
              ...linesOf(run, scenario, outcome, weeks, shows),
              grades: run.grades({ scenario, outcome, week: to, shows }),
            };
          });
        return {
          ...rowOf(subsystem, outcome),
          byScenario: each((name) => {
            const { run, scenario } = of(name, s);
            return linesOf(run, scenario, outcome, weeks, "level");
          }),
          against: { businessAsUsual: against("usual"), start: against("start") },
        };
      }),
    ),
  };
}

/** Scenarios that assume the same, each with business as usual before it in its spec. */
function groupsOf(scenarios: readonly Scenario[]): Scenario[][] {
  const groups = new Map<string, Scenario[]>();
  for (const scenario of scenarios) {
    const key = JSON.stringify([Object.entries(scenario.parameters).sort(), scenario.couplings]);
    groups.set(key, [...(groups.get(key) ?? []), scenario]);
  }
  return [...groups.values()];
}

function specOf(
  scenarios: readonly Scenario[],
  weeks: readonly number[],
  changes: readonly number[],
  { draws, seed }: ScenarioOptions,
): ScenarioSpec {
  const [first] = scenarios as [Scenario, ...Scenario[]];
  const from = scenarios.map((scenario) => scenario.from).sort()[0]!;
  const usual: Scenario = { ...first, name: BUSINESS_AS_USUAL, about: {}, from, levers: {} };
  requireKnown(scenarios);
  return { seed, draws, subsystems: SUBSYSTEM_IDS, scenarios: [usual, ...scenarios], weeks, changes };
}

/** A parameter of the evidence that no part of the system has cannot be set. */
function requireKnown(scenarios: readonly Scenario[]): void {
  const dataset = evidence();
  const parts = SUBSYSTEM_IDS.map((id) => subsystemOf(id, dataset));
  for (const { parameters } of scenarios)
    for (const id of Object.keys(parameters))
      if (!parts.some((part) => declaresParameter(part, id)))
        throw new FronteraError({
          code: "unknown-parameter",
          message: `parameter ${id} belongs to the study and not to the equations that scenarios run`,
          hint: "leave it out",
        });
}

/** What a subsystem gave. */
interface SubsystemRun {
  readonly subsystem: Subsystem;
  readonly tallies: { readonly levels: Tally; readonly changes: Tally };
  readonly cells: { readonly levels: ReadonlyMap<string, number>; readonly changes: ReadonlyMap<string, number> };
  readonly conditioning: Conditioning;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly checks: readonly CheckResult[];
  grades(cell: ScenarioCell): Grades;
}

interface GroupRun {
  readonly subsystems: readonly SubsystemRun[];
}

async function runGroup(spec: ScenarioSpec, options: ScenarioOptions): Promise<GroupRun> {
  const dataset = evidence();
  const parts = spec.subsystems.map((id) => ({
    subsystem: subsystemOf(id, dataset),
    weights: [] as Float64Array[],
    rows: [] as Float64Array[],
    kept: 0,
    byStatus: {} as Record<string, number>,
    checks: [] as CheckResult[],
  }));
  const total = spec.draws * parts.length;
  let done = 0;
  const data = await runJob(
    scenarioJob,
    spec,
    scenarioChunks(spec),
    (part: ScenarioPart) => {
      const of = parts[part.subsystem]!;
      of.weights.push(part.weights);
      if (of.kept < KEPT) of.rows.push(part.rows);
      of.kept += part.count;
      for (const [status, count] of Object.entries(part.byStatus))
        of.byStatus[status] = (of.byStatus[status] ?? 0) + count;
      of.checks = mergedChecks(of.checks, part.checks);
      done += part.count;
      options.onProgress?.(done, total);
    },
    options,
  );
  const subsystems = parts.map(({ subsystem, weights, rows, byStatus, checks }, s): SubsystemRun => {
    const tallies = emptyTallies(spec, subsystem);
    for (const tally of data) {
      tallies.levels.merge(tally[2 * s]!);
      tallies.changes.merge(tally[2 * s + 1]!);
    }
    const cells = cellsOf(spec, subsystem);
    const all = joined(weights);
    const size = effectiveSampleSize(all);
    return {
      subsystem,
      tallies,
      cells: { levels: placesOf(cells.levels), changes: placesOf(cells.changes) },
      conditioning: {
        subsystem: subsystem.id,
        effectiveSampleSize: size,
        needed: NEEDED,
        gate: size >= NEEDED ? "green" : "red",
        series: subsystem.weighing?.series ?? [],
      },
      byStatus,
      checks,
      grades: gradesOf(spec, subsystem, rows, all),
    };
  });
  return { subsystems };
}

/** Shares of the spread of the last numbers by the grade of the parameters. */
function gradesOf(
  spec: ScenarioSpec,
  subsystem: Subsystem,
  chunks: readonly Float64Array[],
  weights: Float64Array,
): (cell: ScenarioCell) => Grades {
  const own = Object.fromEntries(
    Object.entries(spec.scenarios[0]!.parameters).filter(([id]) => declaresParameter(subsystem, id)),
  );
  const ids = uncertaintiesOf(subsystem.model, own).uncertain.map(({ id }) => id);
  const letters = ids.map((id) => gradeOf(subsystem, id));
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

function gradeOf({ model }: Subsystem, id: string): "A" | "B" | "C" {
  for (const { name, parameters = {} } of model.modules)
    for (const [plain, declaration] of Object.entries(parameters))
      if ((declaration.id ?? `${name}.${plain}`) === id) return declaration.grade;
  return "C";
}

function mergedChecks(before: readonly CheckResult[], next: readonly CheckResult[]): CheckResult[] {
  if (before.length === 0) return [...next];
  return before.map((check, i) => {
    const { value, of } = next[i]!;
    const worst = Math.max(check.value, value);
    return { ...check, value: worst, of: check.of + of, pass: worst <= check.tolerance };
  });
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function keyOf({ scenario, outcome, week, shows }: ScenarioCell): string {
  return `${scenario} ${outcome} ${week} ${shows}`;
}

function placesOf(cells: readonly ScenarioCell[]): Map<string, number> {
  return new Map(cells.map((cell, i) => [keyOf(cell), i]));
}

function quantiles(of: SubsystemRun, cell: ScenarioCell): (p: number) => number {
  const [tally, places] =
    cell.shows === "level" ? [of.tallies.levels, of.cells.levels] : [of.tallies.changes, of.cells.changes];
  const at = places.get(keyOf(cell));
  if (at === undefined) throw new Error(`no cell ${keyOf(cell)}`);
  return (p) => finite(tally.quantile(at, p));
}

/** Nothing was summed up where every draw failed or has no weight; numbers of a document are finite. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function linesOf(
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

function endChange(of: SubsystemRun, cell: ScenarioCell): EndChange {
  const quantile = quantiles(of, cell);
  return {
    median: quantile(0.5),
    interval50: [quantile(0.25), quantile(0.75)],
    interval90: [quantile(0.05), quantile(0.95)],
    grades: of.grades(cell),
  };
}

function declarationOf({ model }: Subsystem, outcome: string): OutcomeDeclaration {
  for (const { outcomes = [] } of model.modules)
    for (const declaration of outcomes) if (declaration.id === outcome) return declaration;
  throw new Error(`no outcome ${outcome}`);
}

function rowOf(subsystem: Subsystem, outcome: string): Omit<OutcomeRow, "grades"> {
  const { id, name, about, unit, caredForBy = [], direction = "none" } = declarationOf(subsystem, outcome);
  return { id, name: name ?? about, unit, caredForBy, direction };
}

function leverRows({ levers }: Scenario): LeverRow[] {
  const dataset = evidence();
  return Object.entries(levers).map(([id, orders]) => {
    const { name, unit, controller, legal, lag, grade, mayHarm, start, bound, withoutStatute } = dataset.lever(id);
    const beyond = (to: number) => (to - withoutStatute) * Math.sign(bound - start) > 0;
    return {
      id,
      name,
      unit,
      orders: orders.map(({ to, from, over }) => ({ to, from, overWeeks: over })),
      controller,
      legal,
      needsStatute: orders.some(({ to }) => beyond(to)),
      lagWeeks: lag,
      grade,
      mayHarm,
    };
  });
}

async function common(runs: readonly GroupRun[], scenarios: readonly Scenario[], { draws, seed }: ScenarioOptions) {
  const all = runs.flatMap(({ subsystems }) => subsystems);
  const byStatus: Record<string, number> = {};
  for (const run of all)
    for (const [status, count] of Object.entries(run.byStatus))
      if (status !== "ok" && status !== "collapsed") byStatus[status] = (byStatus[status] ?? 0) + count;
  const failed = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  return {
    version: VERSION,
    fingerprint: await scenarioFingerprint(scenarios, { draws, seed }),
    seed,
    draws,
    asOf: AS_OF,
    failed: { share: failed / (draws * all.length), byStatus },
    // Groups of scenarios differ in what they assume, so that the worst of them speaks for all.
    conditioning: SUBSYSTEM_IDS.map((id) => {
      const own = all
        .filter(({ conditioning }) => conditioning.subsystem === id)
        .map(({ conditioning }) => conditioning);
      return own.reduce((worst, one) => (one.effectiveSampleSize < worst.effectiveSampleSize ? one : worst));
    }),
    checks: runs.slice(1).reduce(
      (merged, run) =>
        mergedChecks(
          merged,
          run.subsystems.flatMap(({ checks }) => checks),
        ),
      runs[0]!.subsystems.flatMap(({ checks }) => [...checks]),
    ),
  };
}

/** What a run rests on, in one number: version, evidence, models, scenarios, seed and draws. */
export function scenarioFingerprint(
  scenarios: readonly Scenario[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Promise<string> {
  const dataset = evidence();
  const models = SUBSYSTEM_IDS.map((id) => subsystemOf(id, dataset).model);
  return fingerprintOf([VERSION, EVIDENCE_FILES, models, scenarios, draws, seed]);
}
