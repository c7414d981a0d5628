import { dateOf } from "../../data/calendar.ts";
import { FronteraError, printable, suggest } from "../../errors.ts";
import { evidence } from "../study/study-model.ts";
import { type Cohort, cohortOf } from "./cohort-2025-ages.ts";
import { chainOf } from "./cohort-2025-chain.ts";
import { type ShockRates, shockOf } from "./cohort-2025-shock.ts";

/** Values of the study by plain name, as `evidence/parameters/cohort.csv` has them. */
export type CohortParameters = Readonly<Record<string, number>>;

/** What a shock of half a year does to killings and to the groups, against no shock. */
export interface Shock {
  /** Conflict as a multiple of itself for 26 weeks. */
  readonly factor: number;
  /** Killings over 1,501 weeks and over the first 500, as multiples of those without a shock. */
  readonly killings: number;
  readonly killingsOfTenYears: number;
  /** Fewest members of a group [person]. */
  readonly fewest: number;
}

export interface Cohort2025 {
  readonly study: "cohort-2025";
  readonly parameters: CohortParameters;
  /** Weeks from 1 January 1965 on, and the date of each; flows are those of the week that ends there [person]. */
  readonly dates: readonly string[];
  readonly members: readonly number[];
  readonly recruited: readonly number[];
  readonly arrested: readonly number[];
  readonly killed: readonly number[];
  readonly retired: readonly number[];
  /** People born in the 365 days from 26 December 1989 on, which the study calls the cohort of 1990. */
  readonly cohort: Cohort;
  /** Years from recruitment to the last age, and what part of them people did not spend in a group, by why. */
  readonly years: {
    readonly possible: number;
    readonly killed: number;
    readonly retired: number;
    /** Sentences as they are given, whole, and with those of people who are arrested again. */
    readonly prison: number;
    readonly prisonAgain: number;
  };
  readonly shocks: readonly Shock[];
  /** A shock of constant arrests beyond which the groups are gone. */
  readonly collapse: {
    readonly factor: number;
    readonly row: number | null;
    readonly before: number;
    readonly after: number;
  };
}

/** Weeks from 1 January 1965 to the end of 2045 as the study counts them. */
const WEEKS = 4_228;
const START = "1965-01-01";
const YEAR = 52;
const DAYS = 365;
/** The cohort of 1990 was born in the 26th span of 365 days from the start on. */
const BORN = [25 * DAYS, 26 * DAYS] as const;
const FACTORS = [0, 2, 3, 6, 11] as const;
const TEN_YEARS = 500;

/** Plain names of the parameters. */
export function cohortNames(): readonly string[] {
  return [...evidence().parameters.keys()].filter((id) => id.startsWith("cohort.")).map((id) => id.slice(7));
}

/**
 * Sections S1 and S2 of the public code of Prieto-Curiel 2025, "Why Locking Up Cartel Members Does not Work", and the shocks of
 * that of Prieto-Curiel, Grass, Wrzaczek, Campedelli, Tragler & Feichtinger 2025 (arXiv:2508.06509): the means of what the first
 * draws at random. Section S3, what becomes of each person after prison, needs the sentences one by one and is left out.
 * Errors: `unknown-parameter`, `bad-parameter`.
 */
export function replicateCohort2025(given: CohortParameters = {}): Cohort2025 {
  const parameters = parametersOf(given);
  const of = (name: string) => parameters[name]!;
  const recruitment = of("recruits") / of("members");
  const arrest = of("arrests") / YEAR / of("members");
  const killing = of("killings") / YEAR / of("members");
  const retirement = (recruitment - arrest - killing) / of("equilibrium");
  if (!(recruitment < 1 && arrest < 1 && killing < 1 && retirement >= 0))
    throw new FronteraError({
      code: "bad-parameter",
      message: "the flows do not fit together",
      expected: "fewer than all in a week, and recruits that outweigh arrests and killings at that size",
    });
  if (!(of("youngest") < of("oldest") && of("oldest") < of("lastAge")))
    throw new FronteraError({
      code: "bad-parameter",
      message: "ages do not follow one another",
      expected: "youngest below oldest, and oldest below lastAge",
      received: `${of("youngest")}, ${of("oldest")}, ${of("lastAge")}`,
    });
  const chain = chainOf(of("membersAtStart"), { recruitment, arrest, killing, retirement }, WEEKS);
  const cohort = cohortOf(chain, BORN, {
    youngest: of("youngest"),
    oldest: of("oldest"),
    retirementPower: of("retirementPower"),
    lastAge: of("lastAge"),
  });
  const possible = cohort.recruited.years;
  const prison = (cohort.arrested.people * of("sentence") * of("sentenceFactor")) / possible;
  return {
    study: "cohort-2025",
    parameters,
    dates: Array.from({ length: WEEKS + 1 }, (_, week) => dateOf(week, START)),
    members: Array.from(chain.members),
    recruited: Array.from(chain.recruited),
    arrested: Array.from(chain.arrested),
    killed: Array.from(chain.killed),
    retired: Array.from(chain.retired),
    cohort,
    years: {
      possible,
      killed: cohort.killed.years / possible,
      retired: cohort.retired.years / possible,
      prison,
      prisonAgain: prison * (1 + of("rearrest")),
    },
    ...shocksOf(ratesOf("shock", of), { ...ratesOf("collapse", of), constantArrests: true }, of("collapseFactor")),
  };
}

/** The rates of one of the two maps. */
function ratesOf(map: "shock" | "collapse", of: (name: string) => number): ShockRates {
  return {
    members: of("shockMembers"),
    recruits: of(`${map}Recruits`),
    killed: of(`${map}Killed`),
    arrested: of(`${map}Arrested`),
    retired: of(`${map}Retired`),
  };
}

function shocksOf(rates: ShockRates, fragile: ShockRates, factor: number): Pick<Cohort2025, "shocks" | "collapse"> {
  const usual = shockOf(rates, 1);
  const sum = (values: readonly number[], until?: number) =>
    values.slice(0, until).reduce((all, value) => all + value, 0);
  const shocks = FACTORS.map((multiple): Shock => {
    const { killed, members } = shockOf(rates, multiple);
    return {
      factor: multiple,
      killings: sum(killed) / sum(usual.killed),
      killingsOfTenYears: sum(killed, TEN_YEARS) / sum(usual.killed, TEN_YEARS),
      fewest: Math.min(...members),
    };
  });
  // The first row of the public code is that of the other map.
  const fallen = shockOf(fragile, factor, rates);
  // The first row of the shock and its last: weeks 100 and 125.
  const [before, after] = [fallen.members[100]!, fallen.members[125]!];
  return { shocks, collapse: { factor, row: fallen.collapsed, before, after } };
}

function parametersOf(given: CohortParameters): CohortParameters {
  const names = cohortNames();
  for (const name of Object.keys(given))
    if (!names.includes(name))
      throw new FronteraError({
        code: "unknown-parameter",
        message: `unknown parameter: ${printable(name, 60)}`,
        hint: suggest(name, names),
      });
  return Object.fromEntries(
    names.map((name) => {
      const { value, low, high, unit } = evidence().parameter(`cohort.${name}`);
      const own = Object.hasOwn(given, name) ? given[name]! : value;
      const whole = name === "retirementPower" ? Number.isInteger(own) : Number.isFinite(own);
      if (!(whole && own >= low && own <= high))
        throw new FronteraError({
          code: "bad-parameter",
          message: `${name} has no usable value`,
          expected: `a ${name === "retirementPower" ? "whole " : ""}number from ${low}${high === Number.POSITIVE_INFINITY ? "" : ` to ${high}`} [${unit}]`,
          received: String(own),
        });
      return [name, own];
    }),
  );
}
