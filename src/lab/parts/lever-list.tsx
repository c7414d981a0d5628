import { useCallback, useDeferredValue, useRef, useState } from "react";
import type { MessageKey, Order, SessionLever } from "../../index.ts";
import { withOrders } from "../state.ts";
import type { Lab } from "../use-state.ts";
import { harmOf, leverName, ownerOf } from "../words.ts";
import { LeverRow } from "./lever-row.tsx";

/** All levers, by the part of the system that they move or by who controls them. */
export function LeverList({ lab }: { readonly lab: Lab }) {
  const { start, state, t, set, setScenario, settle } = lab;
  const { language, grouping, scenario } = state;
  const [search, setSearch] = useState("");
  const words = useDeferredValue(search).trim().toLowerCase().split(/\s+/);
  const text = (lever: SessionLever) =>
    [
      leverName(lever, language),
      language === "es" ? lever.aboutEs : lever.about,
      ownerOf(lever, t),
      harmOf(lever, language),
      lever.id,
    ]
      .join(" ")
      .toLowerCase();
  const found = start.levers.filter((lever) => words.every((word) => text(lever).includes(word)));
  const titleOf = (lever: SessionLever) =>
    grouping === "part" ? t(`scenario.${lever.part}` as MessageKey) : ownerOf(lever, t);
  const titles = [...new Set(found.map(titleOf))];
  // The same function at every change, so that only the lever that moved is drawn anew.
  const latest = useRef(scenario);
  latest.current = scenario;
  const onOrders = useCallback(
    (lever: SessionLever, orders: readonly Order[], what?: string) =>
      setScenario(withOrders(latest.current, lever, orders), what),
    [setScenario],
  );
  return (
    <section className="levers" aria-labelledby="levers-title">
      <h2 id="levers-title">{t("lab.levers")}</h2>
      <div className="lever-tools">
        <label className="search">
          <span className="unseen">{t("lab.search")}</span>
          <input
            type="search"
            value={search}
            placeholder={t("lab.search")}
            onChange={({ target }) => setSearch(target.value)}
          />
        </label>
        <fieldset className="grouping">
          <legend>{t("lab.groupBy")}</legend>
          {(["part", "owner"] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="grouping" checked={grouping === one} onChange={() => set({ grouping: one })} />
              {t(one === "part" ? "lab.byPart" : "lab.byOwner")}
            </label>
          ))}
        </fieldset>
      </div>
      <p role="status" className="note">
        {found.length === 0 ? t("lab.searchNone") : ""}
      </p>
      {titles.map((title) => {
        const own = found.filter((lever) => titleOf(lever) === title);
        const ordered = own.filter(({ id }) => scenario.levers[id] !== undefined).length;
        return (
          <details key={title} className="group" open>
            <summary>
              <h3>{title}</h3>
              {ordered === 0 ? null : <span className="count">{t("lab.ordered", { count: ordered })}</span>}
            </summary>
            <ul>
              {own.map((lever) => (
                <LeverRow
                  key={lever.id}
                  lever={lever}
                  orders={scenario.levers[lever.id]}
                  dates={start}
                  language={language}
                  t={t}
                  onOrders={onOrders}
                  onRest={settle}
                />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
