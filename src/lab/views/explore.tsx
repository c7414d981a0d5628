import { useState } from "react";
import { DEFAULT_DRAWS, type SimulateDocument } from "../../index.ts";
import { Gate } from "../parts/gate.tsx";
import { HarmList } from "../parts/harm-list.tsx";
import { LeverList } from "../parts/lever-list.tsx";
import { OpenScenario } from "../parts/open-scenario.tsx";
import { type CardBand, OutcomeCard } from "../parts/outcome-card.tsx";
import { PackageSelect } from "../parts/package-select.tsx";
import { saveScenario } from "../scenario-files.ts";
import { emptyScenario, MOST_KEPT } from "../state.ts";
import { type Engines, useExplored, useFullRun } from "../use-engines.ts";
import type { Lab } from "../use-state.ts";
import { freshName, nameOf, runText, sourceLines } from "../words.ts";

/** Levers on one side, what they do on the other. */
export function Explore({ lab, engines }: { readonly lab: Lab; readonly engines: Engines }) {
  const { start, state, t, canUndo, canRedo, set, setScenario, undo, redo } = lab;
  const { language, scenario, kept } = state;
  const [said, setSaid] = useState("");
  const name = nameOf(scenario, t);
  const named = { ...scenario, name };
  const ordered = Object.keys(scenario.levers).length > 0;
  const explored = useExplored(engines, named);
  const full = useFullRun(engines, named, DEFAULT_DRAWS);
  const document = full.document ?? explored.band?.document;
  const conditioning = (ordered ? document?.conditioning : undefined) ?? start.conditioning;
  const draws = document?.draws ?? start.draws;
  const status = () => {
    if (explored.failed !== undefined) return t("lab.failed", { reason: explored.failed });
    if (!ordered) return t("lab.readyUsual", { draws: start.draws, seed: String(start.seed) });
    if (document !== undefined) return runText(document, t);
    return explored.draw === undefined ? t("lab.waitEngine") : t("lab.waitDraw", { draws: start.draws });
  };
  const foot = sourceLines(start, document ?? start, t);
  const keep = () => {
    const others = kept.map((one) => one.name);
    const own = freshName(name, others, t);
    set({ kept: [...kept, { ...scenario, name: own }] });
    setSaid(t("lab.kept", { name: own }));
  };
  const save = async () => {
    const saved = await saveScenario(named, engines.quick);
    const command = `npx frontera simulate ${saved} --draws ${start.draws} --seed ${start.seed}`;
    setSaid(t("lab.terminal", { command }));
  };
  return (
    <div className="explore">
      <h1 className="unseen">{t("lab.title explore")}</h1>
      <section className="results" id="results" tabIndex={-1} aria-labelledby="results-title">
        <div className="results-head">
          <h2 id="results-title">{ordered ? name : t("lab.resultsUsual")}</h2>
          <p
            className={ordered && document === undefined ? "state waiting" : "state"}
            role="status"
            data-run={document?.fingerprint}
          >
            {status()}
          </p>
          <ul className="key" aria-hidden="true">
            <li className="usual">{t("lab.keyUsual")}</li>
            {!ordered ? null : document === undefined ? (
              <li className="draw">{t("lab.keyDraw")}</li>
            ) : (
              <li className="scenario">{name}</li>
            )}
            {explored.stale === undefined || document !== undefined ? null : (
              <li className="stale">{t("lab.keyStale")}</li>
            )}
            <li className="bands">{t("lab.keyBands")}</li>
          </ul>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
        <section className="cards" tabIndex={0} aria-label={t("lab.results")}>
          {start.outcomes.map((outcome) => (
            <OutcomeCard
              key={outcome.id}
              outcome={outcome}
              start={start}
              language={language}
              t={t}
              ordered={ordered}
              name={name}
              band={!ordered ? undefined : cardBand(document, outcome.id)}
              stale={explored.stale === undefined ? undefined : cardBand(explored.stale.document, outcome.id)}
              draw={
                explored.draw === undefined || !ordered
                  ? undefined
                  : { line: explored.draw.lines[outcome.id]!, usual: explored.draw.usual[outcome.id]! }
              }
              shows={ordered ? `${explored.key} ${draws}` : "nothing"}
              foot={foot}
            />
          ))}
        </section>
        <div className="below">
          <Gate conditioning={conditioning} t={t}>
            {full.share === undefined ? (
              ordered && full.document === undefined ? (
                <button type="button" onClick={full.begin}>
                  {t("lab.full", { draws: DEFAULT_DRAWS })}
                </button>
              ) : null
            ) : (
              <p role="status">
                {t("lab.fullRunning", { draws: DEFAULT_DRAWS, done: Math.floor(100 * full.share) })}{" "}
                <button type="button" onClick={full.stop}>
                  {t("lab.cancel")}
                </button>
              </p>
            )}
            {full.failed === undefined ? null : <p role="alert">{t("lab.failed", { reason: full.failed })}</p>}
          </Gate>
          <section className="harm" aria-labelledby="harm-title">
            <h3 id="harm-title">{t("lab.who")}</h3>
            <HarmList scenario={scenario} start={start} language={language} t={t} />
          </section>
        </div>
      </section>
      <div className="side">
        <section className="set" aria-label={t("lab.scenario")}>
          <PackageSelect
            lab={lab}
            label={t("lab.packages")}
            pick={t("lab.packagesPick")}
            onPick={(picked) => setScenario(picked)}
          />
          <label>
            <span>{t("lab.scenarioName")}</span>
            <input
              type="text"
              maxLength={120}
              value={scenario.name}
              placeholder={name}
              onChange={({ target }) => setScenario({ ...scenario, name: target.value }, "name")}
            />
          </label>
          <div className="buttons">
            <button type="button" onClick={undo} disabled={!canUndo}>
              {t("lab.undo")}
            </button>
            <button type="button" onClick={redo} disabled={!canRedo}>
              {t("lab.redo")}
            </button>
            <button
              type="button"
              onClick={() => setScenario(emptyScenario())}
              disabled={!ordered && scenario.name === ""}
            >
              {t("lab.reset")}
            </button>
            <button type="button" onClick={keep} disabled={!ordered || kept.length >= MOST_KEPT}>
              {t("lab.keep")}
            </button>
            <button type="button" onClick={() => void save()} disabled={!engines.ready}>
              {t("lab.export")}
            </button>
            <OpenScenario lab={lab} engines={engines} onOpened={setScenario} />
          </div>
          <p role="status" className="note">
            {said}
          </p>
        </section>
        <LeverList lab={lab} />
      </div>
    </div>
  );
}

/** Bands of one outcome out of a document. */
function cardBand(document: SimulateDocument | undefined, id: string): CardBand | undefined {
  const found = document?.outcomes.find((outcome) => outcome.id === id);
  return document === undefined || found === undefined
    ? undefined
    : { dates: document.dates, lines: found, atEnd: found.atEnd };
}
