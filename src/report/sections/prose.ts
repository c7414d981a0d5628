/** Sentences that the report and the terminal share, made from the numbers. */
import type { Contrast, StudyDocument } from "../../studies/study/document.ts";
import { change, changeRange, dateInWords, monthInWords, percent, quantity, range } from "../format.ts";
import {
  BUSINESS_AS_USUAL,
  bandOf,
  contrastOf,
  DEATHS,
  estimatesOf,
  futures,
  MEMBERS,
  outcomeName,
} from "../lookup.ts";
import { PUBLISHED_MEMBERS } from "../published.ts";

/** `174,000`: thousands, for headlines. */
export function thousands(value: number): string {
  return quantity(Math.round(value / 1_000) * 1_000);
}

/** `Cartels in Mexico: about 174,000 people in December 2021, about 182,000 in December 2022` */
export function headline(document: StudyDocument): string {
  const said = estimatesOf(document, MEMBERS).map(
    (estimate) => `about ${thousands(estimate.median)} people in ${monthInWords(estimate.at)}`,
  );
  return `Cartels in Mexico: ${said.join(", ")}`;
}

/** The published range against the estimate nearest to its date. */
export function againstPublished(document: StudyDocument): string {
  const estimates = estimatesOf(document, MEMBERS);
  const same = estimates.find((estimate) => estimate.at === PUBLISHED_MEMBERS.at) ?? estimates[0]!;
  const [low, high] = same.interval90;
  const where =
    low >= PUBLISHED_MEMBERS.low && high <= PUBLISHED_MEMBERS.high
      ? "lies inside it"
      : high < PUBLISHED_MEMBERS.low || low > PUBLISHED_MEMBERS.high
        ? "lies outside it"
        : low <= PUBLISHED_MEMBERS.low && high >= PUBLISHED_MEMBERS.high
          ? "is wider than it"
          : "overlaps it";
  return (
    `The study published 160,000–185,000 for its 2022, which is ${dateInWords(PUBLISHED_MEMBERS.at)} on the calendar; ` +
    `nine tenths of the draws here lie between ${range(same.interval90, quantity).replace(" to ", " and ")}, which ${where}.`
  );
}

/** `45.6 % lower than`, `no different from` */
function comparison(share: number): string {
  const text = change(Math.abs(share)).replace("+", "");
  if (text === "0.0 %") return "no different from";
  return `${text} ${share < 0 ? "lower" : "higher"} than`;
}

function spansZero(contrast: Contrast): boolean {
  return contrast.interval90[0] < 0 && contrast.interval90[1] > 0;
}

/** What one scenario does to one outcome, always in both contrasts; undefined when the study has neither. */
export function scenarioSentence(document: StudyDocument, scenario: string, outcome: string): string | undefined {
  const usual = contrastOf(document, scenario, outcome, "businessAsUsual");
  const start = contrastOf(document, scenario, outcome, "start");
  const name = outcomeName(document, outcome).toLowerCase();
  const parts = [
    ...(usual === undefined
      ? []
      : [`${comparison(usual.median)} under business as usual (90 %: ${changeRange(usual.interval90)})`]),
    ...(start === undefined
      ? []
      : [`${comparison(start.median)} at the start (90 %: ${changeRange(start.interval90)})`]),
  ];
  const last = usual ?? start;
  if (last === undefined) return undefined;
  const notes = [
    ...(usual !== undefined && start !== undefined && usual.median < 0 !== start.median < 0
      ? ["The sign depends on the contrast."]
      : []),
    ...(usual !== undefined && spansZero(usual) ? ["Against business as usual the interval includes no change."] : []),
    ...(start !== undefined && spansZero(start) ? ["Against the start the interval includes no change."] : []),
  ];
  return [`By ${dateInWords(last.at)} ${name} are ${parts.join(" and ")}.`, ...notes].join(" ");
}

/** Date at which scenarios part: the first date of business as usual. */
export function startDate(document: StudyDocument): string {
  return bandOf(document, MEMBERS, BUSINESS_AS_USUAL).dates[0] ?? document.asOf;
}

/** One sentence on deaths for each scenario, by name. */
export function policySentences(document: StudyDocument): { name: string; sentence: string }[] {
  return futures(document).flatMap((scenario) => {
    const sentence = scenarioSentence(document, scenario.id, DEATHS);
    return sentence === undefined ? [] : [{ name: scenario.name, sentence }];
  });
}

/** How many draws failed, in words. */
export function failedSentence(document: StudyDocument): string {
  const { share, byStatus } = document.failed;
  const kinds = Object.entries(byStatus)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, count]) => `${count} ${status}`);
  if (share === 0) return "No draw failed.";
  return `${percent(share)} of the draws failed${kinds.length === 0 ? "" : ` (${kinds.join(", ")})`}; the results are those of the rest.`;
}

/** Checks that did not pass. */
export function failedChecks(document: StudyDocument): StudyDocument["checks"] {
  return document.checks.filter((check) => !check.pass);
}
