import { beforeAll, describe, expect, it } from "vitest";
import type { ExperimentsDocument } from "./document.ts";
import { KINDS } from "./registry.ts";
import { runExperiments, softwareFailed } from "./run-experiments.ts";

const IDS = ["T7", "T8", "T10", "T12", "O10", "O11"];
const OPTIONS = { draws: 160, seed: 7, language: "en" } as const;

describe("a run of some experiments", () => {
  let document: ExperimentsDocument;
  beforeAll(async () => {
    document = await runExperiments({ ...OPTIONS, ids: IDS });
  }, 120_000);

  it("has a verdict of each that follows from its checks, and a why where it is no pass", () => {
    expect(document.experiments.map(({ id }) => id)).toEqual(IDS);
    for (const { id, checks, verdict, why } of document.experiments) {
      for (const { value, low, high, pass, passShare } of checks) {
        expect(pass, id).toBe((low === null || value >= low) && (high === null || value <= high));
        expect(passShare).toBeGreaterThanOrEqual(0);
        expect(passShare).toBeLessThanOrEqual(1);
      }
      if (checks.length === 0) expect(verdict).toBe("not-testable");
      else expect(verdict).toBe(checks.every(({ pass }) => pass) ? "pass" : "fail");
      expect(why === undefined, id).toBe(verdict === "pass");
    }
    const verdictOf = (id: string) => document.experiments.find((one) => one.id === id)!.verdict;
    expect([verdictOf("T7"), verdictOf("T10"), verdictOf("T12"), verdictOf("O11")]).toEqual([
      "pass",
      "not-testable",
      "pass",
      "fail",
    ]);
  });

  it("counts them by kind", () => {
    for (const kind of KINDS) {
      const own = document.experiments.filter((one) => one.kind === kind);
      const { pass, fail, notTestable } = document.counts[kind];
      expect([pass, fail, notTestable]).toEqual(
        ["pass", "fail", "not-testable"].map((verdict) => own.filter((one) => one.verdict === verdict).length),
      );
    }
    expect(document.counts["out-of-sample"]).toEqual({ pass: 1, fail: 1, notTestable: 0 });
  });

  it("has spread over draws that holds the ends of the bands about draws", () => {
    const checks = document.experiments.find(({ id }) => id === "T7")!.checks;
    const low = checks.find(({ id }) => id === "low-end")!;
    const high = checks.find(({ id }) => id === "high-end")!;
    expect(low.value).toBe(low.spread!.interval90[0]);
    expect(high.value).toBe(high.spread!.interval90[1]);
    expect(low.value).toBeLessThan(low.spread!.median);
    expect(high.value).toBeGreaterThan(high.spread!.median);
    expect(document.failed.share).toBe(0);
  });

  it("gives the same document again, and another for another seed, in the other language the same numbers", async () => {
    const again = { ...OPTIONS, ids: ["T7"] } as const;
    const one = await runExperiments(again);
    expect(await runExperiments(again)).toEqual(one);
    expect(one.experiments[0]!.checks).toEqual(document.experiments[0]!.checks);
    const other = await runExperiments({ ...again, seed: 8 });
    expect(other.experiments[0]!.checks[0]!.value).toBe(one.experiments[0]!.checks[0]!.value);
    expect(other.experiments[0]!.checks[0]!.spread).not.toEqual(one.experiments[0]!.checks[0]!.spread);
    const spanish = await runExperiments({ ...again, language: "es" });
    expect(spanish.experiments[0]!.event).not.toBe(one.experiments[0]!.event);
    expect(spanish.experiments[0]!.checks.map(({ value }) => value)).toEqual(
      one.experiments[0]!.checks.map(({ value }) => value),
    );
  }, 120_000);
});

describe("what ends a run with a fault", () => {
  const of = (kind: "software" | "fitted", verdict: "pass" | "fail") =>
    softwareFailed({ experiments: [{ kind, verdict }] } as unknown as ExperimentsDocument);
  it("is the program's own failure alone", () => {
    expect([of("software", "fail"), of("software", "pass"), of("fitted", "fail")]).toEqual([true, false, false]);
  });
});
