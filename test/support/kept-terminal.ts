import { EXIT } from "../../src/cli/exit.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

/** How a command ended. */
export interface Kept {
  /** Exit code; null for a process that was killed. */
  code: number | null;
  out: string;
  err: string;
}

/** A terminal of plain text that keeps what is written on it, for commands that are run without a process. */
export function keptTerminal(width = 100): { readonly terminal: Terminal; readonly kept: Kept } {
  const kept: Kept = { code: EXIT.done, out: "", err: "" };
  const terminal: Terminal = {
    out: (text) => {
      kept.out += text;
    },
    err: (text) => {
      kept.err += text;
    },
    exit: (code) => {
      kept.code = code;
    },
    width,
    colour: false,
    interactive: false,
  };
  return { terminal, kept };
}
