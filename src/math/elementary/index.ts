/** Elementary functions with the same bits on every engine: on numbers, and as algorithms for code generators. */
export {
  genericCos,
  genericExp,
  genericExpm1,
  genericLog,
  genericLog1p,
  genericLogistic,
  genericPow,
  genericSin,
  genericTanh,
  scale2,
  TRIGONOMETRIC_LIMIT,
} from "./algorithms.ts";
export { numberOperations } from "./numbers.ts";
export type { Operations } from "./operations.ts";
export { cos, exp, expm1, log, log1p, logistic, pow, sin, tanh } from "./scalar.ts";
