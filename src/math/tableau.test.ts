import { describe, expect, it } from "vitest";
import { type Tableau, tableaux } from "./tableau.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * (b[i] ?? 0)));

/** What the weights w must give for a method of an order: one row a rooted tree (Butcher 1964), as [order, left, right]. */
function conditions({ a, c }: Tableau, w: readonly number[]): [number, number, number][] {
  const along = (v: readonly number[]) => a.map((row) => dot(row, v));
  const times = (v: readonly number[], u: readonly number[]) => v.map((value, i) => value * (u[i] ?? 0));
  const c2 = times(c, c);
  const c3 = times(c2, c);
  const ac = along(c);
  return [
    [1, sum(w), 1],
    [2, dot(w, c), 1 / 2],
    [3, dot(w, c2), 1 / 3],
    [3, dot(w, ac), 1 / 6],
    [4, dot(w, c3), 1 / 4],
    [4, dot(w, times(c, ac)), 1 / 8],
    [4, dot(w, along(c2)), 1 / 12],
    [4, dot(w, along(ac)), 1 / 24],
    [5, dot(w, times(c2, c2)), 1 / 5],
    [5, dot(w, times(c2, ac)), 1 / 10],
    [5, dot(w, times(ac, ac)), 1 / 20],
    [5, dot(w, times(c, along(c2))), 1 / 15],
    [5, dot(w, times(c, along(ac))), 1 / 30],
    [5, dot(w, along(c3)), 1 / 20],
    [5, dot(w, along(times(c, ac))), 1 / 40],
    [5, dot(w, along(along(c2))), 1 / 60],
    [5, dot(w, along(along(ac))), 1 / 120],
  ];
}

describe.each(Object.entries(tableaux))("%s", (name, tableau) => {
  const { a, b, c, order, stages, error, firstSameAsLast } = tableau;
  it("has the shapes it says", () => {
    expect(tableau.name).toBe(name);
    expect([a.length, b.length, c.length]).toEqual([stages, stages, stages]);
    a.forEach((row, i) => {
      expect(row.length).toBe(i);
      expect(Math.abs(sum(row) - c[i]!)).toBeLessThan(1e-14);
    });
    if (error !== undefined) expect(error.length).toBe(stages);
    expect(firstSameAsLast).toBe(
      stages > 1 && c[stages - 1] === 1 && a[stages - 1]!.every((value, j) => value === b[j]),
    );
  });
  it("has its order and no higher one", () => {
    const missed = conditions(tableau, b).filter(([, left, right]) => !(Math.abs(left - right) < 1e-13));
    for (const [tree] of missed) expect(tree).toBeGreaterThan(order);
    if (order < 5) expect(missed.some(([tree]) => tree === order + 1)).toBe(true);
  });
  it("estimates its error by a method of the order below", () => {
    if (error === undefined) return;
    const embedded = b.map((value, i) => value - error[i]!);
    const missed = conditions(tableau, embedded).filter(([, left, right]) => !(Math.abs(left - right) < 1e-13));
    expect(Math.min(...missed.map(([tree]) => tree))).toBe(order);
  });
});
