// Runs the tests that hold a golden text, and has each write its text anew instead of comparing it.
import { spawnSync } from "node:child_process";

const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, FRONTERA_GOLDEN: "write" },
});
process.stderr.write("frontera: test/golden/ is written anew; look at `git diff test/golden` before you commit it\n");
process.exitCode = status ?? 1;
