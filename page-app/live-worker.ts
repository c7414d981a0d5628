import type { LiveSettings } from "../src/index.ts";
import { type Factors, LiveModel, type LiveRun } from "./live-model.ts";

export type ToLive =
  | { readonly kind: "open"; readonly settings: LiveSettings }
  | { readonly kind: "run"; readonly factors: Factors };
export type FromLive =
  | { readonly kind: "run"; readonly factors: Factors; readonly run: LiveRun }
  | { readonly kind: "failed"; readonly message: string };

/** What a worker of this script does: holds the model and answers every setting with its run. */
export function serveLive(scope: Pick<DedicatedWorker, "postMessage" | "onmessage">): void {
  let model: LiveModel | undefined;
  scope.onmessage = ({ data }) => {
    try {
      if (data.kind === "open") model = new LiveModel(data.settings);
      else if (model !== undefined)
        scope.postMessage({ kind: "run", factors: data.factors, run: model.run(data.factors) });
    } catch (error) {
      scope.postMessage({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** The inside of a worker, as far as it is used here. */
export interface DedicatedWorker {
  postMessage(message: FromLive): void;
  onmessage: ((event: MessageEvent<ToLive>) => void) | null;
}
