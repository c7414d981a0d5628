import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { leversMarkdown, leversOf } from "../src/cli/model.ts";
import { equationsMarkdown } from "../src/model/describe.ts";
import { defineModel } from "../src/model/model.ts";
import { SUBSYSTEM_IDS, subsystemOf } from "../src/studies/scenarios/subsystems.ts";
import { evidence } from "../src/studies/study/study-model.ts";
import { generatedBlock } from "./support/generated.ts";

const GUIDES = join(import.meta.dirname, "../docs/guide");
const STALE = "the page is older than the model: run `npm run guide`";

/** Blocks of every page by name, and what the command prints. */
const BLOCKS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  ...Object.fromEntries(
    SUBSYSTEM_IDS.map((id) => [
      `${id}.md`,
      {
        levers: () => leversMarkdown(leversOf(id)),
        equations: () => equationsMarkdown(defineModel(subsystemOf(id, evidence()).model)),
      },
    ]),
  ),
  "scenarios.md": { levers: () => leversMarkdown(leversOf(undefined)) },
};

const read = (page: string) => readFileSync(join(GUIDES, page), "utf8");
const cases = Object.entries(BLOCKS).flatMap(([page, blocks]) =>
  Object.entries(blocks).map(([name, print]) => ({ page, name, print })),
);

it.each(cases)("$page has the $name of now", ({ page, name, print }) => {
  // Compared as a whole: the difference of two long tables would hide the cure.
  expect(generatedBlock(read(page), name) === print().trim(), STALE).toBe(true);
});

it("knows every block that is generated", () => {
  const found = readdirSync(GUIDES).flatMap((page) =>
    [...read(page).matchAll(/^<!-- \/(\w+) -->$/gm)].map(([, name]) => `${page} ${name}`),
  );
  expect(found.sort()).toEqual(cases.map(({ page, name }) => `${page} ${name}`).sort());
});
