import { describe, expect, it } from "vitest";
import { weekOf } from "../../data/calendar.ts";
import { loadDataset } from "../../data/dataset.ts";
import { type RunOptions, runOnce } from "../../ensemble/run.ts";
import type { Schedule } from "../../compile/program.ts";
import { defineModel } from "../../model/model.ts";
import { moduleParameters } from "../module-parameters.ts";
import { migration, migrationTables } from "./index.ts";

const dataset = loadDataset();
const parameters = moduleParameters(dataset, "migration");
const module = migration({ parameters, tables: migrationTables(dataset) });
const model = defineModel({ name: "corridor", modules: [module] });

/** Golden mode: classical steps of a quarter of a week from 2012-01-01, whatever happens in between. */
const GOLDEN: RunOptions = { tableau: "rk4", step: 0.25, landOnKnots: false, tolerance: Number.POSITIVE_INFINITY };
const COUNTERS = {
  encounters: "encounters-so-far",
  M: "encounters-mexico-so-far",
  A: "encounters-central-so-far",
  D: "encounters-darien-so-far",
  O: "encounters-others-so-far",
  gotAways: "got-aways-so-far",
  events: "interception-events-so-far",
  darien: "darien-crossings-so-far",
  lawful: "lawful-entries-so-far",
  expulsions: "expulsions-so-far",
  revenue: "smuggling-revenue-so-far",
} as const;

function golden(end: string, schedules: Readonly<Record<string, Schedule>> = {}, options: RunOptions = {}) {
  const steps = Math.ceil(weekOf(end) * 4);
  const save = Array.from({ length: steps + 1 }, (_, i) => i / 4);
  const { outputs } = runOnce(model, { t0: 0, t1: steps / 4, save, schedules }, {}, { ...GOLDEN, ...options });
  const at = (id: string, date: string) => {
    const of = outputs[id]!;
    const i = Math.min(Math.floor(weekOf(date) * 4), steps - 1);
    return of[i]! + (of[i + 1]! - of[i]!) * (weekOf(date) * 4 - i);
  };
  const within = (from: string, until: string) =>
    Object.fromEntries(Object.entries(COUNTERS).map(([name, id]) => [name, at(id, until) - at(id, from)])) as Record<
      keyof typeof COUNTERS,
      number
    >;
  return { at, within, outputs };
}
describe("golden", () => {
  it("prints", () => {
    const { within, at } = golden("2013-01-02");
    console.log(within("2012-01-01", "2013-01-01"), at("people-held", "2013-01-01"));
    console.log(within("2012-01-01", "2012-02-01"));
    const all = golden("2026-01-02");
    for (let y = 2012; y < 2026; y++) console.log(y, Object.values(all.within(`${y}-01-01`, `${y + 1}-01-01`)).map((x) => x.toPrecision(6)).join(" "), all.at("people-held", `${y + 1}-01-01`).toPrecision(6));
  });
});
