import type { Dataset } from "../data/dataset.ts";
import type { ParameterDeclaration } from "../model/declare.ts";

/** The parameters of a module as the evidence has them, by plain name: every one whose id begins with `module.`. */
export function moduleParameters(dataset: Dataset, module: string): Readonly<Record<string, ParameterDeclaration>> {
  const prefix = `${module}.`;
  return Object.fromEntries(
    [...dataset.parameters.values()]
      .filter(({ id }) => id.startsWith(prefix))
      .map(({ id, about, unit, value, prior, source, grade }) => [
        id.slice(prefix.length),
        { about, unit, value, ...(prior === undefined ? {} : { prior }), source, grade },
      ]),
  );
}
