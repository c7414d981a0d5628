import { beforeAll, describe, expect, it } from "vitest";
import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { type FromWorker, type Spawner, serve } from "../../ensemble/job.ts";
import { simulateJob } from "../../ensemble/simulate.ts";
import { messagesOf } from "../../language/language.ts";
import { posteriorJob } from "../scenarios/posterior-job.ts";
import { scenarioJob } from "../scenarios/scenario-job.ts";
import { studyJob } from "../study/study-job.ts";
import { evidence } from "../study/study-model.ts";
import type { Claim } from "./claim.ts";
import { claimDocuments } from "./document.ts";
import { VERDICTS } from "./verdict.ts";
import { CLAIMS, claimIdOf, claimsFingerprint, weighClaims } from "./weigh-claims.ts";

const dataset = evidence();
const options = { draws: 128, seed: 7 };
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

  it("say which is not modelled, and what it would take wherever a claim could be told better", () => {
    expect(claims.filter(({ modelled }) => !modelled).map(({ id }) => id)).toEqual(["C10"]);
    const needed = claims.filter((claim) => claim.needed !== undefined).map(({ id }) => id);
    expect(needed).toEqual(["C4", "C5", "C6", "C7", "C9", "C10"]);
  });

  it("rest on runs whose worth is told, and are open where it is too little", () => {
    const drawn = claims.filter(({ effectiveSampleSize }) => effectiveSampleSize !== undefined);
    expect(drawn.map(({ id }) => id)).toEqual(["C1", "C2", "C4", "C5", "C6", "C7", "C9"]);
    for (const { verdict, effectiveSampleSize: size } of drawn) {
      expect(size).toBeGreaterThan(10);
      expect(size).toBeLessThan(128.5);
      expect(verdict).toBe("cannot be told from this evidence");
    }
  });

  it("have the effects that the tests of the equations know, within the draws", () => {
    const value = (id: string, key: string, of = "") => {
      const found = claims
        .find((claim) => claim.id === id)
        ?.numbers.find(({ what }) => what.key === key && JSON.stringify(what.values ?? {}).includes(of));
      expect(found, `${key} ${of}`).toBeDefined();
      const [low, high] = found!.interval90;
      expect(low).toBeLessThan(high);
      return found!.value;
    };
    // Half of the flow of guns: 5 % fewer in one year, 29 % in ten.
    expect(value("C9", "claims.gunsHalved", "after1")).toBeGreaterThan(-0.08);
    expect(value("C9", "claims.gunsHalved", "after10")).toBeLessThan(-0.2);
    // The kinds of shock differ by ten times and more after six years.
    const flow = (kind: string) => value("C4", "claims.flowEveryLink", `shock ${kind}"},"after":{"key":"claims.after6`);
    expect(flow("persistent")).toBeLessThan(4 * flow("intermediate"));
    expect(flow("intermediate")).toBeLessThan(4 * flow("transient"));
    expect(value("C4", "claims.deathsAlone", "naloxone")).toBeLessThan(-0.15);
    expect(value("C5", "claims.participation", "after1")).toBeLessThan(-0.5);
    expect(value("C5", "claims.killedPerThousand", "after1")).toBeGreaterThan(0);
    expect(value("C7", "claims.corridor held", "set interception")).toBeGreaterThan(0.5);
    expect(value("C7", "claims.corridor encounters", "set onTheWay")).toBeLessThan(-0.2);
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

  it("are the same for any number of workers and whichever are asked for, and others for another seed", async () => {
    const spread = await weighClaims(["C1", "C2", "C5", "C9"], { ...options, workers: 2, spawner: inThisThread });
    const same = claims.filter(({ id }) => ["C1", "C2", "C5", "C9"].includes(id));
    expect(JSON.stringify(spread)).toBe(JSON.stringify(same));
    const [members, guns] = await weighClaims(["C1", "C9"], { draws: 128, seed: 8 });
    expect(members?.numbers[0]?.value).not.toBe(claims[0]?.numbers[0]?.value);
    expect(guns?.numbers[0]?.value).not.toBe(claims[8]?.numbers[0]?.value);
    expect(await claimsFingerprint(options)).not.toBe(await claimsFingerprint({ ...options, seed: 8 }));
    expect(await claimsFingerprint(options)).not.toBe(await claimsFingerprint({ ...options, draws: 512 }));
  });

  it("count draws of all runs as one", async () => {
    const told: [number, number][] = [];
    await weighClaims(["C1", "C9"], { draws: 64, seed: 7, onProgress: (done, total) => void told.push([done, total]) });
    expect(told.at(-1)).toEqual([3 * 64, 3 * 64]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  });
});

describe("headlines", () => {
  it.each(["en", "es"] as const)("have at most twelve words in %s, whatever the verdict", (language) => {
    const headlines = [...messagesOf(language)].filter(([key]) =>
      /^claims\.c\d+(Supported|Caveat|Against|Assumed|Open|Copies)$/.test(key),
    );
    expect(headlines.length).toBeGreaterThanOrEqual(47);
    for (const [, text] of headlines) expect(text.split(/\s+/).length).toBeLessThanOrEqual(12);
  });
});

/** A worker that works in this thread, in its own time. */
const inThisThread: Spawner = () => {
  let listen: (message: FromWorker) => void = () => undefined;
  const answer = serve([studyJob, posteriorJob, scenarioJob, simulateJob], (message) =>
    queueMicrotask(() => listen(message)),
  );
  return {
    post: (message) => void setTimeout(() => answer(message), 0),
    onMessage: (handler) => {
      listen = handler;
    },
    onFailure: () => undefined,
    stop: () => undefined,
  };
};
