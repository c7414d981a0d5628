import type { Dataset } from "../../../data/dataset.ts";
import type { Run } from "../run.ts";
import { CARTEL_RUNS } from "./cartels.ts";
import { CORRIDOR_RUNS } from "./corridor.ts";
import { FENTANYL_RUNS } from "./fentanyl.ts";

/** Every run that experiments read, made anew from the evidence. */
export function runsOf(dataset: Dataset): Run[] {
  return [...CARTEL_RUNS, ...FENTANYL_RUNS, ...CORRIDOR_RUNS].map((make) => make(dataset));
}
