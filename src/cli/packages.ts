import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dataset } from "../data/dataset.ts";
import { parseScenario } from "../studies/scenarios/scenario-file.ts";
import { PACKAGE_IDS, type PackageScenario } from "../studies/study/system/plan.ts";
import { readTextFile } from "./files.ts";

const FOLDER = fileURLToPath(new URL("../../scenarios/", import.meta.url));

/** The named scenarios that the study weighs as packages, from the files that come with the program. */
export function readPackages(dataset: Dataset): PackageScenario[] {
  return PACKAGE_IDS.map((id) => {
    const file = `${id}.yaml`;
    return { id, scenario: parseScenario(readTextFile(join(FOLDER, file)), file, dataset) };
  });
}
