/** Sentences that the report and the terminal share, made from the numbers. */
import type { Contrast, StudyDocument } from "../../studies/study/document.ts";
import { change, percent, quantity, wholePercent } from "../format.ts";
import {
  BUSINESS_AS_USUAL,
  bandOf,
  contrastOf,
  DEATHS,
  estimatesOf,
  futures,
  MEMBERS,
  outcomeInSentence,
} from "../lookup.ts";
import { PUBLISHED_MEMBERS } from "../published.ts";
import type { Speech } from "../speech.ts";

/** `174,000`: thousands, for headlines. */
export function thousands(value: number): string {
  return quantity(Math.round(value / 1_000) * 1_000);
}

/** `Cartels in Mexico: about 174,000 people in December 2021, about 182,000 in December 2022` */
export function headline(document: StudyDocument, { t, month }: Speech): string {
  const said = estimatesOf(document, MEMBERS).map((estimate) =>
    t("report.headlineAt", { people: thousands(estimate.median), month: month(estimate.at) }),
  );
  return t("report.headline", { said: said.join(", ") });
}

/** The published range against the estimate nearest to its date, and what the network has to do with it. */
export function againstPublished(document: StudyDocument, speech: Speech): string {
  const { t, date } = speech;
  const estimates = estimatesOf(document, MEMBERS);
  const same = estimates.find((estimate) => estimate.at === PUBLISHED_MEMBERS.at) ?? estimates[0]!;
  const [low, high] = same.interval90;
  const where =
    low >= PUBLISHED_MEMBERS.low && high <= PUBLISHED_MEMBERS.high
      ? "report.whereInside"
      : high < PUBLISHED_MEMBERS.low || low > PUBLISHED_MEMBERS.high
        ? "report.whereOutside"
        : low <= PUBLISHED_MEMBERS.low && high >= PUBLISHED_MEMBERS.high
          ? "report.whereWider"
          : "report.whereOverlaps";
  const published = t("report.published", {
    range: `${quantity(PUBLISHED_MEMBERS.low)}–${quantity(PUBLISHED_MEMBERS.high)}`,
    date: date(PUBLISHED_MEMBERS.at),
    low: quantity(low),
    high: quantity(high),
    where: t(where),
  });
  return [published, ...networkSentence(document, speech, same.median)].join(" ");
}

/** What the median is with the network as published, and why it lies below the published figure where it does. */
function networkSentence(document: StudyDocument, { t }: Speech, median: number): string[] {
  const row = (id: string) => document.sensitivity.find((one) => one.id === id);
  const [here, network] = [row("nothing"), row("network-published")];
  if (here === undefined || network === undefined) return [];
  const values = { network: quantity(network.members.median), median: quantity(here.members.median) };
  // The central value of the departures is the study's, and the study sets it at the lower bound of its search.
  const departures = document.assumptions.find(({ id }) => id === "saturation");
  const above = departures === undefined ? 0 : departures.priorMedian / departures.value - 1;
  const lower = median < PUBLISHED_MEMBERS.central && here.members.median < network.members.median && above > 0.005;
  return lower
    ? [t("report.whyLower", { ...values, central: quantity(PUBLISHED_MEMBERS.central), above: wholePercent(above) })]
    : [t("report.networkPublished", values)];
}

/** `45.6 % lower than under business as usual (90 %: −50.1 to −40.2 %)` */
function comparison(contrast: Contrast, { t, changes }: Speech): string {
  const against = contrast.against === "start" ? "start" : "usual";
  const share = change(Math.abs(contrast.median)).replace("+", "");
  const direction = share === "0.0 %" ? "Same" : contrast.median < 0 ? "Lower" : "Higher";
  return t(`report.${against}${direction}`, { share, range: changes(contrast.interval90) });
}

function spansZero(contrast: Contrast): boolean {
  return contrast.interval90[0] < 0 && contrast.interval90[1] > 0;
}

/** What one scenario does to one outcome, always in both contrasts; undefined when the study has neither. */
export function scenarioSentence(
  document: StudyDocument,
  scenario: string,
  outcome: string,
  speech: Speech,
): string | undefined {
  const { t } = speech;
  const usual = contrastOf(document, scenario, outcome, "businessAsUsual");
  const start = contrastOf(document, scenario, outcome, "start");
  const last = usual ?? start;
  if (last === undefined) return undefined;
  const values = { date: speech.date(last.at), outcome: outcomeInSentence(document, outcome, speech) };
  const sentence =
    usual === undefined || start === undefined
      ? t("report.scenarioOne", { ...values, change: comparison(last, speech) })
      : t("report.scenarioBoth", { ...values, usual: comparison(usual, speech), start: comparison(start, speech) });
  return [sentence, ...contrastNotes(usual, start, speech)].join(" ");
}

/** What must be said of the two contrasts beside their numbers: signs that differ, intervals that hold no change. */
export function contrastNotes(usual: Contrast | undefined, start: Contrast | undefined, { t }: Speech): string[] {
  return [
    ...(usual !== undefined && start !== undefined && usual.median < 0 !== start.median < 0
      ? [t("report.signDepends")]
      : []),
    ...(usual !== undefined && spansZero(usual) ? [t("report.usualSpansZero")] : []),
    ...(start !== undefined && spansZero(start) ? [t("report.startSpansZero")] : []),
  ];
}

/** Date at which scenarios part: the first date of business as usual. */
export function startDate(document: StudyDocument): string {
  return bandOf(document, MEMBERS, BUSINESS_AS_USUAL).dates[0] ?? document.asOf;
}

/** One sentence on deaths for each scenario, by name. */
export function policySentences(document: StudyDocument, speech: Speech): { name: string; sentence: string }[] {
  return futures(document).flatMap((scenario) => {
    const sentence = scenarioSentence(document, scenario.id, DEATHS, speech);
    return sentence === undefined ? [] : [{ name: scenario.name, sentence }];
  });
}

/** How many draws failed, in words. */
export function failedSentence(document: StudyDocument, speech: Speech): string {
  const share = percent(document.failed.share);
  if (document.failed.share === 0) return speech.t("report.noneFailed");
  const kinds = failedKinds(document, speech);
  return kinds === "" ? speech.t("report.someFailed", { share }) : speech.t("report.someFailedKinds", { share, kinds });
}

/** `29 collapsed, 2 not finite`; nothing where no draw failed. */
export function failedKinds(document: StudyDocument, speech: Speech): string {
  return Object.entries(document.failed.byStatus)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, count]) => `${count} ${statusInWords(status, speech)}`)
    .join(", ");
}

/** How a draw ended, in words; a status that no catalogue knows is shown as it is. */
export function statusInWords(status: string, { t }: Speech): string {
  const known = (["collapsed", "non-finite", "step-too-small"] as const).find((one) => one === status);
  return known === undefined ? status : t(`report.status ${known}`);
}

/** Checks that did not pass. */
export function failedChecks(document: StudyDocument): StudyDocument["checks"] {
  return document.checks.filter((check) => !check.pass);
}
