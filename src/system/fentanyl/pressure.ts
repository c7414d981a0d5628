import { type Adapt, adaptedStock, logLossAdapt } from "../adapt.ts";
import type { Equations, Stocks } from "./equations.ts";

/** The links of the chain that can be put under pressure, in the order of the chain (u1 … u5). */
export const SUPPLY_LINKS = ["precursor", "production", "transit", "scanning", "wholesale"] as const;

export type SupplyLink = (typeof SUPPLY_LINKS)[number];

export const PRESSURE: Readonly<Record<SupplyLink, string>> = {
  precursor: "precursor supply",
  production: "laboratories",
  transit: "transit to the border",
  scanning: "ports of entry, by scanning",
  wholesale: "wholesale in the United States",
};

const adapt = (link: SupplyLink): Adapt =>
  logLossAdapt({
    effect: `${link}Effect`,
    pressure: `${link}Pressure`,
    onset: "adaptationOnset",
    share: `${link}Adaptation`,
    time: `${link}AdaptationTime`,
    adapted: `${link}Adapted`,
  });

/** How hard every link is pressed after adaptation. */
export function pressure(): Equations {
  return Object.fromEntries(
    SUPPLY_LINKS.map((link, i) => [
      `${link}Loss`,
      {
        about: `loss from pressure on ${PRESSURE[link]}, as minus the natural log of what gets through (H${i + 1})`,
        unit: "1",
        equation: adapt(link).felt,
      },
    ]),
  );
}

export function adaptation(): Stocks {
  return Object.fromEntries(
    SUPPLY_LINKS.map((link, i) => [
      `${link}Adapted`,
      adaptedStock({
        about: `share of the pressure on ${PRESSURE[link]} that is circumvented (b${i + 1})`,
        inflow: `${link}Adapting`,
        floor: 1e-3,
      }),
    ]),
  );
}

export function adaptationFlows(): Equations {
  return Object.fromEntries(
    SUPPLY_LINKS.map((link) => [
      `${link}Adapting`,
      {
        about: `change of what is circumvented of the pressure on ${PRESSURE[link]}; forgotten when the pressure ends`,
        unit: "1/week",
        equation: adapt(link).adapting,
      },
    ]),
  );
}
