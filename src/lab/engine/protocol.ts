import type { CompareDocument, DrawnLines, Scenario, SessionRun, SessionStart, SimulateDocument } from "../../index.ts";

/** What can be asked of an engine, and what it answers. */
export interface Answers {
  /** Takes up the weighed draws and lays the plans of business as usual. */
  readonly open: true;
  readonly draw: DrawnLines;
  readonly band: SessionRun;
  readonly compare: CompareDocument;
  readonly full: SimulateDocument;
  readonly read: Scenario;
  readonly write: string;
}

export type Question =
  | { readonly kind: "open"; readonly start: SessionStart; readonly draws: string; readonly alone: boolean }
  | { readonly kind: "draw" | "band" | "write"; readonly scenario: Scenario }
  | { readonly kind: "full"; readonly scenario: Scenario; readonly draws: number }
  | { readonly kind: "compare"; readonly scenarios: readonly Scenario[] }
  | { readonly kind: "read"; readonly text: string; readonly file: string };

export type Asked = Question & { readonly id: number };

export type Answered =
  | { readonly id: number; readonly kind: "answer"; readonly value: Answers[Question["kind"]] }
  /** `told`: messages that are meant for the reader. */
  | { readonly id: number; readonly kind: "refused"; readonly message: string; readonly told: boolean }
  | { readonly id: number; readonly kind: "progress"; readonly done: number; readonly total: number };
