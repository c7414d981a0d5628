/** The briefing note as words, tables and figures; how it looks is told by the page and by the Word file. */
import type { Source } from "../../data/source.ts";
import type { ClaimDocument } from "../../studies/claims/document.ts";
import type { AgendaDocument } from "../../studies/record/agenda.ts";
import type { StudyDocument } from "../../studies/study/document.ts";
import { HORIZON } from "../../studies/study/timeline.ts";
import { agendaFigure } from "../figures/agenda.ts";
import type { Figure } from "../figures/figure.ts";
import { STUDY_FIGURES } from "../figures/index.ts";
import { asOf } from "../figures/words.ts";
import { percent, quantity } from "../format.ts";
import { DEATHS } from "../lookup.ts";
import { type Speech, speechOf } from "../speech.ts";
import { spokenStudy } from "../spoken-study.ts";
import { asked } from "./asked.ts";
import { claimsTable } from "./claims-table.ts";
import { cannotTell, citing, inShort, warnings } from "./statements.ts";

/** What the note is made from; claims and agenda are in the language of the note already. */
export interface BriefInput {
  readonly study: StudyDocument;
  readonly claims: readonly ClaimDocument[];
  readonly claimsFingerprint: string;
  readonly agenda: AgendaDocument;
  /** Day of the news report (YYYY-MM-DD). */
  readonly reportDate: string;
  /** Every source of the evidence by its id. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** A few words that stand out, and what follows them. */
export interface Statement {
  readonly lead: string;
  readonly text: string;
}

export interface BriefColumn {
  readonly title: string;
  /** Part of the width; those of a table add to 1. */
  readonly share: number;
}

/** A row that heads those below it has one cell over the whole width. */
export interface BriefRow {
  readonly cells: readonly Statement[];
  readonly heading?: boolean;
}

export interface BriefTable {
  readonly columns: readonly BriefColumn[];
  readonly rows: readonly BriefRow[];
}

export interface BriefSection {
  readonly title: string;
  readonly about: string;
  readonly table: BriefTable;
}

export interface Brief {
  readonly speech: Speech;
  readonly asOf: string;
  readonly fileTitle: string;
  readonly kicker: string;
  readonly title: string;
  readonly lede: string;
  /** What a reader must know before any number: a red gate, a failed check. */
  readonly warnings: readonly string[];
  readonly inShort: readonly Statement[];
  readonly members: Figure;
  /** Who may be harmed by what the scenarios set, counted or not. */
  readonly harm: Statement;
  readonly asked: BriefSection;
  readonly says: BriefSection;
  readonly contrasts: Figure;
  readonly record: Figure;
  readonly cannotTell: readonly Statement[];
  readonly citing: readonly Statement[];
  readonly runLine: string;
}

/** Layout widths of the figures [px]: they stand beside text or beside each other. */
const WIDTHS = { members: 330, contrasts: 600, record: 310 } as const;

/** The note in the language of its agenda. The same input gives the same note. */
export function briefOf(input: BriefInput): Brief {
  const { agenda } = input;
  const speech = speechOf(agenda.language);
  const { t, language } = speech;
  const study = spokenStudy(input.study, language);
  const words = { asOf: asOf(study, speech), title: t("brief.title"), run: study.fingerprint.slice(0, 8) };
  const record = ofOccasions(agenda);
  return {
    speech,
    asOf: study.asOf,
    fileTitle: t("brief.fileTitle", words),
    kicker: t("brief.kicker", words),
    title: words.title,
    lede: t("brief.lede", { date: speech.date(input.reportDate) }),
    warnings: warnings(study, speech),
    inShort: inShort(study, input.claims, speech),
    members: STUDY_FIGURES.members(input.study, { width: WIDTHS.members, language }),
    harm: { lead: t("brief.harm"), text: t("brief.harmText") },
    asked: asked(record, speech),
    says: claimsTable(input.claims, speech),
    contrasts: {
      ...STUDY_FIGURES.contrasts(ofDeaths(input.study), { width: WIDTHS.contrasts, language }),
      title: t("brief.contrastsTitle", { date: speech.date(HORIZON) }),
      caption: t("brief.contrastsCaption"),
    },
    record: {
      ...agendaFigure(record, { width: WIDTHS.record, language, eventsKey: false }),
      title: t("brief.recordTitle", { month: speech.month(agenda.followedUntil) }),
      caption: t("brief.recordCaption"),
    },
    cannotTell: cannotTell(input.claims, speech),
    citing: citing(input, record, speech),
    runLine: runLine(input, speech),
  };
}

/** The contrasts of conflict deaths alone: two pages have no room for all. */
function ofDeaths(study: StudyDocument): StudyDocument {
  return { ...study, contrasts: study.contrasts.filter(({ outcome }) => outcome === DEATHS) };
}

/** The two events alone, with the sources of their rows. */
function ofOccasions(agenda: AgendaDocument): AgendaDocument {
  const rows = agenda.rows.filter(({ occasion }) => occasion !== null);
  const cited = new Set(rows.map(({ source }) => source));
  return { ...agenda, rows, sources: agenda.sources.filter(({ id }) => cited.has(id)) };
}

function runLine({ study, claimsFingerprint }: BriefInput, { t }: Speech): string {
  const { effectiveSampleSize, needed, gate } = study.conditioning;
  return t("brief.runLine", {
    version: study.version,
    study: study.fingerprint.slice(0, 8),
    claims: claimsFingerprint.slice(0, 8),
    draws: study.draws,
    seed: String(study.seed),
    size: quantity(effectiveSampleSize),
    needed: quantity(needed),
    gate: t(`report.${gate}`),
    failed: percent(study.failed.share),
  });
}
