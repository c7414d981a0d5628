import {
  defineModule,
  type EquationDeclaration,
  type ModuleDeclaration,
  type OutcomeDeclaration,
  type ParameterDeclaration,
  type StockDeclaration,
} from "../model/declare.ts";

export interface FentanylOptions {
  /** Parameters by plain name, as `moduleParameters(dataset, "fentanyl")` gives them. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
}

/** The links of the chain that can be put under pressure, in the order of the chain (u1 … u5). */
export const SUPPLY_LINKS = ["precursor", "production", "transit", "scanning", "wholesale"] as const;
export type SupplyLink = (typeof SUPPLY_LINKS)[number];

const PRESSURE: Readonly<Record<SupplyLink, string>> = {
  precursor: "precursor supply",
  production: "laboratories",
  transit: "transit to the border",
  scanning: "ports of entry, by scanning",
  wholesale: "wholesale in the United States",
};

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
 * Longest step in production [week], with Tsit5 and steps that end at every switch of a lever, in quarters of a week: deaths
 * by synthetic opioids of every month 2012–2030 are within FENTANYL_STEP_ERROR of those at a quarter of the step. Measured
 * without the control of the embedded error, which shortens the steps of a shock further: at most 2.5e-6 without levers and
 * with those on demand, 1.1e-5 after a persistent loss of 30 % of precursors, 5.2e-5 after a transient one of 90 %. At 2 weeks
 * the last would be 1.7e-4.
 */
export const FENTANYL_STEP = 1.75;
/** Share of the deaths of a month that a run at FENTANYL_STEP may be off by. */
export const FENTANYL_STEP_ERROR = 1e-4;

const SOURCE = ["kilmer_2022", "fda_source", "frontera_calibration"];

/** Sums that an equation needs at the start as well as later, in the words of either moment. */
const people = (of: { active: string; treated: string }) =>
  `${of.active} + treatmentConsumption * ${of.treated} + occasionalConsumption * occasionalUsers`;
const exposed = (of: { active: string; treated: string }) =>
  `(${of.active} + treatmentHazard * ${of.treated} + occasionalHazard * occasionalUsers)`;
const hazard = (of: { price: string; share: string }) =>
  `rescueFactor * pandemicFactor * (fentanylHazard * exp(-hazardElasticity * ${of.price}) * ${of.share} + heroinHazard * (1 - ${of.share}))`;
const supplyNeeded = (demand: string) =>
  `${demand} * exp(demandElasticity * logPriceTrend) * (mexicanShare / (1 - borderInterdiction) + 1 - mexicanShare)`;

/** Newton's steps toward the coverage at which the price is on its trend; they double the digits each time. */
const STARTING_STEPS = 6;

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
        id: "conservation-people-who-use",
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

type Equations = Readonly<Record<string, EquationDeclaration>>;
type Stocks = Readonly<Record<string, StockDeclaration>>;

/** Functions of the calendar: everything that the equations take as given. */
function course(): Equations {
  return {
    weeksPerYear: {
      about: "weeks in a year of 365.25 days (W)",
      unit: "week/year",
      equation: "365.25 [day/year] / 7 [day/week]",
    },
    calendarYear: {
      about: "calendar year with its fraction (y)",
      unit: "year",
      equation: "2012 [year] + time / weeksPerYear",
    },
    mexicanShare: {
      about:
        "share of supply that passes through Mexico; the rest comes directly and crosses no border under interdiction (s_M)",
      unit: "1",
      equation:
        "mexicanShareBefore + (mexicanShareAfter - mexicanShareBefore) * logistic((calendarYear - mexicanShareYear) / mexicanShareWidth)",
    },
    borderInterdiction: {
      about: "share of what arrives at the border that is seized without further pressure (q_b)",
      unit: "1",
      equation:
        "interdictionBefore + (interdictionAfter - interdictionBefore) * logistic((calendarYear - interdictionYear) / interdictionWidth)",
    },
    logPriceTrend: {
      about: "natural log of the trend of the price of a pure unit; 0 after 2023 (tr)",
      unit: "1",
      equation: "priceFall * logistic(-(calendarYear - priceFallYear) / priceFallWidth)",
    },
    pandemicFactor: {
      about: "overdose hazards of the pandemic years as a multiple (cov)",
      unit: "1",
      equation:
        "1 + pandemicExcess * logistic((calendarYear - pandemicOnset) / pandemicOnsetWidth) * logistic(-(calendarYear - pandemicEnd) / pandemicEndWidth)",
    },
    treatmentEntryRate: {
      about: "wish to enter treatment, per person and year (ε_T)",
      unit: "1/year",
      equation:
        "(treatmentEntryBefore + (treatmentEntryAfter - treatmentEntryBefore) * logistic((calendarYear - treatmentEntryYear) / treatmentEntryWidth)) * (1 + treatmentGain)",
    },
    naloxoneKits: {
      about: "naloxone kits handed out a year",
      unit: "kit/year",
      equation: "kitsAtMost * logistic((calendarYear - kitsYear) / kitsWidth) * (1 + naloxoneGain)",
    },
    naloxoneReach: {
      about: "share of witnessed overdoses reached by a bystander with naloxone (P_nx)",
      unit: "1",
      equation: "naloxoneReachAtMost * naloxoneKits / (naloxoneKits + kitsAtHalfReach)",
    },
    rescueFactor: {
      about: "overdoses that end in death, as a multiple of what the hazards were fitted at (n)",
      unit: "1",
      equation:
        "(1 - witnessedShare * (1 - (1 - naloxoneReach) * (1 - ambulanceReach))) / (1 - witnessedShare * (1 - (1 - naloxoneReachReference) * (1 - ambulanceReach)))",
    },
    otherSyntheticDeaths: {
      about: "deaths a year by synthetic opioids that are no illicit fentanyl",
      unit: "person/year",
      equation: "otherSyntheticDeathsAtStart * exp(-otherSyntheticDecline * (calendarYear - 2012 [year]))",
    },
    pillShare: {
      about: "share of pills in the bulk weight of what is seized",
      unit: "1",
      equation:
        "pillShareBefore + (pillShareAfter - pillShareBefore) * logistic((calendarYear - pillShareYear) / pillShareWidth)",
    },
  };
}

/** How hard every link is pressed after adaptation. */
function pressure(): Equations {
  return Object.fromEntries(
    SUPPLY_LINKS.map((link, i) => [
      `${link}Loss`,
      {
        about: `loss from pressure on ${PRESSURE[link]}, as minus the natural log of what gets through (H${i + 1})`,
        unit: "1",
        equation: `-log(1 - ${link}Effect) * ${link}Pressure * (1 - ${link}Adapted)`,
      },
    ]),
  );
}

function adaptation(): Stocks {
  return Object.fromEntries(
    SUPPLY_LINKS.map((link, i) => [
      `${link}Adapted`,
      {
        about: `share of the pressure on ${PRESSURE[link]} that is circumvented (b${i + 1})`,
        unit: "1",
        initial: "0",
        inflows: [`${link}Adapting`],
        floor: 1e-3,
      },
    ]),
  );
}

function adaptationFlows(): Equations {
  return Object.fromEntries(
    SUPPLY_LINKS.map((link) => [
      `${link}Adapting`,
      {
        about: `change of what is circumvented of the pressure on ${PRESSURE[link]}; forgotten when the pressure ends`,
        unit: "1/week",
        equation: `(${link}Adaptation * ${link}Pressure * (1 + adaptationOnset) / (${link}Pressure + adaptationOnset) - ${link}Adapted) / ${link}AdaptationTime`,
      },
    ]),
  );
}

function market(): Stocks {
  const finished = (about: string, inflow: string, outflow: string): StockDeclaration => ({
    about,
    unit: "kg",
    initial: "mexicanShare * startingCapacity * transitTime / 2",
    inflows: [inflow],
    outflows: [outflow],
    floor: 1e-3,
  });
  const share = (about: string, which: "First" | "Second"): StockDeclaration => ({
    about,
    unit: "1",
    initial: `logistic(adoptionStart${which})`,
    inflows: [`adopting${which}`],
    floor: 1e-6,
  });
  return {
    finishedStockFirst: finished("finished fentanyl on the way, first half (F1)", "madeForTransit", "movedOn"),
    finishedStockSecond: {
      ...finished("finished fentanyl on the way, second half (F2)", "movedOn", "reachedBorder"),
      outflows: ["reachedBorder", "lostInTransit"],
    },
    wholesaleInventory: {
      about: "wholesale inventory in the United States (FU)",
      unit: "kg",
      initial: "startingCoverage * inventoryTime * startingDemand",
      inflows: ["entered"],
      outflows: ["lostInWholesale", "consumed"],
      floor: 1e-3,
    },
    capacity: {
      about: "capacity to produce (K)",
      unit: "kg/week",
      initial: "startingCapacity",
      inflows: ["capacityChange"],
      floor: 1e-3,
    },
    slowCapacityAdjustment: {
      about: "slow adjustment of capacity, natural log (l)",
      unit: "1",
      initial: "0",
      inflows: ["slowAdjusting"],
      floor: 1e-3,
    },
    adoptionFirst: share("share of fentanyl in the first, smaller adoption market (f1)", "First"),
    adoptionSecond: share("share of fentanyl in the second, larger adoption market (f2)", "Second"),
  };
}

/** Price, demand and the long-run price that capacity looks at. */
function price(): Equations {
  return {
    fentanylShare: {
      about: "share of fentanyl in illicit opioid use (φ)",
      unit: "1",
      equation: "firstMarketShare * adoptionFirst + (1 - firstMarketShare) * adoptionSecond",
    },
    demandAtUnitPrice: {
      about: "fentanyl that would be consumed a week at a price of 1 (D0)",
      unit: "kg/week",
      equation: `consumptionPerPerson * fentanylShare * (${people({ active: "activeUse", treated: "inTreatment" })})`,
    },
    coverage: {
      about: "inventory as a multiple of what is usual for the demand (r)",
      unit: "1",
      equation: "wholesaleInventory / (inventoryTime * demandAtUnitPrice)",
    },
    logSales: {
      about:
        "natural log of consumption as a multiple of demand at a price of 1; linear in coverage where little is left (ln g)",
      unit: "1",
      equation:
        "log(coverage) + (priceResponse * abs(demandElasticity) - 1) / 2 * log((coverage^2 + depletedCoverage^2) / (1 + depletedCoverage^2))",
    },
    logPrice: {
      about: "natural log of the price of a pure unit, 1 at the market of 2023 (ln p)",
      unit: "1",
      equation: "logSales / demandElasticity",
    },
    logPriceAnchor: {
      about: "natural log of the price that production costs support in the long run (ln p̄)",
      unit: "1",
      equation:
        "logPriceTrend + passThrough * (productionLoss + transitLoss + scanningLoss + wholesaleLoss) + precursorPriceShare / abs(demandElasticity) * precursorLoss",
    },
    profitSignal: {
      about: "signal to producers: price against its anchor, bounded (s)",
      unit: "1",
      equation: "signalBound * tanh((logPrice - logPriceAnchor) / signalBound)",
    },
    wantedCapacity: {
      about: "capacity that producers aim at (K*)",
      unit: "kg/week",
      equation: `${supplyNeeded("demandAtUnitPrice")} * exp(slowCapacityAdjustment + capacityElasticity * profitSignal)`,
    },
    shippedOut: {
      about: "finished fentanyl that leaves the second half of the way",
      unit: "kg/week",
      equation: "2 * finishedStockSecond / transitTime",
    },
    interdicted: {
      about: "share of what arrives at the border that is seized (q)",
      unit: "1",
      equation: "1 - (1 - borderInterdiction) * exp(-scanningLoss)",
    },
    bulkPurity: {
      about: "pure fentanyl in a bulk kilogram of what is seized (π_b)",
      unit: "1",
      equation: "(pillShare * milligramsPerPill / pillWeight + (1 - pillShare) * powderPurity) / exp(logPrice)",
    },
  };
}

function marketFlows(): Equations {
  const adopting = (which: "First" | "Second", k: 1 | 2): EquationDeclaration => ({
    about: `growth of the fentanyl share in adoption market ${k}; slower, and in the end reversed, where pure fentanyl is dear`,
    unit: "1/week",
    equation: `adoptionRate${which} / weeksPerYear * adoption${which} * (1 - adoption${which}) * (1 - adoptionPriceResponse * (logPrice - logPriceTrend))`,
  });
  return {
    made: {
      about: "fentanyl made",
      unit: "kg/week",
      equation: "capacity * exp(-precursorLoss - productionLoss) * deterrence.productionFactor",
    },
    madeForTransit: {
      about: "fentanyl made that passes through Mexico",
      unit: "kg/week",
      equation: "mexicanShare * made",
    },
    movedOn: {
      about: "finished fentanyl that enters the second half of the way",
      unit: "kg/week",
      equation: "2 * finishedStockFirst / transitTime",
    },
    reachedBorder: {
      about: "fentanyl that arrives at the border",
      unit: "kg/week",
      equation: "shippedOut * exp(-transitLoss)",
    },
    lostInTransit: {
      about: "fentanyl lost to pressure on transit",
      unit: "kg/week",
      equation: "shippedOut * (1 - exp(-transitLoss))",
    },
    seized: { about: "pure fentanyl seized at the border", unit: "kg/week", equation: "interdicted * reachedBorder" },
    seizedInBulk: {
      about: "fentanyl seized at the border, bulk weight",
      unit: "kg/week",
      equation: "seized / bulkPurity",
    },
    entered: {
      about: "fentanyl that enters the wholesale market",
      unit: "kg/week",
      equation: "(1 - interdicted) * reachedBorder + (1 - mexicanShare) * made",
    },
    lostInWholesale: {
      about: "fentanyl lost to pressure on wholesale",
      unit: "kg/week",
      equation: "entered * (1 - exp(-wholesaleLoss))",
    },
    consumed: { about: "fentanyl consumed (Q)", unit: "kg/week", equation: "demandAtUnitPrice * exp(logSales)" },
    capacityChange: {
      about: "change of the capacity to produce",
      unit: "kg/week^2",
      equation: "(wantedCapacity - capacity) / capacityTime",
    },
    slowAdjusting: {
      about: "change of the slow adjustment of capacity",
      unit: "1/week",
      equation: "profitSignal / slowAdjustmentTime",
    },
    adoptingFirst: adopting("First", 1),
    adoptingSecond: adopting("Second", 2),
  };
}

function users(): Stocks {
  return {
    activeUse: {
      about: "people with illicit opioid use disorder, active and not in treatment (O)",
      unit: "person",
      initial: "activeUseAtStart",
      inflows: ["initiated", "leftTreatmentToUse", "relapsed"],
      outflows: ["remittedUntreated", "otherDeathsInUse", "enteredTreatment", "overdoseDeathsInUse"],
    },
    inTreatment: {
      about: "people in treatment with medication (T)",
      unit: "person",
      initial: "inTreatmentAtStart",
      inflows: ["enteredTreatment"],
      outflows: [
        "leftTreatmentToUse",
        "leftTreatmentInRemission",
        "otherDeathsInTreatment",
        "overdoseDeathsInTreatment",
      ],
    },
    earlyRemission: {
      about: "people in early remission (R)",
      unit: "person",
      initial: "earlyRemissionAtStart",
      inflows: ["remittedUntreated", "leftTreatmentInRemission"],
      outflows: ["relapsed", "stabilised", "otherDeathsInEarlyRemission"],
    },
    stableRemission: {
      about: "people in stable remission (S)",
      unit: "person",
      initial: "stableRemissionAtStart",
      inflows: ["stabilised"],
      outflows: ["otherDeathsInStableRemission"],
    },
    perceivedRisk: {
      about: "risk as people see it: natural log of remembered deaths a year against a reference (A)",
      unit: "1",
      initial: `log(${hazard({ price: "logPriceTrend", share: "startingShare" })} * ${exposed(START)} / referenceDeaths)`,
      inflows: ["riskLearnt"],
      floor: 1e-3,
    },
  };
}

const START = { active: "activeUseAtStart", treated: "inTreatmentAtStart" } as const;
const NOW = { active: "activeUse", treated: "inTreatment" } as const;

function risk(): Equations {
  return {
    overdoseHazard: {
      about: "deaths by opioid overdose per person in active use and year (h)",
      unit: "1/year",
      equation: hazard({ price: "logPrice", share: "fentanylShare" }),
    },
    fentanylOverdoseHazard: {
      about: "the part of it that is due to fentanyl",
      unit: "1/year",
      equation: "rescueFactor * pandemicFactor * fentanylHazard * exp(-hazardElasticity * logPrice) * fentanylShare",
    },
    heroinOverdoseHazard: {
      about: "the part of it that is due to heroin",
      unit: "1/year",
      equation: "rescueFactor * pandemicFactor * heroinHazard * (1 - fentanylShare)",
    },
    exposedPeople: {
      about: "people exposed to overdose, counted as people in active use",
      unit: "person",
      equation: exposed(NOW),
    },
    treatmentWanted: {
      about: "people who would enter treatment a year if there were places for all",
      unit: "person/year",
      equation: "treatmentEntryRate * activeUse",
    },
  };
}

function userFlows(): Equations {
  const leaving = (about: string, rate: string, from: string): EquationDeclaration => ({
    about,
    unit: "person/week",
    equation: `${rate} / weeksPerYear * ${from}`,
  });
  return {
    initiated: {
      about: "people who newly develop illicit opioid use disorder; fewer where risk or price is high (ι)",
      unit: "person/week",
      equation:
        "initiation / weeksPerYear * exp(-riskResponse * perceivedRisk - initiationPriceResponse * (logPrice - logPriceTrend)) * (1 + initiationChange)",
    },
    enteredTreatment: {
      about: "people who enter treatment, within the places there are (a smooth minimum)",
      unit: "person/week",
      equation: "treatmentWanted / weeksPerYear / (1 + (treatmentWanted / treatmentPlaces)^6)^(1 / 6)",
    },
    leftTreatmentToUse: leaving(
      "people who leave treatment for active use",
      "treatmentExit * (1 - remissionAtExit)",
      "inTreatment",
    ),
    leftTreatmentInRemission: leaving(
      "people who leave treatment in remission",
      "treatmentExit * remissionAtExit",
      "inTreatment",
    ),
    remittedUntreated: leaving("people who remit without treatment", "untreatedRemission", "activeUse"),
    relapsed: leaving("people who relapse from early remission", "relapse", "earlyRemission"),
    stabilised: leaving("people whose remission becomes stable", "stabilisation", "earlyRemission"),
    otherDeathsInUse: leaving("deaths by other causes in active use", "otherDeathRateInUse", "activeUse"),
    otherDeathsInTreatment: leaving("deaths by other causes in treatment", "otherDeathRateInTreatment", "inTreatment"),
    otherDeathsInEarlyRemission: leaving(
      "deaths by other causes in early remission",
      "otherDeathRateInRemission",
      "earlyRemission",
    ),
    otherDeathsInStableRemission: leaving(
      "deaths by other causes in stable remission",
      "otherDeathRateInStableRemission",
      "stableRemission",
    ),
    overdoseDeathsInUse: leaving("overdose deaths of people in active use", "overdoseHazard", "activeUse"),
    overdoseDeathsInTreatment: leaving(
      "overdose deaths of people in treatment",
      "overdoseHazard * treatmentHazard",
      "inTreatment",
    ),
    overdoseDeathsOfOccasionalUsers: leaving(
      "overdose deaths of people who use opioids without a disorder",
      "overdoseHazard * occasionalHazard",
      "occasionalUsers",
    ),
    fentanylDeaths: leaving("deaths by illicit fentanyl (D_F)", "fentanylOverdoseHazard", "exposedPeople"),
    heroinOnlyDeaths: leaving("deaths by heroin without fentanyl (D_H)", "heroinOverdoseHazard", "exposedPeople"),
    heroinDeaths: {
      about: "deaths that name heroin, fentanyl beside it or not",
      unit: "person/week",
      equation: "heroinOnlyDeaths + heroinBesideFentanyl * (1 - fentanylShare) * fentanylDeaths",
    },
    otherSyntheticOverdoses: {
      about: "deaths by synthetic opioids that are no illicit fentanyl",
      unit: "person/week",
      equation: "otherSyntheticDeaths / weeksPerYear",
    },
    riskLearnt: {
      about: "change of the risk as people see it",
      unit: "1/week",
      equation:
        "(log((fentanylDeaths + heroinOnlyDeaths) * weeksPerYear / referenceDeaths) - perceivedRisk) / riskMemory",
    },
  };
}

/** What the stocks begin with: the market in balance with the demand of the start, the price on its trend. */
function start(): Equations {
  const log = (step: number) => (step === 0 ? "startingLogSales" : `startingLogCoverage${step}`);
  const curvature = "(priceResponse * abs(demandElasticity) - 1)";
  return {
    startingShare: {
      about: "share of fentanyl in illicit opioid use at the start",
      unit: "1",
      equation:
        "firstMarketShare * logistic(adoptionStartFirst) + (1 - firstMarketShare) * logistic(adoptionStartSecond)",
    },
    startingDemand: {
      about: "fentanyl that would be consumed a week at a price of 1, at the start",
      unit: "kg/week",
      equation: `consumptionPerPerson * startingShare * (${people(START)})`,
    },
    startingCapacity: {
      about: "capacity to produce at the start",
      unit: "kg/week",
      equation: supplyNeeded("startingDemand"),
    },
    startingLogSales: {
      about: "natural log of consumption at the start as a multiple of demand at a price of 1",
      unit: "1",
      equation: "demandElasticity * logPriceTrend",
    },
    ...Object.fromEntries(
      Array.from({ length: STARTING_STEPS }, (_, step) => [
        log(step + 1),
        {
          about: `natural log of the coverage at which the price is on its trend, Newton's step ${step + 1}`,
          unit: "1",
          equation: `${log(step)} - (${log(step)} + ${curvature} / 2 * log((exp(2 * ${log(step)}) + depletedCoverage^2) / (1 + depletedCoverage^2)) - startingLogSales) / (1 + ${curvature} * exp(2 * ${log(step)}) / (exp(2 * ${log(step)}) + depletedCoverage^2))`,
        },
      ]),
    ),
    startingCoverage: {
      about: "coverage at the start",
      unit: "1",
      equation: `exp(${log(STARTING_STEPS)})`,
    },
  };
}

/** What has passed since the start, counted by the integrator itself. */
function counters(): Stocks {
  const counter = (about: string, unit: "kg" | "person", ...inflows: string[]): StockDeclaration => ({
    about: `${about} since the start`,
    unit,
    initial: `0 [${unit}]`,
    inflows,
    floor: 1,
  });
  return {
    madeSoFar: counter("fentanyl made", "kg", "made"),
    seizedSoFar: counter("pure fentanyl seized at the border", "kg", "seized"),
    seizedInBulkSoFar: counter("fentanyl seized at the border, bulk weight,", "kg", "seizedInBulk"),
    lostInTransitSoFar: counter("fentanyl lost to pressure on transit", "kg", "lostInTransit"),
    lostInWholesaleSoFar: counter("fentanyl lost to pressure on wholesale", "kg", "lostInWholesale"),
    consumedSoFar: counter("fentanyl consumed", "kg", "consumed"),
    initiatesSoFar: counter("people who newly developed illicit opioid use disorder", "person", "initiated"),
    otherDeathsSoFar: counter(
      "deaths by other causes of people who have or had the disorder",
      "person",
      "otherDeathsInUse",
      "otherDeathsInTreatment",
      "otherDeathsInEarlyRemission",
      "otherDeathsInStableRemission",
    ),
    overdoseDeathsOfUsersSoFar: counter(
      "overdose deaths of people in active use or in treatment",
      "person",
      "overdoseDeathsInUse",
      "overdoseDeathsInTreatment",
    ),
    overdoseDeathsOfOccasionalUsersSoFar: counter(
      "overdose deaths of people who use opioids without a disorder",
      "person",
      "overdoseDeathsOfOccasionalUsers",
    ),
    fentanylDeathsSoFar: counter("deaths by illicit fentanyl", "person", "fentanylDeaths"),
    heroinOnlyDeathsSoFar: counter("deaths by heroin without fentanyl", "person", "heroinOnlyDeaths"),
    heroinDeathsSoFar: counter("deaths that name heroin", "person", "heroinDeaths"),
    syntheticDeathsSoFar: counter(
      "deaths by synthetic opioids, illicit fentanyl or not,",
      "person",
      "fentanylDeaths",
      "otherSyntheticOverdoses",
    ),
  };
}

function outcomes(): OutcomeDeclaration[] {
  const deaths = (flows: string) => `(${flows}) * weeksPerYear * 1 [death/person]`;
  const both = ["US", "Mexico"];
  return [
    {
      id: "synthetic-opioid-deaths",
      about: "deaths a year by synthetic opioids other than methadone, at the pace of the week",
      unit: "death/year",
      equation: deaths("fentanylDeaths + otherSyntheticOverdoses"),
      series: "us_overdose_deaths_synthetic_opioid",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "heroin-deaths",
      about: "deaths a year that name heroin, at the pace of the week",
      unit: "death/year",
      equation: deaths("heroinDeaths"),
      series: "us_overdose_deaths_heroin",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "illicit-opioid-deaths",
      about: "deaths a year by heroin or illicit fentanyl, and by other synthetic opioids, at the pace of the week",
      unit: "death/year",
      equation: deaths("fentanylDeaths + heroinOnlyDeaths + otherSyntheticOverdoses"),
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "non-fatal-overdoses",
      about: "overdoses by heroin or illicit fentanyl a year that are survived, at the pace of the week",
      unit: "event/year",
      equation: "survivedPerDeath * (fentanylDeaths + heroinOnlyDeaths) * weeksPerYear",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "overdose-price",
      name: "price of a pure unit of fentanyl",
      about: "price of a pure unit of fentanyl at retail, 1 at the market of 2023",
      unit: "1",
      equation: "exp(logPrice)",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-scarcity",
      about: "price of a pure unit of fentanyl as a multiple of the one that costs support in the long run",
      unit: "1",
      equation: "exp(logPrice - logPriceAnchor)",
      afterEvent: "hold",
    },
    {
      id: "milligrams-per-pill",
      about: "fentanyl in a counterfeit pill",
      unit: "mg/pill",
      equation: "milligramsPerPill / exp(logPrice)",
      afterEvent: "hold",
    },
    {
      id: "purity",
      about: "share of fentanyl in powder",
      unit: "1",
      equation: "powderPurity / exp(logPrice)",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-share",
      about: "share of fentanyl in illicit opioid use",
      unit: "1",
      equation: "fentanylShare",
      afterEvent: "hold",
    },
    {
      id: "people-with-oud",
      name: "people with opioid use disorder, not in treatment",
      about: "people with illicit opioid use disorder, active and not in treatment",
      unit: "person",
      equation: "activeUse",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "people-in-treatment",
      about: "people in treatment with medication for opioid use disorder",
      unit: "person",
      equation: "inTreatment",
      caredForBy: ["US"],
      direction: "higher",
      afterEvent: "hold",
    },
    {
      id: "people-in-remission",
      about: "people in early or stable remission from opioid use disorder",
      unit: "person",
      equation: "earlyRemission + stableRemission",
      caredForBy: ["US"],
      direction: "higher",
      afterEvent: "hold",
    },
    {
      id: "opioid-initiates",
      about: "people a year who newly develop illicit opioid use disorder, at the pace of the week",
      unit: "person/year",
      equation: "initiated * weeksPerYear",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-consumed",
      about: "pure fentanyl consumed in the United States a year, at the pace of the week",
      unit: "kg/year",
      equation: "consumed * weeksPerYear",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-made",
      about: "pure fentanyl made for the United States a year, at the pace of the week",
      unit: "kg/year",
      equation: "made * weeksPerYear",
      caredForBy: both,
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-seized",
      about: "fentanyl seized at the border a year, bulk weight, at the pace of the week",
      unit: "kg/year",
      equation: "seizedInBulk * weeksPerYear",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-export-revenue",
      about: "revenue a year of groups in Mexico from fentanyl that crosses the border, at the pace of the week",
      unit: "USD/year",
      equation: "exportPrice * (1 - interdicted) * reachedBorder * weeksPerYear",
      caredForBy: both,
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "synthetic-opioid-deaths-so-far",
      about: "deaths by synthetic opioids other than methadone since the start",
      unit: "death",
      equation: "syntheticDeathsSoFar * 1 [death/person]",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-deaths-so-far",
      about: "deaths by illicit fentanyl since the start",
      unit: "death",
      equation: "fentanylDeathsSoFar * 1 [death/person]",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "heroin-deaths-so-far",
      about: "deaths that name heroin since the start",
      unit: "death",
      equation: "heroinDeathsSoFar * 1 [death/person]",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-consumed-so-far",
      about: "pure fentanyl consumed in the United States since the start",
      unit: "kg",
      equation: "consumedSoFar",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-seized-so-far",
      about: "pure fentanyl seized at the border since the start",
      unit: "kg",
      equation: "seizedSoFar",
      afterEvent: "hold",
    },
    {
      id: "fentanyl-seized-in-bulk-so-far",
      about: "fentanyl seized at the border since the start, bulk weight",
      unit: "kg",
      equation: "seizedInBulkSoFar",
      afterEvent: "hold",
    },
    {
      id: "opioid-initiates-so-far",
      about: "people who newly developed illicit opioid use disorder since the start",
      unit: "person",
      equation: "initiatesSoFar",
      caredForBy: ["US"],
      direction: "lower",
      afterEvent: "hold",
    },
  ];
}
