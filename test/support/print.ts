import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const BROWSER = process.env.FRONTERA_CHROMIUM ?? "/usr/bin/chromium";

/** Why a page cannot be printed here; nothing where it can. */
export const cannotPrint: string | undefined = existsSync(BROWSER)
  ? undefined
  : `no Chromium at ${BROWSER} (set FRONTERA_CHROMIUM), so nothing was printed`;

export interface Printed {
  readonly pages: number;
  readonly pdf: Buffer;
}

/** Prints pages of HTML, as a reader would with the sheets of a printer and no further settings. */
export async function print(files: readonly string[], format: "A4" | "Letter"): Promise<Printed[]> {
  const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const printed: Printed[] = [];
    for (const file of files) {
      await page.goto(pathToFileURL(file).href);
      const pdf = await page.pdf({ format, printBackground: true, preferCSSPageSize: false });
      printed.push({ pages: pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, pdf });
    }
    return printed;
  } finally {
    await browser.close();
  }
}
