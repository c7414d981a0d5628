import { ACTORS, type Actor, type AgendaKind, FOLLOW_UPS } from "../../data/agenda.ts";
import { type AgendaDocument, type AgendaEntry, OCCASIONS, type Occasion } from "../../studies/record/agenda.ts";
import { capital } from "../format.ts";
import type { Speech } from "../speech.ts";
import type { BriefRow, BriefSection, Statement } from "./brief.ts";

/** What is told row by row; commitments are gathered, statements and actions counted. */
const IN_FULL: readonly AgendaKind[] = ["ask", "refusal"];
const HEADS = { talks: "brief.talksHead", communique: "brief.communiqueHead" } as const;

/** What was asked at the two events, by party, with what came of it. The rows are those of the events. */
export function asked({ rows, followedUntil }: AgendaDocument, speech: Speech): BriefSection {
  const { t, date, month } = speech;
  const others = rows.filter(({ kind }) => kind !== "commitment" && !IN_FULL.includes(kind));
  return {
    title: t("brief.askedTitle"),
    about: t("brief.askedAbout", { others: others.length, month: month(followedUntil) }),
    table: {
      columns: [
        { title: t("brief.colParty"), share: 0.08 },
        { title: t("brief.colKind"), share: 0.1 },
        { title: t("brief.colWhat"), share: 0.5 },
        { title: t("brief.colFollowUp"), share: 0.32 },
      ],
      rows: (Object.keys(OCCASIONS) as Occasion[]).flatMap((occasion): BriefRow[] => {
        const head = t(HEADS[occasion], occasion === "talks" ? { date: date(OCCASIONS.talks.dates[0]) } : {});
        const at = rows.filter((row) => row.occasion === occasion);
        return [
          { cells: [{ lead: head, text: "" }], heading: true },
          ...ACTORS.flatMap((actor) =>
            ofParty(
              actor,
              at.filter((row) => row.actor === actor),
              speech,
            ),
          ),
        ];
      }),
    },
  };
}

function ofParty(actor: Actor, rows: readonly AgendaEntry[], speech: Speech): BriefRow[] {
  const { t } = speech;
  const full = IN_FULL.flatMap((kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row): Statement[] => [
        { lead: "", text: t(`agenda.kind ${kind}`) },
        { lead: "", text: row.what },
        {
          lead: `${capital(t(`agenda.followUp ${row.followUp}`))}${row.followUpNote === "" ? "" : ":"}`,
          text: row.followUpNote,
        },
      ]),
  );
  const promised = rows.filter(({ kind }) => kind === "commitment");
  const all = promised.length === 0 ? full : [...full, commitments(promised, speech)];
  // The party is named once.
  return all.map((cells, i) => ({
    cells: [{ lead: i === 0 ? capital(t(`agenda.short ${actor}`)) : "", text: "" }, ...cells],
  }));
}

/** `migration (2), fentanyl` and `Partly 2, not told 1` */
function commitments(rows: readonly AgendaEntry[], { t }: Speech): Statement[] {
  const issues = countsOf(
    rows.map(({ issue }) => t(`agenda.issue ${issue}`)),
    (issue, count) => (count === 1 ? issue : `${issue} (${count})`),
  );
  const outcomes = countsOf(
    FOLLOW_UPS.flatMap((followUp) => rows.filter((row) => row.followUp === followUp)).map(({ followUp }) =>
      t(`agenda.followUp ${followUp}`),
    ),
    (outcome, count) => `${outcome} ${count}`,
  );
  return [
    { lead: "", text: t("brief.commitments", { count: rows.length }) },
    { lead: "", text: `${capital(issues)}.` },
    { lead: capital(outcomes), text: "" },
  ];
}

function countsOf(words: readonly string[], show: (word: string, count: number) => string): string {
  return [...new Set(words)].map((word) => show(word, words.filter((one) => one === word).length)).join(", ");
}
