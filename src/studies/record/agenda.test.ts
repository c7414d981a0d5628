import { describe, expect, it } from "vitest";
import { ACTORS, FOLLOW_UPS, ISSUES, KINDS } from "../../data/agenda.ts";
import { loadDataset } from "../../data/dataset.ts";
import {
  actorNamed,
  agendaDocument,
  countAgenda,
  FOLLOWED_UNTIL,
  isAfterRecord,
  issueNamed,
  occasionOf,
  positions,
  selectAgenda,
} from "./agenda.ts";

const { agenda, sources } = loadDataset();
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, n) => total + n, 0);

describe("the record of the talks", () => {
  it("is narrowed by actor, issue and dates, both days included", () => {
    const firearms = selectAgenda(agenda, { actor: "MX", issue: "firearms" });
    expect(firearms.length).toBeGreaterThan(5);
    expect(firearms.every(({ actor, issue }) => actor === "MX" && issue === "firearms")).toBe(true);
    const day = selectAgenda(agenda, { from: "2023-10-05", to: "2023-10-05" });
    expect(new Set(day.map(({ date }) => date))).toEqual(new Set(["2023-10-05"]));
    expect(day).toHaveLength(23);
    expect(selectAgenda(agenda, {})).toEqual(agenda);
    expect(selectAgenda(agenda, { from: "2030" })).toEqual([]);
  });

  it("takes months and years, and rows whose day is not known", () => {
    expect(selectAgenda(agenda, { to: "2023" })).toHaveLength(96);
    expect(selectAgenda(agenda, { from: "2024" })).toHaveLength(29);
    // A row of a month belongs to every part of the month.
    const january = selectAgenda(agenda, { from: "2024-01-20", to: "2024-01-25" });
    expect(january.map(({ date }) => date)).toEqual(["2024-01"]);
    expect(
      selectAgenda(agenda, { from: "2023-10", to: "2023-10" }).every(({ date }) => date.startsWith("2023-10")),
    ).toBe(true);
  });

  it("refuses dates that are none, and those upside down", () => {
    for (const from of ["", "2023-02-30", "FY2023", "05-10-2023", "2023/2024", "yesterday"])
      expect(() => selectAgenda(agenda, { from })).toThrow(/^--from cannot be read; expected a date that exists/);
    expect(() => selectAgenda(agenda, { to: "2023-13" })).toThrow("--to cannot be read");
    expect(() => selectAgenda(agenda, { from: "2024-01-01", to: "2023-12-31" })).toThrow(
      "--from 2024-01-01 lies after --to 2023-12-31",
    );
    expect(() => selectAgenda(agenda, { from: "2024", to: "2023-06" })).toThrow("lies after");
  });

  it("counts every row once in each way", () => {
    for (const rows of [agenda, selectAgenda(agenda, { actor: "CN" }), []]) {
      const counts = countAgenda(rows);
      for (const of of Object.values(counts)) expect(sum(of)).toBe(rows.length);
      expect(Object.keys(counts.byActor)).toEqual([...ACTORS]);
      expect(Object.keys(counts.byIssue)).toEqual([...ISSUES]);
      expect(Object.keys(counts.byFollowUp)).toEqual([...FOLLOW_UPS]);
    }
    expect(countAgenda(agenda)).toMatchObject({
      byActor: { US: 48, MX: 56, PA: 4, CO: 1, CN: 6, CA: 2, regional: 8 },
      byFollowUp: { done: 36, partly: 41, "not done": 16, "not told": 32 },
    });
  });

  it("sets parties against issues, kinds and what came of them", () => {
    const all = positions(agenda);
    expect(all.reduce((total, { kinds }) => total + sum(kinds), 0)).toBe(agenda.length);
    for (const { kinds, followUps } of all) {
      expect(sum(kinds)).toBe(sum(followUps));
      expect(sum(kinds)).toBeGreaterThan(0);
      expect(Object.keys(kinds)).toEqual([...KINDS]);
    }
    const guns = all.find(({ actor, issue }) => actor === "MX" && issue === "firearms");
    expect(guns?.kinds.ask).toBe(5);
  });

  it("tells the talks of October from the communiqué of December", () => {
    const of = (occasion: string) => agenda.filter((row) => occasionOf(row) === occasion);
    expect(of("talks")).toHaveLength(23);
    expect(of("communique").map(({ actor, issue, kind }) => `${actor} ${kind} ${issue}`)).toEqual([
      "US commitment migration",
      "MX ask development",
      "MX ask regularisation",
      "US commitment trade",
    ]);
    expect(
      of("talks")
        .filter(({ kind }) => kind === "ask")
        .map(({ actor }) => actor),
    ).toEqual(["MX", "US", "MX", "MX", "MX", "MX", "MX"]);
  });

  it("marks what is later than the record, and has followed none beyond its month", () => {
    expect(agenda.filter(isAfterRecord)).toHaveLength(29);
    for (const { date } of agenda) expect(date.slice(0, 7) <= FOLLOWED_UNTIL, date).toBe(true);
  });

  it("knows parties and issues by id and by name, in either language", () => {
    expect(["MX", "mx", "Mexico", "México", " méxico "].map(actorNamed)).toEqual(Array(5).fill("MX"));
    expect(["Estados Unidos", "united states", "regional", "región"].map(actorNamed)).toEqual([
      "US",
      "US",
      "regional",
      "regional",
    ]);
    expect(["firearms", "Armas"].map(issueNamed)).toEqual(["firearms", "firearms"]);
    expect(() => actorNamed("Mexco")).toThrow("unknown actor: Mexco; did you mean MX?");
    expect(() => issueNamed("firarms")).toThrow("unknown issue: firarms; did you mean firearms?");
    for (const name of ["", "__proto__", "constructor", "zzzz"])
      expect(() => actorNamed(name)).toThrow("known: US, MX, PA");
  });

  it("speaks the language of the document, and names its sources", () => {
    const [en, es] = (["en", "es"] as const).map((language) => agendaDocument(agenda, sources, language));
    expect(en?.rows[0]?.what).toContain("fentanyl-type");
    expect(es?.rows[0]?.what).toContain("tipo fentanilo");
    expect(es?.rows.map(({ date, lever, source }) => [date, lever, source])).toEqual(
      en?.rows.map(({ date, lever, source }) => [date, lever, source]),
    );
    expect(en?.sources.map(({ id }) => id)).toEqual([...new Set(agenda.map(({ source }) => source))].sort());
  });
});
