import { dateOf, weekOf } from "../../../data/calendar.ts";
import type { Dataset } from "../../../data/dataset.ts";
import { needsStatute } from "../../../data/lever.ts";
import { weakestGrade } from "../../../data/parameter.ts";
import type { CheckResult } from "../../../ensemble/check-meter.ts";
import type { PoolOptions } from "../../../ensemble/pool.ts";
import { couplingRows } from "../../scenarios/coupling-effects.ts";
import {
  endChange,
  type GroupRun,
  intervalOf,
  linesOf,
  mergedChecks,
  runGroup,
  type SubsystemRun,
} from "../../scenarios/group-run.ts";
import { atBound, HORIZONS, type Horizon, partnersOf } from "../../scenarios/lever-effects.ts";
import { leverRows, outcomeRow } from "../../scenarios/run-scenarios.ts";
import { DEFAULT_FROM, DEFAULT_TO, ordered, type Scenario } from "../../scenarios/scenario.ts";
import { SUBSYSTEM_IDS } from "../../scenarios/subsystems.ts";
import { evidence } from "../study-model.ts";
import { agendaEffects } from "./agenda-effects.ts";
import { departuresOf, yearMean } from "./corridor.ts";
import { dataBeside } from "./data-points.ts";
import type { ChainLink, Effect, Package, PackageSetting, SystemLever, SystemOutcome, SystemPart } from "./document.ts";
import { LINKS, type PackageScenario, Plan, settingsOf } from "./plan.ts";

export interface SystemOptions extends PoolOptions {
  readonly draws: number;
  readonly seed: number;
  readonly packages: readonly PackageScenario[];
  /** Draws done and draws in all, over every part of the system. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The part of the document, and what was balanced on the way. */
export interface SystemAnswer {
  readonly part: SystemPart;
  readonly checks: readonly CheckResult[];
}

/**
 * Share of the weighed draws that is carried: after weighing all count alike, so that a part stands for the whole, and orders are
 * carried many times over.
 */
const CARRIED = { businessAsUsual: 1 / 10, scenarios: 1 / 40 } as const;
/** As many of few. */
const FEWEST = 16;

/**
 * Largest change of a log of members at which cartels and corridor have settled: changes of outcomes are within 0.05 percentage
 * points of those at a thousandth of it.
 */
const SETTLED = 1e-3;

/** Weeks between two points of a line [week]. */
const LINE_STEP = 4;

/** Outcomes that stand for their part of the system. */
const HEADLINES: readonly string[] = [
  "synthetic-opioid-deaths",
  "people-in-treatment",
  "fentanyl-seized",
  "guns-per-member",
  "encounters",
  "people-held",
  "darien-crossings",
  "encounters-lawful",
  "salience",
];

/** Outcomes that have a place on a map of the corridor, and the years over which they are averaged. */
const PLACED: readonly string[] = ["darien-crossings", "people-held", "encounters"];
const YEARS = [2023, 2029] as const;

const CHAIN_OUTCOME = "synthetic-opioid-deaths";

/**
 * The whole system: history and business as usual in fine steps, then every lever, link and package on the same draws, history
 * once a draw. The same seed gives the same answer for any number of workers.
 */
export async function runSystem({ draws, seed, packages, onProgress, ...pool }: SystemOptions): Promise<SystemAnswer> {
  const dataset = evidence();
  const plan = new Plan();
  const levers = [...dataset.levers.values()].map((lever) => {
    const modelled = lever.moves.length > 0;
    return {
      lever,
      modelled,
      bound: modelled ? plan.place(atBound(dataset, lever.id)) : 0,
      within: modelled && needsStatute(lever) ? plan.place(ordered({ [lever.id]: lever.withoutStatute })) : 0,
    };
  });
  const links = LINKS.map((link) => ({
    ...link,
    place: plan.place(ordered(Object.fromEntries(link.levers.map((id) => [id, dataset.lever(id).bound])))),
  }));
  const settings = packages.map(({ id, scenario }) => ({
    id,
    scenario,
    settings: settingsOf(dataset, scenario).map((setting) => ({ ...setting, place: plan.place(setting.scenario) })),
  }));
  const runs = await runBoth(plan.scenarios, { draws, seed, onProgress, ...pool });
  const effects = (place: number) => effectsOf(runs, place);
  const leverRowsOf = levers.map(({ lever, modelled, bound, within }): SystemLever => {
    const { id, unit, start, bound: level, controller, legal, lag, grade, mayHarm, withoutStatute } = lever;
    return {
      id,
      unit,
      startLevel: start,
      bound: level,
      controller,
      legal,
      lagWeeks: lag,
      grade,
      mayHarm,
      together: partnersOf(id).filter((one) => one !== id),
      modelled,
      effects: modelled ? effects(bound) : [],
      withoutStatute: needsStatute(lever)
        ? { level: withoutStatute, effects: modelled && withoutStatute !== start ? effects(within) : [] }
        : null,
    };
  });
  const usual = runs.usual.subsystems;
  const dates = runs.weeks.map((week) => dateOf(week));
  const outcomes = usual.flatMap((run) => run.subsystem.outcomes.map((id) => outcomeOf(dataset, run, id, runs.weeks)));
  return {
    part: {
      draws,
      carried: carriedOf(draws),
      from: DEFAULT_FROM,
      to: DEFAULT_TO,
      horizons: HORIZONS,
      conditioning: usual.map(({ conditioning }) => conditioning),
      failed: failedOf(runs, draws),
      dates,
      outcomes,
      couplings: couplingRows(),
      corridor: {
        departures: departuresOf(dataset),
        means: outcomes
          .filter(({ id }) => PLACED.includes(id))
          .map((outcome) => ({ outcome: outcome.id, years: YEARS.map((year) => yearMean(outcome, dates, year)) })),
      },
      levers: leverRowsOf,
      links: links.map(
        ({ id, levers: pressed, place }): ChainLink => ({
          id,
          levers: pressed,
          grade: weakestGrade(pressed.map((one) => dataset.lever(one).grade)),
          deaths: effects(place).find(({ outcome }) => outcome === CHAIN_OUTCOME)!,
        }),
      ),
      packages: settings.map(
        ({ id, scenario, settings: own }): Package => ({
          id,
          name: scenario.name,
          about: scenario.about,
          settings: own.map(
            ({ legislatures, scenario: one, place }): PackageSetting => ({
              legislatures,
              levers: leverRows(one),
              effects: effects(place),
            }),
          ),
        }),
      ),
      agenda: agendaEffects(dataset.agenda, leverRowsOf),
    },
    checks: runs.scenarios.subsystems.flatMap(({ checks }, i) => mergedChecks(checks, usual[i]!.checks)),
  };
}

/** Business as usual in fine steps, and all scenarios at the horizons, on the same draws. */
interface Runs {
  readonly weeks: readonly number[];
  readonly usual: GroupRun;
  readonly scenarios: GroupRun;
}

async function runBoth(
  scenarios: readonly Scenario[],
  {
    draws,
    seed,
    onProgress,
    ...pool
  }: Omit<SystemOptions, "packages" | "onProgress"> & {
    readonly onProgress: SystemOptions["onProgress"] | undefined;
  },
): Promise<Runs> {
  const [usual] = scenarios as [Scenario, ...Scenario[]];
  const from = weekOf(DEFAULT_FROM);
  const end = weekOf(DEFAULT_TO);
  const at = HORIZONS.map((horizon) => weekOf(horizon.at));
  const weeks = lineWeeks(from, end);
  const common = { seed, draws, subsystems: SUBSYSTEM_IDS };
  // What each run counts: a draw is weighed in every part, then carried through its scenarios.
  const carried = carriedOf(draws);
  const first = draws * SUBSYSTEM_IDS.length + carried.businessAsUsual;
  const all = first + draws * SUBSYSTEM_IDS.length + carried.scenarios * scenarios.length;
  const told = (begun: number) =>
    onProgress === undefined ? {} : { onProgress: (done: number) => onProgress(begun + done, all) };
  return {
    weeks,
    usual: await runGroup(
      { ...common, carried: carried.businessAsUsual, scenarios: [usual], weeks, changes: [end] },
      { ...pool, ...told(0) },
    ),
    scenarios: await runGroup(
      { ...common, carried: carried.scenarios, settled: SETTLED, scenarios, weeks: [], changes: at },
      { ...pool, ...told(first) },
    ),
  };
}

function carriedOf(draws: number): SystemPart["carried"] {
  const shareOf = (share: number) => Math.min(draws, Math.max(FEWEST, Math.ceil(draws * share)));
  return {
    businessAsUsual: shareOf(CARRIED.businessAsUsual),
    scenarios: shareOf(CARRIED.scenarios),
  };
}

function lineWeeks(from: number, end: number): number[] {
  const grid = Array.from({ length: Math.floor(end / LINE_STEP) + 1 }, (_, i) => i * LINE_STEP);
  return [...new Set([...grid, from, end])].sort((a, b) => a - b);
}

/** What a scenario does to the outcomes that it moves, of its own part and through the couplings of others. */
function effectsOf({ scenarios }: Runs, scenario: number): Effect[] {
  if (scenario === 0) return [];
  return scenarios.subsystems.flatMap((run) =>
    run.subsystem.outcomes.flatMap((outcome): Effect[] => {
      const cell = (horizon: Horizon, shows: "usual" | "start") => ({
        scenario,
        outcome,
        week: weekOf(horizon.at),
        shows,
      });
      const changes = HORIZONS.map((horizon) => ({
        ...horizon,
        businessAsUsual: intervalOf(run, cell(horizon, "usual")),
        start: intervalOf(run, cell(horizon, "start")),
      }));
      const moved = changes.some(({ businessAsUsual: { interval90 } }) => interval90.some((end) => end !== 0));
      if (!moved) return [];
      return [{ outcome, grades: run.grades(cell(HORIZONS.at(-1)!, "usual")), changes }];
    }),
  );
}

function outcomeOf(dataset: Dataset, run: SubsystemRun, id: string, weeks: readonly number[]): SystemOutcome {
  const row = outcomeRow(run.subsystem, id);
  const end = weeks.at(-1)!;
  const { points, sources } = dataBeside(dataset, id, row.unit);
  return {
    ...row,
    headline: HEADLINES.includes(id),
    grades: run.grades({ scenario: 0, outcome: id, week: end, shows: "level" }),
    ...linesOf(run, 0, id, weeks, "level"),
    start: endChange(run, { scenario: 0, outcome: id, week: end, shows: "start" }),
    data: points,
    dataSources: sources,
  };
}

/** Draws of business as usual and of scenarios that did not go through. */
function failedOf({ usual, scenarios }: Runs, draws: number): SystemPart["failed"] {
  const all = [...usual.subsystems, ...scenarios.subsystems];
  const byStatus: Record<string, number> = {};
  for (const run of all)
    for (const [status, count] of Object.entries(run.byStatus))
      if (status !== "ok" && status !== "collapsed") byStatus[status] = (byStatus[status] ?? 0) + count;
  const failed = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  // A draw can fail when it is weighed and in either run.
  const { businessAsUsual, scenarios: orders } = carriedOf(draws);
  const tried = usual.subsystems.length * (2 * draws + businessAsUsual + orders);
  return { share: failed / tried, byStatus };
}
