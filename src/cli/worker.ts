import { parentPort } from "node:worker_threads";
import { serve, type ToWorker } from "../ensemble/job.ts";
import { simulateJob } from "../ensemble/simulate.ts";
import { experimentsJob } from "../studies/experiments/experiments-job.ts";
import { posteriorJob } from "../studies/scenarios/posterior-job.ts";
import { scenarioJob } from "../studies/scenarios/scenario-job.ts";
import { studyJob } from "../studies/study/study-job.ts";

/** Entry of a worker thread: it knows every job. */
const answer = serve([simulateJob, studyJob, posteriorJob, scenarioJob, experimentsJob], (message) =>
  parentPort?.postMessage(message),
);
parentPort?.on("message", (message: ToWorker) => answer(message));
