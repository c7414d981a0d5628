import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { readTable, rowsOf, type TableSpec } from "../../data/table.ts";
import { replicateScience2023, type Science2023 } from "../replications/science-2023.ts";
import { POLICY_PARAMETERS, type PolicyParameter } from "../replications/science-2023-policies.ts";

const PRINTED_FILE = "experiments/replication.csv";

const PRINTED = {
  check: { kind: "text" },
  week: { kind: "integer", low: 0 },
  parameter: { kind: "one-of", values: POLICY_PARAMETERS, optional: true },
  factor: { kind: "number", low: 0, optional: true },
  quantity: { kind: "one-of", values: ["members", "recruits", "arrests", "deaths", "departures"] },
  against: { kind: "one-of", values: ["start", "usual"], optional: true },
  printed: { kind: "number" },
  source_id: { kind: "text" },
} as const satisfies TableSpec;

/** Week at which the study ends and policies begin. */
const START = 520;

/**
 * T12: the published model against its printed table, by check: the largest difference of a number from print, as a share of it
 * (levels) or in share points (changes). Print has four digits at most, so that differences below 1e-3 are its rounding.
 */
export function replicationChecks(
  files: Readonly<Record<string, string>> = EVIDENCE_FILES,
): ReadonlyMap<string, number> {
  const rows = rowsOf(readTable(files[PRINTED_FILE] ?? "", `evidence/${PRINTED_FILE}`, PRINTED));
  const runs = new Map<string, Science2023>();
  const runOf = (parameter: PolicyParameter | "", factor: number) => {
    const key = `${parameter} ${factor}`;
    const known = runs.get(key);
    if (known !== undefined) return known;
    const policies = parameter === "" ? [] : [{ parameter, factor, week: START }];
    const run = replicateScience2023({ weeks: Math.max(...rows.map(({ week }) => week)), policies });
    runs.set(key, run);
    return run;
  };
  const worst = new Map<string, number>();
  for (const { check, week, parameter, factor, quantity, against, printed } of rows) {
    const usual = runOf("", Number.NaN);
    const value = runOf(parameter, factor)[quantity][week]!;
    const base = against === "start" ? usual[quantity][START]! : usual[quantity][week]!;
    const difference = against === "" ? value / printed - 1 : value / base - 1 - printed;
    if (Math.abs(difference) >= Math.abs(worst.get(check) ?? 0)) worst.set(check, difference);
  }
  return worst;
}
