import { Command } from "commander";
import { FronteraError, nearest, printable } from "../errors.ts";
import { VERSION } from "../version.ts";
import { reportFailure } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

/** A command by name. Its file is loaded only when it is asked for, so that help and version start at once. */
interface Entry {
  readonly name: string;
  readonly about: string;
  readonly load: () => Promise<(terminal: Terminal) => Command>;
}

const COMMANDS: readonly Entry[] = [
  {
    name: "study",
    about: "the main job: summary, report and data of the whole system",
    load: async () => (await import("./study.ts")).studyCommand,
  },
  {
    name: "replicate",
    about: "published studies re-run: science-2023, cohort-2025",
    load: async () => (await import("./replicate.ts")).replicateCommand,
  },
  {
    name: "agenda",
    about: "what governments asked, promised and did, and its outcome",
    load: async () => (await import("./agenda.ts")).agendaCommand,
  },
  {
    name: "article",
    about: "the news report by sentence, with the claims tied to it",
    load: async () => (await import("./article.ts")).articleCommand,
  },
  {
    name: "claims",
    about: "claims of the report, with a verdict and what it rests on",
    load: async () => (await import("./claims.ts")).claimsCommand,
  },
  {
    name: "brief",
    about: "a note of two pages for Word and print: talks, claims, study",
    load: async () => (await import("./brief.ts")).briefCommand,
  },
  {
    name: "simulate",
    about: "one scenario over an ensemble, from a file or from options",
    load: async () => (await import("./simulate.ts")).simulateCommand,
  },
  {
    name: "compare",
    about: "several scenarios on the same random numbers",
    load: async () => (await import("./compare.ts")).compareCommand,
  },
  {
    name: "levers",
    about: "what every lever does alone at its bound, by outcome",
    load: async () => (await import("./levers.ts")).leversCommand,
  },
  {
    name: "couplings",
    about: "how parts push one another, and what it does in a scenario",
    load: async () => (await import("./couplings.ts")).couplingsCommand,
  },
  {
    name: "experiments",
    about: "the model against events, with bands written down before",
    load: async () => (await import("./experiments.ts")).experimentsCommand,
  },
  {
    name: "fit",
    about: "series of the evidence beside the model",
    load: async () => (await import("./fit.ts")).fitCommand,
  },
  {
    name: "model",
    about: "the equations, parameters, levers and outcomes of the model",
    load: async () => (await import("./model.ts")).modelCommand,
  },
  {
    name: "evidence",
    about: "the figures behind the model, their sources and checks",
    load: async () => (await import("./evidence.ts")).evidenceCommand,
  },
  {
    name: "lab",
    about: "the laboratory in a browser, for this machine alone",
    load: async () => (await import("./lab.ts")).labCommand,
  },
  {
    name: "cite",
    about: "how to cite frontera or one of its runs",
    load: async () => (await import("./cite.ts")).citeCommand,
  },
];

/** Runs a command line. Whatever goes wrong is told on the terminal, and its exit code with it: nothing is thrown. */
export async function frontera(
  words: readonly string[],
  terminal: Terminal,
  { debug = false }: { readonly debug?: boolean } = {},
): Promise<void> {
  try {
    const program = await programFor(words, terminal);
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    tellFailure(error, words, terminal, debug);
  }
}

/** Tells what went wrong with a command line, and sets the exit code that belongs to it. */
export function tellFailure(error: unknown, words: readonly string[], terminal: Terminal, debug: boolean): void {
  const help = isCommand(words[0]) ? `frontera ${words[0]} --help` : "frontera --help";
  terminal.exit(reportFailure(error, terminal, { debug, help }));
}

async function programFor(words: readonly string[], terminal: Terminal): Promise<Command> {
  const program = new Command("frontera")
    .description(
      "An open policy laboratory for cartels, fentanyl, firearms, migration and the diplomacy between governments.",
    )
    .version(VERSION, "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .exitOverride()
    // Help goes to `out` even where a word is missing; errors are told by `reportFailure`.
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.out, outputError: () => undefined });
  const [first, second] = words.filter((word) => !word.startsWith("-"));
  const wanted = first === "help" ? second : first;
  if (first === "help" && second !== undefined && second !== "help" && !isCommand(second)) throw noHelp(second);
  for (const { name, about, load } of COMMANDS) {
    const command = name === wanted ? (await load())(terminal) : new Command(name);
    if (command.description() === "") command.description(about);
    program.addCommand(likeParent(command.summary(about), program));
  }
  return program;
}

const isCommand = (word: string | undefined) => COMMANDS.some(({ name }) => name === word);

/** `frontera help studdy` */
function noHelp(word: string): FronteraError {
  const near = nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  return new FronteraError({
    code: "unknown-command",
    message: `unknown command: ${printable(word, 60)}`,
    hint: near === undefined ? "frontera --help shows what there is" : `did you mean ${near}?`,
  });
}

/** Hands the settings of the program down to a command and all below it, which `addCommand` does not. */
function likeParent(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent).helpOption("-h, --help", "print this help").allowExcessArguments(false);
  for (const child of command.commands) likeParent(child, command);
  return command;
}
