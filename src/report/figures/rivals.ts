import type { Rival, StudyDocument } from "../../studies/study/document.ts";
import { BLUE, INK } from "../drawing/palette.ts";
import { type Row, rowsPanel } from "../drawing/rows.ts";
import { logAxis } from "../drawing/scale.ts";
import { finite, quantity, tickNumber } from "../format.ts";
import { estimatesOf, MEMBERS } from "../lookup.ts";
import type { Speech } from "../speech.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

/** The study's members beside the figures of others, on one logarithmic axis. */
export function rivalsFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const estimates = estimatesOf(document, MEMBERS);
  const unit = estimates[0]!.unit;
  const rivals = document.rivals.filter((rival) => rival.unit === unit && numbers(rival).every((value) => value > 0));
  const rows: Row[] = [
    { label: t("figures.thisStudy"), heading: true },
    ...estimates.map(
      (estimate): Row => ({
        label: `${estimate.name}, ${speech.date(estimate.at)}`,
        value: Math.max(1, finite(estimate.median, MEMBERS)),
        inner: positive(estimate.interval50),
        outer: positive(estimate.interval90),
        text: quantity(estimate.median),
        colour: BLUE,
      }),
    ),
    { label: t("figures.others"), heading: true },
    ...rivals.map(
      (rival): Row => ({
        label: `${rival.label} (${rival.at.slice(0, 4)})`,
        value: rival.value,
        outer: rival.low === null || rival.high === null ? null : [rival.low, rival.high],
        text: rivalText(rival, speech),
        colour: INK,
        mark: "diamond",
      }),
    ),
  ];
  const values = [
    ...estimates.flatMap((estimate) => [Math.max(1, estimate.median), ...positive(estimate.interval90)]),
    ...rivals.flatMap((rival) => numbers(rival)),
  ];
  const axis = logAxis(values);
  const narrow = options.width < NARROW;
  const drawn = rowsPanel({
    rows,
    width: options.width,
    labelWidth: narrow ? 0 : 262,
    axis: {
      ...axis,
      ticks: narrow && axis.ticks.length > 6 ? axis.ticks.filter((tick) => /^[15]/.test(String(tick))) : axis.ticks,
      type: "log",
      label: t("figures.rivalsAxis"),
      format: (value) => (value >= 1e6 ? t("figures.million", { count: value / 1e6 }) : tickNumber(value)),
    },
  });
  return figure(
    {
      id: "rivals",
      title: t("figures.rivalsTitle", { asOf: asOf(document, speech) }),
      caption: t("figures.rivalsCaption", { howToRead: t("figures.howToRead") }),
      source: sourceLine(document, [t("figures.rivalsSource")], speech),
      table: {
        columns: ["label", "at", "unit", "value", "low", "high", "source", "note"],
        rows: [
          ...estimates.map((estimate) => [
            t("figures.thisStudy"),
            estimate.at,
            unit,
            estimate.median,
            ...estimate.interval90,
            t("figures.thisRun"),
            t("figures.medianAnd90"),
          ]),
          ...rivals.map((rival) => [
            rival.label,
            rival.at,
            rival.unit,
            rival.value ?? "",
            rival.low ?? "",
            rival.high ?? "",
            rival.source,
            rival.note,
          ]),
        ],
      },
    },
    rows.flatMap((row) => (row.text === undefined ? [] : [`${row.label}: ${row.text}.`])).join(" "),
    options,
    [drawn],
  );
}

/** Ends of an interval on an axis that knows no zero: at least one person. */
function positive(ends: readonly [number, number]): [number, number] {
  return [Math.max(1, finite(ends[0], MEMBERS)), Math.max(1, finite(ends[1], MEMBERS))];
}

function numbers(rival: Rival): number[] {
  return [rival.value, rival.low, rival.high].flatMap((value) => (value === null ? [] : [finite(value, rival.label)]));
}

/** `44,800`, `23,600 to 48,700`, or both. */
export function rivalText(rival: Rival, { t, range }: Speech): string {
  const between =
    rival.low !== null && rival.high !== null
      ? range([rival.low, rival.high], quantity)
      : rival.low !== null
        ? t("figures.atLeast", { value: quantity(rival.low) })
        : rival.high !== null
          ? t("figures.upTo", { value: quantity(rival.high) })
          : "";
  if (rival.value === null) return between === "" ? t("figures.noNumber") : between;
  return between === "" ? quantity(rival.value) : `${quantity(rival.value)} (${between})`;
}
