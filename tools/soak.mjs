// Runs the tests with a fresh seed, or with FRONTERA_SOAK_SEED to see a failure again; every property tries more cases.
import { randomInt } from "node:crypto";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

process.env.FRONTERA_SOAK_SEED ??= String(randomInt(2 ** 31));
const again = `FRONTERA_SOAK_SEED=${process.env.FRONTERA_SOAK_SEED} npm run test:soak`;
process.stderr.write(`frontera: ${again}\n`);
const replacement = fileURLToPath(new URL("./soak/fast-check.mjs", import.meta.url));
const vitest = await startVitest(
  "test",
  process.argv.slice(2),
  { watch: false, testTimeout: 600_000 },
  { resolve: { alias: [{ find: /^fast-check$/, replacement }] } },
);
await vitest.close();
if (process.exitCode) process.stderr.write(`frontera: to see it again: ${again}\n`);
