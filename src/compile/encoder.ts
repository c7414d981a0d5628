/**
 * Writes WebAssembly binaries: just the part of the format that the kernels need (WebAssembly Core Specification 2.0,
 * chapter 5). Functions take two 32-bit integers or two vectors; all values of a kernel live in locals.
 */

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? low : low | 128);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128 of a 32-bit integer. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    const done = (rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0);
    bytes.push(done ? low : low | 128);
    if (done) return bytes;
  }
}

/** Single-byte instructions. */
const PLAIN = {
  end: 0x0b,
  i32Eqz: 0x45,
  i32Ne: 0x47,
  i32LtU: 0x49,
  i32Add: 0x6a,
  i32Mul: 0x6c,
  i32Shl: 0x74,
  i32FromF64: 0xaa,
} as const;

/** Instructions on vectors of two 64-bit numbers. */
const VECTOR = {
  f64Eq: 0x47,
  f64Ne: 0x48,
  f64Lt: 0x49,
  f64Gt: 0x4a,
  f64Le: 0x4b,
  f64Ge: 0x4c,
  not: 0x4d,
  f32DemoteZero: 0x5e,
  f64PromoteLow: 0x5f,
  and: 0x4e,
  or: 0x50,
  bitSelect: 0x52,
  f64Floor: 0x75,
  f64Nearest: 0x94,
  i64Shl: 0xcb,
  i64ShrU: 0xcd,
  f64Abs: 0xec,
  f64Neg: 0xed,
  f64Sqrt: 0xef,
  f64Add: 0xf0,
  f64Sub: 0xf1,
  f64Mul: 0xf2,
  f64Div: 0xf3,
  f64Min: 0xf4,
  f64Max: 0xf5,
  f64PseudoMin: 0xf6,
  f64PseudoMax: 0xf7,
} as const;

export type PlainInstruction = keyof typeof PLAIN;
export type VectorInstruction = keyof typeof VECTOR;

const VOID_BLOCK = 0x40;
const I32 = 0x7f;
const V128 = 0x7b;

/** Integer locals of a kernel: its two arguments and scratch registers for addresses. */
export const INTEGER_LOCALS = 8;

/** The body of one function. Vector locals are numbered from 0 in their own space. */
export class FunctionBody {
  readonly #bytes: number[] = [];
  readonly #vectorArguments: number;
  #vectors: number;

  /** `vectorArguments`: arguments that are vectors; otherwise the function takes two addresses. */
  constructor(vectorArguments = 0) {
    this.#vectorArguments = vectorArguments;
    this.#vectors = vectorArguments;
  }

  /** Number of bytes so far and of vector locals. */
  get size(): { bytes: number; locals: number } {
    return { bytes: this.#bytes.length, locals: this.#vectors };
  }

  /** A fresh vector local. */
  local(): number {
    return this.#vectors++;
  }

  plain(instruction: PlainInstruction): this {
    this.#bytes.push(PLAIN[instruction]);
    return this;
  }

  vector(instruction: VectorInstruction): this {
    this.#bytes.push(0xfd, ...unsigned(VECTOR[instruction]));
    return this;
  }

  integer(value: number): this {
    this.#bytes.push(0x41, ...signed(value));
    return this;
  }

  getInteger(index: number): this {
    this.#bytes.push(0x20, ...unsigned(index));
    return this;
  }

  setInteger(index: number): this {
    this.#bytes.push(0x21, ...unsigned(index));
    return this;
  }

  /** Sets an integer local and leaves its value on the stack. */
  teeInteger(index: number): this {
    this.#bytes.push(0x22, ...unsigned(index));
    return this;
  }

  get(local: number): this {
    this.#bytes.push(0x20, ...unsigned(this.#index(local)));
    return this;
  }

  set(local: number): this {
    this.#bytes.push(0x21, ...unsigned(this.#index(local)));
    return this;
  }

  #index(local: number): number {
    return this.#vectorArguments > 0 ? local : INTEGER_LOCALS + local;
  }

  /** A vector with the same number in both lanes. */
  constant(value: number): this {
    const lane = new Uint8Array(Float64Array.of(value).buffer);
    this.#bytes.push(0xfd, 12, ...lane, ...lane);
    return this;
  }

  /** A vector with the same 64 bits in both lanes, given as two 32-bit halves. */
  bits(high: number, low: number): this {
    const lane = new Uint8Array(Uint32Array.of(low, high).buffer);
    this.#bytes.push(0xfd, 12, ...lane, ...lane);
    return this;
  }

  /** Loads a vector from the address on the stack plus `offset`. */
  load(offset: number): this {
    this.#bytes.push(0xfd, 0, 3, ...unsigned(offset));
    return this;
  }

  /** Loads one number into both lanes. */
  loadSplat(offset: number): this {
    this.#bytes.push(0xfd, 10, 3, ...unsigned(offset));
    return this;
  }

  /** Loads one number from the address on the stack plus `offset`. */
  loadScalar(offset: number): this {
    this.#bytes.push(0x2b, 3, ...unsigned(offset));
    return this;
  }

  store(offset: number): this {
    this.#bytes.push(0xfd, 11, 3, ...unsigned(offset));
    return this;
  }

  loadInteger(offset: number): this {
    this.#bytes.push(0x28, 2, ...unsigned(offset));
    return this;
  }

  block(): this {
    this.#bytes.push(0x02, VOID_BLOCK);
    return this;
  }

  loop(): this {
    this.#bytes.push(0x03, VOID_BLOCK);
    return this;
  }

  /** Jumps out of (block) or to the head of (loop) the construct `depth` levels up. */
  branch(depth: number): this {
    this.#bytes.push(0x0c, ...unsigned(depth));
    return this;
  }

  branchIf(depth: number): this {
    this.#bytes.push(0x0d, ...unsigned(depth));
    return this;
  }

  call(functionIndex: number): this {
    this.#bytes.push(0x10, ...unsigned(functionIndex));
    return this;
  }

  encode(): Uint8Array {
    const own = this.#vectors - this.#vectorArguments;
    const groups =
      this.#vectorArguments > 0 ? [[own, V128]] : [[INTEGER_LOCALS - 2, I32] as const, [own, V128] as const];
    const locals = groups.filter(([count]) => (count as number) > 0);
    const body = [
      ...unsigned(locals.length),
      ...locals.flatMap(([count, type]) => [...unsigned(count as number), type as number]),
    ];
    const size = body.length + this.#bytes.length + 1;
    return joined([unsigned(size), body, this.#bytes, [PLAIN.end]]);
  }

  /** Kind of signature: 0 two addresses → nothing, 1 vector → vector, 2 two vectors → vector. */
  get signature(): number {
    return this.#vectorArguments;
  }
}

/** Puts functions together into a module that exports its memory and the named functions. */
export function encodeModule(
  functions: readonly { readonly name: string | undefined; readonly body: FunctionBody }[],
  pages: number,
): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: ArrayLike<number>) => joined([[id, ...unsigned(content.length)], content]);
  const vector = (items: readonly ArrayLike<number>[]) => joined([unsigned(items.length), ...items]);
  const types = vector([
    [0x60, 2, I32, I32, 0],
    [0x60, 1, V128, 1, V128],
    [0x60, 2, V128, V128, 1, V128],
  ]);
  const name = (text: string) => [...unsigned(text.length), ...[...text].map((c) => c.charCodeAt(0))];
  const exports = functions.flatMap(({ name: exported }, index) =>
    exported === undefined ? [] : [[...name(exported), 0, ...unsigned(index)]],
  );
  exports.push([...name("memory"), 2, 0]);
  const chunks = [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, types),
    section(3, vector(functions.map(({ body }) => [body.signature]))),
    section(5, [1, 0, ...unsigned(pages)]),
    section(7, vector(exports)),
    section(10, vector(functions.map(({ body }) => body.encode()))),
  ];
  return joined(chunks);
}

/** Bytes end to end. */
function joined(parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Bytes of one save point in the table that the interpolation reads: four weights, the address of the step, a gap. */
export const SAVE_POINT = 40;

/**
 * Cubic Hermite interpolation at the save points: reads save points from the first address up to one whose step is 0,
 * writes one row an output from the second address on.
 */
export function interpolationBody(outputs: number, vectors: number): FunctionBody {
  const body = new FunctionBody();
  const [POINT, TARGET, STEP] = [0, 1, 2];
  const weights = Array.from({ length: 4 }, () => body.local());
  body.block().loop();
  body.getInteger(POINT).loadInteger(32).teeInteger(STEP).plain("i32Eqz").branchIf(1);
  weights.forEach((weight, i) => {
    body
      .getInteger(POINT)
      .loadSplat(8 * i)
      .set(weight);
  });
  for (let output = 0; output < outputs; output++)
    for (let j = 0; j < vectors; j++) {
      body.getInteger(TARGET);
      weights.forEach((weight, i) => {
        body
          .get(weight)
          .getInteger(STEP)
          .load(((output * 4 + i) * vectors + j) * 16)
          .vector("f64Mul");
        if (i > 0) body.vector("f64Add");
      });
      body.store((output * vectors + j) * 16);
    }
  body.getInteger(POINT).integer(SAVE_POINT).plain("i32Add").setInteger(POINT);
  body
    .getInteger(TARGET)
    .integer(outputs * vectors * 16)
    .plain("i32Add")
    .setInteger(TARGET);
  body.branch(0).plain("end").plain("end");
  return body;
}
