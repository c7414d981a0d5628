import { readTable, rowsOf, type TableSpec } from "../../data/table.ts";
import type { ChainStep, Message } from "./claim.ts";

const CHAIN = {
  claim: { kind: "text" },
  step: { kind: "one-of", values: ["study", "press", "report"] },
  source_id: { kind: "text" },
} as const satisfies TableSpec;

/** The chain of citation of a claim, in the order of the table evidence/claims.csv; `words` says what each step told. */
export function chainOf(table: string, id: string, words: Partial<Record<ChainStep["step"], Message>>): ChainStep[] {
  return rowsOf(readTable(table, "evidence/claims.csv", CHAIN))
    .filter(({ claim }) => claim === id)
    .map(({ step, source_id: source }) => {
      const what = words[step];
      if (what === undefined) throw new Error(`claim ${id} has no words for the step ${step}`);
      return { step, what, source };
    });
}
