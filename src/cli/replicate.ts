import { Command } from "commander";
import { FronteraError, printable, suggest } from "../errors.ts";
import { LANGUAGES, languageOf, translator } from "../language/language.ts";
import { STUDY_PARAMETERS } from "../studies/replications/science-2023-model.ts";
import { replicateCohort } from "./replicate-cohort-2025.ts";
import { replicateScience, type ScienceFlags, SWITCHES } from "./replicate-science-2023.ts";
import type { Terminal } from "./terminal.ts";

interface ReplicateFlags extends ScienceFlags {
  readonly set?: readonly string[];
  readonly lang: string;
}

const STUDIES = ["science-2023", "cohort-2025"] as const;
const [STUDY] = STUDIES;
/** Studies that are planned and not yet here. */
const TO_COME = ["dilemma-2025"] as const;
/** Options that belong to the first study alone. */
const FIRST_ONLY = ["weeks", "policy", "structure", "split", "groups", "ties", "calibrate"] as const;

/** `frontera replicate [STUDY]`: a published study re-run, with other numbers, policies, mechanisms or another network. */
export function replicateCommand(terminal: Terminal): Command {
  return new Command("replicate")
    .argument("[study]", `published study to re-run: ${STUDIES.join(", ")} (default ${STUDY})`)
    .option(
      "--set <name=value...>",
      `other values: ${STUDY_PARAMETERS.join(", ")}, those of --structure, or of the other study`,
    )
    .option("--weeks <n>", "length of the run from January 2012, 52 weeks a year (default 520)")
    .option("--policy <name*factor@week...>", 'a parameter times a factor from a week on, "incapacitation*2@520"')
    .option("--structure <switch...>", `mechanisms that the study leaves out: ${SWITCHES.join(", ")}`)
    .option("--split <group@week...>", "a group that loses its leaders and falls in two, cartel-de-sinaloa@520")
    .option("--groups <file>", "groups of one's own: CSV with id, name and, for all or none, initial")
    .option("--ties <file>", "ties of one's own: CSV with group_a, group_b, kind, weight")
    .option("--calibrate", "do the study's calibration again as well (some seconds)")
    .option("--lang <language>", `language of the summary: ${LANGUAGES.join(" or ")}`, "en")
    .option("--json", "print one JSON document")
    .action((study: string | undefined, flags: ReplicateFlags) => replicate(study, flags, terminal));
}

function replicate(named: string | undefined, flags: ReplicateFlags, terminal: Terminal): void {
  const t = translator(languageOf(flags.lang));
  // `--set a=1 science-2023`: an option that takes several words takes every word that follows it.
  const several = ["set", "policy", "structure", "split"] as const;
  const swallowed = named === undefined ? several.flatMap((option) => flags[option] ?? []).find(isStudy) : undefined;
  const study = studyOf(named ?? swallowed ?? STUDY);
  const words = (option: (typeof several)[number]) => (flags[option] ?? []).filter((text) => text !== swallowed);
  if (study === "science-2023") {
    const rest = Object.fromEntries(several.map((option) => [option, words(option)]));
    replicateScience(words("set"), { ...flags, ...rest }, t, terminal);
    return;
  }
  for (const option of FIRST_ONLY)
    if (
      option === "policy" || option === "structure" || option === "split" ? words(option).length > 0 : option in flags
    )
      throw new FronteraError({
        code: "bad-option",
        message: `--${option} belongs to ${STUDY}, not to ${study}`,
        hint: "leave it out",
      });
  replicateCohort(words("set"), flags.json === true, t, terminal);
}

function isStudy(text: string): boolean {
  return [...STUDIES, ...TO_COME].some((study) => study === text);
}

function studyOf(study: string): (typeof STUDIES)[number] {
  const known = STUDIES.find((one) => one === study);
  if (known !== undefined) return known;
  if (TO_COME.some((other) => other === study))
    throw new FronteraError({
      code: "not-yet-here",
      message: `${study} is not yet here`,
      hint: `${STUDIES.join(" and ")} are`,
    });
  throw new FronteraError({
    code: "unknown-study",
    message: `unknown study: ${printable(study, 60)}`,
    hint: suggest(study, [...STUDIES, ...TO_COME]),
  });
}
