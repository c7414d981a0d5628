import type { Dataset } from "../../data/dataset.ts";
import { Blocks } from "../../ensemble/blocks.ts";
import { type Leg, savePlaces } from "../../ensemble/leg.ts";
import { rowOf } from "../../ensemble/slots.ts";
import type { ModelDeclaration } from "../../model/declare.ts";
import { defineModel, type Model } from "../../model/model.ts";
import { specialised } from "../../model/specialise.ts";
import { COUPLINGS, type CouplingId } from "../../system/couplings.ts";
import { uncertaintiesIn } from "./sampler.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioLegs, usualOf } from "./scenario-legs.ts";
import type { ScenarioWork } from "./scenario-spec.ts";
import type { SignalLines } from "./signal-lines.ts";
import type { Subsystem } from "./subsystems.ts";

/** One part of the system in a run, with the legs that it is carried over. */
export interface OpenPart {
  readonly subsystem: Subsystem;
  readonly legs: readonly Leg[];
  readonly blocks: Blocks;
}

/** Signals that say what is usual and not what has changed. */
const STANDING = ["revenueUsual"];

/** A part of the system, what it tells and what it hears. */
export class CoupledPart implements OpenPart {
  readonly subsystem: Subsystem;
  readonly legs: Leg[];
  readonly blocks: Blocks;
  /** Whether anything that it hears differs, or has differed, from business as usual. [draw] */
  readonly #heard: boolean[] = [];
  readonly #weeks: readonly number[];
  readonly #saves: readonly number[];
  readonly #outputs: ReadonlyMap<string, number>;
  readonly #tables: ReadonlyMap<string, number>;
  /** Strengths of couplings that it has, and the row of each. */
  readonly #strengths: readonly Strength[];
  /** For every leg an earlier one that it does not differ from before it hears anything; itself where there is none. */
  #same: readonly number[];
  #scenarios: readonly Scenario[];
  readonly #drawn: ScenarioWork["drawn"][number];
  readonly #still: Float64Array;
  #first = 0;
  #count = 0;

  constructor(work: ScenarioWork, subsystem: Subsystem, index: number, weeks: readonly number[], dataset: Dataset) {
    this.subsystem = subsystem;
    this.legs = scenarioLegs(work, subsystem, weeks, dataset);
    this.#weeks = weeks;
    this.#scenarios = work.scenarios;
    this.#drawn = work.drawn[index]!;
    const { ids, values, latent } = this.#drawn;
    const { fixed } = uncertaintiesIn(subsystem, work.scenarios[0]!.parameters);
    // The strength of a coupling can be 0 in one leg and not in another, so it is a row whether it is uncertain or not.
    const strong = COUPLINGS.filter(({ strength }) => ids.includes(strength) || fixed.has(strength));
    const written = [...fixed].filter(([id]) => strong.every(({ strength }) => strength !== id));
    const open = [...subsystem.hears, ...(latent?.tables ?? []).map(({ id }) => id)];
    this.blocks = new Blocks(
      modelOnce(dataset, JSON.stringify([subsystem.id, [...weeks], written, open]), () =>
        specialised(subsystem.model, new Map(written), [...subsystem.outcomes, ...subsystem.tells], open),
      ),
      this.legs,
      (draw, lane, block) => {
        for (let k = 0; k < rows.length; k++) block[rows[k]! * lanes + lane] = values[draw * rows.length + k]!;
        for (let k = 0; k < paths.length; k++)
          block[paths[k]! * lanes + lane] = latent!.values[draw * paths.length + k]!;
      },
      { steps: subsystem.steps },
    );
    const { layout, lanes } = this.blocks;
    const rows = ids.map((id) => rowOf(layout, id));
    const paths = (latent?.tables ?? []).flatMap(({ id, knots }) => {
      const first = rowOf(layout, id);
      return Array.from({ length: knots }, (_, k) => first + k);
    });
    this.#strengths = strong.map(({ id, strength }) => ({
      id,
      row: rowOf(layout, strength),
      column: ids.indexOf(strength),
      value: fixed.get(strength) ?? 0,
    }));
    this.#outputs = new Map(layout.outputs.map(({ id }, o) => [id, o]));
    this.#tables = new Map(subsystem.hears.map((id) => [id, rowOf(layout, id)]));
    this.#saves = weeks.map(savePlaces(this.legs[1]!));
    this.#same = this.#sameLegs();
    this.#still = new Float64Array(weeks.length);
  }

  /** Puts another scenario in the place of the last; it must begin, end and order on the same dates. */
  replaceLast(work: ScenarioWork, dataset: Dataset): void {
    const last = work.scenarios.length;
    this.#scenarios = work.scenarios;
    this.legs[last] = scenarioLegs(work, this.subsystem, this.#weeks, dataset)[last]!;
    this.blocks.replan(last, this.legs[last]);
    this.#same = this.#sameLegs();
  }

  /** Takes up draws and carries their history. */
  open(first: number, count: number): void {
    this.#first = first;
    this.#count = count;
    this.blocks.open(first, count);
  }

  /** Carries draws of the batch anew with what they hear; the others stay as they are. */
  carry(leg: number, draws: readonly number[]): void {
    this.blocks.carry(leg, draws.length === this.#count ? undefined : draws);
  }

  /** Whether a draw hears, or has heard in this leg, anything that differs from business as usual. */
  hears(draw: number): boolean {
    return this.#heard[draw]!;
  }

  /** Carries a leg by what is ordered alone, with the couplings that its scenario has. */
  follow(leg: number): void {
    for (let i = 0; i < this.#count; i++) this.#heard[i] = false;
    for (const row of this.#tables.values()) for (let i = 0; i < this.#count; i++) this.blocks.set(i, row, this.#still);
    for (const { id, row } of this.#strengths)
      for (let i = 0; i < this.#count; i++) this.blocks.set(i, row, [this.strength(id, leg, i)]);
    if (this.#same[leg] === leg) this.blocks.carry(leg);
    else this.blocks.repeat(leg, this.#same[leg]!);
  }

  /** How strongly a coupling acts on a draw of the batch in a leg. */
  strength(coupling: CouplingId, leg: number, draw: number): number {
    const { column, value } = this.#strengths.find(({ id }) => id === coupling)!;
    if (this.#scenarios[leg - 1]!.without.includes(coupling)) return 0;
    const { ids, values } = this.#drawn;
    return column < 0 ? value : values[(this.#first + draw) * ids.length + column]!;
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

  /** What some draws tell at the moments of signals, written to the rows of `lines`. [draw, moment] */
  read(outcome: string, leg: number, draws: readonly number[], lines: SignalLines): void {
    const output = this.#outputs.get(outcome)!;
    for (const draw of draws) this.blocks.line(leg, draw, this.#saves, output, lines.of(draw));
  }

  /** Sets a signal of some draws. [draw, moment] */
  tell(signal: string, draws: readonly number[], lines: SignalLines): void {
    const row = this.#tables.get(`couplings.${signal}`)!;
    const standing = STANDING.includes(signal);
    for (const draw of draws) {
      const line = lines.of(draw);
      this.blocks.set(draw, row, line);
      if (!standing && line.some((value) => value !== 0)) this.#heard[draw] = true;
    }
  }
}

/** Models that parts were carried with last: whoever changes orders alone compiles nothing anew. */
const MODELS = new WeakMap<Dataset, Map<string, Model>>();
const KEPT = 8;

function modelOnce(dataset: Dataset, key: string, make: () => ModelDeclaration): Model {
  const models = MODELS.get(dataset) ?? new Map<string, Model>();
  MODELS.set(dataset, models);
  const model = models.get(key) ?? defineModel(make());
  models.delete(key);
  models.set(key, model);
  for (const old of [...models.keys()].slice(0, -KEPT)) models.delete(old);
  return model;
}

/** The strength of a coupling in the rows of a program. */
interface Strength {
  readonly id: CouplingId;
  readonly row: number;
  /** Its column among the values of the draws; −1 where it has a single value. */
  readonly column: number;
  readonly value: number;
}
