import { describe, expect, it } from "vitest";
import { BLAST, STORE, TOWN, townPeople } from "../../test/fixtures/small-models.ts";
import { type FromWorker, type Spawner, serve } from "./job.ts";
import { Cancelled, runJob } from "./pool.ts";
import { type DrawRows, type Experiment, type Results, simulate, simulateJob } from "./simulate.ts";

/** Workers in this thread that answer late and out of order. */
function slowWorkers(): Spawner {
  let spawned = 0;
  return () => {
    const place = spawned++;
    let handler: (message: FromWorker) => void = () => {};
    const answer = serve([simulateJob], (message) => {
      setTimeout(() => handler(message), place === 0 ? 4 : 0);
    });
    return {
      post: (message) => void setTimeout(() => answer(message), 0),
      onMessage: (given) => {
        handler = given;
      },
      onFailure: () => {},
      stop: () => {},
    };
  };
}

const town: Experiment = {
  model: TOWN,
  design: { kind: "monte-carlo", draws: 1500, seed: 11 },
  legs: [
    { t0: 0, t1: 100, save: [0, 50, 100] },
    { t0: 100, t1: 150, save: [150] },
    { t0: 100, t1: 150, save: [150], schedules: { "town.rateFactor": { t: [100], value: [0] } } },
  ],
  steps: { step: 5 },
};

function digits(results: Results): unknown {
  return results.cells.map((_, i) => [
    results.mean(i),
    results.variance(i),
    results.quantile(i, 0.05),
    results.quantile(i, 0.5),
    results.quantile(i, 0.95),
    results.exceedance(i, 300),
  ]);
}

describe("simulate", () => {
  it("gives the same bytes for 1, 2 and 4 workers", async () => {
    const alone = digits(await simulate(town));
    for (const workers of [2, 4])
      expect(digits(await simulate(town, { workers, spawner: slowWorkers() }))).toEqual(alone);
  });

  it("sums up what its draws say", async () => {
    const rows: DrawRows[] = [];
    const results = await simulate(town, { onDraws: (part) => void rows.push(part) });
    expect(rows.map(({ first }) => first)).toEqual([0, 256, 512, 768, 1024, 1280]);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(1500);
    const cell = results.cell(0, "people", 2);
    expect(results.cells[cell]).toMatchObject({ leg: 0, outcome: "people", week: 100 });
    const values: number[] = [];
    for (const part of rows)
      for (let i = 0; i < part.count; i++) {
        const [rate, capacity] = part.parameters.subarray(i * part.parameterIds.length);
        const value = part.outcomes[i * results.cells.length + cell]!;
        expect(Math.abs(value / townPeople(100, rate, capacity) - 1)).toBeLessThan(1e-5);
        values.push(value);
      }
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(results.mean(cell)).toBeCloseTo(mean, 8);
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(results.variance(cell) / variance - 1)).toBeLessThan(1e-10);
    values.sort((a, b) => a - b);
    expect(Math.abs(results.quantile(cell, 0.5) / values[749]! - 1)).toBeLessThan(2 ** -8);
    const halted = results.cell(2, "people", 0);
    expect(results.quantile(halted, 0.5)).toBe(results.quantile(cell, 0.5));
  });

  it("counts every draw by status and keeps one that can be run again", async () => {
    const store = await simulate({
      model: STORE,
      design: { kind: "latin-hypercube", draws: 300, seed: 1 },
      legs: [{ t0: 0, t1: 50, save: [50] }],
    });
    // Empty within 50 weeks where the rate, uniform on 1 to 4, is above 2.
    expect(store.byStatus).toEqual({ ok: 100, collapsed: 200 });
    expect(store.example).toBeUndefined();
    const experiment: Experiment = {
      model: BLAST,
      design: { kind: "sobol", draws: 256, seed: 3 },
      legs: [{ t0: 0, t1: 100, save: [100] }],
    };
    const blast = await simulate(experiment);
    const failed = 256 - (blast.byStatus.ok ?? 0);
    expect(failed).toBeGreaterThan(100);
    const example = blast.example!;
    const again = await simulate({
      ...experiment,
      design: { kind: "monte-carlo", draws: 1, seed: 1 },
      parameters: example.parameters,
    });
    expect(again.byStatus).toEqual({ [example.status]: 1 });
  });

  it("holds the checks of the model against every draw", async () => {
    const design = { kind: "monte-carlo", draws: 300, seed: 4 } as const;
    const legs = [
      { t0: 0, t1: 30, save: [30] },
      { t0: 30, t1: 60, save: [60] },
    ];
    const [module] = STORE.modules;
    const checked = (lost: readonly string[]): Experiment["model"] => ({
      name: "store",
      modules: [
        {
          ...module!,
          checks: [
            { id: "held", nonNegative: "held" },
            { id: "conservation", conserved: "held", gained: [], lost, tolerance: 1e-12 },
            { id: "everything", conserved: ["held", "takenSoFar"], gained: [], lost: [], tolerance: 1e-12 },
          ],
        },
      ],
    });
    const parameters = { "store.rate": "uniform(0.5, 1.5)" };
    const good = await simulate({ model: checked(["takenSoFar"]), design, legs, parameters });
    expect(good.checks.map(({ id, pass, unit }) => ({ id, pass, unit }))).toEqual([
      { id: "held", pass: true, unit: "item" },
      { id: "conservation", pass: true, unit: "item" },
      { id: "everything", pass: true, unit: "item" },
    ]);
    expect(good.checks[1]!.of).toBeGreaterThan(300 * 100);
    const bad = await simulate({ model: checked([]), design, legs, parameters });
    expect(bad.checks[1]).toMatchObject({ pass: false });
    expect(bad.checks[1]!.value).toBeGreaterThan(0.3);
    await expect(simulate({ model: checked(["taken"]), design, legs })).rejects.toThrow(/unknown stock: taken/);
  });

  it("names an unknown outcome and parameter", async () => {
    await expect(simulate({ ...town, outcomes: ["peple"] })).rejects.toThrow(
      /unknown outcome: peple; did you mean people\?/,
    );
    await expect(simulate({ ...town, parameters: { "town.rates": 1 } })).rejects.toThrow(/did you mean town.rate\?/);
  });

  it("stops when asked to", async () => {
    const stop = new AbortController();
    let chunks = 0;
    const run = runJob(
      simulateJob,
      { experiment: town, keep: false },
      6,
      () => {
        if (++chunks === 2) stop.abort();
      },
      { signal: stop.signal },
    );
    await expect(run).rejects.toThrow(Cancelled);
    expect(chunks).toBe(2);
  });

  it("tells what a worker could not do", async () => {
    const spawner: Spawner = () => {
      let handler: (message: FromWorker) => void = () => {};
      const answer = serve([], (message) => handler(message));
      return {
        post: (message) => void setTimeout(() => answer(message), 0),
        onMessage: (given) => {
          handler = given;
        },
        onFailure: () => {},
        stop: () => {},
      };
    };
    await expect(simulate(town, { workers: 2, spawner })).rejects.toThrow(
      /a worker stopped: this worker has no job simulate/,
    );
  });
});
