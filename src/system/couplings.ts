import {
  defineModule,
  type ModuleDeclaration,
  type ParameterDeclaration,
  type TableDeclaration,
} from "../model/declare.ts";

/** One way in which a part of the system pushes another. */
export interface Coupling {
  readonly id: CouplingId;
  readonly from: string;
  readonly to: string;
  /** What it does where what comes in rises. */
  readonly sign: "+" | "-";
  /** Parameter that says how strongly; at 0 the coupling is off, and every number is the one without it. */
  readonly strength: string;
}

export const COUPLING_IDS = [
  "guns-lethality",
  "guns-arrests",
  "members-guns",
  "revenue-recruitment",
  "scarcity-conflict",
  "ban-killings",
  "ban-production",
  "violence-departures",
  "encounters-salience",
] as const;
export type CouplingId = (typeof COUPLING_IDS)[number];

/** Every arrow between the parts of the system. */
export const COUPLINGS: readonly Coupling[] = [
  {
    id: "guns-lethality",
    from: "firearms",
    to: "conflict",
    sign: "+",
    strength: "firearms.lethalityElasticity",
  },
  { id: "guns-arrests", from: "firearms", to: "arrests", sign: "-", strength: "firearms.capacityElasticity" },
  { id: "members-guns", from: "members", to: "firearms", sign: "+", strength: "firearms.inflowFollows" },
  {
    id: "revenue-recruitment",
    from: "revenue",
    to: "recruitment",
    sign: "+",
    strength: "couplings.revenueElasticity",
  },
  {
    id: "scarcity-conflict",
    from: "scarcity",
    to: "conflict",
    sign: "+",
    strength: "couplings.scarcityElasticity",
  },
  { id: "ban-killings", from: "ban", to: "killings within", sign: "+", strength: "couplings.banFelt" },
  { id: "ban-production", from: "ban", to: "production", sign: "-", strength: "deterrence.groupShare" },
  {
    id: "violence-departures",
    from: "conflict",
    to: "departures",
    sign: "+",
    strength: "couplings.violenceElasticity",
  },
  { id: "encounters-salience", from: "encounters", to: "salience", sign: "+", strength: "salience.response" },
];

/** Weeks between two moments at which parts of the system hear of one another: within a year of an order, and later. */
const SOON = 4;
const LATER = 13;
const YEAR = 52;

/**
 * Moments from `from` to `to` at which signals are given [week]. `orders`: when something is ordered; signals change fastest
 * in the year that follows.
 */
export function signalWeeks(from: number, to: number, orders: readonly number[] = [from]): number[] {
  const end = Math.max(to, from + 1);
  const weeks = [from];
  for (let week = from; week < end - 1e-9; ) {
    const soon = orders.some((order) => week >= order - 1e-9 && week < order + YEAR - 1e-9);
    // A longer stretch ends where the next order comes.
    const next = Math.min(...orders.filter((order) => order > week + 1e-9), end);
    week = Math.min(week + (soon ? SOON : LATER), next);
    weeks.push(week);
  }
  return weeks;
}

export interface CouplingOptions {
  /** By plain name, as the evidence has them. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  /** Moments at which signals are given, rising [week]. */
  readonly weeks: readonly number[];
}

const SOURCE = ["frontera_assumption"];

/**
 * What the cartels hear of the rest of the system: revenue per member, scarcity of fentanyl, and the ban that one group forces
 * on itself. Signals are held against the business as usual of the same draw (barred), so that they change nothing where
 * nothing is ordered; they come as functions of time with values of the draw.
 *
 *     recruitment × (w/w̄)^ερ,  w = (R_F + R_M + R_X)/ΣC;   conflict × (s/s̄)^εs,  s = p/p*;   killed within ζ(t)·C_i
 *
 * Elasticities: evidence/parameters/couplings.csv; the sign of scarcity is that of J. C. Castillo, D. Mejía & P. Restrepo
 * (2020, doi:10.1162/rest_a_00801) for cocaine, that of revenue an assumption.
 */
export function cartelSignals({ parameters, weeks }: CouplingOptions): ModuleDeclaration {
  const table = tableOver(weeks);
  return defineModule({
    name: "couplings",
    about: "what the cartels hear of fentanyl, of the corridor and of the ban, against business as usual",
    source: SOURCE,
    parameters: chosen(parameters, [
      "revenueElasticity",
      "otherRevenue",
      "scarcityElasticity",
      "banFelt",
      "mostChange",
    ]),
    tables: {
      revenueUsual: table("revenue from fentanyl and smuggling as usual (R̄_F + R̄_M)", "USD/week"),
      revenueChange: table("change of revenue from fentanyl and smuggling (R_F + R_M less as usual)", "USD/week"),
      logMembers: table("log of members against business as usual (ln ΣC/ΣC̄)", "1"),
      logScarcity: table("log of the scarcity of fentanyl against business as usual (ln s/s̄)", "1"),
      forcing: table("deaths inside the targeted group per member and week while it forces its ban (ζ)", "1/week"),
    },
    auxiliaries: {
      logRevenue: {
        about: "log of revenue per member against business as usual (ln w/w̄)",
        unit: "1",
        equation:
          "log(1 + lookup(revenueChange, time) / (lookup(revenueUsual, time) + otherRevenue / 52.178571428571429 [week/year])) - lookup(logMembers, time)",
      },
      recruitment: {
        about: "recruitment that revenue brings, as a multiple of business as usual",
        unit: "1",
        equation: `exp(revenueElasticity * ${within("logRevenue")})`,
      },
      conflict: {
        about: "lethality of conflict that scarcity brings, as a multiple of business as usual",
        unit: "1",
        equation: `exp(scarcityElasticity * ${within("lookup(logScarcity, time)")})`,
      },
      killingHazard: {
        about: "hazard of being killed inside the targeted group while it forces its ban",
        unit: "1/week",
        equation: "banFelt * lookup(forcing, time)",
      },
    },
  });
}

/** Quantities of `cartelSignals` that multiply rates of the core. */
export const SIGNAL_MULTIPLIERS = { conflict: ["couplings.conflict"] } as const;

/**
 * What the corridor hears of the cartels: departures from Mexico follow deaths in conflict (V), against the business as usual
 * of the same draw.
 *
 *     departures × (V/V̄)^εv
 *
 * M. Clemens (2017, Center for Global Development working paper 459) found the sign for northern Central America.
 */
export function corridorSignals({ parameters, weeks }: CouplingOptions): ModuleDeclaration {
  return defineModule({
    name: "couplings",
    about: "what the corridor hears of conflict in Mexico, against business as usual",
    source: SOURCE,
    parameters: chosen(parameters, ["violenceElasticity", "mostChange"]),
    tables: {
      logViolence: tableOver(weeks)("log of deaths in conflict against business as usual (ln V/V̄)", "1"),
    },
    auxiliaries: {
      departures: {
        about: "departures from Mexico that conflict brings, as a multiple of business as usual",
        unit: "1",
        equation: `exp(violenceElasticity * ${within("lookup(logViolence, time)")})`,
      },
    },
  });
}

/** A log that is followed no further than the most that a signal changes. */
function within(log: string): string {
  return `min(max(${log}, -log(mostChange)), log(mostChange))`;
}

/** Functions of time that every draw fills; 0 until it does. */
function tableOver(weeks: readonly number[]) {
  return (about: string, unit: string): TableDeclaration => ({
    about,
    unit,
    at: weeks,
    values: weeks.map(() => 0),
    perDraw: true,
    source: SOURCE,
  });
}

function chosen(
  parameters: Readonly<Record<string, ParameterDeclaration>>,
  names: readonly string[],
): Record<string, ParameterDeclaration> {
  return Object.fromEntries(names.map((name) => [name, parameters[name]!]));
}
