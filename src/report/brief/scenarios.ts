import type { StudyDocument } from "../../studies/study/document.ts";
import { ANCHOR, HORIZON } from "../../studies/study/timeline.ts";
import { change } from "../format.ts";
import { contrastOf, DEATHS, futures } from "../lookup.ts";
import { contrastNotes } from "../sections/prose.ts";
import type { Speech } from "../speech.ts";
import type { Statement } from "./brief.ts";

/** What each scenario does to deaths, always in both contrasts; business as usual has one. */
export function scenarioStatements(study: StudyDocument, speech: Speech): Statement[] {
  const { t, date, changes } = speech;
  const statements = futures(study).flatMap(({ id, name }) => {
    const usual = contrastOf(study, id, DEATHS, "businessAsUsual");
    const start = contrastOf(study, id, DEATHS, "start");
    const parts = [usual, start].flatMap((contrast) => {
      if (contrast === undefined) return [];
      const values = { change: change(contrast.median), range: changes(contrast.interval90) };
      return [t(contrast.against === "start" ? "brief.scenarioStart" : "brief.scenarioUsual", values)];
    });
    if (parts.length === 0) return [];
    return [{ lead: `${name}.`, text: [`${parts.join("; ")}.`, ...contrastNotes(usual, start, speech)].join(" ") }];
  });
  const head = {
    lead: t("brief.scenarios", { date: date(HORIZON) }),
    text: t("brief.scenariosText", { date: date(ANCHOR) }),
  };
  return [head, ...statements];
}
