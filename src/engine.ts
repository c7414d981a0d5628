/** The engine without the system: models as data, compiled programs, solvers, ensembles. Runs anywhere. */
export { type CompileOptions, compile } from "./compile/compile.ts";
export type { BlockResult, Layout, Plan, Program, Runner, Schedule, Slot } from "./compile/program.ts";
export { dateOf, lengthInWeeks, type Period, periodOf, weekOf } from "./data/calendar.ts";
export { convert, formatUnit, parseUnit, type Unit } from "./data/units.ts";
export type { Carried, Status } from "./ensemble/carrier.ts";
export { type Design, type DesignSpec, designOf } from "./ensemble/designs/index.ts";
export { type AnyJob, type Job, type Session, type Spawner, serve, type WorkerPort } from "./ensemble/job.ts";
export type { Leg, Move, StepOptions } from "./ensemble/leg.ts";
export { Cancelled, type PoolOptions, runJob } from "./ensemble/pool.ts";
export { type RunOptions, runOnce, type SingleRun } from "./ensemble/run.ts";
export {
  type Cell,
  type DrawRows,
  type Experiment,
  type FailedDraw,
  type Results,
  type SimulateOptions,
  simulate,
  simulateJob,
} from "./ensemble/simulate.ts";
export { FronteraError, type Issue } from "./errors.ts";
export {
  type Distribution,
  families,
  formatDistribution,
  parseDistribution,
  sample,
} from "./math/distributions/index.ts";
export { type Key, keyFromSeed, standardNormal, subkey, uniform } from "./math/random.ts";
export { type Tableau, tableaux } from "./math/tableau.ts";
export {
  defineModule,
  type Grade,
  type ModelDeclaration,
  type ModuleDeclaration,
  type SparseMatrix,
} from "./model/declare.ts";
export { describeEquations, describeParameters } from "./model/describe.ts";
export { defineModel, type Model } from "./model/model.ts";
export {
  adaptive,
  dopri5,
  euler,
  fixed,
  heun,
  methods,
  planOf,
  rk4,
  type Solution,
  type SolveOptions,
  solve,
  tsit5,
} from "./solvers/index.ts";
export { VERSION } from "./version.ts";
