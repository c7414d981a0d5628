import { FronteraError } from "../errors.ts";
import type { Job, Spawner, WorkerPort } from "./job.ts";

export interface PoolOptions {
  /** Threads; 1 (default) works in the calling thread. */
  readonly workers?: number;
  /** Makes workers; without it everything runs in the calling thread. */
  readonly spawner?: Spawner;
  /** Stops the work between chunks. */
  readonly signal?: AbortSignal;
}

/** Chunks that a worker has in hand, so that it never waits for the next. */
const IN_HAND = 2;
/** Chunks that may be finished ahead of the one that is delivered next, for each worker. */
const AHEAD = 8;

/** Thrown when the caller's signal stops the work. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/**
 * Runs chunks 0 … `chunks` − 1 of a job and hands their parts over in that order; answers the totals of the threads.
 * Errors: `Cancelled`, `worker-failed`, and whatever the job throws.
 */
export async function runJob<Spec, Part, Total>(
  job: Job<Spec, Part, Total>,
  spec: Spec,
  chunks: number,
  onPart: (part: Part, chunk: number) => void | Promise<void>,
  { workers = 1, spawner, signal }: PoolOptions = {},
): Promise<Total[]> {
  if (workers <= 1 || spawner === undefined || chunks <= 1) return runHere(job, spec, chunks, onPart, signal);
  return runSpread(job, spec, chunks, onPart, Math.min(workers, chunks), spawner, signal);
}

async function runHere<Spec, Part, Total>(
  job: Job<Spec, Part, Total>,
  spec: Spec,
  chunks: number,
  onPart: (part: Part, chunk: number) => void | Promise<void>,
  signal: AbortSignal | undefined,
): Promise<Total[]> {
  const session = job.open(spec);
  for (let chunk = 0; chunk < chunks; chunk++) {
    if (signal?.aborted) throw new Cancelled();
    await onPart(session.run(chunk), chunk);
    // Lets interrupts and drawings through.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return [session.close()];
}

function runSpread<Spec, Part, Total>(
  job: Job<Spec, Part, Total>,
  spec: Spec,
  chunks: number,
  onPart: (part: Part, chunk: number) => void | Promise<void>,
  workers: number,
  spawner: Spawner,
  signal: AbortSignal | undefined,
): Promise<Total[]> {
  const ports: WorkerPort[] = [];
  const waiting = new Map<number, Part>();
  const totals: Total[] = [];
  // Of few chunks every worker gets some.
  const most = Math.min(IN_HAND, Math.ceil(chunks / workers));
  let asked = 0;
  let delivered = 0;
  let delivering = false;
  return new Promise<Total[]>((resolve, reject) => {
    const finish = (error?: unknown): void => {
      signal?.removeEventListener("abort", cancel);
      for (const port of ports) port.stop();
      if (error === undefined) resolve(totals);
      else reject(error);
    };
    const cancel = (): void => finish(new Cancelled());
    const ask = (port: WorkerPort & { inHand: number }): void => {
      while (asked < chunks && port.inHand < most && asked < delivered + AHEAD * workers) {
        port.inHand++;
        port.post({ kind: "run", chunk: asked++ });
      }
    };
    const deliver = async (): Promise<void> => {
      if (delivering) return;
      delivering = true;
      while (waiting.has(delivered)) {
        const part = waiting.get(delivered)!;
        waiting.delete(delivered);
        await onPart(part, delivered);
        delivered++;
      }
      delivering = false;
      for (const port of ports) ask(port as WorkerPort & { inHand: number });
      if (delivered === chunks) for (const port of ports) port.post({ kind: "close" });
    };
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) {
      cancel();
      return;
    }
    for (let i = 0; i < workers; i++) {
      const port = Object.assign(spawner(), { inHand: 0 });
      ports.push(port);
      port.onFailure((reason) => finish(workerFailed(reason)));
      port.onMessage((message) => {
        if (message.kind === "error") finish(workerFailed(message.message));
        else if (message.kind === "part") {
          port.inHand--;
          waiting.set(message.chunk, message.part as Part);
          ask(port);
          deliver().catch(finish);
        } else {
          totals.push(message.total as Total);
          if (totals.length === workers) finish();
        }
      });
      port.post({ kind: "open", job: job.name, spec });
      ask(port);
    }
  });
}

function workerFailed(reason: string): FronteraError {
  return new FronteraError({
    code: "worker-failed",
    message: `a worker stopped: ${reason}`,
    hint: "run again with --workers 1 to see where",
  });
}
