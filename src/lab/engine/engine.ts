import type { SessionStart } from "../../index.ts";
import type { Answered, Answers, Asked, Question } from "./protocol.ts";

/** A worker that ends by itself is made again, but not for ever. */
const MOST_CRASHES = 3;

interface Waiting {
  readonly question: Question;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

/** Thrown for a question that a later one of its kind has taken the place of. */
export class Overtaken extends Error {}
/** What an engine said of a question it does not answer; `told` where the words are for the reader. */
export class Refused extends Error {
  readonly told: boolean;

  constructor(message: string, told: boolean) {
    super(message);
    this.told = told;
  }
}

/** Makes the worker; tests make one that is slow or breaks. */
export type MakeWorker = () => Worker;

export interface EngineOptions {
  readonly start: SessionStart;
  /** Address of the weighed draws. */
  readonly draws: string;
  readonly alone: boolean;
  readonly onCrash: (again: boolean) => void;
  readonly onReady: () => void;
}

const makeWorker: MakeWorker = () => new Worker(new URL("./engine-worker.ts", import.meta.url), { type: "module" });

/**
 * One engine in a worker. It has one question in hand; of questions of a kind that come meanwhile only the latest is asked. A
 * worker that ends is made again and asked once more.
 */
export class Engine {
  readonly #options: EngineOptions;
  #worker: Worker;
  #asked: { readonly id: number; readonly waiting: Waiting } | undefined;
  readonly #queue: Waiting[] = [];
  #last = 0;
  #crashes = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#worker = this.#opened();
  }

  /** Rejects with `Overtaken`, `Refused`, or an error of the worker. */
  ask<K extends Question["kind"]>(
    question: Extract<Question, { kind: K }> | (Question & { kind: K }),
    onProgress?: (done: number, total: number) => void,
  ): Promise<Answers[K]> {
    return new Promise<Answers[K]>((resolve, reject) => {
      const same = this.#queue.findIndex((one) => one.question.kind === question.kind);
      if (same >= 0) this.#queue.splice(same, 1)[0]!.reject(new Overtaken());
      this.#queue.push({ question, resolve: resolve as (value: never) => void, reject, onProgress });
      this.#next();
    });
  }

  /** Ends what is under way; the engine is opened anew for what comes next. */
  stop(): void {
    const asked = this.#asked;
    this.#worker.terminate();
    asked?.waiting.reject(new Overtaken());
    this.#worker = this.#opened();
  }

  close(): void {
    this.#worker.terminate();
  }

  #opened(): Worker {
    const worker = makeWorker();
    worker.onmessage = ({ data }: MessageEvent<Answered>) => this.#answered(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#crashed(worker);
    };
    const { start, draws, alone, onReady } = this.#options;
    this.#asked = undefined;
    this.#queue.unshift({
      question: { kind: "open", start, draws, alone },
      resolve: onReady as (value: never) => void,
      reject: () => this.#crashed(worker),
      onProgress: undefined,
    });
    queueMicrotask(() => this.#next());
    return worker;
  }

  #crashed(worker: Worker): void {
    if (worker !== this.#worker) return;
    worker.terminate();
    const asked = this.#asked?.waiting;
    this.#crashes++;
    const again = this.#crashes <= MOST_CRASHES;
    this.#options.onCrash(again);
    if (!again) {
      asked?.reject(new Refused("crashed", false));
      for (const one of this.#queue.splice(0)) one.reject(new Refused("crashed", false));
      return;
    }
    if (asked !== undefined && asked.question.kind !== "open") this.#queue.unshift(asked);
    this.#worker = this.#opened();
  }

  #next(): void {
    if (this.#asked !== undefined) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    const id = ++this.#last;
    this.#asked = { id, waiting };
    this.#worker.postMessage({ ...waiting.question, id } satisfies Asked);
  }

  #answered(message: Answered): void {
    const asked = this.#asked;
    if (asked === undefined || asked.id !== message.id) return;
    if (message.kind === "progress") {
      asked.waiting.onProgress?.(message.done, message.total);
      return;
    }
    this.#asked = undefined;
    if (message.kind === "answer") asked.waiting.resolve(message.value as never);
    else asked.waiting.reject(new Refused(message.message, message.told));
    this.#next();
  }
}
