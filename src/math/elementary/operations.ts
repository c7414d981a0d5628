/**
 * What an elementary function may do with a value. The algorithms of this folder are written once over this interface
 * and are instantiated for numbers (`numbers.ts`), for source text (`printer.ts`) and for WebAssembly lanes (the
 * compiler). Every operation is exact or correctly rounded by IEEE 754, so all instances agree to the last bit.
 * Nothing branches: both sides of a `select` are computed. There is no fused multiply-add.
 *
 * `V` is a value (a number, or lanes of numbers), `M` a mask. The WebAssembly instructions are given with each name;
 * `bits` means the same 64 bits read as an integer.
 */
export interface Operations<V, M> {
  /** `v128.const`, or a broadcast. */
  constant(value: number): V;
  /** `f64x2.add` */
  add(a: V, b: V): V;
  /** `f64x2.sub` */
  sub(a: V, b: V): V;
  /** `f64x2.mul` */
  mul(a: V, b: V): V;
  /** `f64x2.div` */
  div(a: V, b: V): V;
  /** `f64x2.sqrt` */
  sqrt(a: V): V;
  /** `f64x2.neg` */
  neg(a: V): V;
  /** `f64x2.abs` */
  abs(a: V): V;
  /** `b < a ? b : a`, which is `f64x2.pmin`: a NaN in the **first** argument stays, one in the second is dropped. */
  min(a: V, b: V): V;
  /** `a < b ? b : a`, which is `f64x2.pmax`: a NaN in the **first** argument stays, one in the second is dropped. */
  max(a: V, b: V): V;
  /** `f64x2.floor` */
  floor(a: V): V;
  /** `f64x2.nearest`: to the nearest integer, ties to even, the sign of zero kept. */
  nearest(a: V): V;
  /** Magnitude of the first, sign of the second: `v128.bitselect(sign, magnitude, const 0x8000000000000000)`. */
  copySign(magnitude: V, sign: V): V;

  /** `f64x2.lt`; false where either is NaN. */
  lt(a: V, b: V): M;
  /** `f64x2.le`; false where either is NaN. */
  le(a: V, b: V): M;
  /** `f64x2.eq`; false where either is NaN, so `eq(a, a)` tells numbers from NaN. */
  eq(a: V, b: V): M;
  /** `v128.and` */
  and(a: M, b: M): M;
  /** `v128.or` */
  or(a: M, b: M): M;
  /** `v128.not` */
  not(a: M): M;
  /** `yes` where the mask is set, else `no`: `v128.bitselect(yes, no, mask)`. */
  select(mask: M, yes: V, no: V): V;

  /**
   * 2^k for an integral k in [−1022, 1023], garbage (but no trap) outside:
   * `i64x2.shl(bits(f64x2.add(k, const 2^52 + 1023)), 52)`.
   */
  powerOfTwo(k: V): V;
  /**
   * Exponent e of a positive normal number, as a float, so that 2^e ≤ v < 2^(e + 1); garbage for others:
   * `f64x2.sub(v128.or(i64x2.shr_u(bits(v), 52), const 0x4330000000000000), const 2^52 + 1023)`.
   */
  exponent(v: V): V;
  /**
   * v / 2^exponent(v), in [1, 2), for a positive normal number; garbage for others:
   * `v128.or(v128.and(bits(v), const 0x000fffffffffffff), const 0x3ff0000000000000)`.
   */
  mantissa(v: V): V;
  /** The nearest number of single precision (24 bits): `f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(v))`. */
  single(v: V): V;

  /** Says that a value is used more than once: a code generator stores it in a local; identity for numbers. */
  keep(v: V): V;
  /** The same for a mask. */
  keepMask(mask: M): M;
}
