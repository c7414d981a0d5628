import type { Rival, StudyDocument } from "../../studies/study/document.ts";
import { BLUE, INK } from "../drawing/palette.ts";
import { type Row, rowsPanel } from "../drawing/rows.ts";
import { logAxis } from "../drawing/scale.ts";
import { dateInWords, finite, quantity, range, tickNumber } from "../format.ts";
import { estimatesOf, MEMBERS } from "../lookup.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, HOW_TO_READ, sourceLine } from "./words.ts";

/** The study's members beside the figures of others, on one logarithmic axis. */
export function rivalsFigure(document: StudyDocument, options: FigureOptions): Figure {
  const estimates = estimatesOf(document, MEMBERS);
  const unit = estimates[0]!.unit;
  const rivals = document.rivals.filter((rival) => rival.unit === unit && numbers(rival).every((value) => value > 0));
  const rows: Row[] = [
    { label: "This study", heading: true },
    ...estimates.map(
      (estimate): Row => ({
        label: `Members, ${dateInWords(estimate.at)}`,
        value: Math.max(1, finite(estimate.median, MEMBERS)),
        inner: positive(estimate.interval50),
        outer: positive(estimate.interval90),
        text: quantity(estimate.median),
        colour: BLUE,
      }),
    ),
    { label: "Figures of others", heading: true },
    ...rivals.map(
      (rival): Row => ({
        label: `${rival.label} (${rival.at.slice(0, 4)})`,
        value: rival.value,
        outer: rival.low === null || rival.high === null ? null : [rival.low, rival.high],
        text: rivalText(rival),
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
    labelWidth: narrow ? 0 : 250,
    axis: {
      ...axis,
      ticks: narrow && axis.ticks.length > 6 ? axis.ticks.filter((tick) => /^[15]/.test(String(tick))) : axis.ticks,
      type: "log",
      label: "People (logarithmic axis)",
      format: (value) => (value >= 1e6 ? `${value / 1e6} million` : tickNumber(value)),
    },
  });
  return figure(
    {
      id: "rivals",
      title: `How many people: this study beside the figures of others, ${asOf(document)}`,
      caption:
        "The figures count different people: members only, or everybody who serves the trade; all groups, or the two largest; " +
        `Mexico, or the world. They are set side by side, not averaged; the table below says what each one counts. ${HOW_TO_READ} ` +
        "The axis is logarithmic.",
      source: sourceLine(document, ["figures of others: see the table of rival figures"]),
      table: {
        columns: ["label", "at", "unit", "value", "low", "high", "source", "note"],
        rows: [
          ...estimates.map((estimate) => [
            "this study",
            estimate.at,
            unit,
            estimate.median,
            ...estimate.interval90,
            "this run",
            "median and 90 % of draws",
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
export function rivalText(rival: Rival): string {
  const between =
    rival.low !== null && rival.high !== null
      ? range([rival.low, rival.high], quantity)
      : rival.low !== null
        ? `at least ${quantity(rival.low)}`
        : rival.high !== null
          ? `up to ${quantity(rival.high)}`
          : "";
  if (rival.value === null) return between === "" ? "no number given" : between;
  return between === "" ? quantity(rival.value) : `${quantity(rival.value)} (${between})`;
}
