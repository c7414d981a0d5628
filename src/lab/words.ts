import {
  change,
  type EndChange,
  formatNumber,
  type Language,
  type Lines,
  type MessageKey,
  type Scenario,
  type SessionLever,
  type SessionStart,
  type SimulateDocument,
  type Translate,
  tickNumber,
  wholePercent,
} from "../index.ts";

/** A level of a lever in its unit: shares as per cent, multiples with a sign. */
export function levelText({ unit, high }: SessionLever, level: number, language: Language, t: Translate): string {
  const key = `lab.unit ${unit}` as MessageKey;
  if (unit !== "1") {
    const value = Math.abs(level) >= 1e6 ? `${tickNumber(level / 1e9)} × 10⁹` : formatNumber(level, language);
    return t(key, { value });
  }
  return high <= 1 ? `${tickNumber(Number((100 * level).toPrecision(6)))} %` : `× ${tickNumber(level)}`;
}

/** `−12.3 % (−20.1 % to −5.0 %)` */
export function changeText(
  { median, interval90: [low, high] }: Pick<EndChange, "median" | "interval90">,
  t: Translate,
): string {
  return rangeText([median, low, high], change, t);
}

export function leverName({ name, nameEs }: SessionLever, language: Language): string {
  return language === "es" ? nameEs : name;
}

export function harmOf({ mayHarm, mayHarmEs }: SessionLever, language: Language): string {
  return language === "es" ? mayHarmEs : mayHarm;
}

export function ownerOf({ controller }: SessionLever, t: Translate): string {
  return t(`scenario.controller ${controller}` as MessageKey);
}

/** `executive; statute for part` in the language of the reader. */
export function legalOf({ legal }: SessionLever, t: Translate): string {
  return legal
    .split("; ")
    .map((one) => t(`scenario.legal ${one}` as MessageKey))
    .join("; ");
}

export function packageName(id: string, t: Translate): string {
  return t(`system.package ${id}` as MessageKey);
}

export function outcomeName(id: string, t: Translate): string {
  return t(`scenario.name ${id}` as MessageKey);
}

/** The name of a scenario, or what it is called while it has none. */
export function nameOf({ name, levers }: Scenario, t: Translate): string {
  if (name !== "") return name;
  return Object.keys(levers).length === 0 ? t("scenario.usual") : t("lab.scenario");
}

/** A name that none of others has. */
export function freshName(name: string, others: readonly string[], t: Translate): string {
  return others.includes(name) ? freshName(t("lab.copyName", { name }), others, t) : name;
}

/** How many draws were run, and which run it is. */
export function runText(
  { draws, seed, fingerprint, failed }: Pick<SimulateDocument, "draws" | "seed" | "fingerprint" | "failed">,
  t: Translate,
): string {
  return t("lab.ready", {
    draws,
    seed: String(seed),
    run: fingerprint.slice(0, 8),
    failed: wholePercent(failed.share),
  });
}

/** Source, citation and address of what is handed out, a line each. */
export function sourceLines(
  { version, seed }: SessionStart,
  { draws, fingerprint }: Pick<SessionStart, "draws" | "fingerprint">,
  t: Translate,
): string[] {
  return [
    t("lab.sourceLine", { version, draws, seed: String(seed) }),
    t("lab.cite", { version, run: fingerprint.slice(0, 8) }),
    location.href,
  ];
}

/** The end of some bands: `52,000 (41,000 to 70,000)`. */
export function endText({ median, low90, high90 }: Lines, show: (value: number) => string, t: Translate): string {
  return rangeText([median.at(-1)!, low90.at(-1)!, high90.at(-1)!], show, t);
}

function rangeText(
  [middle, low, high]: readonly [number, number, number],
  show: (value: number) => string,
  t: Translate,
): string {
  return t("lab.changeRange", { middle: show(middle), low: show(low), high: show(high) });
}

/** Levers that a scenario orders, in the order of the table. */
export function orderedLevers(scenario: Scenario, start: SessionStart): SessionLever[] {
  return start.levers.filter(({ id }) => scenario.levers[id] !== undefined);
}
