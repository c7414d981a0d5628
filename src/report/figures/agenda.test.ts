import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { ACTORS } from "../../data/agenda.ts";
import { loadDataset } from "../../data/dataset.ts";
import { type AgendaQuery, agendaDocument, selectAgenda } from "../../studies/record/agenda.ts";
import { csv } from "../tables.ts";
import { agendaFigure } from "./agenda.ts";

const { agenda, sources } = loadDataset();
const LANGUAGES = ["en", "es"] as const;
const WIDTHS = [720, 360];

function drawn(language: "en" | "es", width: number, query: AgendaQuery = {}, standalone = false) {
  return agendaFigure(agendaDocument(selectAgenda(agenda, query), sources, language), { width, standalone });
}

function parse(svg: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
  const root = document.querySelector("svg");
  if (root === null) throw new Error("no drawing");
  return root;
}

const letters = (root: Element) =>
  [...root.querySelectorAll("text")]
    .map(({ textContent }) => textContent ?? "")
    .filter((text) => /^[CDPN?]$/.test(text));

describe("the timeline of the agenda", () => {
  it.each(LANGUAGES.flatMap((language) => WIDTHS.map((width) => [language, width] as const)))(
    "has a mark and a letter for every row, in %s at %i pixels",
    (language, width) => {
      const figure = drawn(language, width);
      const root = parse(figure.svg);
      // Four letters and nine shapes stand in the key.
      expect(letters(root)).toHaveLength(agenda.length + 4);
      expect(root.querySelectorAll("[data-mark=dot] path, [data-mark=dot] circle")).toHaveLength(agenda.length + 9);
      expect(root.getAttribute("role")).toBe("img");
      expect(root.querySelector("title")?.textContent).toBe(figure.title);
      expect(figure.svg).not.toMatch(/NaN|undefined|Infinity|null|\{\{/);
      expect(csv(figure.table).trimEnd().split("\n")).toHaveLength(agenda.length + 1);
      expect(drawn(language, width).svg).toBe(figure.svg);
    },
  );

  it("keeps its marks and words inside its edges", () => {
    for (const language of LANGUAGES)
      for (const width of WIDTHS) {
        const root = parse(drawn(language, width).svg);
        const height = Number(root.getAttribute("height"));
        let seen = 0;
        for (const text of root.querySelectorAll("text")) {
          const own = Number(
            /translate\((-?[\d.]+)/.exec(text.getAttribute("transform") ?? "")?.[1] ?? text.getAttribute("x") ?? 0,
          );
          const anchor = text.closest("[text-anchor]")?.getAttribute("text-anchor");
          const size = (text.textContent ?? "").length * 6;
          const left = anchor === "start" ? own : own - size / 2;
          expect(left, text.textContent ?? "").toBeGreaterThanOrEqual(0);
          expect(left + size, text.textContent ?? "").toBeLessThanOrEqual(width + 1);
          seen++;
        }
        for (const [, x = "", y = ""] of drawn(language, width).svg.matchAll(/translate\(([\d.]+),([\d.]+)\)/g)) {
          expect(Number(x)).toBeLessThanOrEqual(width);
          expect(Number(y)).toBeLessThanOrEqual(height);
        }
        expect(seen).toBeGreaterThan(agenda.length);
      }
  });

  it("tells those who cannot see it who did what", () => {
    const description = parse(drawn("en", 720).svg).querySelector("desc")?.textContent ?? "";
    expect(description).toContain("Mexico: 56; done ");
    expect(description.split(". ").length).toBe(ACTORS.length);
    expect(parse(drawn("es", 720).svg).querySelector("desc")?.textContent).toContain("México: 56; cumplido ");
  });

  it("names the two events of 2023 only where they are drawn", () => {
    expect(drawn("en", 720).svg).toContain("the talks of 5 October 2023");
    expect(drawn("en", 720, { to: "2022" }).svg).not.toContain("talks of 5 October");
    expect(drawn("en", 720, { to: "2022" }).title).toBe(
      "What governments asked, promised and did, 2019–2022, as of November 2025",
    );
  });

  it("stands alone with its source in its own language", () => {
    const en = drawn("en", 720, {}, true).svg;
    const es = drawn("es", 720, {}, true).svg;
    expect(en).toMatch(/>Source: Frontera [\d.]+, evidence\/agenda\.csv; \d+ sources\.</);
    expect(es).toMatch(/>Fuente: Frontera [\d.]+, evidence\/agenda\.csv; \d+ fuentes\.</);
    expect(es).not.toContain("Source");
  });

  it("draws a single row", () => {
    const figure = drawn("es", 360, { actor: "CO" });
    expect(letters(parse(figure.svg))).toHaveLength(5);
    expect(figure.title).toContain("gobiernos, 2023, a");
  });
});
