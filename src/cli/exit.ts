import { CommanderError } from "commander";
import { FronteraError, printable } from "../errors.ts";
import { fileError } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** What the exit code of the program says. Commands hand it to `terminal.exit`; nothing ends the process while it writes. */
export const EXIT = {
  done: 0,
  /** A check or a gate failed; the answer is printed all the same. */
  failed: 1,
  /** The input is wrong, and nothing has been written. */
  wrongInput: 2,
  /** A fault of the program: never to be taken for a failed gate nor for wrong input (`EX_SOFTWARE` of sysexits.h). */
  internal: 70,
  cancelled: 130,
} as const;

/** No more lines than this for one wrong input. */
const MOST_LINES = 5;

/**
 * Tells what went wrong in at most five lines without a stack trace, and returns the exit code that belongs to it. `help`:
 * the line that prints the help of what was asked for.
 */
export function reportFailure(
  error: unknown,
  terminal: Terminal,
  { debug, help }: { readonly debug: boolean; readonly help: string },
): number {
  if (error instanceof CommanderError) {
    // Help and version end by way of an error as well.
    if (error.exitCode === 0 || error.code === "commander.help") return EXIT.done;
    terminal.err(`${usageLine(error, help)}\n`);
    return EXIT.wrongInput;
  }
  const known = error instanceof FronteraError ? error : fileError(error);
  if (debug && error instanceof Error) terminal.err(`${error.stack ?? error.message}\n`);
  if (known !== undefined) {
    terminal.err(lines(known).join(""));
    return EXIT.wrongInput;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  terminal.err(`internal error: ${printable(message, 300)}\n`);
  terminal.err("this is a fault of frontera: please report it with the command line and frontera --version");
  terminal.err(debug ? "\n" : "; FRONTERA_DEBUG=1 shows where it happened\n");
  return EXIT.internal;
}

function lines(error: FronteraError): string[] {
  const all = error.message.split("\n").map((line) => `${printable(line, 480)}\n`);
  if (all.length <= MOST_LINES) return all;
  return [...all.slice(0, MOST_LINES - 1), `and ${all.length - MOST_LINES + 1} more of the kind\n`];
}

/** How the messages of the parser read in the form of all others. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/^unknown (command|option) '(.*)'$/s, "unknown $1: $2"],
  [/^missing required argument '(.*)'$/s, "an argument is missing: $1"],
  [/^option '(.*)' argument missing$/s, "a value is missing: $1"],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.?$/s,
    "too many arguments for $1; expected $2, received $3",
  ],
];

/** The message of the parser on one line: `unknown option: --dras; did you mean --draws?` */
function usageLine(error: CommanderError, help: string): string {
  const [first = "", ...rest] = error.message.replace(/^error: /, "").split(/\n(?=\(Did you mean)/);
  const said = PHRASES.reduce((text, [pattern, words]) => text.replace(pattern, words), first);
  const found = /^\(Did you mean (?:one of )?(.*)\?\)$/s.exec(rest.join(" "));
  const hint = found === null ? `${help} shows what there is` : `did you mean ${printable(found[1], 80)}?`;
  return `${printable(said, 360)}; ${hint}`;
}
