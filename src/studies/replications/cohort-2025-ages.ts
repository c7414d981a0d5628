import { exp } from "../../math/elementary/index.ts";
import type { Chain } from "./cohort-2025-chain.ts";

/** How ages enter. Ages in years of 365 days. */
export interface AgeOptions {
  readonly youngest: number;
  readonly oldest: number;
  readonly retirementPower: number;
  readonly lastAge: number;
}

/** One exit of a cohort: how many, at which mean age, and years from then to the last age. */
export interface CohortFlow {
  readonly people: number;
  readonly meanAge: number;
  /** Person-years from the event to the last age. */
  readonly years: number;
}

/** A cohort of one year of birth, and mean ages over everybody. */
export interface Cohort {
  readonly recruited: CohortFlow;
  readonly killed: CohortFlow;
  readonly arrested: CohortFlow;
  readonly retired: CohortFlow;
  /** Still active in the last week. */
  readonly active: number;
  readonly meanAgeOfAll: {
    readonly recruited: number;
    readonly killed: number;
    readonly arrested: number;
    readonly retired: number;
  };
}

/** Weeks of a year as the study counts ages of recruits, and days. */
const WEEKS = 52;
const DAYS = 365;
const WEEK_OF_AGE = 7 / DAYS;
/** Oldest age that recruits can have in the study's table of ages [week]. */
const LAST_RECRUIT = 2_500;
/** Ages beyond this hold nobody [year]. */
const OLDEST = 110;
/** Fewer people than this of one age are not followed to a higher one [person]. */
const NOBODY = 1e-9;
/** Below this 1 − exp(−x) is x − x²/2 to eleven digits. */
const SMALL = 1e-5;
/** Newton's method for who retires. */
const ROUNDS = 50;
const SHORT = 1e-5;

/**
 * Ages of the members of a chain: recruits are `youngest` to `oldest` with density (a − 15)(35 − a), everybody ages, the killed
 * and the arrested are of any age alike, and those who retire are chosen without replacement with the weight of a power of age.
 * In every week the order is recruited, killed, arrested, retired. The study draws single people; these are the means, over bins
 * of a week of age.
 *
 * Who is chosen without replacement with weights w has the chance 1 − exp(−τ·w), τ such that the chances add to the number
 * chosen (B. Efraimidis & P. Spirakis 2006, doi:10.1016/j.ipl.2005.11.003: the first of exponential times with these rates).
 *
 * `birth`: the first and the last day of birth of the cohort, counted from the start of the chain.
 */
export function cohortOf(chain: Chain, birth: readonly [number, number], options: AgeOptions): Cohort {
  const { youngest, retirementPower, lastAge } = options;
  const bins = Math.ceil((OLDEST - youngest) / WEEK_OF_AGE);
  const ages = Float64Array.from({ length: bins }, (_, j) => youngest + j * WEEK_OF_AGE);
  const weight = ages.map((age) => power(age / lastAge, retirementPower));
  const entry = entryOf(options, bins);
  const entries = entry.findLastIndex((share) => share > 0) + 1;
  /** Members by bin of age, and the part of them in the cohort. */
  const all = new Float64Array(bins);
  const own = new Float64Array(bins);
  const [everybody, cohort] = [new Tally(lastAge), new Tally(lastAge)];
  for (let j = 0; j < entries; j++) {
    all[j] = entry[j]! * chain.members[0]!;
    own[j] = all[j]! * insideOf(-ages[j]! * DAYS, birth);
  }
  let top = entries;
  const retirement = new Retirement(weight);
  for (let week = 1; week < chain.members.length; week++) {
    top = Math.min(bins, top + 1);
    all.copyWithin(1, 0, top - 1)[0] = 0;
    own.copyWithin(1, 0, top - 1)[0] = 0;
    for (let j = 0; j < entries; j++) {
      const joining = entry[j]! * chain.recruited[week]!;
      const here = joining * insideOf(7 * week - ages[j]! * DAYS, birth);
      all[j]! += joining;
      own[j]! += here;
      everybody.count("recruited", joining, joining * ages[j]!);
      cohort.count("recruited", here, here * ages[j]!);
    }
    let total = 0;
    for (let j = 0; j < top; j++) total += all[j]!;
    const killing = chain.killed[week]! / total;
    const arrest = chain.arrested[week]! / (total - chain.killed[week]!);
    const left = (1 - killing) * (1 - arrest);
    const chance = retirement.chances(all, top, left, chain.retired[week]!);
    leave(all, ages, top, killing, arrest, chance, everybody);
    leave(own, ages, top, killing, arrest, chance, cohort);
    while (top > entries && all[top - 1]! < NOBODY) top--;
  }
  let active = 0;
  for (let j = 0; j < top; j++) active += own[j]!;
  const meanAge = (exit: Exit) => everybody.flow(exit).meanAge;
  return {
    recruited: cohort.flow("recruited"),
    killed: cohort.flow("killed"),
    arrested: cohort.flow("arrested"),
    retired: cohort.flow("retired"),
    active,
    meanAgeOfAll: {
      recruited: meanAge("recruited"),
      killed: meanAge("killed"),
      arrested: meanAge("arrested"),
      retired: meanAge("retired"),
    },
  };
}

/** Takes from the people of every age those who are killed, arrested and retire, in this order, and counts them. */
function leave(
  people: Float64Array,
  ages: Float64Array,
  top: number,
  killing: number,
  arrest: number,
  chance: Float64Array,
  tally: Tally,
): void {
  const left = (1 - killing) * (1 - arrest);
  let [here, hereAges, retired, retiredAges] = [0, 0, 0, 0];
  for (let j = 0; j < top; j++) {
    const all = people[j]!;
    if (all === 0) continue;
    const retiring = all * left * chance[j]!;
    people[j] = all * left - retiring;
    here += all;
    hereAges += all * ages[j]!;
    retired += retiring;
    retiredAges += retiring * ages[j]!;
  }
  // The killed and the arrested are of any age alike.
  tally.count("killed", here * killing, hereAges * killing);
  tally.count("arrested", here * (1 - killing) * arrest, hereAges * (1 - killing) * arrest);
  tally.count("retired", retired, retiredAges);
}

/** 1 − exp(−x) to second order. */
function secondOrder(x: number): number {
  return x - (x * x) / 2;
}

/** Chances to retire by bin of age, week after week. */
class Retirement {
  readonly #weight: Float64Array;
  readonly #chance: Float64Array;
  /** τ of this week and of the one before. */
  #pressure = 0;
  #before = 0;

  constructor(weight: Float64Array) {
    this.#weight = weight;
    this.#chance = new Float64Array(weight.length);
  }

  /**
   * Chances such that `retiring` of those whom the week has left retire: τ by Newton's method, from where its course of the last
   * weeks leads. The last step is so short that chances follow it to second order.
   */
  chances(people: Float64Array, top: number, left: number, retiring: number): Float64Array {
    const [weight, chance] = [this.#weight, this.#chance];
    let pressure = this.#before > 0 ? (this.#pressure / this.#before) * this.#pressure : this.#pressure;
    let step = 0;
    for (let round = 0; round < ROUNDS; round++) {
      let number = 0;
      let slope = 0;
      for (let j = 0; j < top; j++) {
        const x = pressure * weight[j]!;
        const retires = x < SMALL ? secondOrder(x) : 1 - exp(-x);
        chance[j] = retires;
        number += people[j]! * retires;
        slope += people[j]! * weight[j]! * (1 - retires);
      }
      step = (retiring / left - number) / slope;
      if (Math.abs(step) <= SHORT * pressure) break;
      pressure = Math.max(0, pressure + step);
      step = 0;
    }
    for (let j = 0; j < top; j++) chance[j]! += (1 - chance[j]!) * secondOrder(step * weight[j]!);
    this.#before = this.#pressure;
    this.#pressure = pressure + step;
    return chance;
  }
}

type Exit = "recruited" | "killed" | "arrested" | "retired";

/** Counts people, their ages and their years to the last age. */
class Tally {
  readonly #lastAge: number;
  readonly #people = { recruited: 0, killed: 0, arrested: 0, retired: 0 };
  readonly #ages = { recruited: 0, killed: 0, arrested: 0, retired: 0 };

  constructor(lastAge: number) {
    this.#lastAge = lastAge;
  }

  /** `ages`: the sum of the ages of these people. */
  count(exit: Exit, people: number, ages: number): void {
    this.#people[exit] += people;
    this.#ages[exit] += ages;
  }

  flow(exit: Exit): CohortFlow {
    const [people, ages] = [this.#people[exit], this.#ages[exit]];
    return { people, meanAge: ages / people, years: this.#lastAge * people - ages };
  }
}

/** Share of recruits in every bin of age: ages are whole weeks of a 52nd of a year, each between two bins. */
function entryOf({ youngest, oldest }: AgeOptions, bins: number): Float64Array {
  const share = new Float64Array(bins);
  let total = 0;
  for (let x = 0; x <= LAST_RECRUIT; x++) {
    const density = (x - youngest * WEEKS) * (oldest * WEEKS - x);
    if (!(density > 0)) continue;
    const at = (x / WEEKS - youngest) / WEEK_OF_AGE;
    const bin = Math.floor(at);
    share[bin]! += density * (bin + 1 - at);
    share[bin + 1]! += density * (at - bin);
    total += density;
  }
  return share.map((density) => density / total);
}

/** The part of people born about a day who are of the cohort: half a week to either side counts. */
function insideOf(born: number, [first, last]: readonly [number, number]): number {
  const inside = Math.min(born + 3.5, last) - Math.max(born - 3.5, first);
  return Math.max(0, Math.min(1, inside / 7));
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}
