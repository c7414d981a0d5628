// Compiles bench/ with the sources it measures to .bench/ and runs the benchmarks, or those that are named.
import { execSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";

const RUN = (command) => execSync(command, { stdio: "inherit" });
/** What the benchmarks share. */
const HELPERS = ["measure"];
const all = readdirSync("bench").map((name) => name.replace(/\.ts$/, ""));
const named = process.argv.slice(2);
const wanted = all.filter((name) => !HELPERS.includes(name) && (named.length === 0 || named.includes(name)));
rmSync(".bench", { recursive: true, force: true });
RUN("node node_modules/typescript/bin/tsc -p tsconfig.bench.json");
for (const name of wanted) RUN(`node .bench/bench/${name}.js`);
