/**
 * The one file to hand on, in Chromium from disk: how soon its first figure is drawn, how soon a movement of a slider is,
 * and how large the file is.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { pageContents } from "../src/page/contents.ts";
import { singleFile } from "../src/page/single-file.ts";
import { CLAIMS, weighClaims } from "../src/studies/claims/weigh-claims.ts";
import { runStudy } from "../src/studies/study/run-study.ts";
import { chromiumPath, launchChromium } from "../test/support/chromium.ts";
import { median, table } from "./measure.ts";

const STUDY = { draws: 10_000, seed: 20231005 };
const OPENINGS = 15;
const MOVEMENTS = 60;
const BUNDLER = new URL("../../tools/bundle-page.mjs", import.meta.url).href;

declare global {
  /** When the first drawing had been painted, since the page was asked for [ms]. */
  var firstFigureAt: number | undefined;
}

async function page(): Promise<string> {
  const { bundlePage } = (await import(BUNDLER)) as { bundlePage: () => Promise<string> };
  const [study, claims, script] = await Promise.all([runStudy(STUDY), weighClaims(CLAIMS, STUDY), bundlePage()]);
  return singleFile(pageContents(study, claims), { script });
}

/** Looks at every frame for a drawing with a height, and notes the time when that frame is out. */
function watchFirstFigure(): void {
  const look = () => {
    const height = document.querySelector("figure .wide svg")?.getBoundingClientRect().height ?? 0;
    if (height === 0) requestAnimationFrame(look);
    else
      setTimeout(() => {
        globalThis.firstFigureAt = performance.now();
      });
  };
  requestAnimationFrame(look);
}

/** Milliseconds until the first figure, in a browser context of its own each time. */
async function firstFigure(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const opened = await context.newPage();
  await opened.addInitScript(watchFirstFigure);
  await opened.goto(address);
  const time = await (await opened.waitForFunction(() => globalThis.firstFigureAt)).jsonValue();
  await context.close();
  return time!;
}

interface Movement {
  /** Until the drawing has changed [ms]. */
  readonly drawn: number;
  /** Until the frame with it is out [ms]. */
  readonly painted: number;
}

/** Moves a slider to and fro and waits for the drawing every time. */
function movements(opened: Page, id: string): Promise<Movement[]> {
  return opened.evaluate(
    async ({ id, count }) => {
      const input = document.getElementById(id) as HTMLInputElement;
      const drawing = document.querySelector("figure.live .wide svg")!;
      const [low, high] = [Number(input.min), Number(input.max)];
      const move = (to: number) =>
        new Promise<Movement>((resolve) => {
          const start = performance.now();
          const observer = new MutationObserver(() => {
            observer.disconnect();
            const drawn = performance.now() - start;
            requestAnimationFrame(() => setTimeout(() => resolve({ drawn, painted: performance.now() - start })));
          });
          observer.observe(drawing, { childList: true });
          input.value = String(to);
          input.dispatchEvent(new Event("input", { bubbles: true }));
        });
      const made: Movement[] = [];
      for (let i = 0; i < count; i++) made.push(await move(low + ((high - low) * ((i * 7) % count)) / count));
      return made;
    },
    { id, count: MOVEMENTS },
  );
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
}

const executable = await chromiumPath();
if (executable !== undefined) {
  const text = await page();
  const folder = mkdtempSync(join(tmpdir(), "frontera-bench-"));
  const browser = await launchChromium(executable);
  try {
    const file = join(folder, "page.html");
    writeFileSync(file, text);
    const address = pathToFileURL(file).href;
    const openings: number[] = [];
    for (let i = -2; i < OPENINGS; i++) {
      const time = await firstFigure(browser, address);
      if (i >= 0) openings.push(time);
    }
    const opened = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await opened.goto(address);
    await opened.locator("figure.live .wide svg").waitFor();
    await movements(opened, "live-recruitment");
    const ms = (value: number) => value.toFixed(1);
    const rows: string[][] = [["first figure visible", ms(median(openings)), ms(quantile(openings, 0.95))]];
    for (const slider of ["recruitment", "incapacitation"]) {
      const moved = await movements(opened, `live-${slider}`);
      for (const until of ["drawn", "painted"] as const) {
        const times = moved.map((movement) => movement[until]);
        rows.push([`${slider} to ${until}`, ms(median(times)), ms(quantile(times, 0.95))]);
      }
    }
    console.log(`the one file: ${(Buffer.byteLength(text) / 1000).toFixed(0)} kB, Chromium ${browser.version()}`);
    console.log(table([`${OPENINGS} openings, ${MOVEMENTS} movements [ms]`, "median", "95 %"], rows));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
