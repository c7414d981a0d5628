import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFile, readTextFile, requireOutputFolder } from "../src/cli/files.ts";

let folder = "";
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "frontera-"));
  writeFileSync(at("text.csv"), "\ufeffañb\n");
  writeFileSync(at("latin.csv"), Buffer.from([0x61, 0xf1, 0x0a]));
  writeFileSync(at("huge.csv"), "");
  truncateSync(at("huge.csv"), 51e6);
  execFileSync("mkfifo", [at("pipe")]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("reading a text file", () => {
  it("takes UTF-8 and leaves a byte-order mark out", () => {
    expect(readTextFile(at("text.csv"))).toBe("añb\n");
    expect(isFile(at("text.csv"))).toBe(true);
    expect(isFile(at("none"))).toBe(false);
    expect(isFile(folder)).toBe(false);
  });

  it.each([
    ["none", "there is no such file or folder"],
    [".", "a file is needed and this is a folder"],
    ["text.csv/below", "a folder is needed and this is a file"],
    ["pipe", "this is a device or a pipe"],
    ["huge.csv", "the file is too large"],
    ["latin.csv", "the file is not UTF-8 text"],
    ["a\0b", "this is no path"],
    ["x".repeat(300), "the path is too long"],
  ])("refuses %j", (name, message) => {
    expect(() => readTextFile(at(name))).toThrow(message);
  });

  it("refuses devices", () => {
    expect(() => readTextFile("/dev/zero")).toThrow("this is a device or a pipe (/dev/zero)");
  });
});

describe("a folder to write to", () => {
  it("is not made before there is something to write", () => {
    expect(requireOutputFolder(at("new/deep"))).toBe(at("new/deep"));
    expect(existsSync(at("new"))).toBe(false);
  });

  it("is refused where a file stands", () => {
    expect(() => requireOutputFolder(at("text.csv"))).toThrow("a folder is needed and this is a file");
    expect(() => requireOutputFolder(at("text.csv/below"))).toThrow("a folder is needed and this is a file");
    expect(() => requireOutputFolder("")).toThrow("this is no path");
  });
});
