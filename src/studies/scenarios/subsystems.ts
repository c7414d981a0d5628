import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { StepOptions } from "../../ensemble/leg.ts";
import type { ModelDeclaration, ParameterDeclaration } from "../../model/declare.ts";
import { cartelNetwork, cartels } from "../../system/cartels.ts";
import { coreParameters } from "../../system/core-parameters.ts";
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

export const SUBSYSTEM_IDS = ["cartels"] as const;
export type SubsystemId = (typeof SUBSYSTEM_IDS)[number];

/** Longest step of cartels and firearms [week]: orders become real within months. */
const CARTEL_STEP = 13;

/** The parts of the system as the evidence has them. */
export function subsystemOf(id: SubsystemId, dataset: Dataset): Subsystem {
  switch (id) {
    case "cartels":
      return cartelSubsystem(dataset);
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
