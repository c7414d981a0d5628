import { FronteraError, printable } from "../errors.ts";
import { type Period, periodOf } from "./calendar.ts";

/** What the date of an observation stands for. */
export const PERIOD_KINDS = [
  "year",
  "month",
  "fy",
  "12m_ending",
  "half_year_ending",
  "year_end",
  "cumulative",
  "ytd",
  "fytd",
  "point",
  "span",
  "span_fy",
] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const YEAR = /^[0-9]{4}$/;
const MONTH = /^[0-9]{4}-[0-9]{2}$/;
const ANY = /^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$/;
const DAY_OR_MONTH = /^[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?$/;

/** Form of the date of every kind, how it is described, and the text that `periodOf` reads. */
const FORMS: Readonly<Record<PeriodKind, readonly [form: RegExp, expected: string, text: (date: string) => string]>> = {
  year: [YEAR, "a year, 2021", (date) => date],
  month: [MONTH, "a month, 2023-06", (date) => date],
  fy: [/^(?:FY)?[0-9]{4}$/, "a fiscal year by its last year, 2023", (date) => `FY${date.replace("FY", "")}`],
  "12m_ending": [MONTH, "the last of twelve months, 2023-04", (date) => `12mo-${date}`],
  half_year_ending: [
    /^[0-9]{4}-(?:06|12)$/,
    "the last month of a half year, 2023-06 or 2023-12",
    (date) => `${date.slice(0, 4)}H${date.endsWith("06") ? 1 : 2}`,
  ],
  year_end: [YEAR, "a year, 2021", (date) => `${date}-12-31`],
  cumulative: [ANY, "the date of the count, 2023-10-05, 2023-10 or 2023", (date) => date],
  ytd: [DAY_OR_MONTH, "the last day or month, 2023-11-23 or 2023-11", (date) => `${date.slice(0, 4)}-01-01/${date}`],
  fytd: [
    DAY_OR_MONTH,
    "the last day or month, 2023-06-30 or 2023-06",
    (date) => `${Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) >= 10 ? 0 : 1)}-10-01/${date}`,
  ],
  point: [ANY, "a day, month or year, 2023-07-27, 2023-07 or 2023", (date) => date],
  span: [/^[^/]+\/[^/]+$/, "the first and the last year, month or day, 2012/2021", (date) => date],
  span_fy: [
    /^(?:FY)?[0-9]{4}\/(?:FY)?[0-9]{4}$/,
    "the first and the last fiscal year, 2014/2019",
    (date) => date.replaceAll("FY", "").replace(/([0-9]+)\/([0-9]+)/, "FY$1/FY$2"),
  ],
};

/**
 * The days that an observation is about. `year_end` is 31 December; `cumulative` is the date of the count, since the start
 * of such a count is seldom told; `ytd` begins on 1 January and `fytd` on 1 October.
 * @throws FronteraError `invalid-period` naming date and kind, and those of `periodOf`.
 */
export function observationPeriod(date: string, kind: PeriodKind): Period {
  const [form, expected, text] = FORMS[kind];
  if (!form.test(date))
    throw new FronteraError({
      code: "invalid-period",
      message: `${printable(date, 40) || "an empty text"} is not the date of a period of kind ${kind}`,
      expected,
    });
  return periodOf(text(date));
}
