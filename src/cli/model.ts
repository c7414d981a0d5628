import { Command } from "commander";
import type { Lever } from "../data/lever.ts";
import { parseDistribution } from "../math/distributions/index.ts";
import {
  describeEquations,
  describeParameters,
  type EquationRow,
  equationsMarkdown,
  type ParameterRow,
} from "../model/describe.ts";
import { defineModel, type Model } from "../model/model.ts";
import { SUBSYSTEM_IDS, type SubsystemId, subsystemOf } from "../studies/scenarios/subsystems.ts";
import { coreModel, evidence, publishedNetwork } from "../studies/study/study-model.ts";
import { columns } from "./columns.ts";
import { oneOf } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface ModelOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly form?: string;
}

/** What a subcommand shows: rows of the JSON document under one key, and the same as text. */
interface View {
  readonly name: string;
  readonly about: string;
  readonly rows: (models: readonly Model[], part: SubsystemId | undefined) => readonly object[];
  readonly text: (models: readonly Model[], part: SubsystemId | undefined) => string;
  readonly markdown?: (models: readonly Model[], part: SubsystemId | undefined) => string;
}

const FORMS = ["published", "saturating"] as const;

const VIEWS: readonly View[] = [
  {
    name: "equations",
    about: "every equation with its unit",
    rows: (models) => models.flatMap(describeEquations),
    text: (models) => models.map(equationsText).join("\n"),
    markdown: (models) => models.map(equationsMarkdown).join("\n"),
  },
  {
    name: "parameters",
    about: "every parameter with its value, prior, source and evidence grade",
    rows: parameterRows,
    text: parametersText,
  },
  {
    name: "levers",
    about: "what a policy can move, with its bounds",
    rows: (_, part) => leverRows(leversOf(part)),
    text: (_, part) => leversText(leversOf(part)),
    markdown: (_, part) => leversMarkdown(leversOf(part)),
  },
  { name: "outcomes", about: "what the model reports", rows: outcomeRows, text: outcomesText },
];

/** `frontera model equations | parameters | levers | outcomes`. */
export function modelCommand(terminal: Terminal): Command {
  const command = new Command("model");
  for (const { name, about, rows, text, markdown } of VIEWS) {
    const view = new Command(name)
      .description(about)
      .argument("[part]", `a part of the system: ${SUBSYSTEM_IDS.join(", ")}; all without it`)
      .option("--form <form>", `the core alone, with arrests near zero members as ${FORMS.join(" or ")}`)
      .option("--json", "print one JSON document");
    if (markdown !== undefined) view.option("--markdown", "print a table for a page");
    command.addCommand(
      view.action((word: string | undefined, options: ModelOptions) => {
        const part = word === undefined ? undefined : oneOf("part", word, SUBSYSTEM_IDS);
        const models = modelsOf(part, options.form);
        terminal.out(
          options.json === true
            ? `${JSON.stringify({ [name]: rows(models, part) }, null, 2)}\n`
            : options.markdown === true && markdown !== undefined
              ? markdown(models, part)
              : text(models, part),
        );
      }),
    );
  }
  return command;
}

/** The core alone in one of its forms, a part of the system, or all parts. */
function modelsOf(part: SubsystemId | undefined, form: string | undefined): Model[] {
  const dataset = evidence();
  if (form !== undefined)
    return [defineModel(coreModel(dataset, publishedNetwork(), { form: oneOf("--form", form, FORMS) }))];
  const ids = part === undefined ? SUBSYSTEM_IDS : [part];
  return ids.map((id) => defineModel(subsystemOf(id, dataset).model));
}

const HEADINGS: Readonly<Record<EquationRow["kind"], string>> = {
  stock: "Stocks",
  flow: "Flows",
  auxiliary: "Auxiliaries",
  lever: "Levers",
  outcome: "Outcomes",
  event: "Terminal event",
};

function equationsText(model: Model): string {
  const all = describeEquations(model);
  const parts = (Object.keys(HEADINGS) as EquationRow["kind"][]).flatMap((kind) => {
    const rows = all.filter((row) => row.kind === kind);
    return rows.length === 0 ? [] : [`${HEADINGS[kind]}\n${rows.map(equationText).join("")}`];
  });
  return parts.join("\n");
}

function equationText({ id, over, unit, equation, initial, about }: EquationRow): string {
  const shape = [unit, ...(over === null ? [] : [`over ${over}`])].filter((part) => part !== "").join(", ");
  const lines = [`${id}${shape === "" ? "" : ` [${shape}]`}: ${about}`, `    ${equation}`];
  if (initial !== undefined) lines.push(`    at the start: ${initial}`);
  return lines.map((line) => `  ${line}\n`).join("");
}

/** A prior as `{ "family": [numbers] }`; an open end is null. */
function priorObject(text: string): Record<string, (number | null)[]> {
  const { name, parameters } = parseDistribution(text);
  return { [name]: Object.values(parameters).map((value) => (Number.isFinite(value) ? value : null)) };
}

/** Parameters of all models, each once: the lag of a lever may belong to two. */
function parametersOf(models: readonly Model[]): ParameterRow[] {
  return [...new Map(models.flatMap(describeParameters).map((row) => [row.id, row])).values()];
}

function parameterRows(models: readonly Model[]): object[] {
  return parametersOf(models).map(({ id, about, unit, value, prior, source, grade }) => ({
    id,
    name: about,
    unit,
    value,
    prior: prior === null ? null : priorObject(prior),
    source: source.length === 1 ? source[0] : source,
    grade,
  }));
}

function parametersText(models: readonly Model[]): string {
  return columns(
    ["parameter", "value", "unit", "prior", "grade", "source"],
    parametersOf(models).map(({ id, value, unit, prior, grade, source }) => [
      id,
      String(value),
      unit,
      prior ?? "fixed",
      grade,
      source.join(", "),
    ]),
    ["value"],
  );
}

/** The levers that move a part of the system, or all that there are, in the order of the evidence. */
export function leversOf(part: SubsystemId | undefined): readonly Lever[] {
  const dataset = evidence();
  const own = part === undefined ? undefined : subsystemOf(part, dataset).levers;
  return [...dataset.levers.values()].filter(({ id }) => own?.includes(id) ?? true);
}

function leverRows(levers: readonly Lever[]): object[] {
  return levers.map((lever) => ({
    ...picked(lever, ["id", "name", "unit", "low", "start", "high", "bound", "withoutStatute", "controller", "legal"]),
    lagWeeks: lever.lag,
    ...picked(lever, ["grade", "moves"]),
    mayHarm: lever.mayHarm.split("; "),
    source: lever.source.length === 1 ? lever.source[0] : lever.source,
  }));
}

function picked<K extends keyof Lever>(lever: Lever, keys: readonly K[]): Pick<Lever, K> {
  return Object.fromEntries(keys.map((key) => [key, lever[key]])) as Pick<Lever, K>;
}

function leversText(levers: readonly Lever[]): string {
  return columns(
    ["lever", "low", "start", "bound", "unit", "controller", "legal", "lag (weeks)", "grade", "source"],
    levers.map(({ id, low, start, bound, unit, controller, legal, lag, grade, source }) => [
      id,
      String(low),
      String(start),
      String(bound),
      unit,
      controller,
      legal,
      String(lag),
      grade,
      source.join(", "),
    ]),
    ["low", "start", "bound", "lag (weeks)"],
  );
}

/** Levers as a table for a page. */
export function leversMarkdown(levers: readonly Lever[]): string {
  const rows = levers.map(
    ({ id, unit, low, start, high, bound, withoutStatute, controller, legal, lag, grade, moves, mayHarm }) => {
      const parts = [...new Set(moves.map((input) => input.split(".")[0]))].join(", ");
      const cells = [
        `\`${id}\``,
        parts === "" ? "nothing that is simulated" : parts,
        unit,
        `${start} → ${bound}${withoutStatute === bound ? "" : ` (${withoutStatute} without a legislature)`}`,
        `${low} to ${high}`,
        controller,
        legal,
        lag,
        grade,
        mayHarm,
      ];
      return `| ${cells.join(" | ")} |\n`;
    },
  );
  const heads = [
    "lever",
    "moves",
    "unit",
    "start → bound",
    "can be set",
    "owner",
    "in law",
    "lag (weeks)",
    "grade",
    "may harm",
  ];
  return `| ${heads.join(" | ")} |\n|${"---|".repeat(heads.length)}\n${rows.join("")}`;
}

function outcomeRows(models: readonly Model[]): object[] {
  return models
    .flatMap(({ outcomes }) => outcomes)
    .map(({ declaration }) => ({
      id: declaration.id,
      name: declaration.name ?? declaration.about,
      unit: declaration.unit,
      series: declaration.series ?? null,
      caredForBy: declaration.caredForBy ?? [],
      direction: declaration.direction ?? "none",
    }));
}

function outcomesText(models: readonly Model[]): string {
  return columns(
    ["outcome", "unit", "better", "what it is"],
    models
      .flatMap(({ outcomes }) => outcomes)
      .map(({ declaration: { id, unit, direction = "none", name, about } }) => [
        id,
        unit,
        direction === "none" ? "" : direction,
        name ?? about,
      ]),
  );
}
