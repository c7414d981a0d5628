import { defineModule, type ModuleDeclaration, type ParameterDeclaration } from "../model/declare.ts";
import { following } from "./adapt.ts";

export interface DeterrenceOptions {
  /** Parameters by plain name, as `moduleParameters(dataset, "deterrence")` gives them. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
}

const SOURCE = ["nagin_2013", "frontera_assumption"];

/**
 * Focused deterrence of one group: it leaves fentanyl as far as it expects to lose its leaders for it, others take over part
 * of its share, and some of its members are killed by their own while the ban is being forced. Weekly rates.
 *
 *     π  = π0 + (π1 − π0)·u9
 *     dπ̂/dt = (π − π̂)·[1/τdn + (1/τup − 1/τdn)·σ((π − π̂)/s_π)]
 *     x* = σ((v − k − S·π̂)/σx);   dx/dt = (x* − x)/τx;   dB/dt = (ξ·m1·(X0 − x) − B)/τsub
 *     X_f = 1 + [m1·(x − X0) + B]/X0
 *     ζ  = ζmax·(1 − x*)·y·tanh(y/0.05),  y = x − x*
 *
 * With the lever at 0 nothing moves and X_f is exactly 1. Killings within the group are their own outflow, outside conflict
 * deaths, and are never shown as a benefit. That certainty deters and severity little is the finding of D. S. Nagin (2013,
 * doi:10.1146/annurev-economics-072412-131310); all numbers are assumptions (grade C) held against the ban that was announced
 * in Sinaloa in October 2023.
 */
export function deterrence({ parameters }: DeterrenceOptions): ModuleDeclaration {
  return defineModule({
    name: "deterrence",
    about: "deterrence of one group from fentanyl, what others take over, and killings inside the group",
    source: SOURCE,
    parameters,
    levers: {
      targeting: {
        about: "targeting of the leaders of the group for fentanyl, as a share of full targeting (u9)",
        unit: "1",
        start: 0,
        low: 0,
        high: 1,
      },
    },
    stocks: {
      perceivedHazard: {
        about: "hazard of losing its leaders for fentanyl as the group sees it (π̂)",
        unit: "1/week",
        initial: "hazardUntargeted",
        inflows: ["hazardLearnt"],
        floor: 1e-5,
      },
      participation: {
        about: "share of its fentanyl business that the group keeps up (x)",
        unit: "1",
        initial: "usualParticipation",
        inflows: ["participationChange"],
        floor: 1e-3,
      },
      takenOver: {
        about: "share of the market that others have taken over from the group (B)",
        unit: "1",
        initial: "0",
        inflows: ["takeover"],
        floor: 1e-3,
      },
      extraDeathsPerMemberSoFar: {
        about: "deaths inside the group from forcing the ban since the start, for each member",
        unit: "1",
        initial: "0",
        inflows: ["extraDeathRate"],
        floor: 1e-5,
      },
    },
    flows: {
      hazardLearnt: {
        about: "change of the hazard as the group sees it: quick to rise, slow to fall",
        unit: "1/week^2",
        equation:
          "(hazard - perceivedHazard) * (1 / forgettingTime + (1 / learningTime - 1 / forgettingTime) * logistic((hazard - perceivedHazard) / hazardScale))",
      },
      participationChange: {
        about: "change of participation",
        unit: "1/week",
        equation: "(wantedParticipation - participation) / participationTime",
      },
      takeover: {
        about: "change of what others have taken over",
        unit: "1/week",
        equation: following("groupShare * (usualParticipation - participation)", {
          share: "substitution",
          time: "substitutionTime",
          adapted: "takenOver",
        }),
      },
      extraDeathRate: {
        about: "extra deaths per member and week inside the group while the ban is being forced (ζ)",
        unit: "1/week",
        equation: "forcingHazard * (1 - wantedParticipation) * overhang * tanh(overhang / 0.05)",
      },
    },
    auxiliaries: {
      hazard: {
        about: "weekly hazard of losing its leaders for fentanyl (π)",
        unit: "1/week",
        equation: "hazardUntargeted + (hazardTargeted - hazardUntargeted) * targeting",
      },
      usualParticipation: {
        about: "participation without targeting (X0)",
        unit: "1",
        equation: "logistic((marginOfFentanyl - valueOfLeaders * hazardUntargeted) / choiceNoise)",
      },
      wantedParticipation: {
        about: "participation that the group aims at (x*)",
        unit: "1",
        equation: "logistic((marginOfFentanyl - valueOfLeaders * perceivedHazard) / choiceNoise)",
      },
      overhang: {
        about: "participation above what the leaders want (y)",
        unit: "1",
        equation: "participation - wantedParticipation",
      },
      productionFactor: {
        about: "production as a multiple of what it is without targeting (X_f)",
        unit: "1",
        equation: "1 + (groupShare * (participation - usualParticipation) + takenOver) / usualParticipation",
      },
    },
    outcomes: [
      {
        id: "participation-in-fentanyl",
        about: "share of its fentanyl business that the targeted group keeps up",
        unit: "1",
        equation: "participation",
        afterEvent: "hold",
      },
      {
        id: "production-factor",
        about: "fentanyl production as a multiple of what it is without targeting",
        unit: "1",
        equation: "productionFactor",
        caredForBy: ["US"],
        direction: "lower",
        afterEvent: "hold",
      },
      {
        id: "killed-within-per-member",
        about: "extra deaths per member and week inside the targeted group while it forces its ban",
        unit: "1/week",
        equation: "extraDeathRate",
        caredForBy: ["Mexico"],
        direction: "lower",
        afterEvent: "hold",
      },
      {
        id: "killed-within-per-member-so-far",
        about: "extra deaths per member inside the targeted group since the start",
        unit: "1",
        equation: "extraDeathsPerMemberSoFar",
        caredForBy: ["Mexico"],
        direction: "lower",
        afterEvent: "hold",
      },
    ],
    checks: [
      { id: "participation", nonNegative: "participation" },
      { id: "perceived-hazard", nonNegative: "perceivedHazard" },
    ],
  });
}
