import { useState } from "react";
import type { Language, SessionStart } from "../index.ts";
import { addressOf } from "./address.ts";
import { VIEWS } from "./state.ts";
import { useEngines } from "./use-engines.ts";
import { useLab } from "./use-state.ts";
import { Compare } from "./views/compare.tsx";
import { Explore } from "./views/explore.tsx";

/** The lab: its bar, and the view that is open. */
export function App({ start, spoken }: { readonly start: SessionStart; readonly spoken: Language }) {
  const lab = useLab(start, spoken);
  const engines = useEngines(start);
  const [copied, setCopied] = useState("");
  const { state, t, refused, set } = lab;
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setCopied(t("lab.copied")),
      () => setCopied(t("lab.notCopied")),
    );
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById("results")?.focus()}>
        {t("lab.skip")}
      </button>
      <header className="bar">
        <p className="brand">
          Frontera <span>{t("lab.asOf")}</span>
        </p>
        <nav aria-label={t("lab.views")}>
          {VIEWS.map((view) => (
            <a
              key={view}
              href={addressOf({ ...state, view }, start)}
              aria-current={view === state.view ? "page" : undefined}
            >
              {t(`lab.title ${view}`)}
              {view === "compare" && state.kept.length > 0 ? ` (${state.kept.length})` : ""}
            </a>
          ))}
        </nav>
        <div className="tools">
          <span role="status" className="said">
            {copied}
          </span>
          <button type="button" onClick={copy}>
            {t("lab.copyLink")}
          </button>
          <button
            type="button"
            lang={state.language === "en" ? "es" : "en"}
            onClick={() => {
              setCopied("");
              set({ language: state.language === "en" ? "es" : "en" });
            }}
          >
            {t("lab.language")}
          </button>
        </div>
      </header>
      {refused === undefined ? null : (
        <p role="alert" className="alert">
          {refused}
        </p>
      )}
      {engines.crashes === 0 ? null : (
        <p role="alert" className="alert">
          {engines.crashes < 0 ? t("lab.crashedOften") : t("lab.crashed")}
        </p>
      )}
      <main>
        {state.view === "explore" ? <Explore lab={lab} engines={engines} /> : <Compare lab={lab} engines={engines} />}
      </main>
      <footer>
        <p>{t("lab.about")}</p>
        <p>{t("lab.sourceLine", { version: start.version, draws: start.draws, seed: String(start.seed) })}</p>
      </footer>
    </>
  );
}
