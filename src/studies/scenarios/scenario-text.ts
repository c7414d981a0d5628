import type { Dataset } from "../../data/dataset.ts";
import type { Order, Scenario } from "./scenario.ts";

/** A scenario as the YAML that `parseScenario` reads: read again it is the same scenario. */
export function formatScenario(scenario: Scenario, dataset: Dataset): string {
  const { name, about, from, to, levers, parameters, couplings, without, structures } = scenario;
  const told = Object.entries(about).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const orders = Object.entries(levers).filter(([, list]) => list.length > 0);
  const off = !couplings ? ["couplings: off"] : [];
  return [
    "frontera: 1",
    `name: ${JSON.stringify(name)}`,
    ...(told.length === 0
      ? []
      : ["about:", ...told.map(([language, text]) => `  ${language}: ${JSON.stringify(text)}`)]),
    `from: ${from}`,
    `to: ${to}`,
    ...(orders.length === 0 ? [] : ["levers:"]),
    ...orders.flatMap(([id, list]) =>
      list.length === 1
        ? [`  ${id}: ${orderText(list[0]!, from)}`]
        : [`  ${id}:`, ...list.map((order) => `    - ${orderText(order, from)}`)],
    ),
    ...(Object.keys(parameters).length === 0 ? [] : ["parameters:"]),
    ...Object.entries(parameters).map(([id, value]) => `  ${id}: ${settingText(value, dataset.parameter(id).unit)}`),
    ...off,
    ...(without.length === 0 || !couplings ? [] : ["couplings:", ...without.map((id) => `  ${id}: off`)]),
    ...(structures.length === 0 ? [] : [`structures: [${structures.join(", ")}]`]),
    "",
  ].join("\n");
}

/** A level alone where the order is given at once when the scenario begins. */
function orderText({ to, from, over }: Order, begin: string): string {
  if (over === 0 && from === begin) return String(to);
  const begins = from === begin ? "" : `, from: ${from}`;
  return `{ to: ${to}${begins}${over === 0 ? "" : `, over: ${over} weeks`} }`;
}

/** `{ uniform: [a, b], unit: … }` of a prior in text form. */
function settingText(value: string | number, unit: string): string {
  if (typeof value === "number") return String(value);
  const match = /^([A-Za-z-]+)\((.*)\)$/.exec(value);
  return match === null ? JSON.stringify(value) : `{ ${match[1]}: [${match[2]}], unit: ${JSON.stringify(unit)} }`;
}
