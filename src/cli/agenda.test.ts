import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keptTerminal } from "../../test/support/kept-terminal.ts";
import { parseCsv } from "../data/csv.ts";
import { loadDataset } from "../data/dataset.ts";
import { LEVER_IDS } from "../data/lever-ids.ts";
import { agendaCommand } from "./agenda.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "frontera-agenda-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(words: readonly string[], width = 90): Promise<{ out: string; err: string }> {
  const { terminal, kept } = keptTerminal(width);
  await agendaCommand(terminal)
    .exitOverride()
    .parseAsync([...words], { from: "user" });
  return kept;
}

const ACTORS = ["US", "MX", "PA", "CO", "CN", "CA", "regional"];
const KINDS = ["ask", "commitment", "action", "statement", "refusal"];
const FOLLOW_UPS = ["done", "partly", "not done", "not told"];

/** The row is as the contract has it; says what is not. */
function faults(row: Readonly<Record<string, unknown>>, sources: ReadonlySet<string>): string[] {
  const text = (key: string) => typeof row[key] === "string" && row[key] !== "";
  const oneOf = (key: string, words: readonly unknown[]) => words.includes(row[key]);
  const checks: Readonly<Record<string, boolean>> = {
    date: text("date") && /^\d{4}-\d{2}(-\d{2})?$/.test(String(row.date)),
    forum: text("forum"),
    actor: oneOf("actor", ACTORS),
    issue: text("issue"),
    kind: oneOf("kind", KINDS),
    what: text("what"),
    counterpart: row.counterpart === null || oneOf("counterpart", ACTORS),
    lever: row.lever === null || oneOf("lever", LEVER_IDS),
    followUp: oneOf("followUp", FOLLOW_UPS),
    followUpNote: typeof row.followUpNote === "string",
    source: sources.has(String(row.source)),
    confidence: oneOf("confidence", ["official", "secondary"]),
  };
  return Object.entries(checks).flatMap(([key, good]) => (good ? [] : [`${row.date} ${key}: ${String(row[key])}`]));
}

describe("frontera agenda --json", () => {
  it.each(["en", "es"])("keeps the contract in %s", async (language) => {
    const { out, err } = await run(["--json", "--lang", language]);
    const { rows, counts } = JSON.parse(out);
    const sources = new Set(loadDataset().sources.keys());
    expect(err).toBe("");
    expect(rows).toHaveLength(125);
    expect(rows.flatMap((row: Readonly<Record<string, unknown>>) => faults(row, sources))).toEqual([]);
    expect(Object.keys(counts)).toEqual(["byActor", "byIssue", "byFollowUp"]);
    for (const of of Object.values(counts) as Record<string, number>[])
      expect(Object.values(of).reduce((sum, n) => sum + n, 0)).toBe(125);
  });

  it("gives the rows that are asked for", async () => {
    const { rows } = JSON.parse(
      (await run(["--json", "--actor", "CN", "--issue", "precursors", "--to", "2023-12-31"])).out,
    );
    expect(rows.map(({ date }: { date: string }) => date)).toEqual(["2019-05", "2022-08-05", "2023-11-15"]);
    const none = JSON.parse((await run(["--json", "--actor", "CA", "--issue", "trade"])).out);
    expect(none.rows).toEqual([]);
    expect(none.counts.byActor.CA).toBe(0);
  });

  it("says which rows are of the talks and which of the communiqué", async () => {
    const { rows } = JSON.parse((await run(["--json"])).out);
    const dates = (occasion: string | null) =>
      new Set(
        rows.filter((row: { occasion: string }) => row.occasion === occasion).map(({ date }: { date: string }) => date),
      );
    expect([...dates("talks")]).toEqual(["2023-10-05"]);
    expect([...dates("communique")]).toEqual(["2023-12-28"]);
    expect(dates(null).size).toBeGreaterThan(20);
  });
});

describe("frontera agenda", () => {
  it.each([
    [["--actor", "MXX"], "unknown actor: MXX; did you mean MX?"],
    [["--issue", "migraton"], "unknown issue: migraton; did you mean migration?"],
    [["--from", "2024-01-01", "--to", "2023-01-01"], "--from 2024-01-01 lies after --to 2023-01-01"],
    [["--from", "2023-02-30"], "--from cannot be read"],
    [["--lang", "fr"], "unknown language: fr; expected en or es"],
    [["--json", "--csv"], "--json and --csv exclude each other"],
    [["--svg", ""], "this is no path (--svg)"],
    [["--svg", "package.json/x.svg"], "a folder is needed and this is a file"],
    [["--actor", "CA", "--issue", "trade", "--svg", "x.svg"], "there is nothing to draw"],
  ])("refuses %j", async (words, message) => {
    await expect(run(words)).rejects.toThrow(message);
  });

  it.each([60, 90, 400])("lists within a terminal of %i columns, addresses apart", async (width) => {
    for (const language of ["en", "es"]) {
      const lines = (await run(["--lang", language], width)).out.split("\n");
      expect(lines.length).toBeGreaterThan(600);
      const table = lines.findIndex((line) => /^Part(?:ies|es), /.test(line));
      for (const [i, line] of lines.entries())
        if (!line.includes("http") && i < table - 12)
          expect(line.length, line).toBeLessThanOrEqual(Math.min(100, width));
    }
  });

  it("groups by date, marks what came after the record, and sums up", async () => {
    const { out } = await run(["--actor", "MX", "--from", "2023-12-28"]);
    const lines = out.split("\n");
    expect(lines[0]).toBe("What governments asked, promised and did, 2023–2025, as of November 2025");
    expect(lines.filter((line) => line === "28 December 2023")).toHaveLength(1);
    expect(lines.indexOf("5 January 2024")).toBeGreaterThan(
      lines.findIndex((line) => line.startsWith("After 31 December 2023: acts of governments only")),
    );
    expect(out).toContain("Mexico → United States · ask · regularisation · joint communiqué · 27–28 December 2023");
    expect(out).toContain("2 rows come from the communiqué of 27–28 December 2023 (2 asks, 0 commitments).");
    expect(out).toMatch(/^party +done +partly +not done +not told +total$/m);
  });

  it("speaks Spanish as in Mexico", async () => {
    const { out: told } = await run(["--lang", "es", "--from", "2023-10-05", "--to", "2023-10-05"], 100);
    // Sources keep their titles and addresses.
    const out = told.slice(0, told.indexOf("\nFuentes\n"));
    expect(out).toContain("5 de octubre de 2023");
    expect(out.replace(/\s+/g, " ")).toContain(
      "tercer Diálogo de Alto Nivel de Seguridad · las conversaciones de la nota",
    );
    expect(out).toMatch(/^parte +cumplido +en parte +no cumplido +no se informa +total$/m);
    expect(out).not.toMatch(/\bilegal|\b(?:asks?|commitment)\b/);
  });

  it("says so where nothing is", async () => {
    expect((await run(["--from", "2030"])).out).toBe("No row of the agenda is like this.\n");
    expect((await run(["--from", "2030", "--lang", "es"])).out).toBe("Ninguna fila de la agenda es así.\n");
  });

  it("prints rows that spreadsheets read", async () => {
    const { header, rows } = parseCsv((await run(["--csv", "--lang", "es"])).out, "agenda.csv");
    expect(rows).toHaveLength(125);
    expect(header.slice(0, 6)).toEqual(["date", "forum", "actor", "issue", "kind", "what"]);
    expect(rows[0]?.cells[5]).toContain("fentanilo");
  });

  it("writes the drawing beside the answer", async () => {
    const path = join(folder, "new", "agenda.svg");
    const { out, err } = await run(["--json", "--actor", "PA", "--svg", path]);
    expect(JSON.parse(out).rows).toHaveLength(4);
    expect(err).toBe(`the figure is in ${path}\n`);
    expect(readFileSync(path, "utf8")).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img"[\s\S]*<\/svg>\n$/,
    );
    expect(existsSync(`${path}.part`)).toBe(false);
  });
});
