import type { FromWorker, Spawner, ToWorker } from "../../index.ts";

/** Workers of the browser that answer messages with `serve`; they can be made in a worker as well. */
export function browserWorkers(): Spawner {
  return () => {
    const worker = new Worker(new URL("./job-worker.ts", import.meta.url), { type: "module" });
    return {
      post: (message: ToWorker) => worker.postMessage(message),
      onMessage: (handler) => {
        worker.onmessage = ({ data }: MessageEvent<FromWorker>) => handler(data);
      },
      onFailure: (handler) => {
        worker.onerror = (event) => {
          event.preventDefault();
          handler(event.message || "it could not be loaded");
        };
      },
      stop: () => worker.terminate(),
    };
  };
}
