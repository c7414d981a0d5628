/**
 * Numbers and dates in the reader's convention, the same on every engine. Both languages group by commas and part
 * decimals by a point: so it is in Mexico, other than in most of the Spanish-speaking world.
 */
import { FronteraError } from "../errors.ts";
import type { Language } from "./language.ts";

/** The minus sign of print, as wide as the plus. */
const MINUS = "−";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  es: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
};

/**
 * `1,234.5`. With `decimals`, exactly so many; without, as many as the number has, to ten significant digits.
 * Error: `not-finite`.
 */
export function formatNumber(value: number, _language: Language, decimals?: number): string {
  if (!Number.isFinite(value))
    throw new FronteraError({
      code: "not-finite",
      message: "a number to be shown is not finite",
      received: String(value),
    });
  const size = Math.abs(value);
  const rounded = Number(size.toPrecision(10));
  // Very large and very small numbers keep their exponent: they have no groups.
  const text = decimals === undefined ? String(rounded) : size.toFixed(decimals);
  if (text.includes("e")) return value < 0 ? MINUS + text : text;
  const [whole = "", part] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const shown = part === undefined ? grouped : `${grouped}.${part}`;
  return value < 0 && /[1-9]/.test(shown) ? MINUS + shown : shown;
}

/** A share as per cent: 0.354 → `35.4 %`. */
export function formatPercent(share: number, language: Language, decimals = 1): string {
  return `${formatNumber(share * 100, language, decimals)} %`;
}

/** `5 October 2023`, `5 de octubre de 2023`; a date known to the month or the year is written so. Error: `invalid-date`. */
export function formatDate(date: string, language: Language): string {
  const { year, month, day } = parts(date);
  if (month === undefined) return year;
  if (day === undefined) return formatMonth(date, language);
  const name = MONTHS[language][month - 1] ?? "";
  return language === "es" ? `${day} de ${name} de ${year}` : `${day} ${name} ${year}`;
}

/** `October 2023`, `octubre de 2023`, of a date or a month. Error: `invalid-date`. */
export function formatMonth(date: string, language: Language): string {
  const { year, month } = parts(date);
  if (month === undefined) return year;
  const name = MONTHS[language][month - 1] ?? "";
  return language === "es" ? `${name} de ${year}` : `${name} ${year}`;
}

interface DateParts {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
}

function parts(date: string): DateParts {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(date);
  if (match === null)
    throw new FronteraError({
      code: "invalid-date",
      message: "not a date",
      expected: "YYYY-MM-DD, YYYY-MM or YYYY",
      received: date,
    });
  const [, year = "", month, day] = match;
  return {
    year,
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}
