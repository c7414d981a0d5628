import { useRef, useState } from "react";
import { quantity, type SimulateDocument, wholePercent } from "../../index.ts";
import { HarmList } from "../parts/harm-list.tsx";
import { LeverList } from "../parts/lever-list.tsx";
import { type CardBand, OutcomeCard } from "../parts/outcome-card.tsx";
import { type FileRefused, openScenario, saveScenario } from "../scenario-files.ts";
import { emptyScenario, MOST_KEPT } from "../state.ts";
import { type Engines, useExplored, useFullRun } from "../use-engines.ts";
import type { Lab } from "../use-state.ts";
import { nameOf, packageName } from "../words.ts";

/** Draws of `frontera simulate` where none are named. */
const FULL = 2_000;

/** Levers on one side, what they do on the other. */
export function Explore({ lab, engines }: { readonly lab: Lab; readonly engines: Engines }) {
  const { start, state, t, canUndo, canRedo, set, setScenario, undo, redo } = lab;
  const { language, scenario, kept } = state;
  const [said, setSaid] = useState("");
  const [wrong, setWrong] = useState<FileRefused>();
  const file = useRef<HTMLInputElement>(null);
  const name = nameOf(scenario, t);
  const named = { ...scenario, name };
  const ordered = Object.keys(scenario.levers).length > 0;
  const explored = useExplored(engines, named);
  const full = useFullRun(engines, named, FULL);
  const document = full.document ?? explored.band?.document;
  const conditioning = ordered ? document?.conditioning : start.conditioning;
  const draws = document?.draws ?? start.draws;
  const worth = Math.min(...(conditioning ?? start.conditioning).map((one) => one.effectiveSampleSize));
  const needed = start.conditioning[0]!.needed;
  const status = () => {
    if (explored.failed !== undefined) return t("lab.failed", { reason: explored.failed });
    if (!ordered) return t("lab.readyUsual", { draws: start.draws, seed: String(start.seed) });
    if (document !== undefined)
      return t("lab.ready", {
        draws,
        seed: String(document.seed),
        run: document.fingerprint.slice(0, 8),
        failed: wholePercent(document.failed.share),
      });
    return explored.draw === undefined ? t("lab.waitEngine") : t("lab.waitDraw", { draws: start.draws });
  };
  const foot = [
    t("lab.sourceLine", { version: start.version, draws, seed: String(start.seed) }),
    t("lab.cite", { version: start.version, run: (document?.fingerprint ?? start.fingerprint).slice(0, 8) }),
    location.href,
  ];
  const keep = () => {
    const names = kept.map((one) => one.name);
    let own = name;
    while (names.includes(own)) own = t("lab.copyName", { name: own });
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
          <div className={worth < needed ? "gate red" : "gate"}>
            <p>{t(worth < needed ? "lab.gateRed" : "lab.gateGreen", { worth: quantity(worth), needed })}</p>
            {full.share === undefined ? (
              ordered && full.document === undefined ? (
                <button type="button" onClick={full.begin}>
                  {t("lab.full", { draws: FULL })}
                </button>
              ) : null
            ) : (
              <p role="status">
                {t("lab.fullRunning", { draws: FULL, done: Math.floor(100 * full.share) })}{" "}
                <button type="button" onClick={full.stop}>
                  {t("lab.cancel")}
                </button>
              </p>
            )}
            {full.failed === undefined ? null : <p role="alert">{t("lab.failed", { reason: full.failed })}</p>}
          </div>
          <section className="harm" aria-labelledby="harm-title">
            <h3 id="harm-title">{t("lab.who")}</h3>
            <HarmList scenario={scenario} start={start} language={language} t={t} />
          </section>
        </div>
      </section>
      <div className="side">
        <section className="set" aria-label={t("lab.scenario")}>
          <label>
            <span>{t("lab.packages")}</span>
            <select
              value=""
              onChange={({ target }) => {
                const found = start.packages.find(({ id }) => id === target.value);
                if (found !== undefined) setScenario({ ...found.scenario, about: {}, name: packageName(found.id, t) });
              }}
            >
              <option value="">{t("lab.packagesPick")}</option>
              {start.packages.map(({ id }) => (
                <option key={id} value={id}>
                  {packageName(id, t)}
                </option>
              ))}
            </select>
          </label>
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
            <button type="button" onClick={() => file.current?.click()} disabled={!engines.ready}>
              {t("lab.import")}
            </button>
            <input
              ref={file}
              type="file"
              accept=".yaml,.yml"
              hidden
              onChange={async ({ target }) => {
                const chosen = target.files?.[0];
                if (chosen === undefined) return;
                const found = await openScenario(chosen, engines.quick, start, t);
                target.value = "";
                if ("lines" in found) setWrong(found);
                else {
                  setWrong(undefined);
                  setScenario(found);
                }
              }}
            />
          </div>
          <p role="status" className="note">
            {said}
          </p>
          {wrong === undefined ? null : (
            <div role="alert" className="alert">
              <p>{t("lab.importRefused", { file: wrong.file })}</p>
              <ul>
                {wrong.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </div>
          )}
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
