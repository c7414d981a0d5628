import {
  type CompareDocument,
  capital,
  change,
  formatDate,
  quantity,
  type Scenario,
  unitInWords,
} from "../../index.ts";
import { COLOURS, linesFrom, type Series, USUAL } from "../chart.ts";
import { ChartBox } from "../parts/chart-box.tsx";
import { Gate } from "../parts/gate.tsx";
import { HarmList } from "../parts/harm-list.tsx";
import { NumberTable } from "../parts/number-table.tsx";
import { OpenScenario } from "../parts/open-scenario.tsx";
import { PackageSelect } from "../parts/package-select.tsx";
import { TakeAway } from "../parts/take-away.tsx";
import { saveScenario } from "../scenario-files.ts";
import { MOST_KEPT, orderKey } from "../state.ts";
import { type Engines, useCompared } from "../use-engines.ts";
import type { Lab } from "../use-state.ts";
import {
  endText,
  freshName,
  levelText,
  leverName,
  nameOf,
  orderedLevers,
  outcomeName,
  runText,
  sourceLines,
} from "../words.ts";

/** What is shown of history. */
const SINCE = "2022-01-01";

/** Several scenarios on every chart, and what they change draw by draw. */
export function Compare({ lab, engines }: { readonly lab: Lab; readonly engines: Engines }) {
  const { start, state, t, set } = lab;
  const { language, kept, scenario } = state;
  const compared = useCompared(engines, kept);
  const { document } = compared;
  const room = kept.length < MOST_KEPT;
  const end = formatDate(start.to, language);
  const key = JSON.stringify(kept.map((one) => [one.name, orderKey(one)]));
  const add = (one: Scenario) => {
    const others = kept.map(({ name }) => name);
    set({ kept: [...kept, { ...one, about: {}, name: freshName(one.name, others, t) }] });
  };
  const foot = sourceLines(start, document ?? start, t);
  const status = () => {
    if (kept.length === 0) return t("lab.compareNone");
    if (compared.failed !== undefined) return t("lab.failed", { reason: compared.failed });
    if (document === undefined) return t("lab.compareWait", { count: kept.length, draws: start.draws });
    return runText(document, t);
  };
  const rows = (cells: (row: CompareDocument["outcomes"][number]) => readonly string[]) =>
    start.outcomes.map(({ id }) => ({
      name: capital(outcomeName(id, t)),
      cells: cells(document!.outcomes.find((one) => one.id === id)!),
    }));
  return (
    <div className="compare">
      <h1>{t("lab.title compare")}</h1>
      <p className="lede">{t("lab.compareAbout")}</p>
      <div className="buttons">
        <PackageSelect lab={lab} label={t("lab.addPackage")} disabled={!room} onPick={add} />
        <button
          type="button"
          disabled={!room || Object.keys(scenario.levers).length === 0}
          onClick={() => add({ ...scenario, name: nameOf(scenario, t) })}
        >
          {t("lab.addCurrent")}
        </button>
        <OpenScenario lab={lab} engines={engines} disabled={!room} onOpened={add} />
        {room ? null : <span className="note">{t("lab.most", { most: MOST_KEPT })}</span>}
      </div>
      <ol className="kept">
        {kept.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name that is being written must keep its field
          <li key={i} style={{ borderLeftColor: COLOURS[i] }}>
            <label>
              <span className="unseen">{t("lab.rename")}</span>
              <input
                type="text"
                maxLength={120}
                defaultValue={one.name}
                key={one.name}
                onBlur={({ target }) => {
                  const name = target.value.trim();
                  if (name === one.name || name === "" || kept.some((other) => other.name === name))
                    target.value = one.name;
                  else set({ kept: kept.map((other, j) => (i === j ? { ...other, name } : other)) });
                }}
              />
            </label>
            <p className="note">
              {orderedLevers(one, start)
                .map(
                  (lever) =>
                    `${leverName(lever, language)} ${levelText(lever, one.levers[lever.id]!.at(-1)!.to, language, t)}`,
                )
                .join("; ")}
            </p>
            <p className="buttons small">
              <button
                type="button"
                aria-label={`${t("lab.openIn")}: ${one.name}`}
                onClick={() => set({ scenario: one, view: "explore" })}
              >
                {t("lab.openIn")}
              </button>
              <button
                type="button"
                disabled={!room}
                aria-label={`${t("lab.duplicate")}: ${one.name}`}
                onClick={() => add(one)}
              >
                {t("lab.duplicate")}
              </button>
              <button
                type="button"
                disabled={!engines.ready}
                aria-label={`${t("lab.export")}: ${one.name}`}
                onClick={() => void saveScenario(one, engines.quick)}
              >
                {t("lab.export")}
              </button>
              <button
                type="button"
                aria-label={`${t("lab.remove")}: ${one.name}`}
                onClick={() => set({ kept: kept.filter((other) => other !== one) })}
              >
                {t("lab.remove")}
              </button>
            </p>
          </li>
        ))}
      </ol>
      <section id="results" tabIndex={-1} aria-labelledby="compared-title">
        <h2 id="compared-title" className="unseen">
          {t("lab.results")}
        </h2>
        <p role="status" className={compared.waiting ? "state waiting" : "state"}>
          {status()}
        </p>
        {document === undefined ? null : (
          <>
            <Gate conditioning={document.conditioning} t={t} />
            <fieldset className="grouping">
              <legend>{t("lab.shows")}</legend>
              {(["level", "usual"] as const).map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name="contrast"
                    checked={state.contrast === one}
                    onChange={() => set({ contrast: one })}
                  />
                  {t(one === "level" ? "lab.showsLevel" : "lab.againstUsual")}
                </label>
              ))}
            </fieldset>
            <ul className="key" aria-hidden="true">
              {state.contrast === "level" ? <li className="usual">{t("lab.keyUsual")}</li> : null}
              {kept.map(({ name }, i) => (
                <li key={name} style={{ borderColor: COLOURS[i] }}>
                  {name}
                </li>
              ))}
            </ul>
            <div className="cards many">
              {start.outcomes.map((outcome) => (
                <ComparedCard
                  key={outcome.id}
                  lab={lab}
                  outcome={outcome}
                  document={document}
                  shows={key}
                  foot={foot}
                />
              ))}
            </div>
            <NumberTable
              caption={t("lab.compareTable", { date: end })}
              heads={[t("lab.outcome"), t("lab.keyUsual"), ...document.scenarios]}
              rows={rows(({ id, byScenario }) => [
                endText(start.usual[id]!, quantity, t),
                ...document.scenarios.map((name) => endText(byScenario[name]!, quantity, t)),
              ])}
            />
            <NumberTable
              caption={t("lab.compareChange", { date: end })}
              heads={[t("lab.outcome"), ...document.scenarios]}
              rows={rows(({ against }) =>
                document.scenarios.map((name) => endText(against.businessAsUsual[name]!, change, t)),
              )}
            />
            <h2>{t("lab.compareHarm")}</h2>
            {kept.map((one) => (
              <section key={one.name} className="harm" aria-label={one.name}>
                <h3>{one.name}</h3>
                <HarmList scenario={one} start={start} language={language} t={t} />
              </section>
            ))}
          </>
        )}
      </section>
    </div>
  );
}

function ComparedCard({
  lab: { start, state, t },
  outcome,
  document,
  shows,
  foot,
}: {
  readonly lab: Lab;
  readonly outcome: Lab["start"]["outcomes"][number];
  readonly document: CompareDocument;
  readonly shows: string;
  readonly foot: readonly string[];
}) {
  const { language } = state;
  const row = document.outcomes.find(({ id }) => id === outcome.id)!;
  const title = capital(outcomeName(outcome.id, t));
  const since = start.dates.findIndex((date) => date >= SINCE);
  const usual = start.usual[outcome.id]!;
  const changes = state.contrast === "usual";
  const several = document.scenarios.length > 1;
  const scenarios = document.scenarios.map(
    (name, i): Series => ({
      name,
      colour: COLOURS[i]!,
      dates: document.dates,
      lines: changes ? row.against.businessAsUsual[name]! : row.byScenario[name]!,
      // Bands of levels lie on one another; those of paired differences do not.
      bare: several && !(changes && document.scenarios.length <= 3),
    }),
  );
  const series: Series[] = changes
    ? scenarios
    : [
        {
          name: t("lab.keyUsual"),
          colour: USUAL,
          dates: start.dates.slice(since),
          lines: linesFrom(usual, since),
          dashed: true,
        },
        ...scenarios,
      ];
  const said = document.scenarios.map((name) => {
    const text = changes
      ? endText(row.against.businessAsUsual[name]!, change, t)
      : endText(row.byScenario[name]!, quantity, t);
    return `${name}: ${text}`;
  });
  const label = `${title}. ${said.join("; ")}`;
  const unit = changes ? t("lab.againstUsual") : outcome.unit === "1" ? "" : unitInWords(outcome.unit, language);
  return (
    <article className="card" data-outcome={outcome.id} aria-labelledby={`compare-${outcome.id}`}>
      <h3 id={`compare-${outcome.id}`}>{title}</h3>
      <p className="unit">{unit}</p>
      <ChartBox
        series={series}
        shows={`${shows} ${document.fingerprint} ${state.contrast} ${language}`}
        height={200}
        fromZero={changes || outcome.unit !== "1"}
        shares={changes}
        from={start.from}
        label={label}
        language={language}
      />
      <TakeAway
        t={t}
        outcome={title}
        taken={{
          name: `frontera-compare-${outcome.id}-${language}`,
          title: unit === "" ? title : `${title} (${unit})`,
          foot,
          series,
          options: { from: start.from, label, language, fromZero: changes || outcome.unit !== "1", shares: changes },
        }}
      />
    </article>
  );
}
