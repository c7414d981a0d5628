import type { Language, Scenario, SessionStart, Translate } from "../../index.ts";
import { harmOf, leverName, orderedLevers } from "../words.ts";

interface Props {
  readonly scenario: Scenario;
  readonly start: SessionStart;
  readonly language: Language;
  readonly t: Translate;
}

/** Who may be harmed by what a scenario orders. */
export function HarmList({ scenario, start, language, t }: Props) {
  const levers = orderedLevers(scenario, start);
  return (
    <>
      {levers.length === 0 ? (
        <p>{t("lab.whoNone")}</p>
      ) : (
        <ul>
          {levers.map((lever) => (
            <li key={lever.id}>
              {t("lab.whoLever", { lever: leverName(lever, language), who: harmOf(lever, language) })}
            </li>
          ))}
        </ul>
      )}
      <p className="note">{t("lab.whoMore")}</p>
    </>
  );
}
