/**
 * Two groups alike that fight each other, a map with steps of a week:
 *
 *     C⁺ = C + ρ·C − θ·C₁·C₂ − η·C − ω·C²
 *
 * Killings are 2θ·C₁·C₂; for half a year θ is a multiple of itself. "Shocks and fragmentation" of the public code of
 * Prieto-Curiel, Grass, Wrzaczek, Campedelli, Tragler & Feichtinger 2025 (arXiv:2508.06509). No group splits in it.
 */
export interface ShockRates {
  /** Members of each group at the start [person]. */
  readonly members: number;
  /** At that size, of each group [person/week]. */
  readonly recruits: number;
  readonly killed: number;
  readonly arrested: number;
  readonly retired: number;
  /** Arrests are the same number whatever the size. */
  readonly constantArrests?: boolean;
}

export interface ShockRun {
  /** Members of one group after every week, 1,501 of them [person]. */
  readonly members: readonly number[];
  /** Members of both groups killed in every week [person/week]. */
  readonly killed: readonly number[];
  /** First row in which nobody is left, from 1 on; null where people are. */
  readonly collapsed: number | null;
}

const ROWS = 1_501;
/** Rows in which conflict is a multiple of itself: weeks 100 to 125 after the first. */
const FROM = 100;
const UNTIL = 125;

/** The course of a shock that multiplies conflict by `factor` for 26 weeks; `before` in place of `rates` for the first row. */
export function shockOf(rates: ShockRates, factor: number, before: ShockRates = rates): ShockRun {
  const members: number[] = [];
  const killed: number[] = [];
  let size = rates.members;
  for (let row = 0; row < ROWS; row++) {
    const now = row === 0 ? before : rates;
    const rate = (flow: number) => flow / now.members;
    const conflict = (now.killed / now.members / now.members) * (row >= FROM && row <= UNTIL ? factor : 1);
    const arrested = now.constantArrests === true ? now.arrested : rate(now.arrested) * size;
    const gone = (now.retired / now.members / now.members) * size * size;
    const lost = conflict * size * size;
    killed.push(2 * lost);
    size = Math.max(0, size + rate(now.recruits) * size - lost - arrested - gone);
    members.push(size);
  }
  const end = members.indexOf(0);
  return { members, killed, collapsed: end < 0 ? null : end + 1 };
}
