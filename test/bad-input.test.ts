import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runFrontera, runProcess } from "./support/run-frontera.ts";

/** Words of a command line, and what the message must say: first the thing, then the cure. */
type Row = readonly [words: readonly string[], message: RegExp];

/** The scenarios that come with the program. */
const SCENARIOS = join(import.meta.dirname, "../scenarios");

const study = (...words: string[]) => ["study", ...words];
const science = (...words: string[]) => ["replicate", "science-2023", ...words];
const groups = (name: string) => science("--groups", `../inputs/${name}`, "--ties", "../inputs/ties.csv");
const ties = (name: string) => science("--groups", "../inputs/groups.csv", "--ties", `../inputs/${name}`);
const HEAD = "group_a,group_b,kind,weight\n";
const LONG = "x".repeat(20_000);
/** A file that never ends: a program that read it would have to be ended by force. */
const ENDLESS = "/dev/zero";

/** Files that the rows name, in the folder `inputs` beside the working folder of each. */
const FILES: Readonly<Record<string, string | Buffer>> = {
  file: "x",
  "cut/study.json": '{"version": 1',
  "list/study.json": "[]",
  "deep/study.json": "[".repeat(200_000),
  "proto/study.json": '{"__proto__": {"version": "0.1.0"}}',
  "traversal/study.json": '{"version": "0.1.0", "fingerprint": "../../etc", "sources": []}',
  "source/study.json": '{"version": "0.1.0", "fingerprint": "5cbc5bfe", "sources": [{"id": 1}]}',
  "nothing/notes.txt": "no run",
  "groups.csv": "id,name\na,A\nb,B\n",
  "ties.csv": `${HEAD}a,b,rivalry,1\n`,
  "twice.csv": "id,name\na,A\na,B\n",
  "no-name.csv": "id\na\n",
  "empty.csv": "",
  "head.csv": "id,name\n",
  "latin.csv": Buffer.from([0x69, 0x64, 0x2c, 0x6e, 0xf1, 0x0a]),
  "binary.csv": Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 128)),
  "quote.csv": 'id,name\na,"A\nb,B\n',
  "below-zero.csv": "id,name,initial\na,A,-5\nb,B,10\n",
  "some-initial.csv": "id,name,initial\na,A,5\nb,B,\n",
  "long.csv": `id,name\n${LONG},A\n${LONG},A\n`,
  "unknown.csv": `${HEAD}a,zz,rivalry,1\n`,
  "self.csv": `${HEAD}a,a,rivalry,1\n`,
  "negative.csv": `${HEAD}a,b,rivalry,-1\n`,
  "nan.csv": `${HEAD}a,b,rivalry,NaN\n`,
  "infinite.csv": `${HEAD}a,b,rivalry,Infinity\n`,
  "word.csv": `${HEAD}a,b,rivalry,one\n`,
  "kind.csv": `${HEAD}a,b,rivalery,1\n`,
  "no-kind.csv": "group_a,group_b,weight\na,b,1\n",
  "short.csv": `${HEAD}a,b\n`,
  "proto.csv": `${HEAD}__proto__,constructor,rivalry,1\n`,
  "control.csv": `${HEAD}\u001b[31mx\u202e,b,rivalry,1\n`,
  "both.csv": `${HEAD}a,b,rivalry,1\na,b,rivalry,2\n`,
  "many.csv": HEAD + "a,zz,rivalry,1\n".repeat(50_000),
  "huge.csv": "",
};

const DRAWS = /^--draws cannot be read; expected a whole number from 1 to 100000000, received .+; write for instance/;
const SEED = /^--seed cannot be read; expected a whole number from 0, received .+; write for instance --seed 100$/m;
const WORKERS = /^--workers cannot be read; expected a whole number from 1 to 256, received .+; write for instance/;
const WEEKS = /^--weeks cannot be read; expected a whole number from 1 to \d+, received .+; write for instance --weeks/;

const STUDY: readonly Row[] = [
  ...["0", "-5", "1.5", "1e3", "1e3x", "NaN", "Infinity", "0x10", "１００", "", `1${"0".repeat(30)}`, "100000001"].map(
    (text): Row => [study("--draws", text), DRAWS],
  ),
  [study("--draws", "5", "--draws", "0"), DRAWS],
  [study("--draws", "--seed"), /^--draws cannot be read; .* received --seed/],
  [study("--draws"), /^a value is missing: --draws <n>; frontera study --help/],
  [study("--draws", "1", "--quiet", "--out", "new"), /^too few draws: .*\(--draws\); received 1; write for instance/],
  ...["-1", "1e99", "abc", "", "9007199254740993"].map((text): Row => [study("--seed", text), SEED]),
  ...["0", "999", "-1", "two"].map((text): Row => [study("--workers", text), WORKERS]),
  [study("--out", "../inputs/file"), /this is a file \(\.\.\/inputs\/file\); choose another place/],
  [study("--out", "../inputs/file/below"), /this is a file \(\.\.\/inputs\/file\/below\); choose another place/],
  [study("--out", "/dev/null"), /this is a file \(\/dev\/null\); choose another place/],
  // Even root cannot make a folder there, though nothing in its permissions says so.
  [study("--out", "/proc/nothing/here"), /\(\/proc\/nothing\/here\); choose another place/],
  [study("--out", "x".repeat(300)), /^the path is too long \(xxx.*; choose a shorter one/],
  [study("--out", "a/".repeat(3000)), /^the path is too long \(a\/a\/.*; choose a shorter one/],
  [study("--out", ""), /--out.*; received \(nothing\); name a folder/],
  [study("--dras", "10"), /^unknown option: --dras; did you mean --draws\?/],
  [study("--json", "--drws=1"), /^unknown option: --drws=1; did you mean --draws\?/],
  [study("more"), /^too many arguments for study; expected 0, received 1; frontera study --help/],
];

const brief = (...words: string[]) => ["brief", ...words];
const BRIEF_DRAWS = /^--draws cannot be read; expected a whole number from 1 to 1000000, received .+; write for/;

const BRIEF: readonly Row[] = [
  ...["0", "-5", "many", "1.5", "", "1000001"].map((text): Row => [brief("--draws", text), BRIEF_DRAWS]),
  [brief("--draws", "1", "--quiet", "--out", "new"), /^too few draws: .*\(--draws\); received 1; write for instance/],
  [brief("--seed", "abc"), SEED],
  [brief("--workers", "0"), WORKERS],
  [brief("--lang", "fr"), /^unknown language: fr; expected en or es; write/],
  [brief("--lang", ""), /^unknown language: \(nothing\); expected en or es; write/],
  [brief("--out", "../inputs/file"), /this is a file \(\.\.\/inputs\/file\); choose another place/],
  [brief("--out", "../inputs/file/below"), /this is a file \(\.\.\/inputs\/file\/below\); choose another place/],
  [brief("--out", "/proc/nothing/here"), /\(\/proc\/nothing\/here\); choose another place/],
  [brief("--out", ""), /--out.*; received \(nothing\); name a folder/],
  [brief("--lng", "es"), /^unknown option: --lng; did you mean --lang\?/],
  [brief("--single-file"), /^unknown option: --single-file; frontera brief --help/],
  [brief("C1"), /^too many arguments for brief; expected 0, received 1; frontera brief --help/],
  [["breif"], /^unknown command: breif; did you mean brief\?/],
];

const WORDS: readonly Row[] = [
  [["studdy"], /^unknown command: studdy; did you mean study\?/],
  [["help", "studdy"], /^unknown command: studdy; did you mean study\?/],
  [["__proto__"], /^unknown command: __proto__; frontera --help/],
  [["constructor"], /^unknown command: constructor; frontera --help/],
  [[""], /^unknown command: ; frontera --help/],
  [["a\u001b[31mb\u0007\u202e\r\nc"], /^unknown command: a \[31mb c; frontera --help/],
  [[LONG], /^unknown command: xxx.*…; frontera --help/],
  [["--json"], /^unknown option: --json; frontera --help/],
  [["--vrsion"], /^unknown option: --vrsion; did you mean --version\?/],
  [["evidence", "show"], /^an argument is missing: series; frontera evidence --help/],
  [["evidence", "show", "mx_homicides_ineg"], /mx_homicides_ineg; did you mean mx_homicides_inegi\?/],
  [["evidence", "show", "__proto__"], /^unknown series: __proto__; known: /],
  [["evidence", "show", "constructor"], /^unknown series: constructor; known: /],
  [["evidence", "show", ""], /^unknown series: ; known: /],
  [["evidence", "show", "a", "b"], /^too many arguments for show; expected 1, received 2; frontera evidence --help/],
  [["evidence", "shw"], /^unknown command: shw; did you mean show\?/],
  [["evidence", "check", "--jsn"], /^unknown option: --jsn; did you mean --json\?/],
  [["model", "equations", "--form", "publishd"], /^--form .* received publishd; did you mean published\?/],
  [["model", "equations", "--form", ""], /^--form .* received \(nothing\); known: published, saturating/],
  [["model", "equations", "--form"], /^a value is missing: --form <form>; frontera model --help/],
  [["model", "levers", "--form", "__proto__"], /^--form .* received __proto__; known: published, saturating/],
  [["model", "equatons"], /^unknown command: equatons; did you mean equations\?/],
  [["model", "equations", "cartles"], /^part cannot be read; .* received cartles; did you mean cartels\?/],
  [
    ["model", "levers", "cartels", "x"],
    /^too many arguments for levers; expected 1, received 2; frontera model --help/,
  ],
  [["levers", "--outcome", "member"], /^unknown outcome: member .*did you mean members\?/],
  [["simulate", "no-such.yaml"], /^there is no such file or folder .*no-such\.yaml/],
  [
    ["simulate", "--lever", "naloxone-reach=0.9@2024-01-01"],
    /^levers\.naloxone-reach.* is beyond its bounds .*expected 0\.29 to 0\.6, received 0\.9/,
  ],
  [["simulate", "--lever", "naloxon-reach=0.5"], /^unknown lever: naloxon-reach .*did you mean naloxone-reach\?/],
  [["simulate", "--lever", "naloxone-reach"], /^--lever cannot be read; expected lever=level@date/],
  [["simulate", "--set", "recruitmnt=1"], /^unknown parameter: recruitmnt .*did you mean recruitment\?/],
  [["simulate", "--from", "2023-02-30"], /^from is no date that can be used .*received 2023-02-30/],
  [
    ["simulate", join(SCENARIOS, "upstream-first.yaml"), "--from", "2024-06-01"],
    /^--from and --to leave an order of .* outside/,
  ],
  [["simulate", "--draws", "0"], /^--draws cannot be read; .* received 0/],
  [["simulate", "--lang", "fr"], /^unknown language: fr; expected en or es; write/],
  [["compare"], /^an argument is missing/],
  [
    ["compare", join(SCENARIOS, "no-deal.yaml"), join(SCENARIOS, "no-deal.yaml")],
    /^two scenarios have the name No deal; rename one/,
  ],
  [["fit", "encountrs"], /^no series is fitted as encountrs; did you mean encounters\?/],
  [["fit", "--draws", "x"], /^--draws cannot be read; .* received x/],
  [["levers", "--draws", "0"], /^--draws cannot be read; .* received 0/],
  [["claims", "C99"], /^unknown claim: C99; did you mean C9\?/],
  [["claims", "__proto__"], /^unknown claim: __proto__; known: C1, C2/],
  [["claims", "C1", "C2"], /^too many arguments for claims; expected 1, received 2; frontera claims --help/],
  [["claims", "--draws", "0"], /^--draws cannot be read; .* received 0; write for instance/],
  [["claims", "--workers", "999"], WORKERS],
  [["claims", "--lang", "fr"], /^unknown language: fr; expected en or es; write/],
  [["agenda", "--actor", "XX"], /^unknown actor: XX; did you mean MX\?/],
  [["agenda", "--actor", "constructor"], /^unknown actor: constructor; known: US, MX/],
  [["agenda", "--issue", "nothing"], /^unknown issue: nothing; known: fentanyl/],
  [["agenda", "--from", "2023-02-30"], /^--from cannot be read; .* received 2023-02-30; write for instance/],
  [["agenda", "--from", "2024", "--to", "2023"], /--from.*2024.*--to.*2023/],
  [["agenda", "--svg", "../inputs/cut"], /inputs\/cut\); name a file/],
  [["agenda", "--svg", ""], /this is no path.* received \(nothing\); /],
  [["agenda", "x"], /^too many arguments for agenda; expected 0, received 1; frontera agenda --help/],
  [["article", "--lang", ""], /^unknown language.*; expected en or es; write/],
  [["article", "--lng", "es"], /^unknown option: --lng; did you mean --lang\?/],
  [["cite", "../inputs/nothing"], /no run in this folder \(\.\.\/inputs\/nothing\); .*; name the folder/],
  [["cite", "no-such"], /no run in this folder \(no-such\); .*; name the folder/],
  [["cite", "../inputs/file"], /this is a file \(\.\.\/inputs\/file\); name the folder/],
  [["cite", ""], /^this is no path; received \(nothing\); write the name/],
  ...["cut", "list", "deep", "proto", "traversal", "source"].map(
    (name): Row => [
      ["cite", `../inputs/${name}`],
      new RegExp(`^the run cannot be read \\(\\.\\./inputs/${name}/study.json\\); expected .*; run the study again`),
    ],
  ),
  [["cite", "../inputs/cut", "--bibtex", "--json"], /^--bibtex and --json exclude each other; keep one/],
  [["cite", "a", "b"], /^too many arguments for cite; expected 1, received 2; frontera cite --help/],
];

const REPLICATE: readonly Row[] = [
  [["replicate", "science-2032"], /^unknown study: science-2032; did you mean science-2023\?/],
  [["replicate", "dilemma-2025"], /^dilemma-2025 is not yet here; science-2023 and cohort-2025 are/],
  [["replicate", "__proto__"], /^unknown study: __proto__; known: science-2023/],
  [science("more"), /^too many arguments for replicate; expected 1, received 2; frontera replicate --help/],
  [science("--set", "recruitmnt=1"), /^unknown parameter: recruitmnt .*; did you mean recruitment\?/],
  ...["two", "NaN", "-1", "Infinity", "1e999", "1,5"].map(
    (text): Row => [
      science("--set", `recruitment=${text}`),
      new RegExp(`^--set recruitment cannot be read; expected a number from 0, received ${text}; write it with`),
    ],
  ),
  ...["recruitment=", "recruitment", ""].map(
    (text): Row => [science("--set", text), /^--set cannot be read; expected name=value, received .*; write for/],
  ),
  [science("--set", "recruitment=2e-3", "--set", "recruitment=3e-3"), /^--set sets recruitment twice, .*; keep one/],
  [science("--set", "__proto__=1"), /^__proto__ cannot be set \(--set\); name a parameter/],
  [science("--set", "constructor=1"), /^constructor cannot be set \(--set\); name a parameter/],
  [science("--set", "initialMembers=1e300"), /cannot be followed with these values: .*; choose values nearer/],
  [science("--policy", "incapacitation*2"), /^--policy cannot be read; expected name\*factor@week, .*; write for/],
  [science("--policy", ""), /^--policy cannot be read; .* received \(nothing\); write for/],
  [science("--policy", LONG), /^--policy cannot be read; .* received xxx.*…; write for/],
  [science("--policy", "incapacitaton*2@520"), /change incapacitaton; .*; did you mean incapacitation\?/],
  [science("--policy", "__proto__*2@520"), /change __proto__; expected recruitment, /],
  ...["two", "-2", "NaN"].map(
    (text): Row => [
      science("--policy", `incapacitation*${text}@520`),
      new RegExp(`factor of --policy incapacitation cannot be read; .* received ${text}; write it with`),
    ],
  ),
  ...["-1", "900", "1.5"].map(
    (text): Row => [
      science("--policy", `incapacitation*2@${text}`),
      new RegExp(`week of --policy incapacitation cannot be read; .* from 0 to 520, received ${text}; write for`),
    ],
  ),
  ...["0", "-1", "52.5", "1e9", "99999999999"].map((text): Row => [science("--weeks", text), WEEKS]),
  [science("--groups", "../inputs/groups.csv"), /^--groups needs --ties; /],
  [groups("no-such.csv"), /no such file or folder \(\.\.\/inputs\/no-such\.csv\); check the spelling/],
  [groups(""), /this is a folder \(\.\.\/inputs\/\); name a file/],
  [science("--groups", ENDLESS, "--ties", ENDLESS), /device or a pipe \(\/dev\/zero\); .*; save it as a file/],
  [groups("huge.csv"), /too large \(\.\.\/inputs\/huge\.csv\); expected at most 50 MB, received 60 MB/],
  [groups("twice.csv"), /^group a appears twice \(\.\.\/inputs\/twice\.csv:3\); it stands in line 2 already/],
  [groups("no-name.csv"), /^column name is missing \(\.\.\/inputs\/no-name\.csv:1\); expected id, name/],
  [groups("empty.csv"), /^the file is empty \(\.\.\/inputs\/empty\.csv\); expected a header line/],
  [groups("head.csv"), /no groups \(\.\.\/inputs\/head\.csv\)/],
  [groups("latin.csv"), /not UTF-8 text \(\.\.\/inputs\/latin\.csv\); save it as UTF-8/],
  [groups("binary.csv"), /\.\.\/inputs\/binary\.csv/],
  [groups("quote.csv"), /never closed \(\.\.\/inputs\/quote\.csv:2\); close it/],
  [groups("below-zero.csv"), /^column initial .*\(\.\.\/inputs\/below-zero\.csv:2\); expected at least 0, received -5/],
  [groups("some-initial.csv"), /^group b .*some-initial\.csv:3\); expected initial for all groups or for none/],
  [groups("long.csv"), /^group xxx.*… appears twice \(\.\.\/inputs\/long\.csv:3\)/],
  [ties("empty.csv"), /^the file is empty \(\.\.\/inputs\/empty\.csv\); expected a header line/],
  [ties("unknown.csv"), /^unknown group: zz \(\.\.\/inputs\/unknown\.csv:2\); known: a, b/],
  [ties("self.csv"), /^group a is tied to itself \(\.\.\/inputs\/self\.csv:2\); take the line out/],
  [ties("negative.csv"), /^column weight .*negative\.csv:2\); expected at least 0, received -1/],
  [ties("nan.csv"), /^column weight .*nan\.csv:2\); expected a number .*, received NaN/],
  [ties("infinite.csv"), /^column weight .*infinite\.csv:2\); expected a number .*, received Infinity/],
  [ties("word.csv"), /^column weight .*word\.csv:2\); expected a number .*, received one/],
  [ties("kind.csv"), /^column kind .*kind\.csv:2\); .* received rivalery; did you mean rivalry\?/],
  [ties("no-kind.csv"), /^column kind is missing \(\.\.\/inputs\/no-kind\.csv:1\); expected group_a, group_b, kind/],
  [ties("short.csv"), /short\.csv:2\); expected 4 cells, received 2; /],
  [ties("proto.csv"), /^unknown group: __proto__ \(\.\.\/inputs\/proto\.csv:2\); known: a, b/],
  [ties("control.csv"), /^unknown group: {2}\[31mx {1,2}\(\.\.\/inputs\/control\.csv:2\); known: a, b/],
  [ties("both.csv"), /a and b appears twice \(\.\.\/inputs\/both\.csv:3\); it stands in .*both\.csv:2 already/],
  [ties("many.csv"), /^unknown group: zz \(\.\.\/inputs\/many\.csv:2\); known: a, b/],
];

let folder = "";
let before = "";

/** Every file below a folder with its size and time. */
function listing(path: string): string {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(path, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join("\n");
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "frontera-"));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, "inputs", name, ".."), { recursive: true });
    writeFileSync(join(folder, "inputs", name), text);
  }
  truncateSync(join(folder, "inputs/huge.csv"), 60e6);
  before = listing(join(folder, "inputs"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ends a program that hangs [ms]. The contract is ten seconds on a quiet machine; no test fails on a clock. */
const HUNG = 45_000;

/**
 * Wrong input ends with 2 and leaves one to five short lines on standard error that name the thing and
 * the cure, and nothing anywhere else.
 */
async function expectRefused(words: readonly string[], message: RegExp, prepare?: (cwd: string) => void) {
  const cwd = mkdtempSync(join(folder, "work-"));
  prepare?.(cwd);
  const found = listing(cwd);
  const { code, out, err } = words.includes(ENDLESS)
    ? await runProcess(words, { cwd, timeout: HUNG })
    : await runFrontera(words, { cwd });
  expect(err).toMatch(message);
  expect([code, out]).toEqual([2, ""]);
  expect(err.endsWith("\n")).toBe(true);
  const lines = err.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(5);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(500);
  expect(err).not.toMatch(/^\s+at |\w+Error\b|internal|node:|\[object/m);
  expect(err.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
  expect(listing(cwd)).toBe(found);
}

// A process argument cannot hold a NUL: test/cli-files.test.ts has paths with one.
describe.each([
  ["study", STUDY],
  ["brief", BRIEF],
  ["words and small commands", WORDS],
  ["replicate", REPLICATE],
] as const)("wrong input: %s", (_, rows) => {
  it.each(rows.map(([words, message]) => ({ words, message, line: JSON.stringify(words).slice(0, 90) })))(
    "refuses $line",
    ({ words, message }) => expectRefused(words, message),
  );
});

// Root may write everywhere, so as root there is no folder that permissions protect.
it.skipIf(process.getuid?.() === 0)("refuses a folder that may not be written to", () =>
  expectRefused(study("--out", "closed/new"), /\(closed\/new\); change its permissions or choose another/, (cwd) => {
    mkdirSync(join(cwd, "closed"));
    chmodSync(join(cwd, "closed"), 0o555);
  }),
);

it("leaves the files that it was given as they were", () => {
  expect(before.split("\n").length).toBeGreaterThan(Object.keys(FILES).length);
  expect(listing(join(folder, "inputs"))).toBe(before);
});
