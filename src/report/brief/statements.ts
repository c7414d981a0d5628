/** The sentences of the note that are made from numbers. */
import type { Source } from "../../data/source.ts";
import type { ClaimDocument } from "../../studies/claims/document.ts";
import { VERDICTS } from "../../studies/claims/verdict.ts";
import type { AgendaDocument } from "../../studies/record/agenda.ts";
import type { Interval, StudyDocument } from "../../studies/study/document.ts";
import { citation } from "../cite.ts";
import { capital, quantity, wholePercent } from "../format.ts";
import { estimatesOf, MEMBERS } from "../lookup.ts";
import { PUBLISHED_MEMBERS } from "../published.ts";
import { failedChecks } from "../sections/prose.ts";
import type { Speech } from "../speech.ts";
import type { BriefInput, Statement } from "./brief.ts";
import { VERDICT_KEYS } from "./claims-table.ts";
import { scenarioStatements } from "./scenarios.ts";

/** A published comment on the study's contrasts. */
const COMMENT = "arXiv:2310.05975";

/** The headlines: people, claims, what each scenario does in both contrasts, how much is assumption. */
export function inShort(study: StudyDocument, claims: readonly ClaimDocument[], speech: Speech): Statement[] {
  const { t, date, range } = speech;
  const members = estimatesOf(study, MEMBERS);
  const [first, last] = [members[0]!, members[members.length - 1]!];
  const ends = ({ interval90 }: Interval) => range(interval90, quantity);
  const { A, B, C } = last.grades;
  return [
    {
      lead: t("brief.people"),
      text: t("brief.peopleText", {
        first: quantity(first.median),
        firstDate: date(first.at),
        firstRange: ends(first),
        last: quantity(last.median),
        lastDate: date(last.at),
        lastRange: ends(last),
        published: `${quantity(PUBLISHED_MEMBERS.low)}–${quantity(PUBLISHED_MEMBERS.high)}`,
        publishedDate: date(PUBLISHED_MEMBERS.at),
      }),
    },
    { lead: t("brief.verdicts"), text: verdictsTold(claims, speech) },
    ...scenarioStatements(study, speech),
    { lead: t("brief.doublingLead"), text: `${t("report.doubling")} (${COMMENT}).` },
    {
      lead: t("brief.assumption"),
      text: t("brief.assumptionText", {
        A: wholePercent(A),
        B: wholePercent(B),
        C: wholePercent(C),
        date: date(last.at),
      }),
    },
  ];
}

/** `Supported with a caveat: C3, C8. Cannot be told from this evidence: C1, C2.` */
function verdictsTold(claims: readonly ClaimDocument[], { t }: Speech): string {
  return VERDICTS.flatMap((verdict) => {
    const ids = claims.filter((claim) => claim.verdict === verdict).map(({ id }) => id);
    return ids.length === 0 ? [] : [`${capital(t(VERDICT_KEYS[verdict]))}: ${ids.join(", ")}.`];
  }).join(" ");
}

export function warnings(study: StudyDocument, { t }: Speech): string[] {
  const { effectiveSampleSize, needed, gate } = study.conditioning;
  const failed = failedChecks(study);
  return [
    ...(gate === "red"
      ? [t("report.bannerRed", { size: quantity(effectiveSampleSize), needed: quantity(needed) })]
      : []),
    ...(failed.length > 0
      ? [t("report.bannerFailed", { count: failed.length, ids: failed.map(({ id }) => id).join(", ") })]
      : []),
  ];
}

/** The limits of the note. */
export function cannotTell(claims: readonly ClaimDocument[], { t }: Speech): Statement[] {
  const unmodelled = claims.filter(({ modelled }) => !modelled).map(({ id }) => id);
  return [
    { lead: t("brief.cannotCount"), text: t("brief.cannotCountText") },
    { lead: t("brief.cannotHow"), text: t("brief.cannotHowText") },
    ...(unmodelled.length === 0
      ? []
      : [{ lead: t("brief.cannotLinks"), text: t("brief.cannotLinksText", { ids: unmodelled.join(", ") }) }]),
    { lead: t("brief.cannotForecast"), text: t("brief.cannotForecastText") },
    { lead: t("brief.cannotRank"), text: t("brief.cannotRankText") },
  ];
}

/** How to cite the note and its study, where the numbers come from and how to get them again. */
export function citing({ study, claims, sources }: BriefInput, { rows }: AgendaDocument, { t }: Speech): Statement[] {
  const [software = "", paper = ""] = citation(study.version, study.fingerprint, study.sources).text.split("\n\n");
  const ids = [...rows.map(({ source }) => source), ...claims.flatMap((claim) => claim.sources)];
  const publishers = publishersOf(ids, sources);
  return [
    { lead: "", text: `${software} ${paper}` },
    { lead: t("brief.sources"), text: t("brief.sourcesText", publishers) },
    {
      lead: "",
      text: `${t("brief.again", { draws: String(study.draws), seed: String(study.seed) })} · ${t("brief.fingerprint", { fingerprint: study.fingerprint })}`,
    },
  ];
}

/** Who published what the note rests on, each once; whoever only hands on a copy is no publisher. */
function publishersOf(
  ids: readonly string[],
  sources: ReadonlyMap<string, Source>,
): Readonly<Record<"read" | "copies", string>> {
  const named = ids.flatMap((id) => {
    const source = sources.get(id);
    if (source === undefined) return [];
    const [publisher = "", ...copies] = source.publisher.split(" via ");
    return [{ publisher, copy: copies.length > 0 || source.accessedFrom.includes("read via a copy") }];
  });
  const list = (copies: boolean) =>
    [...new Set(named.filter(({ copy }) => copy === copies).map(({ publisher }) => publisher))].sort().join("; ");
  return { read: list(false), copies: list(true) };
}
