import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LabServer, serveLab } from "../src/cli/lab-server.ts";
import { change, quantity } from "../src/report/format.ts";
import type { SimulateDocument } from "../src/studies/scenarios/document.ts";
import type { SessionStart } from "../src/studies/scenarios/session-start.ts";
import { chromiumPath, launchChromium, watchedPage } from "./support/chromium.ts";
import { runFrontera } from "./support/run-frontera.ts";

const executable = await chromiumPath();
const SITE = join(import.meta.dirname, "../dist/lab");
const LANGUAGES = ["en", "es"] as const;
const ORDERS = "precursor-export-control=1~darien-measures=0.6@2024-03-01+8";
const EXPLORED = `?g=owner&s=Upstream%3A%20%3Cb%3E~${ORDERS}`;
const COMPARED = `?c=One~${ORDERS}&c=Two~treatment-access=1.6`;
const start = JSON.parse(readFileSync(join(SITE, "start.json"), "utf8")) as SessionStart;

let server: LabServer;
beforeAll(async () => {
  server = await listening();
});
afterAll(() => server?.close());

/** A server on some port that is free. */
async function listening(): Promise<LabServer> {
  for (let port = 8600 + (process.pid % 1000); ; port++)
    try {
      return await serveLab(SITE, port);
    } catch (error) {
      if (!/is in use/.test(String(error))) throw error;
    }
}

describe("the server of the lab", () => {
  const ask = (path: string, init: RequestInit = {}) => fetch(new URL(path, server.address), init);

  it("serves its files alone, with a policy that lets nothing else in", async () => {
    const front = await ask("");
    expect(front.status).toBe(200);
    const policy = front.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    for (const path of ["nothing", "../package.json", "%2e%2e/package.json", "assets/../../package.json"])
      expect((await ask(path)).status, path).toBe(404);
    expect((await ask("", { method: "POST" })).status).toBe(405);
  });

  it("listens on the loopback address and to its own name and pages alone", async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await ask("", { headers: { Origin: "https://example.org" } })).status).toBe(403);
    expect((await ask("", { headers: { Origin: server.address.replace(/\/$/, "") } })).status).toBe(200);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request(server.address, { headers: { Host: "rebound.example" } }, (answer) => resolve(answer.statusCode)).end();
    });
    expect(status).toBe(403);
  });

  it("says in one line which port is free where one is taken", async () => {
    const port = new URL(server.address).port;
    const { code, err, out } = await runFrontera(["lab", "--no-open", "--port", port]);
    expect([code, out]).toEqual([2, ""]);
    const free = /^port \d+ is in use; write for instance --port (\d+), which is free\n$/.exec(err)?.[1];
    const other = await serveLab(SITE, Number(free));
    await other.close();
  });
});

describe.skipIf(executable === undefined)("the lab in Chromium", { timeout: 240_000 }, () => {
  let browser: Browser;
  const troubles: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium(executable!);
  });
  afterAll(() => browser?.close());

  const blank = (options: BrowserContextOptions = {}): Promise<Page> =>
    watchedPage(browser, (url) => url.startsWith(server.address), troubles, options);

  async function opened(hash: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await blank(options);
    await page.goto(`${server.address}${hash}`);
    await page.locator(".results-head, .compare").first().waitFor();
    return page;
  }

  /** Waits until what is set has its band, and every chart shows it. */
  const banded = async (page: Page) => {
    await page.locator(".state[data-run]:not(.waiting)").waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector(".chart-box[aria-busy]") === null);
  };
  const figures = (page: Page) => page.locator(".explore .card .figures").allInnerTexts();
  const shown = (page: Page) =>
    page.locator(".chart").evaluateAll((charts) => charts.map((one) => one.outerHTML).join("\n"));
  const hashOf = (page: Page) => page.evaluate(() => location.hash);

  it("shows business as usual before any engine has started", async () => {
    const page = await blank();
    await page.route(/engine-worker/, () => undefined);
    await page.goto(server.address);
    await page.locator(".chart").nth(5).waitFor();
    const [deaths = ""] = await figures(page);
    const usual = start.usual["synthetic-opioid-deaths"]!;
    expect(deaths).toContain(quantity(usual.median.at(-1)!));
    expect(deaths).toContain(quantity(usual.high90.at(-1)!));
    await page.context().close();
  });

  it("has the numbers of the terminal, bit for bit, and keeps them over reload, contexts and the network", async () => {
    const page = await opened(`#v1/en/explore${EXPLORED}`);
    await banded(page);
    const [saved] = await Promise.all([page.waitForEvent("download"), page.click("text=Save as YAML")]);
    const { out } = await runFrontera([
      "simulate",
      (await saved.path())!,
      ...["--draws", String(start.draws), "--json", "--quiet"],
    ]);
    const told = JSON.parse(out) as SimulateDocument;
    expect(told.name).toBe("Upstream: <b>");
    expect(await page.locator(".state").getAttribute("data-run")).toBe(told.fingerprint);
    const cards = await figures(page);
    for (const [i, { id }] of start.outcomes.entries()) {
      const { atEnd } = told.outcomes.find((one) => one.id === id)!;
      for (const { median, interval90 } of [atEnd.businessAsUsual, atEnd.start])
        expect(cards[i]?.replace(/\s+/g, " "), id).toContain(
          `${change(median)} (${change(interval90[0])} to ${change(interval90[1])})`,
        );
    }
    // History is read on the same weeks by both: the table that is handed out has every bit.
    await page.locator('[data-outcome="synthetic-opioid-deaths"] summary').click();
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.click('[data-outcome="synthetic-opioid-deaths"] .take button:has-text("CSV")'),
    ]);
    const rows = readFileSync((await table.path())!, "utf8")
      .split("\n")
      .map((line) => line.split(","))
      .filter(([name, date = ""]) => name === "business as usual" && date < start.from);
    const deaths = told.outcomes.find(({ id }) => id === "synthetic-opioid-deaths")!;
    expect(rows.length).toBeGreaterThan(80);
    for (const [, date = "", ...numbers] of rows) {
      const at = told.dates.indexOf(date);
      expect(numbers.map(Number)).toEqual(
        (["median", "low50", "high50", "low90", "high90"] as const).map((line) => deaths[line][at]),
      );
    }

    const picture = await shown(page);
    const address = await hashOf(page);
    expect(address).toContain("Upstream%3A%20%3Cb%3E");
    await page.reload();
    await banded(page);
    expect([await hashOf(page), await figures(page), await shown(page)]).toEqual([address, cards, picture]);
    const other = await opened(address);
    await banded(other);
    expect([await figures(other), await shown(other)]).toEqual([cards, picture]);
    await other.context().close();

    await page.context().setOffline(true);
    await page.locator("#lever-treatment-access").press("End");
    await page.locator(".state.waiting").waitFor();
    await banded(page);
    expect((await figures(page))[0]).not.toBe(cards[0]);
    await page.context().close();
  });

  it("greys what is out of date and never mixes it with what is set", async () => {
    const page = await opened("#v1/en/explore?s=~treatment-access=1.3");
    await banded(page);
    const before = await figures(page);
    await page.locator("#lever-treatment-access").press("Home");
    await page.locator("#lever-naloxone-reach").press("End");
    await page.locator('[data-outcome="synthetic-opioid-deaths"] .chart-box[data-shows*=" draw "]').waitFor();
    const [deaths = ""] = await figures(page);
    // What one draw says is marked as such, and stands without the interval of another setting.
    expect(deaths).toMatch(/^≈/);
    expect(deaths).not.toContain("90 %");
    expect(await page.locator('[data-outcome="synthetic-opioid-deaths"] path[stroke="#b4bcc2"]').count()).toBe(1);
    await banded(page);
    expect(await page.locator('path[stroke="#b4bcc2"]').count()).toBe(0);
    expect((await figures(page))[0]).not.toBe(before[0]);
    await page.context().close();
  });

  it("starts a broken engine again, says so, and answers", async () => {
    const page = await blank();
    await page.addInitScript(() => {
      const Real = globalThis.Worker;
      let made = 0;
      globalThis.Worker = class extends Real {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          if (made++ < 2) queueMicrotask(() => this.onerror?.call(this, new ErrorEvent("error", { cancelable: true })));
        }
      };
    });
    await page.goto(`${server.address}#v1/en/explore?s=~treatment-access=1.3`);
    await page.locator("text=The engine stopped and has been started again").waitFor();
    await banded(page);
    await page.context().close();
  });

  it.each([
    ["#v1/en/explore?s=%3Cimg%20src=x%20onerror=alert(1)%3E~x=1", "x=1"],
    ["#v1/en/explore?<script>alert(1)</script>", "not known"],
  ])("refuses the address %s in a clear line", async (hash, said) => {
    const page = await opened(hash);
    expect(await page.locator('[role="alert"]').textContent()).toContain(said);
    expect(await page.locator("#lab img, #lab script").count()).toBe(0);
    await page.context().close();
  });

  it("shows a hostile file as text, with its line, and takes one of the terminal", async () => {
    const page = await opened("#v1/en/explore");
    await page.locator("button:has-text('Open YAML'):enabled").waitFor({ timeout: 60_000 });
    const give = (text: string) =>
      page.setInputFiles('input[type="file"]', { name: "a<b>.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
    await give('frontera: 1\nname: "<img src=x onerror=alert(1)>"\nlevers:\n  treatment-acess: 1.2\n');
    const alert = page.locator('.set [role="alert"]');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/unknown lever: treatment-acess.*:4.*did you mean treatment-access/s);
    await give('frontera: 1\nname: "<img src=x onerror=alert(1)>"\nlevers:\n  treatment-access: 1.2\n');
    await alert.waitFor({ state: "detached" });
    expect(await page.locator("#results-title").textContent()).toBe("<img src=x onerror=alert(1)>");
    expect(await page.locator("#lab img").count()).toBe(0);
    await page.context().close();
  });

  it.each(LANGUAGES)(
    "has no violation of accessibility, no overflow and a name for everything, %s",
    async (language) => {
      const page = await opened(`#v1/${language}/explore${EXPLORED}`);
      for (const hash of ["", `#v1/${language}/compare${COMPARED}`]) {
        if (hash !== "") await page.goto(`${server.address}${hash}`);
        await page
          .locator(hash === "" ? ".explore .state:not(.waiting)" : ".compare table")
          .first()
          .waitFor({ timeout: 60_000 });
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 844 });
          const { violations } = await new AxeBuilder({ page })
            .options({ resultTypes: ["violations"] })
            .setLegacyMode()
            .analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} and ${nodes.length - 1} more`)).toEqual(
            [],
          );
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
      }
      await page.context().close();
    },
  );

  it("did all this without a request to others and without a complaint", () => {
    expect(troubles.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line))).toEqual([]);
  });
});
