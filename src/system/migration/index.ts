import type { Dataset } from "../../data/dataset.ts";
import {
  defineModule,
  type LeverDeclaration,
  type ModuleDeclaration,
  type ParameterDeclaration,
  type TableDeclaration,
} from "../../model/declare.ts";
import { border } from "./border.ts";
import { inflow } from "./inflow.ts";
import { journey } from "./journey.ts";
import { CORRIDOR, counters, outcomes } from "./outcomes.ts";
import { GROUPS, joined } from "./part.ts";

/** Functions of time that the module reads, with what they are and whether every draw may bring its own values. */
const TABLES = {
  logDeparturesMexico: { about: "log of departures a week from Mexico, season apart (x_M)", perDraw: true },
  logDeparturesCentral: {
    about: "log of departures a week from northern Central America, season apart (x_A)",
    perDraw: true,
  },
  logDeparturesByDarien: { about: "log of departures a week by the Darién, season apart (x_Dr)", perDraw: true },
  logDeparturesBypass: {
    about: "log of departures a week of the Darién group by other ways, season apart (x_V)",
    perDraw: true,
  },
  logDeparturesOthers: { about: "log of departures a week from elsewhere, season apart (x_O)", perDraw: true },
  logInterception: { about: "log of the interception hazard a week (log m)", perDraw: true },
  removedAfterInterception: {
    about: "share of interceptions that end in removal from Mexico (dep)",
    perDraw: false,
  },
} as const;

export type MigrationTables = Readonly<Record<keyof typeof TABLES, TableDeclaration>>;

export interface MigrationOptions {
  /** By plain name, as the evidence has them. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  readonly tables: MigrationTables;
}

/**
 * Longest step [week] of `tsit5`, ending on dates and knots, whose encounters of every month of 2012 to 2029 are within 1e-4
 * of those of steps a quarter as long: largest difference 6.4e-5 (May 2023, end of Title 42), median 5e-7. Steps of 1.25
 * weeks err by 1.8e-4; steps of two weeks are unstable.
 */
export const LONGEST_STEP = 1;

/**
 * Largest embedded error of a step that goes with it: a step behind a knot or a dated measure errs by more than elsewhere, and
 * months do not feel it. Months at central values err by 6.4e-5 at most (bench/system.ts).
 */
export const STEP_TOLERANCE = 1e-2;

/** Encounters of all origins a week, for equations of other modules. */
export const ALL_ENCOUNTERS = GROUPS.map(({ suffix }) => `migration.encountered${suffix}`).join(" + ");

const SOURCE = ["frontera_calibration", "frontera_assumption"];

const factor = (about: string, high = 10): LeverDeclaration => ({
  about: `${about}, as a multiple of the start`,
  unit: "1",
  start: 1,
  low: 0,
  high,
});
const share = (about: string, low = 0, high = 1): LeverDeclaration => ({ about, unit: "1", start: 0, low, high });

const LEVERS: Readonly<Record<string, LeverDeclaration>> = {
  interceptionFactor: factor("interception in Mexico", 20),
  transportRestriction: share("restriction of transport through Mexico: onward hazards are divided by 1 + this", 0, 5),
  returnConsequence: share("consequences of return, as a share of full consequences"),
  darienMeasures: share(
    "measures of Panama in the Darién, as a share of full measures; below 0 less than at the start",
    -1,
  ),
  visaMeasures: share("departures of the Darién group stopped by visas; displacement to other ways is not modelled"),
  extraAppointments: {
    about: "appointments added to those of the end of 2023",
    unit: "appointment/week",
    start: 0,
    low: -10150,
    high: 30000,
  },
  extraParole: {
    about: "people paroled with a sponsor, added to those of 2023",
    unit: "person/week",
    start: 0,
    low: -7000,
    high: 20000,
  },
  originFactor: factor("departures from Mexico and northern Central America under programmes at the origin"),
  sanctionsFactor: factor("departures of the Darién group under relief of sanctions, whose sign is uncertain"),
  departureFactorMexico: factor("departures from Mexico"),
  departureFactorCentral: factor("departures from northern Central America"),
  departureFactorByDarien: factor("departures by the Darién"),
  departureFactorBypass: factor("departures of the Darién group by other ways"),
  departureFactorOthers: factor("departures from all other countries"),
  extraHoldMexico: share("further hold on Mexicans, before the cap", -1, 3),
  extraHoldCentral: share("further hold on Central Americans, before the cap", -1, 3),
  extraHoldDarien: share("further hold on the Darién group, before the cap", -1, 3),
  extraHoldOthers: share("further hold on people from elsewhere, before the cap", -1, 3),
};

/**
 * The migration corridor: aggregate counts of people of four origins on the way to the southwest border of the United
 * States, weekly rates; encounters and interceptions are events and not persons.
 *
 *     departures      I_k(t) · (P/P_ref)^ε · (1 − h) · (1 − 0.3 ce)      fitted log knots × season, dated shocks h
 *     Darién          Z1 → Z2 → Central America C → southern Mexico S1 → in transit S2 → border N
 *     interception    events Σ (f·me·S1 + me·S2 + f·me·N): removed (dep), or relocated Q and back to S1
 *     border          N → queue W (appointments, finite patience) or attempt;  attempts a = go + leak + X/τ·(1 − H)
 *                     encounters p·a: released, removed, or returned X who try again;  got-aways (1 − p)·a
 *     revenue         F·Σ first attempts·(charge + share·fee),  F follows interception with elasticity
 *
 * The fit uses series to December 2023: Border Patrol encounters by nationality, Darién crossings of the Panamanian
 * migration service, interceptions of the Mexican migration institute, Title 42 expulsions. Inflow knots carry the history,
 * which is no evidence of skill in forecasts; from 2024 on departures stay at their mean of 2023. Not identified: the
 * split of time on the way, interception in the south and near the border, the queue. All levers at their start give the
 * history. Sources of the numbers: evidence/parameters/migration.csv and evidence/calibrated/migration.csv.
 */
export function migration({ parameters, tables }: MigrationOptions): ModuleDeclaration {
  const { stocks, flows, auxiliaries } = joined([inflow, journey, border]);
  return defineModule({
    name: "migration",
    about: "the migration corridor: departures, transit through Mexico, attempts, encounters and returns",
    source: SOURCE,
    parameters,
    tables: { ...tables },
    levers: LEVERS,
    stocks: { ...stocks, ...counters },
    flows,
    auxiliaries,
    outcomes,
    checks: [
      ...Object.keys(stocks)
        .filter((name) => stocks[name]!.unit === "person")
        .map((name) => ({ id: `not-negative-${name}`, nonNegative: name })),
      {
        id: "conservation-migrants",
        conserved: CORRIDOR,
        gained: ["enteredSoFar"],
        lost: [
          "gotAwaysSoFar",
          "lawfulEntriesSoFar",
          "releasedSoFar",
          "endedSoFar",
          "removedFromMexicoSoFar",
          "leftCorridorSoFar",
          "returnedFromDarienSoFar",
        ],
        tolerance: 1e-9,
      },
    ],
  });
}

/** The fitted functions of time as the evidence has them. */
export function migrationTables(dataset: Dataset): MigrationTables {
  const entries = Object.entries(TABLES).map(([name, { about, perDraw }]) => {
    const { unit, at, values, source } = dataset.calibratedTable(`migration.${name}`);
    return [name, { about, unit, at, values, perDraw, source }];
  });
  return Object.fromEntries(entries) as MigrationTables;
}
