import { posteriorJob, scenarioJob, serve, type ToWorker } from "../../index.ts";

/** Entry of a worker that has a part of a run with many draws. */
const answer = serve([posteriorJob, scenarioJob], (message) => postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToWorker>) => answer(data);
