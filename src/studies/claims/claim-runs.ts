import type { Dataset } from "../../data/dataset.ts";
import { HALVED, RULED } from "./guns.ts";
import { linkPlans } from "./links.ts";
import { drawsOfPlan, type ReadOptions, type RunPlan, readScenarios, type ScenarioReads } from "./scenario-reads.ts";
import { corridorPlan } from "./upstream.ts";

/** Runs of the system that claims share. */
export type RunId = "persistent" | "intermediate" | "transient" | "corridor" | "halved" | "ruled";

/** Runs that a claim rests on. */
const NEEDED: Readonly<Record<string, readonly RunId[]>> = {
  C4: ["persistent", "intermediate", "transient"],
  // Targeting moves no parameter that the kinds of shock differ in.
  C5: ["intermediate"],
  C6: ["corridor"],
  C7: ["corridor"],
  C9: ["halved", "ruled"],
};

/** Every run: scenarios that share draws and assumptions. */
export function runPlans(dataset: Dataset): Readonly<Record<RunId, RunPlan>> {
  return { ...linkPlans(dataset), corridor: corridorPlan(dataset), halved: HALVED, ruled: RULED };
}

/** Scenarios of a run that some claims read: one claim alone need not wait for the scenarios of others. */
function planFor(plan: RunPlan, id: RunId, claims: readonly string[]): RunPlan {
  const keep = (name: string): boolean => {
    if (id === "intermediate") return name === "targeted" ? claims.includes("C5") : claims.includes("C4");
    return id !== "corridor" || claims.includes("C7");
  };
  return { ...plan, scenarios: Object.fromEntries(Object.entries(plan.scenarios).filter(([name]) => keep(name))) };
}

export type ClaimRuns = Readonly<Partial<Record<RunId, ScenarioReads>>>;

function runsOf(claims: readonly string[], all: Readonly<Record<RunId, RunPlan>>): RunId[] {
  return (Object.keys(all) as RunId[]).filter((id) => claims.some((claim) => NEEDED[claim]?.includes(id)));
}

/** Draws that the runs of some claims take, in all. */
export function drawsFor(claims: readonly string[], dataset: Dataset, asked: number): number {
  const all = runPlans(dataset);
  return runsOf(claims, all).reduce((sum, id) => sum + drawsOfPlan(all[id], asked), 0);
}

/** Runs what the claims need, one run after the other; numbers are the same whichever claims are asked for. */
export async function runFor(
  claims: readonly string[],
  dataset: Dataset,
  { onProgress, ...options }: ReadOptions,
): Promise<ClaimRuns> {
  const all = runPlans(dataset);
  const reads: Partial<Record<RunId, ScenarioReads>> = {};
  let before = 0;
  for (const id of runsOf(claims, all)) {
    const start = before;
    reads[id] = await readScenarios(planFor(all[id], id, claims), {
      ...options,
      ...(onProgress === undefined ? {} : { onProgress: (done: number) => onProgress(start + done) }),
    });
    before += drawsOfPlan(all[id], options.draws);
  }
  return reads;
}
