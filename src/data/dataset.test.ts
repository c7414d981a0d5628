import { describe, expect, it } from "vitest";
import { FronteraError, type Issue } from "../errors.ts";
import { loadDataset } from "./dataset.ts";

type Files = Readonly<Record<string, string>>;

const SERIES_HEAD = "date,period,series,value,unit,source_id,confidence,note";

/** A small evidence in which nothing is wrong. */
const SOUND: Files = {
  "sources.csv": [
    "id,publisher,title,url,accessed_from,licence,confidence,primary",
    "registry,The registry,Deaths,https://registry.example/deaths,web page,public domain,official,yes",
    "police,The police,Victims,https://police.example/victims,web page,public domain,official,yes",
    "authors,The authors,Assumption,,this table,MIT,secondary,yes",
    "",
  ].join("\n"),
  "series/deaths.csv": [
    SERIES_HEAD,
    "2020,year,deaths_registry,100,deaths,registry,official,",
    "2019,year,deaths_registry,90,death,registry,official,first release",
    "2021,year,deaths_registry_later,110,death,registry,official,",
    "2021,year,deaths_police,95,death,police,official,",
    "2021,year_end,held,5,person,police,official,",
    "2021,year,deaths_alone,7,death,police,official,",
    "",
  ].join("\n"),
  "definitions.csv": [
    "group,series,definition,not_with,source_id",
    "deaths,deaths_registry,deaths in the registers,deaths_police,registry",
    "deaths,deaths_registry_later,deaths in the registers,deaths_police,registry",
    "deaths,deaths_police,victims in the files of the police,*,police",
    "",
  ].join("\n"),
  "parameters.csv": [
    "id,name,name_es,unit,value,prior,low,high,grade,source_id,note",
    'rate,rate,tasa,1/week,0.5,"uniform(0, 1)",0,,A,registry authors,',
    "scale,scale,escala,person,1000,,1,,C,authors,fixed",
    "",
  ].join("\n"),
  "parameters/more.csv": [
    "id,name,name_es,unit,value,prior,low,high,grade,source_id,note",
    "more.share,share,parte,1,0.3,,0,1,B,registry,",
    "",
  ].join("\n"),
  "calibrated/more.csv": [
    "table,at,value,unit,grade,source_id,note",
    "more.level,2012-01-01,1.5,1,A,registry,",
    "more.level,2013-01-01,2.5,1,C,authors,",
    "more.other,2013-01-01,7,person,A,registry,",
    "",
  ].join("\n"),
  "network/groups.csv": "id,name,source_id\na,A,registry\nb,B,registry\n",
  "network/ties.csv": "group_a,group_b,kind,weight,source_id\na,b,rivalry,2,registry\n",
};

function issuesOf(files: Files): readonly Issue[] {
  try {
    loadDataset(files);
  } catch (error) {
    if (error instanceof FronteraError) return error.issues;
    throw error;
  }
  return [];
}

/** The sound evidence with one text replaced, which must be there. */
function damaged(file: string, from: string, to: string): Files {
  const text = SOUND[file] ?? "";
  expect(text).toContain(from);
  return { ...SOUND, [file]: text.replace(from, to) };
}

const S = "series/deaths.csv";
const D = "definitions.csv";
const P = "parameters.csv";
const C = "calibrated/more.csv";

/** What is damaged, table, text, text in its place, code, place, and a word of the message. */
const DAMAGES: readonly (readonly [string, string, string, string, string, string, RegExp])[] = [
  ["source of a figure", S, "90,death,registry", "90,death,regisry", "unknown-source", `${S}:3`, /regisry.*registry/],
  ["source of a parameter", P, "C,authors", "C,author", "unknown-source", `${P}:3`, /authors/],
  [
    "parameter in two tables",
    "parameters/more.csv",
    "more.share",
    "rate",
    "duplicate-parameter",
    "parameters/more.csv:2",
    /parameters\.csv:2/,
  ],
  ["source of a knot", C, "A,registry,", "A,regstry,", "unknown-source", `${C}:2`, /regstry/],
  ["knots that go back", C, "2013-01-01,2.5", "2011-01-01,2.5", "bad-knots", `${C}:3`, /after 2012-01-01/],
  ["knots in two units", C, "2.5,1,", "2.5,person,", "mixed-unit", `${C}:3`, /more\.level/],
  ["id of a table", C, "more.other", "other", "bad-id", `${C}:4`, /other/],
  ["source of a tie", "network/ties.csv", "2,registry", "2,nobody", "unknown-source", "network/ties.csv:2", /nobody/],
  ["source left out", "network/groups.csv", "B,registry", "B,", "missing-value", "network/groups.csv:3", /source_id/],
  ["source of a definition", D, "*,police", "*,polis", "unknown-source", `${D}:4`, /polis/],
  ["source twice", "sources.csv", "authors,The a", "police,The a", "duplicate-source", "sources.csv:4", /police/],
  ["address", "sources.csv", "https://police", "police", "bad-url", "sources.csv:3", /police/],
  ["row twice", S, "2019,year", "2020,year", "duplicate-row", `${S}:3`, /2020 \(year\).*deaths\.csv:2/],
  ["unit changed", S, "90,death,", "90,person,", "mixed-unit", `${S}:3`, /deaths_registry.*death.*person/],
  ["unit changed by a factor", S, "90,death,", "90,death/week,", "mixed-unit", `${S}:3`, /death\/week/],
  ["unit unknown", S, "5,person", "5,persom", "unknown-unit", `${S}:6`, /persom.*person/],
  ["year that is none", S, "2019,year,", "19,year,", "invalid-period", `${S}:3`, /19 is not/],
  ["month that is none", S, "2019,year,", "2019-13,month,", "invalid-period", `${S}:3`, /2019-13/],
  ["day that is none", S, "2019,year,", "2019-02-30,point,", "invalid-date", `${S}:3`, /2019-02-30/],
  ["kind of period", S, "2019,year,", "2019,yaer,", "bad-value", `${S}:3`, /period.*year/],
  ["periods that share days", S, "2019,year,", "2020-06,half_year_ending,", "mixed-periods", `${S}:2`, /same days/],
  ["value not a number", S, ",90,", ",NaN,", "bad-value", `${S}:3`, /value.*NaN/],
  ["value infinite", S, ",90,", ",1e999,", "bad-value", `${S}:3`, /1e999/],
  ["value left out", S, ",90,", ",,", "missing-value", `${S}:3`, /value/],
  [
    "recalled figure",
    S,
    "registry,official,first",
    "registry,recalled,first",
    "bad-value",
    `${S}:3`,
    /official or secondary/,
  ],
  ["id of a series", S, "held", "Held!", "bad-id", `${S}:6`, /Held/],
  ["column left out", S, ",note", "", "bad-csv", `${S}:2`, /cells/],
  ["row of another definition", S, "90,death,registry", "90,death,police", "spliced-series", `${S}:3`, /police/],
  [
    "two definitions",
    D,
    "deaths,deaths_registry_later",
    "deaths,deaths_registry",
    "spliced-series",
    `${D}:3`,
    /two definitions/,
  ],
  [
    "definition of nothing",
    D,
    "deaths,deaths_police,",
    "deaths,deaths_polic,",
    "unknown-series",
    `${D}:4`,
    /deaths_police/,
  ],
  ["not kept apart", D, "deaths_police,registry", ",registry", "unclear-definition", `${D}:2`, /not kept apart/],
  [
    "apart and the same",
    D,
    "victims in the files of the police",
    "deaths in the registers",
    "unclear-definition",
    `${D}:2`,
    /same definition/,
  ],
  [
    "apart from a stranger",
    D,
    "deaths_police,registry",
    "deaths_police held,registry",
    "unknown-series",
    `${D}:2`,
    /held/,
  ],
  ["prior of no family", P, "uniform(", "unifrom(", "unknown-family", `${P}:2`, /uniform/],
  ["prior upside down", P, "uniform(0, 1)", "uniform(1, 0)", "invalid-parameter", `${P}:2`, /uniform/],
  ["prior without the value", P, "uniform(0, 1)", "uniform(0, 0.4)", "bad-prior", `${P}:2`, /leaves out/],
  ["prior beyond the bounds", P, "uniform(0, 1)", "uniform(-1, 1)", "bad-prior", `${P}:2`, /beyond/],
  ["value beyond the bounds", P, "1000,,1", "1000,,2000", "bad-bounds", `${P}:3`, /scale/],
  ["grade", P, ",A,", ",D,", "bad-value", `${P}:2`, /grade/],
  ["unit of a parameter", P, "1/week", "1/wek", "unknown-unit", `${P}:2`, /week/],
  ["parameter twice", P, "scale,scale", "rate,scale", "duplicate-parameter", `${P}:3`, /rate/],
  ["tie to a stranger", "network/ties.csv", "a,b,", "a,c,", "unknown-group", "network/ties.csv:2", /c/],
];

describe("loadDataset", () => {
  it("reads a sound evidence", () => {
    const dataset = loadDataset(SOUND);
    expect([...dataset.sources.keys()]).toEqual(["registry", "police", "authors"]);
    expect(dataset.sources.get("authors")).not.toHaveProperty("url");
    expect(dataset.sources.get("police")).toMatchObject({ primary: true, at: "evidence/sources.csv:3" });
    expect([...dataset.series.keys()]).toHaveLength(5);
    const registry = dataset.seriesNamed("deaths_registry");
    expect(registry.unit).toBe("death");
    expect(registry.rows.map(({ date, value }) => [date, value])).toEqual([
      ["2019", 90],
      ["2020", 100],
    ]);
    expect(registry.rows[0]).toMatchObject({
      kind: "year",
      period: { start: "2019-01-01", end: "2020-01-01" },
      source: "registry",
      confidence: "official",
      note: "first release",
      at: "evidence/series/deaths.csv:3",
    });
    expect(dataset.last("deaths_registry").value).toBe(100);
    expect(dataset.yearly("deaths_registry", 2019)).toBe(90);
    expect(dataset.yearly("deaths_registry", 2018)).toBeUndefined();
    expect(dataset.yearly("held", 2021)).toBe(5);
    expect(dataset.parameter("rate")).toMatchObject({
      value: 0.5,
      prior: "uniform(0, 1)",
      low: 0,
      high: Number.POSITIVE_INFINITY,
      grade: "A",
      source: ["registry", "authors"],
    });
    expect(dataset.parameter("scale")).not.toHaveProperty("prior");
    expect(dataset.sourceRows()[2]).toEqual({ id: "authors", citation: "The authors. Assumption", url: null });
    expect([...dataset.tables.values()]).toEqual([3, 6, 3, 2, 1, 3, 2, 1]);
  });

  it.each(DAMAGES)("names what is wrong: %s", (_what, file, from, to, code, place, message) => {
    const issues = issuesOf(damaged(file, from, to));
    const found = issues.find((issue) => issue.code === code && issue.path === `evidence/${place}`);
    expect(issues, "an issue of that code and place").toContain(found);
    expect(new FronteraError(found ?? []).message).toMatch(message);
  });

  it("tells everything at once", () => {
    const files = { ...damaged(S, "5,person", "5,persom"), [P]: (SOUND[P] ?? "").replace("1/week", "1/wek") };
    expect(issuesOf(files).map(({ path }) => path)).toEqual([`evidence/${S}:6`, `evidence/${P}:2`]);
  });

  it.each([S, D, P])("refuses %s without rows", (file) => {
    const head = (SOUND[file] ?? "").split("\n")[0] ?? "";
    expect(issuesOf({ ...SOUND, [file]: `${head}\n` })).toContainEqual(
      expect.objectContaining({ code: "empty-table", path: `evidence/${file}` }),
    );
  });

  it("needs the table of sources", () => {
    const { "sources.csv": _, ...rest } = SOUND;
    expect(issuesOf(rest)).toMatchObject([{ code: "missing-table", path: "evidence/sources.csv" }]);
    expect(issuesOf({ ...SOUND, "sources.csv": "" })).toMatchObject([{ code: "empty-file" }]);
  });
});

describe("Dataset", () => {
  const dataset = loadDataset(SOUND);

  it("names the nearest series and parameter", () => {
    expect(() => dataset.seriesNamed("deaths_regstry")).toThrow(
      "unknown series: deaths_regstry; did you mean deaths_registry?",
    );
    expect(() => dataset.yearly("deaths_pol", 2021)).toThrow("did you mean deaths_police?");
    expect(() => dataset.parameter("rat")).toThrow("unknown parameter: rat; did you mean rate?");
  });

  it("joins what is counted alike, in the order of time", () => {
    expect(dataset.spliceable("deaths_registry", "deaths_registry_later")).toBe(true);
    const joined = dataset.join(["deaths_registry_later", "deaths_registry"]);
    expect(joined).toMatchObject({ id: "deaths_registry_later+deaths_registry", unit: "death" });
    expect(joined.rows.map(({ value }) => value)).toEqual([90, 100, 110]);
  });

  it("refuses to splice two definitions and names both", () => {
    expect(dataset.spliceable("deaths_registry", "deaths_police")).toBe(false);
    expect(() => dataset.join(["deaths_registry", "deaths_police"])).toThrow(
      /"deaths in the registers" is not "victims in the files of the police".*definitions\.csv:2.*definitions\.csv:4/,
    );
  });

  it("refuses to join what has no definition, and what covers the same days", () => {
    expect(dataset.spliceable("deaths_police", "deaths_alone")).toBe(false);
    expect(() => dataset.join(["deaths_police", "deaths_alone"])).toThrow("deaths_alone has no definition");
    const again = damaged(S, "2021,year,deaths_registry_later", "2020,year,deaths_registry_later");
    expect(() => loadDataset(again).join(["deaths_registry", "deaths_registry_later"])).toThrow("both cover 2020");
    expect(() => dataset.join([])).toThrow("no series to join");
  });
});
