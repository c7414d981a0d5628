/** The script of the one file: in the page it brings sliders, downloads and the language; as a worker it runs the core. */
import type { Language, LiveSettings } from "../src/index.ts";
import { addDownloads, addTable, shareData } from "./downloads.ts";
import { addLanguageSwitch, editionOf } from "./editions.ts";
import { element } from "./elements.ts";
import { liveEngine } from "./live-engine.ts";
import { LiveView } from "./live-view.ts";
import { type DedicatedWorker, serveLive } from "./live-worker.ts";

const LANGUAGES: readonly Language[] = ["en", "es"];

if (typeof document === "undefined") serveLive(globalThis as unknown as DedicatedWorker);
else start(document.currentScript?.textContent ?? "");

function start(script: string): void {
  const settings = JSON.parse(document.getElementById("frontera-settings")?.textContent ?? "{}") as LiveSettings;
  const bar = document.getElementById("bar");
  const language = (): Language => (document.documentElement.lang === "es" ? "es" : "en");
  const view = new LiveView(settings, language(), (factors) => engine.run(factors));
  const engine = liveEngine(settings, script, {
    onRun: (run, factors) => {
      view.show(run, factors);
      place(language());
    },
    onFailure: () => {
      for (const one of LANGUAGES) {
        const note = element("p", { class: "note" }, settings.words[one].failed);
        editionOf(one)?.querySelector(".live-place")?.replaceChildren(note);
      }
    },
  });
  const place = (spoken: Language) => {
    const here = editionOf(spoken)?.querySelector(".live-place");
    if (here === null || here === undefined || view.root.parentElement === here) return;
    here.replaceChildren(view.root);
    equip(spoken);
  };
  const equip = (spoken: Language) => {
    const words = settings.words[spoken];
    view.root.querySelector(".downloads")?.replaceChildren();
    addTable(view.root, words, spoken, () => view.rows());
    addDownloads(view.root, words, spoken);
  };
  for (const one of LANGUAGES)
    for (const figure of editionOf(one)?.querySelectorAll<HTMLElement>("figure[data-figure]") ?? [])
      addDownloads(figure, settings.words[one], one);
  shareData(document);
  if (bar !== null) {
    const titles = { en: settings.words.en.pageTitle, es: settings.words.es.pageTitle };
    addLanguageSwitch(bar, titles, (spoken) => {
      view.speak(spoken);
      place(spoken);
    });
  }
  engine.run(view.factors);
}
