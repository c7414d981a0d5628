import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { StepOptions } from "../../ensemble/leg.ts";
import type { ModelDeclaration, ParameterDeclaration } from "../../model/declare.ts";
import { cartelNetwork, cartels } from "../../system/cartels.ts";
import { coreParameters } from "../../system/core-parameters.ts";
import { cartelSignals, corridorSignals, SIGNAL_MULTIPLIERS, signalWeeks } from "../../system/couplings.ts";
import { deterrence } from "../../system/deterrence.ts";
import { fentanyl } from "../../system/fentanyl/index.ts";
import { FIREARM_MULTIPLIERS, firearms } from "../../system/firearms.ts";
import { homicides } from "../../system/homicides.ts";
import { INTENSITY_MULTIPLIER, intensity } from "../../system/intensity.ts";
import {
  ALL_ENCOUNTERS,
  LONGEST_STEP,
  migration,
  migrationTables,
  STEP_TOLERANCE,
} from "../../system/migration/index.ts";
import { GROUPS } from "../../system/migration/part.ts";
import { moduleParameters } from "../../system/module-parameters.ts";
import { OUTLOOK_HOLD, OUTLOOK_STREAMS, outlook } from "../../system/outlook.ts";
import { driven, policy } from "../../system/policy.ts";
import { salience } from "../../system/salience.ts";
import { publishedNetwork } from "../study/study-model.ts";
import { departuresAhead } from "./departures-ahead.ts";
import { DEFAULT_FROM, DEFAULT_TO } from "./scenario.ts";
import {
  cartelWeighing,
  conflictIntensity,
  encounterWeighing,
  type Latent,
  MID_YEARS,
  overdoseWeighing,
  type Weighing,
} from "./weighing.ts";

/** A part of the system that runs by itself: its model, the levers that move it, and what it reports. */
export interface Subsystem {
  readonly id: SubsystemId;
  readonly model: ModelDeclaration;
  /** Ids of the levers that move it. */
  readonly levers: readonly string[];
  /** Switch of its couplings, on from the branch: name of a lever of the model. */
  readonly coupled: string | undefined;
  /** Outcomes that are shown, by id. */
  readonly outcomes: readonly string[];
  /** Those of them that are zero where nothing is ordered: their change is a difference and no share. */
  readonly fromZero?: readonly string[];
  readonly steps: StepOptions;
  /** Parameters that differ from draw to draw; all that have a prior when left out. */
  readonly varies?: readonly string[];
  readonly weighing: Weighing | undefined;
  readonly latent?: Latent;
  /** Outcomes that other parts hear of, by id. */
  readonly tells: readonly string[];
  /** Tables (`module.table`) through which it hears of others. */
  readonly hears: readonly string[];
}

export const SUBSYSTEM_IDS = ["cartels", "fentanyl", "migration"] as const;
export type SubsystemId = (typeof SUBSYSTEM_IDS)[number];

/** Longest step of cartels and firearms [week]: orders become real within months. */
const CARTEL_STEP = 13;

/**
 * Steps that are laid where the central draw needs them: long ones in calm years, short ones behind an order. Deaths by synthetic
 * opioids of every month 2012-2030 are within 5e-5 of a run with steps of a quarter of a week, every lever at its bound or not.
 */
const LAID_STEPS: StepOptions = { step: 26, pilot: 0.1 };

/** Steps of the corridor: short behind dated measures, at most a week, beyond which it is unstable. */
const CORRIDOR_STEPS: StepOptions = { step: LONGEST_STEP, tolerance: STEP_TOLERANCE };

/** Moments at which parts hear of one another in a scenario that lasts as long as most do [week]. */
const USUAL_WEEKS = signalWeeks(weekOf(DEFAULT_FROM), weekOf(DEFAULT_TO));

/** The parts of the system as the evidence has them. `weeks`: moments at which they hear of one another, rising [week]. */
export function subsystemOf(id: SubsystemId, dataset: Dataset, weeks: readonly number[] = USUAL_WEEKS): Subsystem {
  switch (id) {
    case "cartels":
      return cartelSubsystem(dataset, weeks);
    case "fentanyl":
      return fentanylSubsystem(dataset);
    case "migration":
      return migrationSubsystem(dataset, weeks);
  }
}

/** The table through which a signal is heard. */
function signal(name: string): string {
  return `couplings.${name}`;
}

/** Levers whose inputs belong to the modules named. */
function leversMoving(dataset: Dataset, modules: readonly string[]): string[] {
  return [...dataset.levers.values()]
    .filter(({ moves }) => moves.some((input) => modules.includes(input.split(".")[0]!)))
    .map(({ id }) => id);
}

/** What full efforts do, as the evidence has it. */
function effectsOf(dataset: Dataset, names: readonly string[]): Record<string, ParameterDeclaration> {
  const known = moduleParameters(dataset, "policy");
  return Object.fromEntries(names.map((name) => [name, known[name]!]));
}

/** The cartel core on the published network, and the firearms of its groups. */
function cartelSubsystem(dataset: Dataset, weeks: readonly number[]): Subsystem {
  const levers = leversMoving(dataset, ["cartels", "firearms"]);
  const core = coreParameters(dataset);
  return {
    id: "cartels",
    model: {
      name: "cartels and firearms",
      modules: [
        driven(
          cartels({
            network: cartelNetwork(publishedNetwork()),
            parameters: core,
            killedWithin: "couplings.killingHazard",
            multipliers: {
              ...FIREARM_MULTIPLIERS,
              conflict: [...FIREARM_MULTIPLIERS.conflict, ...SIGNAL_MULTIPLIERS.conflict, INTENSITY_MULTIPLIER],
            },
          }),
          {
            recruitmentFactor:
              "(1 - policy.preventionEffect * policy.recruitmentPreventionEffort) * couplings.recruitment",
            incapacitationFactor: "policy.incapacitationEffortReached",
          },
        ),
        driven(firearms({ parameters: moduleParameters(dataset, "firearms") }), {
          sourceRules: "policy.gunSourceRulesEffort",
          southboundInspection: "policy.southboundInspectionEffort",
          recoveryFactor: "policy.gunRecoveryReached",
        }),
        intensity(MID_YEARS),
        cartelSignals({ parameters: moduleParameters(dataset, "couplings"), weeks }),
        policy(
          levers.map((id) => dataset.lever(id)),
          effectsOf(dataset, ["preventionEffect"]),
        ),
        homicides(dataset),
      ],
    },
    levers,
    coupled: "firearms.coupled",
    outcomes: [
      "members",
      "recruits",
      "arrests",
      "conflict-deaths",
      "killed-within",
      "departures",
      "guns-per-member",
      "homicides",
    ],
    fromZero: ["killed-within"],
    steps: { step: CARTEL_STEP },
    weighing: cartelWeighing(dataset),
    latent: conflictIntensity(dataset),
    tells: ["members", "conflict-deaths"],
    hears: ["revenueUsual", "revenueChange", "logMembers", "logScarcity", "forcing"].map(signal),
  };
}

/** The fentanyl chain of the United States, and the deterrence of one group in it. */
function fentanylSubsystem(dataset: Dataset): Subsystem {
  const levers = leversMoving(dataset, ["fentanyl", "deterrence"]);
  const naloxone = dataset.lever("naloxone-reach");
  // Kits that a reach takes, as a multiple of those at which half of the greatest reach is had.
  const kits = (reach: string) => `(${reach} / (naloxoneReachAtMost - ${reach}))`;
  return {
    id: "fentanyl",
    model: {
      name: "fentanyl and deterrence",
      modules: [
        driven(fentanyl({ parameters: moduleParameters(dataset, "fentanyl") }), {
          precursorPressure:
            "1 - (1 - policy.precursorExportControlEffort) * (1 - policy.importControlShare * policy.precursorImportControlEffort)",
          productionPressure: "policy.productionDisruptionEffort",
          transitPressure: "policy.pressureTransitEffort",
          scanningPressure: "policy.portScanningEffort",
          wholesalePressure: "policy.pressureWholesaleEffort",
          treatmentGain: "policy.treatmentAccessReached - 1",
          naloxoneGain: `policy.naloxoneKitsGain * (${kits("policy.naloxoneReachReached")} - ${kits(String(naloxone.start))}) / (${kits(String(naloxone.bound))} - ${kits(String(naloxone.start))})`,
          initiationChange: "policy.initiationPreventionReached - 1",
        }),
        driven(deterrence({ parameters: moduleParameters(dataset, "deterrence") }), {
          targeting: "policy.targetedIndictmentsEffort * policy.arrestCooperationEffort",
        }),
        policy(
          levers.map((id) => dataset.lever(id)),
          effectsOf(dataset, ["importControlShare", "naloxoneKitsGain"]),
        ),
      ],
    },
    levers,
    coupled: undefined,
    outcomes: [
      "synthetic-opioid-deaths",
      "non-fatal-overdoses",
      "people-with-oud",
      "people-in-treatment",
      "people-in-remission",
      "opioid-initiates",
      "overdose-price",
      "purity",
      "fentanyl-share",
      "fentanyl-consumed",
      "fentanyl-seized",
      "killed-within-per-member-so-far",
    ],
    fromZero: ["killed-within-per-member-so-far"],
    steps: LAID_STEPS,
    weighing: overdoseWeighing(dataset),
    tells: ["fentanyl-export-revenue", "fentanyl-scarcity", "killed-within-per-member"],
    hears: [],
  };
}

/** The migration corridor. */
function migrationSubsystem(dataset: Dataset, weeks: readonly number[]): Subsystem {
  const levers = leversMoving(dataset, ["migration"]);
  return {
    id: "migration",
    model: {
      name: "migration corridor",
      modules: [
        driven(migration({ parameters: moduleParameters(dataset, "migration"), tables: migrationTables(dataset) }), {
          interceptionFactor: "policy.interceptionReached",
          transportRestriction: "3 * max(policy.interceptionEffort, 0)",
          returnConsequence: "policy.returnConsequencesEffort",
          darienMeasures: "policy.darienMeasuresEffort",
          visaMeasures: "policy.visaMeasuresEffort",
          extraAppointments: `${appointmentsAdded(dataset)} [appointment/week] * policy.lawfulAppointmentsEffort`,
          extraParole: "policy.paroleAdded * policy.sponsoredParoleEffort",
          originFactor: "1 - policy.originEffect * policy.originProgrammesEffort",
          sanctionsFactor: "1 - policy.sanctionsEffect * policy.sanctionsReliefEffort",
          ...Object.fromEntries(OUTLOOK_STREAMS.map((stream) => [`departureFactor${stream}`, `outlook.of${stream}`])),
          departureFactorMexico: "outlook.ofMexico * couplings.departures",
          ...Object.fromEntries(GROUPS.map(({ suffix }) => [`extraHold${suffix}`, OUTLOOK_HOLD])),
        }),
        corridorSignals({ parameters: moduleParameters(dataset, "couplings"), weeks }),
        outlook(moduleParameters(dataset, "outlook")),
        salience({ parameters: moduleParameters(dataset, "salience"), encounters: ALL_ENCOUNTERS }),
        policy(
          levers.map((id) => dataset.lever(id)),
          effectsOf(dataset, ["originEffect", "sanctionsEffect", "paroleAdded"]),
        ),
      ],
    },
    levers,
    coupled: undefined,
    outcomes: [
      "encounters",
      "evaded",
      "people-held",
      "people-in-south",
      "interception-events",
      "darien-crossings",
      "encounters-lawful",
      "smuggling-revenue",
      "salience",
    ],
    steps: CORRIDOR_STEPS,
    varies: uncertainOf(dataset, ["migration", "outlook", "policy", "salience", "couplings"]).filter(
      (id) => !FITTED_WITH.includes(id),
    ),
    weighing: encounterWeighing(dataset),
    latent: departuresAhead(dataset),
    tells: ["smuggling-revenue"],
    hears: ["logViolence"].map(signal),
  };
}

/** Times on the way that the knots of departures were fitted with: with others the knots would have to be fitted anew. */
const FITTED_WITH: readonly string[] = [
  "migration.darienTransitTime",
  "migration.centralAmericaTime",
  "migration.southernMexicoTime",
  "migration.transitMexicoTime",
  "migration.borderTimeMexico",
  "migration.borderTime",
];

/** Parameters of some modules that have a prior. */
function uncertainOf(dataset: Dataset, modules: readonly string[]): string[] {
  return [...dataset.parameters.values()]
    .filter(({ id, prior }) => prior !== undefined && modules.includes(id.split(".")[0]!))
    .map(({ id }) => id);
}

/** Appointments a week between the start of the lever and its bound. */
function appointmentsAdded(dataset: Dataset): number {
  const { start, bound } = dataset.lever("lawful-appointments");
  return 7 * (bound - start);
}

/** The last date that a subsystem is weighed by. */
export function weighedUntil({ weighing }: Subsystem): number {
  return Math.max(0, ...(weighing?.reads.flatMap(({ dates }) => dates.map((date) => weekOf(date))) ?? []));
}
