import { FronteraError, printable, suggest } from "../errors.ts";
import { pow } from "../math/elementary/index.ts";
import { type ReadOptions, readTable, rowsOf, type TableSpec } from "./table.ts";

/** One group. `initial` are its members at the start [person], where the file gives them. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly initial?: number;
}

export type TieKind = "rivalry" | "alliance";

/** An undirected tie as the file has it: `a` and `b` are ids or names of groups. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  readonly kind: TieKind;
  /** Strength of the tie [1]; 0 is no tie. */
  readonly weight: number;
  /** File and line, for messages. */
  readonly at: string;
}

/** A sparse matrix in compressed rows: row i holds the positions starts[i] … starts[i + 1] − 1, columns ascending. */
export interface Csr {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array; // [rows + 1]
  readonly indices: Int32Array; // [stored]
  readonly values: Float64Array; // [stored]
}

/** A pair of groups by their numbers, a < b, and the strength of the tie [1]. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Groups and what ties them together, in the order of the file of groups. */
export interface Network {
  readonly groups: readonly Group[];
  readonly rivalries: readonly Pair[];
  readonly alliances: readonly Pair[];
  /** W, symmetric, without a diagonal. */
  readonly rivalry: Csr;
  /** a_i: sum of the alliance weights of a group. */
  readonly alliance: Float64Array; // [group]
  /** Sum of all tie weights of a group, rivalry and alliance together; the study ranks groups by it. */
  readonly strength: Float64Array; // [group]
}

/** Names that every JavaScript object answers to. */
const RESERVED: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);

const GROUPS = {
  id: { kind: "text" },
  name: { kind: "text" },
  initial: { kind: "number", low: 0, optional: true },
} as const satisfies TableSpec;

const TIES = {
  group_a: { kind: "text" },
  group_b: { kind: "text" },
  kind: { kind: "one-of", values: ["rivalry", "alliance"] },
  weight: { kind: "number", low: 0 },
} as const satisfies TableSpec;

/** Columns beyond those needed (state, source …) are passed over. */
const FURTHER: ReadOptions = { further: "ignore" };

/**
 * Reads groups from columns id, name and, for all groups or none, initial [person].
 * @throws FronteraError `no-groups`, `duplicate-group`, `reserved-name`, `bad-initial`, and those of `readTable`.
 */
export function parseGroups(text: string, file: string): readonly Group[] {
  const rows = rowsOf(readTable(text, file, GROUPS, FURTHER));
  if (rows.length === 0)
    throw new FronteraError({ code: "no-groups", message: "the file has a header and no groups", path: file });
  const seen = new Map<string, number>();
  for (const { id, line } of rows) {
    const before = seen.get(id);
    if (before !== undefined)
      throw new FronteraError({
        code: "duplicate-group",
        message: `group ${printable(id, 60)} appears twice`,
        path: `${file}:${line}`,
        hint: `it stands in line ${before} already`,
      });
    if (RESERVED.has(id))
      throw new FronteraError({
        code: "reserved-name",
        message: `${id} cannot be the id of a group`,
        path: `${file}:${line}`,
        hint: "choose another id",
      });
    seen.set(id, line);
  }
  const given = rows.filter((row) => !Number.isNaN(row.initial));
  if (given.length === 0) return rows.map(({ id, name }) => ({ id, name }));
  const without = rows.find((row) => Number.isNaN(row.initial));
  if (without !== undefined)
    throw new FronteraError({
      code: "bad-initial",
      message: `group ${printable(without.id, 60)} has no initial members and others have`,
      path: `${file}:${without.line}`,
      expected: "initial for all groups or for none",
    });
  if (!(given.reduce((sum, row) => sum + row.initial, 0) > 0))
    throw new FronteraError({
      code: "bad-initial",
      message: "no group has members at the start",
      path: file,
      expected: "at least one initial above 0",
    });
  return rows.map(({ id, name, initial }) => ({ id, name, initial }));
}

/**
 * Reads ties from columns group_a, group_b, kind (rivalry or alliance) and weight. A header alone is a network
 * without ties. Whether the groups exist is checked by `networkOf`.
 */
export function parseTies(text: string, file: string): readonly Tie[] {
  return rowsOf(readTable(text, file, TIES, FURTHER)).map((row) => ({
    a: row.group_a,
    b: row.group_b,
    kind: row.kind,
    weight: row.weight,
    at: `${file}:${row.line}`,
  }));
}

/**
 * Joins groups and ties by id or, where no id fits, by name. A tie told from both ends counts once, with the greater
 * weight, as in the study (Prieto-Curiel, Campedelli & Hope 2023, doi:10.1126/science.adh2888).
 * @throws FronteraError `unknown-group` with the nearest id, `ambiguous-group`, `self-tie`, `duplicate-tie`, `bad-weight`.
 */
export function networkOf(groups: readonly Group[], ties: readonly Tie[]): Network {
  const find = finder(groups);
  const directed = new Map<string, string>();
  const weights = { rivalry: new Map<number, number>(), alliance: new Map<number, number>() };
  const size = groups.length;
  for (const tie of ties) {
    const a = find(tie.a, tie.at);
    const b = find(tie.b, tie.at);
    if (a === b)
      throw new FronteraError({
        code: "self-tie",
        message: `group ${printable(tie.a, 60)} is tied to itself`,
        path: tie.at,
        hint: "take the line out",
      });
    if (!(tie.weight >= 0 && tie.weight < Number.POSITIVE_INFINITY))
      throw new FronteraError({
        code: "bad-weight",
        message: `the ${tie.kind} of ${printable(tie.a, 40)} and ${printable(tie.b, 40)} has no usable weight`,
        path: tie.at,
        expected: "a number from 0",
        received: String(tie.weight),
      });
    const name = `${tie.kind} ${a} ${b}`;
    const before = directed.get(name);
    if (before !== undefined)
      throw new FronteraError({
        code: "duplicate-tie",
        message: `the ${tie.kind} of ${printable(tie.a, 40)} and ${printable(tie.b, 40)} appears twice`,
        path: tie.at,
        hint: `it stands in ${before} already`,
      });
    directed.set(name, tie.at);
    if (tie.weight === 0) continue;
    const key = Math.min(a, b) * size + Math.max(a, b);
    weights[tie.kind].set(key, Math.max(tie.weight, weights[tie.kind].get(key) ?? 0));
  }
  const rivalries = pairs(weights.rivalry, size);
  const alliances = pairs(weights.alliance, size);
  const alliance = sums(alliances, size);
  const strength = sums(rivalries, size);
  for (let i = 0; i < size; i++) strength[i]! += alliance[i]!;
  return { groups, rivalries, alliances, rivalry: symmetric(rivalries, size), alliance, strength };
}

/**
 * Numbers of the groups from the strongest to the weakest. The sort is stable in file order: 138 of the 150 groups of
 * the study tie on strength, and an unstable sort does not give its digits.
 */
export function rankOrder(strength: ArrayLike<number>): Int32Array {
  const order = Array.from({ length: strength.length }, (_, i) => i);
  return Int32Array.from(order.sort((i, j) => strength[j]! - strength[i]!));
}

/** Share of every group in all members at the start: ∝ rank^−exponent, rank by strength; adds to 1. */
export function rankShares(strength: ArrayLike<number>, exponent = 1): Float64Array {
  const shares = new Float64Array(strength.length);
  let total = 0;
  for (const [rank, group] of rankOrder(strength).entries()) {
    const size = exponent === 1 ? 1 / (rank + 1) : pow(rank + 1, -exponent);
    shares[group] = size;
    total += size;
  }
  for (let i = 0; i < shares.length; i++) shares[i]! /= total;
  return shares;
}

/** Members of every group at the start [person]: as the file gives them, or `members` spread by rank. */
export function initialSizes(network: Network, members: number, exponent = 1): Float64Array {
  if (network.groups.every((group) => group.initial !== undefined))
    return Float64Array.from(network.groups, (group) => group.initial ?? 0);
  return rankShares(network.strength, exponent).map((share) => share * members);
}

/** The symmetric matrix of a list of pairs, each stored at (a, b) and at (b, a). */
export function symmetric(list: readonly Pair[], size: number): Csr {
  const starts = new Int32Array(size + 1);
  for (const { a, b } of list) {
    starts[a + 1]!++;
    starts[b + 1]!++;
  }
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
  const entries = list.flatMap(({ a, b, weight }) => [
    { row: a, column: b, weight },
    { row: b, column: a, weight },
  ]);
  entries.sort((x, y) => x.row - y.row || x.column - y.column);
  return {
    rows: size,
    columns: size,
    starts,
    indices: Int32Array.from(entries, (entry) => entry.column),
    values: Float64Array.from(entries, (entry) => entry.weight),
  };
}

function finder(groups: readonly Group[]): (name: string, at: string) => number {
  const byId = new Map(groups.map((group, i) => [group.id, i]));
  const byName = new Map<string, number[]>();
  for (const [i, group] of groups.entries()) {
    const same = byName.get(group.name);
    if (same === undefined) byName.set(group.name, [i]);
    else same.push(i);
  }
  return (name, at) => {
    const named = byName.get(name) ?? [];
    const index = byId.get(name) ?? named[0];
    if (index === undefined)
      throw new FronteraError({
        code: "unknown-group",
        message: `unknown group: ${printable(name, 60)}`,
        path: at,
        hint: suggest(name, [...byId.keys()]),
      });
    if (!byId.has(name) && named.length > 1)
      throw new FronteraError({
        code: "ambiguous-group",
        message: `${named.length} groups are called ${printable(name, 60)}`,
        path: at,
        hint: `write the id: ${named.map((i) => groups[i]?.id).join(" or ")}`,
      });
    return index;
  };
}

function pairs(weights: ReadonlyMap<number, number>, size: number): Pair[] {
  return [...weights]
    .sort(([x], [y]) => x - y)
    .map(([key, weight]) => ({ a: Math.floor(key / size), b: key % size, weight }));
}

function sums(list: readonly Pair[], size: number): Float64Array {
  const total = new Float64Array(size);
  for (const { a, b, weight } of list) {
    total[a]! += weight;
    total[b]! += weight;
  }
  return total;
}
