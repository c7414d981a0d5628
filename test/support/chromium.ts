import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const run = promisify(execFile);
const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const INSTALL_TIME = 300_000;
const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A program of this name or path that can be run. */
function program(name: string): string | undefined {
  const places = name.includes("/") ? [name] : ["/usr/bin", ...path()].map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function path(): string[] {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}

function installed(): string | undefined {
  const named = process.env.FRONTERA_CHROMIUM;
  return (named === undefined ? NAMES : [named]).map(program).find((found) => found !== undefined);
}

/**
 * Path of a Chromium: `FRONTERA_CHROMIUM`, one that is installed, or one from Debian where root can install it. Nothing where
 * there is none; standard error then says why tests are skipped.
 */
export async function chromiumPath(): Promise<string | undefined> {
  const found = installed();
  if (found !== undefined) return found;
  const why = await install();
  const made = installed();
  if (made === undefined)
    process.stderr.write(
      `\nSKIPPED: no Chromium was found (${why}). Install one or set FRONTERA_CHROMIUM to its path; the page is not tested in a browser.\n\n`,
    );
  return made;
}

/** Installs Chromium from Debian and says what hindered it. */
async function install(): Promise<string> {
  if (process.env.FRONTERA_CHROMIUM !== undefined) return `FRONTERA_CHROMIUM is ${process.env.FRONTERA_CHROMIUM}`;
  const aptGet = program("apt-get");
  if (aptGet === undefined) return "there is no apt-get";
  if (process.getuid?.() !== 0) return "only root can install it with apt-get";
  const options = { timeout: INSTALL_TIME, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  try {
    await run(aptGet, ["update"], options);
    await run(aptGet, ["install", "-y", "--no-install-recommends", "chromium"], options);
    return "apt-get installed it where it is not looked for";
  } catch (error) {
    return `apt-get failed: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`;
  }
}

/** Chromium without anything that calls out by itself. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: SWITCHES });
}

/** A page of its own. What it asks of others than `own`, and what it complains of, is added to `troubles`. */
export async function watchedPage(
  browser: Browser,
  own: (url: string) => boolean,
  troubles: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!own(url) && !/^(blob|data):/.test(url)) troubles.push(`asked for ${url}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  return page;
}
