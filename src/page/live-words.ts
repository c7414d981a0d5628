import { formatDate } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import { speechOf } from "../report/speech.ts";
import type { StudyDocument } from "../studies/study/document.ts";
import { ANCHOR, HORIZON } from "../studies/study/timeline.ts";
import { citationLine } from "./citation-line.ts";
import { PRESETS } from "./live-settings.ts";

/** What the script of the page says in one language. */
export interface LiveWords {
  readonly pageTitle: string;
  readonly title: string;
  readonly about: string;
  readonly recruitment: string;
  readonly incapacitation: string;
  readonly recruitmentShort: string;
  readonly incapacitationShort: string;
  /** Has `{{factor}}`. */
  readonly times: string;
  readonly presets: string;
  /** By preset. */
  readonly presetNames: readonly string[];
  readonly members: string;
  readonly deaths: string;
  readonly membersRow: string;
  readonly deathsRow: string;
  readonly setting: string;
  readonly usual: string;
  readonly outcome: string;
  readonly value: string;
  readonly againstUsual: string;
  readonly againstStart: string;
  readonly table: string;
  readonly caption: string;
  /** Has `{{recruitment}}`, `{{incapacitation}}`, `{{date}}`, `{{members}}` and `{{deaths}}`. */
  readonly alt: string;
  readonly source: string;
  readonly grade: string;
  readonly citation: string;
  readonly failed: string;
  readonly download: string;
  readonly picture: string;
  readonly dataOf: string;
  readonly downloadFailed: string;
  readonly altTitle: string;
}

/** The words of the sliders and of the downloads. */
export function liveWords(document: StudyDocument, language: Language, pageTitle: string): LiveWords {
  const { t } = speechOf(language);
  const [from, to] = [formatDate(ANCHOR, language), formatDate(HORIZON, language)];
  const open = (name: string) => `{{${name}}}`;
  return {
    pageTitle,
    title: t("page.liveTitle", { from, to }),
    about: t("page.liveAbout"),
    recruitment: t("page.liveRecruitment"),
    incapacitation: t("page.liveIncapacitation"),
    recruitmentShort: t("page.liveRecruitmentShort"),
    incapacitationShort: t("page.liveIncapacitationShort"),
    times: t("page.liveTimes", { factor: open("factor") }),
    presets: t("page.livePresets"),
    presetNames: PRESETS.map(({ id }) => presetName(id, language)),
    members: t("page.liveMembers"),
    deaths: t("page.liveDeaths"),
    membersRow: t("page.liveMembersRow"),
    deathsRow: t("page.liveDeathsRow"),
    setting: t("page.liveSetting"),
    usual: t("page.liveUsual"),
    outcome: t("page.liveOutcome", { date: to }),
    value: t("page.liveValue"),
    againstUsual: t("page.liveAgainstUsual"),
    againstStart: t("page.liveAgainstStart"),
    table: t("page.liveTable"),
    caption: t("page.liveCaption"),
    alt: t("page.liveAlt", {
      recruitment: open("recruitment"),
      incapacitation: open("incapacitation"),
      date: to,
      members: open("members"),
      deaths: open("deaths"),
    }),
    source: t("figures.source", { source: t("page.liveSource", { version: document.version }) }),
    grade: t("page.gradeLive"),
    citation: t("page.cite", { citation: citationLine(document, language) }),
    failed: t("page.liveFailed"),
    download: t("page.download"),
    picture: t("page.picture"),
    dataOf: t("page.dataOf"),
    downloadFailed: t("page.downloadFailed"),
    altTitle: t("page.alt"),
  };
}

/** The name of a scenario of the study; its id where no catalogue has it. */
export function presetName(id: string, language: Language): string {
  const { t } = speechOf(language);
  const known = (["business-as-usual", "recruitment-halved", "incapacitation-doubled", "both"] as const).find(
    (one) => one === id,
  );
  return known === undefined ? id : t(`study.scenario ${known}`);
}
