import { type Node, operands } from "./graph.ts";
import type { Lowered } from "./lower.ts";

/** The largest subexpressions that depend on time alone: tabulated for all draws, once for every stage. */
export function timeNodes({ initial, derivative, outputs, slopes, latches }: Lowered): Node[] {
  const seen = new Set<Node>();
  const found = new Set<Node>();
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.rate === "time") found.add(node.op === "slope" ? node.of : node);
    else for (const operand of operands(node)) visit(operand);
  };
  for (const root of [...initial, ...derivative, ...outputs, ...slopes, ...latches.map(({ node }) => node)])
    visit(root);
  return [...found].sort((a, b) => a.id - b.id);
}
