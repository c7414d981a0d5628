import { formatDate, formatMonth } from "../../language/format.ts";
import type { Language, MessageKey, Translate } from "../../language/language.ts";
import type { Grade } from "../../model/declare.ts";
import type { Interval } from "../study/document.ts";
import type { Verdict } from "./verdict.ts";

/** A value of a message: a number, a text that is the same everywhere, a text in every language, or a message. */
type Value = string | number | Readonly<Record<Language, string>> | Message;

/** Words by their key in the catalogues, with the values in them. */
export interface Message {
  readonly key: MessageKey;
  readonly values?: Readonly<Record<string, Value>>;
}

/** A number that a verdict rests on or that stands beside it. */
export interface ClaimNumber {
  readonly what: Message;
  readonly value: number;
  readonly unit: string;
  /** Equal to the value where it is a count or a published figure. */
  readonly interval90: readonly [number, number];
}

/** Who said what after whom. */
export interface ChainStep {
  readonly step: "study" | "press" | "report";
  readonly what: Message;
  readonly source: string;
}

/** A claim with its verdict and all that it rests on; words are keys, so that numbers are the same in every language. */
export interface Claim {
  readonly id: string;
  readonly claim: Message;
  readonly headline: Message;
  readonly verdict: Verdict;
  readonly modelled: boolean;
  readonly grade: Grade;
  readonly numbers: readonly ClaimNumber[];
  /** Equally weighted draws that the numbers rest on; nothing where they rest on counts. */
  readonly effectiveSampleSize?: number;
  readonly sentence: Message;
  readonly notToWrite: Message;
  /** What it would take to tell, where it cannot be told yet. */
  readonly needed?: Message;
  readonly sources: readonly string[];
  readonly chain: readonly ChainStep[];
}

/** The words of a message in one language. */
export function wordsOf({ key, values = {} }: Message, language: Language, translate: Translate): string {
  return translate(
    key,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (typeof value !== "object") return [name, value];
        return [name, "key" in value ? wordsOf(value, language, translate) : value[language]];
      }),
    ),
  );
}

/** A date as a message has it. */
export function dated(date: string): Readonly<Record<Language, string>> {
  return { en: formatDate(date, "en"), es: formatDate(date, "es") };
}

/** A month as a message has it (YYYY-MM). */
export function monthly(month: string): Readonly<Record<Language, string>> {
  return { en: formatMonth(month, "en"), es: formatMonth(month, "es") };
}

/** A number without an interval of its own. */
export function exactly(what: Message, value: number, unit: string): ClaimNumber {
  return { what, value, unit, interval90: [value, value] };
}

/** A number as the draws have it: the median and the middle nine tenths. */
export function drawn(what: Message, { median, interval90 }: Interval, unit: string): ClaimNumber {
  return { what, value: median, unit, interval90 };
}

/** The same in another unit. */
export function scaled({ median, interval50, interval90 }: Interval, factor: number): Interval {
  const of = ([low, high]: readonly [number, number]): [number, number] => [low * factor, high * factor];
  return { median: median * factor, interval50: of(interval50), interval90: of(interval90) };
}

/** A number for a sentence, to a multiple of `step`. */
export function rounded(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** A share for a sentence, in whole per cent. */
export function percent(share: number): number {
  return rounded(share * 100, 1);
}
