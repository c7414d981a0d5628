import type { ModuleDeclaration } from "../model/declare.ts";

/** A flow between the members of the groups and elsewhere, and the counter that accumulates it over all groups. */
export interface MemberFlow {
  /** Name of a flow over groups. */
  readonly flow: string;
  /** Name of a stock that counts it. */
  readonly counter: string;
}

/** What a mechanism adds to the cartel core; the core without it has none of its state. */
export interface CartelMechanism
  extends Pick<
    ModuleDeclaration,
    "parameters" | "inputs" | "levers" | "stocks" | "flows" | "auxiliaries" | "outcomes" | "checks"
  > {
  readonly gains?: readonly MemberFlow[];
  readonly losses?: readonly MemberFlow[];
  /** What multiplies arrests of all groups, and conflict deaths of a group. */
  readonly multipliers?: { readonly arrests?: string; readonly killed?: string };
  /** What arrests are proportional to in place of the lever of incapacitation. */
  readonly effort?: string;
}

/** A stock that counts people of all groups since the start. */
export function counter(about: string, flow: string) {
  return { about, unit: "person", initial: "0 [person]", inflows: [flow] } as const;
}
