import { describe, expect, it } from "vitest";
import { modelCommand } from "../src/cli/model.ts";
import { loadDataset } from "../src/data/dataset.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "../src/studies/scenarios/subsystems.ts";
import { keptTerminal } from "./support/kept-terminal.ts";

interface Row {
  readonly id: string;
  readonly kind?: string;
  readonly equation?: string;
  readonly initial?: string;
  readonly source?: string | readonly string[];
  readonly grade?: string;
}

const dataset = loadDataset();
const sources = new Set(dataset.sources.keys());

function rows(view: string, part?: string): readonly Row[] {
  const { terminal, kept } = keptTerminal();
  modelCommand(terminal).parse([view, ...(part === undefined ? [] : [part]), "--json"], { from: "user" });
  return (JSON.parse(kept.out) as Record<string, Row[]>)[view]!;
}

/** Every parameter that a quantity rests on, as a reader finds them: from equation to equation by name. */
function parametersBehind(id: string, equations: readonly Row[], parameters: ReadonlySet<string>): Set<string> {
  const byId = new Map<string, Row[]>();
  for (const row of equations) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  const modules = [...new Set(equations.map((row) => row.id.split(".")[0]!))];
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    if (parameters.has(name)) found.add(name);
    for (const { equation = "", initial = "" } of byId.get(name) ?? []) {
      const words = `${equation} ${initial}`.match(/[a-zA-Z][\w.]*/g) ?? [];
      for (const word of words)
        for (const candidate of word.includes(".") ? [word] : [word, ...modules.map((module) => `${module}.${word}`)])
          if (candidate !== name && (byId.has(candidate) || parameters.has(candidate))) visit(candidate);
    }
  };
  visit(id);
  return found;
}

describe.each(SUBSYSTEM_IDS)("what a scenario tells of %s", (part) => {
  const { outcomes } = subsystemOf(part, dataset);
  const equations = rows("equations", part);
  const parameters = rows("parameters", part);
  const named = new Set(parameters.map(({ id }) => id));

  it.each(outcomes)("%s is an outcome of the model, with an equation that leads to parameters", (outcome) => {
    expect(rows("outcomes", part).map(({ id }) => id)).toContain(outcome);
    const own = equations.filter(({ id, kind }) => id === outcome && kind === "outcome");
    expect(own).toHaveLength(1);
    expect(parametersBehind(outcome, equations, named).size).toBeGreaterThan(0);
  });

  it("has a source that is known and a grade behind every parameter", () => {
    for (const { id, source: given = [], grade } of parameters) {
      const source = [given].flat();
      expect(source.length, id).toBeGreaterThan(0);
      for (const one of source) expect(sources, id).toContain(one);
      expect(["A", "B", "C"], id).toContain(grade);
    }
  });

  it("has a source that is known and a grade behind every lever", () => {
    for (const { id, source: given = [], grade } of rows("levers", part)) {
      const source = [given].flat();
      expect(source.length, id).toBeGreaterThan(0);
      for (const one of source) expect(sources, id).toContain(one);
      expect(["A", "B", "C"], id).toContain(grade);
    }
  });
});
