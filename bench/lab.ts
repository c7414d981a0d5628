/**
 * The lab in Chromium, served from this machine: how soon its first chart is there and with how much script, how soon one draw
 * is drawn behind a lever, how soon its band, and the longest task of the page while levers move.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { serveLab } from "../src/cli/lab-server.ts";
import { chromiumPath, launchChromium } from "../test/support/chromium.ts";
import { median, table } from "./measure.ts";

const PORT = 8479;
const OPENINGS = 9;
const MOVEMENTS = 40;
const BANDS = 12;
const LEVERS = ["treatment-access", "gun-recovery", "interception", "precursor-export-control"];

declare global {
  /** When the first chart had been painted, since the page was asked for [ms]. */
  var firstChartAt: number | undefined;
  var longTasks: number[];
}

function watch(): void {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
  }).observe({ entryTypes: ["longtask"] });
  const look = () => {
    if ((document.querySelector(".chart")?.getBoundingClientRect().height ?? 0) === 0) requestAnimationFrame(look);
    else
      setTimeout(() => {
        globalThis.firstChartAt = performance.now();
      });
  };
  requestAnimationFrame(look);
}

async function firstChart(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address);
  const time = await (await page.waitForFunction(() => globalThis.firstChartAt)).jsonValue();
  await context.close();
  return time!;
}

/** Movements so far: none goes where the last one of the lever went. */
let moved = 0;

/** Moves levers one after another; every time until all six charts show it, as one draw or as the band. */
function movements(page: Page, count: number, until: "draw" | "band", levers: readonly string[]): Promise<number[]> {
  const first = moved;
  moved += count;
  return page.evaluate(
    async ({ count, until, levers, first }) => {
      const boxes = [...document.querySelectorAll<HTMLElement>(".chart-box")];
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
      const times: number[] = [];
      for (let i = 0; i < count; i++) {
        const input = document.getElementById(`lever-${levers[(first + i) % levers.length]}`) as HTMLInputElement;
        const [low, high] = [Number(input.min), Number(input.max)];
        const before = boxes.map(({ dataset }) => dataset.shows);
        const begin = performance.now();
        set.call(input, String(low + (high - low) * (0.35 + (((first + i) * 7) % 50) / 100)));
        input.dispatchEvent(new Event("input", { bubbles: true }));
        const there = () =>
          boxes.every(({ dataset }, b) => dataset.shows !== before[b] && dataset.shows?.includes(` ${until} `));
        const late = await new Promise<boolean>((resolve) => {
          const look = () => {
            if (there()) resolve(false);
            else if (performance.now() - begin > 90_000) resolve(true);
            else setTimeout(look, 1);
          };
          look();
        });
        if (late) throw new Error(`no ${until} within 90 s`);
        times.push(performance.now() - begin);
        // The band that follows a draw is not to be in the way of the next.
        if (until === "draw") await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return times;
    },
    { count, until, levers: [...levers], first },
  );
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
}

const executable = await chromiumPath();
if (executable !== undefined) {
  execFileSync("node", ["tools/build.mjs"], { stdio: "inherit" });
  const scripts = readdirSync("dist/lab/assets").filter((name) => name.endsWith(".js"));
  const kB = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(`dist/lab/assets/${name}`), { level: 9 }).length, 0) / 1000;
  const server = await serveLab("dist/lab", PORT);
  const browser = await launchChromium(executable);
  try {
    const openings: number[] = [];
    for (let i = -2; i < OPENINGS; i++) {
      const time = await firstChart(browser, server.address);
      if (i >= 0) openings.push(time);
    }
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watch);
    await page.goto(server.address);
    await page.locator(".chart").first().waitFor();
    const begin = performance.now();
    const [cold] = await movements(page, 1, "band", LEVERS);
    await movements(page, 4, "band", LEVERS);
    const warm = performance.now() - begin;
    const bands = await movements(page, BANDS, "band", LEVERS);
    await movements(page, 10, "draw", LEVERS);
    await page.evaluate(() => {
      globalThis.longTasks = [];
    });
    const draws = await movements(page, MOVEMENTS, "draw", ["treatment-access"]);
    const tasks = await page.evaluate(() => globalThis.longTasks);
    const ms = (value: number) => value.toFixed(0);
    console.log(
      `script for the first chart ${kB(scripts.filter((name) => name.startsWith("index"))).toFixed(0)} kB, engine ${kB(scripts.filter((name) => name.startsWith("engine"))).toFixed(0)} kB (gzip)`,
    );
    console.log(
      table(
        [`${OPENINGS} openings, ${MOVEMENTS} movements, ${BANDS} bands [ms]`, "median", "95 %"],
        [
          ["first chart", ms(median(openings)), ms(quantile(openings, 0.95))],
          ["lever to one draw on six charts", ms(median(draws)), ms(quantile(draws, 0.95))],
          ["lever to band of 250 draws", ms(median(bands)), ms(quantile(bands, 0.95))],
        ],
      ),
    );
    console.log(`first band after opening ${ms(cold!)} ms, five bands ${ms(warm)} ms`);
    console.log(`tasks over 50 ms while a lever moves: ${tasks.length}, longest ${ms(Math.max(0, ...tasks))} ms`);
  } finally {
    await browser.close();
    await server.close();
  }
}
