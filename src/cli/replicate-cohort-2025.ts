import { FronteraError, printable, suggest } from "../errors.ts";
import { formatNumber } from "../language/format.ts";
import type { Translate } from "../language/language.ts";
import { change } from "../report/format.ts";
import { type Cohort2025, cohortNames, replicateCohort2025 } from "../studies/replications/cohort-2025.ts";
import { columns } from "./columns.ts";
import { assignments, numberOf } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Dates that the summary shows, by week from January 1965 on: the ends of 1964, 1999, 2011, 2021 and of the run. */
const SHOWN = [0, 1_826, 2_452, 2_974, 4_228] as const;

const whole = (value: number) => formatNumber(value, "en", 0);
const tenth = (value: number) => formatNumber(value, "en", 1);
const percent = (value: number) => `${tenth(100 * value)} %`;

/** `frontera replicate cohort-2025`. `set`: texts of `--set`. */
export function replicateCohort(set: readonly string[], json: boolean, t: Translate, terminal: Terminal): void {
  const names = cohortNames();
  const given = Object.fromEntries(
    [...assignments("--set", set)].map(([name, text]) => {
      if (names.includes(name)) return [name, numberOf(`--set ${name}`, text, { low: 0 })];
      throw new FronteraError({
        code: "unknown-parameter",
        message: `unknown parameter: ${printable(name, 60)}`,
        path: "--set",
        hint: suggest(name, names),
      });
    }),
  );
  const run = replicateCohort2025(given);
  terminal.out(json ? `${JSON.stringify(run)}\n` : summary(run, t));
}

function summary(run: Cohort2025, t: Translate): string {
  return `${[...chainLines(run, t), "", ...cohortLines(run, t), "", ...shockLines(run, t)].join("\n")}\n`;
}

function chainLines(run: Cohort2025, t: Translate): string[] {
  const { dates, members, recruited, arrested, killed, retired } = run;
  const head = (["date", "membersOf", "recruitedOf", "arrestedOf", "killedOf", "retiredOf"] as const).map((word) =>
    t(`replicate.${word}`),
  );
  const rows = SHOWN.map((week) => [
    dates[week]!,
    whole(members[week]!),
    ...[recruited, arrested, killed, retired].map((series) => (week === 0 ? "" : tenth(series[week]!))),
  ]);
  return [t("replicate.cohortTitle"), columns(head, rows, head.slice(1)).trimEnd()];
}

function cohortLines({ cohort, years, parameters }: Cohort2025, t: Translate): string[] {
  const head = (["cohort1990", "people", "shareOf", "meanAge", "meanAgeAll"] as const).map((word) =>
    t(`replicate.${word}`),
  );
  const rows = (["recruited", "killed", "arrested", "retired"] as const).map((exit) => [
    t(`replicate.${exit}Of`),
    whole(cohort[exit].people),
    exit === "recruited" ? "" : percent(cohort[exit].people / cohort.recruited.people),
    tenth(cohort[exit].meanAge),
    tenth(cohort.meanAgeOfAll[exit]),
  ]);
  return [
    columns(head, rows, head.slice(1)).trimEnd(),
    t("replicate.cohortYears", {
      years: whole(years.possible),
      age: String(parameters.lastAge),
      prison: percent(years.prison),
      again: percent(years.prisonAgain),
      killed: percent(years.killed),
      retired: percent(years.retired),
    }),
    t("replicate.cohortAbstract"),
  ];
}

function shockLines({ shocks, collapse: { factor, row, before, after } }: Cohort2025, t: Translate): string[] {
  const head = (["shockFactor", "shockKillings", "shockTenYears", "shockFewest"] as const).map((word) =>
    t(`replicate.${word}`),
  );
  const rows = shocks.map((shock) => [
    `× ${shock.factor}`,
    change(shock.killings - 1),
    change(shock.killingsOfTenYears - 1),
    whole(shock.fewest),
  ]);
  const named = { factor: String(factor), before: whole(before), after: whole(after) };
  return [
    t("replicate.shockTitle"),
    columns(head, rows, head).trimEnd(),
    row === null ? t("replicate.survives", named) : t("replicate.collapsed", { ...named, row: String(row) }),
  ];
}
