import { FronteraError, printable } from "../errors.ts";

/** The day on which the clock of the model reads 0 [date]. */
export const ORIGIN = "2012-01-01";
/** Weeks in a year of 365.25 days. */
export const WEEKS_PER_YEAR = 365.25 / 7;

/** A stretch of whole days: `start` belongs to it, `end` does not. */
export interface Period {
  readonly start: string;
  readonly end: string;
  /** The text it was read from, in its canonical spelling. */
  readonly label: string;
}

/**
 * Weeks [week] from `origin` to the start of the day `date`, on the proleptic Gregorian calendar: days / 7.
 * @throws FronteraError `invalid-date` naming the date.
 */
export function weekOf(date: string, origin: string = ORIGIN): number {
  return (dayNumber(date) - dayNumber(origin)) / 7;
}

/** The day in which `week` [week] after `origin` falls. */
export function dateOf(week: number, origin: string = ORIGIN): string {
  // Sevenths are not exact in binary; a millionth of a day keeps dateOf(weekOf(date)) = date.
  const day = dayNumber(origin) + Math.floor(week * 7 + 1e-6);
  if (!(day >= FIRST && day <= LAST))
    throw new FronteraError({
      code: "invalid-date",
      message: `no date lies ${printable(week)} weeks after ${origin}`,
      expected: "a date from 1600 to 2999",
    });
  return dateOfDay(day);
}

/** The date `days` whole days later. */
export function addDays(date: string, days: number): string {
  return dateOf(days / 7, date);
}

/**
 * Reads a period:
 * `2021` calendar year (the Mexican fiscal year is the same), `2021Q3` quarter, `2023-06` month, `2023-06-01` one day,
 * `FY2023` fiscal year of the United States (1 October 2022 to 30 September 2023),
 * `12mo-2023-04` the twelve months ending with April 2023, `2012H1` half year, `2012/2021` calendar years inclusive,
 * `2018-12-01/2023-10-05` days inclusive.
 * @throws FronteraError `invalid-period` or `invalid-date` naming the text.
 */
export function periodOf(text: string): Period {
  const label = text.trim();
  const span = /^([^/]+)\/([^/]+)$/.exec(label);
  if (span !== null) {
    const from = simplePeriod(span[1] ?? "", text);
    const to = simplePeriod(span[2] ?? "", text);
    if (!(from.start < to.end)) throw invalidPeriod(text);
    return { start: from.start, end: to.end, label };
  }
  return simplePeriod(label, text);
}

/** Length [week]. */
export function lengthInWeeks(period: Period): number {
  return weekOf(period.end, period.start);
}

/** Time that two periods have in common [week]; 0 where they do not meet. */
export function overlapInWeeks(a: Period, b: Period): number {
  const start = Math.max(dayNumber(a.start), dayNumber(b.start));
  const end = Math.min(dayNumber(a.end), dayNumber(b.end));
  return Math.max(0, end - start) / 7;
}

/** Whether the text is a date that exists, `2023-02-28`. */
export function isDate(text: string): boolean {
  return parseDay(text) !== undefined;
}

const FIRST = daysFromCivil(1600, 1, 1);
const LAST = daysFromCivil(2999, 12, 31);

function simplePeriod(label: string, text: string): Period {
  const match =
    /^(?:(?<fiscal>FY)?(?<year>[0-9]{4})|(?<quarterYear>[0-9]{4})-?Q(?<quarter>[1-4])|(?<halfYear>[0-9]{4})-?H(?<half>[12])|(?<rolling>12mo-)?(?<monthYear>[0-9]{4})-(?<month>0[1-9]|1[0-2])|(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2}))$/.exec(
      label,
    );
  const part = match?.groups;
  if (part === undefined) throw invalidPeriod(text);
  if (part.day !== undefined) return { start: dateOfDay(dayNumber(part.day)), end: addDays(part.day, 1), label };
  const year = Number(part.year ?? part.quarterYear ?? part.halfYear ?? part.monthYear);
  if (year < 1601 || year > 2998) throw invalidPeriod(text);
  const january = year * 12;
  if (part.fiscal !== undefined) return months(january - 3, 12, label);
  if (part.year !== undefined) return months(january, 12, label);
  if (part.quarter !== undefined) return months(january + 3 * (Number(part.quarter) - 1), 3, `${year}Q${part.quarter}`);
  if (part.half !== undefined) return months(january + 6 * (Number(part.half) - 1), 6, `${year}H${part.half}`);
  const month = january + Number(part.month) - 1;
  return part.rolling === undefined ? months(month, 1, label) : months(month - 11, 12, label);
}

/** `count` months from month `first`, counted in months of the year 0. */
function months(first: number, count: number, label: string): Period {
  return { start: `${monthLabel(first)}-01`, end: `${monthLabel(first + count)}-01`, label };
}

function monthLabel(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function invalidPeriod(text: string): FronteraError {
  return new FronteraError({
    code: "invalid-period",
    message: `${printable(text, 40) || "an empty text"} is not a period`,
    expected: "2021, 2021Q3, 2023-06, 2023-06-01, FY2023, 12mo-2023-04 or 2012/2021",
  });
}

/** Days since 1 March 0000. */
function dayNumber(date: string): number {
  const day = parseDay(date);
  if (day === undefined)
    throw new FronteraError({
      code: "invalid-date",
      message: `${printable(date, 40) || "an empty text"} is not a date`,
      expected: "a day that exists, from 1600-01-01 to 2999-12-31, written YYYY-MM-DD",
    });
  return day;
}

function parseDay(text: string): number | undefined {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  if (year < 1600 || year > 2999 || month < 1 || month > 12) return undefined;
  const day = daysFromCivil(year, month, Number(match[3]));
  return dateOfDay(day) === text ? day : undefined;
}

/** Day count of a Gregorian date; months of a year that begins in March (Richards 2013, Explanatory Supplement, ch. 15). */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month > 2 ? month - 3 : month + 9;
  const y = month > 2 ? year : year - 1;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * shifted + 2) / 5) +
    day -
    1
  );
}

function dateOfDay(days: number): string {
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
