import type { Graph, Node } from "./graph.ts";

/** The same expression with some leaves replaced, as nodes of the same graph; undefined keeps a leaf. */
export function substitute(graph: Graph, root: Node, replacement: (leaf: Node) => Node | undefined): Node {
  const known = new Map<Node, Node>();
  const replaced = (node: Node): Node => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const result = rule(node);
    known.set(node, result);
    return result;
  };
  const rule = (node: Node): Node => {
    // What does not depend on the state holds no leaf that could be replaced.
    if (node.rate !== "state") return node;
    switch (node.op) {
      case "element":
        return graph.element(replaced(node.of), node.index);
      case "unary":
        return graph.unary(node.f, replaced(node.a));
      case "binary":
        return graph.binary(node.f, replaced(node.a), replaced(node.b));
      case "select":
        return graph.select(
          node.comparison,
          replaced(node.left),
          replaced(node.right),
          replaced(node.a),
          replaced(node.b),
        );
      case "total":
        return graph.total(replaced(node.of));
      case "product":
        return graph.product(node.matrix, replaced(node.of));
      default:
        return replacement(node) ?? node;
    }
  };
  return replaced(root);
}
