import { WEEKS_PER_YEAR, weekOf } from "../../data/calendar.ts";
import type { Dataset } from "../../data/dataset.ts";
import { signalWeeks } from "../../system/couplings.ts";
import { CoupledPart, type OpenPart } from "./coupled-part.ts";
import type { Scenario } from "./scenario.ts";
import { branchOf, usualOf } from "./scenario-legs.ts";
import type { ScenarioWork } from "./scenario-spec.ts";
import { finite, SignalLines } from "./signal-lines.ts";
import { type SubsystemId, subsystemOf } from "./subsystems.ts";

/** Members and what they earn are found in turn at most so many times. */
const MOST_PASSES = 12;
/** Conflict moves departures, which move what smuggling earns, which moves conflict: the loop is gone round at most so often. */
const MOST_ROUNDS = 6;
/**
 * Largest change of a log of conflict at which it has settled, by that of members: the corridor answers to it by an elasticity below
 * one, so next to nothing of it comes back. Up to so many times as much, but beyond `FINE` no more than members.
 */
const CONFLICT_SETTLED = 100;
const FINE = 1e-4;

export interface CoupledOptions {
  /** Largest change of a log of members at which members and what they earn have settled; default 1e-6. */
  readonly settled?: number;
}

/**
 * The parts of the system on the same draws: history of each by itself, then every scenario with what the parts hear of one
 * another. Fentanyl hears of nobody; cartels and corridor hear of it and of one another, and are carried in turn until their
 * signals have settled. A part that neither an order nor a signal reaches is as in business as usual, bit for bit.
 */
export class CoupledRun {
  readonly #parts: readonly CoupledPart[];
  #work: ScenarioWork;
  readonly #dataset: Dataset;
  readonly #settled: number;
  readonly #weeks: readonly number[];
  /** Room for what is read and told. */
  readonly #lines: {
    readonly usual: Moment;
    readonly now: Moment;
    /** What was earned when cartels were told last. */
    readonly told: SignalLines;
    readonly before: SignalLines;
    readonly conflict: SignalLines;
    readonly violence: SignalLines;
    readonly members: SignalLines;
    readonly fentanyl: SignalLines;
    readonly smuggling: SignalLines;
    readonly signal: SignalLines;
  };
  readonly #fentanyl: CoupledPart | undefined;
  readonly #migration: CoupledPart | undefined;
  readonly #cartels: CoupledPart | undefined;

  constructor(work: ScenarioWork, dataset: Dataset, { settled = 1e-6 }: CoupledOptions = {}) {
    this.#work = work;
    this.#dataset = dataset;
    this.#settled = settled;
    this.#weeks = heardAt(work);
    this.#parts = work.subsystems.map(
      (id, s) => new CoupledPart(work, subsystemOf(id, dataset, this.#weeks), s, this.#weeks, dataset),
    );
    const one = (id: SubsystemId) => this.#parts.find(({ subsystem }) => subsystem.id === id);
    const lines = () => new SignalLines(this.#weeks.length);
    const moment = (): Moment => ({ members: lines(), conflict: lines(), scarcity: lines(), earned: lines() });
    this.#lines = {
      usual: moment(),
      now: moment(),
      told: lines(),
      before: lines(),
      conflict: lines(),
      violence: lines(),
      members: lines(),
      fentanyl: lines(),
      smuggling: lines(),
      signal: lines(),
    };
    this.#fentanyl = one("fentanyl");
    this.#migration = one("migration");
    this.#cartels = one("cartels");
  }

  /** In the order of the work. */
  get parts(): readonly OpenPart[] {
    return this.#parts;
  }

  /** Carries draws `first` … `first + count` − 1 over every leg. */
  run(first: number, count: number): void {
    const usual = usualOf(this.#work.scenarios);
    const all = [this.#fentanyl, this.#migration, this.#cartels].filter((part) => part !== undefined);
    for (const part of all) part.open(first, count);
    const legs = usual.map((of, scenario) => ({ scenario, leg: 1 + scenario, usual: 1 + of }));
    // Business as usual first: the others are told what differs from it.
    for (const { leg } of legs.filter((one) => one.leg === one.usual)) for (const part of all) part.follow(leg);
    for (const { scenario, leg, usual: then } of legs.filter((one) => one.leg !== one.usual))
      this.#order(scenario, leg, then, count);
  }

  /**
   * Carries the draws at hand over another scenario in the place of the last, while history and the others stay as they were
   * carried. It must begin, end and order on the same dates, and order something (`heardAt`).
   */
  replaceLast(scenario: Scenario, count: number): void {
    const last = this.#work.scenarios.length - 1;
    this.#work = { ...this.#work, scenarios: [...this.#work.scenarios.slice(0, last), scenario] };
    for (const part of this.#parts) part.replaceLast(this.#work, this.#dataset);
    this.#order(last, 1 + last, 1 + usualOf(this.#work.scenarios)[last]!, count);
  }

  #order(scenario: number, leg: number, then: number, count: number): void {
    for (const part of [this.#fentanyl, this.#migration, this.#cartels]) part?.follow(leg);
    if (this.#work.scenarios[scenario]!.couplings) this.#couple(leg, then, count);
  }

  /** Carries cartels and corridor in turn until what they hear of one another has settled, every draw for itself. */
  #couple(leg: number, then: number, count: number): void {
    const cartels = this.#cartels;
    const migration = this.#migration;
    if (cartels === undefined) return;
    const { usual, now, told, conflict, violence } = this.#lines;
    const settled = Math.min(CONFLICT_SETTLED * this.#settled, Math.max(this.#settled, FINE));
    let open = Array.from({ length: count }, (_, draw) => draw);
    cartels.read("conflict-deaths", then, open, usual.conflict);
    this.#tellStanding(leg, then, open);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.#readEarned(leg, open, now);
      // Recruitment follows the log of revenue by its elasticity, and members follow recruitment by less than all of it.
      if (round > 0)
        open = open.filter(
          (draw) =>
            !(now.earned.strayed(draw, told) * cartels.strength("revenue-recruitment", leg, draw) < this.#settled),
        );
      if (open.length === 0) return;
      this.#tellRevenue(open);
      this.#settleMembers(leg, open);
      cartels.read("conflict-deaths", leg, open, now.conflict);
      if (round > 0) open = open.filter((draw) => !(now.conflict.moved(draw, conflict) < settled));
      if (migration === undefined || open.length === 0) return;
      conflict.set(open, (draw, k) => now.conflict.of(draw)[k]!);
      violence.setRatios(open, now.conflict, usual.conflict);
      migration.tell("logViolence", open, violence);
      open = open.filter((draw) => migration.hears(draw));
      if (open.length === 0) return;
      migration.carry(leg, open);
    }
  }

  /** Finds members and what they earn in turn, with what the rest of the system tells held. */
  #settleMembers(leg: number, draws: readonly number[]): void {
    const cartels = this.#cartels!;
    const { usual, now, before, members } = this.#lines;
    let open = draws;
    cartels.read("members", leg, open, now.members);
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      members.setRatios(open, now.members, usual.members);
      cartels.tell("logMembers", open, members);
      open = open.filter((draw) => cartels.hears(draw));
      if (open.length === 0) return;
      before.set(open, (draw, k) => now.members.of(draw)[k]!);
      cartels.carry(leg, open);
      cartels.read("members", leg, open, now.members);
      open = open.filter((draw) => !(now.members.moved(draw, before) < this.#settled));
    }
  }

  /** What cartels hear that does not change while a leg settles. */
  #tellStanding(leg: number, then: number, draws: readonly number[]): void {
    const cartels = this.#cartels!;
    const fentanyl = this.#fentanyl;
    const { usual, now, signal } = this.#lines;
    cartels.read("members", then, draws, usual.members);
    this.#readEarned(then, draws, usual);
    cartels.tell("revenueUsual", draws, usual.earned);
    if (fentanyl === undefined) return;
    fentanyl.read("fentanyl-scarcity", then, draws, usual.scarcity);
    fentanyl.read("fentanyl-scarcity", leg, draws, now.scarcity);
    signal.setRatios(draws, now.scarcity, usual.scarcity);
    cartels.tell("logScarcity", draws, signal);
    fentanyl.read("killed-within-per-member", leg, draws, signal);
    signal.set(draws, (draw, k) => finite(signal.of(draw)[k]!));
    cartels.tell("forcing", draws, signal);
  }

  #tellRevenue(draws: readonly number[]): void {
    const { usual, now, told, signal } = this.#lines;
    told.set(draws, (draw, k) => now.earned.of(draw)[k]!);
    signal.set(draws, (draw, k) => now.earned.of(draw)[k]! - usual.earned.of(draw)[k]!);
    this.#cartels!.tell("revenueChange", draws, signal);
  }

  /** What fentanyl and smuggling earn in a leg. */
  #readEarned(leg: number, draws: readonly number[], { earned }: Moment): void {
    const { fentanyl, smuggling } = this.#lines;
    this.#fentanyl?.read("fentanyl-export-revenue", leg, draws, fentanyl);
    this.#migration?.read("smuggling-revenue", leg, draws, smuggling);
    earned.set(draws, (draw, k) => {
      const sum = this.#fentanyl === undefined ? 0 : finite(fentanyl.of(draw)[k]! / WEEKS_PER_YEAR);
      return this.#migration === undefined ? sum : sum + finite(smuggling.of(draw)[k]!);
    });
  }
}

/** Moments at which parts hear of one another [week]. */
export function heardAt(work: { readonly scenarios: readonly Scenario[] }): number[] {
  const branch = branchOf(work);
  const end = Math.max(...work.scenarios.map(({ to }) => weekOf(to)));
  const orders = work.scenarios.flatMap(({ levers }) =>
    Object.values(levers).flatMap((list) =>
      list.flatMap((order) => [weekOf(order.from), weekOf(order.from) + order.over]),
    ),
  );
  return signalWeeks(branch, end, [branch, ...orders]);
}

/** What is read of the parts in one leg. */
interface Moment {
  readonly members: SignalLines;
  readonly conflict: SignalLines;
  readonly scarcity: SignalLines;
  readonly earned: SignalLines;
}
