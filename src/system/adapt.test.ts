import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runOnce } from "../ensemble/run.ts";
import { exp, log } from "../math/elementary/index.ts";
import { defineModule } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { type Adapt, adaptedStock, linearAdapt, linearAdaptBothWays, logLossAdapt } from "./adapt.ts";

const [EFFECT, SHARE, TIME, ONSET] = [0.4, 0.7, 13, 0.02];
const CIRCUMVENTION = { share: "share", time: "tau", adapted: "adapted" };
const FORMS = {
  linear: linearAdapt({ push: "effect * pressure", ...CIRCUMVENTION }),
  "both ways": linearAdaptBothWays({ push: "effect * pressure", ...CIRCUMVENTION }),
  "log loss": logLossAdapt({ effect: "effect", pressure: "pressure", onset: "onset", ...CIRCUMVENTION }),
};

/** What is felt after some weeks of constant pressure from the start, and then of none. */
function felt({ felt: equation, adapting }: Adapt, pressure: number): (week: number) => number {
  const module = defineModule({
    name: "choke",
    about: "a choke point",
    source: [],
    parameters: {
      effect: { about: "effect", unit: "1", value: EFFECT, grade: "C", source: ["test"] },
      share: { about: "share", unit: "1", value: SHARE, grade: "C", source: ["test"] },
      tau: { about: "time", unit: "week", value: TIME, grade: "C", source: ["test"] },
      onset: { about: "onset", unit: "1", value: ONSET, grade: "C", source: ["test"] },
    },
    levers: { pressure: { about: "pressure", unit: "1", start: 0, low: -1, high: 1 } },
    stocks: { adapted: adaptedStock({ about: "adapted", inflow: "adapting", floor: 1e-3 }) },
    flows: { adapting: { about: "adapting", unit: "1/week", equation: adapting } },
    outcomes: [{ id: "felt", about: "felt", unit: "1", equation, afterEvent: "hold" }],
  });
  const weeks = [0, 5, 40, 399, 400, 410];
  const run = runOnce(
    defineModel({ name: "choke", modules: [module] }),
    {
      t0: 0,
      t1: 410,
      save: weeks,
      schedules: { "choke.pressure": { t: [0, 400, 400], value: [pressure, pressure, 0] } },
    },
    {},
    { step: 0.25, tolerance: Number.POSITIVE_INFINITY },
  );
  return (week) => run.outputs.felt![weeks.indexOf(week)]!;
}

describe("what a measure still does under constant pressure", () => {
  const left = (share: number, week: number) => 1 - share * (1 - exp(-week / TIME));

  it.each(["linear", "both ways"] as const)("%s: e·u·(1 − β(1 − e^(−t/τ)))", (form) => {
    const at = felt(FORMS[form], 0.5);
    for (const week of [0, 5, 40]) expect(at(week)).toBeCloseTo(EFFECT * 0.5 * left(SHARE, week), 8);
  });

  it("log loss: −ln(1 − e)·u·(1 − β·g(u)(1 − e^(−t/τ))), g(1) = 1", () => {
    for (const pressure of [0.5, 1]) {
      const at = felt(FORMS["log loss"], pressure);
      const onset = (pressure * (1 + ONSET)) / (pressure + ONSET);
      for (const week of [0, 5, 40])
        expect(at(week)).toBeCloseTo(-log(1 - EFFECT) * pressure * left(SHARE * onset, week), 8);
    }
  });

  it.each(Object.entries(FORMS))("%s: ends with the pressure, and is never of the other sign", (_, form) => {
    const at = felt(form, 1);
    expect(at(399)).toBeGreaterThan(0.05);
    expect(Math.abs(at(400))).toBe(0);
    expect(Math.abs(at(410))).toBe(0);
  });

  it("both ways mirrors an order below the start, which the plain form passes over", () => {
    const [up, down] = [felt(FORMS["both ways"], 0.5), felt(FORMS["both ways"], -0.5)];
    for (const week of [0, 5, 40]) expect(down(week)).toBe(-up(week));
    expect(felt(FORMS.linear, -0.5)(0)).toBe(0);
  });
});

it("stands once: no other file of the system writes a stock that follows a push", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "adapt.ts",
  );
  expect(files.length).toBeGreaterThan(20);
  // (share * push - stock) / time, in a string or a template
  const written = /\([\w.${}]+ \* [^"`]*- [\w.${}]*(?:[aA]dapted|[eE]vaded|[cC]ircumvented|takenOver)[\w.${}]*\) \/ /;
  expect(
    written.test("(consequenceAdaptation * returnConsequence - consequenceAdapted) / consequenceAdaptationTime"),
  ).toBe(true);
  expect(files.filter((name) => written.test(readFileSync(join(import.meta.dirname, name), "utf8")))).toEqual([]);
});
