import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runOnce } from "../src/ensemble/run.ts";
import { defineModel } from "../src/model/model.ts";
import { centralRun, liveModel, liveSettings } from "../src/page/live-settings.ts";
import type { LiveWords } from "../src/page/live-words.ts";
import { change, quantity } from "../src/report/format.ts";
import { chromiumPath, launchChromium, watchedPage } from "./support/chromium.ts";
import { pngTexts } from "./support/png.ts";
import { runFrontera } from "./support/run-frontera.ts";

const executable = await chromiumPath();
const folder = mkdtempSync(join(tmpdir(), "frontera-page-"));
const MOST_BYTES = 1_500_000;
const LANGUAGES = ["en", "es"] as const;
type Spoken = (typeof LANGUAGES)[number];

let file = "";
let address = "";

beforeAll(async () => {
  const { out, err } = await runFrontera([
    "study",
    ...["--single-file", "--draws", "600", "--system-draws", "40", "--json", "--quiet", "--out", join(folder, "run")],
  ]);
  expect(err).toBe("");
  file = (JSON.parse(out) as { singleFile: string }).singleFile;
  address = pathToFileURL(file).href;
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("is smaller than a photograph and named after its run", () => {
  expect(file).toMatch(/frontera-[0-9a-f]{8}\.html$/);
  expect(readFileSync(file).length).toBeLessThan(MOST_BYTES);
});

describe.skipIf(executable === undefined)("the one file in Chromium", { timeout: 240_000 }, () => {
  let browser: Browser;
  const troubles: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium(executable!);
  });
  afterAll(() => browser?.close());

  const blank = (options: BrowserContextOptions = {}): Promise<Page> =>
    watchedPage(browser, (url) => url === address, troubles, options);

  async function opened(options: BrowserContextOptions = {}, language: Spoken = "en"): Promise<Page> {
    const page = await blank(options);
    await page.goto(address);
    await page.locator("#edition-en .live svg:visible").waitFor();
    if (language === "es") await page.click("#language");
    return page;
  }

  const live = (page: Page, language: Spoken = "en") => page.locator(`#edition-${language} figure.live`);

  async function handedOut(page: Page, figure: ReturnType<Page["locator"]>, kind: string): Promise<Download> {
    const waiting = page.waitForEvent("download");
    await figure.locator(".downloads > li > *", { hasText: kind }).first().click();
    return waiting;
  }

  async function bytesOf(download: Download): Promise<Buffer> {
    return readFileSync(await download.path());
  }

  /** Puts a slider where it belongs with the keyboard alone, from where it stands. */
  async function move(page: Page, id: string, key: string, times: number): Promise<void> {
    await page.locator(`#live-${id}`).focus();
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  }

  /** Waits until the drawing tells of these factors. */
  async function drawn(page: Page, text: string): Promise<void> {
    await page.locator("figure.live svg:visible desc", { hasText: text }).waitFor({ state: "attached" });
  }

  const cellsOf = (page: Page, language: Spoken = "en") =>
    live(page, language)
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("output")].map((cell) => cell.textContent)));

  /** What the table has to show for these factors. */
  function expectedCells(factors: { recruitment: number; incapacitation: number }): string[][] {
    const run = centralRun(liveModel(), factors);
    return Object.values(run).map(({ start, end, usual }) => [
      quantity(end),
      change(end / usual - 1),
      change(end / start - 1),
    ]);
  }

  it("opens from disk, asks for nothing and shows its first figure, in both languages", async () => {
    const page = await opened();
    expect(await page.locator("#edition-en .wide svg").first().isVisible()).toBe(true);
    expect(await page.title()).toMatch(/^Cartels in Mexico/);
    expect(await page.locator("#edition-es").isVisible()).toBe(false);
    await page.click("#language");
    expect(await page.title()).toMatch(/^Cárteles en México/);
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    expect(await page.locator("#edition-en").isVisible()).toBe(false);
    expect(await page.locator("#edition-es .wide svg").first().isVisible()).toBe(true);
    expect(await live(page, "es").isVisible()).toBe(true);
    await page.click("#language");
    expect(await live(page).isVisible()).toBe(true);
    await page.context().close();
  });

  it("runs the equations where the sliders stand, to the digits of the engine", async () => {
    const page = await opened();
    const before = await live(page).locator(".wide svg").innerHTML();
    await move(page, "recruitment", "ArrowLeft", 6);
    await move(page, "incapacitation", "ArrowRight", 9);
    const factors = { recruitment: 0.7, incapacitation: 1.45 };
    await drawn(page, "Recruitment at 0.7 and incapacitation at 1.45");
    expect(await live(page).locator(".wide svg").innerHTML()).not.toBe(before);
    expect(await cellsOf(page)).toEqual(expectedCells(factors));
    const text = (await bytesOf(await handedOut(page, live(page), "CSV"))).toString();
    const [header, ...rows] = text
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    expect(header).toEqual([
      "recruitment_factor",
      "incapacitation_factor",
      "outcome",
      "year",
      "as_set",
      "business_as_usual",
    ]);
    const words = {} as Record<Spoken, LiveWords>;
    const { save, anchor, step, outcomes } = liveSettings(words);
    const run = (set: typeof factors) =>
      runOnce(
        defineModel(liveModel()),
        {
          t0: 0,
          t1: save.at(-1)!,
          save,
          schedules: {
            "cartels.recruitmentFactor": { t: [anchor, anchor], value: [1, set.recruitment] },
            "cartels.incapacitationFactor": { t: [anchor, anchor], value: [1, set.incapacitation] },
          },
        },
        {},
        { step },
      ).outputs;
    const [set, usual] = [run(factors), run({ recruitment: 1, incapacitation: 1 })];
    expect(rows).toHaveLength(outcomes.length * save.length);
    for (const [i, row] of rows.entries()) {
      const outcome = outcomes[Math.floor(i / save.length)]!.id;
      expect(row.slice(0, 3)).toEqual(["0.7", "1.45", outcome]);
      for (const [column, of] of [
        [4, set],
        [5, usual],
      ] as const)
        expect(Number(row[column]), row.join()).toBe(Number(of[outcome]![i % save.length]!.toPrecision(10)));
    }
    await page.context().close();
  });

  it("sets both sliders by name, and shows both at once beside the draws", async () => {
    const page = await opened();
    const both = live(page).getByRole("button", { name: "Both at once" });
    await both.click();
    await drawn(page, "Recruitment at 0.5 and incapacitation at 2");
    expect(await both.getAttribute("aria-pressed")).toBe("true");
    const cells = expectedCells({ recruitment: 0.5, incapacitation: 2 });
    expect(await cellsOf(page)).toEqual(cells);
    expect(await live(page).locator("p[role=status]").textContent()).toMatch(/^Recruitment at 0.5/);
    const row = page.locator("#edition-en #en-policy > .scroll tr", { hasText: "Members: Both at once" });
    const shown = (await row.locator("td").allTextContents()).map((text) => text.replaceAll("\u00a0", " "));
    expect(shown.slice(0, 3)).toEqual(cells[0]);
    // The sliders stay where they are when the language changes.
    await page.click("#language");
    expect(await cellsOf(page, "es")).toEqual(cells);
    expect(await live(page, "es").locator("#live-recruitment").inputValue()).toBe("0.5");
    await live(page, "es").getByRole("button", { name: "Sin cambios" }).click();
    await drawn(page, "Reclutamiento");
    await page.locator('#live-recruitment[aria-valuetext^="1 "]').waitFor();
    await page.context().close();
  });

  it("hands out every figure with its source", async () => {
    const page = await opened();
    const ids = await page
      .locator("#edition-en figure[data-figure]")
      .evaluateAll((figures) => figures.map((figure) => (figure as HTMLElement).dataset.figure));
    expect(ids).toEqual(expect.arrayContaining(["members", "employers", "live", "agenda", "deaths", "contrasts"]));
    for (const id of ids) {
      const figure = page.locator(`#edition-en figure[data-figure="${id}"]`);
      const source = (await figure.locator(".source").textContent())!.trim();
      const alt = (await figure.locator(".alt p").textContent())!.trim();
      expect(alt.length, id).toBeGreaterThan(40);
      const svg = (await bytesOf(await handedOut(page, figure, "SVG"))).toString();
      const said = await page.evaluate((text) => {
        const root = new DOMParser().parseFromString(text, "image/svg+xml");
        const shown = [...root.querySelectorAll("svg > text")].map((node) => node.textContent).join(" ");
        return {
          broken: root.querySelector("parsererror") !== null,
          alt: root.querySelector("svg > desc")?.textContent ?? "",
          shown,
        };
      }, svg);
      expect(said.broken, id).toBe(false);
      expect(said.alt).toBe(alt);
      expect(said.shown).toContain(source.replace(/\s+/g, " "));
      const csv = (await bytesOf(await handedOut(page, figure, "CSV"))).toString();
      expect(csv.split("\n").length, id).toBeGreaterThan(2);
      expect(csv).not.toMatch(/NaN|undefined/);
    }
    for (const id of ["employers", "live"]) {
      const figure = page.locator(`#edition-en figure[data-figure="${id}"]`);
      for (const [kind, width, height] of [
        ["PNG 16:9", 1600, 900],
        ["PNG 1:1", 1080, 1080],
      ] as const) {
        const download = await handedOut(page, figure, kind);
        expect(download.suggestedFilename()).toBe(`${id}-en-${width}x${height}.png`);
        const picture = await bytesOf(download);
        expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([width, height]);
        const texts = pngTexts(picture);
        const source = (await figure.locator(".source").textContent())!.trim();
        expect(texts.Source).toContain(source);
        expect(texts.Description).toBe((await figure.locator(".alt p").textContent())!.trim());
      }
    }
    await page.context().close();
  });

  it("hands out in Spanish what it shows in Spanish", async () => {
    const page = await opened({}, "es");
    const figure = page.locator('#edition-es figure[data-figure="deaths"]');
    expect((await bytesOf(await handedOut(page, figure, "SVG"))).toString()).toMatch(/lang="es"[\s\S]*Fuente: /);
    const download = await handedOut(page, figure, "CSV");
    expect(download.suggestedFilename()).toBe("deaths-es.csv");
    expect((await bytesOf(download)).toString()).toMatch(/^\w+,/);
    await page.context().close();
  });

  it("shows figures and both languages without scripts", async () => {
    const page = await blank({ javaScriptEnabled: false });
    await page.goto(address);
    for (const language of LANGUAGES) {
      const edition = page.locator(`#edition-${language}`);
      expect(await edition.isVisible()).toBe(true);
      expect(await edition.locator(".wide svg:visible").count()).toBeGreaterThan(9);
      expect(await edition.locator(".live-place .note").isVisible()).toBe(true);
      expect(await edition.locator("input").count()).toBe(0);
    }
    expect(await page.locator('.bar a[href="#edition-es"]').isVisible()).toBe(true);
    await page.context().close();
  });

  it.each([
    ["cannot be made", "delete globalThis.Worker"],
    [
      "breaks",
      "globalThis.Worker = class extends Worker { constructor() { super(URL.createObjectURL(new Blob(['throw 1']))); } }",
    ],
  ])("answers in the page itself when the worker %s", async (_, script) => {
    const page = await blank();
    await page.addInitScript(script);
    await page.goto(address);
    await live(page).locator("svg:visible").waitFor();
    await move(page, "recruitment", "ArrowLeft", 10);
    await drawn(page, "Recruitment at 0.5");
    expect(await cellsOf(page)).toEqual(expectedCells({ recruitment: 0.5, incapacitation: 1 }));
    await page.context().close();
  });

  it("says so where the equations cannot be run, and keeps its figures", async () => {
    const page = await blank();
    await page.addInitScript(
      "delete globalThis.Worker; WebAssembly.Module = undefined; WebAssembly.instantiate = undefined",
    );
    await page.goto(address);
    await page.locator("#edition-en .live-place .note:visible").waitFor();
    expect(await page.locator("#edition-en .wide svg:visible").count()).toBeGreaterThan(9);
    await page.context().close();
  });

  it.each(LANGUAGES)("has no violation of accessibility and no overflow, %s", async (language) => {
    const page = await opened({}, language);
    // What is not shown is not judged, and would take most of the time.
    await page.evaluate((id) => document.getElementById(id)?.remove(), `edition-${language === "es" ? "en" : "es"}`);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] })
        .setLegacyMode()
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} and ${nodes.length - 1} more`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });

  it("prints without its controls", async () => {
    const page = await opened();
    await page.emulateMedia({ media: "print" });
    for (const control of ["input", ".downloads", ".presets", "#language"])
      expect(await page.locator(`${control}:visible`).count(), control).toBe(0);
    expect(await live(page).locator("svg:visible").count()).toBe(1);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(100_000);
    await page.context().close();
  });

  it("did all this without a request and without a complaint", () => {
    expect(troubles).toEqual([]);
  });
});
