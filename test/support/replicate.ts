import { expect } from "vitest";
import { replicateCommand } from "../../src/cli/replicate.ts";
import { FronteraError } from "../../src/errors.ts";
import { keptTerminal } from "./kept-terminal.ts";

/** What `frontera replicate` prints for these words. */
export async function run(...words: string[]): Promise<string> {
  const { terminal, kept } = keptTerminal();
  await replicateCommand(terminal).exitOverride().parseAsync(words, { from: "user" });
  return kept.out;
}

/** The document that it prints. */
export const json = async (...words: string[]) => JSON.parse(await run(...words, "--json"));

/** The command refuses, with one FronteraError that names what is wrong, and prints nothing. */
export async function refusal(...words: string[]): Promise<string> {
  const error = await run(...words).then(
    (text) => new Error(`printed ${text.slice(0, 100)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FronteraError);
  const { message } = error as FronteraError;
  for (const line of message.split("\n")) expect(line.length).toBeLessThanOrEqual(500);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be echoed
  expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|TypeError|undefined/);
  return message;
}
