import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import { Blocks } from "../../ensemble/blocks.ts";
import type { Leg } from "../../ensemble/leg.ts";
import { rowOf } from "../../ensemble/parameter-draws.ts";
import { log } from "../../math/elementary/index.ts";
import { defineModel } from "../../model/model.ts";
import { specialised } from "../../model/specialise.ts";
import { COUPLINGS, type CouplingId, signalWeeks } from "../../system/couplings.ts";
import { plainLever } from "../../system/policy.ts";
import { uncertaintiesIn } from "./sampler.ts";
import type { Scenario } from "./scenario.ts";
import type { ScenarioWork } from "./scenario-job.ts";
import { type Subsystem, type SubsystemId, subsystemOf } from "./subsystems.ts";

/** Members and what they earn are found in turn at most so many times. */
const MOST_PASSES = 12;
/** Conflict moves departures, which move what smuggling earns, which moves conflict: the loop is gone round at most so often. */
const MOST_ROUNDS = 6;
/** Conflict has settled when its log moves by no more than this, in units of what members settle at: little of it comes back. */
const CONFLICT_SETTLED = 100;

export interface CoupledOptions {
  /** Largest change of a log of members at which members and what they earn have settled; default 1e-6. */
  readonly settled?: number;
}
/** Weeks in a year of 365.25 days. */
const WEEKS_PER_YEAR = 365.25 / 7;

/** One part of the system in a run, with the legs that it is carried over. */
export interface OpenPart {
  readonly subsystem: Subsystem;
  readonly legs: readonly Leg[];
  readonly blocks: Blocks;
}

/**
 * What every scenario is held against: the first scenario that orders nothing and has the same couplings, or the very first
 * where there is none.
 */
export function usualOf(scenarios: readonly Scenario[]): number[] {
  return scenarios.map(({ couplings, without }) =>
    Math.max(
      0,
      scenarios.findIndex(
        (one) =>
          Object.keys(one.levers).length === 0 && one.couplings === couplings && one.without.join() === without.join(),
      ),
    ),
  );
}

/** The first moment at which any scenario orders something [week]. */
export function branchOf({ scenarios }: { readonly scenarios: readonly Scenario[] }): number {
  return Math.min(...scenarios.map(({ from }) => weekOf(from)));
}

/**
 * The parts of the system on the same draws: history of each by itself, then every scenario with what the parts hear of one
 * another. Fentanyl hears of nobody; cartels and corridor hear of it and of one another, and are carried in turn until their
 * signals have settled. A part that neither an order nor a signal reaches is as in business as usual, bit for bit.
 */
export class CoupledRun {
  readonly parts: readonly OpenPart[];
  readonly #work: ScenarioWork;
  readonly #settled: number;
  readonly #weeks: readonly number[];
  readonly #fentanyl: Teller | undefined;
  readonly #migration: Teller | undefined;
  readonly #cartels: Teller | undefined;

  constructor(work: ScenarioWork, dataset: Dataset, { settled = 1e-6 }: CoupledOptions = {}) {
    this.#work = work;
    this.#settled = settled;
    const branch = branchOf(work);
    const end = Math.max(...work.scenarios.map(({ to }) => weekOf(to)));
    const orders = work.scenarios.flatMap(({ levers }) =>
      Object.values(levers).flatMap((list) =>
        list.flatMap((order) => [weekOf(order.from), weekOf(order.from) + order.over]),
      ),
    );
    this.#weeks = signalWeeks(branch, end, [branch, ...orders]);
    const tellers = work.subsystems.map(
      (id, s) => new Teller(work, subsystemOf(id, dataset, this.#weeks), s, this.#weeks, dataset),
    );
    const one = (id: SubsystemId) => tellers.find(({ subsystem }) => subsystem.id === id);
    this.parts = tellers;
    this.#fentanyl = one("fentanyl");
    this.#migration = one("migration");
    this.#cartels = one("cartels");
  }

  /** Carries draws `first` … `first + count` − 1 over every leg. */
  run(first: number, count: number): void {
    const usual = usualOf(this.#work.scenarios);
    const all = [this.#fentanyl, this.#migration, this.#cartels].filter((part) => part !== undefined);
    for (const part of all) part.open(first, count);
    const legs = usual.map((of, scenario) => ({ scenario, leg: 1 + scenario, usual: 1 + of }));
    // Business as usual first: the others are told what differs from it.
    for (const { leg } of legs.filter((one) => one.leg === one.usual)) for (const part of all) part.follow(leg);
    for (const { scenario, leg, usual: then } of legs.filter((one) => one.leg !== one.usual)) {
      for (const part of all) part.follow(leg);
      if (this.#work.scenarios[scenario]!.couplings) this.#couple(leg, then, count);
    }
  }

  /** Carries cartels and corridor in turn until what they hear of one another has settled. */
  #couple(leg: number, then: number, count: number): void {
    const cartels = this.#cartels;
    const migration = this.#migration;
    if (cartels === undefined) return;
    const usual = cartels.lines("conflict-deaths", then);
    let conflict = usual;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      for (let pass = 0; pass < MOST_PASSES; pass++) {
        this.#tellCartels(leg, then, count);
        if (!cartels.heard) break;
        const before = cartels.lines("members", leg);
        cartels.carry(leg);
        if (moved(before, cartels.lines("members", leg)) < this.#settled) break;
      }
      const now = cartels.lines("conflict-deaths", leg);
      if (migration === undefined || (round > 0 && moved(conflict, now) < CONFLICT_SETTLED * this.#settled)) return;
      conflict = now;
      migration.tell("logViolence", count, ratios(now, usual));
      if (!migration.heard) return;
      migration.carry(leg);
    }
  }

  /** What cartels hear in a leg, with members as they were found last. */
  #tellCartels(leg: number, then: number, count: number): void {
    const cartels = this.#cartels!;
    const fentanyl = this.#fentanyl;
    const earned = (at: number) => {
      const sums = new Float64Array(count * this.#weeks.length);
      fentanyl?.lines("fentanyl-export-revenue", at).forEach((value, i) => {
        sums[i]! += finite(value / WEEKS_PER_YEAR);
      });
      this.#migration?.lines("smuggling-revenue", at).forEach((value, i) => {
        sums[i]! += finite(value);
      });
      return sums;
    };
    const usual = earned(then);
    cartels.tell("revenueUsual", count, usual);
    cartels.tell(
      "revenueChange",
      count,
      earned(leg).map((value, i) => value - usual[i]!),
    );
    cartels.tell("logMembers", count, ratios(cartels.lines("members", leg), cartels.lines("members", then)));
    if (fentanyl === undefined) return;
    const [scarce, now] = [then, leg].map((at) => fentanyl.lines("fentanyl-scarcity", at)) as [
      Float64Array,
      Float64Array,
    ];
    cartels.tell("logScarcity", count, ratios(now, scarce));
    cartels.tell("forcing", count, fentanyl.lines("killed-within-per-member", leg).map(finite));
  }
}

/** Signals that say what is usual and not what has changed. */
const STANDING = ["revenueUsual"];

/** A part of the system, what it tells and what it hears. */
class Teller implements OpenPart {
  readonly subsystem: Subsystem;
  readonly legs: readonly Leg[];
  readonly blocks: Blocks;
  /** Whether anything that it hears differs from business as usual. */
  heard = false;
  readonly #weeks: readonly number[];
  readonly #saves: readonly number[];
  readonly #outputs: ReadonlyMap<string, number>;
  readonly #tables: ReadonlyMap<string, number>;
  /** Strengths of couplings that it has, and the row of each. */
  readonly #strengths: readonly Strength[];
  /** For every leg an earlier one that it does not differ from before it hears anything; itself where there is none. */
  readonly #same: readonly number[];
  readonly #scenarios: readonly Scenario[];
  readonly #drawn: ScenarioWork["drawn"][number];
  readonly #still: Float64Array;
  #first = 0;
  #count = 0;

  constructor(work: ScenarioWork, subsystem: Subsystem, index: number, weeks: readonly number[], dataset: Dataset) {
    this.subsystem = subsystem;
    this.legs = legsOf(work, subsystem, weeks, dataset);
    this.#weeks = weeks;
    this.#scenarios = work.scenarios;
    this.#drawn = work.drawn[index]!;
    const { ids, values, latent } = this.#drawn;
    const { fixed } = uncertaintiesIn(subsystem, work.scenarios[0]!.parameters);
    // The strength of a coupling can be 0 in one leg and not in another, so it is a row whether it is uncertain or not.
    const strong = COUPLINGS.filter(({ strength }) => ids.includes(strength) || fixed.has(strength));
    const written = [...fixed].filter(([id]) => strong.every(({ strength }) => strength !== id));
    const model = specialised(
      subsystem.model,
      new Map(written),
      [...subsystem.outcomes, ...subsystem.tells],
      [...subsystem.hears, ...(latent === undefined ? [] : [latent.table])],
    );
    this.blocks = new Blocks(
      defineModel(model),
      this.legs,
      (draw, lane, block) => {
        for (let k = 0; k < rows.length; k++) block[rows[k]! * lanes + lane] = values[draw * rows.length + k]!;
        for (let k = 0; k < knots; k++) block[(path + k) * lanes + lane] = latent!.values[draw * knots + k]!;
      },
      { steps: subsystem.steps },
    );
    const { layout, lanes } = this.blocks;
    const rows = ids.map((id) => rowOf(layout, id));
    const knots = latent === undefined ? 0 : latent.values.length / work.draws;
    const path = latent === undefined ? 0 : rowOf(layout, latent.table);
    this.#strengths = strong.map(({ id, strength }) => ({
      id,
      row: rowOf(layout, strength),
      column: ids.indexOf(strength),
      value: fixed.get(strength) ?? 0,
    }));
    this.#outputs = new Map(layout.outputs.map(({ id }, o) => [id, o]));
    this.#tables = new Map(subsystem.hears.map((id) => [id, rowOf(layout, id)]));
    this.#saves = weeks.map((week) => saveAt(this.legs[1]!, week));
    this.#same = this.#sameLegs();
    this.#still = new Float64Array(weeks.length);
  }

  /** Takes up draws and carries their history. */
  open(first: number, count: number): void {
    this.#first = first;
    this.#count = count;
    this.blocks.open(first, count);
  }

  carry(leg: number): void {
    this.blocks.carry(leg);
  }

  /** Carries a leg by what is ordered alone, with the couplings that its scenario has. */
  follow(leg: number): void {
    this.heard = false;
    for (const row of this.#tables.values()) for (let i = 0; i < this.#count; i++) this.blocks.set(i, row, this.#still);
    const { ids, values } = this.#drawn;
    const { without } = this.#scenarios[leg - 1]!;
    for (const { id, row, column, value } of this.#strengths)
      for (let i = 0; i < this.#count; i++) {
        const strength = column < 0 ? value : values[(this.#first + i) * ids.length + column]!;
        this.blocks.set(i, row, [without.includes(id) ? 0 : strength]);
      }
    if (this.#same[leg] === leg) this.blocks.carry(leg);
    else this.blocks.repeat(leg, this.#same[leg]!);
  }

  #sameLegs(): number[] {
    const usual = usualOf(this.#scenarios);
    const keys = this.#scenarios.map(({ without }, scenario) =>
      JSON.stringify([
        this.legs[1 + scenario]!.schedules,
        this.#strengths.filter(({ id }) => without.includes(id)).map(({ id }) => id),
      ]),
    );
    // What hears nothing stays as it was carried; else only business as usual does, which is carried first.
    const lasting = (scenario: number) => this.#tables.size === 0 || usual[scenario] === scenario;
    const order = [...keys.keys()].sort((a, b) => Number(usual[a] !== a) - Number(usual[b] !== b) || a - b);
    const same = keys.map((_, scenario) => scenario);
    order.forEach((scenario, place) => {
      const before = order.slice(0, place).find((one) => keys[one] === keys[scenario] && lasting(one));
      same[scenario] = before === undefined ? scenario : same[before]!;
    });
    return [0, ...same.map((scenario) => 1 + scenario)];
  }

  /** What it tells at the moments of signals. [draw, moment] */
  lines(outcome: string, leg: number): Float64Array {
    const lines = new Float64Array(this.#count * this.#weeks.length);
    const output = this.#outputs.get(outcome)!;
    for (let i = 0; i < this.#count; i++)
      for (let k = 0; k < this.#saves.length; k++)
        lines[i * this.#weeks.length + k] = this.blocks.output(leg, i, this.#saves[k]!, output);
    return lines;
  }

  /** Sets a signal. [draw, moment] */
  tell(signal: string, count: number, lines: Float64Array): void {
    const row = this.#tables.get(`couplings.${signal}`)!;
    const width = this.#weeks.length;
    for (let i = 0; i < count; i++) this.blocks.set(i, row, lines.subarray(i * width, (i + 1) * width));
    if (!STANDING.includes(signal) && lines.some((value) => value !== 0)) this.heard = true;
  }
}

/** The strength of a coupling in the rows of a program. */
interface Strength {
  readonly id: CouplingId;
  readonly row: number;
  /** Its column among the values of the draws; −1 where it has a single value. */
  readonly column: number;
  readonly value: number;
}

function moved(before: Float64Array, after: Float64Array): number {
  let most = 0;
  for (let i = 0; i < before.length; i++) most = Math.max(most, Math.abs(logRatio(after[i]!, before[i]!)));
  return most;
}

/** Logs of ratios, one by one. */
function ratios(now: Float64Array, then: Float64Array): Float64Array {
  return now.map((value, i) => logRatio(value, then[i]!));
}

/** 0 where either is no size: a draw that failed, or groups that are gone. */
function logRatio(now: number, then: number): number {
  return now === then || !(now > 0 && then > 0) ? 0 : finite(log(now / then));
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** Place of a week among the save points of a leg. */
export function saveAt({ save }: Leg, week: number): number {
  for (let i = 0; i < save.length; i++) if (Math.abs(save[i]! - week) < 1e-6) return i;
  throw new Error(`week ${week} is no save point of the leg`);
}

/** History up to the branch, then every scenario from there. */
function legsOf(work: ScenarioWork, subsystem: Subsystem, weeks: readonly number[], dataset: Dataset): Leg[] {
  const branch = branchOf(work);
  const end = weeks[weeks.length - 1]!;
  const starts = work.scenarios.map(({ from }) => weekOf(from));
  return [
    { t0: 0, t1: branch, save: rising([...work.weeks, branch].filter((week) => week <= branch)) },
    ...work.scenarios.map((scenario) => ({
      t0: branch,
      t1: end,
      save: rising([...work.weeks, ...work.changes, ...starts, ...weeks].filter((week) => week >= branch)),
      schedules: schedulesOf(scenario, subsystem, branch, dataset),
    })),
  ];
}

function schedulesOf(
  { levers, couplings }: Scenario,
  { levers: own, coupled }: Subsystem,
  branch: number,
  dataset: Dataset,
): NonNullable<Leg["schedules"]> {
  const orders = own.flatMap((id) => {
    const list = levers[id];
    if (list === undefined || list.length === 0) return [];
    const t: number[] = [];
    const value: number[] = [];
    let level = dataset.lever(id).start;
    for (const { to, from, over } of list) {
      t.push(weekOf(from), weekOf(from) + over);
      value.push(level, to);
      level = to;
    }
    return [[`policy.${plainLever(id)}`, { t, value }] as const];
  });
  return {
    ...Object.fromEntries(orders),
    ...(couplings && coupled !== undefined ? { [coupled]: { t: [branch], value: [1] } } : {}),
  };
}

/** Each moment once, rising. */
function rising(weeks: readonly number[]): Float64Array {
  const sorted = [...weeks].sort((a, b) => a - b);
  return Float64Array.from(sorted.filter((week, i) => i === 0 || week - sorted[i - 1]! > 1e-9));
}
