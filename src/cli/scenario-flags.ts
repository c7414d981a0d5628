import type { Command } from "commander";
import { weekOf } from "../data/calendar.ts";
import type { Dataset } from "../data/dataset.ts";
import { FronteraError, printable } from "../errors.ts";
import { LANGUAGES } from "../language/language.ts";
import { DEFAULT_DRAWS, type Scenario } from "../studies/scenarios/scenario.ts";
import { parseScenario } from "../studies/scenarios/scenario-file.ts";
import { readTextFile } from "./files.ts";
import { assignments, drawsOf, seedOf, workersOf } from "./options.ts";

/** What `simulate` and `compare` have in common. */
export interface ScenarioFlags {
  readonly draws: string;
  readonly seed?: string;
  readonly workers?: string;
  readonly set?: readonly string[];
  readonly lever?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly lang: string;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function withScenarioFlags(command: Command): Command {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  return command
    .option("--draws <n>", "draws of the ensemble", String(DEFAULT_DRAWS))
    .option("--seed <n>", "whole number that fixes every random number")
    .option("--workers <n>", "threads; the answer is the same for any number (default: cores)")
    .option("--set <parameter=value>", "another value for a parameter, in its unit; may be repeated", several)
    .option(
      "--lever <lever=value@date>",
      "an order: a level in the unit of the lever, and a date; may be repeated",
      several,
    )
    .option("--from <date>", "where scenarios part from business as usual (default 2024-01-01)")
    .option("--to <date>", "where they end (default 2030-01-01)")
    .option("--out <dir>", "folder for the data as CSV and for the document as JSON")
    .option("--lang <language>", `language of the words: ${LANGUAGES.join(" or ")}`, "en")
    .option("--all", "tell parts of the system that no order moves as well")
    .option("--json", "print one JSON document")
    .option("--quiet", "no progress");
}

/** Draws, seed and threads. */
export function sizeOf(flags: ScenarioFlags): { draws: number; seed: number; workers: number } {
  return {
    draws: drawsOf(flags.draws),
    seed: seedOf(flags.seed),
    workers: workersOf(flags.workers),
  };
}

/** The scenario of a file, or the empty one, with what the options add to it. */
export function scenarioOf(file: string | undefined, flags: ScenarioFlags, dataset: Dataset): Scenario {
  const text = file === undefined ? "frontera: 1\nname: business as usual\n" : readTextFile(file);
  const own = parseScenario(text, file ?? "options", dataset);
  if ([flags.from, flags.to, flags.set, flags.lever].every((flag) => flag === undefined)) return own;
  // Options are read as a scenario of their own, so that they are held to the same rules.
  const levers = ordersOf(flags.lever ?? []);
  const values = [...assignments("--set", flags.set ?? [])];
  const options = parseScenario(
    [
      "frontera: 1",
      "name: options",
      `from: ${quoted(flags.from ?? own.from)}`,
      `to: ${quoted(flags.to ?? own.to)}`,
      ...(levers.length === 0 ? [] : ["levers:", ...levers]),
      ...(values.length === 0
        ? []
        : ["parameters:", ...values.map(([id, value]) => `  ${quoted(id)}: ${quoted(value)}`)]),
    ].join("\n"),
    "options",
    dataset,
  );
  const { from, to } = options;
  for (const [id, orders] of Object.entries(own.levers))
    for (const order of orders)
      if (!(weekOf(from) <= weekOf(order.from) && weekOf(order.from) <= weekOf(to)))
        throw new FronteraError({
          code: "bad-option",
          message: `--from and --to leave an order of ${id} outside`,
          expected: `dates with ${order.from} between them`,
          received: `${from} to ${to}`,
          hint: "change the dates in the file",
        });
  const named = Object.keys(options.levers);
  return {
    ...own,
    ...(file === undefined && named.length > 0 ? { name: named.join(", ") } : {}),
    from,
    to,
    levers: { ...own.levers, ...options.levers },
    parameters: { ...own.parameters, ...options.parameters },
  };
}

/** The same for a command that runs one structure. Error: `rival-structures`. */
export function oneScenario(file: string | undefined, flags: ScenarioFlags, dataset: Dataset): Scenario {
  const scenario = scenarioOf(file, flags, dataset);
  if (scenario.structures.length > 0)
    throw new FronteraError({
      code: "rival-structures",
      message: "the scenario asks for rival structures, and one run has one",
      path: file ?? "structures",
      hint: `frontera compare ${file ?? ""} runs them side by side`,
    });
  return scenario;
}

/** `id=level@date` as lines of a scenario file, in the order of time. */
function ordersOf(texts: readonly string[]): string[] {
  const byLever = new Map<string, { to: string; from: string | undefined }[]>();
  for (const text of texts) {
    const match = /^([A-Za-z-]+)=([^@]+?)(?:@(\d{4}-\d{2}-\d{2}))?$/.exec(text.trim());
    if (match === null)
      throw new FronteraError({
        code: "bad-option",
        message: "--lever cannot be read",
        expected: "lever=level@date, such as naloxone-reach=0.6@2024-07-01",
        received: printable(text, 60),
      });
    const [, id, to, from] = match as unknown as [string, string, string, string | undefined];
    byLever.set(id, [...(byLever.get(id) ?? []), { to, from }]);
  }
  return [...byLever].flatMap(([id, orders]) => [
    `  ${id}:`,
    ...[...orders]
      .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))
      .map(
        ({ to, from }) => `    - { to: ${quoted(to.trim())}${from === undefined ? "" : `, from: ${quoted(from)}`} }`,
      ),
  ]);
}

/** A number stays a number; everything else is a text, whatever it would mean in YAML. */
function quoted(text: string): string {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? text : JSON.stringify(printable(text, 80));
}
