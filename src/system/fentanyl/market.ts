import type { EquationDeclaration, StockDeclaration } from "../../model/declare.ts";
import { type Equations, people, type Stocks, supplyNeeded } from "./equations.ts";

export function market(): Stocks {
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
export function price(): Equations {
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

export function marketFlows(): Equations {
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
