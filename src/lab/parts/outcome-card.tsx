import {
  capital,
  change,
  type EndChange,
  formatDate,
  type Language,
  type Lines,
  quantity,
  type SessionStart,
  type Translate,
  unitInWords,
  wholePercent,
} from "../../index.ts";
import { COLOURS, linesFrom, type Series, STALE, USUAL } from "../chart.ts";
import { changeText, outcomeName } from "../words.ts";
import { ChartBox } from "./chart-box.tsx";
import { NumberTable } from "./number-table.tsx";
import { TakeAway } from "./take-away.tsx";

/** Bands of a scenario with what it changes at the end. */
export interface CardBand {
  readonly dates: readonly string[];
  readonly lines: Lines;
  readonly atEnd: { readonly businessAsUsual: EndChange; readonly start: EndChange };
}

interface Props {
  readonly outcome: SessionStart["outcomes"][number];
  readonly start: SessionStart;
  readonly language: Language;
  readonly t: Translate;
  /** Whether anything is ordered. */
  readonly ordered: boolean;
  readonly name: string;
  readonly band: CardBand | undefined;
  readonly stale: CardBand | undefined;
  readonly draw: { readonly line: readonly number[]; readonly usual: readonly number[] } | undefined;
  readonly shows: string;
  /** Source, citation and address of what is taken away. */
  readonly foot: readonly string[];
}

const HEIGHT = 148;

/** One outcome that is always in view: its band against business as usual, and what changes by the end. */
export function OutcomeCard(props: Props) {
  const { outcome, start, language, t, ordered, name, band, stale, draw, shows, foot } = props;
  const { id, unit } = outcome;
  const title = capital(outcomeName(id, t));
  const usual = start.usual[id]!;
  const last = start.dates.length - 1;
  const end = formatDate(start.to, language);
  const branch = start.dates.indexOf(start.from);
  const after = (of: CardBand): Pick<Series, "dates" | "lines"> => {
    const from = of.dates.findIndex((date) => date >= start.from);
    return { dates: of.dates.slice(from), lines: linesFrom(of.lines, from) };
  };
  const [first] = COLOURS;
  const series: Series[] = [
    { name: t("lab.keyUsual"), colour: USUAL, dates: start.dates, lines: usual, dashed: true },
    ...(stale === undefined || band !== undefined
      ? []
      : [{ name: t("lab.keyStale"), colour: STALE, ...after(stale), bare: true }]),
    ...(band === undefined ? [] : [{ name, colour: first, ...after(band) }]),
    ...(band !== undefined || draw === undefined
      ? []
      : [
          {
            name: t("lab.keyDraw"),
            colour: first,
            dates: start.dates.slice(branch),
            lines: { median: draw.line.slice(branch) },
          },
        ]),
  ];
  const banded = series.filter(({ lines }) => lines.low90 !== undefined);
  const shown = ordered ? band?.lines : usual;
  const at = (lines: Lines, line: keyof Lines) => quantity(lines[line].at(-1)!);
  const label =
    shown === undefined
      ? `${title}: ${t(draw === undefined ? "lab.waitEngine" : "lab.keyDraw")}`
      : t("lab.chartAlt", {
          outcome: title,
          value: at(shown, "median"),
          date: end,
          low: at(shown, "low90"),
          high: at(shown, "high90"),
          usual: quantity(usual.median[last]!),
        });
  const grades = band?.atEnd.businessAsUsual.grades;
  const middle =
    draw === undefined ? undefined : { now: draw.line.at(-1)!, usual: draw.usual.at(-1)!, begin: draw.line[branch]! };
  return (
    <article className="card" data-outcome={id} aria-labelledby={`card-${id}`}>
      <h3 id={`card-${id}`}>{title}</h3>
      <p className="unit">
        {unit === "1" ? "" : `${unitInWords(unit, language)}, `}
        {end}
      </p>
      <div className="figures">
        {shown === undefined ? (
          <p className="value waiting">{middle === undefined ? "…" : `≈ ${quantity(middle.now)}`}</p>
        ) : (
          <p className="value">
            {at(shown, "median")}{" "}
            <span>{t("lab.interval90", { low: at(shown, "low90"), high: at(shown, "high90") })}</span>
          </p>
        )}
        <dl>
          {ordered ? (
            <div>
              <dt>{t("lab.againstUsual")}</dt>
              <dd>
                {band === undefined
                  ? middle === undefined
                    ? "…"
                    : `≈ ${change(middle.now / middle.usual - 1)}`
                  : changeText(band.atEnd.businessAsUsual, t)}
              </dd>
            </div>
          ) : null}
          <div>
            <dt>{t("lab.againstStart")}</dt>
            <dd>
              {!ordered
                ? changeText(start.changes[id]!, t)
                : band === undefined
                  ? middle === undefined
                    ? "…"
                    : `≈ ${change(middle.now / middle.begin - 1)}`
                  : changeText(band.atEnd.start, t)}
            </dd>
          </div>
        </dl>
      </div>
      <ChartBox
        series={series}
        shows={
          ordered && band === undefined && draw === undefined
            ? undefined
            : `${shows} ${band === undefined ? (draw === undefined ? "usual" : "draw") : "band"} ${language}`
        }
        fromZero={unit !== "1"}
        height={HEIGHT}
        from={start.from}
        label={label}
        language={language}
      />
      <details>
        <summary>
          {t("lab.table")} · {t("lab.take")}
          <span className="unseen">: {title}</span>
        </summary>
        {grades === undefined ? null : (
          <p className="note">
            {t("lab.grades", {
              A: wholePercent(grades.A),
              B: wholePercent(grades.B),
              C: wholePercent(grades.C),
            })}
          </p>
        )}
        <NumberTable
          caption={t("lab.tableOf", { outcome: title })}
          heads={[t("lab.year"), ...banded.map((one) => one.name)]}
          rows={yearsOf(start).map((year) => ({
            name: String(year),
            cells: banded.map((one) => yearText(one, year, t)),
          }))}
        />
        <TakeAway
          t={t}
          outcome={title}
          taken={{
            name: `frontera-${id}-${language}`,
            title: `${title}${unit === "1" ? "" : ` (${unitInWords(unit, language)})`}`,
            foot,
            series: series.filter(({ colour }) => colour !== STALE),
            options: { from: start.from, label, language, fromZero: unit !== "1" },
          }}
        />
      </details>
    </article>
  );
}

/** Years that the table tells: every other one of history, every one from the branch on. */
function yearsOf({ dates, from }: SessionStart): number[] {
  const [first, branch, last] = [dates[0]!, from, dates.at(-1)!].map((date) => Number(date.slice(0, 4)));
  return Array.from({ length: last! - first! }, (_, i) => first! + 1 + i).filter(
    (year) => year >= branch! || (branch! - year) % 2 === 0,
  );
}

/** A number of a series on New Year's Day with its interval; nothing where the series has not begun. */
function yearText({ dates, lines }: Series, year: number, t: Translate): string {
  const at = dates.findIndex((date) => date >= `${year}-01-01`);
  if (at < 0 || dates[at]! >= `${year + 1}-01-01`) return "";
  const number = (line: readonly number[] | undefined) => quantity(line?.[at] ?? 0);
  return t("lab.changeRange", {
    middle: number(lines.median),
    low: number(lines.low90),
    high: number(lines.high90),
  });
}
