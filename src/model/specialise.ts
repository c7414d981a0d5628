import type { ModelDeclaration } from "./declare.ts";

/**
 * The same model with some parameters written in as numbers, by id, and tables that all draws share: what depends on time and
 * on them alone is then computed once for all draws. The values can no longer be set in a run. `filled`: tables (`module.table`)
 * that every draw goes on filling. Outcomes that are not listed are left out.
 */
export function specialised(
  model: ModelDeclaration,
  fixed: ReadonlyMap<string, number>,
  outcomes: readonly string[],
  filled: readonly string[] = [],
): ModelDeclaration {
  return {
    ...model,
    modules: model.modules.map((module) => ({
      ...module,
      parameters: Object.fromEntries(
        Object.entries(module.parameters ?? {}).map(([name, declaration]) => {
          const value = fixed.get(declaration.id ?? `${module.name}.${name}`);
          return [name, value === undefined ? declaration : { ...declaration, value, constant: true }];
        }),
      ),
      tables: Object.fromEntries(
        Object.entries(module.tables ?? {}).map(([name, table]) => [
          name,
          { ...table, perDraw: filled.includes(`${module.name}.${name}`) },
        ]),
      ),
      outcomes: (module.outcomes ?? []).filter(({ id }) => outcomes.includes(id)),
    })),
  };
}
