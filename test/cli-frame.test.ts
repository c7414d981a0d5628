import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Kept } from "./support/kept-terminal.ts";
import { runFrontera, runProcess } from "./support/run-frontera.ts";

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8")) as {
  version: string;
};
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "frontera-"));
  writeFileSync(join(folder, "study.json"), '{"version": 1');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Wrong input leaves one to five short lines on standard error and nothing else. */
function expectRefused({ code, out, err }: Kept, words: string): void {
  expect(err).toContain(words);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err.endsWith("\n")).toBe(true);
  const lines = err.trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(5);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(500);
  expect(err).not.toMatch(/^\s+at |TypeError|Error:|internal/m);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be echoed
  expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

describe("frontera", () => {
  it("prints its version", async () => {
    expect(await runProcess(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each([[["--help"]], [["help"]], [[]]])("lists one command a line, indented, on %j", async (words) => {
    const { code, out, err } = await runFrontera(words);
    expect([code, err]).toEqual([0, ""]);
    const list = out.slice(out.indexOf("Commands:\n")).trimEnd().split("\n").slice(1);
    expect(list.map((line) => /^ {2}([a-z]+) /.exec(line)?.[1])).toEqual([
      "study",
      "replicate",
      "agenda",
      "article",
      "claims",
      "brief",
      "simulate",
      "compare",
      "levers",
      "couplings",
      "experiments",
      "fit",
      "model",
      "evidence",
      "lab",
      "cite",
      "help",
    ]);
    for (const line of list) expect(line).toMatch(/^ {2}\S.* {2,}\S/);
  });

  it.each([[["model", "--help"]], [["help", "model"]], [["model"]]])("explains a command on %j", async (words) => {
    const { code, out, err } = await runFrontera(words);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Usage: frontera model/);
    expect(out).toMatch(/^ {2}equations /m);
  });

  it.each([
    [["modl"], "unknown command: modl; did you mean model?"],
    [["zzzzzz"], "unknown command: zzzzzz; frontera --help"],
    [["--vrsion"], "unknown option: --vrsion; did you mean --version?"],
    [["model", "equatons"], "unknown command: equatons; did you mean equations?"],
    [["model", "equations", "--jsn"], "unknown option: --jsn; did you mean --json?"],
    [["model", "equations", "--form"], "a value is missing: --form"],
    [["model", "equations", "--form", "publishd"], "did you mean published?"],
    [["model", "equations", "cartels", "more"], "too many arguments for equations; expected 1, received 2"],
    [["cite", "a", "b"], "too many arguments for cite"],
    [["cite", "/no/such/folder"], "there is no run in this folder (/no/such/folder)"],
    [["cite", "package.json"], "(package.json"],
    [["study", "--draws", "0"], "--draws cannot be read; expected a whole number from 1"],
    [["study", "--out", "package.json"], "a folder is needed and this is a file (package.json)"],
    [["replicate", "science-2032"], "did you mean science-2023?"],
    [["evidence", "show", "no-such-series"], "unknown series: no-such-series"],
    [["cite", "--bibtex", "--json"], "--bibtex and --json exclude each other"],
    [["__proto__"], "unknown command: __proto__"],
  ])("refuses %j", async (words, message) => expectRefused(await runFrontera(words), message));

  it("echoes no control characters", async () => {
    expectRefused(await runFrontera(["a\u001b[31mb\u0007\u202e\r\n"]), "unknown command: a [31mb");
    expectRefused(await runFrontera(["cite", "a\u001b[31mb\nc"]), "(a [31mb c)");
  });

  it("keeps its words short whatever the length of those it is given", async () => {
    expectRefused(await runFrontera(["x".repeat(20_000)]), "unknown command: xxx");
    expectRefused(await runFrontera(["model", "equations", `--${"y".repeat(20_000)}`]), "unknown option: --yyy");
    expectRefused(await runFrontera(["cite", "z".repeat(20_000)]), "the path is too long (zzz");
  });

  it("names a damaged file", async () => {
    expectRefused(await runFrontera(["cite", folder]), "the run cannot be read");
  });
});

describe("the process", () => {
  it.each([
    [[]],
    [["model", "equations", "cartels", "--json"]],
    [["replicate", "science-2023", "--weeks", "52"]],
    [["simulate", "--draws", "0"]],
    [["studdy"]],
    [["cite", "package.json"]],
    [["claims", "--draws", "20", "--workers", "1"]],
  ])("writes on its streams, and ends with, what the program tells on %j", async (words) => {
    const { code, out, err } = await runProcess(words);
    expect({ code, out, err }).toEqual(await runFrontera(words));
    expect(out === "" ? err : out).not.toBe("");
  });

  it("reads no device to its end", async () => {
    const words = ["replicate", "--groups", "/dev/zero", "--ties", "/dev/zero"];
    expectRefused(await runProcess(words, { timeout: 60_000 }), "this is a device or a pipe (/dev/zero)");
  });

  it("ends quietly when nobody reads on", async () => {
    expect(await runProcess(["model", "equations"], { deaf: true })).toEqual({ code: 0, out: "", err: "" });
  });
});
