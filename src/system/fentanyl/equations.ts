import type { EquationDeclaration, StockDeclaration } from "../../model/declare.ts";

export type Equations = Readonly<Record<string, EquationDeclaration>>;

export type Stocks = Readonly<Record<string, StockDeclaration>>;

/** Sums that an equation needs at the start as well as later, in the words of either moment. */
export const people = (of: { active: string; treated: string }) =>
  `${of.active} + treatmentConsumption * ${of.treated} + occasionalConsumption * occasionalUsers`;

export const exposed = (of: { active: string; treated: string }) =>
  `(${of.active} + treatmentHazard * ${of.treated} + occasionalHazard * occasionalUsers)`;

export const hazard = (of: { price: string; share: string }) =>
  `rescueFactor * pandemicFactor * (fentanylHazard * exp(-hazardElasticity * ${of.price}) * ${of.share} + heroinHazard * (1 - ${of.share}))`;

export const supplyNeeded = (demand: string) =>
  `${demand} * exp(demandElasticity * logPriceTrend) * (mexicanShare / (1 - borderInterdiction) + 1 - mexicanShare)`;

/** Newton's steps toward the coverage at which the price is on its trend; they double the digits each time. */
export const STARTING_STEPS = 6;

export const START = { active: "activeUseAtStart", treated: "inTreatmentAtStart" } as const;

export const NOW = { active: "activeUse", treated: "inTreatment" } as const;
