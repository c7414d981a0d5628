import { describe, expect, it } from "vitest";
import { json, run } from "../../test/support/replicate.ts";

describe("replicate science-2023 with mechanisms that the study leaves out", () => {
  it("is the study bit for bit without any, and says nothing of them", async () => {
    const plain = await json("--weeks", "60");
    expect(plain).not.toHaveProperty("structure");
    const neutral = await json(
      ...["--weeks", "60", "--structure", "arrests-by-size", "prison-reentry"],
      ...["--set", "sizeElasticity=0", "effortElasticity=1", "rejoining=0"],
    );
    const { structure, ...rest } = neutral;
    expect(rest).toEqual(plain);
    expect(structure.against).toEqual({ week: 60, members: 0, deaths: 0, splits: [], deathsPerRemoval: 16.6 });
    expect(structure.values.map(({ status }: { status: string }) => status)).toEqual([
      ...["set", "set", "borrowed", "set", "assumed", "assumed"],
    ]);
  });

  it("shows each value with its range, source and status, and what changes", async () => {
    const words = ["--weeks", "780", "--structure", "prison-reentry", "arrests-by-size", "science-2023"];
    const document = await json(...words, "--policy", "incapacitation*2@520");
    const { structure, ...rest } = document;
    expect(Object.keys(rest)).toEqual(Object.keys(await json("--weeks", "1")));
    expect(structure.values[2]).toEqual({
      id: "structure.sentence",
      mechanism: "prisonReentry",
      about: "mean time that a member who is arrested spends in prison",
      unit: "week",
      value: 453,
      range: [1, null],
      prior: "lognormal(453, 1.5)",
      status: "borrowed",
      grade: "B",
      source: ["prieto_cohort_2025", "enpol_2021"],
    });
    expect(structure.imprisoned).toHaveLength(781);
    expect(document.arrests[520] / document.arrests[519]).toBeCloseTo(Math.SQRT2, 2);
    const text = await run(...words, "--policy", "incapacitation*2@520");
    expect(text).toMatch(/^prison re-entry +sentence +453 week +≥ 1 +borrowed +prieto_cohort_2025 enpol_2021$/m);
    expect(text).toContain("arrests follow it to the power 0.5");
    expect(text).toMatch(/^Against the study's own structure in week 780: members \+\S+ %, deaths \+\S+ %$/m);
    expect(text).not.toContain("The public code gives");
    expect(text).not.toMatch(/NaN|undefined/);
    const spanish = await run(...words, "--lang", "es");
    expect(spanish).toMatch(/^regreso de prisión +sentence +453 week +≥ 1 +de otra parte/m);
    for (const line of `${text}\n${spanish}`.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  });

  it("halves the effect of arrests where people come back from prison", async () => {
    const words = ["--weeks", "780", "--policy", "incapacitation*2@520"];
    const end = (document: { deaths: number[] }) => document.deaths.at(-1)!;
    const usual = (document: { deaths: number[] }, without: { deaths: number[] }) => end(document) / end(without) - 1;
    const study = usual(await json(...words), await json("--weeks", "780"));
    const on = ["--structure", "prison-reentry"];
    const reentry = usual(await json(...words, ...on), await json("--weeks", "780", ...on));
    expect(study).toBeCloseTo(-0.254, 3);
    expect(reentry).toBeLessThan(0);
    expect(reentry / study).toBeLessThan(0.75);
  });

  it("splits a group into parts that are listed after the groups", async () => {
    const split = "cartel-jalisco-nueva-generacion@520";
    const document = await json("--weeks", "600", "--split", split, "--set", "fragmentRivalry=7", "fragmentShare=0.25");
    expect(document.groups).toHaveLength(151);
    const part = document.groups[150];
    expect(part).toMatchObject({ id: "cartel-jalisco-nueva-generacion-part-520", initial: 0 });
    const rest = document.groups.find(({ id }: { id: string }) => id === "cartel-jalisco-nueva-generacion");
    expect(part.final / (part.final + rest.final)).toBeCloseTo(0.25, 1);
    const plain = await json("--weeks", "600");
    expect(document.members.slice(0, 520)).toEqual(plain.members.slice(0, 520));
    expect(document.deaths.slice(0, 520)).toEqual(plain.deaths.slice(0, 520));
    expect(document.deaths[520]).toBeGreaterThan(plain.deaths[520]);
    const half = await json("--weeks", "600", "--split", split, "--set", "fragmentRivalry=7");
    // The digits of the specification for halves at an edge of 7.
    expect(Math.round(half.structure.against.splits[0].deaths)).toBe(79);
    const text = await run("--weeks", "600", "--split", split);
    expect(text).toMatch(
      /^Split of cartel-jalisco-nueva-generacion in week 520: \S+ more deaths in the 52 weeks after it$/m,
    );
    expect(text).toContain("Status: ok; 151 groups");
  });

  it("collapses as the study does", async () => {
    const rates = ["recruitment=0", "conflict=0", "saturation=0", "incapacitation=470"];
    const words = ["--weeks", "300", "--split", "cartel-de-sinaloa@100", "--set", ...rates];
    const document = await json(...words);
    expect(document.status).toBe("collapsed in week 245");
    expect(document.members.slice(245)).toEqual(new Array(56).fill(0));
    const late = await json(...words, "--split", "cartel-de-sinaloa@280");
    expect(late.status).toBe("collapsed in week 245");
    expect(late.groups.every(({ final }: { final: number }) => final === 0)).toBe(true);
  });
});
