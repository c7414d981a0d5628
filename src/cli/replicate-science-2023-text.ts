import { formatNumber } from "../language/format.ts";
import type { Translate } from "../language/language.ts";
import { change, parameterValue } from "../report/format.ts";
import { PUBLISHED_MEMBERS, PUBLISHED_SOURCE } from "../report/published.ts";
import type { Science2023, Science2023Options } from "../studies/replications/science-2023.ts";
import type { Calibration } from "../studies/replications/science-2023-calibration.ts";
import {
  type AgainstStudy,
  type Contrast,
  type Contrasts,
  contrastsOf,
} from "../studies/replications/science-2023-contrasts.ts";
import { STUDY_PARAMETERS } from "../studies/replications/science-2023-model.ts";
import { columns } from "./columns.ts";
import { structureLines } from "./replicate-structure.ts";

const whole = (value: number) => formatNumber(value, "en", 0);
const tenth = (value: number) => formatNumber(value, "en", 1);

/** The run as a table, beside what the paper reports. */
export function summary(
  run: Science2023,
  options: Science2023Options,
  against: AgainstStudy | undefined,
  t: Translate,
): string {
  const last = run.weeks.length - 1;
  const shown = [0, Math.floor(last / 2), 520, ...run.policies.map(({ week }) => week), last];
  const weeks = [...new Set(shown)].filter((week) => week <= last).sort((a, b) => a - b);
  const head = (["week", "year", "members", "recruits", "arrests", "deaths", "departures"] as const).map((word) =>
    t(`terminal.${word}`),
  );
  const rows = weeks.map((week) => [
    String(week),
    (2012 + week / 52).toFixed(1).replace(/\.0$/, ""),
    whole(run.members[week]!),
    ...[run.recruits, run.arrests, run.deaths, run.departures].map((series) => tenth(series[week]!)),
  ]);
  const own = options.network !== undefined;
  const asPublished =
    !own && against === undefined && run.policies.length === 0 && Object.keys(options.parameters ?? {}).length === 0;
  const lines = [
    t("terminal.flows", { study: PUBLISHED_SOURCE }),
    columns(head, rows, head).trimEnd(),
    t("terminal.status", { status: statusText(run.status, t), count: run.groups.length }),
  ];
  const { low, high, central } = PUBLISHED_MEMBERS;
  if (!own && last >= 520)
    lines.push(
      t(asPublished ? "terminal.codeGives" : "terminal.valuesGive", {
        range: `${whole(low)}–${whole(high)}`,
        central: whole(central),
        members: whole(run.members[520]!),
      }),
    );
  if (run.structure !== undefined && against !== undefined)
    lines.push("", ...structureLines(run, run.structure, against, t));
  if (run.policies.length > 0) lines.push("", ...contrastLines(contrastsOf(run, options), run, t));
  return `${lines.join("\n")}\n`;
}

/** `ok`, or the week in which the groups are gone. */
function statusText(status: string, t: Translate): string {
  const week = /^collapsed in week (\d+)$/.exec(status)?.[1];
  return week === undefined ? status : t("terminal.collapsed", { week });
}

function contrastLines({ businessAsUsual, start, runs }: Contrasts, run: Science2023, t: Translate): string[] {
  const end = run.weeks.length - 1;
  const week = String(end);
  const share = (value: number | null) => (value === null ? t("terminal.noChange") : change(value));
  const named = ({ policies }: Contrast) =>
    policies.map((policy) => `${policy.parameter}*${policy.factor}@${policy.week}`).join(" + ");
  const head = [
    t("terminal.changeByWeek", { week }),
    t("terminal.of"),
    t("terminal.againstUsual"),
    t("terminal.againstWeek", { week: String(start) }),
  ];
  const table = columns(
    head,
    runs.flatMap((one) => {
      const name = runs.length > 1 && one === runs[0] ? t("terminal.allAtOnce") : named(one);
      return [
        [name, t("terminal.members"), share(one.members.usual), share(one.members.start)],
        ["", t("terminal.deaths"), share(one.deaths.usual), share(one.deaths.start)],
      ];
    }),
    head.slice(2),
  );
  return [
    table.trimEnd(),
    t("terminal.usualAt", {
      week,
      members: whole(businessAsUsual.members[end]!),
      deaths: tenth(businessAsUsual.deaths[end]!),
    }),
    // What the public code gives is not what these mechanisms give.
    ...(run.structure === undefined ? [t("terminal.comment")] : []),
  ];
}

/** What the calibration found. */
export function calibrationSummary(
  { published, optimum, starts, held, shares, notIdentified }: Calibration,
  t: Translate,
): string {
  const bounds = Object.entries(optimum.onBound).map(([name, end]) => `${name} (${t(`terminal.${end}`)})`);
  const worst = held.filter(({ parameter }) => notIdentified.includes(parameter)).map(({ rise }) => rise);
  const ranges = STUDY_PARAMETERS.map((name) => {
    const [low, high] = starts.ranges[name];
    return `  ${t("terminal.range", { name, low: parameterValue(low), high: parameterValue(high) })}`;
  });
  const percent = (value: number) => (100 * value).toFixed(2);
  return [
    t("terminal.calibration"),
    t("terminal.objective", {
      here: whole(published.objective),
      printed: whole(published.reported),
      difference: change(published.difference),
    }),
    t("terminal.lowest", {
      objective: whole(optimum.objective),
      gain: percent(optimum.gain),
      bounds: bounds.join(", ") || t("terminal.nothing"),
    }),
    `  ${STUDY_PARAMETERS.map((name) => `${name} ${parameterValue(optimum.parameters[name])}`).join(", ")}`,
    t("terminal.starts", { count: starts.ends.length, spread: percent(starts.spread) }),
    ...ranges,
    t("terminal.notIdentified", { names: notIdentified.join(", ") }),
    `  ${t("terminal.held", {
      worst: percent(Math.max(0, ...worst)),
      first: String(100 * shares[0]!.share),
      last: String(100 * shares.at(-1)!.share),
    })}`,
    "",
  ].join("\n");
}
