import { weekOf } from "../../data/calendar.ts";
import { savePlaces } from "../../ensemble/leg.ts";
import { evidence } from "../study/study-model.ts";
import { CoupledRun, heardAt } from "./coupled-run.ts";
import type { Lines, SimulateDocument } from "./document.ts";
import { drawnOf, gather, linesOf, partsOf, summedUp } from "./group-run.ts";
import { drawnAt, type Posterior } from "./posterior.ts";
import { simulateDocument, simulateSpec } from "./run-scenarios.ts";
import type { Scenario } from "./scenario.ts";
import { readChunk, readersOf, totalsOf } from "./scenario-job.ts";
import type { ScenarioSpec, ScenarioWork } from "./scenario-spec.ts";

/** Draws and moments of a session. */
export interface SessionOptions {
  readonly seed: number;
  /** They are carried at once. */
  readonly draws: number;
  /** Moments at which outcomes are read, rising [week]. */
  readonly weeks: readonly number[];
}

/** What a scenario gives, with the business as usual that it is held against. */
export interface SessionRun {
  readonly document: SimulateDocument;
  readonly usual: Readonly<Record<string, Lines>>;
}

/** One draw along the weeks of a session. */
export interface DrawnLines {
  /** By id of the outcome. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
  readonly usual: Readonly<Record<string, readonly number[]>>;
}

/** Runs that are open: what is ordered can change while history and business as usual stay as they were carried. */
interface Open {
  readonly key: string;
  readonly run: CoupledRun;
  /** Plans that have been laid in its memory. */
  laid: number;
}

/** A run is opened anew after so many changes: plans of orders stay in its memory. */
const MOST_LAID = 150;

/**
 * Scenarios one after another on the same draws, as fast as they can be answered: history is carried once, and a scenario that
 * orders on the same dates as the last branches from there. Answers are those of `simulateScenario`, bit for bit.
 */
export class ScenarioSession {
  readonly #posterior: readonly Posterior[];
  readonly #options: SessionOptions;
  #open: Open | undefined;

  constructor(posterior: readonly Posterior[], options: SessionOptions) {
    this.#posterior = posterior;
    this.#options = options;
  }

  /** Bands of a scenario, with what it changes. */
  async run(scenario: Scenario): Promise<SessionRun> {
    const { draws, weeks } = this.#options;
    const spec = simulateSpec(scenario, this.#options, weeks);
    const { work, run } = this.#carry(spec);
    const read = readersOf(work, run, draws);
    const parts = partsOf(this.#posterior);
    gather(parts, readChunk(read, 0, draws));
    const group = summedUp(spec, this.#posterior, parts, [totalsOf(read)]);
    return {
      document: await simulateDocument(scenario, spec, group, this.#options),
      usual: Object.fromEntries(
        group.subsystems.flatMap((of) =>
          of.subsystem.outcomes.map((outcome) => [outcome, linesOf(of, 0, outcome, weeks, "level")] as const),
        ),
      ),
    };
  }

  /** Every draw of a scenario by itself: outcomes along the weeks, in the order of the draws. */
  lines(scenario: Scenario): DrawnLines[] {
    const { draws, weeks } = this.#options;
    const { run } = this.#carry(simulateSpec(scenario, this.#options, weeks));
    const branch = weekOf(scenario.from);
    return Array.from({ length: draws }, (_, draw) => {
      const of = (leg: number) =>
        Object.fromEntries(
          run.parts.flatMap(({ subsystem, blocks, legs }) => {
            const [before, after] = [savePlaces(legs[0]!), savePlaces(legs[leg]!)];
            return subsystem.outcomes.map((outcome) => {
              const output = blocks.layout.outputs.findIndex(({ id }) => id === outcome);
              const at = (week: number) =>
                week < branch
                  ? blocks.output(0, draw, before(week), output)
                  : blocks.output(leg, draw, after(week), output);
              return [outcome, weeks.map(at)] as const;
            });
          }),
        );
      return { lines: of(2), usual: of(1) };
    });
  }

  #carry(spec: ScenarioSpec): { work: ScenarioWork; run: CoupledRun } {
    const { draws } = this.#options;
    const work: ScenarioWork = { ...spec, drawn: this.#posterior.map((of) => drawnOf(of, spec.scenarios[0]!)) };
    const last = spec.scenarios[1]!;
    const { from, to, parameters, couplings, without } = last;
    const key = JSON.stringify([from, to, Object.entries(parameters).sort(), couplings, without, heardAt(spec)]);
    if (this.#open?.key === key && this.#open.laid < MOST_LAID) {
      this.#open.laid++;
      this.#open.run.replaceLast(last, draws);
    } else {
      const run = new CoupledRun(work, evidence());
      run.run(0, draws);
      this.#open = { key, run, laid: 0 };
    }
    return { work, run: this.#open.run };
  }
}

/** One of the draws of a posterior by itself. */
export function oneDraw(posterior: readonly Posterior[], draws: number, draw: number): Posterior[] {
  return posterior.map((of) => drawnAt(of, draws, Uint32Array.of(draw)));
}

/**
 * The draw in the middle: among all draws the one whose last values are together nearest to the middle of those of all draws, by
 * rank. It is one of the draws, so that its line is a run and no summary.
 */
export function middleDraw(drawn: readonly DrawnLines[], outcomes: readonly string[]): number {
  const far = drawn.map(() => 0);
  for (const outcome of outcomes) {
    const last = drawn.map(({ usual }) => usual[outcome]!.at(-1)!);
    const order = [...last.keys()].sort((a, b) => last[a]! - last[b]! || a - b);
    order.forEach((draw, rank) => {
      far[draw]! += Math.abs((rank + 0.5) / drawn.length - 0.5);
    });
  }
  return far.indexOf(Math.min(...far));
}
