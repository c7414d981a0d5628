import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { recruitsFigure } from "../../../test/fixtures/recruits-figure.ts";
import { studyFixture } from "../../../test/fixtures/study-document.ts";
import { systemFixture } from "../../../test/fixtures/system-part.ts";
import { LANGUAGES } from "../../language/language.ts";
import { csv } from "../tables.ts";
import type { StudyFigure } from "./figure.ts";
import { STUDY_FIGURES } from "./index.ts";

const FIGURES: [string, StudyFigure][] = [...Object.entries(STUDY_FIGURES), ["recruits", recruitsFigure]];
const WIDTHS = [720, 360];

function parse(svg: string): { root: Element; texts: Element[] } {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const roots = [...document.body.children];
  expect(roots).toHaveLength(1);
  return { root: roots[0]!, texts: [...document.querySelectorAll("text")] };
}

/** Where a text begins and ends from left to right [px], from its own and its ancestors' translations and its anchor. */
function span(text: Element): [number, number] {
  let x = Number(text.getAttribute("x") ?? 0) || 0;
  let anchor: string | null = null;
  let size: number | null = null;
  for (let at: Element | null = text; at !== null && at.tagName.toLowerCase() !== "html"; at = at.parentElement) {
    x += Number(/translate\((-?[\d.]+)/.exec(at.getAttribute("transform") ?? "")?.[1] ?? 0);
    anchor ??= at.getAttribute("text-anchor");
    const own = at.getAttribute("font-size") ?? /font-size:\s*([\d.]+)px/.exec(at.getAttribute("style") ?? "")?.[1];
    size ??= own == null ? null : Number(own);
  }
  // Lines of a text are tspans, each with its own content; half an em is the width of an average letter.
  const spans = [...text.querySelectorAll("tspan")].map((line) => line.textContent ?? "");
  const longest = Math.max(...(spans.length > 0 ? spans : [text.textContent ?? ""]).map((line) => [...line].length));
  const width = longest * (size ?? 12) * 0.5;
  const left = anchor === "end" ? x - width : anchor === "start" ? x : x - width / 2;
  return [left, left + width];
}

/** Every figure in every language; the skeleton of the guide speaks English only. */
const SPOKEN = FIGURES.flatMap(([id, draw]) =>
  LANGUAGES.filter((language) => language === "en" || id !== "recruits").map(
    (language) => [id, language, draw] as const,
  ),
);

const SAID = {
  en: { asOf: "as of December 2023", source: "Source: Frontera 0.1.0, run 4f1c09ab" },
  es: { asOf: "a diciembre de 2023", source: "Fuente: Frontera 0.1.0, corrida 4f1c09ab" },
} as const;

describe.each(SPOKEN)("figure %s in %s", (id, language, draw) => {
  const document = studyFixture();
  it.each(WIDTHS)("is one labelled drawing at %i pixels, nothing beyond its edges", (width) => {
    const figure = draw(document, { width, language });
    const { root, texts } = parse(figure.svg);
    expect(figure.id).toBe(id);
    expect(root.getAttribute("role")).toBe("img");
    expect(root.getAttribute("viewBox")).toMatch(new RegExp(`^0 0 ${width} \\d`));
    const labelled = root.getAttribute("aria-labelledby")!.split(" ");
    const title = root.querySelector("title")!;
    const description = root.querySelector("desc")!;
    expect(labelled).toEqual([title.id, description.id]);
    expect(title.textContent).toBe(figure.title);
    expect(description.textContent!.length).toBeGreaterThan(20);
    expect(figure.svg).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) {
      const [left, right] = span(text);
      expect(left, `left of "${text.textContent}"`).toBeGreaterThanOrEqual(-1);
      expect(right, `right of "${text.textContent}"`).toBeLessThanOrEqual(width + 1);
    }
  });
  it("says as of when, has a caption, a source and its data", () => {
    const figure = draw(document, { width: 720, language });
    expect(figure.title).toContain(SAID[language].asOf);
    expect(`${figure.title} ${figure.caption}`).not.toMatch(/\b(?:today|hoy)\b/i);
    expect(figure.caption.length).toBeGreaterThan(40);
    expect(figure.source).toContain("4f1c09ab");
    expect(figure.table.rows.length).toBeGreaterThan(0);
    for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
    expect(csv(figure.table)).not.toMatch(/NaN|undefined/);
  });
  it("gives the same bytes for the same study", () => {
    for (const width of WIDTHS)
      expect(draw(studyFixture(), { width, language }).svg).toBe(draw(studyFixture(), { width, language }).svg);
  });
  it("stands alone as a file with its title and source in sight", () => {
    const figure = draw(document, { width: 720, standalone: true, language });
    const { root, texts } = parse(figure.svg);
    const seen = texts.map((text) => text.textContent).join(" ");
    expect(root.getAttribute("xmlns")).toBe("http://www.w3.org/2000/svg");
    expect(root.getAttribute("lang")).toBe(language);
    expect(seen).toContain(figure.title);
    expect(seen).toContain(SAID[language].source);
  });
});

describe("figures", () => {
  it("says on every figure that a red gate is not to be quoted", () => {
    const red = studyFixture({
      conditioning: { ...studyFixture().conditioning, effectiveSampleSize: 212, gate: "red" },
      system: systemFixture({
        conditioning: systemFixture().conditioning.map((part) => ({ ...part, effectiveSampleSize: 212, gate: "red" })),
      }),
    });
    for (const [, language, draw] of SPOKEN)
      expect(draw(red, { width: 720, language }).source).toContain(
        { en: "gate red", es: "semáforo en rojo" }[language],
      );
  });
  it("speaks English where no language is asked for, and draws the same numbers in every language", () => {
    const document = studyFixture();
    for (const draw of Object.values(STUDY_FIGURES)) {
      expect(draw(document, { width: 720 })).toEqual(draw(document, { width: 720, language: "en" }));
      const numbers = (language: "en" | "es") =>
        draw(document, { width: 720, language }).table.rows.map((row) =>
          row.filter((cell) => typeof cell === "number"),
        );
      expect(numbers("es")).toEqual(numbers("en"));
    }
  });
  it("refuses a band that is not finite", () => {
    const document = studyFixture();
    const broken = studyFixture({
      bands: document.bands.map((band) =>
        band.id === "members" && band.scenario === "history"
          ? { ...band, low90: band.low90.map((value, i) => (i === 0 ? Number.NaN : value)) }
          : band,
      ),
    });
    expect(() => STUDY_FIGURES.members(broken, { width: 720 })).toThrow(/not finite/);
  });
  it("names at most five groups and no size of one", () => {
    const document = studyFixture();
    const figure = STUDY_FIGURES.network(document, { width: 720 });
    const shown = `${figure.svg}\n${csv(figure.table)}`;
    const named = document.network.groups.filter((group) => shown.includes(group.name.replaceAll("&", "&amp;")));
    const five = document.network.groups.slice(0, 5).map((group) => group.name);
    // Short names of small groups may be parts of the words of the figure, so only names of some length are counted.
    expect(
      named.filter((group) => group.name.length > 6).every((group) => five.some((name) => name.includes(group.name))),
    ).toBe(true);
    // Words only: a pair of coordinates such as 287,232 looks like a number with thousands.
    const words = `${figure.svg.replaceAll(/<[^>]*>/g, " ")}\n${figure.title}\n${figure.caption}\n${csv(figure.table)}`;
    expect(words).toContain(document.network.groups[0]!.name.slice(0, 5));
    expect(words).not.toMatch(/\d\d,\d\d\d/);
  });
  it("matches the skeleton of the guide", () => {
    const guide = readFileSync(new URL("../../../docs/adding/figure.md", import.meta.url), "utf8");
    const skeleton = readFileSync(new URL("../../../test/fixtures/recruits-figure.ts", import.meta.url), "utf8");
    const shown = /```ts\n([\s\S]*?)```/.exec(guide)![1]!;
    const moved = skeleton
      .replaceAll("../../src/report/figures/", "./")
      .replaceAll("../../src/report/", "../")
      .replaceAll("../../src/", "../../");
    expect(shown).toBe(moved);
  });
});
