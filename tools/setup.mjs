// Runs before `npm start`, `npm test` and the rest: installs what the lockfile names and builds when the sources changed.
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";

chdir(fileURLToPath(new URL("..", import.meta.url)));
const LOCKFILE = "package-lock.json";
/** Written by npm at the end of an installation. */
const INSTALLED = "node_modules/.package-lock.json";
/** Hash of the lockfile that was installed last. */
const STAMP = "node_modules/.frontera-lock";

const wanted = createHash("sha256").update(readFileSync(LOCKFILE)).digest("hex");
const modified = (path) => statSync(path).mtimeMs;
const stamped = () => existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;

function run(what, command) {
  if (what !== undefined) process.stderr.write(`frontera: ${what}\n`);
  try {
    // What the tools print goes to standard error, so that standard output holds the answer alone.
    execSync(command, { stdio: ["ignore", 2, 2] });
  } catch {
    process.stderr.write(`frontera: ${command} failed, see above\n`);
    process.exit(1);
  }
}

if (!existsSync(INSTALLED)) run("installing packages (first run)", "npm ci --no-audit --no-fund");
else if (!stamped() && modified(INSTALLED) < modified(LOCKFILE))
  run("installing packages (package-lock.json changed)", "npm ci --no-audit --no-fund");
if (!stamped()) writeFileSync(STAMP, wanted);
run(undefined, "node tools/build.mjs");
