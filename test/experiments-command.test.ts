import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExperimentsDocument } from "../src/studies/experiments/document.ts";
import { runFrontera } from "./support/run-frontera.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "frontera-experiments-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const json = async (...words: string[]) => {
  const { code, out, err } = await runFrontera(["experiments", ...words, "--json", "--quiet"]);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out) as ExperimentsDocument & { readonly host: unknown };
};

describe("frontera experiments", () => {
  it("answers one experiment as a document with the keys of the contract", async () => {
    const { experiments, counts } = await json("T12");
    expect(experiments).toHaveLength(1);
    const [one] = experiments;
    expect(one).toMatchObject({ id: "T12", kind: "software", grade: "A", verdict: "pass", readFromEvent: false });
    for (const check of one!.checks) {
      expect(Object.keys(check)).toEqual(
        expect.arrayContaining(["what", "low", "high", "unit", "value", "pass", "passShare"]),
      );
      expect([check.low, check.high]).toEqual([-0.001, 0.001]);
      // The program's number and the printed one are never the same to the last digit.
      expect(check.value).not.toBe(0);
    }
    expect(counts.software).toEqual({ pass: 1, fail: 0, notTestable: 0 });
  });

  it("has no checks where nothing can be tested, and says what would be needed", async () => {
    const { experiments } = await json("t10");
    expect(experiments[0]).toMatchObject({ id: "T10", verdict: "not-testable", checks: [] });
    expect(experiments[0]!.why).toMatch(/cocaine/i);
  });

  it("gives the same document for any number of workers", async () => {
    const words = ["T7", "--draws", "300", "--seed", "5"];
    const [one, two] = [await json(...words, "--workers", "1"), await json(...words, "--workers", "2")];
    expect({ ...two, host: 0 }).toEqual({ ...one, host: 0 });
  });

  it("ends with 0 where a model fails, tells it in Spanish, and writes figures where it is told to", async () => {
    const out = join(folder, "written");
    const words = ["experiments", "O11", "--lang", "es", "--draws", "20", "--workers", "1", "--quiet", "--out", out];
    const ended = await runFrontera(words);
    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(ended.out).toContain("FALLA");
    expect(ended.out).toContain("Hace falta: Detenciones que crecen");
    expect(ended.out).not.toMatch(/experiments\.(?!csv)|\{\{|out-of-sample|band:/);
    expect(readdirSync(join(out, "figures")).sort()).toEqual(["experiment-o11.csv", "experiment-o11.svg"]);
    expect(readFileSync(join(out, "experiments.csv"), "utf8").split("\n")[1]).toMatch(/^O11,/);
  });

  it("refuses what is no experiment, in one clear line", async () => {
    const { code, out, err } = await runFrontera(["experiments", "T77"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/there is no experiment T77/);
    expect(err.trimEnd().split("\n").length).toBeLessThanOrEqual(5);
  });
});
