import { Command } from "commander";
import { type Network, networkOf, parseGroups, parseTies } from "../data/network.ts";
import { FronteraError, printable, suggest } from "../errors.ts";
import { formatNumber } from "../language/format.ts";
import { LANGUAGES, languageOf, type Translate, translator } from "../language/language.ts";
import { change, parameterValue } from "../report/format.ts";
import { PUBLISHED_MEMBERS, PUBLISHED_SOURCE } from "../report/published.ts";
import {
  LONGEST_RUN,
  replicateScience2023,
  type Science2023,
  type Science2023Options,
  studyNetwork,
} from "../studies/replications/science-2023.ts";
import { type Calibration, calibrateScience2023 } from "../studies/replications/science-2023-calibration.ts";
import { type Contrast, type Contrasts, contrastsOf } from "../studies/replications/science-2023-contrasts.ts";
import { checkSize, STUDY_PARAMETERS, type StudyParameters } from "../studies/replications/science-2023-model.ts";
import { POLICY_PARAMETERS, type Policy } from "../studies/replications/science-2023-policies.ts";
import { columns } from "./columns.ts";
import { readTextFile } from "./files.ts";
import { assignments, numberOf, positiveInteger } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface ReplicateFlags {
  readonly set?: readonly string[];
  readonly weeks: string;
  readonly policy?: readonly string[];
  readonly groups?: string;
  readonly ties?: string;
  readonly calibrate?: boolean;
  readonly lang: string;
  readonly json?: boolean;
}

const STUDY = "science-2023";
/** Studies that are planned and not yet here. */
const TO_COME = ["dilemma-2025", "cohort-2025"] as const;
/** Longest text of groups or ties [character]; the study has 13,000. */
const LONGEST_TABLE = 10e6;

/** `frontera replicate [STUDY]`: a published study re-run, with other numbers, policies or another network. */
export function replicateCommand(terminal: Terminal): Command {
  return new Command("replicate")
    .argument("[study]", `published study to re-run (default ${STUDY})`)
    .option("--set <name=value...>", `other values: ${STUDY_PARAMETERS.join(", ")}`)
    .option("--weeks <n>", "length of the run from January 2012, 52 weeks a year", "520")
    .option("--policy <name*factor@week...>", 'a parameter times a factor from a week on, "incapacitation*2@520"')
    .option("--groups <file>", "groups of one's own: CSV with id, name and, for all or none, initial")
    .option("--ties <file>", "ties of one's own: CSV with group_a, group_b, kind, weight")
    .option("--calibrate", "do the study's calibration again as well (some seconds)")
    .option("--lang <language>", `language of the summary: ${LANGUAGES.join(" or ")}`, "en")
    .option("--json", "print one JSON document")
    .action((study: string | undefined, flags: ReplicateFlags) => replicate(study, flags, terminal));
}

function replicate(named: string | undefined, flags: ReplicateFlags, terminal: Terminal): void {
  const t = translator(languageOf(flags.lang));
  const texts = flags.set ?? [];
  // `--set a=1 science-2023`: the option takes every word that follows it.
  const study = named ?? texts.find((text) => text === STUDY || TO_COME.some((other) => other === text)) ?? STUDY;
  checkStudy(study);
  const weeks = positiveInteger("--weeks", flags.weeks, { max: LONGEST_RUN });
  const network = networkFrom(flags);
  if (flags.calibrate === true && network !== undefined)
    throw new FronteraError({
      code: "bad-option",
      message: "--calibrate fits the study's own network and data",
      hint: "leave --groups and --ties out",
    });
  const options: Science2023Options = {
    parameters: parametersFrom(texts.filter((text) => named !== undefined || text !== study)),
    weeks,
    policies: policiesFrom(flags.policy ?? [], weeks),
    ...(network === undefined ? {} : { network }),
  };
  const run = replicateScience2023(options);
  const calibration = flags.calibrate === true ? calibrateScience2023(studyNetwork()) : undefined;
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(calibration === undefined ? run : { ...run, calibration })}\n`);
    return;
  }
  terminal.out(summary(run, options, t));
  if (calibration !== undefined) terminal.out(`\n${calibrationSummary(calibration, t)}`);
}

function checkStudy(study: string): void {
  if (study === STUDY) return;
  if (TO_COME.some((other) => other === study))
    throw new FronteraError({
      code: "not-yet-here",
      message: `${study} is not yet here`,
      hint: `frontera replicate ${STUDY} is`,
    });
  throw new FronteraError({
    code: "unknown-study",
    message: `unknown study: ${printable(study, 60)}`,
    hint: suggest(study, [STUDY, ...TO_COME]),
  });
}

function parametersFrom(texts: readonly string[]): Partial<StudyParameters> {
  const parameters: { -readonly [K in keyof StudyParameters]?: number } = {};
  for (const [name, text] of assignments("--set", texts)) {
    const known = STUDY_PARAMETERS.find((parameter) => parameter === name);
    if (known === undefined)
      throw new FronteraError({
        code: "unknown-parameter",
        message: `unknown parameter: ${printable(name, 60)}`,
        path: "--set",
        hint: suggest(name, STUDY_PARAMETERS),
      });
    parameters[known] = numberOf(`--set ${known}`, text, { low: 0 });
  }
  return parameters;
}

/** `incapacitation*2@520` */
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
function networkFrom({ groups, ties }: ReplicateFlags): Network | undefined {
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

const whole = (value: number) => formatNumber(value, "en", 0);
const tenth = (value: number) => formatNumber(value, "en", 1);

function summary(run: Science2023, options: Science2023Options, t: Translate): string {
  const last = run.weeks.length - 1;
  const shown = [0, Math.floor(last / 2), 520, ...run.policies.map(({ week }) => week), last];
  const weeks = [...new Set(shown)].filter((week) => week <= last).sort((a, b) => a - b);
  const head = (["week", "year", "members", "recruits", "arrests", "deaths", "departures"] as const).map((word) =>
    t(`terminal.${word}`),
  );
  const rows = weeks.map((week) => [
    String(week),
    (2012 + week / 52).toFixed(1).replace(/\.0$/, ""),
    whole(run.members[week]!),
    ...[run.recruits, run.arrests, run.deaths, run.departures].map((series) => tenth(series[week]!)),
  ]);
  const own = options.network !== undefined;
  const asPublished = !own && run.policies.length === 0 && Object.keys(options.parameters ?? {}).length === 0;
  const lines = [
    t("terminal.flows", { study: PUBLISHED_SOURCE }),
    columns(head, rows, head).trimEnd(),
    t("terminal.status", { status: statusText(run.status, t), count: run.groups.length }),
  ];
  const { low, high, central } = PUBLISHED_MEMBERS;
  if (!own && last >= 520)
    lines.push(
      t(asPublished ? "terminal.codeGives" : "terminal.valuesGive", {
        range: `${whole(low)}–${whole(high)}`,
        central: whole(central),
        members: whole(run.members[520]!),
      }),
    );
  if (run.policies.length > 0) lines.push("", ...contrastLines(contrastsOf(run, options), run, t));
  return `${lines.join("\n")}\n`;
}

/** `ok`, or the week in which the groups are gone. */
function statusText(status: string, t: Translate): string {
  const week = /^collapsed in week (\d+)$/.exec(status)?.[1];
  return week === undefined ? status : t("terminal.collapsed", { week });
}

function contrastLines({ businessAsUsual, start, runs }: Contrasts, run: Science2023, t: Translate): string[] {
  const end = run.weeks.length - 1;
  const week = String(end);
  const share = (value: number | null) => (value === null ? t("terminal.noChange") : change(value));
  const named = ({ policies }: Contrast) =>
    policies.map((policy) => `${policy.parameter}*${policy.factor}@${policy.week}`).join(" + ");
  const head = [
    t("terminal.changeByWeek", { week }),
    t("terminal.of"),
    t("terminal.againstUsual"),
    t("terminal.againstWeek", { week: String(start) }),
  ];
  const table = columns(
    head,
    runs.flatMap((one) => {
      const name = runs.length > 1 && one === runs[0] ? t("terminal.allAtOnce") : named(one);
      return [
        [name, t("terminal.members"), share(one.members.usual), share(one.members.start)],
        ["", t("terminal.deaths"), share(one.deaths.usual), share(one.deaths.start)],
      ];
    }),
    head.slice(2),
  );
  return [
    table.trimEnd(),
    t("terminal.usualAt", {
      week,
      members: whole(businessAsUsual.members[end]!),
      deaths: tenth(businessAsUsual.deaths[end]!),
    }),
    t("terminal.comment"),
  ];
}

function calibrationSummary(
  { published, optimum, starts, held, shares, notIdentified }: Calibration,
  t: Translate,
): string {
  const bounds = Object.entries(optimum.onBound).map(([name, end]) => `${name} (${t(`terminal.${end}`)})`);
  const worst = held.filter(({ parameter }) => notIdentified.includes(parameter)).map(({ rise }) => rise);
  const ranges = STUDY_PARAMETERS.map((name) => {
    const [low, high] = starts.ranges[name];
    return `  ${t("terminal.range", { name, low: parameterValue(low), high: parameterValue(high) })}`;
  });
  const percent = (value: number) => (100 * value).toFixed(2);
  return [
    t("terminal.calibration"),
    t("terminal.objective", {
      here: whole(published.objective),
      printed: whole(published.reported),
      difference: change(published.difference),
    }),
    t("terminal.lowest", {
      objective: whole(optimum.objective),
      gain: percent(optimum.gain),
      bounds: bounds.join(", ") || t("terminal.nothing"),
    }),
    `  ${STUDY_PARAMETERS.map((name) => `${name} ${parameterValue(optimum.parameters[name])}`).join(", ")}`,
    t("terminal.starts", { count: starts.ends.length, spread: percent(starts.spread) }),
    ...ranges,
    t("terminal.notIdentified", { names: notIdentified.join(", ") }),
    `  ${t("terminal.held", {
      worst: percent(Math.max(0, ...worst)),
      first: String(100 * shares[0]!.share),
      last: String(100 * shares.at(-1)!.share),
    })}`,
    "",
  ].join("\n");
}
