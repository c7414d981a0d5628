import { weekOf } from "../../../data/calendar.ts";
import type { Dataset } from "../../../data/dataset.ts";
import {
  defineModule,
  type ModuleDeclaration,
  type ParameterDeclaration,
  type TableDeclaration,
} from "../../../model/declare.ts";
import { ALL_ENCOUNTERS, type MigrationTables, migration, migrationTables } from "../../../system/migration/index.ts";
import { EPISODES } from "../../../system/migration/inflow.ts";
import { GROUPS } from "../../../system/migration/part.ts";
import { moduleParameters } from "../../../system/module-parameters.ts";
import { driven } from "../../../system/policy.ts";
import { salience } from "../../../system/salience.ts";
import { type Subsystem, subsystemOf } from "../../scenarios/subsystems.ts";
import { encounterWeighing } from "../../scenarios/weighing.ts";
import { evidence } from "../../study/study-model.ts";

/** A dated dip of the strength of those before it, on some groups, released within weeks. */
interface Dip {
  readonly from: string;
  readonly release: number;
  readonly groups: readonly string[];
}

interface CorridorOptions {
  /** Last day that is known. */
  readonly frozen: string;
  /**
   * How departures go on: as the tables have them, at the last knot known, or from a date on at the mean of the knots of the
   * last year known.
   */
  readonly goesOn: "as fitted" | "at the last" | { readonly atMeanFrom: string };
  /** Dips after it. */
  readonly dips?: readonly Dip[];
  /** From when on departures are uncertain by themselves. */
  readonly outlookFrom?: string;
  /** Values of parameters that are held, by plain name. */
  readonly held?: Readonly<Record<string, number>>;
  readonly outcomes: readonly string[];
}

const STREAMS = ["Mexico", "Central", "ByDarien", "Bypass", "Others"] as const;

/** The corridor with its levers bare, as it could be known on a day. */
export function corridor(known: Dataset, options: CorridorOptions): Subsystem {
  const { frozen, goesOn, dips = [], outlookFrom, held = {}, outcomes } = options;
  // Its steps and what varies in it do not depend on what was known.
  const shipped = subsystemOf("migration", evidence());
  const parameters = declaredUntil(known, frozen, held);
  const tables = goesOn === "as fitted" ? migrationTables(known) : continued(migrationTables(known), frozen, goesOn);
  const inputs: Record<string, string> = {};
  for (const group of new Set(dips.flatMap(({ groups }) => groups)))
    inputs[`extraHold${group}`] = dips
      .filter(({ groups }) => groups.includes(group))
      .map(({ from, release }) => `experiments.dipStrength * release(${from}, 0.5 [week], ${release} [week])`)
      .join(" + ");
  if (outlookFrom !== undefined)
    for (const stream of STREAMS) inputs[`departureFactor${stream}`] = `outlook.of${stream}`;
  const modules: ModuleDeclaration[] = [
    driven(migration({ parameters, tables }), inputs),
    salience({ parameters: moduleParameters(known, "salience"), encounters: ALL_ENCOUNTERS }),
    counts(),
    ...(dips.length === 0 ? [] : [strengths(known)]),
    ...(outlookFrom === undefined ? [] : [outlook(known, outlookFrom)]),
  ];
  const varies = (shipped.varies ?? []).filter(
    (id) =>
      id.startsWith("salience.") ||
      (id.startsWith("migration.") && held[id.slice("migration.".length)] === undefined) ||
      (outlookFrom !== undefined && id.startsWith("outlook.")),
  );
  return {
    id: "migration",
    model: { name: "migration corridor", modules },
    levers: [],
    coupled: undefined,
    tells: [],
    hears: [],
    outcomes,
    steps: shipped.steps,
    varies: [...varies, ...(dips.length === 0 ? [] : ["experiments.dipStrength"])],
    weighing: encounterWeighing(known),
  };
}

/** Parameters with the dated shocks that began after a day left out. */
function declaredUntil(
  dataset: Dataset,
  day: string,
  held: Readonly<Record<string, number>>,
): Record<string, ParameterDeclaration> {
  const later = new Set(
    EPISODES.filter(({ from }) => weekOf(from) > weekOf(day)).flatMap(({ name, groups }) =>
      groups.map((group) => `${name}${group}`),
    ),
  );
  return Object.fromEntries(
    Object.entries(moduleParameters(dataset, "migration")).map(([name, declared]) => {
      const value = later.has(name) ? 0 : held[name];
      if (value === undefined) return [name, declared];
      const { prior: _, ...rest } = declared;
      return [name, { ...rest, value }];
    }),
  );
}

/** Tables of departures that go on by a rule; the others stay at their last knot, as tables do. */
function continued(
  tables: MigrationTables,
  frozen: string,
  goesOn: "at the last" | { readonly atMeanFrom: string },
): MigrationTables {
  if (goesOn === "at the last") return tables;
  const year = frozen.slice(0, 4);
  const on = (table: TableDeclaration): TableDeclaration => {
    const of = table.values.filter((_, i) => String(table.at[i]).startsWith(year));
    const mean = of.reduce((total, value) => total + value, 0) / of.length;
    return { ...table, at: [...table.at, goesOn.atMeanFrom], values: [...table.values, mean] };
  };
  return {
    ...tables,
    logDeparturesMexico: on(tables.logDeparturesMexico),
    logDeparturesCentral: on(tables.logDeparturesCentral),
    logDeparturesByDarien: on(tables.logDeparturesByDarien),
    logDeparturesBypass: on(tables.logDeparturesBypass),
    logDeparturesOthers: on(tables.logDeparturesOthers),
  };
}

/** Strength of a dip, for equations that move levers. */
function strengths(dataset: Dataset): ModuleDeclaration {
  const { dipStrength } = moduleParameters(dataset, "experiments");
  return defineModule({
    name: "experiments",
    about: "strengths of shocks in experiments",
    source: ["frontera_assumption"],
    parameters: { dipStrength: dipStrength! },
  });
}

/** Departures after a day as multiples of the rule by which they go on. */
function outlook(dataset: Dataset, from: string): ModuleDeclaration {
  return defineModule({
    name: "outlook",
    about: "departures as multiples of the rule by which they go on",
    source: ["frontera_assumption"],
    parameters: moduleParameters(dataset, "outlook"),
    auxiliaries: Object.fromEntries(
      STREAMS.map((stream) => [
        `of${stream}`,
        {
          about: `multiple of departures: ${stream}`,
          unit: "1",
          equation: `1 + (departures${stream} - 1) * ramp(${from}, 4 [week])`,
        },
      ]),
    ),
  });
}

/** What experiments count and the corridor does not report. */
function counts(): ModuleDeclaration {
  const counted = (about: string, flow: string) => ({ about, unit: "person", initial: "0 [person]", inflows: [flow] });
  const of = (names: (group: string) => string) => GROUPS.map(({ suffix }) => names(suffix)).join(" + ");
  const outcome = (id: string, about: string, equation: string) =>
    ({ id, about, unit: "person", equation, afterEvent: "hold" }) as const;
  return defineModule({
    name: "counts",
    about: "people with an appointment, and removals and returns after an encounter",
    source: ["frontera_assumption"],
    stocks: {
      appointedSoFar: counted("people admitted by appointment since the start", "appointed"),
      sentBackSoFar: counted("removals and returns after an encounter since the start", "sentBack"),
    },
    flows: {
      appointed: {
        about: "people admitted by appointment",
        unit: "person/week",
        equation: of((group) => `migration.served${group}`),
      },
      sentBack: {
        about: "removals and returns after an encounter",
        unit: "person/week",
        equation: of(
          (group) =>
            `migration.apprehended${group} * (migration.returnedShare${group} + migration.removedShare${group})`,
        ),
      },
    },
    outcomes: [
      outcome("appointed-so-far", "people admitted by appointment since the start", "appointedSoFar"),
      outcome("sent-back-so-far", "removals and returns after an encounter since the start", "sentBackSoFar"),
    ],
  });
}
