// Bundles the evidence and compiles `src` to `dist`; does nothing when `dist` is newer than every source.
import { execSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import "./bundle-evidence.mjs";

const newest = (path) =>
  statSync(path).isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : statSync(path).mtimeMs;
const stamp = "dist/.built";
const sources = [
  "src",
  "evidence",
  "tools",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
];
if (!existsSync(stamp) || statSync(stamp).mtimeMs < Math.max(...sources.map(newest))) {
  rmSync("dist", { recursive: true, force: true });
  execSync("node node_modules/typescript/bin/tsc -p tsconfig.build.json", { stdio: ["ignore", 2, 2] });
  writeFileSync(stamp, "");
}
