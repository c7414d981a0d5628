import { FronteraError, suggest } from "../errors.ts";
import type { CartelMechanism } from "./cartel-mechanism.ts";

/**
 * Members of one group killed by their own while it forces a ban: an outflow of its own, outside conflict deaths.
 * `hazard` [1/week]: expression in names of other modules, per member of the targeted group.
 * Error: `unknown-group`.
 */
export function killedWithin(hazard: string, groups: readonly string[], targeted: string): CartelMechanism {
  if (!groups.includes(targeted))
    throw new FronteraError({
      code: "unknown-group",
      message: `unknown group: ${targeted}`,
      hint: suggest(targeted, groups),
    });
  return {
    inputs: {
      targeted: {
        about: "1 for the group that forces a ban on itself, 0 for the others",
        over: "group",
        unit: "1",
        values: groups.map((id) => (id === targeted ? 1 : 0)),
        source: ["frontera_assumption"],
      },
    },
    stocks: {
      killedWithinSoFar: {
        about: "members killed inside their own group since the start",
        unit: "person",
        initial: "0 [person]",
        inflows: ["deathsWithin"],
      },
    },
    flows: {
      killedWithin: {
        about: "members of the targeted group killed inside it while it forces a ban",
        over: "group",
        unit: "person/week",
        equation: `(${hazard}) * targeted * members`,
      },
      deathsWithin: {
        about: "members killed inside their own group",
        unit: "person/week",
        equation: "total(killedWithin)",
      },
    },
    outcomes: [
      {
        id: "killed-within",
        about: "members killed inside the targeted group",
        unit: "person/week",
        equation: "deathsWithin",
        caredForBy: ["Mexico"],
        direction: "lower",
        afterEvent: "zero",
      },
      {
        id: "killed-within-so-far",
        about: "members killed inside the targeted group since the start",
        unit: "person",
        equation: "killedWithinSoFar",
        caredForBy: ["Mexico"],
        direction: "lower",
        afterEvent: "hold",
      },
    ],
    losses: [{ flow: "killedWithin", counter: "killedWithinSoFar" }],
  };
}
