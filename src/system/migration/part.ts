import type { EquationDeclaration, StockDeclaration } from "../../model/declare.ts";
import { adaptedStock } from "../adapt.ts";

/** Equations of one stretch of the corridor, put together by name. */
export interface Part {
  readonly stocks?: Readonly<Record<string, StockDeclaration>>;
  readonly flows?: Readonly<Record<string, EquationDeclaration>>;
  readonly auxiliaries?: Readonly<Record<string, EquationDeclaration>>;
}

export function joined(parts: readonly Part[]): Required<Part> {
  return {
    stocks: Object.assign({}, ...parts.map(({ stocks }) => stocks)),
    flows: Object.assign({}, ...parts.map(({ flows }) => flows)),
    auxiliaries: Object.assign({}, ...parts.map(({ auxiliaries }) => auxiliaries)),
  };
}

export const people = (about: string, equation: string): EquationDeclaration => ({
  about,
  unit: "person/week",
  equation,
});
export const number = (about: string, equation: string): EquationDeclaration => ({ about, unit: "1", equation });

/** People at one stage of the way. */
export const stage = (
  about: string,
  initial: string,
  inflows: readonly string[],
  outflows: readonly string[],
): StockDeclaration => ({ about, unit: "person", initial, inflows, outflows, floor: 10 });

/** What has been counted since the start. */
export const counter = (about: string, unit: string, inflows: readonly string[], floor = 1): StockDeclaration => ({
  about: `${about} since the start`,
  unit,
  initial: `0 [${unit}]`,
  inflows,
  floor,
});

/** A share that follows what it adapts to. */
export const adaptation = (about: string, unit: string, inflow: string, initial = "0"): StockDeclaration =>
  adaptedStock({ about, unit, inflow, initial, floor: 0.01 });

/** Groups that pass through Mexico. */
export const THROUGH_MEXICO = [
  { suffix: "Central", of: "people from Guatemala, Honduras and El Salvador" },
  { suffix: "Darien", of: "people from Venezuela, Ecuador, Colombia, Haiti and Cuba" },
  { suffix: "Others", of: "people from all other countries" },
] as const;

/** Where people come from; every group has its own stocks, named by the suffix. */
export const GROUPS = [{ suffix: "Mexico", of: "Mexicans" }, ...THROUGH_MEXICO] as const;
export type Group = (typeof GROUPS)[number];

/** Sum of one quantity over groups. */
export const sum = (name: string, groups: readonly Group[] = GROUPS): string =>
  groups.map(({ suffix }) => `${name}${suffix}`).join(" + ");
