import { describe, expect, it } from "vitest";
import { json, run } from "../../test/support/replicate.ts";

describe("replicate cohort-2025", () => {
  it("prints a document with a series a week, the cohort, its years and the shocks", async () => {
    const document = await json("--set", "sentenceFactor=2", "cohort-2025");
    expect(Object.keys(document)).toEqual([
      ...["study", "parameters", "dates", "members", "recruited", "arrested", "killed", "retired"],
      ...["cohort", "years", "shocks", "collapse"],
    ]);
    expect(document.parameters.sentenceFactor).toBe(2);
    for (const series of ["dates", "members", "recruited", "arrested", "killed", "retired"])
      expect(document[series]).toHaveLength(4_229);
    expect(document.years.prison).toBeCloseTo(0.144, 2);
  }, 60_000);

  it("shows the printed numbers in words, in both languages", async () => {
    const text = await run("cohort-2025");
    expect(text).toMatch(/^2011-12-30 +125,210 +/m);
    expect(text).toMatch(/^recruited +15,482 +25\.6 +25\.0$/m);
    expect(text).toMatch(/^arrested +5,564 +35\.9 % +33\.5 +32\.4$/m);
    expect(text).toContain("7.2 % in prison (9.1 % with those arrested again)");
    expect(text).toMatch(/^ *× 2 +\+0\.6 % +\+2\.5 % +24,189$/m);
    expect(text).toContain("it is gone in week 1158");
    const spanish = await run("cohort-2025", "--lang", "es");
    expect(spanish).toMatch(/^detenidos +5,564 +35\.9 %/m);
    expect(spanish).toContain("desaparece en la semana 1158");
    for (const line of `${text}\n${spanish}`.split("\n")) expect(line.length).toBeLessThanOrEqual(125);
    expect(`${text}${spanish}`).not.toMatch(/NaN|undefined/);
  }, 60_000);
});
