import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { studyFixture } from "../../test/fixtures/study-document.ts";
import { LANGUAGES, messagesOf } from "../language/language.ts";
import type { StudyDocument } from "../studies/study/document.ts";
import { studyFiles } from "./files.ts";
import { spokenStudy } from "./spoken-study.ts";
import { studyReport } from "./study-report.ts";
import { studySummary } from "./terminal.ts";

/** Empty and failing parts of a study, so that every sentence is said once. */
const VARIANTS: Readonly<Record<string, Partial<StudyDocument>>> = {
  whole: {},
  bare: {
    rivals: [],
    sensitivity: [],
    assumptions: [],
    network: { groups: [], ties: [] },
    sources: [],
    checks: [],
    failed: { share: 0, byStatus: {} },
    conditioning: { ...studyFixture().conditioning, fit: [], series: [] },
  },
  failed: {
    checks: studyFixture().checks.map((check) => ({ ...check, pass: false })),
    conditioning: { ...studyFixture().conditioning, effectiveSampleSize: 212, gate: "red" },
    failed: { share: 0.2, byStatus: {} },
  },
};

const parse = (page: string) => parseHTML(page).document;

/** Texts of a page that are not code, not in a marked other language and not an entry of the list of sources. */
function texts(page: string): string[] {
  const found: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      const text = (node.textContent ?? "").replace(/\s+/g, " ").trim();
      if (text !== "") found.push(text);
      return;
    }
    if (node.nodeType === 1) {
      const element = node as Element;
      if (["style", "code", "pre"].includes(element.tagName.toLowerCase())) return;
      if (element.getAttribute("lang") === "en" || element.classList.contains("sources")) return;
    }
    for (const child of [...node.childNodes]) walk(child);
  };
  walk(parse(page).body);
  for (const name of ["title", "description"])
    found.push(parse(page).querySelector(name === "title" ? "title" : "meta[name=description]")?.textContent ?? name);
  return found;
}

const words = (text: string) => text.match(/\p{L}{2,}/gu) ?? [];

describe.each(Object.entries(VARIANTS))("the report of a study, %s", (_, changes) => {
  const study = studyFixture(changes);
  const [en, es] = LANGUAGES.map((language) => studyReport(study, { language })) as [string, string];

  it("is one sound page in its language", () => {
    for (const [page, language] of [
      [en, "en"],
      [es, "es"],
    ] as const) {
      const document = parse(page);
      expect(page).toMatch(/^<!doctype html>\n<html lang="/);
      expect(document.documentElement.getAttribute("lang")).toBe(language);
      expect(page).not.toMatch(/NaN|undefined|\bnull\b|\{\{\w+\}\}|<script|src=/);
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of document.querySelectorAll('a[href^="#"]'))
        expect(ids).toContain(link.getAttribute("href")!.slice(1));
      for (const cell of document.querySelectorAll("td, th")) expect(cell.textContent?.trim()).not.toBe("");
      expect(document.querySelectorAll("h1")).toHaveLength(1);
      expect(page).toContain(study.fingerprint.slice(0, 8));
    }
    expect(studyReport(study)).toBe(en);
    expect(studyReport(study, { language: "es" })).toBe(es);
  });

  it("has the same parts in both languages", () => {
    const shape = (page: string) =>
      [...parse(page).querySelectorAll("section, h2, h3, figure, table, tr, li, dt")].map(
        ({ tagName, id }) => tagName + id,
      );
    expect(shape(es)).toEqual(shape(en));
  });

  it("has no English sentence in Spanish", () => {
    const english = new Set(texts(en));
    const same = texts(es).filter((text) => english.has(text) && words(text).length > 3);
    expect(same.filter((text) => !ALIKE.some((known) => known.test(text)))).toEqual([]);
    const whole = texts(es).join("\n");
    for (const [key, message] of messagesOf("en"))
      if (/^(?:report|figures|study)\./.test(key))
        for (const part of message.split(/\{\{\w+\}\}/).filter((piece) => words(piece).length > 3))
          expect(whole, key).not.toContain(part.trim());
  });
});

/** What is the same in both languages: names of groups, whole or cut, and citations. */
const ALIKE = [/^La Nueva Familia Michoa/, /^Hope 2023, .*doi:10\.1126\/science\.adh2888\.$/];

describe("the report", () => {
  it("says as of when, in both contrasts, and says how the network was published", () => {
    const [en, es] = LANGUAGES.map((language) => texts(studyReport(studyFixture(), { language })).join("\n"));
    expect(en).toContain("as of December 2023");
    expect(en).toMatch(/lower than under business as usual .* than at the start/);
    expect(en).toMatch(/The median lies below the published 175,000 mostly for two reasons\..*instead of 181,600/);
    expect(es).toContain("a diciembre de 2023");
    expect(es).toContain("19 de diciembre de 2021");
    expect(es).toMatch(/por debajo del nivel sin cambios de política .* del nivel inicial/);
    expect(es).toMatch(/La mediana queda por debajo de los 175,000 publicados sobre todo por dos razones\./);
    expect(es).toContain("unas 174,000 personas en diciembre de 2021");
    expect(es).toContain("“emplean”");
  });

  it("gives no reason for a median that is not lower", () => {
    const study = studyFixture();
    const rows = study.sensitivity.map((row) =>
      row.id === "network-published" ? { ...row, members: study.sensitivity[1]!.members } : row,
    );
    const page = studyReport(studyFixture({ sensitivity: rows }));
    expect(page).toContain("sizes by rank as published, the median at the end of 2022 is");
    expect(page).not.toContain("for two reasons");
    const without = studyReport(studyFixture({ sensitivity: rows.filter(({ id }) => id !== "network-published") }));
    expect(without).not.toContain("sizes by rank as published");
  });

  it("marks what the evidence says in English", () => {
    const document = parse(studyReport(studyFixture(), { language: "es" }));
    const notes = [...document.querySelectorAll('td [lang="en"]')].map(({ textContent }) => textContent);
    expect(notes).toEqual(studyFixture().rivals.map(({ note }) => note));
  });

  it("keeps the heads of its tables of data, in every language", () => {
    const heads = (language: "en" | "es") =>
      studyFiles(studyFixture(), { language })
        .filter(({ path }) => path.endsWith(".csv"))
        .map(({ path, text }) => [path, text.split("\n")[0]]);
    expect(heads("es")).toEqual(heads("en"));
    const spanish = studyFiles(studyFixture(), { language: "es" });
    expect(spanish.find(({ path }) => path === "summary.csv")).toEqual(
      studyFiles(studyFixture()).find(({ path }) => path === "summary.csv"),
    );
  });
});

describe("the names of a study", () => {
  it("are one Spanish text for one English text", () => {
    const english = [...messagesOf("en")].filter(([key]) => key.startsWith("study.")).map(([, text]) => text);
    expect(new Set(english).size).toBe(english.length);
  });

  it("are all told in Spanish, and a name that no catalogue knows stays as it is", () => {
    const study = studyFixture();
    const spoken = spokenStudy(study, "es");
    const names = (of: StudyDocument) => [
      ...of.estimates.map(({ name }) => name),
      ...of.bands.map(({ name }) => name),
      ...of.scenarios.flatMap(({ name, about }) => [name, about]),
      ...of.rivals.map(({ label }) => label),
      ...of.sensitivity.flatMap(({ assumption, setting }) => [assumption, ...(/\d/.test(setting) ? [] : [setting])]),
      ...of.assumptions.map(({ name }) => name),
      ...of.conditioning.series,
      ...of.checks.map(({ about }) => about),
    ];
    const before = names(study);
    names(spoken).forEach((name, i) => {
      expect(name).not.toBe(before[i]);
    });
    expect(spokenStudy(spoken, "es")).toEqual(spoken);
    expect(spokenStudy(study, "en")).toBe(study);
    const own = spokenStudy(studyFixture({ scenarios: [{ id: "x", name: "My own", about: "constructor" }] }), "es");
    expect(own.scenarios).toEqual([{ id: "x", name: "My own", about: "constructor" }]);
  });
});

describe("the summary", () => {
  it.each(LANGUAGES)("fits a terminal of 80 columns in %s", (language) => {
    for (const changes of Object.values(VARIANTS)) {
      const text = studySummary(studyFixture(changes), {
        width: 80,
        colour: false,
        report: "runs/a/report.html",
        language,
      });
      const lines = text.split("\n");
      expect(lines.length).toBeLessThan(52);
      for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(80);
      expect(text).not.toMatch(/…|NaN|undefined/);
      expect(text).toContain("runs/a/report.html");
    }
  });

  it("speaks Spanish", () => {
    const text = studySummary(studyFixture(), { width: 80, colour: false, language: "es" });
    expect(text).toMatch(/^Frontera, a diciembre de 2023/);
    expect(text).toContain("19 dic 2021");
    expect(text).toContain("semáforo en verde");
    expect(text).not.toMatch(/\b(?:members|draws|business|start|deaths)\b/i);
  });
});
