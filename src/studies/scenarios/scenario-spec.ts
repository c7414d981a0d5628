import type { Posterior } from "./posterior.ts";
import type { Scenario } from "./scenario.ts";
import type { SubsystemId } from "./subsystems.ts";

/** What is run: scenarios that share every random number, and the moments at which they are read. */
export interface ScenarioSpec {
  readonly seed: number;
  readonly draws: number;
  readonly subsystems: readonly SubsystemId[];
  /** Each is held against the first that orders nothing and has the same couplings (`usualOf`); parameters are those of the first. */
  readonly scenarios: readonly Scenario[];
  /** Weeks since 2012-01-01 at which levels are read, rising; those before the branch are read from history. */
  readonly weeks: readonly number[];
  /** Weeks at which changes are read, from the branch on. */
  readonly changes: readonly number[];
  /** Draws that are carried through the scenarios, spread evenly over those that are weighed; all of them when left out. */
  readonly carried?: number;
  /** Largest change of a log of members at which parts that push one another have settled; as `CoupledOptions` when left out. */
  readonly settled?: number;
  /** For a scenario another one that it is held against as well, by number. */
  readonly others?: readonly (number | undefined)[];
}

/** The same with the draws that it is run on. */
export interface ScenarioWork extends ScenarioSpec {
  /** Of every part of the system. */
  readonly drawn: readonly Pick<Posterior, "ids" | "values" | "latent">[];
}
