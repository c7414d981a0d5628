/**
 * Ensembles of the core over ten years from its priors, summed up at the end of every year: draws a second with one and
 * with two workers, the speed-up between them, and the memory of a million draws beside that of ten thousand.
 */
import { availableParallelism } from "node:os";
import { coreModel, evidence, publishedNetwork, type Results, simulate, workerThreads } from "../src/node.ts";

const WEEKS_A_YEAR = 52;
const experiment = (draws: number) => ({
  model: coreModel(evidence(), publishedNetwork()),
  design: { kind: "sobol", draws, seed: 1 } as const,
  legs: [{ t0: 0, t1: 10 * WEEKS_A_YEAR, save: Float64Array.from({ length: 11 }, (_, year) => year * WEEKS_A_YEAR) }],
  steps: { step: 52 },
});

async function seconds(draws: number, workers: number): Promise<{ time: number; results: Results }> {
  const started = performance.now();
  const results = await simulate(experiment(draws), { workers, spawner: workerThreads() });
  return { time: (performance.now() - started) / 1000, results };
}

/** Largest resident memory of the process so far [MB]. */
const memory = () => process.resourceUsage().maxRSS / 1024;

const DRAWS = 400_000;
await seconds(10_000, 1);
const after = { small: memory(), large: 0 };
// One and two workers in turn, so that whatever else the machine does meets both alike.
const times: { one: number; two: number }[] = [];
for (let i = 0; i < 3; i++) {
  const one = await seconds(DRAWS, 1);
  const two = await seconds(DRAWS, 2);
  const cell = one.results.cell(0, "members", 10);
  if (one.results.quantile(cell, 0.5) !== two.results.quantile(cell, 0.5)) throw new Error("workers change the answer");
  times.push({ one: one.time, two: two.time });
}
times.sort((a, b) => a.one / a.two - b.one / b.two);
const { one, two } = times[1]!;
console.log(
  `ensembles of the core, ten years, ${DRAWS.toLocaleString("en-US")} draws, ${availableParallelism()} cores`,
);
console.log(`1 worker   ${((one * 1e6) / DRAWS).toFixed(1)} µs a draw, sampling and sums included`);
console.log(
  `2 workers  ${((two * 1e6) / DRAWS).toFixed(1)} µs a draw, ${(one / two).toFixed(2)}× one (median of three pairs)`,
);
const million = await seconds(1_000_000, Math.min(2, availableParallelism()));
after.large = memory();
const failed = 1_000_000 - (million.results.byStatus.ok ?? 0);
console.log(
  `1,000,000 draws in ${million.time.toFixed(1)} s, ${failed} failed; ${after.large.toFixed(0)} MB resident at most, ` +
    `${after.small.toFixed(0)} MB after 10,000 draws`,
);
