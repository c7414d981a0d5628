import { describe, expect, it } from "vitest";
import { type Kept, keptTerminal } from "../../test/support/kept-terminal.ts";
import { EVIDENCE_FILES } from "../data/bundle.ts";
import { loadDataset } from "../data/dataset.ts";
import { evidenceCommand } from "./evidence.ts";

async function ended(words: readonly string[], width = 90, files?: Readonly<Record<string, string>>): Promise<Kept> {
  const { terminal, kept } = keptTerminal(width);
  await evidenceCommand(terminal, files)
    .exitOverride()
    .parseAsync([...words], { from: "user" });
  return kept;
}

const run = async (...asked: Parameters<typeof ended>) => (await ended(...asked)).out;

const DAMAGED = {
  ...EVIDENCE_FILES,
  "series/employers.csv": (EVIDENCE_FILES["series/employers.csv"] ?? "").replace("fuerzas_may23", "fuerza_may23"),
};

describe("frontera evidence", () => {
  it("lists every source and series as JSON", async () => {
    const { sources, series } = JSON.parse(await run(["list", "--json"]));
    const dataset = loadDataset();
    const ids = sources.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...dataset.sources.keys()]);
    for (const source of sources) {
      expect(source.title).toMatch(/\w/);
      expect(source.url ?? source.citation).toMatch(/\w/);
    }
    expect(ids).toContain("frontera_assumption");
    expect(series).toHaveLength(dataset.series.size);
    for (const { id, unit, source, sources: all } of series) {
      expect(dataset.seriesNamed(id).unit).toBe(unit);
      expect(ids).toContain(source);
      expect(all).toContain(source);
    }
  });

  it.each([80, 100, 400])("lists within the width of a terminal of %i columns", async (width) => {
    const lines = (await run(["list"], width)).split("\n");
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.min(100, width));
  });

  it("shows the rows of a series with what they must not be joined with", async () => {
    const text = await run(["show", "mx_homicides_inegi"]);
    expect(text).toMatch(/^2023 +year +32,252 +press_inegi_eluniversal25 +secondary +\[\d\]$/m);
    expect(text).toContain("not to be joined with:\n  mx_intentional_homicide_victims_sesnsp:");
    for (const line of text.split("\n")) if (!line.includes("http")) expect(line.length).toBeLessThanOrEqual(90);
    const document = JSON.parse(await run(["show", "mx_homicides_inegi", "--json"]));
    expect(document).toMatchObject({ id: "mx_homicides_inegi", unit: "death", definition: { group: "homicides" } });
    expect(document.definition.notWith).toMatchObject([{ series: "mx_intentional_homicide_victims_sesnsp" }]);
    expect(document.rows).toHaveLength(34);
    expect(document.rows[33]).toMatchObject({ date: "2023", period: "year", value: 32_252, start: "2023-01-01" });
  });

  it("shows every series", async () => {
    for (const id of loadDataset().series.keys()) expect(await run(["show", id])).toContain(`${id} (`);
  });

  it("names the nearest series", async () => {
    await expect(run(["show", "mx_homicides_ineg"])).rejects.toThrow("did you mean mx_homicides_inegi?");
    await expect(run(["list"], 90, DAMAGED)).rejects.toThrow(/fuerza_may23.*employers\.csv:2/);
  });

  it("checks the tables", async () => {
    const { code, out } = await ended(["check"]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n");
    expect(lines).toContainEqual(expect.stringMatching(/^ *[1-9]\d* {2}series$/));
    expect(lines[lines.length - 1]).toBe("ok");
    const json = await ended(["check", "--json"]);
    expect(json.code).toBe(0);
    const { ok, counts, issues } = JSON.parse(json.out);
    expect({ ok, issues }).toEqual({ ok: true, issues: [] });
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  });

  it("ends with 1 when a check fails, and prints the document all the same", async () => {
    const { code, out } = await ended(["check"], 90, DAMAGED);
    expect(out).toMatch(/unknown source: fuerza_may23 \(evidence\/series\/employers.csv:2\)/);
    expect(code).toBe(1);
    const json = await ended(["check", "--json"], 90, DAMAGED);
    const { ok, issues } = JSON.parse(json.out);
    expect(ok).toBe(false);
    expect(issues[0]).toMatchObject({ code: "unknown-source", path: "evidence/series/employers.csv:2" });
    expect(json.code).toBe(1);
  });
});
