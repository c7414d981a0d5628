#!/usr/bin/env node
import { Command } from "commander";
import { replicateScience2023 } from "../studies/replications/science-2023.ts";

const program = new Command("frontera").description(
  "An open policy laboratory for cartels, fentanyl, firearms and migration",
);
program
  .command("replicate", { isDefault: true })
  .argument("[study]", "published study to re-run", "science-2023")
  .option("--json", "print one JSON document")
  .action((_study: string, options: { json?: boolean }) => {
    const result = replicateScience2023();
    if (options.json) console.log(JSON.stringify(result));
    else
      console.log(
        `members in week 520 (the study's 2022): ${Math.round(result.members[520] ?? 0).toLocaleString("en-US")}`,
      );
  });
program.parse();
