/** The public API that runs anywhere: the engine, the system, the studies and the evidence. `frontera/node` adds threads. */

export { EVIDENCE_FILES } from "./data/bundle.ts";
export { type Dataset, loadDataset } from "./data/dataset.ts";
export { type Network, networkOf, parseGroups, parseTies } from "./data/network.ts";
export * from "./engine.ts";
export { type Block, Carrier } from "./ensemble/carrier.ts";
export { parameterBlock } from "./ensemble/run.ts";
export type { Language } from "./language/language.ts";
export type { LiveOutcome, LivePreset, LiveSettings, LiveSlider } from "./page/live-settings.ts";
export type { LiveWords } from "./page/live-words.ts";
export { change, quantity, tickNumber } from "./report/format.ts";
export { type PlainNetwork, type PlainParameters, plainCore, plainNetwork } from "./studies/replications/plain-core.ts";
export { replicateScience2023 } from "./studies/replications/science-2023.ts";
export type { StudyDocument } from "./studies/study/document.ts";
export { runStudy, type StudyOptions } from "./studies/study/run-study.ts";
export { coreModel, evidence, publishedNetwork } from "./studies/study/study-model.ts";
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
