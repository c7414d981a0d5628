/**
 * Work that is cut into chunks and spread over threads. A part depends on its chunk alone, and totals are sums of whole
 * numbers, so that the answer has the same bytes for any number of workers.
 */
export interface Job<Spec, Part, Total> {
  /** By which a worker finds it. */
  readonly name: string;
  /** `spec` survives structured cloning. */
  open(spec: Spec): Session<Part, Total>;
}

/** A job under way in one thread. */
export interface Session<Part, Total> {
  /** A pure function of the chunk, apart from what it adds to the total. */
  run(chunk: number): Part;
  /** What the chunks of this thread add up to. */
  close(): Total;
}

/** Any job, for the registry of a worker. */
// biome-ignore lint/suspicious/noExplicitAny: a registry holds jobs of every type, and only their own callers know them
export type AnyJob = Job<any, any, any>;

/** One worker, wherever it runs. */
export interface WorkerPort {
  post(message: ToWorker): void;
  onMessage(handler: (message: FromWorker) => void): void;
  /** Called when the worker ends by itself. */
  onFailure(handler: (reason: string) => void): void;
  stop(): void;
}

/** Makes workers; Node's lives in `runs/`, the browser's with the application. */
export type Spawner = () => WorkerPort;

export type ToWorker =
  | { readonly kind: "open"; readonly job: string; readonly spec: unknown }
  | { readonly kind: "run"; readonly chunk: number }
  | { readonly kind: "close" };

export type FromWorker =
  | { readonly kind: "part"; readonly chunk: number; readonly part: unknown }
  | { readonly kind: "total"; readonly total: unknown }
  | { readonly kind: "error"; readonly message: string };

/** The worker's side: answers messages with the jobs it knows. Returns what is to be done with each message. */
export function serve(jobs: readonly AnyJob[], reply: (message: FromWorker) => void): (message: ToWorker) => void {
  let session: Session<unknown, unknown> | undefined;
  const answer = (message: ToWorker): void => {
    switch (message.kind) {
      case "open": {
        const job = jobs.find(({ name }) => name === message.job);
        if (job === undefined) throw new Error(`this worker has no job ${message.job}`);
        session = job.open(message.spec);
        return;
      }
      case "run":
        if (session === undefined) throw new Error("no job is open");
        reply({ kind: "part", chunk: message.chunk, part: session.run(message.chunk) });
        return;
      case "close":
        reply({ kind: "total", total: session?.close() });
        session = undefined;
    }
  };
  return (message) => {
    try {
      answer(message);
    } catch (error) {
      reply({ kind: "error", message: error instanceof Error ? error.message : String(error) });
    }
  };
}
