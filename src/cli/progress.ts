import { SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

/** Tells how far a long run is: a bar with rate and time left on a terminal, a plain line every tenth elsewhere. */
export interface Progress {
  update(done: number, total: number): void;
  /** A line that stays. */
  note(text: string): void;
  stop(): void;
}

/** `what`: what is counted, in the plural. */
export function progressOf(terminal: Terminal, what: string, quiet: boolean): Progress {
  if (quiet) return { update: () => {}, note: () => {}, stop: () => {} };
  return terminal.interactive ? bar(terminal, what) : lines(terminal, what);
}

function bar(terminal: Terminal, what: string): Progress {
  let drawn: SingleBar | undefined;
  let started = 0;
  return {
    update: (done, total) => {
      if (drawn === undefined) {
        drawn = new SingleBar({
          format: `{bar} {percentage} % of {total} ${what}, {rate} a second, {eta_formatted} left`,
          barCompleteChar: "█",
          barIncompleteChar: "░",
          hideCursor: true,
          clearOnComplete: true,
          stream: process.stderr,
        });
        started = performance.now();
        drawn.start(total, 0, { rate: "–" });
      }
      const seconds = (performance.now() - started) / 1000;
      drawn.update(done, { rate: seconds > 0.2 ? Math.round(done / seconds).toLocaleString("en-US") : "–" });
    },
    note: (text) => {
      // Clears the bar, which is drawn again below the line.
      terminal.err(`\r\u001b[K${text}\n`);
    },
    stop: () => drawn?.stop(),
  };
}

function lines(terminal: Terminal, what: string): Progress {
  let tenth = 0;
  return {
    update: (done, total) => {
      const now = Math.floor((10 * done) / total);
      if (now === tenth) return;
      tenth = now;
      terminal.err(`${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} ${what}\n`);
    },
    note: (text) => terminal.err(`${text}\n`),
    stop: () => {},
  };
}
