import type { Job } from "../../ensemble/job.ts";
import { evidence } from "../study/study-model.ts";
import { type DrawsRead, OpenRun } from "./open-run.ts";
import { runsOf } from "./trials/index.ts";

export interface ExperimentsSpec {
  readonly runs: readonly string[];
  readonly draws: number;
  readonly seed: number;
}

export interface ExperimentsPart extends DrawsRead {
  readonly run: string;
  readonly count: number;
  /** Numbers at central values, with the first draws of a run. [read] */
  readonly central: readonly number[] | undefined;
}

/** Draws of a chunk; a multiple of every number of lanes. */
const STRETCH = 128;

/** The work of `experiments`, for the registry of workers. */
export const experimentsJob: Job<ExperimentsSpec, ExperimentsPart, null> = {
  name: "experiments",
  open: ({ runs: wanted, draws, seed }) => {
    const dataset = evidence();
    const runs = runsOf(dataset);
    const each = Math.ceil(draws / STRETCH);
    let opened: { readonly id: string; readonly run: OpenRun } | undefined;
    return {
      run: (chunk) => {
        const id = wanted[Math.floor(chunk / each)]!;
        // One at a time: what a run keeps is large.
        if (opened?.id !== id)
          opened = { id, run: new OpenRun(runs.find((run) => run.id === id)!, dataset, { draws, seed }) };
        const first = (chunk % each) * STRETCH;
        const count = Math.min(STRETCH, draws - first);
        const central = first === 0 ? opened.run.central() : undefined;
        return { run: id, count, central, ...opened.run.draws(first, count) };
      },
      close: () => null,
    };
  },
};

export function experimentsChunks({ runs, draws }: ExperimentsSpec): number {
  return runs.length * Math.ceil(draws / STRETCH);
}
