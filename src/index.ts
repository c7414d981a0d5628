/** The public API that runs anywhere: the engine, the system, the studies and the evidence. `frontera/node` adds threads. */

export { EVIDENCE_FILES } from "./data/bundle.ts";
export { formatCsv, plainText } from "./data/csv.ts";
export { type Dataset, loadDataset } from "./data/dataset.ts";
export { type Network, networkOf, parseGroups, parseTies } from "./data/network.ts";
export * from "./engine.ts";
export { type Block, Carrier } from "./ensemble/carrier.ts";
export {
  type AnyJob,
  type FromWorker,
  type Job,
  type Spawner,
  serve,
  type ToWorker,
  type WorkerPort,
} from "./ensemble/job.ts";
export { Cancelled } from "./ensemble/pool.ts";
export { parameterBlock } from "./ensemble/run.ts";
export { FronteraError, type Issue, printable } from "./errors.ts";
export { formatDate, formatMonth, formatNumber } from "./language/format.ts";
export { LANGUAGES, type Language, type MessageKey, type Translate, translator } from "./language/language.ts";
export type { LiveOutcome, LivePreset, LiveSettings, LiveSlider } from "./page/live-settings.ts";
export type { LiveWords } from "./page/live-words.ts";
export { wrap } from "./report/drawing/labels.ts";
export { capital, change, percent, quantity, tickNumber, unitInWords, wholePercent } from "./report/format.ts";
export { type PlainNetwork, type PlainParameters, plainCore, plainNetwork } from "./studies/replications/plain-core.ts";
export { replicateScience2023 } from "./studies/replications/science-2023.ts";
export type {
  CompareDocument,
  Conditioning,
  EndChange,
  LeverRow,
  Lines,
  SimulateDocument,
} from "./studies/scenarios/document.ts";
export { type Posterior, posteriorOf, remember } from "./studies/scenarios/posterior.ts";
export { engineFingerprint, packDraws, unpackDraws, type WeighedDraws } from "./studies/scenarios/posterior-file.ts";
export { posteriorJob } from "./studies/scenarios/posterior-job.ts";
export { compareScenarios, type ScenarioOptions, simulateScenario } from "./studies/scenarios/run-scenarios.ts";
export {
  BUSINESS_AS_USUAL,
  businessAsUsual,
  DEFAULT_DRAWS,
  type Order,
  type Scenario,
} from "./studies/scenarios/scenario.ts";
export { parseScenario } from "./studies/scenarios/scenario-file.ts";
export { scenarioJob } from "./studies/scenarios/scenario-job.ts";
export { formatScenario } from "./studies/scenarios/scenario-text.ts";
export { type DrawnLines, oneDraw, ScenarioSession, type SessionRun } from "./studies/scenarios/session.ts";
export { HEADLINES, type SessionLever, type SessionStart, sessionStart } from "./studies/scenarios/session-start.ts";
export { SUBSYSTEM_IDS } from "./studies/scenarios/subsystems.ts";
export type { StudyDocument } from "./studies/study/document.ts";
export { runStudy, type StudyOptions } from "./studies/study/run-study.ts";
export { coreModel, evidence, publishedNetwork } from "./studies/study/study-model.ts";
export { PACKAGE_IDS, type PackageScenario } from "./studies/study/system/plan.ts";
export type { CartelNetwork } from "./system/cartel-network.ts";
export type { CartelStructure } from "./system/cartel-structure.ts";
export { type CartelOptions, cartelNetwork, cartels } from "./system/cartels.ts";
export { type DeterrenceOptions, deterrence } from "./system/deterrence.ts";
export {
  FENTANYL_STEP,
  FENTANYL_STEP_ERROR,
  type FentanylOptions,
  fentanyl,
  SHOCK_KINDS,
  SUPPLY_LINKS,
  type SupplyLink,
} from "./system/fentanyl/index.ts";
export type { Split } from "./system/group-splits.ts";
export { moduleParameters } from "./system/module-parameters.ts";
