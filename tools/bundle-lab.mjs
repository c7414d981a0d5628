// The lab as a static site: `src/lab` with what it takes from `src/index.ts`, and beside it what can be shown before an engine has
// started, made by the same program.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/** Writes the site into `target`; `program`: folder of the compiled program. */
export async function bundleLab(program, target) {
  // Nothing in `src` works by being imported alone, so that what is not used stays out; entries and styles do.
  const treeshake = { moduleSideEffects: (id) => !/\/src\/(?!lab\/)/.test(id) };
  await build({
    configFile: false,
    root: "src/lab",
    base: "./",
    logLevel: "error",
    worker: { format: "es", rolldownOptions: { treeshake } },
    build: {
      outDir: resolve(target),
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { treeshake },
    },
  });
  const { start, draws } = await opening(program);
  writeFileSync(join(target, "start.json"), start);
  writeFileSync(join(target, "draws.bin"), draws);
}

/** Business as usual and weighed draws; kept from build to build while what they rest on stays the same. */
async function opening(program) {
  const { PACKAGE_IDS, engineFingerprint, evidence, packDraws, parseScenario, sessionStart } = await import(
    pathToFileURL(resolve(program, "index.js")).href
  );
  const { DEFAULT_SEED } = await import(pathToFileURL(resolve(program, "cli/options.js")).href);
  const packages = PACKAGE_IDS.map((id) => {
    const file = `scenarios/${id}.yaml`;
    return { id, scenario: parseScenario(readFileSync(file, "utf8"), file, evidence()) };
  });
  const code = ["studies/scenarios", "ensemble", "compile", "solvers", "analysis", "math", "model", "data"];
  const hash = createHash("sha256").update(`${DEFAULT_SEED} ${await engineFingerprint()} ${JSON.stringify(packages)}`);
  for (const path of filesOf(program, code)) hash.update(readFileSync(path));
  const folder = "node_modules/.cache/frontera-lab";
  const name = hash.digest("hex").slice(0, 32);
  const paths = { start: join(folder, `${name}.json`), draws: join(folder, `${name}.bin`) };
  if (!existsSync(paths.draws)) {
    const { start, weighed } = await sessionStart(packages, { seed: DEFAULT_SEED });
    mkdirSync(folder, { recursive: true });
    writeFileSync(paths.start, JSON.stringify(start));
    writeFileSync(paths.draws, packDraws(weighed));
  }
  return { start: readFileSync(paths.start), draws: readFileSync(paths.draws) };
}

function filesOf(program, folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(program, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .sort()
      .map((name) => join(program, folder, name)),
  );
}
