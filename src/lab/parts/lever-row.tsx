import { memo } from "react";
import type { Language, Order, SessionLever, SessionStart, Translate } from "../../index.ts";
import { formatDate } from "../../index.ts";
import { roundAbove } from "../round-numbers.ts";
import { harmOf, legalOf, levelText, leverName, ownerOf } from "../words.ts";

interface Props {
  readonly lever: SessionLever;
  readonly orders: readonly Order[] | undefined;
  readonly dates: Pick<SessionStart, "from" | "to">;
  readonly language: Language;
  readonly t: Translate;
  readonly onOrders: (lever: SessionLever, orders: readonly Order[], what?: string) => void;
  readonly onRest: () => void;
}

/** Diameter of the knob of a slider [px]. */
const KNOB = 18;

/** One lever: where it stands between its bounds, and behind it who moves it, with what grade, and who may be harmed. */
export const LeverRow = memo(function LeverRow({ lever, orders, dates, language, t, onOrders, onRest }: Props) {
  const { id, low, high, start, bound, withoutStatute } = lever;
  const last = orders?.at(-1);
  const level = last?.to ?? start;
  const single = (orders?.length ?? 0) <= 1;
  const text = (value: number) => levelText(lever, value, language, t);
  const place = (value: number) => {
    const share = (value - low) / (high - low);
    return { left: `calc(${(100 * share).toFixed(3)}% + ${(KNOB / 2 - KNOB * share).toFixed(2)}px)` };
  };
  const beyond = (level - withoutStatute) * Math.sign(bound - start) > 0;
  const order = (change: Partial<Order>, what?: string) =>
    onOrders(lever, [{ to: level, from: last?.from ?? dates.from, over: last?.over ?? 0, ...change }], what);
  const about = language === "es" ? lever.aboutEs : lever.about;
  return (
    <li className={orders === undefined ? "lever" : "lever ordered"}>
      <div className="lever-head">
        <label htmlFor={`lever-${id}`}>{leverName(lever, language)}</label>
        <output htmlFor={`lever-${id}`}>{text(level)}</output>
      </div>
      <div className="slider">
        <input
          id={`lever-${id}`}
          type="range"
          min={low}
          max={high}
          step={stepOf(lever)}
          value={level}
          aria-valuetext={level === start ? `${text(level)}, ${t("lab.atStart")}` : text(level)}
          aria-describedby={`marks-${id}`}
          onChange={({ target }) => order({ to: nearStart(Number(target.value), lever) }, id)}
          onPointerUp={onRest}
          onBlur={onRest}
        />
        <span className="mark" style={place(start)} />
        {withoutStatute === bound ? null : <span className="mark limit" style={place(withoutStatute)} />}
      </div>
      <p className="marks" id={`marks-${id}`}>
        <span>{t("lab.start", { value: text(start) })}</span>
        {withoutStatute === bound ? null : <span>{t("lab.limit", { value: text(withoutStatute) })}</span>}
      </p>
      <p className="badges">
        <span className="badge">{ownerOf(lever, t)}</span>
        <span className={`badge grade-${lever.grade}`} title={t(`lab.grade ${lever.grade}`)}>
          {lever.grade}
        </span>
        <span className="badge">{legalOf(lever, t)}</span>
        {beyond ? <span className="badge warn">{t("lab.beyond")}</span> : null}
      </p>
      {orders === undefined || orders.length === 0 ? null : single ? (
        <div className="dates">
          <label>
            {t("lab.from")}{" "}
            <input
              type="date"
              min={dates.from}
              max={dates.to}
              value={last?.from ?? dates.from}
              onChange={({ target }) => {
                if (target.value >= dates.from && target.value <= dates.to) order({ from: target.value });
              }}
            />
          </label>
          <label>
            {t("lab.over")}{" "}
            <input
              type="number"
              min={0}
              max={260}
              step={1}
              value={last?.over ?? 0}
              onChange={({ target }) => {
                const over = Math.round(Number(target.value));
                if (over >= 0 && over <= 260) order({ over });
              }}
            />
          </label>
        </div>
      ) : (
        <p className="note">
          {t("lab.several", {
            count: orders.length,
            first: formatDate(orders[0]!.from, language),
            last: formatDate(last!.from, language),
          })}
        </p>
      )}
      <details>
        <summary>
          {t("lab.details")}
          <span className="unseen">: {leverName(lever, language)}</span>
        </summary>
        <p>{about}</p>
        <dl>
          <dt>{t("lab.owner")}</dt>
          <dd>{ownerOf(lever, t)}</dd>
          <dt>{t("lab.legal")}</dt>
          <dd>{legalOf(lever, t)}</dd>
          <dt>{t("lab.lag")}</dt>
          <dd>{t("lab.weeks", { count: lever.lag })}</dd>
          <dt>{t("lab.grade")}</dt>
          <dd>{t(`lab.grade ${lever.grade}`)}</dd>
          <dt>{t("lab.harm")}</dt>
          <dd>{harmOf(lever, language)}</dd>
          <dt>{t("lab.source")}</dt>
          <dd>
            <code>{lever.source.join(", ")}</code>
          </dd>
        </dl>
      </details>
    </li>
  );
});

/** About a hundred steps, each a round number. */
export function stepOf({ low, high }: Pick<SessionLever, "low" | "high">): number {
  return Number(roundAbove((high - low) / 100, [1, 2, 5]).toPrecision(3));
}

/** The nearest step to the start is the start. */
function nearStart(value: number, lever: SessionLever): number {
  return Math.abs(value - lever.start) < stepOf(lever) / 2 ? lever.start : Number(value.toPrecision(9));
}
