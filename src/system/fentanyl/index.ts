import { defineModule, type ModuleDeclaration, type ParameterDeclaration } from "../../model/declare.ts";
import { course } from "./course.ts";
import { market, marketFlows, price } from "./market.ts";
import { counters, outcomes } from "./outcomes.ts";
import { adaptation, adaptationFlows, PRESSURE, pressure, SUPPLY_LINKS } from "./pressure.ts";
import { start } from "./start.ts";
import { risk, userFlows, users } from "./users.ts";

export { SUPPLY_LINKS, type SupplyLink } from "./pressure.ts";

export interface FentanylOptions {
  /** Parameters by plain name, as `moduleParameters(dataset, "fentanyl")` gives them. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
}

/**
 * Three kinds of shock to precursor supply, as values of parameters: how much of it is circumvented, within how many weeks,
 * and what share of it is taken into the price for good because more laboratories cannot make up for it. Each was chosen on
 * an episode (1995 in the United States, 2019 in China, 2023): they show what the equations can do, not what happened. No
 * weights other than a third each can be justified; results are told by kind.
 */
export const SHOCK_KINDS = {
  transient: {
    "fentanyl.precursorAdaptation": 1,
    "fentanyl.precursorAdaptationTime": 13,
    "fentanyl.precursorPriceShare": 0,
  },
  intermediate: {
    "fentanyl.precursorAdaptation": 0.8,
    "fentanyl.precursorAdaptationTime": 26,
    "fentanyl.precursorPriceShare": 0.3,
  },
  persistent: {
    "fentanyl.precursorAdaptation": 0.25,
    "fentanyl.precursorAdaptationTime": 60,
    "fentanyl.precursorPriceShare": 1,
  },
} as const;

/**
 * Longest step of equal length [week], with Tsit5 and steps that end at every switch of a lever, in quarters of a week: deaths
 * by synthetic opioids of every month 2012–2030 are within FENTANYL_STEP_ERROR of those at a quarter of the step. Measured
 * without the control of the embedded error, which shortens the steps of a shock further: at most 2.5e-6 without levers and
 * with those on demand, 1.1e-5 after a persistent loss of 30 % of precursors, 5.2e-5 after a transient one of 90 %. At 2 weeks
 * the last would be 1.7e-4.
 */
export const FENTANYL_STEP = 1.75;

/** Share of the deaths of a month that a run at FENTANYL_STEP may be off by. */
export const FENTANYL_STEP_ERROR = 1e-4;

const SOURCE = ["kilmer_2022", "fda_source", "frontera_calibration"];

/**
 * The fentanyl chain of the United States: production, transit, border, wholesale, price, two adoption markets, people who
 * use, treatment, deaths, and how pressure on a link is adapted to. Pure-equivalent kilograms and persons; rates per week;
 * y = 2012 + t/W with W = 365.25/7 weeks. Aggregate and policy-level. σ is the logistic function.
 *
 *     pressure   H_j = −ln(1 − e_j)·u_j·(1 − b_j);   db_j/dt = (β_j·g(u_j) − b_j)/τ_j,   g(u) = u(1 + u_h)/(u + u_h)
 *     market     D0 = c0·φ·(O + cT·T + cE·E);   r = FU/(τU·D0);   α = ψ·|εd|
 *                ln g = ln r + ½(α − 1)·ln[(r² + r0²)/(1 + r0²)];   Q = D0·g;   ln p = ln g/εd
 *                ln p̄ = tr + gM·(H2 + H3 + H4 + H5) + (σ_P/|εd|)·H1;   s = Lm·tanh((ln p − ln p̄)/Lm)
 *     capacity   dK/dt = (K* − K)/τK;   K* = D0·e^(εd·tr)·[s_M/(1 − q_b) + 1 − s_M]·e^(l + εS·s);   dl/dt = s/τLR
 *     adoption   df_k/dt = (r_k/W)·f_k(1 − f_k)·[1 − ε_φ·(ln p − tr)],   φ = w·f1 + (1 − w)·f2
 *     deaths     h = n·cov·[h_F·p^(−εh)·φ + h_H·(1 − φ)],   on O + kT·T + kE·E
 *     people     dO/dt = ι + χ(1 − s_T)T + ρR·R − (μ_rem + μ_O)O − entry − h·O, and so on
 *
 * Fitted by the authors to deaths by synthetic opioids and by heroin, seizures, potency, fentanyl share and people in
 * treatment, 2012–2023; structure of the user block after SOURCE (T. Y. Lim et al., PNAS 119:e2115714119, 2022,
 * doi:10.1073/pnas.2115714119), scale of consumption after B. Kilmer et al. (2022, doi:10.1080/00952990.2022.2092491). The
 * market block, the pressures and the consumption apart from seizures are not identified by these series. After 2023 the
 * values are what the equations say without a supply shock, no forecast.
 */
export function fentanyl({ parameters }: FentanylOptions): ModuleDeclaration {
  return defineModule({
    name: "fentanyl",
    about: "the fentanyl chain: supply, price, adoption, people who use, treatment and deaths in the United States",
    source: SOURCE,
    parameters,
    levers: {
      ...Object.fromEntries(
        SUPPLY_LINKS.map((link, i) => [
          `${link}Pressure`,
          {
            about: `pressure on ${PRESSURE[link]}, as a share of full pressure (u${i + 1})`,
            unit: "1",
            start: 0,
            low: 0,
            high: 1,
          },
        ]),
      ),
      treatmentGain: {
        about: "gain in entry to treatment, as a share of it (u6)",
        unit: "1",
        start: 0,
        low: -1,
        high: 10,
      },
      naloxoneGain: {
        about: "gain in naloxone kits, as a share of them (u7)",
        unit: "1",
        start: 0,
        low: -1,
        high: 1000,
      },
      initiationChange: { about: "change of initiation, as a share of it (u8)", unit: "1", start: 0, low: -1, high: 1 },
    },
    stocks: { ...market(), ...adaptation(), ...users(), ...counters() },
    flows: { ...marketFlows(), ...adaptationFlows(), ...userFlows() },
    auxiliaries: { ...course(), ...pressure(), ...price(), ...risk(), ...start() },
    outcomes: outcomes(),
    checks: [
      ...NON_NEGATIVE.map((stock) => ({ id: kebab(stock), nonNegative: stock })),
      {
        id: "conservation-fentanyl",
        conserved: ["finishedStockFirst", "finishedStockSecond", "wholesaleInventory"],
        gained: ["madeSoFar"],
        lost: ["seizedSoFar", "lostInTransitSoFar", "lostInWholesaleSoFar", "consumedSoFar"],
        tolerance: 1e-12,
      },
      {
        id: "conservation-users",
        conserved: ["activeUse", "inTreatment", "earlyRemission", "stableRemission"],
        gained: ["initiatesSoFar"],
        lost: ["otherDeathsSoFar", "overdoseDeathsOfUsersSoFar"],
        tolerance: 1e-12,
      },
    ],
  });
}

const NON_NEGATIVE = [
  "finishedStockFirst",
  "finishedStockSecond",
  "wholesaleInventory",
  "capacity",
  "adoptionFirst",
  "adoptionSecond",
  "activeUse",
  "inTreatment",
  "earlyRemission",
  "stableRemission",
] as const;

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
