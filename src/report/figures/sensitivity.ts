import type { Interval, Sensitivity, StudyDocument } from "../../studies/study/document.ts";
import { BLUE, INK, VERMILLION } from "../drawing/palette.ts";
import { type Row, rowsPanel } from "../drawing/rows.ts";
import { snugAxis } from "../drawing/scale.ts";
import { capital, change, quantity, tickNumber } from "../format.ts";
import { CONTRASTS, DEATHS, MEMBERS, outcomeName } from "../lookup.ts";
import type { Speech } from "../speech.ts";
import { type Figure, type FigureOptions, figure, INTERVAL_COLUMNS, intervalCells, NARROW } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

interface Column {
  readonly id: string;
  readonly title: string;
  readonly axis: string;
  readonly pick: (row: Sensitivity) => Interval;
  readonly show: (value: number) => string;
  readonly tick: (value: number) => string;
  readonly colour: string;
  readonly zero: boolean;
}

/** Members and deaths with one assumption at a time held at another value. */
export function sensitivityLevelsFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t, unit } = speech;
  const members = outcomeName(document, MEMBERS);
  return sensitivityFigure(document, options, speech, {
    id: "sensitivity-levels",
    title: t("figures.levelsTitle", { asOf: asOf(document, speech) }),
    caption: t("figures.levelsCaption", { howToRead: t("figures.howToRead") }),
    shared: false,
    columns: [
      {
        id: "members",
        title: members,
        axis: `${members} (${unit("person")})`,
        pick: (row) => row.members,
        show: quantity,
        tick: tickNumber,
        colour: BLUE,
        zero: false,
      },
      {
        id: "deaths",
        title: outcomeName(document, DEATHS),
        axis: t("figures.levelsDeathsAxis"),
        pick: (row) => row.deaths,
        show: quantity,
        tick: tickNumber,
        colour: VERMILLION,
        zero: false,
      },
    ],
  });
}

/** Whether doubling incapacitation lowers or raises deaths, under other assumptions, in both contrasts. */
export function sensitivityPolicyFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const picks = {
    businessAsUsual: (row: Sensitivity) => row.incapacitationAgainstBusinessAsUsual,
    start: (row: Sensitivity) => row.incapacitationAgainstStart,
  };
  return sensitivityFigure(document, options, speech, {
    id: "sensitivity-policy",
    title: t("figures.policyTitle", { asOf: asOf(document, speech) }),
    caption: t("figures.policyCaption", { howToRead: t("figures.howToRead") }),
    shared: true,
    columns: CONTRASTS.map(({ against, title }) => ({
      id: against,
      title: capital(t(title)),
      axis: t("figures.policyAxis"),
      pick: picks[against],
      show: change,
      tick: (value) => tickNumber(value * 100),
      colour: against === "start" ? INK : VERMILLION,
      zero: true,
    })),
  });
}

interface Words {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** One horizontal scale for all columns. */
  readonly shared: boolean;
  readonly columns: readonly Column[];
}

function sensitivityFigure(document: StudyDocument, options: FigureOptions, speech: Speech, words: Words): Figure {
  const narrow = options.width < NARROW;
  const rowsOf = (column: Column): Row[] => {
    const rows: Row[] = [];
    let assumption: string | undefined;
    for (const row of document.sensitivity) {
      if (row.assumption !== assumption) rows.push({ label: row.assumption, heading: true });
      assumption = row.assumption;
      const interval = column.pick(row);
      rows.push({
        label: row.setting,
        value: interval.median,
        inner: interval.interval50,
        outer: interval.interval90,
        text: column.show(interval.median),
        colour: column.colour,
      });
    }
    return rows;
  };
  const values = (column: Column) => document.sensitivity.flatMap((row) => [...column.pick(row).interval90]);
  const all = words.columns.flatMap(values);
  const labelWidth = narrow ? 0 : 216;
  const share = (options.width - labelWidth) / 2;
  const panels = words.columns.map((column, i) =>
    rowsPanel({
      rows: rowsOf(column),
      width: narrow ? options.width : Math.floor(i === 0 ? share + labelWidth - 14 : share + 14),
      labelWidth,
      silent: !narrow && i > 0,
      axis: {
        ...snugAxis(words.shared ? all : values(column), 5, column.zero ? [0] : []),
        label: column.axis,
        format: column.tick,
      },
      ...(column.zero ? { reference: { at: 0, label: speech.t("figures.noChange") } } : {}),
      title: column.title,
    }),
  );
  return figure(
    {
      id: words.id,
      title: words.title,
      caption: words.caption,
      source: sourceLine(document, [], speech),
      table: {
        columns: ["assumption", "setting", "quantity", ...INTERVAL_COLUMNS],
        rows: document.sensitivity.flatMap((row) =>
          words.columns.map((column) => [row.assumption, row.setting, column.id, ...intervalCells(column.pick(row))]),
        ),
      },
    },
    document.sensitivity
      .map(
        (row) =>
          `${row.assumption}, ${row.setting}: ${words.columns.map((column) => `${column.title.toLowerCase()} ${column.show(column.pick(row).median)}`).join(", ")}.`,
      )
      .join(" "),
    options,
    panels,
  );
}
