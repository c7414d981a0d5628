import { describe, expect, it } from "vitest";
import { keptTerminal } from "../../test/support/kept-terminal.ts";
import { EVIDENCE_FILES } from "../data/bundle.ts";
import { STUDY_FIGURES } from "../report/figures/index.ts";
import { articleCommand } from "./article.ts";

async function run(words: readonly string[], files?: Readonly<Record<string, string>>, width = 90): Promise<string> {
  const { terminal, kept } = keptTerminal(width);
  await articleCommand(terminal, files)
    .exitOverride()
    .parseAsync([...words], { from: "user" });
  return kept.out;
}

interface Sentence {
  readonly id: string;
  readonly phrase: string;
  readonly about: string;
  readonly claims: readonly string[];
  readonly figure: string | null;
  readonly modules: readonly string[];
}

describe("frontera article", () => {
  it.each(["en", "es"])("keeps the contract of its document in %s", async (language) => {
    const document = JSON.parse(await run(["--json", "--lang", language]));
    expect(document).toMatchObject({
      title: "U.S. officials visit AMLO in Mexico to discuss fentanyl and migration",
      publisher: "The Brazilian Report",
      date: "2023-10-05",
      url: "https://brazilian.report/liveblog/latam/2023/10/05/blinken-amlo-mexico-fentanyl-migration/",
    });
    const sentences: readonly Sentence[] = document.sentences;
    expect(sentences.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, i) => `A${i + 1}`));
    for (const { id, phrase, about, claims, figure, modules } of sentences) {
      expect(phrase.split(/\s+/).length, id).toBeLessThanOrEqual(25);
      expect(about.length, id).toBeGreaterThan(10);
      expect(claims.length, id).toBeGreaterThan(0);
      for (const claim of claims) expect(claim, id).toMatch(/^C(?:[1-9]|10)$/);
      expect(modules.length, id).toBeGreaterThan(0);
      if (figure !== null) expect([...Object.keys(STUDY_FIGURES), "agenda"], id).toContain(figure);
    }
  });

  it("keeps the phrases in the language of the report", async () => {
    const [en, es] = [JSON.parse(await run(["--json"])), JSON.parse(await run(["--json", "--lang", "es"]))];
    const column = (document: { sentences: readonly Sentence[] }, of: "phrase" | "about") =>
      document.sentences.map((sentence) => sentence[of]);
    expect(column(es, "phrase")).toEqual(column(en, "phrase"));
    for (const [i, about] of column(es, "about").entries()) expect(about).not.toBe(column(en, "about")[i]);
  });

  it.each([60, 90, 400])("shows every sentence and where to look next in %i columns", async (width) => {
    const text = await run([], undefined, width);
    for (const line of text.split("\n"))
      if (!/http|→/.test(line)) expect(line.length).toBeLessThanOrEqual(Math.min(100, width));
    expect(text).toMatch(/^A3 {3}“the deadliest drug threat … we have ever faced”$/m);
    expect(text).toMatch(/^ {5}→ frontera claims C3$/m);
    expect(text).toMatch(/^ {5}→ frontera agenda --issue firearms --to 2023-10-05$/m);
    expect(await run(["--lang", "es"])).toMatch(/^A3 {3}«the deadliest/m);
  });

  it("refuses another language, and evidence without the report", async () => {
    await expect(run(["--lang", "pt"])).rejects.toThrow("unknown language: pt; expected en or es");
    const { "article.csv": _, "claims.csv": __, ...others } = EVIDENCE_FILES;
    const sources = (EVIDENCE_FILES["sources.csv"] ?? "").replace(/^brazilian_report_oct23.*\n/m, "");
    await expect(run([], { ...others, "sources.csv": sources })).rejects.toThrow("the sources do not have the report");
  });
});
