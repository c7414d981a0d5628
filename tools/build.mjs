// Bundles the evidence and compiles `src` to `dist`; does nothing when `dist` is newer than every source.
import { execSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { bundleLab } from "./bundle-lab.mjs";
import { bundlePage } from "./bundle-page.mjs";

chdir(fileURLToPath(new URL("..", import.meta.url)));
await import("./bundle-evidence.mjs");

const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(statSync(path).mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs;
const STAMP = ".built";
const MAIN = "cli/main.js";
const SOURCES = [
  "src",
  "page-app",
  "evidence",
  "scenarios",
  "tools",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
];
// The stamp bears the time at which the sources were looked at, so that a change during the build is not missed.
const looked = new Date();
const built = join("dist", STAMP);
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...SOURCES.map(newest))) {
  process.stderr.write("frontera: building dist/ (sources changed)\n");
  const fresh = `dist.${process.pid}`;
  try {
    execSync(`node node_modules/typescript/bin/tsc -p tsconfig.build.json --outDir ${fresh}`, {
      stdio: ["ignore", 2, 2],
    });
    chmodSync(join(fresh, MAIN), 0o755);
    mkdirSync(join(fresh, "page"), { recursive: true });
    writeFileSync(join(fresh, "page", "app.js"), await bundlePage());
    await bundleLab(fresh, join(fresh, "lab"));
    writeFileSync(join(fresh, STAMP), "");
    utimesSync(join(fresh, STAMP), looked, looked);
    // The build that is there stays until the new one is whole.
    const old = `${fresh}.old`;
    if (existsSync("dist")) renameSync("dist", old);
    renameSync(fresh, "dist");
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // The compiler has told what is wrong.
    if (error.status === undefined) throw error;
    process.exit(1);
  }
}
