/** Every figure of the study, in the order of the report. A new figure is one file and one line here. */

import type { StudyDocument } from "../../studies/study/document.ts";
import { contrastsFigure } from "./contrasts.ts";
import { corridorFigure } from "./corridor.ts";
import { couplingsFigure } from "./couplings.ts";
import { deathsFigure } from "./deaths.ts";
import { type StudyFigure, spoken } from "./figure.ts";
import { gradesFigure } from "./grades.ts";
import { learningFigure } from "./learning.ts";
import { leversFigure } from "./levers.ts";
import { linksFigure } from "./links.ts";
import { membersFigure } from "./members.ts";
import { networkFigure } from "./network.ts";
import { packagesFigure } from "./packages.ts";
import { rivalsFigure } from "./rivals.ts";
import { scenarioDeathsFigure, scenarioMembersFigure } from "./scenarios.ts";
import { sensitivityLevelsFigure, sensitivityPolicyFigure } from "./sensitivity.ts";
import { systemOutcomesFigure } from "./system-outcomes.ts";

export const STUDY_FIGURES = {
  members: spoken(membersFigure),
  rivals: spoken(rivalsFigure),
  deaths: spoken(deathsFigure),
  "scenario-members": spoken(scenarioMembersFigure),
  "scenario-deaths": spoken(scenarioDeathsFigure),
  contrasts: spoken(contrastsFigure),
  grades: spoken(gradesFigure),
  learning: spoken(learningFigure),
  "sensitivity-levels": spoken(sensitivityLevelsFigure),
  "sensitivity-policy": spoken(sensitivityPolicyFigure),
  network: spoken(networkFigure),
  "system-outcomes": spoken(systemOutcomesFigure),
  levers: spoken(leversFigure),
  links: spoken(linksFigure),
  packages: spoken(packagesFigure),
  corridor: spoken(corridorFigure),
  couplings: spoken(couplingsFigure),
} as const satisfies Readonly<Record<string, StudyFigure>>;

export type FigureId = keyof typeof STUDY_FIGURES;

/** Whether the document has what a figure draws: parts of a study may be left out. */
export function figureApplies(document: StudyDocument, id: FigureId): boolean {
  const needs: Partial<Record<FigureId, readonly unknown[]>> = {
    rivals: document.rivals,
    deaths: document.conditioning.fit,
    contrasts: document.contrasts,
    learning: document.assumptions,
    "sensitivity-levels": document.sensitivity,
    "sensitivity-policy": document.sensitivity,
    network: document.network.groups,
    "system-outcomes": document.system?.outcomes ?? [],
    corridor: document.system?.corridor.departures ?? [],
    couplings: document.system?.couplings ?? [],
    levers: document.system?.levers ?? [],
    links: document.system?.links ?? [],
    packages: document.system?.packages ?? [],
  };
  return needs[id] === undefined || needs[id].length > 0;
}
