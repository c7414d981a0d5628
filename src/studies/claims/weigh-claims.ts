import { EVIDENCE_FILES } from "../../data/bundle.ts";
import type { Dataset } from "../../data/dataset.ts";
import { fingerprintOf } from "../../data/fingerprint.ts";
import { FronteraError, printable, suggest } from "../../errors.ts";
import { scenarioFingerprint } from "../scenarios/run-scenarios.ts";
import { studyFingerprint } from "../study/run-study.ts";
import { evidence } from "../study/study-model.ts";
import type { Claim } from "./claim.ts";
import { type ClaimRuns, drawsFor, runFor, runPlans } from "./claim-runs.ts";
import { employerLists, weighEmployers } from "./employers.ts";
import { fearOf, weighFear } from "./fear.ts";
import { gunCut, weighGuns } from "./guns.ts";
import { linkPressure, weighLinks } from "./links.ts";
import { drawMembers, type MembersOptions } from "./members-draws.ts";
import { encountersByNationality, weighNationality } from "./nationality.ts";
import { tradeOf, weighAgenda } from "./one-agenda.ts";
import { overdoses, weighOverdoses } from "./overdose.ts";
import { scenariosOf } from "./scenario-reads.ts";
import { drawTargeted, type TargetedDraws } from "./targeted-draws.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { upstreamOf, weighUpstream } from "./upstream.ts";
import { weakPoints, weighWeakPoints } from "./weak-points.ts";
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

/** Weighs the claims asked for, in their order. Only what one of them needs is drawn and run. */
export async function weighClaims(ids: readonly ClaimId[], options: MembersOptions): Promise<Claim[]> {
  const dataset = evidence();
  const chain = EVIDENCE_FILES["claims.csv"] ?? "";
  const weighed: Claim[] = [];
  const members = ids.includes("C1") || ids.includes("C2");
  const { onProgress, ...rest } = options;
  const ofMembers = members ? options.draws : 0;
  const total = ofMembers + drawsFor(ids, dataset, options.draws);
  // One count of draws for all that is run.
  const after = (before: number) =>
    onProgress === undefined ? rest : { ...rest, onProgress: (done: number) => onProgress(before + done, total) };
  if (members) {
    const draws = await drawMembers(after(0));
    const drawn = [
      weighWorkforce(dataset, chain, draws, publishedRange(dataset)),
      weighEmployers(chain, draws, employerLists(dataset)),
    ];
    weighed.push(...drawn.map((claim) => ({ ...claim, effectiveSampleSize: draws.worth })));
  }
  const targeted = ids.includes("C5") ? await drawTargeted(dataset, rest) : undefined;
  weighed.push(
    weighOverdoses(chain, overdoses(dataset)),
    weighNationality(chain, encountersByNationality(dataset)),
    weighAgenda(chain, tradeOf(dataset, dataset.agenda)),
    ...weighRuns(dataset, chain, await runFor(ids, dataset, after(ofMembers)), targeted),
  );
  return ids.flatMap((id) => weighed.filter((claim) => claim.id === id));
}

/** Claims that rest on runs of the system, those whose runs are there. */
function weighRuns(dataset: Dataset, chain: string, runs: ClaimRuns, targeted: TargetedDraws | undefined): Claim[] {
  const { persistent, intermediate, transient, corridor, halved, ruled } = runs;
  const weighed: Claim[] = [];
  if (persistent !== undefined && intermediate !== undefined && transient !== undefined)
    weighed.push(weighLinks(dataset, chain, linkPressure(dataset, { persistent, intermediate, transient })));
  if (intermediate !== undefined && targeted !== undefined)
    weighed.push(weighFear(dataset, chain, fearOf(dataset, targeted, intermediate)));
  if (corridor?.has("upstream") === true) weighed.push(weighUpstream(dataset, chain, upstreamOf(dataset, corridor)));
  if (corridor !== undefined) weighed.push(weighWeakPoints(dataset, chain, weakPoints(dataset, corridor)));
  if (halved !== undefined && ruled !== undefined)
    weighed.push(weighGuns(dataset, chain, gunCut(dataset, halved, ruled)));
  return weighed;
}

/** What the claims rest on, in one number: the study's own ensemble, the scenarios, the evidence and the rules. */
export async function claimsFingerprint(options: { readonly draws: number; readonly seed: number }): Promise<string> {
  const scenarios = Object.values(runPlans(evidence())).flatMap(scenariosOf);
  return fingerprintOf([await studyFingerprint(options), await scenarioFingerprint(scenarios, options), THRESHOLDS]);
}
