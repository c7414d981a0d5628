import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { dateOf, weekOf } from "../../data/calendar.ts";
import { fingerprintOf } from "../../data/fingerprint.ts";
import { beyondExecutive } from "../../data/lever.ts";
import { FronteraError } from "../../errors.ts";
import { declaredParameter, type OutcomeDeclaration } from "../../model/declare.ts";
import { VERSION } from "../../version.ts";
import { evidence } from "../study/study-model.ts";
import type { CompareDocument, LeverRow, OutcomeRow, SimulateDocument } from "./document.ts";
import { endChange, type GroupOptions, type GroupRun, linesOf, mergedChecks, runGroup } from "./group-run.ts";
import { BUSINESS_AS_USUAL, type Scenario } from "./scenario.ts";
import type { ScenarioSpec } from "./scenario-spec.ts";
import { SUBSYSTEM_IDS, type Subsystem, subsystemOf } from "./subsystems.ts";

export interface ScenarioOptions extends GroupOptions {
  readonly draws: number;
  readonly seed: number;
}

const AS_OF = "2023-12-31";
/** Weeks between two dates of a comparison. */
const QUARTER = 13;

/**
 * One scenario over an ensemble: every outcome week by week since 2012, with what it changes against business as usual and
 * against its start. The same seed gives the same document for any number of workers.
 */
export async function simulateScenario(scenario: Scenario, options: ScenarioOptions): Promise<SimulateDocument> {
  const spec = simulateSpec(scenario, options);
  return simulateDocument(scenario, spec, await runGroup(spec, options), options);
}

/** What `simulate` runs. `weeks`: moments that are read; every week since 2012 when left out. */
export function simulateSpec(
  scenario: Scenario,
  options: Pick<ScenarioOptions, "draws" | "seed">,
  weeks?: readonly number[],
): ScenarioSpec {
  const end = weekOf(scenario.to);
  const all = weeks ?? Array.from({ length: Math.floor(end + 1e-9) + 1 }, (_, week) => week);
  return specOf([scenario], all, [end], options);
}

/** What `simulate` answers of a run. */
export async function simulateDocument(
  scenario: Scenario,
  { weeks }: ScenarioSpec,
  run: GroupRun,
  options: Pick<ScenarioOptions, "draws" | "seed">,
): Promise<SimulateDocument> {
  const end = weekOf(scenario.to);
  return {
    command: "simulate",
    name: scenario.name,
    about: scenario.about,
    ...(await common([run], [scenario], options)),
    from: scenario.from,
    to: scenario.to,
    levers: leverRows(scenario),
    dates: weeks.map((week) => dateOf(week)),
    outcomes: run.subsystems.flatMap((of) =>
      of.subsystem.outcomes.map((outcome) => ({
        ...outcomeRow(of.subsystem, outcome),
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
 * against its own. `moments`: weeks that are read, rising, from the first branch to the first end; every quarter when left out.
 * Error: `same-name` where two scenarios have one name.
 */
export async function compareScenarios(
  scenarios: readonly Scenario[],
  options: ScenarioOptions,
  moments?: readonly number[],
): Promise<CompareDocument> {
  const names = scenarios.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new FronteraError({ code: "same-name", message: `two scenarios have the name ${twice}`, hint: "rename one" });
  const from = Math.min(...scenarios.map((scenario) => weekOf(scenario.from)));
  const to = Math.min(...scenarios.map((scenario) => weekOf(scenario.to)));
  const quarters = Array.from({ length: Math.ceil((to - from) / QUARTER) }, (_, i) => from + QUARTER * i);
  const weeks = moments ?? [...quarters, to];
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
    return {
      run: runs[g]!.subsystems[subsystem]!,
      scenario: usualFor(groups[g]!).length + groups[g]!.findIndex((one) => one.name === name),
    };
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
          ...outcomeRow(subsystem, outcome),
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

/** Scenarios that assume the same of parameters, and are coupled or not: they share draws and history. */
function groupsOf(scenarios: readonly Scenario[]): Scenario[][] {
  const groups = new Map<string, Scenario[]>();
  for (const scenario of scenarios) {
    const key = JSON.stringify([Object.entries(scenario.parameters).sort(), scenario.couplings]);
    groups.set(key, [...(groups.get(key) ?? []), scenario]);
  }
  return [...groups.values()];
}

/** Business as usual for every choice of couplings among some scenarios. */
function usualFor(scenarios: readonly Scenario[]): Scenario[] {
  const from = scenarios.map((scenario) => scenario.from).sort()[0]!;
  const choices = new Map(scenarios.map((one) => [JSON.stringify([one.couplings, one.without]), one]));
  return [...choices.values()].map((one) => ({ ...one, name: BUSINESS_AS_USUAL, about: {}, from, levers: {} }));
}

function specOf(
  scenarios: readonly Scenario[],
  weeks: readonly number[],
  changes: readonly number[],
  { draws, seed }: Pick<ScenarioOptions, "draws" | "seed">,
): ScenarioSpec {
  requireKnown(scenarios);
  const all = [...usualFor(scenarios), ...scenarios];
  return { seed, draws, subsystems: SUBSYSTEM_IDS, scenarios: all, weeks, changes };
}

/** A parameter of the evidence that no part of the system has cannot be set. */
function requireKnown(scenarios: readonly Scenario[]): void {
  const dataset = evidence();
  const parts = SUBSYSTEM_IDS.map((id) => subsystemOf(id, dataset));
  for (const { parameters } of scenarios)
    for (const id of Object.keys(parameters))
      if (!parts.some(({ model }) => declaredParameter(model, id) !== undefined))
        throw new FronteraError({
          code: "unknown-parameter",
          message: `parameter ${id} belongs to the study and not to the equations that scenarios run`,
          hint: "leave it out",
        });
}

function declarationOf({ model }: Subsystem, outcome: string): OutcomeDeclaration {
  for (const { outcomes = [] } of model.modules)
    for (const declaration of outcomes) if (declaration.id === outcome) return declaration;
  throw new Error(`no outcome ${outcome}`);
}

/** What an outcome is, in the words of its module. */
export function outcomeRow(subsystem: Subsystem, outcome: string): Omit<OutcomeRow, "grades"> {
  const { id, name, about, unit, caredForBy = [], direction = "none" } = declarationOf(subsystem, outcome);
  const changes = subsystem.fromZero?.includes(outcome) === true ? "difference" : "share";
  return { id, part: subsystem.id, name: name ?? about, unit, changes, caredForBy, direction };
}

/** Orders of a scenario with who gives them and who may be harmed. */
export function leverRows({ levers }: Scenario): LeverRow[] {
  const dataset = evidence();
  return Object.entries(levers).map(([id, orders]) => {
    const lever = dataset.lever(id);
    const { name, unit, controller, legal, lag, grade, mayHarm } = lever;
    return {
      id,
      name,
      unit,
      orders: orders.map(({ to, from, over }) => ({ to, from, overWeeks: over })),
      controller,
      legal,
      needsStatute: orders.some(({ to }) => beyondExecutive(lever, to) > 0),
      lagWeeks: lag,
      grade,
      mayHarm,
    };
  });
}

async function common(
  runs: readonly GroupRun[],
  scenarios: readonly Scenario[],
  { draws, seed }: Pick<ScenarioOptions, "draws" | "seed">,
) {
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
