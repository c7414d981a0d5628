import type { Interval, StudyDocument } from "../../studies/study/document.ts";
import type { Effect, Package, PackageSetting } from "../../studies/study/system/document.ts";
import type { Panel } from "../drawing/canvas.ts";
import { BLUE, SOFT_INK, VERMILLION } from "../drawing/palette.ts";
import { type Row, rowsPanel } from "../drawing/rows.ts";
import { snugAxis } from "../drawing/scale.ts";
import { capital, change, tickNumber } from "../format.ts";
import { CONTRASTS } from "../lookup.ts";
import type { Speech } from "../speech.ts";
import {
  changeAt,
  nameOfOutcome,
  nameOfPackage,
  nameOfSetting,
  noticedOn,
  systemOf,
  systemOutcome,
} from "../system-lookup.ts";
import { packagesTable } from "../system-tables.ts";
import { type Figure, type FigureOptions, figure, NARROW } from "./figure.ts";
import { asOf, systemSourceLine } from "./words.ts";

/** Outcomes that are drawn; the table has all. */
const DRAWN = ["synthetic-opioid-deaths", "encounters", "people-held", "conflict-deaths"] as const;
const MONTHS = 72;

interface Told {
  readonly label: string;
  readonly colour: string;
  readonly mark: NonNullable<Row["mark"]>;
  readonly changes: Readonly<Record<(typeof CONTRASTS)[number]["against"], Interval | undefined>>;
}

/** What packages do to the main outcomes six years on, in both contrasts side by side. */
export function packagesFigure(document: StudyDocument, options: FigureOptions, speech: Speech): Figure {
  const { t } = speech;
  const system = systemOf(document);
  const outcomes = DRAWN.map((outcome) => ({ outcome, told: toldOf(document, outcome, speech) })).filter(
    ({ told }) => told.length > 1,
  );
  return figure(
    {
      id: "packages",
      title: t("system.packagesTitle", { date: speech.date(system.to), asOf: asOf(document, speech) }),
      caption: t("system.packagesCaption", {
        date: speech.date(system.to),
        from: speech.date(system.from),
        howToRead: t("figures.howToRead"),
      }),
      source: systemSourceLine(document, [], speech),
      table: packagesTable(system, { outcomes: DRAWN, months: MONTHS }),
    },
    outcomes
      .flatMap(({ outcome, told }) =>
        told.flatMap(({ label, changes }) =>
          CONTRASTS.flatMap(({ against, title }) => {
            const of = changes[against];
            const values = { outcome: nameOfOutcome(outcome, speech), lever: `${label}, ${t(title)}` };
            return of === undefined
              ? []
              : [t("system.leversAlt", { ...values, change: change(of.median), range: speech.changes(of.interval90) })];
          }),
        ),
      )
      .join(" "),
    options,
    outcomes.flatMap(({ outcome, told }) => pair(outcome, told, options, speech)),
  );
}

/** Business as usual, then the packages that move an outcome; both settings where legislatures matter to it. */
function toldOf(document: StudyDocument, outcome: string, speech: Speech): Told[] {
  const system = systemOf(document);
  const usual: Told = {
    label: speech.t("system.usual"),
    colour: SOFT_INK,
    mark: "square",
    changes: { businessAsUsual: undefined, start: systemOutcome(system, outcome).start },
  };
  return [
    usual,
    ...system.packages.flatMap((of) =>
      differing(of, outcome).flatMap(({ setting, effect, alone }): Told[] => [
        {
          label: alone ? nameOfPackage(of, speech) : nameOfSetting(of, setting, speech),
          colour: setting.legislatures === "act" && !alone ? VERMILLION : BLUE,
          mark: setting.legislatures === "act" && !alone ? "diamond" : "circle",
          changes: changeAt(effect, MONTHS),
        },
      ]),
    ),
  ];
}

/** Settings of a package that do not do the same to an outcome. */
function differing(
  { settings }: Package,
  outcome: string,
): { readonly setting: PackageSetting; readonly effect: Effect; readonly alone: boolean }[] {
  const found = settings.flatMap((setting) => {
    const effect = noticedOn(setting.effects, outcome);
    return effect === undefined ? [] : [{ setting, effect }];
  });
  const [first, second] = found;
  const same =
    first !== undefined &&
    second !== undefined &&
    JSON.stringify(first.effect.changes) === JSON.stringify(second.effect.changes);
  return (same ? [first] : found).map((one) => ({ ...one, alone: same || settings.length === 1 }));
}

/** Both contrasts of an outcome on one scale. */
function pair(outcome: string, told: readonly Told[], options: FigureOptions, speech: Speech): Panel[] {
  const { t } = speech;
  const narrow = options.width < NARROW;
  const axis = snugAxis(
    told.flatMap(({ changes }) => CONTRASTS.flatMap(({ against }) => [...(changes[against]?.interval90 ?? [])])),
    narrow ? 6 : 5,
    [0],
  );
  const labelWidth = narrow ? 0 : 214;
  const share = narrow ? options.width : (options.width - labelWidth) / 2;
  return CONTRASTS.map(({ against, title }, i) => {
    const rows = told.flatMap(({ label, colour, mark, changes }): Row[] => {
      const of = changes[against];
      // Side by side the rows must line up, so an absent contrast keeps its row.
      if (of === undefined) return narrow ? [] : [{ label, value: null }];
      return [
        { label, value: of.median, inner: of.interval50, outer: of.interval90, text: change(of.median), colour, mark },
      ];
    });
    const name = capital(nameOfOutcome(outcome, speech));
    return rowsPanel({
      rows: narrow ? [{ label: name, heading: true }, ...rows] : rows,
      width: narrow ? options.width : Math.floor(i === 0 ? share + labelWidth - 14 : share + 14),
      labelWidth,
      silent: !narrow && i > 0,
      axis: { ...axis, label: capital(t(title)), format: (value) => tickNumber(value * 100) },
      reference: { at: 0, label: t("figures.noChange") },
      title: narrow ? capital(t(title)) : i === 0 ? name : " ",
    });
  });
}
