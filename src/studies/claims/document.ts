import { type Language, translator } from "../../language/language.ts";
import type { Grade } from "../../model/declare.ts";
import { type ChainStep, type Claim, wordsOf } from "./claim.ts";
import type { Verdict } from "./verdict.ts";

/** One claim as `frontera claims --json` prints it, with its words in one language; the verdict is always English. */
export interface ClaimDocument {
  readonly id: string;
  readonly claim: string;
  readonly headline: string;
  readonly verdict: Verdict;
  readonly modelled: boolean;
  readonly grade: Grade;
  readonly numbers: readonly {
    readonly what: string;
    readonly value: number;
    readonly unit: string;
    readonly interval90: readonly [number, number];
  }[];
  /** Equally weighted draws that the numbers rest on; nothing where they rest on counts. */
  readonly effectiveSampleSize?: number;
  readonly sentence: string;
  readonly notToWrite: string;
  /** What it would take to tell, where it cannot be told yet. */
  readonly needed?: string;
  readonly sources: readonly string[];
  readonly chain: readonly { readonly step: ChainStep["step"]; readonly what: string; readonly source: string }[];
}

/** The claims in one language. */
export function claimDocuments(claims: readonly Claim[], language: Language): ClaimDocument[] {
  const translate = translator(language);
  return claims.map(
    ({ claim, headline, numbers, effectiveSampleSize, sentence, notToWrite, needed, chain, ...same }) => {
      const words = (message: Claim["claim"]) => wordsOf(message, language, translate);
      return {
        id: same.id,
        claim: words(claim),
        headline: words(headline),
        verdict: same.verdict,
        modelled: same.modelled,
        grade: same.grade,
        numbers: numbers.map((number) => ({ ...number, what: words(number.what) })),
        ...(effectiveSampleSize === undefined ? {} : { effectiveSampleSize }),
        sentence: words(sentence),
        notToWrite: words(notToWrite),
        ...(needed === undefined ? {} : { needed: words(needed) }),
        sources: same.sources,
        chain: chain.map((step) => ({ ...step, what: words(step.what) })),
      };
    },
  );
}
