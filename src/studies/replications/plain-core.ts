/**
 * The published cartel core written out by hand: weekly classical Runge–Kutta over plain arrays, no compiler.
 * It is the baseline of the speed claims and an independent check of the compiled model.
 * Source: Prieto-Curiel, Campedelli & Hope 2023, Science 381:1312, doi:10.1126/science.adh2888.
 */
export interface PlainNetwork {
  /** Number of groups. */
  readonly size: number;
  /** Undirected rivalries: [group, group, weight]. */
  readonly rivalries: readonly (readonly [number, number, number])[];
  /** Sum of alliance weights of each group. */
  readonly alliance: Float64Array;
}

/** The five parameters of the core; weekly rates, persons. */
export interface PlainParameters {
  readonly recruitment: number;
  readonly incapacitation: number;
  readonly conflict: number;
  readonly saturation: number;
}

export interface PlainRun {
  readonly members: number[];
  readonly deaths: number[];
  readonly recruits: number[];
  readonly arrests: number[];
  readonly departures: number[];
  /** Members of each group at the end [person]. */
  readonly final: Float64Array;
  /** First whole week without any member, or undefined. */
  readonly collapsed: number | undefined;
}

/** Exposure of each group: sum over j ≠ i of (W_ij + 1) C_j / (a_i + 1). */
function exposure(network: PlainNetwork, members: Float64Array, total: number, out: Float64Array): void {
  out.fill(total);
  for (let i = 0; i < network.size; i++) out[i]! -= members[i]!;
  for (const [a, b, weight] of network.rivalries) {
    out[a]! += weight * members[b]!;
    out[b]! += weight * members[a]!;
  }
  for (let i = 0; i < network.size; i++) out[i]! /= network.alliance[i]! + 1;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Weekly RK4 over `weeks` weeks; `parametersAt(week)` is constant within a week. Collapse holds every series at zero. */
export function plainCore(
  network: PlainNetwork,
  initial: Float64Array,
  parametersAt: (week: number) => PlainParameters,
  weeks: number,
): PlainRun {
  const n = network.size;
  const members = Float64Array.from(initial);
  const stage = new Float64Array(n);
  const exposed = new Float64Array(n);
  const k = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)] as const;
  const run = {
    members: [] as number[],
    deaths: [] as number[],
    recruits: [] as number[],
    arrests: [] as number[],
    departures: [] as number[],
  };
  let collapsed: number | undefined;
  const derivative = (state: Float64Array, p: PlainParameters, out: Float64Array) => {
    const total = sum(state);
    exposure(network, state, total, exposed);
    for (let i = 0; i < n; i++) {
      const c = state[i]!;
      out[i] = c * (p.recruitment - p.incapacitation / total - p.conflict * exposed[i]! - p.saturation * c);
    }
  };
  for (let week = 0; week <= weeks; week++) {
    const p = parametersAt(week);
    const total = sum(members);
    if (collapsed === undefined && !(total > 0)) collapsed = week;
    if (collapsed !== undefined) {
      members.fill(0);
      for (const series of Object.values(run)) series.push(0);
      continue;
    }
    exposure(network, members, total, exposed);
    let deaths = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      deaths += members[i]! * exposed[i]!;
      squares += members[i]! ** 2;
    }
    run.members.push(total);
    run.deaths.push(p.conflict * deaths);
    run.recruits.push(p.recruitment * total);
    run.arrests.push(p.incapacitation);
    run.departures.push(p.saturation * squares);
    if (week === weeks) break;
    derivative(members, p, k[0]);
    for (let i = 0; i < n; i++) stage[i] = members[i]! + 0.5 * k[0][i]!;
    derivative(stage, p, k[1]);
    for (let i = 0; i < n; i++) stage[i] = members[i]! + 0.5 * k[1][i]!;
    derivative(stage, p, k[2]);
    for (let i = 0; i < n; i++) stage[i] = members[i]! + k[2][i]!;
    derivative(stage, p, k[3]);
    for (let i = 0; i < n; i++) members[i]! += (k[0][i]! + 2 * k[1][i]! + 2 * k[2][i]! + k[3][i]!) / 6;
  }
  return { ...run, final: members, collapsed };
}
