import type { Grade } from "./declare.ts";
import type { Model } from "./model.ts";

/** One line of a model in words that people read. */
export interface EquationRow {
  readonly id: string;
  readonly kind: "stock" | "flow" | "auxiliary" | "outcome" | "event" | "lever";
  /** Dimension that the quantity is a column over, or null. */
  readonly over: string | null;
  readonly unit: string;
  /** Right-hand side as declared; for a stock its rate of change. */
  readonly equation: string;
  /** Value at the start of a stock or lever, as declared. */
  readonly initial?: string;
  readonly about: string;
}

/** Every equation of a model, in the order in which a reader needs them. */
export function describeEquations(model: Model): EquationRow[] {
  const rows: EquationRow[] = [];
  for (const quantity of model.quantities.values()) {
    const common = { id: quantity.id, over: quantity.over ?? null, unit: quantity.unitText, about: quantity.about };
    if (quantity.kind === "stock") {
      const { inflows = [], outflows = [], initial } = quantity.declaration;
      const terms = [...inflows.map((name) => `+ ${name}`), ...outflows.map((name) => `− ${name}`)].join(" ");
      const equation = terms === "" ? "0" : terms.replace(/^\+ /, "");
      rows.push({ ...common, kind: "stock", equation: `d(${quantity.name})/dt = ${equation}`, initial });
    } else if (quantity.kind === "flow" || quantity.kind === "auxiliary")
      rows.push({ ...common, kind: quantity.kind, equation: `${quantity.name} = ${quantity.equation.text}` });
    else if (quantity.kind === "lever")
      rows.push({
        ...common,
        kind: "lever",
        equation: `${quantity.name} = a function of time`,
        initial: String(quantity.declaration.start),
      });
  }
  for (const { declaration, equation } of model.outcomes)
    rows.push({
      id: declaration.id,
      kind: "outcome",
      over: null,
      unit: declaration.unit,
      equation: `${declaration.id} = ${equation.text}`,
      about: declaration.about,
    });
  if (model.event !== undefined)
    rows.push({
      id: model.event.declaration.status,
      kind: "event",
      over: null,
      unit: "",
      equation: `the run ends where ${model.event.declaration.when} falls to zero`,
      about: "terminal event of a draw",
    });
  const order = ["stock", "flow", "auxiliary", "lever", "outcome", "event"];
  return rows.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const TITLES: Readonly<Record<EquationRow["kind"], string>> = {
  stock: "Stocks",
  flow: "Flows",
  auxiliary: "Auxiliaries",
  lever: "Inputs that policies move",
  outcome: "Outcomes",
  event: "Terminal event",
};

/** The equations of a model as tables for a page. */
export function equationsMarkdown(model: Model): string {
  const all = describeEquations(model);
  const cell = (text: string) => text.replaceAll("|", "\\|");
  return (Object.keys(TITLES) as EquationRow["kind"][])
    .flatMap((kind) => {
      const rows = all.filter((row) => row.kind === kind);
      if (rows.length === 0) return [];
      const lines = rows.map(({ id, unit, equation, initial, about }) => {
        const start = initial === undefined ? "" : `<br>at the start: \`${cell(initial)}\``;
        return `| \`${id}\` | ${cell(unit)} | \`${cell(equation)}\`${start} | ${cell(about)} |`;
      });
      return [`### ${TITLES[kind]}\n\n| id | unit | equation | what it is |\n|---|---|---|---|\n${lines.join("\n")}\n`];
    })
    .join("\n");
}

/** One parameter with all that is known about it. */
export interface ParameterRow {
  readonly id: string;
  readonly unit: string;
  readonly value: number;
  /** Family and numbers, e.g. `lognormal(110, 1.4)`, or null for a fixed value. */
  readonly prior: string | null;
  readonly grade: Grade;
  readonly source: readonly string[];
  readonly about: string;
}

/** Every parameter of a model in the order of declaration. */
export function describeParameters(model: Model): ParameterRow[] {
  return [...model.quantities.values()].flatMap((quantity) => {
    if (quantity.kind !== "parameter") return [];
    const { value, prior, grade, source } = quantity.declaration;
    return [
      { id: quantity.id, unit: quantity.unitText, value, prior: prior ?? null, grade, source, about: quantity.about },
    ];
  });
}
