import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { json, refusal, run } from "../../test/support/replicate.ts";

const folder = mkdtempSync(join(tmpdir(), "frontera-replicate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("replicate science-2023 --json", () => {
  it("prints the document of the contract", async () => {
    const document = await json("science-2023");
    expect(Object.keys(document)).toEqual([
      "study",
      "parameters",
      "policies",
      "weeks",
      "members",
      "deaths",
      "recruits",
      "arrests",
      "departures",
      "groups",
      "status",
    ]);
    expect(document.parameters).toEqual({
      recruitment: 2.527474e-3,
      incapacitation: 110,
      conflict: 1.549231e-8,
      saturation: 4e-8,
      initialMembers: 115_000,
    });
    expect(document.weeks).toEqual(Array.from({ length: 521 }, (_, week) => week));
    for (const series of ["members", "deaths", "recruits", "arrests", "departures"]) {
      expect(document[series]).toHaveLength(521);
      expect(document[series].every((value: unknown) => typeof value === "number" && value >= 0)).toBe(true);
    }
    expect(document.members[520]).toBeCloseTo(173_836.9537, 4);
    expect(document.groups).toHaveLength(150);
    expect(Object.keys(document.groups[0])).toEqual(["id", "name", "initial", "final"]);
    expect(document.status).toBe("ok");
    expect(document).toEqual(await json());
  });

  it("takes several values after one --set, the flag again, and the same value twice", async () => {
    const one = await json("--set", "recruitment=0.002", "incapacitation=5e1", "--weeks", "20");
    const two = await json(
      "--weeks",
      "20",
      "--set",
      "recruitment=.002",
      "--set",
      "incapacitation=50",
      "recruitment=2e-3",
    );
    expect(one.parameters).toMatchObject({ recruitment: 0.002, incapacitation: 50, conflict: 1.549231e-8 });
    expect(two).toEqual(one);
    expect(one.arrests).toEqual(new Array(21).fill(50));
    expect(await json("--weeks", "20", "--set", "recruitment=.002", "incapacitation=50", "science-2023")).toEqual(one);
  });

  it("takes several policies at once, and multiplies what is named twice", async () => {
    const both = await json("--weeks", "9", "--policy", "incapacitation*2@3", "--policy", " recruitment * 0.5 @ 9 ");
    expect(both.arrests).toEqual([110, 110, 110, 220, 220, 220, 220, 220, 220, 220]);
    expect(both.recruits[9] / both.recruits[8]).toBeCloseTo(0.5, 2);
    const twice = await json("--weeks", "3", "--policy", "incapacitation*2@1", "incapacitation*3@2");
    expect(twice.arrests).toEqual([110, 220, 660, 660]);
    expect(twice.policies).toHaveLength(2);
  });

  it("says in which week nobody is left, and holds zero from there on", async () => {
    const rates = ["recruitment=0", "conflict=0", "saturation=0", "incapacitation=470"];
    const document = await json("--set", ...rates, "--weeks", "300");
    expect(document.status).toBe("collapsed in week 245");
    for (const series of ["members", "deaths", "recruits", "arrests", "departures"])
      expect(document[series].slice(245)).toEqual(new Array(56).fill(0));
    expect(document.groups.every((group: { final: number }) => group.final === 0)).toBe(true);
    expect(await run("--set", ...rates, "--weeks", "300")).toContain("Status: collapsed in week 245");
  });
});

describe("replicate science-2023 with a network of one's own", () => {
  const header = "group_a,group_b,kind,weight\n";
  it("takes groups and ties, with members at the start or without", async () => {
    const groups = file("g.csv", "id,name,state\na,Uno,JAL\nb,Dós,SIN\nc,Tres,\n");
    const ties = file("t.csv", `${header}a,b,rivalry,2\nDós,c,alliance,1\n`);
    const spread = await json("--groups", groups, "--ties", ties, "--weeks", "2", "--set", "initialMembers=1100");
    expect(spread.groups.map((group: { initial: number }) => Math.round(group.initial))).toEqual([300, 600, 200]);
    expect(spread.groups[1].name).toBe("Dós");
    const given = file("i.csv", "initial,name,id\n10,Uno,a\n0,Dós,b\n5.5,Tres,c\n");
    const document = await json("--groups", given, "--ties", ties, "--weeks", "1", "--set", "incapacitation=0");
    expect(document.parameters.initialMembers).toBe(15.5);
    expect(document.groups.map((group: { initial: number }) => group.initial)).toEqual([10, 0, 5.5]);
    expect(await refusal("--groups", given, "--ties", ties, "--set", "initialMembers=15")).toMatch(/initialMembers/);
  });

  it("takes one group alone, a header without ties, and ties alone over the study's groups", async () => {
    const alone = ["--groups", file("one.csv", "id,name,initial\nx,X,400\n"), "--ties", file("none.csv", header)];
    const document = await json(...alone, "--weeks", "2");
    expect(document.deaths).toEqual([0, 0, 0]);
    expect(document.status).toBe("ok");
    expect(await run(...alone)).toContain("1 group");
    const peace = await json("--ties", file("peace.csv", header), "--weeks", "2");
    expect(peace.groups).toHaveLength(150);
    expect(peace.deaths[0]).toBeGreaterThan(0);
    expect(peace.deaths[0]).not.toBeCloseTo(67.2, 0);
  });

  const good = "id,name\na,A\nb,B\n";
  it.each([
    ["an unknown group", good, `${header}a,bb,rivalry,1\n`, /bb/],
    ["a tie to itself", good, `${header}a,a,rivalry,1\n`, /itself/],
    ["a negative weight", good, `${header}a,b,rivalry,-1\n`, /weight/],
    ["no number", good, `${header}a,b,rivalry,NaN\n`, /weight/],
    ["an unknown kind", good, `${header}a,b,rivalrie,1\n`, /rivalry/],
    ["no header", good, "a,b,rivalry,1\n", /group_a/],
    ["a group twice", "id,name\na,A\na,B\n", header, /twice/],
    ["a reserved id", "id,name\nconstructor,A\n", header, /constructor/],
    ["initial for some", "id,name,initial\na,A,3\nb,B,\n", header, /initial/],
    ["a negative initial", "id,name,initial\na,A,-3\n", header, /initial/],
    ["no group", "id,name\n", header, /no groups/],
    ["an empty file", "", header, /empty/],
    [
      "a file that is not UTF-8",
      Uint8Array.from([105, 100, 44, 110, 97, 109, 101, 10, 97, 44, 0xf1, 10]),
      header,
      /UTF-8/,
    ],
  ])("refuses %s", async (_, groups, ties, message) => {
    expect(await refusal("--groups", file("bad-g.csv", groups), "--ties", file("bad-t.csv", ties))).toMatch(message);
  });

  it("refuses groups without ties, files that are none, and files that are too large", async () => {
    const groups = file("ok.csv", good);
    expect(await refusal("--groups", groups)).toMatch(/--ties/);
    expect(await refusal("--groups", groups, "--ties", join(folder, "nowhere.csv"))).toMatch(/nowhere\.csv/);
    mkdirSync(join(folder, "sub"), { recursive: true });
    expect(await refusal("--groups", join(folder, "sub"), "--ties", groups)).toMatch(/folder/);
    const large = file("large.csv", `id,name\n${"x".repeat(11e6)},X\n`);
    expect(await refusal("--groups", large, "--ties", file("none.csv", header))).toMatch(/too large/);
    const many = file("many.csv", `id,name\n${Array.from({ length: 5_001 }, (_, i) => `g${i},G\n`).join("")}`);
    expect(await refusal("--groups", many, "--ties", file("none.csv", header))).toMatch(/too many groups.*5000.*5001/);
    expect(await refusal("--ties", file("none.csv", header), "--calibrate")).toMatch(/--calibrate/);
  });
});

describe("replicate refuses", () => {
  it.each([
    [["science-2032"], /science-2023/],
    [["__proto__"], /unknown study/],
    [["dilemma-2025"], /not yet here.*science-2023/],
    [["cohort-2025", "--weeks", "20"], /--weeks belongs to science-2023, not to cohort-2025/],
    [["cohort-2025", "--policy", "incapacitation*2@20"], /--policy belongs to science-2023/],
    [["cohort-2025", "--structure", "prison-reentry"], /--structure belongs to science-2023/],
    [["cohort-2025", "--calibrate"], /--calibrate belongs to science-2023/],
    [["cohort-2025", "--set", "recruts=1"], /did you mean recruits/],
    [["cohort-2025", "--set", "oldest=50"], /oldest.*to 48/],
    [["--set", "oldest=abc", "cohort-2025"], /oldest.*abc/],
    [["--set", "recruitmnt=0.1"], /recruitmnt.*did you mean recruitment/],
    [["--set", "__proto__=1"], /__proto__/],
    [["--set", "constructor=1"], /constructor/],
    [["--set", "recruitment=abc"], /recruitment.*abc/],
    [["--set", "recruitment=NaN"], /recruitment/],
    [["--set", "recruitment=-1"], /recruitment.*-1/],
    [["--set", "recruitment=Infinity"], /recruitment/],
    [["--set", "recruitment=1e999"], /recruitment/],
    [["--set", "recruitment=0x10"], /recruitment/],
    [["--set", "recruitment="], /name=value/],
    [["--set", "recruitment"], /name=value/],
    [["--set", ""], /--set/],
    [["--set", "recruitment=0.1", "recruitment=0.2"], /twice/],
    [["--set", "recruitment=0.1", "--set", "recruitment=0.2"], /twice/],
    [["--set", "recruitment\u0007x=1"], /--set/],
    [["--set", "recruitment=1e9"], /cannot be followed/],
    [["--weeks", "0"], /--weeks/],
    [["--weeks", "-1"], /--weeks/],
    [["--weeks", "1.5"], /--weeks/],
    [["--weeks", "1e9"], /--weeks/],
    [["--weeks", "5201"], /5200/],
    [["--weeks", ""], /--weeks/],
    [["--weeks", "ten"], /--weeks.*ten/],
    [["--policy", ""], /--policy/],
    [["--policy", "incapacitation*2@9", "incapacitation*3@9"], /twice in week 9, by 2 and by 3/],
    [["--policy", "incapacitation"], /name\*factor@week/],
    [["--policy", "incapacitation*2"], /name\*factor@week/],
    [["--policy", "incapacitation@520*2"], /name\*factor@week/],
    [["--policy", "incapacitation*2@"], /week/],
    [["--policy", "incapacitation*2@521"], /521/],
    [["--policy", "incapacitation*2@-1"], /-1/],
    [["--policy", "incapacitation*2@2.5"], /2\.5/],
    [["--policy", "incapacitation*-2@5"], /factor.*-2/],
    [["--policy", "incapacitation*NaN@5"], /factor.*NaN/],
    [["--policy", "incapacitaton*2@5"], /did you mean incapacitation/],
    [["--policy", "initialMembers*2@5"], /initialMembers/],
    [["--policy", "__proto__*2@5"], /__proto__/],
    [["--policy", `${"x".repeat(1e5)}*2@5`], /name\*factor@week/],
    [["--structure", "prison"], /--structure.*arrests-by-size or prison-reentry/],
    [["--set", "rejoining=0.5"], /rejoining moves nothing while prisonReentry is off/],
    [["--structure", "prison-reentry", "--set", "rejoining=1.5"], /rejoining.*from 0 to 1.*1\.5/],
    [["--structure", "prison-reentry", "--set", "rejoning=1"], /did you mean rejoining/],
    [["--structure", "prison-reentry", "--set", "sentence=0"], /sentence.*from 1.*0/],
    [["--split", "cartel-de-sinaloa"], /group@week/],
    [["--split", "@9"], /group@week/],
    [["--split", "cartel-de-sinalo@9"], /did you mean cartel-de-sinaloa/],
    [["--split", "cartel-de-sinaloa@0"], /week.*from 1 to 519.*0/],
    [["--split", "cartel-de-sinaloa@520"], /from 1 to 519/],
    [["--split", "__proto__@9"], /unknown group/],
  ])("%j", async (words, message) => {
    expect(await refusal(...words)).toMatch(message);
  });
});

describe("replicate in words", () => {
  it("shows the table beside what the paper reports", async () => {
    const text = await run();
    expect(text).toMatch(/^ *260 +2017 +140,783 +355\.8 +110\.0 +90\.8 +42\.0$/m);
    expect(text).toMatch(/^ *520 +2022 +173,837 +439\.4 +110\.0 +124\.3 +64\.1$/m);
    expect(text).toContain("the paper reports 160,000–185,000");
    expect(text).toContain("the public code gives 173,837");
    expect(text).not.toMatch(/NaN|undefined/);
    expect(text.split("\n").every((line) => line.length <= 120)).toBe(true);
  });

  it("shows both contrasts, and each of several policies alone", async () => {
    const text = await run("--weeks", "780", "--policy", "incapacitation*2@520", "--policy", "recruitment*0.5@520");
    const rows = [...text.matchAll(/^(\S.*?)? +(members|deaths) +([−+]\S+ %) +([−+]\S+ %)$/gm)].map((row) =>
      row.slice(1),
    );
    expect(rows).toEqual([
      ["all at once", "members", "−39.2 %", "−25.2 %"],
      [undefined, "deaths", "−62.2 %", "−48.5 %"],
      ["incapacitation*2@520", "members", "−13.9 %", "+5.9 %"],
      [undefined, "deaths", "−25.4 %", "+1.7 %"],
      ["recruitment*0.5@520", "members", "−26.7 %", "−9.9 %"],
      [undefined, "deaths", "−45.5 %", "−25.8 %"],
    ]);
    expect(text.split("\n").every((line) => line.length <= 120)).toBe(true);
    expect(text).toContain("213,745 members, 169.4 deaths a week");
    expect(text).toContain("The public code gives");
    expect(text).toContain("the paper reports");
    expect(text).toContain("arXiv:2310.05975");
  });

  it("compares with nobody where nobody is left", async () => {
    const text = await run("--set", "initialMembers=300", "--weeks", "30", "--policy", "incapacitation*0@20");
    expect(text).toMatch(/none +none/);
    expect(text).not.toMatch(/NaN|Infinity/);
  });

  it("does the calibration again on request", async () => {
    const { calibration } = await json("--weeks", "1", "--calibrate");
    expect(Math.abs(calibration.published.difference)).toBeLessThan(0.1);
    const text = await run("--weeks", "1", "--calibrate");
    expect(text).toContain("the study prints 37,964 (+0.2 %)");
    expect(text).toContain("Deaths alone do not identify incapacitation, saturation, initialMembers, share");
    expect(text.split("\n").every((line) => line.length <= 120)).toBe(true);
  }, 120_000);

  it("says the same in Spanish", async () => {
    const words = ["--weeks", "780", "--policy", "incapacitation*2@520", "--policy", "recruitment*0.5@520"];
    const text = await run(...words, "--lang", "es");
    expect(text).toMatch(/^ *semana +año +integrantes +reclutas +detenciones +muertes +salidas$/m);
    expect(text).toMatch(/^incapacitation\*2@520 +integrantes +−13\.9 % +\+5\.9 %$/m);
    expect(text).toMatch(/^todo a la vez +integrantes +−39\.2 % +−25\.2 %$/m);
    expect(text).toContain("Estado: ok; 150 grupos");
    expect(text).toContain("el código público da menos muertes que sin cambios de política y más que en 2022");
    expect(text).not.toMatch(/NaN|undefined|\b(?:members|deaths|week|usual)\b/);
    expect(text.split("\n").every((line) => line.length <= 120)).toBe(true);
    expect(await json(...words, "--lang", "es")).toEqual(await json(...words));
    const gone = await run("--set", "initialMembers=300", "--weeks", "30", "--lang", "es");
    expect(gone).toMatch(/^Estado: (?:ok|colapsa en la semana \d+); 150 grupos$/m);
    expect(await refusal("--lang", "fr")).toContain("unknown language: fr");
  });

  it("tells the calibration in Spanish", async () => {
    const text = await run("--weeks", "1", "--calibrate", "--lang", "es");
    expect(text).toContain("el estudio imprime 37,964 (+0.2 %)");
    expect(text).toContain("no identifican incapacitation, saturation, initialMembers, share");
    expect(text).toMatch(/en una cota: incapacitation \((?:inferior|superior)\)/);
    expect(text.split("\n").every((line) => line.length <= 120)).toBe(true);
  }, 120_000);
});
