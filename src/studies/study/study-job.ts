import type { Network } from "../../data/network.ts";
import { Blocks } from "../../ensemble/blocks.ts";
import type { Carried, Status } from "../../ensemble/carrier.ts";
import { designOf } from "../../ensemble/designs/index.ts";
import type { Job } from "../../ensemble/job.ts";
import { ParameterDraws, type Uncertainty } from "../../ensemble/parameter-draws.ts";
import { CHUNK } from "../../ensemble/simulate.ts";
import { rowOf } from "../../ensemble/slots.ts";
import { Tally, type TallyData } from "../../ensemble/tally.ts";
import { parseDistribution } from "../../math/distributions/index.ts";
import { fillUniform, keyFromSeed, subkey } from "../../math/random.ts";
import { normalQuantile } from "../../math/special.ts";
import { defineModel } from "../../model/model.ts";
import { COLUMNS, columnAt, DRAWN, type DrawnId, OUTCOMES } from "./columns.ts";
import { NetworkSampler } from "./network-sampler.ts";
import { Observation, observationParameters, observedYears, wholeWeight } from "./observation.ts";
import { coreModel, evidence, publishedNetwork } from "./study-model.ts";
import { bandPoints, SCENARIOS, STEP, saveAt, studyLegs, YEARS } from "./timeline.ts";

/** One ensemble: how many draws, from which priors. */
export interface EnsembleSpec {
  readonly draws: number;
  /** Prior in text form, or a single value, of everything that is drawn. */
  readonly priors: Readonly<Record<DrawnId, string | number>>;
}

/** The ensembles of a study, run one after the other by the same workers. */
export interface StudySpec {
  readonly seed: number;
  readonly ensembles: readonly EnsembleSpec[];
  /** Whether bands along the years are wanted of the first ensemble. */
  readonly bands: boolean;
}

/** One chunk of draws. */
export interface StudyPart {
  /** Position of its ensemble in the study. */
  readonly ensemble: number;
  readonly first: number;
  readonly count: number;
  /** [draw, column]; NaN for what a failed draw has not. */
  readonly rows: Float64Array;
  /** [draw] */
  readonly status: readonly Status[];
  /** Week at which a draw that did not go through ended. [draw] */
  readonly at: Float64Array;
}

/** Bins of the bands are 2^−8 of a value wide. */
export const BAND_PRECISION = 8;
/** Persons, or persons a week, below which a band reads zero. */
export const BAND_SMALLEST = 1;
/** Share of homicides and missing at which the prior of `conflict` is stated; the prior moves in proportion to the share. */
export const SHARE_OF_PRIOR = 0.1;

/** Cells of the bands: by leg, then outcome, then point. */
export function bandCells(): { leg: number; outcome: number; save: number }[] {
  return studyLegs().flatMap((leg, l) => {
    const points = bandPoints(leg);
    return OUTCOMES.flatMap((_, outcome) => points.map((save) => ({ leg: l, outcome, save })));
  });
}

/** The work of the main study, for the registry of workers. */
export const studyJob: Job<StudySpec, StudyPart, TallyData> = {
  name: "study",
  open: (spec) => {
    const dataset = evidence();
    const network = publishedNetwork();
    const legs = studyLegs();
    const fillers = spec.ensembles.map((ensemble) => new StudyFiller(ensemble, spec.seed, network));
    let filler = fillers[0]!;
    const blocks = new Blocks(
      defineModel(coreModel(dataset, network, { perDraw: true })),
      legs,
      (draw, lane, parameters) => filler.fill(draw, lane, parameters, places, blocks.lanes),
      { steps: { step: STEP } },
    );
    const places = DRAWN.slice(0, 5).map((id) => rowOf(blocks.layout, id));
    places.push(...["initialShare", "alliance", "rivalry"].map((name) => rowOf(blocks.layout, `cartels.${name}`)));
    const observation = new Observation(observedYears(dataset), observationParameters(dataset));
    const reader = new StudyReader(blocks, observation);
    const cells = spec.bands ? bandCells() : [];
    const outputs = OUTCOMES.map(({ id }) => blocks.layout.outputs.findIndex((output) => output.id === id));
    const names = blocks.layout.outputs.length;
    const tally = new Tally(cells.length, BAND_PRECISION, BAND_SMALLEST);
    const likelihood = columnAt("log_likelihood");
    return {
      run: (chunk) => {
        const { ensemble, first, count } = chunkOf(spec, chunk);
        filler = fillers[ensemble]!;
        const banded = ensemble === 0 ? cells : [];
        const rows = new Float64Array(count * COLUMNS.length);
        const at = new Float64Array(count);
        const status: Status[] = [];
        blocks.run(first, count, (draw, lane, carried) => {
          const row = rows.subarray((draw - first) * COLUMNS.length, (draw - first + 1) * COLUMNS.length);
          row.set(filler.values(draw));
          const failed = carried.find((leg) => leg.status[lane] !== "ok");
          status.push(failed?.status[lane] ?? "ok");
          at[draw - first] = failed?.at[lane] ?? Number.NaN;
          if (failed !== undefined) {
            row.fill(Number.NaN, DRAWN.length);
            return;
          }
          reader.read(lane, carried, row);
          const weight = wholeWeight(row[likelihood]!);
          for (let cell = 0; cell < banded.length; cell++) {
            const { leg, outcome, save } = banded[cell]!;
            tally.add(cell, carried[leg]!.outputs[(save * names + outputs[outcome]!) * blocks.lanes + lane]!, weight);
          }
        });
        return { ensemble, first, count, rows, status, at };
      },
      close: () => tally.data(),
    };
  },
};

/** Chunks of all ensembles together. */
export function chunksOf(spec: StudySpec): number {
  return spec.ensembles.reduce((sum, { draws }) => sum + Math.ceil(draws / CHUNK), 0);
}

/** The ensemble that a chunk belongs to, and its draws. */
function chunkOf(spec: StudySpec, chunk: number): { ensemble: number; first: number; count: number } {
  let left = chunk;
  for (const [ensemble, { draws }] of spec.ensembles.entries()) {
    const own = Math.ceil(draws / CHUNK);
    if (left < own) return { ensemble, first: left * CHUNK, count: Math.min(CHUNK, draws - left * CHUNK) };
    left -= own;
  }
  throw new Error(`no chunk ${chunk}`);
}

/** Draws parameters and a network, a pure function of seed and draw. */
class StudyFiller {
  readonly #draws: ParameterDraws;
  readonly #fixed: Float64Array;
  /** Position in `DRAWN` of every uncertain number. */
  readonly #uncertain: readonly number[];
  /** Numbers of every draw of a chunk. */
  readonly #drawn: Float64Array[] = [];
  readonly #sampler: NetworkSampler;
  readonly #uniform: Float64Array;
  readonly #normal: Float64Array;
  readonly #keys;

  constructor(spec: EnsembleSpec, seed: number, network: Network) {
    this.#fixed = Float64Array.from(DRAWN, (id) => {
      const prior = spec.priors[id];
      return typeof prior === "number" ? prior : Number.NaN;
    });
    const uncertain: Uncertainty[] = DRAWN.flatMap((id) => {
      const prior = spec.priors[id];
      return typeof prior === "number" ? [] : [{ id, prior: parseDistribution(prior) }];
    });
    this.#uncertain = uncertain.map(({ id }) => DRAWN.indexOf(id as DrawnId));
    const design = designOf(
      { kind: "latin-hypercube", draws: spec.draws, seed },
      uncertain.map(({ id }) => id),
    );
    this.#draws = new ParameterDraws(uncertain, design);
    this.#sampler = new NetworkSampler(network);
    this.#uniform = new Float64Array(this.#sampler.ties);
    this.#normal = new Float64Array(this.#sampler.groups);
    const key = keyFromSeed(seed);
    this.#keys = { ties: subkey(key, "ties"), order: subkey(key, "order") };
  }

  /** The numbers of a draw of the chunk that was filled last, in the order of `DRAWN`. */
  values(draw: number): Float64Array {
    return this.#drawn[draw % CHUNK]!;
  }

  /** Writes the core's five numbers, then the columns of the network. */
  fill(draw: number, lane: number, parameters: Float64Array, places: readonly number[], lanes: number): void {
    this.#drawn[draw % CHUNK] ??= new Float64Array(DRAWN.length);
    const row = this.#drawn[draw % CHUNK]!;
    row.set(this.#fixed);
    const drawn = this.#draws.draw(draw);
    this.#uncertain.forEach((place, i) => {
      row[place] = drawn[i]!;
    });
    row[DRAWN.indexOf("conflict")]! *= row[DRAWN.indexOf("homicideShare")]! / SHARE_OF_PRIOR;
    for (let i = 0; i < 5; i++) parameters[places[i]! * lanes + lane] = row[i]!;
    fillUniform(this.#keys.ties, draw, 0, this.#uniform);
    fillUniform(this.#keys.order, draw, 0, this.#normal);
    for (let i = 0; i < this.#normal.length; i++) this.#normal[i] = normalQuantile(this.#normal[i]!);
    const [rankExponent, orderNoise, tieRetention] = row.subarray(6);
    const { share, alliance, rivalry } = this.#sampler.draw(
      { rankExponent: rankExponent!, orderNoise: orderNoise!, tieRetention: tieRetention! },
      this.#uniform,
      this.#normal,
    );
    for (const [i, column] of [share, alliance, rivalry].entries()) {
      const place = places[5 + i]!;
      for (let row = 0; row < column.length; row++) parameters[(place + row) * lanes + lane] = column[row]!;
    }
  }
}

/** Reads the numbers of a draw off its legs. */
class StudyReader {
  readonly #lanes: number;
  readonly #names: number;
  readonly #saves: readonly number[];
  readonly #reads: readonly { column: number; leg: number; save: number; output: number }[];
  readonly #edges: readonly number[];
  readonly #killed: number;
  readonly #balance: readonly number[];
  readonly #members: { readonly output: number; readonly offset: number; readonly length: number };
  readonly #observation: Observation;
  readonly #deaths = new Float64Array(YEARS.length);

  constructor(blocks: Blocks, observation: Observation) {
    const { outputs, stocks } = blocks.layout;
    const legs = studyLegs();
    const output = (id: string) => outputs.findIndex((candidate) => candidate.id === id);
    this.#lanes = blocks.lanes;
    this.#names = outputs.length;
    this.#saves = legs.map(({ save }) => save.length);
    this.#observation = observation;
    this.#reads = COLUMNS.flatMap(({ kind, outcome = "", at = "", scenario }, column) => {
      if (kind === "estimate") return [{ column, leg: 0, save: saveAt(legs[0]!, at), output: output(outcome) }];
      if (kind === "start") return [{ column, leg: 1, save: 0, output: output(outcome) }];
      if (kind !== "end") return [];
      const leg = 1 + SCENARIOS.findIndex(({ id }) => id === scenario);
      return [{ column, leg, save: legs[leg]!.save.length - 1, output: output(outcome) }];
    });
    this.#edges = [...YEARS, YEARS[YEARS.length - 1]! + 1].map((year) => saveAt(legs[0]!, `${year}-01-01`));
    this.#killed = output("killed-so-far");
    this.#balance = ["recruited-so-far", "arrested-so-far", "killed-so-far", "departed-so-far"].map(output);
    const slot = stocks.find(({ id }) => id === "cartels.members")!;
    this.#members = { output: output("members"), offset: slot.offset, length: slot.length };
  }

  read(lane: number, legs: readonly Carried[], row: Float64Array): void {
    const value = (leg: number, save: number, output: number) =>
      legs[leg]!.outputs[(save * this.#names + output) * this.#lanes + lane]!;
    for (const { column, leg, save, output } of this.#reads) row[column] = value(leg, save, output);
    const fit = columnAt(`conflict_deaths_in_${YEARS[0]}`);
    for (let i = 0; i < YEARS.length; i++) {
      this.#deaths[i] = value(0, this.#edges[i + 1]!, this.#killed) - value(0, this.#edges[i]!, this.#killed);
      row[fit + i] = this.#deaths[i]!;
    }
    row[columnAt("log_likelihood")] = this.#observation.logLikelihood(
      this.#deaths,
      row[DRAWN.indexOf("homicideShare")]!,
    );
    row[columnAt("conservation_residual")] = this.#residual(value);
    row[columnAt("lowest_size")] = this.#lowest(legs, lane);
  }

  /** Worst difference of members and the sum of all that came and went, as a share of what was moved. */
  #residual(value: (leg: number, save: number, output: number) => number): number {
    const [recruited, arrested, killed, departed] = this.#balance as [number, number, number, number];
    const start = value(0, 0, this.#members.output);
    let worst = 0;
    for (let leg = 0; leg < this.#saves.length; leg++)
      for (let save = 0; save < this.#saves[leg]!; save++) {
        const came = value(leg, save, recruited);
        const went = value(leg, save, arrested) + value(leg, save, killed) + value(leg, save, departed);
        const residual = Math.abs(value(leg, save, this.#members.output) - start - came + went) / (start + came);
        // A residual that is no number is the worst of all.
        if (!(residual <= worst)) worst = Number.isNaN(residual) ? Number.POSITIVE_INFINITY : residual;
      }
    return worst;
  }

  /** Smallest size of a group at the end of any leg [person]. */
  #lowest(legs: readonly Carried[], lane: number): number {
    const { offset, length } = this.#members;
    let lowest = Number.POSITIVE_INFINITY;
    for (const { state } of legs)
      for (let i = 0; i < length; i++) lowest = Math.min(lowest, state[(offset + i) * this.#lanes + lane]!);
    return lowest;
  }
}
