/**
 * The cartel core over ten years with every outcome every week, one thread: plain TypeScript against the compiled model.
 * No row without its error: the largest difference from Tsit5 with steps of one week, over all draws, weeks and outcomes,
 * as a share of the value or of one person (a week), whichever is larger.
 */
import {
  compile,
  coreModel,
  defineModel,
  evidence,
  type Program,
  plainCore,
  plainNetwork,
  planOf,
  publishedNetwork,
  type Runner,
} from "../src/index.ts";
import { type Candidate, elapsed, measure, median, table } from "./measure.ts";

const WEEKS = 520;
/** Draws of a batch; every number of lanes divides it. */
const DRAWS = 8;
const SAVE = Float64Array.from({ length: WEEKS + 1 }, (_, week) => week);
const network = publishedNetwork();
const dataset = evidence();
const declaration = coreModel(dataset, network);
/** From declaration to running code [ms]. */
const compilation = () => elapsed(() => compile(defineModel(declaration)).runner(), 1);
// Before anything has warmed up.
const firstCompilation = compilation();
const model = defineModel(declaration);

const NAMES = ["recruitment", "incapacitation", "conflict", "saturation", "initialMembers"] as const;
type CoreName = (typeof NAMES)[number];

/** Draw `draw` of a parameter: within ten per cent of its published value, spread by the golden ratio; none collapses. */
function drawn(name: CoreName, draw: number): number {
  const share = ((draw + 1) * (NAMES.indexOf(name) + 1) * 0.618033988749895) % 1;
  return dataset.parameter(name).value * (0.9 + 0.2 * share);
}

/** Outcomes of a block of draws. */
type Values = (draw: number, week: number, outcome: string) => number;
const OUTCOMES = ["members", "recruits", "arrests", "conflict-deaths", "departures"] as const;

interface Entry extends Candidate {
  readonly values: () => Values;
}

function compiled(tableau: string, step: number, lanes: number, backend: "wasm" | "interpret" = "wasm"): Entry {
  const program = compile(model, { tableau, lanes, backend });
  const runner = program.runner();
  const plan = runner.prepare(planOf({ t0: 0, t1: WEEKS, step, save: SAVE }));
  // The oracle is slow: one block is enough.
  const draws = backend === "wasm" ? DRAWS : lanes;
  const block = (first: number) => {
    fill(program, runner, first);
    return runner.run(plan);
  };
  return {
    name: `${backend} ${tableau} h = ${step}, ${lanes} lanes`,
    draws,
    batch: () => {
      for (let first = 0; first < draws; first += lanes) block(first);
    },
    values: () => {
      const blocks = Array.from({ length: draws / lanes }, (_, i) => block(i * lanes).outputs.slice());
      const { outputs } = program.layout;
      return (draw, week, outcome) => {
        const row = week * outputs.length + outputs.findIndex(({ id }) => id === outcome);
        return blocks[Math.floor(draw / lanes)]![row * lanes + (draw % lanes)]!;
      };
    },
  };
}

function fill({ layout }: Program, { parameters, lanes }: Runner, first: number): void {
  for (const { id, offset } of layout.parameters)
    for (let lane = 0; lane < lanes; lane++)
      parameters[offset * lanes + lane] = NAMES.includes(id as CoreName)
        ? drawn(id as CoreName, first + lane)
        : layout.central[offset]!;
}

function plain(): Entry {
  const flat = plainNetwork(network);
  const { values: share } = declaration.modules[0]!.inputs!.initialShare!;
  const run = (draw: number) => {
    const [recruitment, incapacitation, conflict, saturation, initial] = NAMES.map((name) => drawn(name, draw));
    const parameters = {
      recruitment: recruitment!,
      incapacitation: incapacitation!,
      conflict: conflict!,
      saturation: saturation!,
    };
    return plainCore(
      flat,
      Float64Array.from(share, (part) => part * initial!),
      () => parameters,
      WEEKS,
    );
  };
  return {
    name: "plain TypeScript rk4 h = 1",
    draws: 1,
    batch: () => void run(0),
    values: () => {
      const runs = Array.from({ length: DRAWS }, (_, draw) => run(draw));
      return (draw, week, outcome) => {
        const { members, recruits, arrests, deaths, departures } = runs[draw]!;
        return { members, recruits, arrests, "conflict-deaths": deaths, departures }[outcome]![week]!;
      };
    },
  };
}

/** Largest difference from the reference over draws, weeks and some outcomes; NaN wins. */
function worst(values: Values, reference: Values, draws: number, outcomes: readonly string[]): number {
  let largest = 0;
  for (let draw = 0; draw < draws; draw++)
    for (let week = 0; week <= WEEKS; week++)
      for (const outcome of outcomes) {
        const right = reference(draw, week, outcome);
        const error = Math.abs(values(draw, week, outcome) - right) / Math.max(1, Math.abs(right));
        if (!(error <= largest)) largest = error;
      }
  return largest;
}

const entries = [
  plain(),
  ...[2, 4, 8].flatMap((lanes) => [
    compiled("tsit5", 13, lanes),
    compiled("tsit5", 26, lanes),
    compiled("tsit5", 52, lanes),
    compiled("rk4", 13, lanes),
    compiled("rk4", 26, lanes),
    compiled("rk4", 52, lanes),
  ]),
  compiled("rk4", 1, 4),
  compiled("tsit5", 13, 4, "interpret"),
];
const reference = compiled("tsit5", 1, 4).values();
const errors = entries.map(({ values, draws, name }) => {
  const got = values();
  const count = name.startsWith("interpret") ? draws : DRAWS;
  return [worst(got, reference, count, ["members"]), worst(got, reference, count, OUTCOMES)] as const;
});
const timings = measure(entries);
const rows = timings.map(({ name, median, min, ratio }, i) => [
  name,
  median.toFixed(1),
  min.toFixed(1),
  `${ratio.toFixed(2)}×`,
  ...errors[i]!.map((error) => error.toExponential(1)),
]);
console.log(
  `ten years of the core, ${network.groups.length} groups, ${SAVE.length} save points, Node ${process.version}, one thread`,
);
console.log(table(["µs a draw", "median", "least", "faster", "error members", "error outcomes"], rows));

const compilations = Array.from({ length: 21 }, compilation);
console.log(
  `\nfrom declaration to running code: first in the process ${firstCompilation.toFixed(1)} ms, ` +
    `later median ${median(compilations).toFixed(1)} ms, least ${Math.min(...compilations).toFixed(1)} ms`,
);
