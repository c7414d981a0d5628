import { study as english } from "../../language/en/study.ts";
import type { DrawnId } from "./columns.ts";

/** One assumption held at another value, everything else drawn and weighted anew. */
export interface SensitivitySpec {
  /** Kebab-case, to find the row of the document by. */
  readonly id: string;
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
  id: `share-${value.toFixed(2)}`,
  assumption: english["varied share"],
  setting: value.toFixed(2),
  replaced: { homicideShare: value, ...(value > 0.15 ? { recruitment: WIDE_RECRUITMENT } : {}) },
  times: value > 0.15 ? 3 : value < 0.1 ? 2 : 1,
});

/** The row in which nothing is held fixed. */
export const NOTHING_HELD = {
  id: "nothing",
  assumption: english["varied nothing"],
  setting: english["setting nothing"],
} as const;

export const SENSITIVITIES: readonly SensitivitySpec[] = [
  ...[0.05, 0.1, 0.2, 0.3].map(share),
  {
    id: "order-published",
    assumption: english["varied order"],
    setting: english["setting order published"],
    replaced: { orderNoise: 0 },
  },
  {
    id: "order-random",
    assumption: english["varied order"],
    setting: english["setting order random"],
    replaced: { orderNoise: 1000 },
    times: 4,
  },
  {
    id: "ties-published",
    assumption: english["varied ties"],
    setting: english["setting ties published"],
    replaced: { tieRetention: 1 },
  },
  {
    id: "ties-fewer",
    assumption: english["varied ties"],
    setting: english["setting ties fewer"],
    replaced: { tieRetention: 0.7 },
  },
  {
    id: "size-published",
    assumption: english["varied size"],
    setting: english["setting size published"],
    replaced: { rankExponent: 1 },
  },
  {
    id: "size-flat",
    assumption: english["varied size"],
    setting: english["setting size flat"],
    replaced: { rankExponent: 0.7 },
  },
  {
    id: "size-steep",
    assumption: english["varied size"],
    setting: english["setting size steep"],
    replaced: { rankExponent: 1.3 },
  },
  {
    id: "network-published",
    assumption: english["varied network"],
    setting: english["setting network published"],
    replaced: { orderNoise: 0, tieRetention: 1, rankExponent: 1 },
  },
];

/** Draws of a sensitivity, given those of the study. */
export function sensitivityDraws(draws: number, { times = 1 }: SensitivitySpec): number {
  return Math.min(draws, times * Math.max(500, Math.min(5_000, Math.ceil(draws / 8))));
}
