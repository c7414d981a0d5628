import { formatNumber } from "../language/format.ts";
import type { Translate } from "../language/language.ts";
import { change, parameterValue } from "../report/format.ts";
import type { Science2023, StructureRun } from "../studies/replications/science-2023.ts";
import type { AgainstStudy } from "../studies/replications/science-2023-contrasts.ts";
import type { StructureValue } from "../studies/replications/science-2023-structure.ts";
import { columns } from "./columns.ts";

const whole = (value: number) => formatNumber(value, "en", 0);

/** What the mechanisms rest on, and what they change against the structure of the study. */
export function structureLines(
  run: Science2023,
  { values, imprisoned, rejoined }: StructureRun,
  against: AgainstStudy,
  t: Translate,
): string[] {
  const head = (["switch", "parameter", "value", "range", "status", "source"] as const).map((word) =>
    t(`replicate.${word}`),
  );
  const rows = values.map((value, i) => [
    values[i - 1]?.mechanism === value.mechanism ? "" : t(`replicate.switch ${value.mechanism}`),
    value.id.replace(/^structure\./, ""),
    [parameterValue(value.value), value.unit === "1" ? "" : value.unit].join(" ").trim(),
    rangeOf(value),
    t(`replicate.status ${value.status}`),
    sourcesOf(value),
  ]);
  const week = String(run.weeks.length - 1);
  const share = (value: number | null) => (value === null ? t("terminal.noChange") : change(value));
  const lines = [
    t("replicate.structure"),
    columns(head, rows, []).trimEnd(),
    t("replicate.againstStructure", { week, members: share(against.members), deaths: share(against.deaths) }),
  ];
  const power = values.find(({ id }) => id === "structure.effortElasticity")?.value;
  if (power !== undefined && run.policies.some(({ parameter }) => parameter === "incapacitation"))
    lines.push(t("replicate.effort", { power: String(power) }));
  if (imprisoned !== undefined && rejoined !== undefined)
    lines.push(
      t("replicate.prison", {
        week,
        imprisoned: whole(imprisoned.at(-1)!),
        rejoined: formatNumber(rejoined.at(-1)!, "en", 1),
      }),
    );
  for (const { group, week: at, deaths, weeks } of against.splits)
    lines.push(
      t("replicate.split", { group, week: String(at), weeks: String(weeks), deaths: formatNumber(deaths, "en", 1) }),
    );
  if (against.splits.length > 0) lines.push(t("replicate.removals", { deaths: String(against.deathsPerRemoval) }));
  return lines;
}

function rangeOf({ range: [low, high] }: StructureValue): string {
  return high === null ? `≥ ${parameterValue(low)}` : `${parameterValue(low)}–${parameterValue(high)}`;
}

/** Sources other than the assumption that the status tells already. */
function sourcesOf({ source }: StructureValue): string {
  return source.filter((id) => id !== "frontera_assumption").join(" ");
}
