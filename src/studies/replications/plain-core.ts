import type { Network } from "../../data/network.ts";

/**
 * The published cartel core written out by hand: weekly classical Runge–Kutta over plain arrays, no compiler.
 * It is the baseline of the speed claims and an independent check of the compiled model.
 * Source: Prieto-Curiel, Campedelli & Hope 2023, Science 381:1312, doi:10.1126/science.adh2888.
 */
export interface PlainNetwork {
  /** Number of groups. */
  readonly size: number;
  /** The two groups of every undirected rivalry, one pair after the other, and its weight. */
  readonly rivals: Int32Array;
  readonly weight: Float64Array;
  /** What alliances leave of the attention of each group: 1 / (sum of its alliance weights + 1). */
  readonly attention: Float64Array;
}

/** The four rates of the core: 1/week, person/week, 1/person/week, 1/person/week. */
export interface PlainParameters {
  readonly recruitment: number;
  readonly incapacitation: number;
  readonly conflict: number;
  readonly saturation: number;
}

/** One entry a week in every series; rates are those at that week [person/week]. */
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

/** Exposure of each group: sum over j ≠ i of (W_ij + 1) C_j / (a_i + 1), into `out`. */
export function exposure(network: PlainNetwork, members: Float64Array, total: number, out: Float64Array): void {
  const { size, rivals, weight, attention } = network;
  for (let i = 0; i < size; i++) out[i] = total - members[i]!;
  for (let k = 0; k < weight.length; k++) {
    const a = rivals[2 * k]!;
    const b = rivals[2 * k + 1]!;
    out[a]! += weight[k]! * members[b]!;
    out[b]! += weight[k]! * members[a]!;
  }
  for (let i = 0; i < size; i++) out[i]! *= attention[i]!;
}

/** A network of the evidence, or of the user, in plain form. */
export function plainNetwork(network: Network): PlainNetwork {
  return {
    size: network.groups.length,
    rivals: Int32Array.from(network.rivalries.flatMap(({ a, b }) => [a, b])),
    weight: Float64Array.from(network.rivalries, ({ weight }) => weight),
    attention: network.alliance.map((alliance) => 1 / (alliance + 1)),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/**
 * RK4 over `weeks` weeks in `substeps` steps a week; `parametersAt(week)` is constant within a week. Collapse holds every
 * series at zero. One step a week is good to eight digits except in the last weeks before a collapse.
 */
export function plainCore(
  network: PlainNetwork,
  initial: Float64Array,
  parametersAt: (week: number) => PlainParameters,
  weeks: number,
  substeps = 1,
): PlainRun {
  const n = network.size;
  const members = Float64Array.from(initial);
  const stage = new Float64Array(n);
  const exposed = new Float64Array(n);
  const [k1, k2, k3, k4] = [
    new Float64Array(n),
    new Float64Array(n),
    new Float64Array(n),
    new Float64Array(n),
  ] as const;
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
    const growth = p.recruitment - p.incapacitation / total;
    const { conflict, saturation } = p;
    for (let i = 0; i < n; i++) {
      const c = state[i]!;
      out[i] = c * (growth - conflict * exposed[i]! - saturation * c);
    }
  };
  const h = 1 / substeps;
  const advance = (p: PlainParameters) => {
    derivative(members, p, k1);
    for (let i = 0; i < n; i++) stage[i] = members[i]! + 0.5 * h * k1[i]!;
    derivative(stage, p, k2);
    for (let i = 0; i < n; i++) stage[i] = members[i]! + 0.5 * h * k2[i]!;
    derivative(stage, p, k3);
    for (let i = 0; i < n; i++) stage[i] = members[i]! + h * k3[i]!;
    derivative(stage, p, k4);
    for (let i = 0; i < n; i++) members[i]! += (h / 6) * (k1[i]! + 2 * (k2[i]! + k3[i]!) + k4[i]!);
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
      squares += members[i]! * members[i]!;
    }
    run.members.push(total);
    run.deaths.push(p.conflict * deaths);
    run.recruits.push(p.recruitment * total);
    run.arrests.push(p.incapacitation);
    run.departures.push(p.saturation * squares);
    if (week === weeks) break;
    for (let step = 0; step < substeps && (step === 0 || sum(members) > 0); step++) advance(p);
  }
  return { ...run, final: members, collapsed };
}
