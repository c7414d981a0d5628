import { type Network, networkOf, parseGroups, parseTies } from "../data/network.ts";
import { FronteraError, printable, suggest } from "../errors.ts";
import type { Translate } from "../language/language.ts";
import {
  LONGEST_RUN,
  replicateScience2023,
  type Science2023Options,
  studyNetwork,
} from "../studies/replications/science-2023.ts";
import { calibrateScience2023 } from "../studies/replications/science-2023-calibration.ts";
import { againstStudy } from "../studies/replications/science-2023-contrasts.ts";
import { checkSize, STUDY_PARAMETERS, type StudyParameters } from "../studies/replications/science-2023-model.ts";
import { POLICY_PARAMETERS, type Policy } from "../studies/replications/science-2023-policies.ts";
import { mechanismsOf, type StudyStructure, structureNames } from "../studies/replications/science-2023-structure.ts";
import { readTextFile } from "./files.ts";
import { assignments, numberOf, oneOf, positiveInteger } from "./options.ts";
import { calibrationSummary, summary } from "./replicate-science-2023-text.ts";
import type { Terminal } from "./terminal.ts";

export interface ScienceFlags {
  readonly weeks?: string;
  readonly policy?: readonly string[];
  readonly structure?: readonly string[];
  readonly split?: readonly string[];
  readonly groups?: string;
  readonly ties?: string;
  readonly calibrate?: boolean;
  readonly json?: boolean;
}

/** Mechanisms that `--structure` switches on. */
export const SWITCHES = ["arrests-by-size", "prison-reentry"] as const;
/** More splits than this have no meaning on the network of the study. */
const MOST_SPLITS = 20;
/** Longest text of groups or ties [character]; the study has 13,000. */
const LONGEST_TABLE = 10e6;

/** `frontera replicate science-2023`. `set`: texts of `--set`. */
export function replicateScience(set: readonly string[], flags: ScienceFlags, t: Translate, terminal: Terminal): void {
  const weeks = positiveInteger("--weeks", flags.weeks ?? "520", { max: LONGEST_RUN });
  const network = networkFrom(flags);
  if (flags.calibrate === true && network !== undefined)
    throw new FronteraError({
      code: "bad-option",
      message: "--calibrate fits the study's own network and data",
      hint: "leave --groups and --ties out",
    });
  const { parameters, values } = parametersFrom(set);
  const structure = structureFrom(flags, values, weeks);
  const options: Science2023Options = {
    parameters,
    weeks,
    policies: policiesFrom(flags.policy ?? [], weeks),
    ...(network === undefined ? {} : { network }),
    ...(structure === undefined ? {} : { structure }),
  };
  const run = replicateScience2023(options);
  const against = structure === undefined ? undefined : againstStudy(run, options);
  const calibration = flags.calibrate === true ? calibrateScience2023(studyNetwork()) : undefined;
  if (flags.json === true) {
    const document = {
      ...run,
      ...(against === undefined ? {} : { structure: { ...run.structure, against } }),
      ...(calibration === undefined ? {} : { calibration }),
    };
    terminal.out(`${JSON.stringify(document)}\n`);
    return;
  }
  terminal.out(summary(run, options, against, t));
  if (calibration !== undefined) terminal.out(`\n${calibrationSummary(calibration, t)}`);
}

/** Parameters of the study, and values of the mechanisms that it leaves out. */
function parametersFrom(texts: readonly string[]): {
  readonly parameters: Partial<StudyParameters>;
  readonly values: Readonly<Record<string, number>>;
} {
  const parameters: { -readonly [K in keyof StudyParameters]?: number } = {};
  const values: Record<string, number> = {};
  const names = structureNames();
  for (const [name, text] of assignments("--set", texts)) {
    const known = STUDY_PARAMETERS.find((parameter) => parameter === name);
    if (known !== undefined) parameters[known] = numberOf(`--set ${known}`, text, { low: 0 });
    else if (names.includes(name)) values[name] = numberOf(`--set ${name}`, text, { low: 0 });
    else
      throw new FronteraError({
        code: "unknown-parameter",
        message: `unknown parameter: ${printable(name, 60)}`,
        path: "--set",
        hint: suggest(name, [...STUDY_PARAMETERS, ...names]),
      });
  }
  return { parameters, values };
}

/** The mechanisms asked for, or undefined where there are none and nothing of them is set. */
function structureFrom(
  { structure = [], split = [] }: ScienceFlags,
  values: Readonly<Record<string, number>>,
  weeks: number,
): StudyStructure | undefined {
  const on = new Set(structure.map((word) => oneOf("--structure", word, SWITCHES)));
  const splits = split.map((text) => splitFrom(text, weeks));
  if (splits.length > MOST_SPLITS)
    throw new FronteraError({
      code: "bad-split",
      message: "too many groups split",
      expected: `at most ${MOST_SPLITS}`,
      received: String(splits.length),
    });
  const asked: StudyStructure = {
    arrestsBySize: on.has("arrests-by-size"),
    prisonReentry: on.has("prison-reentry"),
    splits,
    values,
  };
  return mechanismsOf(asked).length === 0 && Object.keys(values).length === 0 ? undefined : asked;
}

/** `cartel-de-sinaloa@520` */
function splitFrom(text: string, weeks: number): { readonly group: string; readonly week: number } {
  const at = text.lastIndexOf("@");
  const group = text.slice(0, at).trim();
  if (at < 0 || group === "" || text.length > 200)
    throw new FronteraError({
      code: "bad-split",
      message: "--split cannot be read",
      expected: "group@week",
      received: text === "" ? "(nothing)" : text,
      hint: "write for instance --split cartel-de-sinaloa@520",
    });
  const week = positiveInteger(`the week of --split ${printable(group, 60)}`, text.slice(at + 1).trim(), {
    max: weeks - 1,
  });
  return { group, week };
}

/** Error: `set-twice` where one parameter is to change by two factors in the same week. */
function policiesFrom(texts: readonly string[], weeks: number): Policy[] {
  const policies: Policy[] = [];
  for (const text of texts) {
    const policy = policyFrom(text, weeks);
    const before = policies.find(({ parameter, week }) => parameter === policy.parameter && week === policy.week);
    if (before === undefined) policies.push(policy);
    else if (before.factor !== policy.factor)
      throw new FronteraError({
        code: "set-twice",
        message: `--policy changes ${policy.parameter} twice in week ${policy.week}, by ${before.factor} and by ${policy.factor}`,
        hint: "keep one of them",
      });
  }
  return policies;
}

/** `incapacitation*2@520` */
function policyFrom(text: string, weeks: number): Policy {
  const match = /^([^*@]*)\*([^*@]*)@([^*@]*)$/.exec(text.slice(0, 200));
  const [name = "", factor = "", week = ""] = (match ?? []).slice(1).map((part) => part.trim());
  if (match === null || name === "" || text.length > 200)
    throw new FronteraError({
      code: "bad-policy",
      message: "--policy cannot be read",
      expected: "name*factor@week",
      received: text === "" ? "(nothing)" : text,
      hint: 'write for instance --policy "incapacitation*2@520"',
    });
  const parameter = POLICY_PARAMETERS.find((known) => known === name);
  if (parameter === undefined)
    throw new FronteraError({
      code: "bad-policy",
      message: `--policy cannot change ${printable(name, 60)}`,
      expected: POLICY_PARAMETERS.join(", "),
      hint: name === "initialMembers" ? "set it with --set" : suggest(name, POLICY_PARAMETERS),
    });
  return {
    parameter,
    factor: numberOf(`the factor of --policy ${parameter}`, factor, { low: 0 }),
    week: positiveInteger(`the week of --policy ${parameter}`, week, { min: 0, max: weeks }),
  };
}

/** The network of the files, or undefined for the study's own. Ties alone join the study's groups. */
function networkFrom({ groups, ties }: ScienceFlags): Network | undefined {
  if (groups === undefined && ties === undefined) return undefined;
  if (ties === undefined)
    throw new FronteraError({
      code: "missing-option",
      message: "--groups needs --ties",
      hint: "a file with the header group_a,group_b,kind,weight alone means no ties",
    });
  const own = groups === undefined ? studyNetwork().groups : parseGroups(tableText(groups), groups);
  checkSize(own.length);
  return networkOf(own, parseTies(tableText(ties), ties));
}

function tableText(path: string): string {
  const text = readTextFile(path);
  if (text.length <= LONGEST_TABLE) return text;
  throw new FronteraError({
    code: "too-large",
    message: "the file is too large for a network",
    path,
    expected: `at most ${LONGEST_TABLE / 1e6} MB`,
    received: `${Math.ceil(text.length / 1e6)} MB`,
  });
}
