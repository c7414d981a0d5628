import { defineModule, type ModuleDeclaration, type ParameterDeclaration } from "../model/declare.ts";
import { adaptedStock, linearAdapt } from "./adapt.ts";

export interface FirearmOptions {
  /** By plain name, as the evidence has them. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
}

/** Quantities of this module that multiply rates of the cartel core, for `cartels`. */
export const FIREARM_MULTIPLIERS = {
  conflict: ["firearms.lethality"],
  incapacitation: ["firearms.stateCapacity"],
} as const;

const SOURCE = ["frontera_assumption"];
const RULES = linearAdapt({
  push: "sourceRulesEffect * sourceRules",
  share: "circumvention",
  time: "circumventionTime",
  adapted: "sourceRulesEvaded",
});
const INSPECTION = linearAdapt({
  push: "inspectionEffect * southboundInspection",
  share: "circumvention",
  time: "circumventionTime",
  adapted: "inspectionEvaded",
});
/** Weeks in a year of 365.25 days. */
const YEAR = "52.178571428571429 [week/year]";

/**
 * Firearms that last: the stock that the groups hold relative to what it was at the branch, what guns per member do to the
 * lethality of conflict, and to the arrests that the state can make. Levels of stock and inflow cancel: only the US share,
 * the loss rate and the growth of the groups matter.
 *
 *     dx/dt = (λ + r)·α·(ΣC/C_a)^φ − (λ + Δσ)·x       α = (1 − s·E)·m,   E = 1 − Π(1 − e·u + B)
 *     g = x/(ΣC/C_a);  lethality = min(2, 1 − F + F·g^(ε/F));  state capacity = min(cap, g^(−η))
 *
 * Nothing flows in where the groups shrink faster than firearms are lost. C_a and r are members and their growth where the run branches. Before that nothing moves and both multipliers are
 * exactly 1, so that history is the published core bit for bit. Sources of the numbers: evidence/parameters/firearms.csv.
 */
export function firearms({ parameters }: FirearmOptions): ModuleDeclaration {
  const share = (about: string, high = 1) => ({ about, unit: "1", start: 0, low: 0, high });
  return defineModule({
    name: "firearms",
    about: "firearms of the groups: stock per member, lethality of conflict, capacity of the state to arrest",
    source: SOURCE,
    parameters,
    levers: {
      coupled: share("1 from the branch on, 0 before it: whether firearms move and act on the groups"),
      sourceRules: share(
        "pressure on sales and purchases in the United States for the south, as a share of full pressure",
      ),
      southboundInspection: share("inspection of traffic to the south, as a share of full inspection"),
      recoveryFactor: {
        about: "firearms recovered by police in Mexico, as a multiple of those at the start",
        unit: "1",
        start: 1,
        low: 0,
        high: 10,
      },
      inflowFactor: { about: "all inflow, as a multiple; for tests", unit: "1", start: 1, low: 0, high: 10 },
    },
    latches: {
      membersThen: {
        about: "members of all groups at the branch (C_a)",
        unit: "person",
        equation: "total(cartels.members)",
        before: "1 [person]",
      },
      growthThen: {
        about: "growth of the members of all groups at the branch (r)",
        unit: "1/week",
        equation:
          "(cartels.recruits - cartels.arrests - cartels.conflictDeaths - cartels.departures) / total(cartels.members)",
        before: "0",
      },
    },
    stocks: {
      relativeStock: {
        about: "firearms of all groups relative to the branch (x)",
        unit: "1",
        initial: "1",
        inflows: ["arrived"],
        outflows: ["lost"],
        floor: 0.1,
      },
      sourceRulesEvaded: adaptedStock({
        about: "share of the flow under source rules that goes around them (B)",
        inflow: "sourceRulesEvading",
        floor: 0.1,
      }),
      inspectionEvaded: adaptedStock({
        about: "share of the flow under southbound inspection that goes around it (B)",
        inflow: "inspectionEvading",
        floor: 0.1,
      }),
      arrivedSoFar: {
        about: "firearms arrived since the branch, relative",
        unit: "1",
        initial: "0",
        inflows: ["arrived"],
        floor: 0.1,
      },
      lostSoFar: {
        about: "firearms lost since the branch, relative",
        unit: "1",
        initial: "0",
        inflows: ["lost"],
        floor: 0.1,
      },
    },
    flows: {
      arrived: {
        about: "firearms that reach the groups, relative to the stock at the branch",
        unit: "1/week",
        equation: `coupled * max(lossRate / ${YEAR} + growthThen, 0) * inflow * relativeMembers^inflowFollows`,
      },
      lost: {
        about: "firearms lost, broken or recovered, relative to the stock at the branch",
        unit: "1/week",
        equation: `coupled * (lossRate + recoveryRate * (recoveryFactor - 1)) / ${YEAR} * relativeStock`,
      },
      sourceRulesEvading: {
        about: "adaptation to source rules",
        unit: "1/week",
        equation: `coupled * ${RULES.adapting}`,
      },
      inspectionEvading: {
        about: "adaptation to southbound inspection",
        unit: "1/week",
        equation: `coupled * ${INSPECTION.adapting}`,
      },
    },
    auxiliaries: {
      relativeMembers: {
        about: "members of all groups relative to the branch",
        unit: "1",
        equation: "total(cartels.members) / membersThen",
      },
      cut: {
        about: "reduction of the flow from the United States (E)",
        unit: "1",
        equation: `1 - (1 - ${RULES.felt}) * (1 - ${INSPECTION.felt})`,
      },
      inflow: {
        about: "inflow relative to what the size of the groups would bring (α)",
        unit: "1",
        equation: "(1 - usShare * cut) * inflowFactor",
      },
      perMember: {
        about: "firearms per member relative to the branch (g)",
        unit: "1",
        equation: "if(coupled > 0, relativeStock / relativeMembers, 1)",
      },
      lethality: {
        about: "lethality of conflict relative to the branch",
        unit: "1",
        equation:
          "if(coupled > 0, min(2, 1 - firearmShare + firearmShare * perMember^(lethalityElasticity / firearmShare)), 1)",
      },
      stateCapacity: {
        about: "arrests that firepower leaves possible, relative to the branch",
        unit: "1",
        equation: "if(coupled > 0, min(capacityCap, perMember^(-capacityElasticity)), 1)",
      },
    },
    outcomes: [
      {
        id: "guns-per-member",
        about: "firearms per member of the groups, relative to the branch",
        unit: "1",
        equation: "perMember",
        caredForBy: ["US", "Mexico"],
        direction: "lower",
        afterEvent: "hold",
      },
      {
        id: "guns",
        about: "firearms of all groups, relative to the branch",
        unit: "1",
        equation: "relativeStock",
        caredForBy: ["US", "Mexico"],
        direction: "lower",
        afterEvent: "hold",
      },
      {
        id: "lethality",
        about: "lethality of conflict, relative to the branch",
        unit: "1",
        equation: "lethality",
        afterEvent: "hold",
      },
      {
        id: "state-capacity",
        about: "arrests that firepower leaves possible, relative to the branch",
        unit: "1",
        equation: "stateCapacity",
        afterEvent: "hold",
      },
    ],
    checks: [
      { id: "guns", nonNegative: "relativeStock" },
      {
        id: "conservation-firearms",
        conserved: "relativeStock",
        gained: ["arrivedSoFar"],
        lost: ["lostSoFar"],
        tolerance: 1e-9,
      },
    ],
  });
}
