import { printable, type Scenario, type SessionStart, type Translate } from "../index.ts";
import type { Engine } from "./engine/engine.ts";
import { inOrder, runsHere } from "./state.ts";
import { hand } from "./take-away.ts";

const LARGEST = 100_000;

/** Why a file was not opened, in lines. */
export interface FileRefused {
  readonly file: string;
  readonly lines: readonly string[];
}

/** Reads a scenario file of the terminal. What is wrong with it is told as text, with its line. */
export async function openScenario(
  file: File,
  engine: Engine,
  start: SessionStart,
  t: Translate,
): Promise<Scenario | FileRefused> {
  const name = printable(file.name, 60);
  if (file.size > LARGEST) return { file: name, lines: [t("lab.importLarge")] };
  try {
    const scenario = await engine.ask<"read">({ kind: "read", text: await file.text(), file: name });
    if (!runsHere(scenario, start)) return { file: name, lines: [t("lab.importParts")] };
    return { ...inOrder(scenario, start.levers), about: {}, name: printable(scenario.name, 120) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file: name, lines: message.split("\n").slice(0, 5) };
  }
}

/** Hands a scenario out as the file that the terminal takes; answers its name. */
export async function saveScenario(scenario: Scenario, engine: Engine): Promise<string> {
  const text = await engine.ask<"write">({ kind: "write", scenario });
  const plain = scenario.name
    .normalize("NFD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  const name = `${plain || "scenario"}.yaml`;
  hand(name, new Blob([text], { type: "text/yaml" }));
  return name;
}
