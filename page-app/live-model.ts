import { Carrier, compile, defineModel, type LiveSettings, parameterBlock } from "../src/index.ts";

/** Factors of the parameters that the sliders stand for, by id. */
export type Factors = Readonly<Record<string, number>>;

/** One outcome of one run, beside business as usual. [save] */
export interface LiveLine {
  readonly set: Float64Array;
  readonly usual: Float64Array;
}

/** Lines by outcome id. */
export type LiveRun = Readonly<Record<string, LiveLine>>;

/** The run that is set, and business as usual beside it. */
const LANES = 2;

/** The core, compiled in place and brought to the anchor once; every run branches off from there. */
export class LiveModel {
  readonly #settings: LiveSettings;
  readonly #carrier: Carrier;
  readonly #central: Float64Array;
  readonly #start: ReturnType<Carrier["carry"]>;

  constructor(settings: LiveSettings) {
    const { anchor, save, step } = settings;
    const program = compile(defineModel(settings.model), { lanes: LANES });
    this.#settings = settings;
    this.#carrier = new Carrier(
      program,
      [
        { t0: 0, t1: anchor, save: [anchor] },
        { t0: anchor, t1: save[save.length - 1] ?? anchor, save },
      ],
      { step },
    );
    this.#central = parameterBlock(program, LANES);
    this.#start = this.#carrier.carry(0, [{ count: LANES, parameters: this.#central }]);
  }

  /** Runs on from the anchor with the parameters multiplied in the first lane. */
  run(factors: Factors): LiveRun {
    const { layout } = this.#carrier.program;
    const parameters = this.#central.slice();
    for (const { id, offset } of layout.parameters) {
      const factor = factors[id];
      if (factor !== undefined) parameters[offset * LANES] = (parameters[offset * LANES] ?? 0) * factor;
    }
    const [block] = this.#carrier.carry(1, [{ count: LANES, parameters }], this.#start);
    if (block === undefined || block.status.some((status) => status !== "ok"))
      throw new Error(`the run ended with ${block?.status.join(", ")}`);
    const names = layout.outputs.length;
    const line = (outcome: number, lane: number) =>
      Float64Array.from(
        this.#settings.save,
        (_, i) => block.outputs[(i * names + outcome) * LANES + lane] ?? Number.NaN,
      );
    return Object.fromEntries(
      this.#settings.outcomes.map(({ id }) => {
        const outcome = layout.outputs.findIndex((output) => output.id === id);
        return [id, { set: line(outcome, 0), usual: line(outcome, 1) }];
      }),
    );
  }
}
