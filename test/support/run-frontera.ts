import { spawn } from "node:child_process";
import { join } from "node:path";
import { chdir, cwd as workingFolder } from "node:process";
import { pathToFileURL } from "node:url";
import { type Kept, keptTerminal } from "./kept-terminal.ts";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "dist/cli/main.js");
const PROGRAM = pathToFileURL(join(ROOT, "dist/cli/frontera.js")).href;

/** One run at a time: the working folder belongs to the whole process. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a command line of the built program without a process of its own; `npm test` builds it first. What only a process
 * shows (streams, signals, an end by force) needs `runProcess`.
 */
export function runFrontera(words: readonly string[], { cwd }: Pick<RunOptions, "cwd"> = {}): Promise<Kept> {
  const run = last.then(() => runHere(words, cwd));
  last = run.catch(() => undefined);
  return run;
}

async function runHere(words: readonly string[], cwd: string | undefined): Promise<Kept> {
  const { frontera } = (await import(PROGRAM)) as typeof import("../../src/cli/frontera.ts");
  const { terminal, kept } = keptTerminal();
  const home = workingFolder();
  if (cwd !== undefined) chdir(cwd);
  try {
    await frontera(words, terminal);
  } finally {
    chdir(home);
  }
  return kept;
}

export interface RunOptions {
  /** The reader of standard output goes away before anything is written. */
  readonly deaf?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder to run in; that of the caller otherwise. */
  readonly cwd?: string;
  /** The program is killed after this time, and `code` is null [ms]. */
  readonly timeout?: number;
  /** Sent when the program first writes on standard error. */
  readonly signal?: NodeJS.Signals;
}

/** Runs a command line of the built program in a process of its own. */
export function runProcess(words: readonly string[], options: RunOptions = {}): Promise<Kept> {
  return runNode([MAIN, ...words], options);
}

/** Runs Node in a process of its own. */
export function runNode(
  words: readonly string[],
  { deaf = false, env = {}, cwd, timeout, signal }: RunOptions = {},
): Promise<Kept> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...words], {
      ...(cwd === undefined ? {} : { cwd }),
      ...(timeout === undefined ? {} : { timeout, killSignal: "SIGKILL" }),
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    const kept = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      kept.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (kept.err === "" && signal !== undefined) child.kill(signal);
      kept.err += text;
    });
    if (deaf) child.stdout.destroy();
    child.on("error", reject).on("close", (code) => resolve({ code, ...kept }));
  });
}
