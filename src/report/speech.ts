import { formatDate, formatMonth } from "../language/format.ts";
import { type Language, type Translate, translator } from "../language/language.ts";
import { changeRange, range, shortDate, unitInWords } from "./format.ts";

/** One language as the parts of the report speak it: its words, dates, units and ranges. */
export interface Speech {
  readonly language: Language;
  readonly t: Translate;
  /** `19 December 2021`, `19 de diciembre de 2021` */
  readonly date: (date: string) => string;
  /** `19 Dec 2021`, `19 dic 2021` */
  readonly shortDate: (date: string) => string;
  /** `December 2021`, `diciembre de 2021` */
  readonly month: (date: string) => string;
  /** `person/week`: `people a week`, `personas por semana` */
  readonly unit: (unit: string) => string;
  /** `160,000 to 185,000`, `160,000 a 185,000` */
  readonly range: (ends: readonly [number, number], show: (value: number) => string) => string;
  /** `−55.0 to −36.1 %`, `−55.0 a −36.1 %` */
  readonly changes: (ends: readonly [number, number]) => string;
}

export function speechOf(language: Language = "en"): Speech {
  return SPEECHES[language];
}

function speech(language: Language): Speech {
  return {
    language,
    t: translator(language),
    date: (date) => formatDate(date, language),
    shortDate: (date) => shortDate(date, language),
    month: (date) => formatMonth(date, language),
    unit: (unit) => unitInWords(unit, language),
    range: (ends, show) => range(ends, show, language),
    changes: (ends) => changeRange(ends, language),
  };
}

const SPEECHES: Readonly<Record<Language, Speech>> = { en: speech("en"), es: speech("es") };
