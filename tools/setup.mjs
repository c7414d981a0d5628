// Runs before `npm start` and `npm test`: installs what is missing from the lockfile and builds when the sources changed.
import { execSync } from "node:child_process";
import { existsSync } from "node:fs";

const run = (command) => execSync(command, { stdio: ["ignore", 2, 2] });
if (!existsSync("node_modules/.package-lock.json")) run("npm ci --no-audit --no-fund");
run("node tools/build.mjs");
