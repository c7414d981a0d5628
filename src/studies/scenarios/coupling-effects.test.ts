import { beforeAll, describe, expect, it } from "vitest";
import { COUPLING_IDS } from "../../system/couplings.ts";
import { evidence } from "../study/study-model.ts";
import { type CouplingEffects, couplingEffects, couplingRows } from "./coupling-effects.ts";
import { businessAsUsual, DEFAULT_FROM } from "./scenario.ts";

describe("couplings", () => {
  it("each have a strength with a source and a grade", () => {
    expect(couplingRows().map(({ id }) => id)).toEqual(COUPLING_IDS);
    for (const { source, grade, value } of couplingRows()) {
      expect(source.length).toBeGreaterThan(0);
      expect(grade).toMatch(/^[ABC]$/);
      expect(value).toBeGreaterThan(0);
    }
  });
});

describe("what couplings do", () => {
  let found: CouplingEffects;
  beforeAll(async () => {
    const orders = ["lawful-appointments", "visa-measures"].map(
      (id) => [id, [{ to: evidence().lever(id).bound, from: DEFAULT_FROM, over: 0 }]] as const,
    );
    found = await couplingEffects(
      {
        ...businessAsUsual(),
        name: "fewer on the way",
        to: "2026-01-01",
        levers: Object.fromEntries(orders),
      },
      { draws: 16, seed: 5 },
    );
  });
  const last = (coupling: string | undefined, outcome: string) =>
    found.effects.find((one) => one.coupling === coupling && one.outcome === outcome)!.changes.at(-1)!;

  it("is told at two moments for every coupling and for all together", () => {
    expect(found.effects.every(({ changes }) => changes.length === 2)).toBe(true);
    expect(new Set(found.effects.map(({ coupling }) => coupling))).toEqual(new Set([...COUPLING_IDS, undefined]));
  });

  it("is the loss of recruits where less is earned, and nothing for the users of fentanyl", () => {
    expect(last("revenue-recruitment", "members").interval90[1]).toBeLessThan(0);
    expect(last(undefined, "members").interval90[1]).toBeLessThan(0);
    expect(last(undefined, "synthetic-opioid-deaths").interval90).toEqual([0, 0]);
    expect(last("ban-killings", "members").interval90).toEqual([0, 0]);
  });

  it("is all of the answer of salience, and of nothing else, for the last arrow", () => {
    expect(Math.abs(last("encounters-salience", "salience").median)).toBeGreaterThan(0.1);
    expect(last("encounters-salience", "encounters").interval90).toEqual([0, 0]);
  });
});
