import type { LiveSettings } from "../src/index.ts";
import { type Factors, LiveModel, type LiveRun } from "./live-model.ts";
import type { FromLive, ToLive } from "./live-worker.ts";

export interface LiveEngine {
  /** Asks for a run; of settings that come faster than runs only the latest is run. */
  run(factors: Factors): void;
}

interface Handlers {
  readonly onRun: (run: LiveRun, factors: Factors) => void;
  readonly onFailure: () => void;
}

/** Runs in a worker made of this page's own script; in the page itself where there can be none. */
export function liveEngine(settings: LiveSettings, script: string, handlers: Handlers): LiveEngine {
  let latest: Factors | undefined;
  let waiting: Factors | undefined;
  let busy = false;
  let post: (message: ToLive) => void;
  const ask = (factors: Factors) => {
    busy = true;
    post({ kind: "run", factors });
  };
  const answered = (message: FromLive) => {
    busy = false;
    if (message.kind === "failed") {
      handlers.onFailure();
      return;
    }
    handlers.onRun(message.run, message.factors);
    if (waiting !== undefined) {
      const next = waiting;
      waiting = undefined;
      ask(next);
    }
  };
  const inPage = () => {
    post = postInPage(settings, answered);
    waiting = undefined;
    if (latest !== undefined) ask(latest);
  };
  try {
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(address);
    post = (message) => worker.postMessage(message);
    worker.onmessage = ({ data }: MessageEvent<FromLive>) => answered(data);
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      inPage();
    };
    post({ kind: "open", settings });
  } catch {
    inPage();
  }
  return {
    run: (factors) => {
      latest = factors;
      if (busy) waiting = factors;
      else ask(factors);
    },
  };
}

/** The same work without a worker; answers come before the call is over. */
function postInPage(settings: LiveSettings, answer: (message: FromLive) => void): (message: ToLive) => void {
  let model: LiveModel | undefined;
  return (message) => {
    if (message.kind === "open") return;
    try {
      model ??= new LiveModel(settings);
      answer({ kind: "run", factors: message.factors, run: model.run(message.factors) });
    } catch (error) {
      answer({ kind: "failed", message: String(error) });
    }
  };
}
