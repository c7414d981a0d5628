import type { FigureId } from "../report/figures/index.ts";
import { wholePercent } from "../report/format.ts";
import { contrastOf, DEATHS, estimatesOf, MEMBERS, outcomeInSentence } from "../report/lookup.ts";
import type { Speech } from "../report/speech.ts";
import { leadingGrade } from "../studies/claims/members-draws.ts";
import type { StudyDocument } from "../studies/study/document.ts";

/** What a figure of the study mostly shows: a level, a change, or something with grades of its own. */
const SHOWS: Readonly<Record<FigureId, typeof MEMBERS | typeof DEATHS | "change" | "network" | "letters">> = {
  members: MEMBERS,
  rivals: MEMBERS,
  deaths: DEATHS,
  "scenario-members": MEMBERS,
  "scenario-deaths": DEATHS,
  contrasts: "change",
  grades: "letters",
  learning: "letters",
  "sensitivity-levels": MEMBERS,
  "sensitivity-policy": "change",
  network: "network",
  "system-outcomes": "letters",
  corridor: "letters",
  couplings: "letters",
  levers: "letters",
  links: "letters",
  packages: "letters",
};

/** The evidence grade of a figure in words, with the shares it is taken from. */
export function gradeSentence(document: StudyDocument, id: FigureId, speech: Speech): string {
  const { t } = speech;
  const shows = SHOWS[id];
  if (shows === "network") return t("page.gradeNetwork");
  if (shows === "letters") return t("page.gradeLearning");
  const outcome = shows === "change" ? DEATHS : shows;
  const grades =
    shows === "change"
      ? contrastOf(document, "incapacitation-doubled", DEATHS, "businessAsUsual")?.grades
      : estimatesOf(document, shows).slice(-1)[0]!.grades;
  if (grades === undefined) return t("page.gradeLearning");
  return t(shows === "change" ? "page.gradeChange" : "page.gradeShares", {
    letter: leadingGrade(grades),
    of: outcomeInSentence(document, outcome, speech),
    A: wholePercent(grades.A),
    B: wholePercent(grades.B),
    C: wholePercent(grades.C),
  });
}
