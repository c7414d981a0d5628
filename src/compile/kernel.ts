import type { ElementaryName } from "./elementary.ts";
import { FunctionBody } from "./encoder.ts";
import type { Addresses, Combination, Evaluation } from "./evaluation.ts";
import { type Node, operands } from "./graph.ts";
import {
  BINARY_INSTRUCTION,
  BLOCK,
  COLUMN,
  COMPARISON,
  ENTRY,
  KNOT,
  POSITION,
  POSITION_END,
  RECORD,
  ROW,
  UNARY_INSTRUCTION,
} from "./kernel-instructions.ts";
import { type Loop, planLoops, rootsOf, type Surroundings } from "./kernel-plan.ts";

/** A value in hand: locals, one for each vector, or a constant. */
type Held = { readonly locals: readonly number[] } | { readonly constant: number };

/** Writes one function that evaluates part of the graph: passes over rows, with single numbers between them in locals. */
export function writeKernel(evaluation: Evaluation, addresses: Addresses): FunctionBody {
  return new Kernel(evaluation, addresses).write();
}

class Kernel {
  readonly #body = new FunctionBody();
  readonly #evaluation: Evaluation;
  readonly #at: Addresses;
  readonly #scalars = new Map<Node, Held>();
  readonly #stored = new Set<Node>();
  readonly #formed: ReadonlySet<number>;
  #columns = new Map<Node, Held>();
  #worst: readonly number[] = [];

  constructor(evaluation: Evaluation, addresses: Addresses) {
    this.#evaluation = evaluation;
    this.#at = addresses;
    this.#formed = new Set(evaluation.combinations.map(({ stock }) => stock));
  }

  write(): FunctionBody {
    const { combinations, columns, scalars, errors } = this.#evaluation;
    if (errors !== undefined) {
      this.#worst = this.#locals();
      for (const local of this.#worst) this.#body.constant(0).set(local);
    }
    for (const combination of combinations) if (combination.over === undefined) this.#combine(combination, false);
    const around: Surroundings = {
      isLeaf: (node) => this.#isLeaf(node),
      isStored: (node) => node.op !== "state" || !this.#isFormed(node),
      combined: combinations.flatMap(({ stock, over, first, rows }) =>
        over === undefined ? [] : [{ stock, over, first, rows }],
      ),
    };
    for (const loop of planLoops(
      columns,
      scalars.map(({ node }) => node),
      around,
    ))
      this.#loop(loop);
    for (const { node, base, offsets, stock } of scalars) {
      const value = this.#scalar(node);
      if (stock !== undefined) this.#error(stock, value, false);
      for (const offset of offsets)
        this.#each((j) => {
          if (base === undefined) this.#body.integer(0);
          else this.#body.getInteger(BLOCK);
          this.#push(value, j);
          this.#body.store(offset + 16 * j);
        });
    }
    if (errors !== undefined)
      this.#each((j) =>
        this.#body
          .integer(0)
          .get(this.#worst[j]!)
          .store(errors.address + 16 * j),
      );
    return this.#body;
  }

  #each(f: (vector: number) => void): void {
    for (let j = 0; j < this.#at.vectors; j++) f(j);
  }

  #locals(): number[] {
    return Array.from({ length: this.#at.vectors }, () => this.#body.local());
  }

  /** Computes one vector after the other into fresh locals. */
  #hold(f: (vector: number) => void): Held {
    const locals = this.#locals();
    this.#each((j) => {
      f(j);
      this.#body.set(locals[j]!);
    });
    return { locals };
  }

  #push(value: Held, vector: number): void {
    if ("constant" in value) this.#body.constant(value.constant);
    else this.#body.get(value.locals[vector]!);
  }

  #isLeaf(node: Node): boolean {
    if (node.rate === "time") return true;
    if (this.#evaluation.hoisted && this.#at.fixed.has(node)) return true;
    return node.op === "constant" || node.op === "column" || node.op === "parameter" || node.op === "state";
  }

  #isFormed(node: Node & { op: "state" }): boolean {
    return this.#evaluation.combinations.some(
      ({ stock, first, rows }) => this.#formed.has(stock) && node.row >= first && node.row < first + rows,
    );
  }

  /** Pushes the base of a row: the running offset inside a pass, nothing outside. */
  #base(inLoop: boolean): void {
    if (inLoop) this.#body.getInteger(ROW);
    else this.#body.integer(0);
  }

  #combine(combination: Combination, inLoop: boolean): void {
    const { from, to, terms } = combination;
    const weights = terms.map(({ weight }) => this.#weight(weight));
    const value = this.#hold((j) => {
      this.#base(inLoop);
      this.#body.load(from + 16 * j);
      terms.forEach(({ slope }, i) => {
        this.#body.get(weights[i]!);
        this.#base(inLoop);
        this.#body
          .load(slope + 16 * j)
          .vector("f64Mul")
          .vector("f64Add");
      });
    });
    this.#each((j) => {
      this.#base(inLoop);
      this.#push(value, j);
      this.#body.store(to + 16 * j);
    });
    this.#formedNow.set(combination.first, value);
  }

  /** Values formed in the pass being written, by first row: the equations need not read them back. */
  #formedNow = new Map<number, Held>();
  readonly #weights = new Map<number, number>();

  /** A weight of the record, the same for all lanes; must be called outside of loops the first time. */
  #weight(offset: number): number {
    const known = this.#weights.get(offset);
    if (known !== undefined) return known;
    const local = this.#body.local();
    this.#body.getInteger(RECORD).loadSplat(offset).set(local);
    this.#weights.set(offset, local);
    return local;
  }

  #loop(loop: Loop): void {
    const { combinations, errors } = this.#evaluation;
    const combined = combinations.filter(({ stock }) => loop.combined.includes(stock));
    for (const { terms } of combined) for (const { weight } of terms) this.#weight(weight);
    if (errors !== undefined)
      for (const { stock } of loop.sinks)
        if (stock !== undefined) for (const offset of this.#errorOffsets(stock)) this.#weight(offset);
    const visited = new Set<Node>();
    for (const root of rootsOf(loop)) this.#prepare(root, visited);
    const sums = loop.totals.map((node) => {
      const locals = this.#locals();
      for (const local of locals) this.#body.constant(0).set(local);
      return { node, locals };
    });
    const size = this.#at.rows(loop.over);
    this.#columns = new Map();
    this.#formedNow = new Map();
    this.#body.integer(0).setInteger(ROW);
    const sparse = [...visited].some((node) => node.op === "product");
    if (sparse) this.#body.integer(0).setInteger(ENTRY);
    this.#body.loop();
    for (const combination of combined) this.#combine(combination, true);
    for (const { node, locals } of sums) {
      const value = this.#column(node.of);
      this.#each((j) => {
        this.#body.get(locals[j]!);
        this.#push(value, j);
        this.#body.vector("f64Add").set(locals[j]!);
      });
    }
    for (const node of loop.stores) this.#storeColumn(this.#column(node), this.#at.scratch(node));
    for (const sink of loop.sinks) {
      const value = this.#column(sink.node);
      // The error reads the slopes of the step before the new slope takes the place of the first.
      if (sink.stock !== undefined) this.#error(sink.stock, value, true);
      this.#storeColumn(value, sink.address);
    }
    if (sparse) this.#body.getInteger(ENTRY).integer(4).plain("i32Add").setInteger(ENTRY);
    this.#body.getInteger(ROW).integer(this.#at.rowBytes).plain("i32Add").teeInteger(ROW);
    this.#body
      .integer(size * this.#at.rowBytes)
      .plain("i32LtU")
      .branchIf(0)
      .plain("end");
    for (const { node, locals } of sums) this.#scalars.set(node, { locals });
    for (const node of loop.stores) this.#stored.add(node);
    this.#columns = new Map();
    this.#formedNow = new Map();
  }

  #storeColumn(value: Held, address: number): void {
    this.#each((j) => {
      this.#body.getInteger(ROW);
      this.#push(value, j);
      this.#body.store(address + 16 * j);
    });
  }

  #errorOffsets(stock: number): number[] {
    const estimate = this.#evaluation.errors?.byStock[stock];
    return estimate === undefined ? [] : [...estimate.terms.map(({ weight }) => weight), estimate.closing];
  }

  #error(stock: number, closing: Held, inLoop: boolean): void {
    const estimate = this.#evaluation.errors?.byStock[stock];
    if (estimate === undefined) return;
    const weights = this.#errorOffsets(stock).map((offset) => this.#weight(offset));
    this.#each((j) => {
      const worst = this.#worst[j]!;
      this.#body.get(worst).constant(0);
      estimate.terms.forEach(({ slope }, i) => {
        this.#body.get(weights[i]!);
        this.#base(inLoop);
        this.#body
          .load(slope + 16 * j)
          .vector("f64Mul")
          .vector("f64Add");
      });
      this.#body.get(weights[weights.length - 1]!);
      this.#push(closing, j);
      this.#body.vector("f64Mul").vector("f64Add").vector("f64Abs");
      this.#body.constant(estimate.floor);
      this.#base(inLoop);
      this.#body
        .load(estimate.value + 16 * j)
        .vector("f64Abs")
        .vector("f64Add")
        .vector("f64Div");
      this.#body.vector("f64Max").set(worst);
    });
  }

  /** Gets every single number that a column needs into locals, before its loop begins. */
  #prepare(node: Node, visited: Set<Node>): void {
    if (visited.has(node)) return;
    visited.add(node);
    if (node.over === undefined) {
      this.#scalar(node);
      return;
    }
    if (this.#isLeaf(node) || this.#stored.has(node)) return;
    if (node.op === "product") {
      if (node.of.over === undefined) this.#scalar(node.of);
    } else for (const operand of operands(node)) this.#prepare(operand, visited);
  }

  /** A single number, computed once a call of the function. */
  #scalar(node: Node): Held {
    const known = this.#scalars.get(node);
    if (known !== undefined) return known;
    const value = this.#scalarValue(node);
    this.#scalars.set(node, value);
    return value;
  }

  #scalarValue(node: Node): Held {
    const { fixed, parameters, rowBytes } = this.#at;
    const absolute = (address: number) => this.#hold((j) => this.#body.integer(0).load(address + 16 * j));
    if (node.op === "constant") return { constant: node.value };
    if (node.rate === "time") {
      const local = this.#weight(this.#at.field(node));
      return { locals: Array.from({ length: this.#at.vectors }, () => local) };
    }
    const address = this.#evaluation.hoisted ? fixed.get(node) : undefined;
    if (address !== undefined) return absolute(address);
    switch (node.op) {
      case "parameter":
        return absolute(parameters + node.row * rowBytes);
      case "state":
        return this.#formedNow.get(node.row) ?? absolute(this.#evaluation.state + node.row * rowBytes);
      case "element": {
        if (node.of.over === undefined) return this.#scalar(node.of);
        const whole = this.#isLeaf(node.of) ? fixed.get(node.of) : this.#at.scratch(node.of);
        return absolute((whole ?? 0) + node.index * rowBytes);
      }
      case "knot":
        return this.#knot(node);
      case "unary":
      case "binary":
      case "select":
        return this.#apply(node, (operand) => this.#scalar(operand));
      default:
        throw new Error(`${node.op} ${node.id} is needed before its loop`);
    }
  }

  /** A value of the draw at a knot, found by the number of the stretch that the record has. */
  #knot(node: Node & { op: "knot" }): Held {
    const { parameters, rowBytes } = this.#at;
    const first = parameters + (node.row + node.which) * rowBytes;
    this.#body.getInteger(RECORD).loadScalar(this.#at.field(node.of)).plain("i32FromF64");
    this.#body.integer(rowBytes).plain("i32Mul").setInteger(KNOT);
    return this.#hold((j) => this.#body.getInteger(KNOT).load(first + 16 * j));
  }

  /** The value of a column in the row at hand. */
  #column(node: Node): Held {
    if (node.over === undefined) return this.#scalar(node);
    const known = this.#columns.get(node);
    if (known !== undefined) return known;
    const value = this.#columnValue(node);
    this.#columns.set(node, value);
    return value;
  }

  #columnValue(node: Node): Held {
    const { parameters, rowBytes } = this.#at;
    const load = (address: number) => this.#hold((j) => this.#body.getInteger(ROW).load(address + 16 * j));
    if (node.op === "parameter") return load(parameters + node.row * rowBytes);
    if (node.op === "state") return this.#formedNow.get(node.row) ?? load(this.#evaluation.state + node.row * rowBytes);
    const address = this.#columnAddress(node);
    if (address !== undefined) return load(address);
    if (node.op === "product") return this.#product(node);
    if (node.op === "unary" || node.op === "binary" || node.op === "select")
      return this.#apply(node, (operand) => this.#column(operand));
    throw new Error(`${node.op} ${node.id} is needed before its loop`);
  }

  /** Where a column stands in memory, if it does. */
  #columnAddress(node: Node): number | undefined {
    if (this.#stored.has(node)) return this.#at.scratch(node);
    if (node.op === "column" || this.#evaluation.hoisted) return this.#at.fixed.get(node);
    return undefined;
  }

  #apply(node: Node & { op: "unary" | "binary" | "select" }, get: (operand: Node) => Held): Held {
    if (node.op === "unary") {
      const a = get(node.a);
      const instruction = UNARY_INSTRUCTION[node.f];
      return this.#hold((j) => {
        this.#push(a, j);
        if (instruction !== undefined) this.#body.vector(instruction);
        else this.#body.call(this.#at.elementary(node.f as ElementaryName));
      });
    }
    if (node.op === "binary") {
      const a = get(node.a);
      const b = get(node.b);
      const instruction = BINARY_INSTRUCTION[node.f];
      return this.#hold((j) => {
        this.#push(a, j);
        this.#push(b, j);
        if (instruction !== undefined) this.#body.vector(instruction);
        else this.#body.call(this.#at.elementary("pow"));
      });
    }
    const [left, right, a, b] = [get(node.left), get(node.right), get(node.a), get(node.b)];
    return this.#hold((j) => {
      this.#push(a, j);
      this.#push(b, j);
      this.#push(left, j);
      this.#push(right, j);
      this.#body.vector(COMPARISON[node.comparison]!).vector("bitSelect");
    });
  }

  /** One row of a sparse matrix times a column. */
  #product(node: Node & { op: "product" }): Held {
    const { rowBytes, parameters } = this.#at;
    const { matrix, of } = node;
    const { starts, columns, values } = this.#at.matrix(matrix);
    const scalar = of.over === undefined ? this.#scalar(of) : undefined;
    const source = scalar === undefined ? this.#sourceAddress(of) : 0;
    const sums = this.#locals();
    for (const local of sums) this.#body.constant(0).set(local);
    const body = this.#body;
    body.getInteger(ENTRY).loadInteger(starts).setInteger(POSITION);
    body
      .getInteger(ENTRY)
      .loadInteger(starts + 4)
      .setInteger(POSITION_END);
    body.block();
    body.getInteger(POSITION).getInteger(POSITION_END).plain("i32Ne").plain("i32Eqz").branchIf(0);
    body.loop();
    if (scalar === undefined) body.getInteger(POSITION).loadInteger(columns).setInteger(COLUMN);
    this.#each((j) => {
      body.get(sums[j]!);
      // Positions count in bytes of the integer table: four a stored element.
      if (matrix.row === undefined) body.getInteger(POSITION).integer(1).plain("i32Shl").loadSplat(values);
      else
        body
          .getInteger(POSITION)
          .integer(31 - Math.clz32(rowBytes / 4))
          .plain("i32Shl")
          .load(parameters + matrix.row * rowBytes + 16 * j);
      if (scalar === undefined) body.getInteger(COLUMN).load(source + 16 * j);
      else this.#push(scalar, j);
      body.vector("f64Mul").vector("f64Add").set(sums[j]!);
    });
    body.getInteger(POSITION).integer(4).plain("i32Add").teeInteger(POSITION);
    body.getInteger(POSITION_END).plain("i32Ne").branchIf(0);
    body.plain("end").plain("end");
    return { locals: sums };
  }

  #sourceAddress(of: Node): number {
    if (of.op === "parameter") return this.#at.parameters + of.row * this.#at.rowBytes;
    if (of.op === "state") return this.#evaluation.state + of.row * this.#at.rowBytes;
    const address = this.#columnAddress(of);
    if (address === undefined) throw new Error(`column ${of.id} is not in memory`);
    return address;
  }
}
