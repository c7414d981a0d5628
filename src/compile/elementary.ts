import {
  genericCos,
  genericExp,
  genericLog,
  genericLogistic,
  genericPow,
  genericSin,
  genericTanh,
  type Operations,
} from "../math/elementary/index.ts";
import { FunctionBody, type VectorInstruction } from "./encoder.ts";

/** Code that leaves one vector on the stack. */
type Push = () => void;

/** 2^52 + 1023: added to a small integer it leaves the biased exponent in the low bits. */
const EXPONENT_SHIFT = 4503599627371519;

/** Elementary functions that a kernel may call, two numbers at a time. */
export const ELEMENTARY = {
  exp: genericExp,
  log: genericLog,
  tanh: genericTanh,
  logistic: genericLogistic,
  sin: genericSin,
  cos: genericCos,
  pow: genericPow,
} as const;
export type ElementaryName = keyof typeof ELEMENTARY;

/** The body of an elementary function: the algorithm of `math/elementary`, operation by operation. */
export function elementaryBody(name: ElementaryName): FunctionBody {
  const body = new FunctionBody(name === "pow" ? 2 : 1);
  const operations = vectorOperations(body);
  const first: Push = () => void body.get(0);
  const second: Push = () => void body.get(1);
  const result = name === "pow" ? genericPow(operations, first, second) : ELEMENTARY[name](operations, first);
  result();
  return body;
}

function vectorOperations(body: FunctionBody): Operations<Push, Push> {
  const apply =
    (instruction: VectorInstruction) =>
    (...operands: Push[]): Push =>
    () => {
      for (const operand of operands) operand();
      body.vector(instruction);
    };
  const constant =
    (value: number): Push =>
    () =>
      void body.constant(value);
  const bits =
    (high: number, low: number): Push =>
    () =>
      void body.bits(high, low);
  const shifted =
    (instruction: "i64Shl" | "i64ShrU", of: Push): Push =>
    () => {
      of();
      body.integer(52).vector(instruction);
    };
  const keep = (value: Push): Push => {
    const local = body.local();
    value();
    body.set(local);
    return () => void body.get(local);
  };
  // `pmin` and `pmax` of the instruction set are `b < a ? b : a` and `a < b ? b : a`.
  return {
    constant,
    add: apply("f64Add"),
    sub: apply("f64Sub"),
    mul: apply("f64Mul"),
    div: apply("f64Div"),
    sqrt: apply("f64Sqrt"),
    neg: apply("f64Neg"),
    abs: apply("f64Abs"),
    min: apply("f64PseudoMin"),
    max: apply("f64PseudoMax"),
    floor: apply("f64Floor"),
    nearest: apply("f64Nearest"),
    copySign: (magnitude, sign) => apply("bitSelect")(sign, magnitude, bits(0x80000000, 0)),
    lt: apply("f64Lt"),
    le: apply("f64Le"),
    eq: apply("f64Eq"),
    and: apply("and"),
    or: apply("or"),
    not: apply("not"),
    select: (mask, yes, no) => apply("bitSelect")(yes, no, mask),
    powerOfTwo: (k) => shifted("i64Shl", apply("f64Add")(k, constant(EXPONENT_SHIFT))),
    exponent: (v) => apply("f64Sub")(apply("or")(shifted("i64ShrU", v), bits(0x43300000, 0)), constant(EXPONENT_SHIFT)),
    mantissa: (v) => apply("or")(apply("and")(v, bits(0x000fffff, 0xffffffff)), bits(0x3ff00000, 0)),
    single: (v) => apply("f64PromoteLow")(apply("f32DemoteZero")(v)),
    keep,
    keepMask: keep,
  };
}
