import type { Equations } from "./equations.ts";

/** Functions of the calendar: everything that the equations take as given. */
export function course(): Equations {
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
