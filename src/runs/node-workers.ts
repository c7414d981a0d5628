import { Worker } from "node:worker_threads";
import type { FromWorker, Spawner } from "../ensemble/job.ts";

/**
 * Worker threads of Node. `entry`: plain JavaScript that answers messages with `serve`; Node 20 cannot start a thread
 * from TypeScript, so it is a file of the build.
 */
export function nodeWorkers(entry: URL): Spawner {
  return () => {
    const worker = new Worker(entry);
    let stopped = false;
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (handler) => void worker.on("message", (message: FromWorker) => handler(message)),
      onFailure: (handler) => {
        worker.on("error", (error) => handler(error.message));
        worker.on("exit", (code) => {
          if (!stopped && code !== 0) handler(`it ended with code ${code}`);
        });
      },
      stop: () => {
        stopped = true;
        void worker.terminate();
      },
    };
  };
}
