#!/usr/bin/env node
import { EXIT } from "./exit.ts";
import { frontera, tellFailure } from "./frontera.ts";
import { processTerminal } from "./terminal.ts";

const terminal = processTerminal();
const words = process.argv.slice(2);
const debug = process.env.FRONTERA_DEBUG === "1";

// A reader that has seen enough (`frontera … | head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? EXIT.done);
  tellFailure(error, words, terminal, debug);
});
process.on("uncaughtException", (error) => {
  tellFailure(error, words, terminal, debug);
  process.exit();
});
// A command that listens as well puts things in order and ends by itself; without one, or asked again, the end is now.
process.on("SIGINT", () => {
  if (process.listenerCount("SIGINT") === 1) process.exit(EXIT.cancelled);
});

await frontera(words, terminal, { debug });
