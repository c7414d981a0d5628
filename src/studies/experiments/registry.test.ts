import { describe, expect, it } from "vitest";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { loadDataset } from "../../data/dataset.ts";
import { parseUnit } from "../../data/units.ts";
import { experimentIdOf, experimentRows, inside, readExperiments } from "./registry.ts";

const rows = experimentRows();
const checkOf = (name: string) => {
  const [experiment, id] = name.split(" ") as [string, string];
  return rows.find((row) => row.id === experiment)!.checks.find((check) => check.id === id)!;
};

/** Bands of the specification of the system, which may not be wider here. */
const SPECIFIED: readonly (readonly [string, number | null, number | null])[] = [
  ["T1 price", 2, 4],
  ["T1 harm", -0.55, -0.35],
  ["T1 half-life", null, 40],
  ["T2 deaths", -0.35, -0.15],
  ["T3 purity", -0.5, -0.3],
  ["T3 deaths", -0.45, -0.2],
  ["T4 encounters", -0.55, -0.35],
  ["T4 darien", 0.2, null],
  ["T4 intercepted", 50_000, 90_000],
  ["T5 got-aways", -0.6, -0.4],
  ["T5 encounters", null, 0.15],
  ["T6 january", -0.5, -0.3],
  ["T7 slow", null, 0.5],
  ["T7 low-end", 0.005, 0.1],
  ["T7 high-end", 0.005, 0.1],
  ["T7 jump", -0.001, 0.001],
  ["T8 deaths", 8, 35],
  ["T8 local", 0.3, 0.8],
  ["T9 deaths", -0.05, 0.02],
  ["T11 encounters", -0.045, -0.015],
  ["T12 week-520", -0.001, 0.001],
];

describe("the table of experiments", () => {
  it("has those of the test bank and eight or more out of sample", () => {
    for (let i = 1; i <= 13; i++) expect(rows.map(({ id }) => id)).toContain(`T${i}`);
    expect(rows.filter(({ kind }) => kind === "out-of-sample").length).toBeGreaterThanOrEqual(8);
    const kindOf = (id: string) => rows.find((row) => row.id === id)!.kind;
    expect(["T12", "T13"].map(kindOf)).toEqual(["software", "software"]);
    expect(["T1", "T2", "T3", "T4", "T11"].map(kindOf)).toEqual(Array(5).fill("fitted"));
    expect(["T7", "T8", "T9"].map(kindOf)).toEqual(Array(3).fill("prior-anchored"));
    expect(["T5", "T6"].map(kindOf)).toEqual(["out-of-sample", "out-of-sample"]);
  });

  it.each(SPECIFIED)("%s has its band", (name, low, high) => {
    expect([checkOf(name).low, checkOf(name).high]).toEqual([low, high]);
  });

  it("says of each what must not happen, but of software's replication and of what cannot be tested", () => {
    const without = rows.filter(({ checks }) => !checks.some(({ mustNot }) => mustNot)).map(({ id }) => id);
    expect(without).toEqual(["T3-canada", "T10", "T12", "O8", "O9", "O10", "O11"]);
    expect(rows.filter(({ checks }) => checks.length === 0).map(({ id }) => id)).toEqual(["T3-canada", "T10"]);
  });

  it("has words in both languages, units, and sources that there are", () => {
    const dataset = loadDataset();
    for (const row of rows) {
      for (const { en, es } of [row.event, row.setting, row.needed]) {
        expect(en, row.id).not.toBe("");
        expect(es, row.id).not.toBe(en);
      }
      expect(row.caveat.en === "", row.id).toBe(row.caveat.es === "");
      for (const { what, band, unit } of row.checks) {
        expect(what.es, row.id).not.toBe(what.en);
        expect(band.es, row.id).not.toBe(band.en);
        expect(() => parseUnit(unit)).not.toThrow();
      }
      for (const id of [...row.source, ...row.checks.flatMap(({ source }) => source)])
        expect(dataset.sources.has(id), `${row.id} ${id}`).toBe(true);
    }
  });

  it("has a day of registration for every one of our own", () => {
    for (const { id, registered } of rows) expect(registered !== undefined, id).toBe(id.startsWith("O"));
  });

  it("finds an experiment whatever its case and tells the nearest to one that there is not", () => {
    expect(experimentIdOf("t3-Canada ")).toBe("T3-canada");
    expect(() => experimentIdOf("T99")).toThrow(/there is no experiment T99/);
  });

  it("refuses a band without ends or upside down, and a check of no experiment", () => {
    const file = "experiments/checks.csv";
    const withChecks = (change: (text: string) => string) => ({
      ...EVIDENCE_FILES,
      [file]: change(EVIDENCE_FILES[file]!),
    });
    expect(() =>
      readExperiments(withChecks((text) => text.replace("T1,price,no,yes,2,4,", "T1,price,no,yes,4,2,"))),
    ).toThrow(/no usable band/);
    expect(() =>
      readExperiments(withChecks((text) => text.replace("T1,price,no,yes,2,4,", "T1,price,no,yes,,,"))),
    ).toThrow(/no usable band/);
    expect(() => readExperiments(withChecks((text) => text.replace("T1,price,", "T0,price,")))).toThrow(
      /belongs to no experiment: T0/,
    );
  });

  it("holds the ends of a band inside it, and what is no number outside", () => {
    expect([-0.55, -0.4, -0.35].map((value) => inside({ low: -0.55, high: -0.35 }, value))).toEqual([true, true, true]);
    expect([-0.56, -0.34, Number.NaN].map((value) => inside({ low: -0.55, high: -0.35 }, value))).toEqual([
      false,
      false,
      false,
    ]);
    expect(inside({ low: null, high: 1 }, Number.NEGATIVE_INFINITY)).toBe(false);
    expect(inside({ low: null, high: 1 }, -1e300)).toBe(true);
  });
});
