import type { Message } from "./claim.ts";
import type { Leaning, Verdict } from "./verdict.ts";

/** Claims that rest on scenarios; each has five headlines. */
type Weighed = "c4" | "c5" | "c6" | "c7" | "c9" | "c10";

/** The headline of a verdict. Where the numbers lean against a claim and the evidence cannot carry it, it says so. */
export function headlineOf(id: Weighed, leaning: Leaning, verdict: Verdict): Message {
  switch (verdict) {
    case "supported":
      return { key: `claims.${id}Supported` };
    case "supported with a caveat":
      return { key: `claims.${id}Caveat` };
    case "not supported":
      return { key: `claims.${id}Against` };
    case "cannot be told from this evidence":
      return { key: leaning === "against" ? `claims.${id}Assumed` : `claims.${id}Open` };
  }
}
