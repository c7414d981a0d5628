import type { Dataset } from "../../data/dataset.ts";
import { REPORTED } from "../study/timeline.ts";
import { chainOf } from "./chain.ts";
import { type Claim, type ClaimNumber, dated, exactly, percent } from "./claim.ts";
import { drawingError, leadingGrade, type MembersDraws, probability, summaryOf } from "./members-draws.ts";
import { leaningOfDraws, type Verdict, verdictOf } from "./verdict.ts";

/** An employer as a list has it. */
export interface Employer {
  readonly name: string;
  /** [person] */
  readonly people: number;
  /** Whether the claim names it as one of those ahead. */
  readonly named: boolean;
  /** Whether its count was read in its own report. */
  readonly original: boolean;
  /** Whether the count is of Mexico alone. */
  readonly mexico: boolean;
  readonly source: string;
}

/** The lists that the place is looked up on. */
export interface EmployerLists {
  /** Private employers, each once. */
  readonly privateFirms: readonly Employer[];
  /** What else the published list has: a part of a firm that is on it already, and a public firm. */
  readonly alsoListed: readonly Employer[];
  readonly publicBodies: readonly Employer[];
  /** Counts of Mexico alone. */
  readonly mexicoOnly: readonly Employer[];
}

type Date = (typeof REPORTED)[number];

const NAMED = ["FEMSA", "Walmart de México", "Manpower", "América Móvil"];
const PRIVATE: Readonly<Record<string, string>> = {
  FEMSA: "employees_femsa",
  "Walmart de México": "employees_walmart-de-mexico",
  Manpower: "employees_manpower",
  "América Móvil": "employees_america-movil",
  "Grupo Bimbo": "employees_grupo-bimbo",
  Coppel: "employees_coppel",
  "Grupo Salinas": "employees_grupo-salinas",
  Adecco: "employees_adecco",
};
const ALSO_LISTED: Readonly<Record<string, string>> = { Oxxo: "employees_oxxo", Pemex: "employees_pemex" };
const PUBLIC: Readonly<Record<string, string>> = {
  SEDENA: "strength_army-and-air-force",
  "Guardia Nacional": "strength_national-guard",
  Pemex: "employees_pemex",
  CFE: "employees_cfe",
  SEMAR: "strength_navy",
};
const MEXICO_ONLY: Readonly<Record<string, string>> = { "Walmart de México": "employees_walmart-mexico_only" };

const HEADLINES = {
  supported: { key: "claims.c2Supported" },
  "supported with a caveat": { key: "claims.c2Caveat" },
  "not supported": { key: "claims.c2Against" },
  "cannot be told from this evidence": { key: "claims.c2Open" },
} as const satisfies Record<Verdict, { key: string }>;

/** Places with a smaller probability than this at both dates are left out of the table. */
const SMALLEST_SHOWN = 0.001;

/** The lists from the tables of evidence, each figure the latest of its series. */
export function employerLists(dataset: Dataset): EmployerLists {
  const list = (series: Readonly<Record<string, string>>): Employer[] =>
    Object.entries(series).map(([name, id]) => {
      const { value: people, source, note } = dataset.last(id);
      return {
        name,
        people,
        named: NAMED.includes(name),
        original: dataset.sources.get(source)?.primary === true,
        mexico: note.startsWith("scope: Mexico"),
        source,
      };
    });
  return {
    privateFirms: list(PRIVATE),
    alsoListed: list(ALSO_LISTED),
    publicBodies: list(PUBLIC),
    mexicoOnly: list(MEXICO_ONLY),
  };
}

/** Place of so many people on a list: one more than the employers that have more. */
export function placeOn(employers: readonly Employer[], people: number): number {
  return 1 + employers.filter((employer) => employer.people > people).length;
}

/** C2: that makes them one of the top employers, behind only four. */
export function weighEmployers(chain: string, draws: MembersDraws, lists: EmployerLists): Claim {
  const [study, end] = REPORTED;
  const { privateFirms, alsoListed, publicBodies, mexicoOnly } = lists;
  const fifth = privateFirms.filter(({ named }) => named).length + 1;
  const chance = (date: Date, holds: (people: number) => boolean) =>
    probability(draws, (i) => holds(draws.members[date][i]!));
  // Those named, and nobody else, have more people.
  const asClaimed = (people: number) => privateFirms.every((firm) => firm.named === firm.people > people);
  const [atStudy, atEnd] = [chance(study, asClaimed), chance(end, asClaimed)];
  const around = [...privateFirms].sort((a, b) => b.people - a.people).slice(fifth - 2, fifth);
  const grade = leadingGrade(draws.grades);
  const leaning = leaningOfDraws([atStudy, atEnd], draws.worth);
  const original = around.every((firm) => firm.original);
  const verdict = verdictOf(leaning, {
    grade,
    original,
    exact: privateFirms.every(({ mexico }) => mexico),
  });
  const [above, below] = around;
  const everybody = [...privateFirms, ...publicBodies];
  const whole = [...privateFirms, ...alsoListed];
  const shares = (key: PlaceKey, holds: (people: number) => boolean, values = {}) =>
    [end, study].map((date) => chanceOf(key, date, chance(date, holds), draws.worth, values));
  const places = Array.from({ length: privateFirms.length + 1 }, (_, i) => i + 1).filter((place) =>
    REPORTED.some((date) => chance(date, (people) => placeOn(privateFirms, people) === place) >= SMALLEST_SHOWN),
  );
  return {
    id: "C2",
    claim: { key: "claims.c2Claim" },
    headline: { key: leaning !== "open" && !original ? "claims.c2Copies" : HEADLINES[verdict].key },
    verdict,
    modelled: true,
    grade,
    numbers: [
      ...shares("claims.behindNamed", asClaimed),
      ...places.flatMap((place) =>
        shares("claims.placePrivate", (people) => placeOn(privateFirms, people) === place, { place: String(place) }),
      ),
      ...shares("claims.amongFirst", (people) => placeOn(privateFirms, people) <= fifth, { place: String(fifth) }),
      ...shares("claims.placeAsPrinted", (people) => placeOn(whole, people) === fifth, { place: String(fifth) }),
      ...shares("claims.placeWithPublic", (people) => placeOn(everybody, people) === fifth, { place: String(fifth) }),
      placeNumber("claims.medianWithPublic", everybody),
      placeNumber("claims.mexicoBest", mexicoOnly),
      placeNumber("claims.mexicoWorst", privateFirms),
      ...around.map(({ name, people }) => exactly({ key: "claims.people", values: { name } }, people, "person")),
      ...mexicoOnly.map(({ name, people }) =>
        exactly({ key: "claims.peopleMexico", values: { name } }, people, "person"),
      ),
    ],
    sentence: {
      key: "claims.c2Sentence",
      values: {
        atEnd: percent(atEnd),
        atStudy: percent(atStudy),
        first: percent(chance(end, (people) => placeOn(privateFirms, people) <= fifth)),
        printed: percent(chance(end, (people) => placeOn(whole, people) === fifth)),
        name: above?.name ?? "",
        people: above?.people ?? 0,
      },
    },
    notToWrite: { key: "claims.c2NotToWrite" },
    sources: [...new Set(["prieto_2023", ...[...whole, ...publicBodies, ...mexicoOnly].map(({ source }) => source)])],
    chain: chainOf(chain, "C2", {
      study: { key: "claims.c2Study" },
      press: { key: "claims.c2Press", values: { below: below?.name ?? "" } },
      report: { key: "claims.c2Report" },
    }),
  };

  function placeNumber(
    key: "claims.medianWithPublic" | "claims.mexicoBest" | "claims.mexicoWorst",
    on: readonly Employer[],
  ): ClaimNumber {
    const found = Float64Array.from(draws.members[end], (people) => placeOn(on, people));
    const [median, interval90] = summaryOf(found, draws.weights);
    // Between two places there is none.
    return {
      what: { key },
      value: Math.round(median),
      unit: "1",
      interval90: [Math.round(interval90[0]), Math.round(interval90[1])],
    };
  }
}

type PlaceKey =
  | "claims.behindNamed"
  | "claims.placePrivate"
  | "claims.amongFirst"
  | "claims.placeAsPrinted"
  | "claims.placeWithPublic";

function chanceOf(
  key: PlaceKey,
  date: Date,
  value: number,
  worth: number,
  values: Record<string, string>,
): ClaimNumber {
  return {
    what: { key, values: { ...values, date: dated(date) } },
    value,
    unit: "1",
    interval90: drawingError(value, worth),
  };
}
