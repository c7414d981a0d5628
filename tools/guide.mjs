// Writes what the guides take from the model anew: the blocks between `<!-- name -->` and `<!-- /name -->`.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";

chdir(fileURLToPath(new URL("..", import.meta.url)));

/** Page, name of its block, and the words after `frontera model` that print it; test/guide.test.ts holds the same. */
const BLOCKS = [
  ...["cartels", "fentanyl", "migration"].flatMap((part) =>
    ["levers", "equations"].map((name) => [part, name, [name, part, "--markdown"]]),
  ),
  ["scenarios", "levers", ["levers", "--markdown"]],
];

for (const [page, name, words] of BLOCKS) {
  const file = `docs/guide/${page}.md`;
  const text = readFileSync(file, "utf8");
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`${file} has no block ${open} … ${close}`);
  const printed = execFileSync(process.execPath, ["dist/cli/main.js", "model", ...words], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  const fresh = `${text.slice(0, from + open.length)}\n\n${printed.trim()}\n\n${text.slice(to)}`;
  if (fresh === text) continue;
  writeFileSync(file, fresh);
  process.stderr.write(`frontera: ${file} is written anew\n`);
}
