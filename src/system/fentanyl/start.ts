import { type Equations, people, START, STARTING_STEPS, supplyNeeded } from "./equations.ts";

/** What the stocks begin with: the market in balance with the demand of the start, the price on its trend. */
export function start(): Equations {
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
