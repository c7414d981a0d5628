import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";

const FOLDER = join(import.meta.dirname, "../golden");

/**
 * Compares a text with the golden one of this name, which `npm run golden` writes. A golden text that is not there is a
 * failure, so that a test cannot pass by writing it.
 */
export function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, name);
  const whole = `# Written by npm run golden with frontera ${version()}. Do not edit.\n${text}`;
  if (process.env.FRONTERA_GOLDEN === "write") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, whole);
  }
  expect(existsSync(path), `${name} is missing: npm run golden`).toBe(true);
  // The header names the version that wrote the file, which need not be the one that reads it.
  expect(text).toBe(readFileSync(path, "utf8").replace(/^#.*\n/, ""));
}

function version(): string {
  const text = readFileSync(join(import.meta.dirname, "../../package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
