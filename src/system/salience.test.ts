import { describe, expect, it } from "vitest";
import { loadDataset } from "../data/dataset.ts";
import { runOnce } from "../ensemble/run.ts";
import { log } from "../math/elementary/index.ts";
import { defineModule } from "../model/declare.ts";
import { defineModel } from "../model/model.ts";
import { moduleParameters } from "./module-parameters.ts";
import { salience } from "./salience.ts";

const dataset = loadDataset();
/** A month of the fit [week]. */
const MONTH = 365.25 / 84;

const model = defineModel({
  name: "test",
  modules: [
    defineModule({
      name: "made",
      about: "encounters as they were counted",
      source: ["ohss_khsm"],
      levers: { encounters: { about: "encounters", unit: "encounter/week", start: 0, low: 0, high: 1e6 } },
    }),
    salience({ parameters: moduleParameters(dataset, "salience"), encounters: "made.encounters" }),
  ],
});

describe("salience", () => {
  it("remembers encounters as the monthly recursion of the fit does", () => {
    const months = dataset.seriesNamed("us_usbp_sw_encounters_khsm").rows.filter(({ date }) => date >= "2012-01");
    const t = months.flatMap((_, i) => [i * MONTH, (i + 1) * MONTH]);
    const value = months.flatMap((row) => [row.value / MONTH, row.value / MONTH]);
    const ends = months.map((_, i) => (i + 1) * MONTH);
    const { outputs } = runOnce(
      model,
      { t0: 0, t1: ends.at(-1)!, save: ends, schedules: { "made.encounters": { t, value } } },
      {},
      { step: 1 },
    );
    const at = (date: string) => outputs.salience![months.findIndex((row) => row.date === date)]!;
    const expected = (remembered: number) => 14.377349 + 10.136794 * log(remembered / 40_000);
    expect(at("2018-07")).toBeCloseTo(expected(33_805.76), 4);
    expect(at("2023-12")).toBeCloseTo(expected(213_603.17), 4);
  });

  it("leaves the residuals of the poll that the fit had", () => {
    const poll = dataset.seriesNamed("us_gallup_mip_immigration").rows;
    expect(poll.map(({ date }) => date)).toHaveLength(10);
    let remembered = dataset.parameter("salience.rememberedAtStart").value;
    const before = new Map<string, number>();
    for (const { date, value } of dataset
      .seriesNamed("us_usbp_sw_encounters_khsm")
      .rows.filter((row) => row.date >= "2012-01")) {
      before.set(date, remembered);
      remembered += (1 - Math.exp(-MONTH / 8)) * (value - remembered);
    }
    // Polls of a month meet the encounters remembered at its beginning.
    const residuals = poll.map((row) => row.value - 14.377349 - 10.136794 * log(before.get(row.date)! / 40_000));
    const sd = Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / (residuals.length - 2));
    expect(sd).toBeCloseTo(5.874, 2);
    expect(residuals[0]).toBeCloseTo(-11.9, 1);
  });
});
