import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatDate, formatMonth, formatNumber, formatPercent } from "./format.ts";
import { LANGUAGES, languageOf, type MessageKey, messagesOf, translator } from "./language.ts";

/** Texts that are the same in both languages: names, and words that both languages share. */
const SHARED: readonly string[] = [
  "irregular",
  ..."China Colombia Cuba Ecuador Guatemala Honduras India Mauritania Nicaragua Venezuela".split(" "),
  "El Salvador",
  "total",
  "no",
  "P",
  "N",
  "?",
  "Frontera {{version}}",
  "{{actor}}: {{count}}; {{parts}}.",
];

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, name]) => name).sort();

describe("languages", () => {
  it("are two, and any other name is refused with the cure", () => {
    expect(LANGUAGES.map(languageOf)).toEqual(["en", "es"]);
    for (const name of ["", "fr", "ES", "es-ES", "constructor"])
      expect(() => languageOf(name)).toThrow(/^unknown language: .*expected en or es; write for instance --lang es$/);
  });

  it("translate", () => {
    expect(translator("en")("common.encounters")).toBe("encounters (events, not persons)");
    expect(translator("es")("common.encounters")).toBe("encuentros (eventos, no personas)");
  });

  it("choose between one and more", () => {
    const [en, es] = [translator("en"), translator("es")];
    expect([0, 1, 2].map((count) => en("agenda.rows", { count }))).toEqual(["0 rows", "1 row", "2 rows"]);
    expect([1, 1_000_000].map((count) => es("agenda.rows", { count }))).toEqual(["1 fila", "1,000,000 filas"]);
  });

  it("leave what is put in as it is", () => {
    const path = "a/{{actor}}/$t(common.grade)/<b>&'.svg";
    expect(translator("en")("agenda.written", { path })).toBe(`the figure is in ${path}`);
  });

  it("throw where a message or a value is missing", () => {
    for (const key of ["common.nothing", "constructor", "common", "", "agenda.rows"])
      expect(() => translator("es")(key as MessageKey)).toThrow(`there is no message ${key} in es`);
    for (const language of LANGUAGES)
      expect(() => translator(language)("agenda.written")).toThrow("needs a value for {{path}}");
  });

  it("do not share what has been said", () => {
    const [en, es] = [translator("en"), translator("es")];
    expect([en("agenda.party"), es("agenda.party"), en("agenda.party")]).toEqual(["party", "parte", "party"]);
  });
});

describe("catalogues", () => {
  const [en, es] = [messagesOf("en"), messagesOf("es")];

  it("have the same messages with the same placeholders", () => {
    expect(en.size).toBeGreaterThan(100);
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort());
    for (const [key, text] of en) expect(placeholders(es.get(key) ?? ""), key).toEqual(placeholders(text));
  });

  it("have no message that is not translated", () => {
    const same = [...en].filter(
      ([key, text]) => es.get(key) === text && /\p{L}/u.test(text.replace(/\{\{.*?\}\}/g, "")),
    );
    expect(same.filter(([, text]) => !SHARED.includes(text))).toEqual([]);
  });

  it("leave no placeholder open", () => {
    for (const language of LANGUAGES)
      for (const [key, text] of messagesOf(language)) {
        const values = Object.fromEntries(placeholders(text).map((name) => [name, "x"]));
        const plain = key.replace(/_(one|other)$/, "") as MessageKey;
        const count = key.endsWith("_one") ? 1 : 2;
        const said = translator(language)(plain, key === plain ? values : { ...values, count });
        expect(said, key).not.toMatch(/\{\{|\}\}|undefined/);
        expect(said, key).not.toBe("");
      }
  });

  it("keep to the words of the house", () => {
    for (const language of LANGUAGES)
      for (const [key, text] of messagesOf(language)) {
        expect(text, key).not.toMatch(/\bill?egal/i);
        expect(text, key).toBe(text.trim());
        if (/\b(?:encounters|encuentros)\b/i.test(text) && key.startsWith("common."))
          expect(text).toMatch(/\((?:events, not persons|eventos, no personas)\)/);
      }
    // Opening marks stand before questions and exclamations in Spanish.
    for (const [key, text] of es) {
      if (/\p{L}\?/u.test(text)) expect(text, key).toContain("¿");
      if (/\p{L}!/u.test(text)) expect(text, key).toContain("¡");
    }
  });
});

describe("numbers and dates", () => {
  it.each([
    [1234.5, undefined, "1,234.5"],
    [-1234.5, undefined, "−1,234.5"],
    [0, undefined, "0"],
    [999, undefined, "999"],
    [1_000_000, undefined, "1,000,000"],
    [173_836.9537, 0, "173,837"],
    [0.1 + 0.2, undefined, "0.3"],
    [-0.001, 1, "0.0"],
    [2.5, 2, "2.50"],
    [1e-9, undefined, "1e-9"],
    [1e21, undefined, "1e+21"],
  ])("write %d with %s decimals as %s, in Mexico too", (value, decimals, text) => {
    for (const language of LANGUAGES) expect(formatNumber(value, language, decimals)).toBe(text);
  });

  it("write shares as per cent", () => {
    expect(formatPercent(0.354, "es")).toBe("35.4 %");
    expect(formatPercent(-0.5, "en", 0)).toBe("−50 %");
  });

  it("write dates as readers do", () => {
    expect(formatDate("2023-10-05", "es")).toBe("5 de octubre de 2023");
    expect(formatDate("2023-10-05", "en")).toBe("5 October 2023");
    expect(formatDate("2024-01", "es")).toBe("enero de 2024");
    expect(formatDate("2025", "es")).toBe("2025");
    expect(formatMonth("2023-12-31", "es")).toBe("diciembre de 2023");
    expect(formatMonth("2023-12-31", "en")).toBe("December 2023");
    expect(formatMonth("2023", "en")).toBe("2023");
  });

  it("agree with the months of the standard", () => {
    for (let month = 1; month <= 12; month++)
      for (const [language, locale] of [
        ["en", "en-GB"],
        ["es", "es-MX"],
      ] as const) {
        const date = `2023-${String(month).padStart(2, "0")}-09`;
        const standard = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date));
        expect(formatDate(date, language)).toBe(standard);
      }
  });

  it("refuse what is neither", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => formatNumber(value, "en")).toThrow("not finite");
    for (const date of ["", "2023-13", "2023-1-1", "5 October", "2023-10-05T00:00"])
      expect(() => formatDate(date, "en")).toThrow("not a date");
  });
});

describe("the glossary", () => {
  const page = readFileSync(new URL("../../docs/guide/glossary.md", import.meta.url), "utf8");
  const rows = [...page.matchAll(/^\| (.+) \|$/gm)].map(([, cells = ""]) => cells.split(" | ")).slice(1);

  it("has both languages and a meaning for every word, in order", () => {
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      expect(row).toHaveLength(3);
      for (const cell of row) expect(cell.trim()).not.toBe("");
    }
    const words = rows.map(([word = ""]) => word.toLowerCase());
    expect(words).toEqual([...new Set(words)].sort());
  });

  it("agrees with the catalogues", () => {
    const glossary = new Map(rows.map(([english = "", spanish = ""]) => [english, spanish]));
    let seen = 0;
    for (const [key, english] of messagesOf("en")) {
      const spanish = glossary.get(english);
      if (spanish === undefined) continue;
      seen++;
      expect(spanish.split(/, | \(/), key).toContain(messagesOf("es").get(key)?.split(" (")[0]);
    }
    expect(seen).toBeGreaterThan(8);
  });
});
