import type { Dataset } from "../../data/dataset.ts";
import { type Language, translator } from "../../language/language.ts";
import { wordsOf } from "./claim.ts";
import { CLAIMS, type ClaimId } from "./weigh-claims.ts";
import { publishedRange } from "./workforce.ts";

/** What every claim says, without a verdict, in one language. */
export function claimTexts(dataset: Dataset, language: Language): ReadonlyMap<ClaimId, string> {
  const translate = translator(language);
  const { low, high } = publishedRange(dataset);
  return new Map(
    CLAIMS.map((id) => {
      const key = `claims.${id.toLowerCase() as Lowercase<ClaimId>}Claim` as const;
      return [id, wordsOf(key === "claims.c1Claim" ? { key, values: { low, high } } : { key }, language, translate)];
    }),
  );
}
