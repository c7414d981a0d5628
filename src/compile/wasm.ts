import { FronteraError } from "../errors.ts";
import { ELEMENTARY, type ElementaryName, elementaryBody } from "./elementary.ts";
import { encodeModule, type FunctionBody, interpolationBody } from "./encoder.ts";
import type { Addresses, Combination, Evaluation, ScalarSink } from "./evaluation.ts";
import { type MatrixData, type Node, operands } from "./graph.ts";
import { writeKernel } from "./kernel.ts";
import type { ColumnSink } from "./kernel-plan.ts";
import type { Lowered } from "./lower.ts";
import type { Method } from "./method.ts";
import type { Program } from "./program.ts";
import { timeNodes } from "./time-nodes.ts";
import { TimeTable } from "./time-table.ts";
import { WasmRunner } from "./wasm-runner.ts";

/** Limits that WebAssembly engines share (WebAssembly JavaScript Interface, "Implementation-defined Limits"). */
const MAXIMUM_LOCALS = 50_000;
const MAXIMUM_BODY = 7_654_321;
const MAXIMUM_STATIC = 1 << 30;

/** Where the static parts of the memory stand [byte]; plans are put after `end`. */
export interface StaticLayout {
  readonly rowBytes: number;
  readonly parameters: number;
  readonly state: number;
  /** Embedded error of the last step, one number a lane. */
  readonly error: number;
  readonly end: number;
  /** Numbers and integers to be written before the first run. */
  readonly data: readonly { readonly address: number; readonly values: Float64Array | Int32Array }[];
}

/**
 * The fast backend: one small WebAssembly module for the model and the method, with two draws in every vector and
 * `lanes` draws in lockstep. Refuses by name what it cannot do: `unsupported-lanes`, `too-large-for-wasm`.
 */
export function compileToWasm(lowered: Lowered, method: Method, lanes: number): Program {
  if (![2, 4, 8].includes(lanes))
    throw new FronteraError({
      code: "unsupported-lanes",
      message: "the wasm backend cannot run this number of lanes",
      expected: "2, 4 or 8",
      received: String(lanes),
    });
  const writer = new ModuleWriter(lowered, method, lanes);
  const bytes = writer.bytes();
  const module = new WebAssembly.Module(bytes);
  const { layout, table } = writer;
  return {
    backend: "wasm",
    layout: lowered.layout,
    tableau: method.name,
    runner: () => new WasmRunner({ module, lowered, method, lanes, layout, table }),
  };
}

class ModuleWriter {
  readonly table: TimeTable;
  readonly #lowered: Lowered;
  readonly #method: Method;
  readonly #rowBytes: number;
  readonly #addresses: Addresses;
  readonly #data: { address: number; values: Float64Array | Int32Array }[] = [];
  readonly #fixed = new Map<Node, number>();
  readonly #elementary: ElementaryName[];
  /** The first bytes stay free, so that no address is 0. */
  #end = 64;
  readonly #parameters: number;
  readonly #state: number;
  readonly #staged: number;
  readonly #slopes: readonly number[];
  readonly #error: number;

  constructor(lowered: Lowered, method: Method, lanes: number) {
    const { graph, layout } = lowered;
    this.#lowered = lowered;
    this.#method = method;
    this.#rowBytes = lanes * 8;
    this.table = new TimeTable(method, timeNodes(lowered), lowered.levers);
    this.#parameters = this.#rows(layout.parameterRows);
    this.#state = this.#rows(layout.stateRows);
    this.#staged = this.#rows(layout.stateRows);
    this.#slopes = Array.from({ length: method.stages }, () => this.#rows(layout.stateRows));
    this.#error = this.#rows(1);
    for (const node of graph.nodes)
      if (node.op === "column") {
        const address = this.#rows(node.values.length);
        this.#fixed.set(node, address);
        this.#data.push({
          address,
          values: Float64Array.from(
            { length: node.values.length * lanes },
            (_, i) => node.values[Math.floor(i / lanes)]!,
          ),
        });
      }
    for (const node of this.#invariants())
      this.#fixed.set(node, this.#rows(node.over === undefined ? 1 : graph.size(node.over)));
    const functions = new Set<string>(graph.nodes.flatMap((node) => ("f" in node ? [node.f] : [])));
    this.#elementary = (Object.keys(ELEMENTARY) as ElementaryName[]).filter((name) => functions.has(name));

    const scratch = new Map<Node, number>();
    const matrices = new Map<MatrixData, { starts: number; columns: number; values: number }>();
    this.#addresses = {
      vectors: lanes / 2,
      rowBytes: this.#rowBytes,
      parameters: this.#parameters,
      fixed: this.#fixed,
      scratch: (node) => remember(scratch, node, () => this.#rows(graph.size(node.over ?? ""))),
      matrix: (matrix) => remember(matrices, matrix, () => this.#placeMatrix(matrix)),
      field: (node) => 8 * (node.op === "slope" ? this.table.field(node.of) + 1 : this.table.field(node)),
      rows: (over) => graph.size(over),
      elementary: (name) => this.#elementary.indexOf(name),
    };
  }

  get layout(): StaticLayout {
    return {
      rowBytes: this.#rowBytes,
      parameters: this.#parameters,
      state: this.#state,
      error: this.#error,
      end: this.#end,
      data: this.#data,
    };
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const { stages } = this.#method;
    const kernels: [string, Evaluation][] = [
      ["invariants", this.#invariantsKernel()],
      ["initial", this.#initialKernel()],
      ["start", this.#startKernel(true)],
      ...Array.from({ length: stages - 1 }, (_, i): [string, Evaluation] => [
        `stage${i + 1}`,
        this.#stageKernel(i + 1),
      ]),
      ["finish", this.#finishKernel(true)],
      // Of the event every step is read.
      ...(this.#lowered.layout.event
        ? []
        : [
            ["bareStart", this.#startKernel(false)] as [string, Evaluation],
            ["bareFinish", this.#finishKernel(false)] as [string, Evaluation],
          ]),
      ...(this.#lowered.latches.length > 0 ? [["latch", this.#latchKernel()] as [string, Evaluation]] : []),
    ];
    const functions: { name: string | undefined; body: FunctionBody }[] = this.#elementary.map((name) => ({
      name: undefined,
      body: elementaryBody(name),
    }));
    for (const [name, kernel] of kernels)
      functions.push({ name, body: this.#fit(name, writeKernel(kernel, this.#addresses)) });
    const { lanes, outputs } = { lanes: this.#rowBytes / 8, outputs: this.#lowered.layout.outputs.length };
    functions.push({ name: "interpolate", body: interpolationBody(outputs, lanes / 2) });
    if (this.#end > MAXIMUM_STATIC) throw this.#tooLarge(`${this.#end} bytes of memory`, `at most ${MAXIMUM_STATIC}`);
    return encodeModule(functions, Math.ceil(this.#end / 65536));
  }

  #rows(count: number): number {
    const address = this.#end;
    this.#end += Math.ceil((count * this.#rowBytes) / 16) * 16;
    return address;
  }

  #placeMatrix(matrix: MatrixData): { starts: number; columns: number; values: number } {
    const place = (values: Float64Array | Int32Array): number => {
      const address = this.#end;
      this.#end += Math.ceil(values.byteLength / 16) * 16;
      this.#data.push({ address, values });
      return address;
    };
    return {
      // Row starts count in bytes of the integer table, columns in bytes of a column.
      starts: place(matrix.rowStart.map((start) => 4 * start)),
      columns: place(matrix.column.map((column) => this.#rowBytes * column)),
      values: matrix.row === undefined ? place(matrix.value) : 0,
    };
  }

  #fit(name: string, body: FunctionBody): FunctionBody {
    const { bytes, locals } = body.size;
    if (locals > MAXIMUM_LOCALS) throw this.#tooLarge(`${locals} values in ${name}`, `at most ${MAXIMUM_LOCALS}`);
    if (bytes > MAXIMUM_BODY) throw this.#tooLarge(`${bytes} bytes of code in ${name}`, `at most ${MAXIMUM_BODY}`);
    return body;
  }

  #tooLarge(received: string, expected: string): FronteraError {
    return new FronteraError({
      code: "too-large-for-wasm",
      message: "the model is too large for the wasm backend",
      expected,
      received,
      hint: "use the interpret backend, or split the model",
    });
  }

  /** The largest subexpressions that do not change within a draw. */
  #invariants(): Node[] {
    const { derivative, outputs, slopes, latches } = this.#lowered;
    const seen = new Set<Node>();
    const found: Node[] = [];
    const leaf = new Set(["constant", "column", "parameter"]);
    const visit = (node: Node) => {
      if (seen.has(node)) return;
      seen.add(node);
      if (node.rate === "constant" || node.rate === "draw") {
        if (!leaf.has(node.op)) found.push(node);
      } else if (node.rate === "state") for (const operand of operands(node)) visit(operand);
    };
    for (const root of [...derivative, ...outputs, ...slopes, ...latches.map(({ node }) => node)]) visit(root);
    return found;
  }

  /** Sends one value a stock to rows that begin at `base`. */
  #stockSinks(
    nodes: readonly Node[],
    base: number,
    estimate = false,
  ): { columns: ColumnSink[]; scalars: ScalarSink[] } {
    const columns: ColumnSink[] = [];
    const scalars: ScalarSink[] = [];
    nodes.forEach((node, stock) => {
      const over = this.#lowered.shapes[stock];
      const address = base + this.#lowered.layout.stocks[stock]!.offset * this.#rowBytes;
      const mark = estimate ? { stock } : {};
      if (over === undefined) scalars.push({ node, base: undefined, offsets: [address], ...mark });
      else columns.push({ node, over, address, ...mark });
    });
    return { columns, scalars };
  }

  #invariantsKernel(): Evaluation {
    const columns: ColumnSink[] = [];
    const scalars: ScalarSink[] = [];
    for (const [node, address] of this.#fixed) {
      if (node.op === "column") continue;
      if (node.over === undefined) scalars.push({ node, base: undefined, offsets: [address] });
      else columns.push({ node, over: node.over, address });
    }
    return { state: this.#state, combinations: [], columns, scalars, hoisted: false };
  }

  #initialKernel(): Evaluation {
    return {
      state: this.#state,
      combinations: [],
      ...this.#stockSinks(this.#lowered.initial, this.#state),
      hoisted: true,
    };
  }

  #latchKernel(): Evaluation {
    const scalars = this.#lowered.latches.map(
      ({ row, node }): ScalarSink => ({ node, base: undefined, offsets: [this.#state + row * this.#rowBytes] }),
    );
    return { state: this.#state, combinations: [], columns: [], scalars, hoisted: true };
  }

  /** Outputs and their time derivatives, at the addresses of one end of a step and of the ones that equal it. */
  #outputSinks(offsets: (output: number, which: 0 | 1) => number[]): ScalarSink[] {
    const { outputs, slopes } = this.#lowered;
    return [
      ...outputs.map((node, o): ScalarSink => ({ node, base: 1, offsets: offsets(o, 0) })),
      ...slopes.map((node, o): ScalarSink => ({ node, base: 1, offsets: offsets(o, 1) })),
    ];
  }

  /** `told`: with the outputs. */
  #startKernel(told: boolean): Evaluation {
    const { columns, scalars } = this.#stockSinks(this.#lowered.derivative, this.#slopes[0]!);
    const outputs = told ? this.#outputSinks((output, which) => [(output * 4 + which) * this.#rowBytes]) : [];
    return { state: this.#state, combinations: [], columns, scalars: [...scalars, ...outputs], hoisted: true };
  }

  #combinations(stocks: Iterable<number>, weights: readonly number[], to: number): Combination[] {
    return [...stocks].map((stock) => {
      const { offset, length } = this.#lowered.layout.stocks[stock]!;
      const at = offset * this.#rowBytes;
      return {
        stock,
        over: this.#lowered.shapes[stock],
        first: offset,
        rows: length,
        from: this.#state + at,
        to: to + at,
        terms: weights.flatMap((weight, j) =>
          weight === 0 ? [] : [{ slope: this.#slopes[j]! + at, weight: 8 * this.table.weight(j) }],
        ),
      };
    });
  }

  #stageKernel(stage: number): Evaluation {
    const weights = this.#method.a[stage - 1]!;
    return {
      state: this.#staged,
      combinations: this.#combinations(this.#stocksRead(), weights, this.#staged),
      ...this.#stockSinks(this.#lowered.derivative, this.#slopes[stage]!),
      hoisted: true,
    };
  }

  /** Stocks that some derivative depends on; counters that only accumulate are left alone between steps. */
  #stocksRead(): Set<number> {
    const { derivative, layout } = this.#lowered;
    const seen = new Set<Node>();
    const stocks = new Set<number>();
    const visit = (node: Node) => {
      if (seen.has(node)) return;
      seen.add(node);
      if (node.op === "state")
        layout.stocks.forEach(({ offset, length }, stock) => {
          if (node.row >= offset && node.row < offset + length) stocks.add(stock);
        });
      for (const operand of operands(node)) visit(operand);
    };
    for (const root of derivative) visit(root);
    return stocks;
  }

  /** `told`: with the outputs. */
  #finishKernel(told: boolean): Evaluation {
    const { derivative, layout, floors } = this.#lowered;
    const { b, error } = this.#method;
    const estimate = error.length > 0;
    const { columns, scalars } = this.#stockSinks(derivative, this.#slopes[0]!, estimate);
    const step = this.#lowered.outputs.length * 4 * this.#rowBytes;
    // The end of a step is the start of the next one, unless something jumps between them.
    const outputs = told
      ? this.#outputSinks((output, which) => [
          (output * 4 + 2 + which) * this.#rowBytes,
          step + (output * 4 + which) * this.#rowBytes,
        ])
      : [];
    const byStock = layout.stocks.map(({ offset }, stock) => ({
      terms: error.slice(0, -1).map((_, j) => ({
        slope: this.#slopes[j]! + offset * this.#rowBytes,
        weight: 8 * this.table.errorWeight(j),
      })),
      closing: 8 * this.table.errorWeight(error.length - 1),
      floor: floors[stock] ?? 1,
      value: this.#state + offset * this.#rowBytes,
    }));
    return {
      state: this.#state,
      combinations: this.#combinations(layout.stocks.keys(), b, this.#state),
      columns,
      scalars: [...scalars, ...outputs],
      ...(estimate ? { errors: { byStock, address: this.#error } } : {}),
      hoisted: true,
    };
  }
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}
