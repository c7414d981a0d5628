import { EVIDENCE_FILES } from "../../data/bundle.ts";
import { fingerprintOf } from "../../data/fingerprint.ts";
import { FronteraError, printable, suggest } from "../../errors.ts";
import { studyFingerprint } from "../study/run-study.ts";
import { evidence } from "../study/study-model.ts";
import type { Claim } from "./claim.ts";
import { employerLists, weighEmployers } from "./employers.ts";
import { drawMembers, type MembersOptions } from "./members-draws.ts";
import { encountersByNationality, weighNationality } from "./nationality.ts";
import { overdoses, weighOverdoses } from "./overdose.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { unmodelledClaims } from "./unmodelled.ts";
import { publishedRange, weighWorkforce } from "./workforce.ts";

/** The claims of the report of 5 October 2023. */
export const CLAIMS = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10"] as const;
export type ClaimId = (typeof CLAIMS)[number];

/** The claim of this id. Error: `unknown-claim` with the nearest one. */
export function claimIdOf(text: string): ClaimId {
  const found = CLAIMS.find((id) => id === text);
  if (found !== undefined) return found;
  throw new FronteraError({
    code: "unknown-claim",
    message: `unknown claim: ${printable(text, 60) || "(nothing)"}`,
    hint: suggest(text, CLAIMS),
  });
}

/** Weighs the claims asked for, in their order. Members are drawn only where one of them needs it. */
export async function weighClaims(ids: readonly ClaimId[], options: MembersOptions): Promise<Claim[]> {
  const dataset = evidence();
  const chain = EVIDENCE_FILES["claims.csv"] ?? "";
  const weighed: Claim[] = [];
  if (ids.includes("C1") || ids.includes("C2")) {
    const draws = await drawMembers(options);
    const drawn = [
      weighWorkforce(dataset, chain, draws, publishedRange(dataset)),
      weighEmployers(chain, draws, employerLists(dataset)),
    ];
    weighed.push(...drawn.map((claim) => ({ ...claim, effectiveSampleSize: draws.worth })));
  }
  weighed.push(
    weighOverdoses(chain, overdoses(dataset)),
    weighNationality(chain, encountersByNationality(dataset)),
    ...unmodelledClaims(dataset, chain),
  );
  return ids.flatMap((id) => weighed.filter((claim) => claim.id === id));
}

/** What the claims rest on, in one number: the study's own ensemble, the evidence and the rules. */
export async function claimsFingerprint(options: { readonly draws: number; readonly seed: number }): Promise<string> {
  return fingerprintOf([await studyFingerprint(options), THRESHOLDS]);
}
