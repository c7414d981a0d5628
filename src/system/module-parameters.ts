import type { Dataset } from "../data/dataset.ts";
import type { ParameterDeclaration } from "../model/declare.ts";

/** The parameters of a module as the evidence has them, by plain name. */
export function moduleParameters(dataset: Dataset, module: string): Readonly<Record<string, ParameterDeclaration>> {
  const own = `${module}.`;
  return Object.fromEntries(
    [...dataset.parameters.values()].flatMap(({ id, about, unit, value, prior, source, grade }) =>
      id.startsWith(own)
        ? [[id.slice(own.length), { about, unit, value, ...(prior === undefined ? {} : { prior }), source, grade }]]
        : [],
    ),
  );
}
