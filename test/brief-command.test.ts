import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messagesOf } from "../src/language/language.ts";
import type { ClaimDocument } from "../src/studies/claims/document.ts";
import { CLAIMS } from "../src/studies/claims/weigh-claims.ts";
import type { StudyDocument } from "../src/studies/study/document.ts";
import { cannotPrint, print } from "./support/print.ts";
import { runFrontera, runProcess } from "./support/run-frontera.ts";
import { readWord } from "./support/word.ts";

const folder = mkdtempSync(join(tmpdir(), "frontera-brief-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Printed = Pick<StudyDocument, "fingerprint" | "seed" | "draws" | "failed" | "estimates" | "contrasts" | "asOf"> & {
  readonly command: string;
  readonly claimsFingerprint: string;
  readonly conditioning: Pick<StudyDocument["conditioning"], "effectiveSampleSize" | "needed" | "gate">;
  readonly headlines: readonly string[];
  readonly claims: readonly ClaimDocument[];
  readonly word: string;
  readonly page: string;
  readonly files: readonly string[];
};

interface Note {
  readonly code: number | null;
  readonly told: Printed;
  readonly word: Buffer;
  readonly page: string;
}

async function brief(name: string, ...words: string[]): Promise<Note> {
  return briefWith(runFrontera, name, words);
}

async function briefWith(run: typeof runFrontera, name: string, words: readonly string[]): Promise<Note> {
  const { code, out, err } = await run(["brief", "--out", join(folder, name), "--json", "--quiet", ...words]);
  expect(err).toBe("");
  const told = JSON.parse(out) as Printed;
  return { code, told, word: readFileSync(told.word), page: readFileSync(told.page, "utf8") };
}

/** Enough draws for a green gate, and so few that the gate is red. */
const ENOUGH = ["--draws", "3500", "--seed", "7"];
const FEW = ["--draws", "600", "--seed", "7"];

let english: Note;
let spanish: Note;
let red: Note;

beforeAll(async () => {
  english = await brief("en", ...ENOUGH, "--workers", "1");
  spanish = await brief("es", ...ENOUGH, "--workers", "1", "--lang", "es");
  red = await brief("red-es", ...FEW, "--workers", "2", "--lang", "es");
}, 600_000);

/** Words of the page as a reader sees them. */
function textOf(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

describe("frontera brief", () => {
  it("writes a Word file that holds every claim and every headline", () => {
    for (const { word, told, code } of [english, spanish]) {
      expect(code).toBe(0);
      const { parts, text, described } = readWord(word);
      expect([...parts.keys()]).toEqual(
        expect.arrayContaining(["[Content_Types].xml", "word/document.xml", "word/styles.xml"]),
      );
      for (const id of CLAIMS) expect(text, id).toMatch(new RegExp(`^${id} `, "m"));
      expect(told.headlines.length).toBeGreaterThan(6);
      for (const headline of told.headlines) expect(text).toContain(headline);
      // Three pictures, each with words for those who cannot see it.
      expect(
        [...parts.keys()].filter((path) => /^word\/media\/.*\.(png|svg)$/.test(path)).length,
      ).toBeGreaterThanOrEqual(3);
      expect(described).toHaveLength(3);
      for (const words of described) expect(words.length).toBeGreaterThan(40);
      expect(text).not.toMatch(/NaN|undefined|\[object|Infinity/);
    }
  });

  it("writes a page that says the same as the Word file", () => {
    for (const { word, page, told } of [english, spanish]) {
      const text = textOf(page);
      const squeezed = (words: string) => words.replace(/\s+/g, " ");
      for (const headline of told.headlines) expect(text).toContain(squeezed(headline));
      for (const { headline, claim } of told.claims)
        for (const words of [headline, claim]) expect(text).toContain(words);
      // Every paragraph of the Word file stands on the page, leads and texts apart from one another by one blank.
      const missing = readWord(word)
        .text.split("\n")
        .map((line) => squeezed(line).trim())
        .filter((line) => line !== "" && !text.includes(line));
      expect(missing).toEqual([]);
      expect(page).not.toMatch(/NaN|undefined|<script|src="http|href="http[^"]*\.css/);
    }
  });

  it("has the numbers of study and claims", async () => {
    const options = [...FEW, "--workers", "1", "--json", "--quiet", "--lang", "es"];
    // The note is about the cartels alone.
    const study = await runFrontera(["study", ...options, "--system-draws", "0", "--out", join(folder, "study")]);
    const claims = await runFrontera(["claims", ...options]);
    const document = JSON.parse(study.out) as StudyDocument;
    const weighed = JSON.parse(claims.out) as { fingerprint: string; claims: ClaimDocument[] };
    const { told } = red;
    for (const key of ["fingerprint", "seed", "draws", "failed", "estimates", "contrasts", "asOf"] as const)
      expect(told[key], key).toEqual(document[key]);
    expect(document.conditioning).toMatchObject(told.conditioning);
    expect(told.claims).toEqual(weighed.claims);
    expect(told.claimsFingerprint).toBe(weighed.fingerprint);
    // And the words have them too.
    const text = textOf(red.page);
    const members = document.estimates.filter(({ id }) => id === "members");
    const four = (value: number) => Number(value.toPrecision(4)).toLocaleString("en-US");
    expect(members).toHaveLength(2);
    for (const { median, interval90 } of members)
      for (const value of [median, ...interval90]) expect(text).toContain(four(value));
    const deaths = document.contrasts.filter(({ outcome, at }) => outcome === "conflict-deaths" && at === "2029-01-01");
    expect(deaths.length).toBe(7);
    for (const { median } of deaths)
      expect(text).toContain(
        `${median < 0 ? "−" : "+"}${Math.abs(median * 100).toFixed(1)}\u00a0%`.replace("\u00a0", " "),
      );
  });

  it("gives the same bytes again, for 1 and 2 workers", async () => {
    // In a process of its own: this one remembers the draws that it has weighed.
    const again = await briefWith(runProcess, "again", [...FEW, "--workers", "1", "--lang", "es"]);
    expect(again.word.equals(red.word)).toBe(true);
    expect(again.page).toBe(red.page);
    const apart = ({ told }: Note) => ({ ...told, host: 0, word: 0, page: 0, files: 0 });
    expect(apart(again)).toEqual(apart(red));
  });

  it("speaks both languages, with no key of a message left over", () => {
    expect(english.page).toContain('<html lang="en">');
    expect(spanish.page).toContain('<html lang="es">');
    const [en, es] = [textOf(english.page), textOf(spanish.page)];
    for (const text of [en, es, readWord(spanish.word).text]) {
      expect(text).not.toMatch(/\{\{|\}\}/);
      expect([...messagesOf("en").keys()].filter((key) => text.includes(key))).toEqual([]);
    }
    expect(es).toContain("Qué se pidió en las conversaciones");
    // Titles of sources and the citation stay as they are.
    const own = es.slice(0, es.indexOf("Cómo citar"));
    expect(own).not.toMatch(
      /\b(the|business as usual|draws|claim|verdict|asked|not told|commitments?|March|December)\b/,
    );
    expect(spanish.told.estimates).toEqual(english.told.estimates);
    expect(spanish.told.claims.map(({ verdict }) => verdict)).toEqual(
      english.told.claims.map(({ verdict }) => verdict),
    );
  });

  it("says on the note and by its exit code that a red gate must not be quoted", () => {
    expect(red.told.conditioning.gate).toBe("red");
    expect(red.code).toBe(1);
    expect(red.page).toMatch(/<p class="warning">/);
    expect(english.page).not.toMatch(/<p class="warning">/);
    const warning = /<p class="warning">([^<]+)/.exec(red.page)?.[1] ?? "none";
    expect(readWord(red.word).text).toContain(warning.replaceAll("\u00a0", " "));
  });

  it("prints the headlines and where the note is", async () => {
    const out = join(folder, "people");
    const { code, out: text } = await runFrontera(["brief", ...FEW, "--workers", "1", "--quiet", "--out", out]);
    expect(code).toBe(1);
    expect(text).toMatch(/^Briefing note · policies and data as of December 2023\n/);
    expect(text).toMatch(/\nThe note: .*brief\.docx\nAs a page to print: .*brief\.html\n$/);
    expect(readdirSync(out).sort()).toEqual(["brief.docx", "brief.html"]);
    for (const line of text.split("\n").filter((one) => !one.includes("brief.")))
      expect(line.length).toBeLessThanOrEqual(100);
  });

  it("leaves nothing behind when it is interrupted", async () => {
    const out = join(folder, "stopped");
    const words = ["brief", "--draws", "6000", "--workers", "2", "--out", out];
    const { code, err } = await runProcess(words, { signal: "SIGINT" });
    expect(code).toBe(130);
    expect(err).toMatch(/stopped/);
    expect(existsSync(out)).toBe(false);
  });
});

describe("the note in print", () => {
  for (const format of ["A4", "Letter"] as const)
    it(`fills two sheets of ${format} in both languages, with and without a warning`, async ({ skip }) => {
      skip(cannotPrint !== undefined, cannotPrint);
      const printed = await print([english.told.page, spanish.told.page, red.told.page], format);
      expect(printed.map(({ pages }) => pages)).toEqual([2, 2, 2]);
      for (const { pdf } of printed) expect(pdf.length).toBeGreaterThan(10_000);
    });
});
