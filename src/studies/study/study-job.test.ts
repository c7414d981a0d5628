import { describe, expect, it } from "vitest";
import { COLUMNS, columnAt, DRAWN } from "./columns.ts";
import { observationParameters, observedYears, wholeWeight } from "./observation.ts";
import { type EnsembleSpec, studyJob } from "./study-job.ts";
import { evidence, priorsOf } from "./study-model.ts";

const dataset = evidence();
const priors = priorsOf(dataset);
const central = Object.fromEntries(DRAWN.map((id) => [id, dataset.parameter(id).value])) as EnsembleSpec["priors"];

function rowsOf({ seed, ...ensemble }: EnsembleSpec & { seed: number }): Float64Array[] {
  const { rows, count } = studyJob.open({ seed, ensembles: [ensemble], bands: false }).run(0);
  return Array.from({ length: count }, (_, i) => rows.slice(i * COLUMNS.length, (i + 1) * COLUMNS.length));
}

describe("one draw of the study", () => {
  it("is the published core where nothing is uncertain", () => {
    const [row] = rowsOf({ draws: 1, seed: 1, priors: central });
    const at = (name: string) => row![columnAt(name)]!;
    expect(at("members_2021_12_19")).toBeCloseTo(173_836.9537, 2);
    // Week 573.857: the date convention alone moves the figure past 181,000.
    expect(Math.abs(at("members_2022_12_31") - 181_577)).toBeLessThan(5);
    expect(Math.abs(at("conflict_deaths_2021_12_19") - 124.3)).toBeLessThan(0.05);
    // 3,599.3 in the first 52 weeks at published parameters; the calendar year 2012 has two days more.
    expect(Math.abs(((at("conflict_deaths_in_2012") / 3599.3) * 364) / 366 - 1)).toBeLessThan(1e-3);
  });

  it("does not depend on how many draws there are about it", () => {
    const spec = { seed: 5, priors: { ...central, tieRetention: 0.7, orderNoise: 0.5 } };
    const three = rowsOf({ ...spec, draws: 3 });
    const nine = rowsOf({ ...spec, draws: 9 });
    expect(nine.slice(0, 3)).toEqual(three);
    expect(three[0]).not.toEqual(three[1]);
  });

  it("has the parameters that gave its outcomes, in every place of a chunk", () => {
    const rows = rowsOf({ draws: 256, seed: 6, priors });
    let seen = 0;
    for (const row of rows) {
      if (!(row[columnAt("members_2021_12_19")]! > 40_000)) continue;
      seen++;
      expect(row[columnAt("arrests_2021_12_19")]).toBeCloseTo(row[columnAt("incapacitation")]!, 9);
      const recruits = row[columnAt("recruitment")]! * row[columnAt("members_2021_12_19")]!;
      expect(row[columnAt("recruits_2021_12_19")]! / recruits).toBeCloseTo(1, 6);
    }
    expect(seen).toBeGreaterThan(200);
  });

  it("is weighted by the series as the observation equation says", () => {
    const years = observedYears(dataset);
    expect(years.map(({ year }) => year)).toEqual([2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2023]);
    const { intensitySd, intensityTime, observationNoise } = observationParameters(dataset);
    for (const row of rowsOf({ draws: 8, seed: 2, priors })) {
      const share = row[columnAt("homicideShare")]!;
      const residual = years.map(({ year, value }) =>
        Math.log((value * share) / row[columnAt(`conflict_deaths_in_${year}`)]!),
      );
      const covariance = years.map((a) =>
        years.map(
          (b) =>
            intensitySd ** 2 * Math.exp(-Math.abs(a.year - b.year) / intensityTime) +
            (a === b ? observationNoise ** 2 : 0),
        ),
      );
      const logLikelihood = -0.5 * dot(residual, solve(covariance, residual));
      expect(Math.abs(row[columnAt("log_likelihood")]! - logLikelihood)).toBeLessThan(1e-9 * (1 - logLikelihood));
    }
    expect(wholeWeight(0)).toBe(2 ** 30);
    expect(wholeWeight(Number.NEGATIVE_INFINITY)).toBe(0);
  });

  it("moves the lethality of conflict with the share of homicides", () => {
    const [small] = rowsOf({ draws: 1, seed: 1, priors: { ...central, homicideShare: 0.05 } });
    const [large] = rowsOf({ draws: 1, seed: 1, priors: { ...central, homicideShare: 0.2 } });
    expect(large![columnAt("conflict")]! / small![columnAt("conflict")]!).toBeCloseTo(4, 12);
  });

  it("keeps the balance of members and no size below zero over the whole prior", () => {
    const rows = rowsOf({ draws: 256, seed: 3, priors });
    for (const row of rows) {
      expect(row[columnAt("conservation_residual")]!).toBeLessThan(1e-9);
      expect(row[columnAt("lowest_size")]!).toBeGreaterThanOrEqual(0);
    }
  });
});

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Gaussian elimination with pivots, written out for the test alone. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, j) => (Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? i + j : best), i);
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let j = i + 1; j < n; j++) {
      const factor = rows[j]![i]! / rows[i]![i]!;
      for (let k = i; k <= n; k++) rows[j]![k]! -= factor * rows[i]![k]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const known = rows[i]!.slice(i + 1, n).reduce((sum, value, k) => sum + value * x[i + 1 + k]!, 0);
    x[i] = (rows[i]![n]! - known) / rows[i]![i]!;
  }
  return x;
}
