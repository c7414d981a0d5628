/**
 * Places for the nodes of a small network: connected groups by springs and repulsion (Fruchterman & Reingold 1991,
 * Software: Practice and Experience 21:1129), without any random number, so that the same network is drawn the same
 * way everywhere. Only +, −, ×, ÷ and square roots are used.
 */
import { FronteraError } from "../../errors.ts";

export interface LayoutNode {
  readonly id: string;
  /** Radius in pixels; nodes are kept apart by it. */
  readonly radius: number;
}

export interface LayoutEdge {
  readonly a: string;
  readonly b: string;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

const ROUNDS = 500;

/** The connected parts of a network as lists of node indices, largest first; ties keep the order of the nodes. */
export function components(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): number[][] {
  const parent = nodes.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at]! !== at) at = parent[at]!;
    return at;
  };
  for (const [a, b] of pairs(nodes, edges)) parent[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  const parts = new Map<number, number[]>();
  nodes.forEach((_, i) => {
    const key = root(i);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [i]);
    else part.push(i);
  });
  return [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** Places of connected nodes inside [0, width] × [0, height], one a node, in the order of `nodes`. */
export function springLayout(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  width: number,
  height: number,
): Place[] {
  const n = nodes.length;
  const links = pairs(nodes, edges);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  // A sunflower-like start without sines: points of a low-discrepancy sequence (Roberts 2018, base 1.3247…).
  for (let i = 0; i < n; i++) {
    x[i] = ((0.5 + 0.7548776662466927 * i) % 1) * width;
    y[i] = ((0.5 + 0.5698402909980532 * i) % 1) * height;
  }
  const ideal = 0.75 * Math.sqrt((width * height) / Math.max(1, n));
  const moveX = new Float64Array(n);
  const moveY = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    moveX.fill(0);
    moveY.fill(0);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const dx = x[i]! - x[j]!;
        const dy = y[i]! - y[j]!;
        const distance = Math.max(0.5, Math.sqrt(dx * dx + dy * dy));
        const gap = Math.max(1, distance - nodes[i]!.radius - nodes[j]!.radius);
        const push = (ideal * ideal) / (gap * distance);
        moveX[i]! += dx * push;
        moveY[i]! += dy * push;
        moveX[j]! -= dx * push;
        moveY[j]! -= dy * push;
      }
    }
    for (const [a, b] of links) {
      const dx = x[a]! - x[b]!;
      const dy = y[a]! - y[b]!;
      const distance = Math.max(0.5, Math.sqrt(dx * dx + dy * dy));
      const pull = Math.max(0, distance - nodes[a]!.radius - nodes[b]!.radius) / ideal;
      moveX[a]! -= dx * pull;
      moveY[a]! -= dy * pull;
      moveX[b]! += dx * pull;
      moveY[b]! += dy * pull;
    }
    // Steps shrink to nothing, so that the picture settles; gravity keeps the parts together.
    const most = (0.1 * width * (ROUNDS - round)) / ROUNDS;
    for (let i = 0; i < n; i++) {
      moveX[i]! += (width / 2 - x[i]!) * 0.6;
      moveY[i]! += (height / 2 - y[i]!) * 0.6 * (width / height);
      const length = Math.max(1e-9, Math.sqrt(moveX[i]! * moveX[i]! + moveY[i]! * moveY[i]!));
      const step = Math.min(most, length) / length;
      x[i]! += moveX[i]! * step;
      y[i]! += moveY[i]! * step;
    }
  }
  return fitted(nodes, x, y, width, height);
}

/** Stretches the cloud to fill its box, the radii inside it. */
function fitted(
  nodes: readonly LayoutNode[],
  x: Float64Array,
  y: Float64Array,
  width: number,
  height: number,
): Place[] {
  const along = (values: Float64Array, size: number) => {
    const low = Math.min(...values);
    const high = Math.max(...values);
    return (i: number) => {
      const radius = nodes[i]!.radius;
      const share = high > low ? (values[i]! - low) / (high - low) : 0.5;
      return Math.min(size - radius, Math.max(radius, share * size));
    };
  };
  const toX = along(x, width);
  const toY = along(y, height);
  return nodes.map((_, i) => ({ x: toX(i), y: toY(i) }));
}

function pairs(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): [number, number][] {
  const index = new Map(nodes.map((node, i) => [node.id, i]));
  return edges.flatMap(({ a, b }): [number, number][] => {
    const from = index.get(a);
    const to = index.get(b);
    if (from === undefined || to === undefined)
      throw new FronteraError({
        code: "report-network",
        message: "a tie of the network names a group that is not there",
        received: from === undefined ? a : b,
      });
    return from === to ? [] : [[from, to]];
  });
}
