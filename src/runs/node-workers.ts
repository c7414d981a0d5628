import { Worker } from "node:worker_threads";
import type { FromWorker, Spawner } from "../ensemble/job.ts";

/**
 * Worker threads of Node. `entry`: plain JavaScript that answers messages with `serve`; Node 20 cannot start a thread
 * from TypeScript, so it is a file of the build. A thread that has ended its job in good order waits for the next one, with what
 * it has read and compiled; waiting threads do not keep the process alive.
 */
export function nodeWorkers(entry: URL): Spawner {
  const waiting: Worker[] = [];
  return () => {
    const worker = waiting.pop() ?? new Worker(entry);
    worker.ref();
    let stopped = false;
    let done = false;
    const leave: (() => void)[] = [];
    return {
      post: (message) => worker.postMessage(message),
      onMessage: (handler) => {
        const told = (message: FromWorker): void => {
          done = message.kind === "total";
          handler(message);
        };
        worker.on("message", told);
        leave.push(() => worker.off("message", told));
      },
      onFailure: (handler) => {
        const failed = (error: Error): void => handler(error.message);
        const ended = (code: number): void => {
          if (!stopped && code !== 0) handler(`it ended with code ${code}`);
        };
        worker.on("error", failed).on("exit", ended);
        leave.push(() => worker.off("error", failed).off("exit", ended));
      },
      stop: () => {
        if (stopped) return;
        stopped = true;
        if (!done) {
          void worker.terminate();
          return;
        }
        // Only its own: the thread itself listens for who listens.
        for (const go of leave) go();
        worker.unref();
        waiting.push(worker);
      },
    };
  };
}
