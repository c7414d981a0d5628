import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDistribution } from "../math/distributions/index.ts";
import { parseCsv } from "./csv.ts";
import { loadDataset } from "./dataset.ts";
import { knownUnits, parseUnit } from "./units.ts";

const FOLDER = new URL("../../evidence/", import.meta.url);

/** The tables as they lie on disk, so that a bundle that is out of date hides nothing. */
const FILES = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".csv"))
    .map((name) => [name.replaceAll("\\", "/"), readFileSync(new URL(name, FOLDER), "utf8")]),
);
const dataset = loadDataset(FILES);

describe("the evidence", () => {
  it("gives every row a source that there is", () => {
    let seen = 0;
    for (const [name, text] of Object.entries(FILES)) {
      const { header, rows } = parseCsv(text, name);
      const column = header.indexOf("source_id");
      if (name === "sources.csv") continue;
      expect(column, name).toBeGreaterThanOrEqual(0);
      for (const row of rows)
        for (const id of (row.cells[column] ?? "").split(" ")) {
          expect(dataset.sources.has(id), `${name}:${row.line} ${id}`).toBe(true);
          seen++;
        }
    }
    expect(seen).toBeGreaterThan(500);
  });

  it("has no source that nothing rests on", () => {
    const cited = new Set<string>();
    for (const [name, text] of Object.entries(FILES))
      if (name !== "sources.csv") for (const [word] of text.matchAll(/[a-z][a-z0-9_]+/g)) cited.add(word);
    expect([...dataset.sources.keys()].filter((id) => !cited.has(id))).toEqual([]);
    expect(dataset.sources.size).toBeGreaterThan(30);
  });

  it("has a bundle that is not out of date", async () => {
    const { EVIDENCE_FILES } = await import("./bundle.ts");
    expect(EVIDENCE_FILES).toEqual(FILES);
  });

  it("has the values of the published core", () => {
    const value = (id: string) => dataset.parameter(id).value;
    expect(["recruitment", "incapacitation", "conflict", "saturation", "initialMembers"].map(value)).toEqual([
      2.527474e-3, 110, 1.549231e-8, 4e-8, 115_000,
    ]);
    for (const id of ["incapacitation", "saturation", "initialMembers"]) expect(dataset.parameter(id).grade).toBe("C");
  });

  it("has priors that can be drawn from, in units that are known", () => {
    let priors = 0;
    for (const { id, prior, unit, value, name, nameEs } of dataset.parameters.values()) {
      expect(name, id).not.toBe("");
      expect(nameEs, id).not.toBe(name);
      for (const part of parseUnit(unit).keys()) expect(knownUnits()).toContain(part);
      if (prior === undefined) continue;
      priors++;
      const distribution = parseDistribution(prior);
      const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => distribution.quantile(p));
      // Of two values alike the lower one may be the middle as well.
      if (distribution.atoms === undefined) expect(low, id).toBeLessThan(middle!);
      else expect(distribution.atoms.length, id).toBeGreaterThan(1);
      expect(middle, id).toBeLessThan(high!);
      expect(distribution.cdf(value), id).not.toBeNaN();
    }
    expect(priors).toBeGreaterThanOrEqual(18);
  });

  it("says where the central value is not the median of the prior", () => {
    const { value, prior, note } = dataset.parameter("saturation");
    expect(parseDistribution(prior ?? "").quantile(0.5)).toBeCloseTo(5e-8, 12);
    expect(value).toBe(4e-8);
    expect(note).toMatch(/median/);
  });

  it("covers the years that the study needs without a gap", () => {
    const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    for (const year of years(1990, 2023))
      expect(dataset.yearly("mx_homicides_inegi", year), `${year}`).toBeGreaterThan(8_000);
    for (const id of ["mx_homicides_prieto", "mx_missing_reported_prieto", "mx_incarcerations_prieto"])
      expect(dataset.seriesNamed(id).rows.map(({ date }) => Number(date))).toEqual(years(2012, 2021));
    expect(dataset.yearly("mx_homicides_prieto", 2021)).toBe(35_625);
    expect(dataset.yearly("mx_missing_reported_prieto", 2021)).toBe(22_470);
    expect(dataset.yearly("mx_missing_reported_rnpdno", 2023)).toBe(31_892);
  });

  it("tells apart what must not be spliced", () => {
    for (const [a, b] of [
      ["mx_homicides_inegi", "mx_intentional_homicide_victims_sesnsp"],
      ["mx_missing_reported_prieto", "mx_still_missing_by_year_of_event"],
      ["mx_missing_reported_rnpdno", "mx_still_missing_stock"],
      ["mx_still_missing_by_year_of_event", "mx_still_missing_stock"],
      ["mx_incarcerations_prieto", "mx_prison_admissions"],
      ["mx_cartel_members_est", "dea_two_cartels_network_worldwide"],
      ["mx_gov_detained_crime_members", "cartel_decade_incarcerated"],
      ["employees_walmart-de-mexico", "employees_walmart-mexico_only"],
    ] as const) {
      expect(dataset.definitions.has(a) && dataset.definitions.has(b), `${a} ${b}`).toBe(true);
      expect(dataset.spliceable(a, b), `${a} ${b}`).toBe(false);
      expect(() => dataset.join([a, b])).toThrow(/cannot be joined/);
    }
    expect(dataset.spliceable("mx_homicides_prieto", "mx_homicides_inegi")).toBe(true);
  });

  it("holds nothing later than 2023", () => {
    for (const { id, rows } of dataset.series.values())
      for (const { period } of rows) expect(period.end <= "2024-01-01", id).toBe(true);
  });
});
