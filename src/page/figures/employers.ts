import * as Plot from "@observablehq/plot";
import { type Panel, panel } from "../../report/drawing/canvas.ts";
import { wrap } from "../../report/drawing/labels.ts";
import { BLUE, GREEN, INK, PAPER, RULE, SOFT_INK, VERMILLION } from "../../report/drawing/palette.ts";
import { type Axis, linearAxis } from "../../report/drawing/scale.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "../../report/figures/figure.ts";
import { asOf, sourceLine } from "../../report/figures/words.ts";
import { quantity, tickNumber } from "../../report/format.ts";
import { estimatesOf, MEMBERS } from "../../report/lookup.ts";
import { type Speech, speechOf } from "../../report/speech.ts";
import type { Employer, EmployerLists } from "../../studies/claims/employers.ts";
import type { Estimate, StudyDocument } from "../../studies/study/document.ts";

/** A bar of a panel. */
interface Bar {
  readonly employer: Employer;
  readonly isPublic: boolean;
}

interface List {
  readonly title: string;
  readonly bars: readonly Bar[];
}

const ROW = 25;
const BAR = 15;
/** A label stands above its bar on a telephone. */
const ROW_NARROW = 35;
const TITLE = 30;
const KEY = 20;
const CHARACTER = 6.9;
/** Firms that the report does not name. */
const OTHER = "#7c8790";

/** Employers on three lists as bars, and the members of the groups as a band across them. */
export function employersFigure(document: StudyDocument, lists: EmployerLists, options: FigureOptions): Figure {
  const speech = speechOf(options.language);
  const { t } = speech;
  const members = estimatesOf(document, MEMBERS).slice(-1)[0]!;
  const shown = listsOf(lists, speech);
  const bars = shown.flatMap((list) => list.bars);
  const axis = linearAxis([...bars.map(({ employer }) => employer.people), members.interval90[1]], 6, [0]);
  const sources = [...new Set(bars.map(({ employer }) => employer.source))];
  const band = t("page.employersAltBand", {
    median: quantity(members.median),
    range: speech.range(members.interval90, quantity),
  });
  const alt = shown.map(({ title, bars: of }) =>
    t("page.employersAlt", {
      list: title,
      said: of.map((bar) => `${nameOf(bar, speech)} ${tickNumber(bar.employer.people)}`).join(", "),
    }),
  );
  return figure(
    {
      id: "employers",
      title: t("page.employersTitle", { asOf: asOf(document, speech) }),
      caption: t("page.employersCaption", {
        date: speech.date(members.at),
        mexico: lists.mexicoOnly.map(({ name, people }) => `${name}, ${tickNumber(people)}`).join("; "),
      }),
      source: sourceLine(document, [t("page.employersSource", { sources: sources.join(", ") })], speech),
      table: {
        columns: ["list", "employer", "people", "low90", "high90", "public", "named_in_report", "original", "source"],
        rows: [
          [
            t("page.employersMembers"),
            members.at,
            members.median,
            ...members.interval90,
            "",
            "",
            "",
            document.fingerprint.slice(0, 8),
          ],
          ...shown.flatMap(({ title, bars: of }) =>
            of.map(({ employer, isPublic }) => [
              title,
              employer.name,
              employer.people,
              "",
              "",
              yesNo(isPublic, speech),
              yesNo(employer.named, speech),
              yesNo(employer.original, speech),
              employer.source,
            ]),
          ),
        ],
      },
    },
    [band, ...alt].join(" "),
    options,
    shown.map((list, i) => listPanel(list, { members, axis, options, speech, first: i === 0 })),
  );
}

function listsOf({ privateFirms, publicBodies, mexicoOnly }: EmployerLists, { t }: Speech): List[] {
  const bars = (employers: readonly Employer[], isPublic = false): Bar[] =>
    employers.map((employer) => ({ employer, isPublic }));
  const sorted = (list: readonly Bar[]) => [...list].sort((a, b) => b.employer.people - a.employer.people);
  return [
    { title: t("page.employersPrivate"), bars: sorted(bars(privateFirms)) },
    { title: t("page.employersPublic"), bars: sorted([...bars(privateFirms), ...bars(publicBodies, true)]) },
    { title: t("page.employersMexico"), bars: sorted([...bars(mexicoOnly), ...bars(publicBodies, true)]) },
  ];
}

function nameOf({ employer, isPublic }: Bar, { t }: Speech): string {
  return isPublic ? t("page.employersOf", { name: employer.name }) : employer.name;
}

function yesNo(value: boolean, { t }: Speech): string {
  return t(value ? "report.yes" : "report.no");
}

interface PanelOptions {
  readonly members: Estimate;
  readonly axis: Axis;
  readonly options: FigureOptions;
  readonly speech: Speech;
  /** The first panel carries the words for the band. */
  readonly first: boolean;
}

function listPanel({ title, bars }: List, { members, axis, options, speech, first }: PanelOptions): Panel {
  const { t } = speech;
  const narrow = options.width < NARROW;
  const [marginLeft, marginRight] = narrow ? [8, 62] : [170, 68];
  const row = narrow ? ROW_NARROW : ROW;
  const key = first
    ? wrap(t("page.employersBand"), Math.floor((options.width - 16) / CHARACTER)).split("\n").length * KEY
    : 0;
  const top = TITLE + key;
  const bottom = top + bars.length * row + 2;
  const placed = bars.map((bar, i) => ({ ...bar, middle: top + i * row + (narrow ? row - BAR / 2 - 3 : row / 2) }));
  const fill = ({ employer, isPublic }: Bar) => (isPublic ? PAPER : employer.named ? BLUE : OTHER);
  const stroke = ({ employer, isPublic }: Bar) => (isPublic ? GREEN : employer.named ? BLUE : OTHER);
  const ticks = narrow ? axis.ticks.filter((_, i) => i % 2 === 0) : axis.ticks;
  const across = (ends: readonly [number, number], opacity: number) =>
    Plot.rect([ends], {
      x1: (of: readonly [number, number]) => of[0],
      x2: (of: readonly [number, number]) => of[1],
      y1: top,
      y2: bottom,
      fill: VERMILLION,
      fillOpacity: opacity,
    });
  return panel({
    width: options.width,
    height: bottom + 40,
    marginLeft,
    marginRight,
    marginTop: top,
    marginBottom: 40,
    style: { fontSize: "12px" },
    x: { domain: axis.domain, label: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.gridX(ticks, { stroke: RULE, strokeOpacity: 0.7 }),
      Plot.axisX(ticks, {
        tickFormat: tickNumber,
        tickSize: 4,
        color: SOFT_INK,
        label: t("page.employersAxis"),
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 34,
      }),
      Plot.rect(placed, {
        x1: 0,
        x2: (bar) => bar.employer.people,
        y1: (bar) => bar.middle - BAR / 2,
        y2: (bar) => bar.middle + BAR / 2,
        fill,
        stroke,
        strokeWidth: 1.5,
      }),
      across(members.interval90, 0.14),
      across(members.interval50, 0.2),
      Plot.ruleX([members.median], { y1: top, y2: bottom, stroke: VERMILLION, strokeWidth: 2 }),
      Plot.text(placed, {
        x: 0,
        y: "middle",
        dx: narrow ? 0 : -8,
        dy: narrow ? -BAR / 2 - 3 : 0,
        text: (bar) => nameOf(bar, speech),
        textAnchor: narrow ? "start" : "end",
        lineAnchor: narrow ? "bottom" : "middle",
        ...(narrow ? { stroke: PAPER, strokeWidth: 3, fill: INK } : {}),
      }),
      Plot.text(placed, {
        x: (bar) => bar.employer.people,
        y: "middle",
        dx: 6,
        text: (bar) => tickNumber(bar.employer.people),
        textAnchor: "start",
        stroke: PAPER,
        strokeWidth: 3,
        fill: INK,
      }),
      Plot.text([title], {
        frameAnchor: "top-left",
        dx: narrow ? 0 : 8 - marginLeft,
        dy: 10 - top,
        fontWeight: "bold",
        fontSize: 13,
      }),
      ...(first
        ? [
            Plot.text([wrap(t("page.employersBand"), Math.floor((options.width - 16) / CHARACTER))], {
              frameAnchor: "top-left",
              dx: narrow ? 0 : 8 - marginLeft,
              dy: 30 - top,
              lineHeight: 1.3,
              fill: "#a84300",
              fontWeight: "bold",
            }),
          ]
        : []),
    ],
  });
}
