import { weekOf } from "../data/calendar.ts";
import type { Dataset } from "../data/dataset.ts";
import { defineModule, type ModuleDeclaration, type ParameterDeclaration } from "../model/declare.ts";
import { moduleParameters } from "./module-parameters.ts";

/** Years whose means homicides are held against. */
const REFERENCE = [2018, 2019, 2020] as const;
/** Last year of the population as it was projected before the census of 2020, and the year of the projection after it. */
const POPULATION = { from: 2011, to: 2020, after: 2023 } as const;

const HOMICIDES = "mx_homicides_inegi";
const INHABITANTS = "mx_population_midyear";
const PROJECTED = "mx_population_projected";

/**
 * Homicides in Mexico a year as they would be counted: a part that moves with conflict deaths and the rest with population.
 *
 *     H = H̄·[(1 − χ)·N/N̄ + χ·D/D̄]
 *
 * H̄ and N̄ are homicides counted by INEGI and population on average in 2018–2020, D̄ the conflict deaths of the draw itself in
 * these years, so that its level cancels. χ = 1 is the rival reading, in which all homicides move with conflict. People killed
 * inside a group that forces a ban stand beside it. The core is smooth and homicides are not: read changes and not the level.
 */
export function homicides(dataset: Dataset): ModuleDeclaration {
  const { passThrough } = moduleParameters(dataset, "homicides") as Readonly<Record<string, ParameterDeclaration>>;
  const mean = (series: string) =>
    REFERENCE.reduce((sum, year) => sum + yearly(dataset, series, year), 0) / REFERENCE.length;
  const reference = (about: string, unit: string, series: string): ParameterDeclaration => ({
    about: `${about}, mean of ${REFERENCE[0]} to ${REFERENCE[2]}`,
    unit,
    value: mean(series),
    source: sourcesOf(dataset, series),
    grade: "A",
    constant: true,
  });
  return defineModule({
    name: "homicides",
    about: "homicides in Mexico as they would be counted: a part moves with conflict, the rest with population",
    source: ["frontera_calibration", ...sourcesOf(dataset, HOMICIDES)],
    parameters: {
      passThrough: passThrough!,
      usual: reference("homicides counted", "person/year", HOMICIDES),
      usualPopulation: reference("population of Mexico", "person", INHABITANTS),
    },
    tables: { population: populationTable(dataset) },
    references: {
      usualDeaths: {
        about: "conflict deaths of the draw itself, mean of 2018 to 2020 (D̄)",
        unit: "person/week",
        stock: "cartels.killedSoFar",
        from: `${REFERENCE[0]}-01-01`,
        to: `${REFERENCE[2] + 1}-01-01`,
      },
    },
    auxiliaries: {
      moving: {
        about: "conflict deaths relative to those of 2018 to 2020",
        unit: "1",
        equation: "cartels.conflictDeaths / usualDeaths",
      },
    },
    outcomes: [
      {
        id: "homicides",
        about: "homicides in Mexico a year: a part moves with conflict deaths, the rest with population",
        unit: "person/year",
        equation: "usual * ((1 - passThrough) * lookup(population, time) / usualPopulation + passThrough * moving)",
        caredForBy: ["Mexico"],
        direction: "lower",
        afterEvent: "hold",
      },
    ],
  });
}

/** Population in the middle of every year, and from the last projection on with an increase that falls evenly to none at the peak. */
function populationTable(dataset: Dataset) {
  const years = Array.from({ length: POPULATION.to - POPULATION.from + 1 }, (_, i) => POPULATION.from + i);
  const peak = dataset.parameter("homicides.populationPeak").value;
  const peakYear = dataset.parameter("homicides.populationPeakYear").value;
  const known = yearly(dataset, PROJECTED, POPULATION.after);
  const later = Array.from({ length: peakYear - POPULATION.after + 1 }, (_, i) => POPULATION.after + i);
  const left = (year: number) => (peakYear - year) / (peakYear - POPULATION.after);
  return {
    about: "population of Mexico in the middle of the year",
    unit: "person",
    at: [...years, ...later].map((year) => weekOf(`${year}-07-01`)),
    values: [
      ...years.map((year) => yearly(dataset, INHABITANTS, year)),
      ...later.map((year) => peak - (peak - known) * left(year) * left(year)),
    ],
    source: [...new Set([...sourcesOf(dataset, INHABITANTS), ...sourcesOf(dataset, PROJECTED)])],
  };
}

function yearly(dataset: Dataset, series: string, year: number): number {
  const value = dataset.yearly(series, year);
  if (value === undefined) throw new Error(`${series} has no ${year}`);
  return value;
}

function sourcesOf(dataset: Dataset, series: string): string[] {
  return [...new Set(dataset.seriesNamed(series).rows.flatMap(({ source }) => source))];
}
