/** What a study says of the whole system, as tables of data. */
import type { Interval } from "../studies/study/document.ts";
import type { Effect, SystemPart } from "../studies/study/system/document.ts";
import { CONTRASTS } from "./lookup.ts";
import type { Table } from "./tables.ts";

const BANDS = ["median", "low50", "high50", "low90", "high90"] as const;
const CHANGES = ["outcome", "months", "at", "against", "unit", ...BANDS] as const;

/** A part of a table: some outcomes, one moment. */
interface Part {
  readonly outcomes?: readonly string[];
  readonly months?: number;
}

/** Every outcome that a lever alone moves, at every horizon, in both contrasts. */
export function leversTable(system: SystemPart, part: Part = {}): Table {
  return {
    columns: ["lever", "level", "controller", "legal", "grade", ...CHANGES],
    rows: system.levers.flatMap(({ id, bound, controller, legal, grade, effects, withoutStatute }) => {
      const head = (level: number) => [id, level, controller, legal, grade];
      const own = changeRows(system, effects, part).map((row) => [...head(bound), ...row]);
      if (withoutStatute === null) return own;
      const { level, effects: least } = withoutStatute;
      return [...own, ...changeRows(system, least, part).map((row) => [...head(level), ...row])];
    }),
  };
}

/** Every outcome that a package moves, in every setting, at every horizon, in both contrasts. */
export function packagesTable(system: SystemPart, part: Part = {}): Table {
  return {
    columns: ["package", "legislatures", ...CHANGES],
    rows: system.packages.flatMap(({ id, settings }) =>
      settings.flatMap(({ legislatures, effects }) =>
        changeRows(system, effects, part).map((row) => [id, legislatures, ...row]),
      ),
    ),
  };
}

/** History and business as usual of every outcome. */
export function outcomesTable({ outcomes, dates }: SystemPart): Table {
  return {
    columns: ["outcome", "part", "date", "unit", ...BANDS],
    rows: outcomes.flatMap((outcome) =>
      dates.map((date, i) => [
        outcome.id,
        outcome.part,
        date,
        outcome.unit,
        ...BANDS.map((band) => outcome[band][i] ?? Number.NaN),
      ]),
    ),
  };
}

function changeRows(system: SystemPart, effects: readonly Effect[], { outcomes, months }: Part): (string | number)[][] {
  const units = new Map(system.outcomes.map(({ id, changes, unit }) => [id, changes === "share" ? "1" : unit]));
  return effects
    .filter(({ outcome }) => outcomes === undefined || outcomes.includes(outcome))
    .flatMap(({ outcome, changes }) =>
      changes
        .filter((change) => months === undefined || change.months === months)
        .flatMap((change) =>
          CONTRASTS.map(({ against }) => [
            outcome,
            change.months,
            change.at,
            against,
            units.get(outcome) ?? "1",
            ...cells(change[against]),
          ]),
        ),
    );
}

/** Six digits: a change is no better known. */
function cells({ median, interval50, interval90 }: Interval): number[] {
  return [median, ...interval50, ...interval90].map((value) => Number(value.toPrecision(6)));
}
