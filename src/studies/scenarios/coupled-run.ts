import { weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import { log } from "../../math/elementary/index.ts";
import { signalWeeks } from "../../system/couplings.ts";
import { CoupledPart, type OpenPart } from "./coupled-part.ts";
import { branchOf, usualOf } from "./scenario-legs.ts";
import type { ScenarioWork } from "./scenario-spec.ts";
import { type SubsystemId, subsystemOf } from "./subsystems.ts";

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
  readonly #fentanyl: CoupledPart | undefined;
  readonly #migration: CoupledPart | undefined;
  readonly #cartels: CoupledPart | undefined;

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
      (id, s) => new CoupledPart(work, subsystemOf(id, dataset, this.#weeks), s, this.#weeks, dataset),
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
