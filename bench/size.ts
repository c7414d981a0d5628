/** What a browser loads, minified and compressed: the engine, the whole public API, and the tables of the evidence. */
import { gzipSync } from "node:zlib";
import { build, type Rollup } from "vite";
import { table } from "./measure.ts";

/** Generated from evidence/: text, not program. */
const EVIDENCE = "src/data/bundle.ts";

/** Bytes of the bundle, and of its gzip. */
async function sizes(entry: string, emptied: boolean): Promise<[number, number]> {
  const result = (await build({
    configFile: false,
    logLevel: "error",
    // Not as a library: those keep their white space.
    build: {
      write: false,
      minify: true,
      target: "es2022",
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
    plugins: emptied
      ? [
          {
            name: "without-evidence",
            enforce: "pre",
            load: (id: string) => (id.endsWith(EVIDENCE) ? "export const EVIDENCE_FILES = {};" : null),
          },
        ]
      : [],
  })) as Rollup.RollupOutput;
  const code = result.output.map((part) => (part.type === "chunk" ? part.code : "")).join("");
  return [Buffer.byteLength(code), gzipSync(code, { level: 9 }).byteLength];
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const row = async (name: string, entry: string, emptied: boolean) => [
  name,
  ...(await sizes(entry, emptied)).map(kilobytes),
];
console.log(
  table(
    ["browser bundle [kB]", "minified", "gzip"],
    [
      await row("engine (src/engine.ts)", "src/engine.ts", true),
      await row("everything but the evidence (src/index.ts)", "src/index.ts", true),
      await row("everything (src/index.ts)", "src/index.ts", false),
    ],
  ),
);
