// The script of the one file to hand on, as one classic script without line breaks of its own: `page-app/` and what it takes
// from `src/index.ts`.
import { build } from "vite";

export async function bundlePage() {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      target: "es2022",
      rolldownOptions: {
        input: "page-app/main.ts",
        output: { format: "iife" },
        // Nothing in `src` works by being imported alone, so that what is not used stays out.
        treeshake: { moduleSideEffects: (id) => id.endsWith("page-app/main.ts") },
      },
    },
  });
  const [chunk, ...more] = [result].flat().flatMap(({ output }) => output);
  if (chunk?.type !== "chunk" || more.length > 0) throw new Error("the page is to be one script");
  if (/<\/script|<!--|<script/i.test(chunk.code)) throw new Error("the script of the page would end too early");
  return chunk.code;
}
