import { accessSync, constants, mkdirSync, readFileSync, rmdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { FronteraError } from "../errors.ts";

/** A longer text file is refused [byte]. */
const LONGEST_FILE = 50e6;

/** What went wrong and the cure, by the code of the operating system. */
const FAULTS: Readonly<Record<string, readonly [code: string, message: string, hint: string]>> = {
  ENOENT: ["no-such-file", "there is no such file or folder", "check the spelling of the path"],
  EACCES: ["not-permitted", "the file or folder may not be used", "change its permissions or choose another place"],
  EPERM: ["not-permitted", "the file or folder may not be used", "change its permissions or choose another place"],
  EISDIR: ["is-a-folder", "a file is needed and this is a folder", "name a file"],
  ENOTDIR: ["not-a-folder", "a folder is needed and this is a file", "choose another place"],
  EEXIST: ["not-a-folder", "a folder is needed and this is a file", "choose another place"],
  ENOSPC: ["no-space", "the disk is full", "make room or choose another place"],
  EDQUOT: ["no-space", "the quota of the disk is used up", "make room or choose another place"],
  EROFS: ["read-only", "the file system can only be read", "choose another place"],
  ENAMETOOLONG: ["bad-path", "the path is too long", "choose a shorter one"],
  ELOOP: ["bad-path", "the path leads through a circle of links", "choose another place"],
  EMFILE: ["too-many-files", "too many files are open", "close other programs and try again"],
};

/** An error of the file system in words that name the file and the cure; undefined for any other error. */
export function fileError(error: unknown, path?: string): FronteraError | undefined {
  const {
    code,
    path: from,
    dest,
    syscall,
  } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException & {
    readonly dest?: string;
  };
  // A file is written under a temporary name first; the one that was asked for is where it goes.
  const told = dest ?? from;
  const fault = code !== undefined && Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined;
  const where = path ?? told;
  // An error while writing does not tell the path.
  if (fault === undefined || (where === undefined && syscall !== "write")) return undefined;
  const [name, message, hint] = fault;
  return new FronteraError({ code: name, message, ...(where === undefined ? {} : { path: where }), hint });
}

/** Runs work on files; what the file system refuses becomes a FronteraError that names `path`. */
function onFile<T>(path: string, work: () => T): T {
  if (path === "" || path.includes("\0"))
    throw new FronteraError({
      code: "bad-path",
      message: "this is no path",
      received: path === "" ? "(nothing)" : path,
      hint: "write the name of a file or folder",
    });
  try {
    return work();
  } catch (error) {
    throw fileError(error, path) ?? error;
  }
}

/**
 * The text of a file in UTF-8, without a byte-order mark.
 * Errors: `no-such-file`, `not-permitted`, `is-a-folder`, `not-a-file` (devices and pipes), `too-large`, `not-utf8`.
 */
export function readTextFile(path: string): string {
  return onFile(path, () => {
    const found = statSync(path);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    if (!found.isFile())
      throw new FronteraError({
        code: "not-a-file",
        message: "this is a device or a pipe",
        path,
        expected: "a file",
        hint: "save it as a file first",
      });
    if (found.size > LONGEST_FILE)
      throw new FronteraError({
        code: "too-large",
        message: "the file is too large",
        path,
        expected: `at most ${LONGEST_FILE / 1e6} MB`,
        received: `${Math.ceil(found.size / 1e6)} MB`,
      });
    return decode(readFileSync(path), path);
  });
}

/** Whether there is a file of this name. */
export function isFile(path: string): boolean {
  return onFile(path, () => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/**
 * Makes sure, before any work, that files can be written below a folder; nothing is left behind. Returns its whole path.
 * Errors: `not-a-folder`, `not-permitted`, `read-only`, `no-folder-here`.
 */
export function requireOutputFolder(path: string): string {
  if (path === "")
    throw new FronteraError({
      code: "bad-path",
      message: "this is no path (--out)",
      received: "(nothing)",
      hint: "name a folder",
    });
  return onFile(path, () => {
    const whole = resolve(path);
    let nearest = whole;
    let missing = whole;
    while (statSync(nearest, { throwIfNoEntry: false }) === undefined && dirname(nearest) !== nearest) {
      missing = nearest;
      nearest = dirname(nearest);
    }
    if (!statSync(nearest).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    accessSync(nearest, constants.W_OK | constants.X_OK);
    if (nearest !== whole) tryFolder(missing, path);
    return whole;
  });
}

/** Makes a folder and takes it away: permissions alone do not say that one can be made, as in /proc. */
function tryFolder(folder: string, path: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Somebody else was faster, which is as good.
    if (code === "EEXIST") return;
    if (code !== "ENOENT") throw error;
    throw new FronteraError({
      code: "no-folder-here",
      message: "no folder can be made here",
      path,
      hint: "choose another place",
    });
  }
  rmdirSync(folder);
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FronteraError({
      code: "not-utf8",
      message: "the file is not UTF-8 text",
      path,
      hint: "save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
    });
  }
}
