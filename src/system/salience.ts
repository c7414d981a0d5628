import { defineModule, type ModuleDeclaration, type ParameterDeclaration } from "../model/declare.ts";

export interface SalienceOptions {
  /** By plain name, as the evidence has them. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  /** Encounters of all origins a week, as an expression. */
  readonly encounters: string;
}

/**
 * How many people in the United States name immigration as its most important problem: it follows the logarithm of encounters
 * that are remembered for some weeks.
 *
 *     d remembered/dt = (encounters a month − remembered)/τ;   salience = S0 + k·ln(remembered/40,000)
 *
 * Fitted by the authors to ten months of the Gallup poll, 2014–2019 (standard error of k 3.6, residual 5.9 points): news and
 * campaigns move it by as much, and are not in it. Nothing is said of approval or elections. Encounters are events and not
 * persons.
 */
export function salience({ parameters, encounters }: SalienceOptions): ModuleDeclaration {
  return defineModule({
    name: "salience",
    about: "salience of immigration in the United States, after encounters",
    source: ["gallup_jul18", "frontera_calibration"],
    parameters,
    stocks: {
      remembered: {
        about: "encounters a month as they are remembered (L̂)",
        unit: "encounter/month",
        initial: "rememberedAtStart",
        inflows: ["remembering"],
        floor: 1000,
      },
    },
    flows: {
      remembering: {
        about: "change of the encounters that are remembered",
        unit: "encounter/month/week",
        // A month of 365.25/84 weeks, as in the fit.
        equation: `((${encounters}) * 4.348214285714286 [week/month] - remembered) / memory`,
      },
    },
    outcomes: [
      {
        id: "salience",
        name: "people who name immigration as the most important problem",
        about: "people in the United States who name immigration as its most important problem, without what news add",
        unit: "percent",
        equation: "base + response * log(remembered / 40000 [encounter/month])",
        caredForBy: ["US"],
        direction: "lower",
        series: "us_gallup_mip_immigration",
        afterEvent: "hold",
      },
    ],
    checks: [{ id: "remembered", nonNegative: "remembered" }],
  });
}
