import type { DrawnId } from "./columns.ts";

/** One assumption held at another value, everything else drawn and weighted anew. */
export interface SensitivitySpec {
  readonly assumption: string;
  readonly setting: string;
  readonly replaced: Readonly<Partial<Record<DrawnId, string | number>>>;
  /** Times as many draws as the others get, where few of them follow the series (default 1). */
  readonly times?: number;
}

/**
 * At shares far from the published one the rate of recruitment that fits lies outside the box of the published
 * calibration, so the prior of recruitment is widened there.
 */
const WIDE_RECRUITMENT = "truncatedNormal(0.00253, 0.001, 0.001, 0.006)";

const share = (value: number): SensitivitySpec => ({
  assumption: "Share of homicides and missing that are members",
  setting: value.toFixed(2),
  replaced: { homicideShare: value, ...(value > 0.15 ? { recruitment: WIDE_RECRUITMENT } : {}) },
  times: value > 0.15 ? 3 : value < 0.1 ? 2 : 1,
});

export const SENSITIVITIES: readonly SensitivitySpec[] = [
  ...[0.05, 0.1, 0.2, 0.3].map(share),
  { assumption: "Order of the groups in 2012", setting: "by tie strength, as published", replaced: { orderNoise: 0 } },
  { assumption: "Order of the groups in 2012", setting: "random", replaced: { orderNoise: 1000 }, times: 4 },
  { assumption: "Ties between groups", setting: "all, as published", replaced: { tieRetention: 1 } },
  { assumption: "Ties between groups", setting: "three in ten left out", replaced: { tieRetention: 0.7 } },
  { assumption: "Size against rank", setting: "exponent 1, as published", replaced: { rankExponent: 1 } },
  { assumption: "Size against rank", setting: "exponent 0.7", replaced: { rankExponent: 0.7 } },
  { assumption: "Size against rank", setting: "exponent 1.3", replaced: { rankExponent: 1.3 } },
  {
    assumption: "Everything about the network",
    setting: "as published",
    replaced: { orderNoise: 0, tieRetention: 1, rankExponent: 1 },
  },
];

/** Draws of a sensitivity, given those of the study. */
export function sensitivityDraws(draws: number, { times = 1 }: SensitivitySpec): number {
  return Math.min(draws, times * Math.max(500, Math.min(5_000, Math.ceil(draws / 8))));
}
