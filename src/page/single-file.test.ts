import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { studyFixture } from "../../test/fixtures/study-document.ts";
import { messagesOf } from "../language/language.ts";
import type { Claim } from "../studies/claims/claim.ts";
import { CLAIMS, weighClaims } from "../studies/claims/weigh-claims.ts";
import { evidence } from "../studies/study/study-model.ts";
import { pageContents } from "./contents.ts";
import { singleFile } from "./single-file.ts";
import { rowsBySource } from "./source-rows.ts";

const SCRIPT = "void 0;";
const LANGUAGES = ["en", "es"] as const;
const dataset = evidence();
const study = studyFixture({ sources: dataset.sourceRows() });
let claims: readonly Claim[] = [];
let page = "";
beforeAll(async () => {
  claims = await weighClaims(CLAIMS, { draws: 128, seed: 7 });
  page = singleFile(pageContents(study, claims), { script: SCRIPT });
});

const parse = (text: string) => parseHTML(text).document;

describe("the one file", () => {
  it("is the same bytes for the same study, and begins in the language that is asked for", () => {
    expect(singleFile(pageContents(study, claims), { script: SCRIPT })).toBe(page);
    const spanish = parse(singleFile(pageContents(study, claims), { script: SCRIPT, language: "es" }));
    expect(spanish.documentElement.getAttribute("lang")).toBe("es");
    expect(spanish.getElementById("edition-en")?.hasAttribute("hidden")).toBe(true);
    expect(spanish.getElementById("edition-es")?.hasAttribute("hidden")).toBe(false);
  });

  it("has every anchor once, and every link within it leads somewhere", () => {
    const document = parse(page);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const known = new Set(ids);
    for (const link of document.querySelectorAll('a[href^="#"]'))
      expect(known, link.outerHTML).toContain(link.getAttribute("href")!.slice(1));
    for (const name of ["for", "aria-labelledby", "aria-describedby"])
      for (const node of document.querySelectorAll(`[${name}]`))
        for (const id of node.getAttribute(name)!.split(" ")) expect(known, node.tagName).toContain(id);
    for (const [, id] of page.matchAll(/url\(#([^)]*)\)/g)) expect(known).toContain(id);
  });

  it("has the same parts in both languages", () => {
    const document = parse(page);
    const parts = (language: string) =>
      [...document.querySelectorAll(`#edition-${language} :is(section, h2, h3, figure, table, tr, li, article)`)].map(
        ({ tagName, id }) => tagName + id.slice(3),
      );
    expect(parts("es")).toEqual(parts("en"));
    const spanish = document.getElementById("edition-es")!;
    // What is quoted or cited stays in its own language.
    for (const node of spanish.querySelectorAll("[lang=en], .citation, pre")) node.remove();
    const said = spanish.textContent!;
    const left = [...messagesOf("en")].flatMap(([key, message]) =>
      /^(?:page|article|figures|claims)\./.test(key)
        ? message
            .split(/\{\{\w+\}\}/)
            .map((part) => part.trim())
            .filter((part) => part.split(/\P{L}+/u).length > 4 && said.includes(part))
        : [],
    );
    expect(left).toEqual([]);
    expect(page).not.toMatch(/NaN|\bundefined\b|\[object|Infinity/);
  });

  it("names a source, a grade and a citation on every figure", () => {
    for (const figure of parse(page).querySelectorAll("figure")) {
      for (const part of [".source", ".grade-line", ".citation", ".alt p"])
        expect(figure.querySelector(part)?.textContent?.trim(), `${figure.id} ${part}`).toMatch(/\p{L}{3}/u);
      expect(figure.querySelectorAll("svg[role=img] > desc")).toHaveLength(2);
    }
  });

  it.each(LANGUAGES)("leads from every source it shows to a row of evidence, %s", (language) => {
    const document = parse(page);
    const rows = rowsBySource(dataset);
    const cited = [...document.querySelectorAll(`#edition-${language} a[href^="#${language}-source-"]`)];
    expect(cited.length).toBeGreaterThan(100);
    for (const link of cited) {
      const id = link.textContent!;
      const entry = document.getElementById(link.getAttribute("href")!.slice(1));
      expect(entry?.querySelector("code")?.textContent, id).toBe(id);
      if (rows.has(id)) expect(entry?.querySelector(".rows")?.textContent, id).toContain(rows.get(id));
    }
    const listed = document.querySelectorAll(`#${language}-sources li`);
    expect(listed).toHaveLength(new Set(cited.map(({ textContent }) => textContent)).size);
    // Whatever is in the folder of the evidence has a row; the rest are papers behind claims.
    expect([...listed].filter((entry) => entry.querySelector(".rows") !== null).length).toBeGreaterThan(50);
    // In the cells and texts that name sources nothing is left without a link.
    for (const cell of document.querySelectorAll(`#${language}-agenda tbody tr td:last-child`))
      expect(cell.querySelector("a"), cell.textContent ?? "").not.toBeNull();
  });

  it("links the sentence on employers to their figure", () => {
    for (const language of LANGUAGES) {
      const links = (id: string) =>
        [...parse(page).querySelectorAll(`#${language}-sentence-${id} a`)].map((link) => link.getAttribute("href"));
      expect(links("A15")).toEqual([`#${language}-claim-C2`, `#${language}-figure-employers`]);
      expect(links("A14")).toEqual([`#${language}-claim-C1`, `#${language}-figure-members`]);
    }
  });

  it("lets no text end its scripts or become markup", () => {
    const hostile = '</script><script>alert(1)</script><!-- <SCRIPT> "';
    const told = studyFixture({
      version: hostile,
      scenarios: study.scenarios.map((scenario) => ({ ...scenario, name: hostile, about: hostile })),
      rivals: study.rivals.map((rival) => ({ ...rival, label: hostile, note: hostile, source: hostile })),
    });
    const text = singleFile(pageContents(told, claims), { script: `const said = ${JSON.stringify(hostile)};` });
    const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gi)];
    expect(scripts).toHaveLength(2);
    const [settings, script] = scripts.map(([, inside]) => inside!);
    expect((JSON.parse(settings!) as { words: { en: { source: string } } }).words.en.source).toContain(hostile);
    expect(new Function(`${script} return said;`)()).toBe(hostile);
    expect(settings! + script!).not.toMatch(/<!--|<script/i);
    expect(parse(text).querySelectorAll("main script, header script")).toHaveLength(0);
  });
});

describe("rows by source", () => {
  it("are files of the evidence with lines", () => {
    for (const [id, rows] of rowsBySource(dataset)) {
      expect([...dataset.sources.keys()]).toContain(id);
      expect(rows).toMatch(/^[\w/.-]+\.csv \d+(?:–\d+)?(?:, \d+(?:–\d+)?)*(?:; |$)/);
    }
  });
});
