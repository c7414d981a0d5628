import { describe, expect, it } from "vitest";
import { CLAIM_IDS, MODULES, MOST_QUOTED_WORDS, readArticle, TOPICS } from "./article.ts";
import { loadDataset } from "./dataset.ts";
import { Findings } from "./findings.ts";

const HEAD = "id,phrase,about,about_es,topic,claims,figure,modules,source_id";
const GOOD = ["A1", "few words", "What it says.", "Lo que dice.", "talks", "C10", "agenda", "diplomacy", "a"];
const SOURCES =
  "id,publisher,title,url,accessed_from,licence,confidence,primary\na,A,T,https://a.org,page,none,official,yes\n";

function read(changes: Readonly<Record<string, string>>, before: readonly string[] = []) {
  const findings = new Findings();
  const line = HEAD.split(",").map((name, i) => changes[name] ?? GOOD[i] ?? "");
  const { sources } = loadDataset({ "sources.csv": SOURCES });
  const rows = readArticle([HEAD, ...before, line.join(",")].join("\n"), "article.csv", sources, findings);
  return { rows, codes: findings.issues.map(({ code, path }) => `${code} ${path}`) };
}

describe("reading the report", () => {
  it("takes a good sentence, with or without a figure", () => {
    expect(read({})).toMatchObject({
      codes: [],
      rows: [{ claims: ["C10"], figure: "agenda", modules: ["diplomacy"] }],
    });
    expect(read({ figure: "", claims: "C9 C10" })).toMatchObject({
      codes: [],
      rows: [{ claims: ["C9", "C10"], figure: null }],
    });
    expect(read({ phrase: Array(MOST_QUOTED_WORDS).fill("word").join(" ") }).codes).toEqual([]);
  });

  it.each([
    [{ id: "S1" }, "bad-id"],
    [{ id: "A0" }, "bad-id"],
    [
      {
        phrase: Array(MOST_QUOTED_WORDS + 1)
          .fill("word")
          .join(" "),
      },
      "phrase-too-long",
    ],
    [{ phrase: "" }, "missing-value"],
    [{ about_es: "What it says." }, "untranslated"],
    [{ topic: "sport" }, "bad-value"],
    [{ claims: "C11" }, "bad-value"],
    [{ claims: "" }, "missing-value"],
    [{ modules: "weather" }, "bad-value"],
    [{ figure: "The figure" }, "bad-id"],
    [{ source_id: "b" }, "unknown-source"],
  ])("refuses %j at its line", (changes, code) => {
    expect(read(changes).codes).toEqual([`${code} article.csv:2`]);
  });

  it("refuses a sentence that is there already, and a table without rows", () => {
    expect(read({}, [GOOD.join(",")]).codes).toEqual(["duplicate-row article.csv:3"]);
    const findings = new Findings();
    readArticle(`${HEAD}\n`, "article.csv", new Map(), findings);
    expect(findings.issues.map(({ code }) => code)).toEqual(["empty-table"]);
  });
});

describe("the report", () => {
  const { article } = loadDataset();

  it("has its fifteen sentences, quoted in short phrases", () => {
    expect(article.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, i) => `A${i + 1}`));
    for (const { phrase } of article) expect(phrase.split(/\s+/).length).toBeLessThanOrEqual(25);
    for (const { about, aboutEs } of article) expect(`${about} ${aboutEs}`).not.toMatch(/\bill?egal/i);
  });

  it("is tied to every claim, and uses every topic and module", () => {
    expect(new Set(article.flatMap(({ claims }) => claims))).toEqual(new Set(CLAIM_IDS));
    expect(new Set(article.map(({ topic }) => topic))).toEqual(new Set(TOPICS));
    expect(new Set(article.flatMap(({ modules }) => modules))).toEqual(new Set(MODULES));
  });
});
