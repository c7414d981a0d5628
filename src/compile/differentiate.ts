import type { Graph, Node } from "./graph.ts";

/**
 * Forward derivative of a node, as new nodes of the same graph: `seed` gives the derivative of every leaf (a state, a
 * clock, a lever, a parameter) or undefined where it is zero. With the right-hand side as the seed of the states and
 * slopes as the seed of time this is the derivative along the solution (Griewank & Walther 2008, chapter 3,
 * doi:10.1137/1.9780898717761). A leaf that is a column has a column as its seed, or a single number that all share.
 */
export function tangent(graph: Graph, root: Node, seed: (leaf: Node) => Node | undefined): Node {
  const known = new Map<Node, Node>();
  const zero = graph.constant(0);
  const derivative = (node: Node): Node => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const result = rule(node);
    known.set(node, result);
    return result;
  };
  const mul = (a: Node, b: Node) => graph.binary("mul", a, b);
  const rule = (node: Node): Node => {
    // Functions of time alone are tabulated with their slope; nothing below them needs a node of its own.
    const seeded = seed(node);
    if (seeded !== undefined) return seeded;
    switch (node.op) {
      case "element": {
        const of = derivative(node.of);
        return of.over === undefined ? of : graph.element(of, node.index);
      }
      case "unary":
        return unaryRule(node, derivative(node.a));
      case "binary":
        return binaryRule(node, derivative(node.a), derivative(node.b));
      case "select":
        return graph.select(node.comparison, node.left, node.right, derivative(node.a), derivative(node.b));
      case "total": {
        const of = derivative(node.of);
        if (of === zero) return zero;
        return of.over === undefined ? mul(graph.constant(graph.size(node.of.over ?? "")), of) : graph.total(of);
      }
      case "product": {
        const of = derivative(node.of);
        return of === zero ? zero : graph.product(node.matrix, of);
      }
      default:
        return zero;
    }
  };
  const unaryRule = (node: Node & { op: "unary" }, da: Node): Node => {
    if (da === zero) return zero;
    const one = graph.constant(1);
    switch (node.f) {
      case "neg":
        return graph.unary("neg", da);
      case "abs":
        return graph.select("<", node.a, zero, graph.unary("neg", da), da);
      case "sqrt":
        return graph.binary("div", da, mul(graph.constant(2), node));
      case "exp":
        return mul(da, node);
      case "log":
        return graph.binary("div", da, node.a);
      case "tanh":
        return mul(da, graph.binary("sub", one, mul(node, node)));
      case "logistic":
        return mul(da, mul(node, graph.binary("sub", one, node)));
      case "sin":
        return mul(da, graph.unary("cos", node.a));
      case "cos":
        return graph.unary("neg", mul(da, graph.unary("sin", node.a)));
    }
  };
  const binaryRule = (node: Node & { op: "binary" }, da: Node, db: Node): Node => {
    const { a, b } = node;
    if (da === zero && db === zero) return zero;
    switch (node.f) {
      case "add":
      case "sub":
        return graph.binary(node.f, da, db);
      case "mul":
        return graph.binary("add", da === zero ? zero : mul(da, b), db === zero ? zero : mul(a, db));
      case "div": {
        const ratio = graph.binary("div", node, b);
        return graph.binary(
          "sub",
          da === zero ? zero : graph.binary("div", da, b),
          db === zero ? zero : mul(ratio, db),
        );
      }
      case "min":
        return graph.select("<=", a, b, da, db);
      case "max":
        return graph.select(">=", a, b, da, db);
      case "pow": {
        // d(a^b) = b a^(b−1) da + a^b ln(a) db, each term only where its variable moves.
        const power = graph.binary("pow", a, graph.binary("sub", b, graph.constant(1)));
        const base = da === zero ? zero : mul(mul(b, power), da);
        const exponent = db === zero ? zero : mul(mul(node, graph.unary("log", a)), db);
        return graph.binary("add", base, exponent);
      }
    }
  };
  return derivative(root);
}
