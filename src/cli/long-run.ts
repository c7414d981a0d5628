import { Cancelled, type PoolOptions } from "../ensemble/pool.ts";
import { type Language, translator } from "../language/language.ts";
import { nodeWorkers } from "../runs/node-workers.ts";
import { EXIT } from "./exit.ts";
import { type Progress, progressOf } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** Signals that ask the program to stop in good order. */
const STOPS = ["SIGINT", "SIGTERM"] as const;

/** What every command of many draws has: threads, signs of life, and an end when the user asks for one. */
export interface LongRun {
  readonly pool: PoolOptions;
  readonly progress: Progress;
  /** Tells a user who stopped the run that it was stopped; throws every other error on. */
  readonly ended: (error: unknown) => void;
  /** To be called whatever happens: signals are no longer listened to. */
  readonly close: () => void;
}

export interface LongRunOptions {
  readonly workers: number;
  readonly language: Language;
  readonly quiet: boolean;
}

export function longRun({ workers, language, quiet }: LongRunOptions, terminal: Terminal): LongRun {
  const progress = progressOf(terminal, "draws", quiet);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  for (const signal of STOPS) process.once(signal, interrupt);
  return {
    pool: { workers, spawner: nodeWorkers(new URL("./worker.js", import.meta.url)), signal: stop.signal },
    progress,
    ended: (error) => {
      progress.stop();
      if (!(error instanceof Cancelled)) throw error;
      terminal.err(`${translator(language)("terminal.stopped")}\n`);
      terminal.exit(EXIT.cancelled);
    },
    close: () => {
      for (const signal of STOPS) process.removeListener(signal, interrupt);
    },
  };
}
