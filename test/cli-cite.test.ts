import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { citeCommand } from "../src/cli/cite.ts";
import { citation } from "../src/report/cite.ts";
import { studyFixture } from "./fixtures/study-document.ts";
import { keptTerminal } from "./support/kept-terminal.ts";

const study = studyFixture();
const cited = citation(study.version, study.fingerprint, study.sources);
let folder = "";
const put = (text: string, name = "study.json") => writeFileSync(join(folder, name), text);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "frontera-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function printed(...words: string[]): string {
  const { terminal, kept } = keptTerminal();
  citeCommand(terminal).parse(words, { from: "user" });
  expect(kept.err).toBe("");
  return kept.out;
}

describe("frontera cite", () => {
  it("cites the software and the study whose equations it runs", () => {
    expect(printed()).toContain("doi.org/10.1126/science.adh2888");
    expect(printed("--bibtex")).toContain("@software{frontera,");
    expect(JSON.parse(printed("--json"))).toMatchObject({
      fingerprint: null,
      references: [expect.any(String), expect.any(String)],
    });
  });

  it("cites a run with its fingerprint and its sources", () => {
    put(JSON.stringify(study));
    expect(printed(folder)).toBe(`${cited.text}\n`);
    expect(printed(folder, "--bibtex")).toBe(cited.bibtex);
    expect(JSON.parse(printed(folder, "--json"))).toEqual({
      version: study.version,
      fingerprint: study.fingerprint,
      references: cited.text.split("\n\n"),
      bibtex: cited.bibtex,
    });
  });

  it.each([
    ["{", "a JSON document"],
    ["[]", "a study document"],
    ["null", "a study document"],
    ['{"version": "1", "fingerprint": "../x"}', "version and fingerprint"],
    ['{"version": "1", "fingerprint": "0123456789ab", "sources": {}}', "a list of sources"],
    ['{"version": "1", "fingerprint": "0123456789ab", "sources": [{"id": 1}]}', "id, citation and url of every source"],
  ])("refuses %j for a run", (text, expected) => {
    put(text);
    expect(() => printed(folder)).toThrow(expected);
  });

  it("falls back on the BibTeX of the run", () => {
    rmSync(join(folder, "study.json"));
    expect(() => printed(folder)).toThrow("there is no run in this folder");
    put(cited.bibtex, "citation.bib");
    expect(printed(folder)).toBe(cited.bibtex);
    expect(JSON.parse(printed(folder, "--json"))).toEqual({ references: null, bibtex: cited.bibtex });
  });
});
