import type { Language } from "../src/index.ts";
import { element } from "./elements.ts";

/** The part of the page in this language. */
export function editionOf(language: Language): HTMLElement | null {
  return document.getElementById(`edition-${language}`);
}

/** A button that changes the language of the whole page; the reader stays at the same place in the text. */
export function addLanguageSwitch(
  bar: HTMLElement,
  titles: Readonly<Record<Language, string>>,
  onChange: (language: Language) => void,
): void {
  const names: Readonly<Record<Language, string>> = { en: "English", es: "Español" };
  const root = document.documentElement;
  const button = element("button", { type: "button", id: "language" });
  const spoken = () => (root.lang === "es" ? "es" : "en");
  const other = () => (spoken() === "es" ? "en" : "es");
  const label = () => {
    button.textContent = names[other()];
    button.lang = other();
  };
  button.addEventListener("click", () => {
    const [from, to] = [spoken(), other()] as const;
    const at = placeIn(from);
    root.lang = to;
    document.title = titles[to];
    const [hidden, shown] = [editionOf(from), editionOf(to)];
    if (hidden !== null) hidden.hidden = true;
    if (shown !== null) shown.hidden = false;
    label();
    onChange(to);
    const same = at === undefined ? null : document.getElementById(`${to}-${at.id}`);
    if (same !== null && at !== undefined) scrollBy(0, same.getBoundingClientRect().top - at.top);
  });
  label();
  bar.append(button);
}

/** The section that is being read and where it begins on the screen. */
function placeIn(language: Language): { readonly id: string; readonly top: number } | undefined {
  if (scrollY < 100) return undefined;
  const marked =
    editionOf(language)?.querySelectorAll<HTMLElement>("section[id], figure[id], article[id], li[id]") ?? [];
  const before = [...marked].filter((node) => node.getBoundingClientRect().top < innerHeight / 2);
  const last = before.at(-1);
  return last === undefined
    ? undefined
    : { id: last.id.slice(language.length + 1), top: last.getBoundingClientRect().top };
}
