import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { StepOptions } from "../../ensemble/leg.ts";
import { log } from "../../math/elementary/index.ts";
import type { ModelDeclaration, ParameterDeclaration } from "../../model/declare.ts";
import { cartelNetwork, cartels } from "../../system/cartels.ts";
import { coreParameters } from "../../system/core-parameters.ts";
import { deterrence } from "../../system/deterrence.ts";
import { FENTANYL_STEP, fentanyl } from "../../system/fentanyl.ts";
import { FIREARM_MULTIPLIERS, firearms } from "../../system/firearms.ts";
import { moduleParameters } from "../../system/module-parameters.ts";
import { driven, policy } from "../../system/policy.ts";
import { Observation, observationParameters, observedYears } from "../study/observation.ts";
import { publishedNetwork } from "../study/study-model.ts";
import { YEARS } from "../study/timeline.ts";

/** Reads an outcome of a draw at a date that `reads` lists. */
export type ReadAt = (outcome: string, date: string) => number;

/** How draws of a subsystem are weighted by what was counted. */
export interface Weighing {
  readonly series: readonly string[];
  /** What is read of every draw. */
  readonly reads: readonly { readonly outcome: string; readonly dates: readonly string[] }[];
  /** Log-likelihood of a draw less that of a perfect fit, so at most 0. */
  logLikelihood(read: ReadAt): number;
}

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
  readonly steps: StepOptions;
  readonly weighing: Weighing | undefined;
}

export const SUBSYSTEM_IDS = ["cartels", "fentanyl"] as const;
export type SubsystemId = (typeof SUBSYSTEM_IDS)[number];

/** Longest step of cartels and firearms [week]: orders become real within months. */
const CARTEL_STEP = 13;

/** Standard deviations of the log of deaths by synthetic opioids in a year about the model, as in the fit of the authors. */
const DEATH_NOISE = 0.05;
const FIRST_YEAR_NOISE = 0.08;

/** Gain in kits that takes the reach of naloxone from that of early 2024 to the bound of the lever. */
const NALOXONE_GAIN = 3.457;

/** The parts of the system as the evidence has them. */
export function subsystemOf(id: SubsystemId, dataset: Dataset): Subsystem {
  switch (id) {
    case "cartels":
      return cartelSubsystem(dataset);
    case "fentanyl":
      return fentanylSubsystem(dataset);
  }
}

/** Levers whose inputs belong to the modules named. */
function leversMoving(dataset: Dataset, modules: readonly string[]): string[] {
  return [...dataset.levers.values()]
    .filter(({ moves }) => moves.some((input) => modules.includes(input.split(".")[0]!)))
    .map(({ id }) => id);
}

/** The cartel core on the published network, and the firearms of its groups. */
function cartelSubsystem(dataset: Dataset): Subsystem {
  const levers = leversMoving(dataset, ["cartels", "firearms"]);
  const core = coreParameters(dataset);
  const { preventionEffect } = moduleParameters(dataset, "policy") as Record<"preventionEffect", ParameterDeclaration>;
  return {
    id: "cartels",
    model: {
      name: "cartels and firearms",
      modules: [
        driven(
          cartels({
            network: cartelNetwork(publishedNetwork()),
            parameters: core,
            multipliers: FIREARM_MULTIPLIERS,
          }),
          {
            recruitmentFactor: "1 - policy.preventionEffect * policy.recruitmentPreventionEffort",
            incapacitationFactor: "policy.incapacitationEffortReached",
          },
        ),
        driven(firearms({ parameters: moduleParameters(dataset, "firearms") }), {
          sourceRules: "policy.gunSourceRulesEffort",
          southboundInspection: "policy.southboundInspectionEffort",
          recoveryFactor: "policy.gunRecoveryReached",
        }),
        policy(
          levers.map((id) => dataset.lever(id)),
          { preventionEffect },
        ),
      ],
    },
    levers,
    coupled: "firearms.coupled",
    outcomes: ["members", "recruits", "arrests", "conflict-deaths", "departures", "guns-per-member"],
    steps: { step: CARTEL_STEP },
    weighing: cartelWeighing(dataset),
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
            "1 - (1 - policy.precursorExportControlEffort) * (1 - 0.5 * policy.precursorImportControlEffort)",
          productionPressure: "policy.productionDisruptionEffort",
          transitPressure: "policy.pressureTransitEffort",
          scanningPressure: "policy.portScanningEffort",
          wholesalePressure: "policy.pressureWholesaleEffort",
          treatmentGain: "policy.treatmentAccessReached - 1",
          naloxoneGain: `${NALOXONE_GAIN} * (${kits("policy.naloxoneReachReached")} - ${kits(String(naloxone.start))}) / (${kits(String(naloxone.bound))} - ${kits(String(naloxone.start))})`,
          initiationChange: "policy.initiationPreventionReached - 1",
        }),
        driven(deterrence({ parameters: moduleParameters(dataset, "deterrence") }), {
          targeting: "policy.targetedIndictmentsEffort * policy.arrestCooperationEffort",
        }),
        policy(levers.map((id) => dataset.lever(id))),
      ],
    },
    levers,
    coupled: undefined,
    outcomes: [
      "synthetic-opioid-deaths",
      "heroin-deaths",
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
    steps: { step: FENTANYL_STEP },
    weighing: overdoseWeighing(dataset),
  };
}

/** Deaths by synthetic opioids of every year, with the noise that the equations were fitted with. */
function overdoseWeighing(dataset: Dataset): Weighing {
  const series = "us_overdose_deaths_synthetic_opioid";
  const years = YEARS.flatMap((year) => {
    const value = dataset.yearly(series, year);
    return value === undefined ? [] : [{ year, log: log(value) }];
  });
  const dates = [...new Set(years.flatMap(({ year }) => [`${year}-01-01`, `${year + 1}-01-01`]))];
  const outcome = "synthetic-opioid-deaths-so-far";
  return {
    series: [series],
    reads: [{ outcome, dates }],
    logLikelihood: (read) => {
      let sum = 0;
      for (const { year, log: observed } of years) {
        const deaths = read(outcome, `${year + 1}-01-01`) - read(outcome, `${year}-01-01`);
        const z = (log(deaths) - observed) / (year === 2012 ? FIRST_YEAR_NOISE : DEATH_NOISE);
        sum -= (z * z) / 2;
      }
      return Number.isFinite(sum) ? sum : Number.NEGATIVE_INFINITY;
    },
  };
}

/** Homicides and missing people of the past, at the share of conflict deaths that the published study assumed. */
function cartelWeighing(dataset: Dataset): Weighing {
  const observation = new Observation(observedYears(dataset), observationParameters(dataset));
  const share = dataset.parameter("homicideShare").value;
  const edges = [...YEARS, YEARS[YEARS.length - 1]! + 1].map((year) => `${year}-01-01`);
  const deaths = new Float64Array(YEARS.length);
  return {
    series: ["mx_homicides_prieto", "mx_missing_reported_prieto", "mx_homicides_inegi", "mx_missing_reported_rnpdno"],
    reads: [{ outcome: "killed-so-far", dates: edges }],
    logLikelihood: (read) => {
      for (let i = 0; i < deaths.length; i++)
        deaths[i] = read("killed-so-far", edges[i + 1]!) - read("killed-so-far", edges[i]!);
      return observation.logLikelihood(deaths, share);
    },
  };
}

/** The last date that a subsystem is weighed by. */
export function weighedUntil({ weighing }: Subsystem): number {
  return Math.max(0, ...(weighing?.reads.flatMap(({ dates }) => dates.map((date) => weekOf(date))) ?? []));
}
