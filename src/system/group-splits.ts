import { FronteraError, suggest } from "../errors.ts";
import type { InputDeclaration, LeverDeclaration, ParameterDeclaration, SparseMatrix } from "../model/declare.ts";
import type { CartelMechanism } from "./cartel-mechanism.ts";
import type { CartelNetwork } from "./cartel-network.ts";

/** A group that loses its leaders and falls into two. */
export interface Split {
  /** Id of the group. */
  readonly group: string;
  /** Whole week in which it happens [week since 2012-01-01]. */
  readonly week: number;
}

export type SplitParameters = Readonly<
  Record<"fragmentShare" | "fragmentRivalry" | "splitViolence" | "splitViolenceTime", ParameterDeclaration>
>;

/** Part of a stock that changes place at the start of a leg. */
export interface SplitMove {
  readonly stock: string;
  readonly from: number;
  readonly to: number;
  readonly share: string;
}

/**
 * Groups that split after the removal of their leaders. Every split has a twin in the layout from the start, dormant because
 * it has no members; on the day a share f of the group becomes the twin, with a rivalry of weight w between the two.
 *
 *     C_twin = f·C, C = (1 − f)·C;   θ of both × (1 + κ0·exp(−(t − t_k)/τ)) from t_k on
 *
 * The twin has the rows and columns of the group in the matrix of encounters, so that until the day history is the same bit
 * for bit, and third groups meet both halves as they met the whole. κ0 is 0 unless it is asked for: encounters between the
 * halves already add deaths, and both together would count them twice. G. Calderón, G. Robles, A. Díaz-Cayeros & B. Magaloni
 * (2015, doi:10.1177/0022002715587053) find the pulse; J. Dickenson (2014, doi:10.1007/s10940-014-9218-5) the deaths in all.
 */
export function groupSplits(
  splits: readonly Split[],
  network: CartelNetwork,
  parameters: SplitParameters,
): CartelMechanism {
  const twins = network.groups.length - splits.length;
  const inputs: Record<string, InputDeclaration> = {};
  const levers: Record<string, LeverDeclaration> = {};
  const pulses = splits.map(({ group, week }, k) => {
    const parts = [network.groups.indexOf(group), twins + k];
    inputs[`part${k + 1}`] = {
      about: `1 for both parts of the group that splits in week ${week}, 0 for the others`,
      over: "group",
      unit: "1",
      values: network.groups.map((_, i) => (parts.includes(i) ? 1 : 0)),
      source: ["frontera_assumption"],
    };
    levers[`after${k + 1}`] = {
      about: `1 from the split in week ${week} on, 0 before it`,
      unit: "1",
      start: 0,
      low: 0,
      high: 1,
    };
    return `part${k + 1} * after${k + 1} * exp(-max(time - ${week} [week], 0 [week]) / splitViolenceTime)`;
  });
  const { fragmentShare, splitViolence, splitViolenceTime } = parameters;
  return {
    // The rivalry between the parts stands in the matrix.
    parameters: { fragmentShare, splitViolence, splitViolenceTime },
    inputs,
    levers,
    auxiliaries: {
      succession: {
        about: "lethality of conflict of the parts of a group that split, as a multiple",
        over: "group",
        unit: "1",
        equation: `1 + splitViolence * (${pulses.join(" + ")})`,
      },
    },
    multipliers: { killed: "succession" },
  };
}

/**
 * The network with a dormant twin for every split after its groups, in the order of the splits.
 * Errors: `unknown-group`, `bad-split`.
 */
export function withTwins(network: CartelNetwork, splits: readonly Split[], rivalry: number): CartelNetwork {
  const rows = rowsOf(network.rivalry);
  const groups = [...network.groups];
  const alliance = [...network.alliance];
  const share = [...network.share];
  let before = 0;
  for (const { group, week } of splits) {
    const parent = network.groups.indexOf(group);
    if (parent < 0)
      throw new FronteraError({
        code: "unknown-group",
        message: `unknown group: ${group}`,
        hint: suggest(group, network.groups),
      });
    if (!(Number.isInteger(week) && week >= Math.max(before, 1)))
      throw new FronteraError({
        code: "bad-split",
        message: `${group} splits in no usable week`,
        expected: "whole weeks from 1, one split after the other",
        received: String(week),
      });
    before = week;
    const twin = groups.length;
    groups.push(`${group}-part-${week}`);
    alliance.push(alliance[parent]!);
    share.push(0);
    const own = new Map(rows[parent]);
    rows.push(own);
    for (const [other, weight] of own) rows[other]!.set(twin, weight);
    own.set(parent, rivalry);
    rows[parent]!.set(twin, rivalry);
  }
  return { groups, alliance, share, rivalry: matrixOf(rows) };
}

/** What changes place in each week, and the levers that are 1 from that week on. `network`: as it is without twins. */
export function splitSteps(
  splits: readonly Split[],
  network: Pick<CartelNetwork, "groups">,
): readonly { readonly week: number; readonly moves: readonly SplitMove[]; readonly levers: readonly string[] }[] {
  return [...new Set(splits.map(({ week }) => week))].map((week) => ({
    week,
    moves: splits.flatMap((split, k) =>
      split.week === week
        ? [
            {
              stock: "cartels.members",
              from: network.groups.indexOf(split.group),
              to: network.groups.length + k,
              share: "structure.fragmentShare",
            },
          ]
        : [],
    ),
    levers: splits.flatMap((split, k) => (split.week <= week ? [`cartels.after${k + 1}`] : [])),
  }));
}

/** Weight by column, row by row. */
function rowsOf({ size, rowStart, column, value }: SparseMatrix): Map<number, number>[] {
  return Array.from({ length: size }, (_, i) => {
    const row = new Map<number, number>();
    for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) row.set(column[k]!, value[k]!);
    return row;
  });
}

/** Columns rise in every row, so that the twins come last and add an exact 0 while they sleep. */
function matrixOf(rows: readonly ReadonlyMap<number, number>[]): SparseMatrix {
  const rowStart = [0];
  const column: number[] = [];
  const value: number[] = [];
  for (const row of rows) {
    for (const [j, weight] of [...row].sort(([a], [b]) => a - b)) {
      column.push(j);
      value.push(weight);
    }
    rowStart.push(column.length);
  }
  return { size: rows.length, rowStart, column, value };
}
