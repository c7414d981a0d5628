import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Processes, for tests that change the working folder; one for every core.
    pool: "forks",
    maxWorkers: "100%",
    // What is built is tested as it is.
    server: { deps: { external: [/\/dist\//] } },
  },
});
