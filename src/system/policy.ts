import type { Lever } from "../data/lever.ts";
import { FronteraError } from "../errors.ts";
import {
  defineModule,
  type EquationDeclaration,
  type ModuleDeclaration,
  type ParameterDeclaration,
} from "../model/declare.ts";

/** Name of a lever inside the module: `port-scanning` is `portScanning`. */
export function plainLever(id: string): string {
  return id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Levers in physical units, as governments order them and as they become real: what is reached follows what is ordered
 * with a first-order lag, and its effort is the share of the way from the start to the bound. While nothing is ordered
 * every level stays exactly at its start.
 *
 *     d reached/dt = (ordered − reached)/lag;   effort = (reached − start)/(bound − start)
 *
 * `effects`: parameters that say what a full effort does, by plain name. Bounds, lags, owners and legal conditions: evidence/levers.csv.
 */
export function policy(
  levers: readonly Lever[],
  effects: Readonly<Record<string, ParameterDeclaration>> = {},
): ModuleDeclaration {
  const each = <T>(suffix: string, make: (lever: Lever, name: string) => T): Record<string, T> =>
    Object.fromEntries(levers.map((lever) => [`${plainLever(lever.id)}${suffix}`, make(lever, plainLever(lever.id))]));
  const unit = (value: number, lever: Lever) => `${value} [${lever.unit}]`;
  return defineModule({
    name: "policy",
    about: "what governments order and what becomes real of it",
    source: [...new Set(levers.flatMap(({ source }) => source))],
    parameters: {
      ...effects,
      ...each(
        "Lag",
        (lever): ParameterDeclaration => ({
          about: `time in which an order becomes real: ${lever.name}`,
          unit: "week",
          value: lever.lag,
          source: lever.source,
          grade: "C",
        }),
      ),
    },
    levers: each("", ({ about, unit, start, low, high }) => ({ about, unit, start, low, high })),
    stocks: each("Reached", (lever, name) => ({
      about: `level that has been reached: ${lever.name}`,
      unit: lever.unit,
      initial: unit(lever.start, lever),
      inflows: [`${name}Moving`],
      floor: Math.abs(lever.bound - lever.start),
    })),
    flows: each("Moving", (lever, name) => ({
      about: `rate at which the order becomes real: ${lever.name}`,
      unit: lever.unit === "1" ? "1/week" : `${lever.unit}/week`,
      equation: `(${name} - ${name}Reached) / ${name}Lag`,
    })),
    auxiliaries: each("Effort", (lever, name) => ({
      about: `share of the way from the start to the bound: ${lever.name}`,
      unit: "1",
      equation: `(${name}Reached - ${unit(lever.start, lever)}) / ${unit(lever.bound - lever.start, lever)}`,
    })),
  });
}

/** A module with some of its levers replaced by equations, so that the policy module moves them. Error: `unknown-lever`. */
export function driven(module: ModuleDeclaration, inputs: Readonly<Record<string, string>>): ModuleDeclaration {
  const levers = { ...module.levers };
  const auxiliaries: Record<string, EquationDeclaration> = { ...module.auxiliaries };
  for (const [name, equation] of Object.entries(inputs)) {
    const lever = levers[name];
    if (lever === undefined)
      throw new FronteraError({ code: "unknown-lever", message: `module ${module.name} has no lever ${name}` });
    delete levers[name];
    auxiliaries[name] = { about: lever.about, unit: lever.unit, equation };
  }
  return defineModule({ ...module, levers, auxiliaries });
}
