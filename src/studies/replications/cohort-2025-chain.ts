/**
 * Members of all groups week by week from 1 January 1965: in every week people are recruited, then arrested, then killed, then
 * retire. The study draws arrests and killings at random and rounds; these are the means, and no number is rounded.
 *
 *     E = ρ·A;   I = κP·(A + E);   K = κK·(A + E − I);   S = s·(A + E − I − K)²;   A⁺ = A + E − I − K − S
 *
 * R. Prieto-Curiel 2025, "Why Locking Up Cartel Members Does not Work", section S1 of the public code.
 */
export interface ChainRates {
  /** 1/week. */
  readonly recruitment: number;
  readonly arrest: number;
  readonly killing: number;
  /** 1/person/week. */
  readonly retirement: number;
}

/** Members at the end of every week from week 0 on, and the flows of the week; those of week 0 are 0. [week] */
export interface Chain {
  readonly members: Float64Array;
  readonly recruited: Float64Array;
  readonly arrested: Float64Array;
  readonly killed: Float64Array;
  readonly retired: Float64Array;
}

export function chainOf(start: number, { recruitment, arrest, killing, retirement }: ChainRates, weeks: number): Chain {
  const chain = {
    members: new Float64Array(weeks + 1),
    recruited: new Float64Array(weeks + 1),
    arrested: new Float64Array(weeks + 1),
    killed: new Float64Array(weeks + 1),
    retired: new Float64Array(weeks + 1),
  };
  let active = start;
  chain.members[0] = active;
  for (let week = 1; week <= weeks; week++) {
    const recruited = recruitment * active;
    active += recruited;
    const arrested = arrest * active;
    active -= arrested;
    const killed = killing * active;
    active -= killed;
    const retired = retirement * active * active;
    active -= retired;
    chain.members[week] = active;
    chain.recruited[week] = recruited;
    chain.arrested[week] = arrested;
    chain.killed[week] = killed;
    chain.retired[week] = retired;
  }
  return chain;
}
