import * as Plot from "@observablehq/plot";
import type { Grade } from "../../model/declare.ts";
import type { Grades, StudyDocument } from "../../studies/study/document.ts";
import { panel } from "../drawing/canvas.ts";
import { cut } from "../drawing/labels.ts";
import { GRADE_COLOUR, GRADE_INK, PAPER, SOFT_INK } from "../drawing/palette.ts";
import { finite, wholePercent } from "../format.ts";
import { ARRESTS, CONTRASTS, contrastOf, DEATHS, futures, MEMBERS, outcomeInSentence, RECRUITS } from "../lookup.ts";
import type { Speech } from "../speech.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, sourceLine } from "./words.ts";

export const GRADES: readonly Grade[] = ["A", "B", "C"];
const BAR = 22;
const HEADING = 30;

interface Bar {
  readonly heading: string;
  readonly label: string;
  readonly grades: Grades;
}

/** The shares of each result's variance that rest on parameters of each evidence grade. */
export function gradesFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const bars = barsOf(document, speech);
  const narrow = options.width < NARROW;
  const labelWidth = narrow ? 8 : 345;
  const step = narrow ? BAR + 26 : BAR + 8;
  let y = 22;
  const headings: { label: string; y: number }[] = [];
  const parts = bars.flatMap((bar, i) => {
    if (bar.heading !== bars[i - 1]?.heading) {
      headings.push({ label: bar.heading, y: y + HEADING / 2 + 2 });
      y += HEADING;
    }
    const top = y + (narrow ? 20 : 0);
    y += step;
    let from = 0;
    return GRADES.map((grade) => {
      const share = finite(bar.grades[grade], bar.label);
      const part = { label: bar.label, grade, share, from, to: from + share, y: top };
      from += share;
      return part;
    });
  });
  const drawn = panel({
    width: options.width,
    height: y + 8,
    marginLeft: labelWidth,
    marginRight: 8,
    marginTop: 0,
    marginBottom: 0,
    style: { fontSize: "12px" },
    x: { domain: [0, 1], axis: null },
    y: { type: "identity", axis: null },
    marks: [
      Plot.text([t(narrow ? "figures.gradesAxisNarrow" : "figures.gradesAxis")], {
        x: 0,
        y: 10,
        textAnchor: "start",
        fill: SOFT_INK,
      }),
      Plot.rect(parts, {
        x1: "from",
        x2: "to",
        y1: "y",
        y2: (part) => part.y + BAR,
        fill: (part) => GRADE_COLOUR[part.grade as Grade],
        stroke: PAPER,
        strokeWidth: 1,
      }),
      Plot.text(
        parts.filter((part) => part.share >= (narrow ? 0.15 : 0.12)),
        {
          x: (part) => (part.from + part.to) / 2,
          y: (part) => part.y + BAR / 2,
          text: (part) => `${part.grade} ${wholePercent(part.share)}`,
          fill: (part) => GRADE_INK[part.grade as Grade],
          fontWeight: "bold",
        },
      ),
      Plot.text(headings, {
        x: 0,
        dx: narrow ? 0 : 10 - labelWidth,
        y: "y",
        text: "label",
        textAnchor: "start",
        fontWeight: "bold",
      }),
      Plot.text(
        parts.filter((part) => part.grade === "A"),
        {
          x: 0,
          dx: narrow ? 0 : -10,
          y: (part) => part.y + (narrow ? -9 : BAR / 2),
          text: (part) => cut(part.label, 50),
          textAnchor: narrow ? "start" : "end",
        },
      ),
    ],
  });
  return figure(
    {
      id: "grades",
      title: t("figures.gradesTitle", { asOf: asOf(document, speech) }),
      caption: t("figures.gradesCaption"),
      source: sourceLine(document, [], speech),
      table: {
        columns: ["quantity", "result", "A", "B", "C"],
        rows: bars.map((bar) => [bar.heading, bar.label, bar.grades.A, bar.grades.B, bar.grades.C]),
      },
    },
    bars
      .map(
        (bar) =>
          `${bar.heading}, ${bar.label}: ${GRADES.map((grade) => `${grade} ${wholePercent(bar.grades[grade])}`).join(", ")}.`,
      )
      .join(" "),
    options,
    [drawn],
  );
}

function barsOf(document: StudyDocument, speech: Speech): Bar[] {
  const { t } = speech;
  const levels = [MEMBERS, DEATHS, RECRUITS, ARRESTS].flatMap((outcome) =>
    document.estimates
      .filter((estimate) => estimate.id === outcome)
      .map((estimate) => ({ heading: estimate.name, label: speech.date(estimate.at), grades: estimate.grades })),
  );
  const changes = [MEMBERS, DEATHS].flatMap((outcome) =>
    futures(document).flatMap((scenario) =>
      CONTRASTS.flatMap(({ against, title }) => {
        const contrast = contrastOf(document, scenario.id, outcome, against);
        const heading = t("figures.changeOf", { outcome: outcomeInSentence(document, outcome, speech) });
        return contrast === undefined
          ? []
          : [
              {
                heading,
                label: `${scenario.name}, ${t(title)}`,
                grades: contrast.grades,
              },
            ];
      }),
    ),
  );
  return [...levels, ...changes];
}
