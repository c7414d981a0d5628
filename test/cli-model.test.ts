import { describe, expect, it } from "vitest";
import { modelCommand } from "../src/cli/model.ts";
import { expectGolden } from "./support/golden.ts";
import { keptTerminal } from "./support/kept-terminal.ts";

/** What `frontera model …` prints. */
function printed(...words: string[]): string {
  const { terminal, kept } = keptTerminal();
  modelCommand(terminal).parse(words, { from: "user" });
  expect(kept.err).toBe("");
  return kept.out;
}

function document<Row>(...words: string[]): Row[] {
  const whole = JSON.parse(printed(...words, "--json")) as Record<string, Row[]>;
  expect(Object.keys(whole)).toEqual([words[0]]);
  return whole[words[0] ?? ""] ?? [];
}

describe("frontera model", () => {
  it.each(["published", "saturating"])("prints the equations of the %s form", (form) => {
    expectGolden(`model-equations-${form}.txt`, printed("equations", "--form", form));
  });

  it.each(["equations", "parameters", "levers", "outcomes"])("has %s once each, as text and as JSON", (view) => {
    const ids = document<{ id: string }>(view).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    // An outcome may bear the name of a stock.
    if (view !== "equations") expect(new Set(ids).size).toBe(ids.length);
    const text = printed(view);
    for (const id of ids) expect(text).toContain(id);
  });

  it("has the core parameters at their published values with prior, source and grade", () => {
    const parameters = document<{ id: string; value: number; unit: string; prior: object | null; grade: string }>(
      "parameters",
    );
    const of = (id: string) => parameters.find((parameter) => parameter.id === id);
    expect(of("recruitment")).toMatchObject({ value: 2.527474e-3, unit: "1/week", grade: "A" });
    expect(of("incapacitation")).toMatchObject({ value: 110, unit: "person/week", grade: "C" });
    expect(of("conflict")).toMatchObject({ value: 1.549231e-8, unit: "1/person/week" });
    expect(of("saturation")).toMatchObject({ value: 4e-8, prior: { lognormal: [5e-8, 1.5] }, grade: "C" });
    expect(of("initialMembers")).toMatchObject({ value: 115_000, prior: { uniform: [100_000, 130_000] }, grade: "C" });
    expect(parameters.length).toBeGreaterThanOrEqual(30);
    expect(of("saturationScale")).toMatchObject({ value: 1000, prior: null });
    expect(document<{ id: string }>("parameters", "--form", "published")).toHaveLength(5);
  });

  it("says who cares for an outcome and which way", () => {
    const outcomes = document<{ id: string }>("outcomes");
    expect(outcomes.find(({ id }) => id === "conflict-deaths")).toMatchObject({
      unit: "person/week",
      series: null,
      caredForBy: ["US", "Mexico"],
      direction: "lower",
    });
    expect(outcomes.find(({ id }) => id === "arrests")).toMatchObject({ caredForBy: [], direction: "none" });
  });
});
