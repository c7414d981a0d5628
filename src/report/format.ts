/** Numbers, dates and units in words, the same on every engine: no locale, no clock. */
import { FronteraError } from "../errors.ts";
import { formatMonth } from "../language/format.ts";
import { type Language, translator } from "../language/language.ts";
import type { Interval } from "../studies/study/document.ts";

const UNITS = [
  "1",
  "person",
  "person/week",
  "person/year",
  "death",
  "death/week",
  "death/year",
  "deaths",
  "1/week",
  "1/person/week",
  "event/year",
  "event/week",
  "encounter/week",
  "kg/year",
  "USD/week",
  "percent",
  "stock",
] as const;

/** The minus sign of print, as wide as the plus. */
const MINUS = "−";
/** `value`, or a FronteraError `report-not-finite`: a report never shows NaN or infinity. */
export function finite(value: number, where: string): number {
  if (!Number.isFinite(value))
    throw new FronteraError({
      code: "report-not-finite",
      message: "a number of the report is not finite",
      path: where,
      expected: "a finite number",
      received: String(value),
    });
  return value;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function fixed(value: number, decimals: number): string {
  const [whole, part] = Math.abs(value).toFixed(decimals).split(".");
  const text = part === undefined ? grouped(whole!) : `${grouped(whole!)}.${part}`;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/**
 * A quantity rounded to what its uncertainty can carry: hundreds from 10,000, tens from 1,000, whole numbers from 100,
 * three digits below.
 */
export function quantity(value: number, where = "quantity"): string {
  const size = Math.abs(finite(value, where));
  if (size >= 10_000) return fixed(Math.round(value / 100) * 100, 0);
  if (size >= 1_000) return fixed(Math.round(value / 10) * 10, 0);
  if (size >= 100) return fixed(value, 0);
  if (size === 0) return "0";
  if (size >= 10) return fixed(value, 1);
  if (size >= 0.001) return fixed(value, size >= 1 ? 2 : 3);
  return scientific(value, where);
}

/** Like `quantity`, with three digits of what is in the millions. */
export function amount(value: number, where = "amount"): string {
  return quantity(Math.abs(value) >= 1e6 ? Number(value.toPrecision(3)) : value, where);
}

/** A round number of an axis: thousands grouped, no digits that are not needed. */
export function tickNumber(value: number): string {
  const text = String(Number(finite(value, "tick").toPrecision(10)));
  return Math.abs(value) >= 1_000 ? fixed(value, 0) : text.replace("-", MINUS);
}

/** Like `quantity`, with three significant digits and powers of ten for what is small: values of parameters. */
export function parameterValue(value: number, where = "parameter"): string {
  const size = Math.abs(finite(value, where));
  if (size === 0) return "0";
  if (size < 0.01) return scientific(value, where);
  if (size >= 1_000) return fixed(value, 0);
  return String(Number(value.toPrecision(3))).replace("-", MINUS);
}

/** `2.53 × 10⁻³` */
export function scientific(value: number, where = "number"): string {
  if (finite(value, where) === 0) return "0";
  const [mantissa, exponent] = value.toExponential(2).split("e");
  const raised = [...exponent!.replace("+", "")].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("");
  return `${mantissa!.replace("-", MINUS)} × 10${raised}`;
}

/** A share as per cent, one decimal: `0.31 %` keeps two below one per cent. */
export function percent(share: number, where = "share"): string {
  const value = finite(share, where) * 100;
  return `${fixed(value, value !== 0 && Math.abs(value) < 1 ? 2 : 1)} %`;
}

/** Text with its first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A share as whole per cent. */
export function wholePercent(share: number, where = "share"): string {
  return `${fixed(finite(share, where) * 100, 0)} %`;
}

/** A change as per cent with its sign: `+36.3 %`, `−25.4 %`. */
export function change(share: number, where = "change"): string {
  const text = fixed(finite(share, where) * 100, 1);
  return text.startsWith(MINUS) || text === "0.0" ? `${text} %` : `+${text} %`;
}

/** The two ends of a range, `to` between them so that a minus sign is never read as a dash. */
export function range(
  ends: readonly [number, number],
  show: (value: number) => string,
  language: Language = "en",
): string {
  return translator(language)("report.range", { low: show(ends[0]), high: show(ends[1]) });
}

/** A range of changes with one per-cent sign: `−55.0 to −36.1 %`. */
export function changeRange(ends: readonly [number, number], language: Language = "en"): string {
  return range([ends[0], ends[1]], change, language).replace(" %", "");
}

/** Numbers of an interval that must all be finite and in order; returns it. */
export function sound<T extends Interval>(interval: T, where: string): T {
  const ordered = [
    interval.interval90[0],
    interval.interval50[0],
    interval.median,
    interval.interval50[1],
    interval.interval90[1],
  ];
  for (const [i, value] of ordered.entries()) {
    finite(value, where);
    if (i > 0 && value < ordered[i - 1]!)
      throw new FronteraError({
        code: "report-interval-upside-down",
        message: "the ends of an interval are not in order",
        path: where,
        expected: `at least ${ordered[i - 1]}`,
        received: String(value),
      });
  }
  return interval;
}

function parts(date: string): [year: number, month: number, day: number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = Number(match?.[2]);
  if (match === null || month < 1 || month > 12)
    throw new FronteraError({ code: "report-date", message: "not a date", expected: "YYYY-MM-DD", received: date });
  return [Number(match[1]), month, Number(match[3])];
}

/** `19 Dec 2021`, `19 dic 2021`, for tables. */
export function shortDate(date: string, language: Language = "en"): string {
  const [year, , day] = parts(date);
  return `${day} ${formatMonth(date, language).slice(0, 3)} ${year}`;
}

/** The date as a number of years, for axes: 2012-07-01 → 2012.5. */
export function decimalYear(date: string): number {
  const [year, month, day] = parts(date);
  const begin = Date.UTC(year, 0, 1);
  return year + (Date.UTC(year, month - 1, day) - begin) / (Date.UTC(year + 1, 0, 1) - begin);
}

/** Units in words: `person/week` → `people a week`; an unknown unit is shown as it is. */
export function unitInWords(unit: string, language: Language = "en"): string {
  const known = UNITS.find((one) => one === unit);
  return known === undefined ? unit : translator(language)(`report.unit ${known}`);
}

/** Text made safe inside HTML and inside quoted attributes; control characters and direction marks are dropped. */
export function escapeHtml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;")
  );
}
