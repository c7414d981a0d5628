/**
 * The parts of the system from 2012 to 2030 with weekly outcomes, one thread: a draw of history and future, and a branch
 * 2024–2030 alone, as scenarios run them; against classical Runge–Kutta in quarter weeks and against the interpreter on the
 * same equations. Beside every row the largest error of an outcome that only grows, read month by month, against steps of an
 * eighth of a week.
 */
import { compile } from "../src/compile/compile.ts";
import { weekOf } from "../src/data/calendar.ts";
import { type Block, Carrier } from "../src/ensemble/carrier.ts";
import type { Leg, StepOptions } from "../src/ensemble/leg.ts";
import { parameterBlock } from "../src/ensemble/run.ts";
import type { ModelDeclaration } from "../src/model/declare.ts";
import { defineModel } from "../src/model/model.ts";
import { Sampler } from "../src/studies/scenarios/sampler.ts";
import { SUBSYSTEM_IDS, type Subsystem, subsystemOf } from "../src/studies/scenarios/subsystems.ts";
import { evidence } from "../src/studies/study/study-model.ts";
import { elapsed, measure, type Timing } from "./measure.ts";

const FROM = weekOf("2024-01-01");
const TO = weekOf("2030-01-01");
const LANES = 4;
const GROWS = { cartels: "killed-so-far", fentanyl: "synthetic-opioid-deaths-so-far", migration: "encounters-so-far" };
const weeks = (from: number, to: number) =>
  Float64Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, i) => Math.ceil(from) + i);
const months = Array.from({ length: 18 * 12 + 1 }, (_, i) =>
  weekOf(`${2012 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01`),
);
const LEGS: readonly Leg[] = [
  { t0: 0, t1: FROM, save: weeks(0, FROM) },
  { t0: FROM, t1: TO, save: weeks(FROM, TO) },
];
/** What weighing and scenarios read: a few moments. */
const FEW: readonly Leg[] = [
  { t0: 0, t1: FROM, save: [FROM] },
  { t0: FROM, t1: TO, save: ["2024-07-01", "2025-01-01", "2027-01-01", "2030-01-01"].map((date) => weekOf(date)) },
];
const MONTHLY: readonly Leg[] = [
  { t0: 0, t1: FROM, save: months.filter((week) => week <= FROM) },
  { t0: FROM, t1: TO, save: months.filter((week) => week >= FROM) },
];
const GOLDEN: StepOptions = { step: 0.25, tolerance: Number.POSITIVE_INFINITY, landOnKnots: false };

interface Way {
  readonly model: ModelDeclaration;
  readonly tableau: string;
  readonly backend: "wasm" | "interpret";
  readonly lanes: number;
  readonly steps: StepOptions;
}

function carrierOf({ model, tableau, backend, lanes, steps }: Way, legs: readonly Leg[]) {
  const program = compile(defineModel(model), { tableau, backend, lanes });
  return { program, carrier: new Carrier(program, legs, steps) };
}

/** Months of an outcome that only grows, at central values. */
function monthly(way: Way, outcome: string): number[] {
  const { program, carrier } = carrierOf(way, MONTHLY);
  const block: Block = { count: 1, parameters: parameterBlock(program, way.lanes) };
  const history = carrier.carry(0, [block]);
  const future = carrier.carry(1, [block], history);
  const at = program.layout.outputs.findIndex(({ id }) => id === outcome);
  const width = program.layout.outputs.length * way.lanes;
  return [history, future].flatMap(([carried], leg) => {
    const values = Array.from(MONTHLY[leg]!.save, (_, i) => carried!.outputs[i * width + at * way.lanes]!);
    return values.slice(1).map((value, i) => value - values[i]!);
  });
}

const worst = (found: readonly number[], reference: readonly number[]) =>
  Math.max(...found.map((value, i) => Math.abs(value / reference[i]! - 1)));

let [whole, branch, wholeFew, branchFew] = [0, 0, 0, 0];
for (const id of SUBSYSTEM_IDS) {
  const subsystem: Subsystem = subsystemOf(id, evidence());
  const started = performance.now();
  const sampler = new Sampler(subsystem, { draws: 256, seed: 1, parameters: {} });
  const sampling = performance.now() - started;
  const way: Way = { model: sampler.model, tableau: "tsit5", backend: "wasm", lanes: LANES, steps: subsystem.steps };
  const golden: Way = { ...way, model: subsystem.model, tableau: "rk4", steps: GOLDEN };
  const { program, carrier } = carrierOf(way, LEGS);
  const slow = carrierOf(golden, LEGS);
  const few = carrierOf(way, FEW).carrier;
  // Sixteen blocks of draws as the sampler gives them.
  const blocks = Array.from({ length: 16 }, (_, b): Block => {
    const parameters = parameterBlock(program, LANES);
    for (let lane = 0; lane < LANES; lane++)
      sampler.draw(b * LANES + lane).values.forEach((value, i) => {
        const slot = program.layout.parameters.find((candidate) => candidate.id === sampler.ids[i])!;
        parameters[slot.offset * LANES + lane] = value;
      });
    return { count: LANES, parameters };
  });
  const one: Block = { count: LANES, parameters: parameterBlock(slow.program, LANES) };
  const draws = blocks.length * LANES;
  const history = carrier.carry(0, blocks);
  const fewHistory = few.carry(0, blocks);
  const [rk4, drawn, branched, drawnFew, branchedFew] = measure(
    [
      { name: "RK4", draws: LANES, batch: () => void slow.carrier.carry(1, [one], slow.carrier.carry(0, [one])) },
      { name: "drawn", draws, batch: () => void carrier.carry(1, blocks, carrier.carry(0, blocks)) },
      { name: "branch", draws, batch: () => void carrier.carry(1, blocks, history) },
      { name: "drawn, few moments", draws, batch: () => void few.carry(1, blocks, few.carry(0, blocks)) },
      { name: "branch, few moments", draws, batch: () => void few.carry(1, blocks, fewHistory) },
    ],
    { rounds: 9, warmUp: 1 },
  ) as [Timing, Timing, Timing, Timing, Timing];
  const walked = carrierOf({ ...way, backend: "interpret", lanes: 1 }, LEGS);
  const single: Block = { count: 1, parameters: parameterBlock(walked.program, 1) };
  const interpreted =
    1000 * elapsed(() => void walked.carrier.carry(1, [single], walked.carrier.carry(0, [single])), 1);
  const reference = monthly(
    { ...golden, tableau: "tsit5", steps: { ...GOLDEN, step: 0.125, landOnKnots: true } },
    GROWS[id],
  );
  whole += drawn.median;
  branch += branched.median;
  wholeFew += drawnFew.median;
  branchFew += branchedFew.median;
  console.log(
    `${id.padEnd(10)} ${drawn.median.toFixed(0).padStart(6)} µs a draw 2012–2030 (largest error of a month ${worst(monthly(way, GROWS[id]), reference).toExponential(1)}), ` +
      `${branched.median.toFixed(0)} µs a branch 2024–2030; read at a few moments ${drawnFew.median.toFixed(0)} and ${branchedFew.median.toFixed(0)} µs; RK4 in quarter weeks ${rk4.median.toFixed(0)} µs, ${drawn.ratio.toFixed(1)} times; ` +
      `interpreter ${(interpreted / drawn.median).toFixed(0)} times; sampler ready after ${sampling.toFixed(0)} ms`,
  );
}
console.log(
  `whole system ${(whole / 1000).toFixed(2)} ms a draw 2012–2030, ${(branch / 1000).toFixed(2)} ms a branch; read at a few moments ${(wholeFew / 1000).toFixed(2)} and ${(branchFew / 1000).toFixed(2)} ms`,
);
