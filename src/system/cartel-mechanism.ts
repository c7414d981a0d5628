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
  extends Pick<ModuleDeclaration, "parameters" | "inputs" | "stocks" | "flows" | "auxiliaries" | "outcomes"> {
  readonly gains?: readonly MemberFlow[];
  readonly losses?: readonly MemberFlow[];
}
