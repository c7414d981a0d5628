import { describe, expect, it } from "vitest";
import { ACTORS, type AgendaRow, FORUMS, ISSUES, readAgenda } from "./agenda.ts";
import { EVIDENCE_FILES } from "./bundle.ts";
import { loadDataset } from "./dataset.ts";
import { Findings } from "./findings.ts";
import { LEVER_IDS } from "./lever-ids.ts";

const HEAD =
  "date,forum,actor,issue,kind,what,what_es,counterpart,lever,follow_up,follow_up_note,follow_up_note_es,source_id,confidence";
const GOOD: Readonly<Record<string, string>> = {
  date: "2023-10-05",
  forum: "HLSD 3",
  actor: "MX",
  issue: "firearms",
  kind: "ask",
  what: "Fewer guns.",
  what_es: "Menos armas.",
  counterpart: "US",
  lever: "gun-source-rules",
  follow_up: "partly",
  follow_up_note: "",
  follow_up_note_es: "",
  source_id: "a",
  confidence: "official",
};

/** Reads the good row with some cells changed, after `before` rows as they should be. */
function read(changes: Readonly<Record<string, string>>, before: readonly string[] = []) {
  const findings = new Findings();
  const sources = loadDataset({
    "sources.csv":
      "id,publisher,title,url,accessed_from,licence,confidence,primary\na,A,T,https://a.org,page,none,official,yes\n",
  }).sources;
  const line = HEAD.split(",").map((name) => changes[name] ?? GOOD[name] ?? "");
  const rows = readAgenda([HEAD, ...before, line.join(",")].join("\n"), "agenda.csv", sources, findings);
  return { rows, codes: findings.issues.map(({ code, path }) => `${code} ${path}`), issues: findings.issues };
}

describe("reading the agenda", () => {
  it("takes a good row, with or without what may be empty", () => {
    expect(read({})).toMatchObject({ codes: [], rows: [{ counterpart: "US", lever: "gun-source-rules" }] });
    expect(read({ counterpart: "", lever: "" })).toMatchObject({
      codes: [],
      rows: [{ counterpart: null, lever: null }],
    });
    expect(read({ date: "2023-10" }).rows[0]?.period).toMatchObject({ start: "2023-10-01", end: "2023-11-01" });
  });

  it.each([
    [{ date: "2023-02-30" }, "invalid-date"],
    [{ date: "2023" }, "invalid-date"],
    [{ date: "FY2023" }, "invalid-date"],
    [{ date: "" }, "missing-value"],
    [{ forum: "HLSD 4" }, "bad-value"],
    [{ actor: "UK" }, "bad-value"],
    [{ issue: "guns" }, "bad-value"],
    [{ kind: "wish" }, "bad-value"],
    [{ counterpart: "UK" }, "bad-value"],
    [{ lever: "gun-source-rule" }, "bad-value"],
    [{ lever: "L8" }, "bad-value"],
    [{ follow_up: "unknown" }, "bad-value"],
    [{ confidence: "recalled" }, "bad-value"],
    [{ what: "" }, "missing-value"],
    [{ what_es: "" }, "missing-value"],
    [{ what_es: "Fewer guns." }, "untranslated"],
    [{ follow_up_note: "a law" }, "untranslated"],
    [{ follow_up_note_es: "una ley" }, "untranslated"],
    [{ source_id: "b" }, "unknown-source"],
  ])("refuses %j at its line", (changes, code) => {
    expect(read(changes).codes).toEqual([`${code} agenda.csv:2`]);
  });

  it("names the nearest lever", () => {
    expect(read({ lever: "gun-source-rule" }).issues[0]?.hint).toBe("did you mean gun-source-rules?");
  });

  it("refuses a row that is there already, and a table without rows", () => {
    const line = HEAD.split(",").map((name) => GOOD[name]);
    expect(read({}, [line.join(",")]).codes).toEqual(["duplicate-row agenda.csv:3"]);
    const findings = new Findings();
    readAgenda(`${HEAD}\n`, "agenda.csv", new Map(), findings);
    expect(findings.issues.map(({ code }) => code)).toEqual(["empty-table"]);
  });

  it("puts the rows in the order of time", () => {
    const later = HEAD.split(",").map((name) => (name === "date" ? "2024-01" : GOOD[name]));
    expect(read({}, [later.join(",")]).rows.map(({ date }) => date)).toEqual(["2023-10-05", "2024-01"]);
  });

  it("is part of what the evidence is checked for", () => {
    const damaged = (EVIDENCE_FILES["agenda.csv"] ?? "").replace(",wh_briefings,", ",wh_briefing,");
    expect(() => loadDataset({ ...EVIDENCE_FILES, "agenda.csv": damaged })).toThrow(
      /unknown source: wh_briefing \(evidence\/agenda\.csv:\d+\); did you mean wh_briefings\?/,
    );
  });
});

describe("the agenda", () => {
  const { agenda, sources } = loadDataset();
  const count = (test: (row: AgendaRow) => boolean) => agenda.filter(test).length;

  it("has every row: 96 before 2024 and 29 after", () => {
    expect(agenda).toHaveLength(125);
    expect(count(({ date }) => date < "2024")).toBe(96);
    for (const [i, { period }] of agenda.entries())
      if (i > 0) expect(period.start >= (agenda[i - 1]?.period.start ?? "")).toBe(true);
  });

  it("has parties of its own for the regional track and for precursors", () => {
    for (const actor of ["PA", "CO", "CN", "CA", "regional"])
      expect(count((row) => row.actor === actor)).toBeGreaterThan(0);
    expect(count(({ actor, issue }) => actor === "CN" && issue === "precursors")).toBe(6);
    for (const actor of ACTORS)
      expect(
        count((row) => row.actor === actor),
        actor,
      ).toBeGreaterThan(0);
    for (const issue of ISSUES)
      expect(
        count((row) => row.issue === issue),
        issue,
      ).toBeGreaterThan(0);
    for (const forum of FORUMS)
      expect(
        count((row) => row.forum === forum),
        forum,
      ).toBeGreaterThan(0);
  });

  it("ties its rows to levers and sources that there are", () => {
    expect(LEVER_IDS).toHaveLength(26);
    expect(new Set(LEVER_IDS).size).toBe(26);
    for (const id of LEVER_IDS) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(count(({ lever }) => lever === null)).toBe(3);
    for (const { source, at } of agenda) expect(sources.has(source), at).toBe(true);
  });

  it("speaks of governments, in the words of the house", () => {
    for (const { what, whatEs, followUpNote, followUpNoteEs, at } of agenda) {
      const text = [what, whatEs, followUpNote, followUpNoteEs].join(" ");
      expect(text, at).not.toMatch(/\bill?egal/i);
      // People on trial are no part of an aggregate record.
      expect(text, at).not.toMatch(/Guzm[aá]n|Zambada|Salas|Chapo/);
      expect(what, at).toMatch(/^[A-Z].*\.$/);
      expect(whatEs, at).toMatch(/^[A-ZÁÉÍÓÚ0-9].*\.$/);
      if (/\bencounters\b/.test(text)) expect(text, at).toMatch(/events, not persons.*eventos, no personas/);
    }
  });
});
