import i18next from "i18next";
import { FronteraError, printable } from "../errors.ts";
import { en } from "./en/index.ts";
import { es } from "./es/index.ts";
import { formatNumber } from "./format.ts";

/** The languages of terminal, report and laboratory: English, and Spanish as it is written in Mexico. */
export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

type Areas = typeof en;
/** `row_one` and `row_other` are one message, `row`, that asks for a `count`. */
type WithoutPlural<K extends string> = K extends `${infer Base}_${"one" | "other"}` ? Base : K;

/** Every message by its area and name: `agenda.title`. */
export type MessageKey = {
  [A in keyof Areas & string]: `${A}.${WithoutPlural<keyof Areas[A] & string>}`;
}[keyof Areas & string];

/** A message in one language. Numbers are written in the reader's convention, so a year is handed over as text. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The language of this name. Error: `unknown-language`. */
export function languageOf(text: string): Language {
  const found = LANGUAGES.find((language) => language === text);
  if (found !== undefined) return found;
  throw new FronteraError({
    code: "unknown-language",
    message: `unknown language: ${printable(text, 40) || "(nothing)"}`,
    expected: LANGUAGES.join(" or "),
    hint: "write for instance --lang es",
  });
}

/** Every message of a language by its key, as the catalogue has it. */
export function messagesOf(language: Language): ReadonlyMap<string, string> {
  const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, es }[language];
  return new Map(
    Object.entries(areas).flatMap(([area, messages]) =>
      Object.entries(messages).map(([name, text]) => [`${area}.${name}`, text] as const),
    ),
  );
}

/**
 * Messages in one language. A key without a message and a message without one of its values are faults of the program,
 * and throw. `count` chooses between `_one` and `_other`: both languages have these two forms for whole numbers.
 */
export function translator(language: Language): Translate {
  return TRANSLATORS[language];
}

function translatorOf(language: Language): Translate {
  const messages = messagesOf(language);
  const instance = i18next.createInstance({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: Object.fromEntries(messages) } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, [placeholder]: RegExpExecArray) => {
      throw new Error(`the message "${text}" needs a value for ${placeholder}`);
    },
  });
  void instance.init();
  return (key, values = {}) => {
    const form = values.count === undefined ? key : `${key}_${values.count === 1 ? "one" : "other"}`;
    const name = messages.has(form) ? form : key;
    if (!messages.has(name)) throw new Error(`there is no message ${key} in ${language}`);
    const written = Object.entries(values).map(([word, value]): [string, string] => [
      word,
      typeof value === "number" ? formatNumber(value, language) : value,
    ]);
    // Apart from the options, so that a value of whatever name is a value.
    return instance.t(name, { replace: Object.fromEntries(written) });
  };
}

/** Made once: a thousand rows ask for the same translator. */
const TRANSLATORS: Readonly<Record<Language, Translate>> = { en: translatorOf("en"), es: translatorOf("es") };
