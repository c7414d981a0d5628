import { beforeAll, describe, expect, it } from "vitest";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { type FromWorker, type Spawner, serve } from "../../ensemble/job.ts";
import { messagesOf } from "../../language/language.ts";
import { studyJob } from "../study/study-job.ts";
import { evidence } from "../study/study-model.ts";
import type { Claim } from "./claim.ts";
import { claimDocuments } from "./document.ts";
import { VERDICTS } from "./verdict.ts";
import { CLAIMS, claimIdOf, claimsFingerprint, weighClaims } from "./weigh-claims.ts";

const dataset = evidence();
const options = { draws: 512, seed: 7 };
let claims: readonly Claim[] = [];
beforeAll(async () => {
  claims = await weighClaims(CLAIMS, options);
});

describe("the claims", () => {
  it("are ten, in order, and one can be asked for alone", async () => {
    expect(claims.map(({ id }) => id)).toEqual([...CLAIMS]);
    expect((await weighClaims(["C8"], options)).map(({ id }) => id)).toEqual(["C8"]);
    expect(claimIdOf("C10")).toBe("C10");
    expect(() => claimIdOf("c3")).toThrow("unknown claim: c3; did you mean C3?");
    for (const text of ["C11", "", "__proto__"]) expect(() => claimIdOf(text)).toThrow(/^unknown claim: /);
  });

  it.each(["en", "es"] as const)("keep the contract in %s", (language) => {
    const documents = claimDocuments(claims, language);
    expect(documents).toHaveLength(10);
    for (const claim of documents) {
      expect(VERDICTS).toContain(claim.verdict);
      expect(["A", "B", "C"]).toContain(claim.grade);
      expect(claim.headline.trim().split(/\s+/).length).toBeLessThanOrEqual(12);
      expect(claim.sentence).toMatch(/\d/);
      for (const text of [claim.claim, claim.headline, claim.sentence, claim.notToWrite]) {
        expect(text).toMatch(/\p{L}{3}/u);
        expect(text).not.toMatch(/NaN|undefined|null|\{\{|\[object|Infinity/);
      }
      expect(claim.numbers.length).toBeGreaterThan(0);
      for (const { what, value, unit, interval90 } of claim.numbers) {
        expect(what).toMatch(/\p{L}{3}/u);
        expect(unit).not.toBe("");
        for (const number of [value, ...interval90]) expect(Number.isFinite(number)).toBe(true);
        expect(interval90[0] <= value && value <= interval90[1]).toBe(true);
      }
      expect(claim.chain[claim.chain.length - 1]?.step).toBe("report");
      expect(claim.sources.length).toBeGreaterThan(0);
      for (const id of [...claim.sources, ...claim.chain.map(({ source }) => source)])
        expect([...dataset.sources.keys()]).toContain(id);
    }
  });

  it("carry no plain verdict on grade C", () => {
    const ofC = claims.filter(({ grade }) => grade === "C");
    expect(ofC.map(({ id }) => id)).toEqual(["C1", "C2", "C4", "C5", "C6", "C7", "C9", "C10"]);
    for (const { verdict } of ofC) expect(["supported", "not supported"]).not.toContain(verdict);
  });

  it("have members at the end of 2022 as the first number in persons", () => {
    const first = claims[0]?.numbers.find(({ unit }) => unit === "person");
    expect(first?.what.key).toBe("claims.membersAtEnd");
    expect(first!.value).toBeGreaterThan(130_000);
    expect(first!.value).toBeLessThan(210_000);
    expect(first!.interval90[1] - first!.interval90[0]).toBeGreaterThan(10_000);
  });

  it("say which are not modelled and what it would take", () => {
    const not = claims.filter(({ modelled }) => !modelled);
    expect(not.map(({ id }) => id)).toEqual(["C4", "C5", "C6", "C7", "C9", "C10"]);
    for (const { verdict, needed, numbers } of not) {
      expect(verdict).toBe("cannot be told from this evidence");
      expect(needed).toBeDefined();
      for (const { value, interval90 } of numbers) expect(interval90).toEqual([value, value]);
    }
  });

  it("have other words in Spanish and the same numbers", () => {
    const [en, es] = [claimDocuments(claims, "en"), claimDocuments(claims, "es")];
    for (const [i, claim] of en.entries()) {
      const other = es[i]!;
      for (const part of ["claim", "headline", "sentence", "notToWrite"] as const)
        expect(other[part]).not.toBe(claim[part]);
      expect(other.verdict).toBe(claim.verdict);
      for (const [n, { what, ...number }] of claim.numbers.entries()) {
        expect(other.numbers[n]).toMatchObject(number);
        expect(other.numbers[n]!.what).not.toBe(what);
      }
    }
  });

  it("count shares that add to one", () => {
    const grades = claims[0]!.numbers.filter(({ what }) => what.key === "claims.spreadByGrade");
    expect(grades).toHaveLength(3);
    expect(grades.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
  });

  it("use every row of the table of citations and of the class of messages", () => {
    const rows = (EVIDENCE_FILES["claims.csv"] ?? "").trim().split("\n").slice(1);
    expect(claims.flatMap(({ id, chain }) => chain.map(({ step, source }) => `${id},${step},${source}`))).toEqual(rows);
  });

  it("are the same for any number of workers, and others for another seed", async () => {
    const few = { draws: 512, seed: 7 };
    const spread = await weighClaims(["C1", "C2"], { ...few, workers: 2, spawner: inThisThread });
    expect(JSON.stringify(spread)).toBe(JSON.stringify(claims.slice(0, 2)));
    const [other] = await weighClaims(["C1"], { draws: 256, seed: 8 });
    expect(other?.numbers[0]?.value).not.toBe(claims[0]?.numbers[0]?.value);
    expect(await claimsFingerprint(few)).not.toBe(await claimsFingerprint({ draws: 512, seed: 8 }));
  });
});

describe("headlines", () => {
  it.each(["en", "es"] as const)("have at most twelve words in %s, whatever the verdict", (language) => {
    const headlines = [...messagesOf(language)].filter(([key]) =>
      /^claims\.c\d+(Supported|Caveat|Against|Open|Copies)$/.test(key),
    );
    expect(headlines.length).toBeGreaterThanOrEqual(22);
    for (const [, text] of headlines) expect(text.split(/\s+/).length).toBeLessThanOrEqual(12);
  });
});

/** A worker that works in this thread, in its own time. */
const inThisThread: Spawner = () => {
  let listen: (message: FromWorker) => void = () => undefined;
  const answer = serve([studyJob], (message) => queueMicrotask(() => listen(message)));
  return {
    post: (message) => void setTimeout(() => answer(message), 0),
    onMessage: (handler) => {
      listen = handler;
    },
    onFailure: () => undefined,
    stop: () => undefined,
  };
};
