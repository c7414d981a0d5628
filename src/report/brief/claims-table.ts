import { formatNumber } from "../../language/format.ts";
import type { ClaimDocument } from "../../studies/claims/document.ts";
import type { Verdict } from "../../studies/claims/verdict.ts";
import { capital, quantity, wholePercent } from "../format.ts";
import type { Speech } from "../speech.ts";
import type { BriefSection } from "./brief.ts";

export const VERDICT_KEYS = {
  supported: "claims.supported",
  "supported with a caveat": "claims.supportedWithCaveat",
  "not supported": "claims.notSupported",
  "cannot be told from this evidence": "claims.cannotBeTold",
} as const satisfies Record<Verdict, string>;

type ClaimNumber = ClaimDocument["numbers"][number];

/** Every claim with what the evidence says, its verdict and its grade. */
export function claimsTable(claims: readonly ClaimDocument[], speech: Speech): BriefSection {
  const { t } = speech;
  const told = new Set<string>();
  return {
    title: t("brief.saysTitle"),
    about: t("brief.saysAbout"),
    table: {
      columns: [
        { title: t("brief.colClaim"), share: 0.33 },
        { title: t("brief.colEvidence"), share: 0.49 },
        { title: t("brief.colVerdict"), share: 0.13 },
        { title: t("brief.colGrade"), share: 0.05 },
      ],
      rows: claims.map((claim) => ({
        cells: [
          { lead: claim.id, text: claim.claim },
          { lead: `${claim.headline}.`, text: firstNumber(claim, told, speech) },
          { lead: capital(t(VERDICT_KEYS[claim.verdict])), text: "" },
          { lead: claim.grade, text: "" },
        ],
      })),
    },
  };
}

/** The first number of a claim. What a row above tells is not told again; nor are members, with whom the note begins. */
function firstNumber({ numbers: all }: ClaimDocument, told: Set<string>, speech: Speech): string {
  const drawn = all.some(isDrawn);
  const first = all.find((one) => !drawn || (isDrawn(one) && one.unit === "1"));
  if (first === undefined || told.has(first.what)) return "";
  told.add(first.what);
  return `${capital(numberText(first, speech))}.`;
}

function isDrawn({ interval90: [low, high] }: ClaimNumber): boolean {
  return low !== high;
}

/** `members at the end of 2022: 164,000 (139,800 to 191,200)`; what has been counted is shown as it was. */
export function numberText({ what, value, unit, interval90 }: ClaimNumber, { t, language, range }: Speech): string {
  const counted = interval90[0] === interval90[1];
  const share = unit === "1" && Math.abs(value) <= 1;
  const show = (one: number) => {
    if (share) return wholePercent(one);
    return counted && unit !== "1" ? formatNumber(Math.round(one), language) : quantity(one);
  };
  if (counted) return t("brief.numberPlain", { what, value: show(value) });
  const ends = range(interval90, show);
  return t("brief.numberIn", { what, value: show(value), range: share ? ends.replace(" %", "") : ends });
}
