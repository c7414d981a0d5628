import { useRef, useState } from "react";
import {
  type CompareDocument,
  capital,
  change as changeOf,
  formatDate,
  type Lines,
  quantity,
  type Scenario,
  unitInWords,
  wholePercent,
} from "../../index.ts";
import { COLOURS, type Series, USUAL } from "../chart.ts";
import { ChartBox } from "../parts/chart-box.tsx";
import { HarmList } from "../parts/harm-list.tsx";
import { TakeAway } from "../parts/take-away.tsx";
import { type FileRefused, openScenario, saveScenario } from "../scenario-files.ts";
import { MOST_KEPT, orderKey } from "../state.ts";
import { type Engines, useCompared } from "../use-engines.ts";
import type { Lab } from "../use-state.ts";
import { levelText, leverName, nameOf, orderedLevers, outcomeName, packageName } from "../words.ts";

/** Several scenarios on every chart, and what they change draw by draw. */
export function Compare({ lab, engines }: { readonly lab: Lab; readonly engines: Engines }) {
  const { start, state, t, set } = lab;
  const { language, kept, scenario } = state;
  const [wrong, setWrong] = useState<FileRefused>();
  const file = useRef<HTMLInputElement>(null);
  const compared = useCompared(engines, kept);
  const { document } = compared;
  const room = kept.length < MOST_KEPT;
  const end = formatDate(start.to, language);
  const key = JSON.stringify(kept.map((one) => [one.name, orderKey(one)]));
  const add = (one: Scenario) => {
    let name = one.name;
    while (kept.some((other) => other.name === name)) name = t("lab.copyName", { name });
    set({ kept: [...kept, { ...one, about: {}, name }] });
  };
  const foot = [
    t("lab.sourceLine", { version: start.version, draws: start.draws, seed: String(start.seed) }),
    t("lab.cite", { version: start.version, run: (document?.fingerprint ?? start.fingerprint).slice(0, 8) }),
    location.href,
  ];
  const worth = Math.min(...(document?.conditioning ?? start.conditioning).map((one) => one.effectiveSampleSize));
  const needed = start.conditioning[0]!.needed;
  const status = () => {
    if (kept.length === 0) return t("lab.compareNone");
    if (compared.failed !== undefined) return t("lab.failed", { reason: compared.failed });
    if (document === undefined) return t("lab.compareWait", { count: kept.length, draws: start.draws });
    return t("lab.ready", {
      draws: document.draws,
      seed: String(document.seed),
      run: document.fingerprint.slice(0, 8),
      failed: wholePercent(document.failed.share),
    });
  };
  return (
    <div className="compare">
      <h1>{t("lab.title compare")}</h1>
      <p className="lede">{t("lab.compareAbout")}</p>
      <div className="buttons">
        <label>
          <span className="unseen">{t("lab.addPackage")}</span>
          <select
            value=""
            disabled={!room}
            onChange={({ target }) => {
              const found = start.packages.find(({ id }) => id === target.value);
              if (found !== undefined) add({ ...found.scenario, name: packageName(found.id, t) });
            }}
          >
            <option value="">{t("lab.addPackage")}</option>
            {start.packages.map(({ id }) => (
              <option key={id} value={id}>
                {packageName(id, t)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          disabled={!room || Object.keys(scenario.levers).length === 0}
          onClick={() => add({ ...scenario, name: nameOf(scenario, t) })}
        >
          {t("lab.addCurrent")}
        </button>
        <button type="button" disabled={!room || !engines.ready} onClick={() => file.current?.click()}>
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
              add(found);
            }
          }}
        />
        {room ? null : <span className="note">{t("lab.most", { most: MOST_KEPT })}</span>}
      </div>
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
            <p className={worth < needed ? "gate red" : "gate"}>
              {t(worth < needed ? "lab.gateRed" : "lab.gateGreen", { worth: quantity(worth), needed })}
            </p>
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
            <Table
              caption={t("lab.compareTable", { date: end })}
              document={document}
              lab={lab}
              cell={(row, name) => intervalOf(row.byScenario[name]!, quantity, t)}
              usual
            />
            <Table
              caption={t("lab.compareChange", { date: end })}
              document={document}
              lab={lab}
              cell={(row, name) => intervalOf(row.against.businessAsUsual[name]!, changeOf, t)}
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

type OutcomeRow = CompareDocument["outcomes"][number];

function intervalOf({ median, low90, high90 }: Lines, show: (value: number) => string, t: Lab["t"]): string {
  return t("lab.changeRange", { middle: show(median.at(-1)!), low: show(low90.at(-1)!), high: show(high90.at(-1)!) });
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
  const since = start.dates.findIndex((date) => date >= "2022-01-01");
  const usual = start.usual[outcome.id]!;
  const tail = (line: readonly number[]) => line.slice(since);
  const change = state.contrast === "usual";
  const several = document.scenarios.length > 1;
  const scenarios = document.scenarios.map(
    (name, i): Series => ({
      name,
      colour: COLOURS[i]!,
      dates: document.dates,
      lines: change ? row.against.businessAsUsual[name]! : row.byScenario[name]!,
      // Bands of levels lie on one another; those of paired differences do not.
      bare: several && !(change && document.scenarios.length <= 3),
    }),
  );
  const series: Series[] = change
    ? scenarios
    : [
        {
          name: t("lab.keyUsual"),
          colour: USUAL,
          dates: start.dates.slice(since),
          lines: {
            median: tail(usual.median),
            low50: tail(usual.low50),
            high50: tail(usual.high50),
            low90: tail(usual.low90),
            high90: tail(usual.high90),
          },
          dashed: true,
        },
        ...scenarios,
      ];
  const label = `${title}. ${document.scenarios.map((name) => `${name}: ${change ? intervalOf(row.against.businessAsUsual[name]!, changeOf, t) : intervalOf(row.byScenario[name]!, quantity, t)}`).join("; ")}`;
  const unit = change ? t("lab.againstUsual") : outcome.unit === "1" ? "" : unitInWords(outcome.unit, language);
  return (
    <article className="card" data-outcome={outcome.id} aria-labelledby={`compare-${outcome.id}`}>
      <h3 id={`compare-${outcome.id}`}>{title}</h3>
      <p className="unit">{unit}</p>
      <ChartBox
        series={series}
        shows={`${shows} ${document.fingerprint} ${state.contrast} ${language}`}
        height={200}
        fromZero={change || outcome.unit !== "1"}
        shares={change}
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
          options: { from: start.from, label, language, fromZero: change || outcome.unit !== "1", shares: change },
        }}
      />
    </article>
  );
}

function Table({
  caption,
  document,
  lab: { start, t },
  cell,
  usual = false,
}: {
  readonly caption: string;
  readonly document: CompareDocument;
  readonly lab: Lab;
  readonly cell: (row: OutcomeRow, scenario: string) => string;
  readonly usual?: boolean;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("lab.outcome")}</th>
            {usual ? <th scope="col">{t("lab.keyUsual")}</th> : null}
            {document.scenarios.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {start.outcomes.map(({ id }) => {
            const row = document.outcomes.find((one) => one.id === id)!;
            return (
              <tr key={id}>
                <th scope="row">{capital(outcomeName(id, t))}</th>
                {usual ? <td>{intervalOf(start.usual[id]!, quantity, t)}</td> : null}
                {document.scenarios.map((name) => (
                  <td key={name}>{cell(row, name)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
