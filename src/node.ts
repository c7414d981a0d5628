/** The public API in Node: all of `frontera`, and threads. */
import type { Spawner } from "./ensemble/job.ts";
import { nodeWorkers } from "./runs/node-workers.ts";

export * from "./index.ts";
export { OutputFolder, type TextStream } from "./runs/output-folder.ts";

/** Worker threads that know the jobs of Frontera: hand it to `simulate` or `runStudy` as `spawner`. */
export function workerThreads(): Spawner {
  return nodeWorkers(new URL("./cli/worker.js", import.meta.url));
}
