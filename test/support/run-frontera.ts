import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** The reader of standard output goes away before anything is written. */
  readonly deaf?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder to run in; that of the caller otherwise. */
  readonly cwd?: string;
  /** The program is killed after this time, and `code` is null [ms]. */
  readonly timeout?: number;
}

const ROOT = join(import.meta.dirname, "../..");

/** Runs the built program in a process of its own; `npm test` builds it first. */
export function runFrontera(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runNode([join(ROOT, "dist/cli/main.js"), ...words], options);
}

/** Runs Node in a process of its own. */
export function runNode(
  words: readonly string[],
  { deaf = false, env = {}, cwd, timeout }: RunOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...words], {
      ...(cwd === undefined ? {} : { cwd }),
      ...(timeout === undefined ? {} : { timeout, killSignal: "SIGKILL" }),
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    if (deaf) child.stdout.destroy();
    child.on("error", reject).on("close", (code) => resolve({ code, out, err }));
  });
}
