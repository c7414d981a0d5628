import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES } from "../../language/language.ts";
import type { ExperimentsDocument } from "../../studies/experiments/document.ts";
import { runExperiments } from "../../studies/experiments/run-experiments.ts";
import { experimentFiles } from "../experiment-files.ts";
import { csv } from "../tables.ts";
import { experimentFigure } from "./experiment.ts";

const WIDTHS = [720, 360];

describe.each(LANGUAGES)("figures of experiments in %s", (language) => {
  let document: ExperimentsDocument;
  beforeAll(async () => {
    document = await runExperiments({ draws: 64, seed: 3, language, ids: ["T7", "T8", "T10", "T12", "O11"] });
  }, 120_000);

  it.each(WIDTHS)("are one labelled drawing each at %i pixels", (width) => {
    for (const one of document.experiments) {
      const { id, title, svg, caption, table } = experimentFigure(document, one, { width, language });
      const { document: page } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
      const [root, ...more] = [...page.body.children];
      expect(more).toEqual([]);
      expect(id).toBe(`experiment-${one.id.toLowerCase()}`);
      expect(root!.getAttribute("role")).toBe("img");
      expect(root!.getAttribute("viewBox")).toMatch(new RegExp(`^0 0 ${width} \\d`));
      expect(root!.querySelector("title")!.textContent).toBe(title);
      expect(root!.querySelector("desc")!.textContent!.length).toBeGreaterThan(20);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
      expect(caption.length).toBeGreaterThan(40);
      expect(table.rows).toHaveLength(one.checks.length + one.beside.length);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      expect(csv(table)).not.toMatch(/NaN|undefined/);
      for (const check of [...one.checks, ...one.beside])
        expect(svg.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")).toContain(check.what.split(" ")[0]);
    }
  });

  it("draw the dot of a failure in another shape and say so", () => {
    const failed = document.experiments.find(({ id }) => id === "O11")!;
    const passed = document.experiments.find(({ id }) => id === "T12")!;
    const words = { en: ["FAIL", "pass"], es: ["FALLA", "pasa"] }[language];
    expect(experimentFigure(document, failed, { width: 720, language }).svg).toContain(words[0]);
    expect(experimentFigure(document, passed, { width: 720, language }).svg).toContain(words[1]);
    expect(experimentFigure(document, passed, { width: 720, language }).svg).not.toContain(words[0]);
  });

  it("are written with their numbers beside them, and all checks in one table", () => {
    const files = experimentFiles(document, language);
    expect(files.map(({ path }) => path)).toEqual([
      "experiments.csv",
      ...["t7", "t8", "t10", "t12", "o11"].flatMap((id) => [
        `figures/experiment-${id}.svg`,
        `figures/experiment-${id}.csv`,
      ]),
    ]);
    const lines = files[0]!.text.trimEnd().split("\n");
    const checks = document.experiments.reduce((sum, one) => sum + one.checks.length + one.beside.length, 0);
    // One that cannot be tested has a line of its own, and the first line is the head.
    expect(lines).toHaveLength(checks + 2);
    expect(experimentFiles(document, language)).toEqual(files);
  });
});
